// Comments silence rules where they stand.

#include "check/notes.hpp"
#include "support/catch.hpp"

using namespace fonds;

namespace {

// A Markdown source of one note a line, as a reader gives it: comments are no part of the notes.
Document markdown(std::vector<std::string> const& lines, std::string const& format = "md") {
    Document document;
    document.format = format;
    document.parts.emplace_back();
    auto& bytes = document.parts.front().bytes;
    for (auto const& line : lines) {
        auto const text = line.substr(0, std::min({line.find("<!--"), line.find('%'), line.size()}));
        if (!text.empty()) {
            SourceNote note;
            note.text = text;
            note.map.add({{0, text.size()}, {bytes.size(), bytes.size() + text.size()}, 0});
            document.notes.push_back(std::move(note));
        }
        bytes += line + "\n";
    }
    return document;
}

std::size_t count(Suppressed const& result, std::string_view rule) {
    return static_cast<std::size_t>(
        std::count_if(result.findings.begin(), result.findings.end(),
                      [&](Diagnostic const& finding) { return finding.rule == rule; }));
}

Suppressed run(Document const& document) { return suppress(document, check(document, unread(document))); }

}  // namespace

TEST_CASE("a comment silences its line, or the next where it stands alone") {
    CHECK(count(run(markdown({"by by X <!-- fonds: ignore doubled-word -->"})), "doubled-word") == 0);
    CHECK(count(run(markdown({"<!-- fonds: ignore doubled-word -->", "", "by by X", "by by Y"})),
                "doubled-word") == 1);
    CHECK(count(run(markdown({"<!-- fonds: ignore -->", "by by X"})), "doubled-word") == 0);
    CHECK(count(run(markdown({"<!-- fonds: ignore typing -->", "by by X"})), "doubled-word") == 0);
    CHECK(count(run(markdown({"<!-- fonds: ignore http-url -->", "by by X"})), "doubled-word") == 1);
    CHECK(count(run(markdown({"by by X % fonds: ignore doubled-word"}, "tex")), "doubled-word") == 0);
    CHECK(count(run(markdown({"by by X", "by by Y", "<!-- fonds: ignore-file doubled-word -->"})),
                "doubled-word") == 0);
    CHECK(count(run(markdown({"fonds: ignore doubled-word", "by by X"})), "doubled-word") == 1);
}

TEST_CASE("what silences nothing is reported at its place") {
    auto const document = markdown({"right text <!-- fonds: ignore doubled-word -->"});
    auto const result = run(document);
    REQUIRE(count(result, "unused-suppression") == 1);
    CHECK(slice(document.parts.front().bytes, result.findings.back().span) == "fonds: ignore doubled-word ");
}

TEST_CASE("a comment for a rule that does not exist, or that was not asked for") {
    auto const misspelt = run(markdown({"right text <!-- fonds: ignore double-word -->"}));
    REQUIRE(count(misspelt, "unused-suppression") == 1);
    CHECK(misspelt.findings.back().message.find("“double-word” is no rule") == 0);
    auto const document = markdown({"by by X <!-- fonds: ignore doubled-word -->"});
    CheckOptions options;
    options.ignore = {"doubled-word"};
    CHECK(count(suppress(document, check(document, unread(document), Knowledge::builtin(), options), options),
                "unused-suppression") == 0);
}

TEST_CASE("comments in files that a text takes in hold there, those for the whole main file everywhere") {
    auto const rules_found = [](std::string const& main, std::string const& chapter) {
        auto const file = check_bytes(main + "A.\\footnote{by by X} \\input{one}", "main.tex", "tex",
                                      Knowledge::builtin(), {}, {{"one.tex", chapter}});
        REQUIRE(file);
        std::vector<std::string> found;
        for (auto const& finding : file->findings)
            if (finding.rule == "doubled-word" || finding.rule == "unused-suppression")
                found.push_back(finding.rule + ": " + std::string(file->document.text_of(finding)));
        return found;
    };
    std::string const silent = "% fonds: ignore doubled-word\n";
    std::string const file_wide = "% fonds: ignore-file doubled-word\n";
    std::string const chapter = "B.\\footnote{by by Y}\nC.\\footnote{by by Z}";
    using Found = std::vector<std::string>;
    CHECK(rules_found("", chapter) ==
          Found{"doubled-word: by by X", "doubled-word: by by Y", "doubled-word: by by Z"});
    CHECK(rules_found("", silent + chapter) == Found{"doubled-word: by by X", "doubled-word: by by Z"});
    CHECK(rules_found("", file_wide + chapter) == Found{"doubled-word: by by X"});
    CHECK(rules_found(file_wide, chapter).empty());
    CHECK(rules_found(silent, "B.") == Found{});
    CHECK(rules_found(silent, silent + "B.") == Found{"unused-suppression: " + silent + "B."});
}
