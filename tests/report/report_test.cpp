// Reports: what a line looks like, where carets stand, and that hostile text stays text.

#include "report/files.hpp"
#include "support/catch.hpp"
#include "wire/json.hpp"

using namespace fonds;

TEST_CASE("every format of the table can be had, and no other") {
    for (auto const& format : report_formats()) CHECK(make_reporter(format.name));
    CHECK_FALSE(make_reporter("docx"));
}

TEST_CASE("pretty: the place is underlined, wide characters counted as two columns") {
    auto const text = report("pretty", {text_file()});
    CHECK(text.find("warning[doubled-word]: “by” stands twice\n"
                    "  --> notes/é ssay.txt:2:8  (note 1)\n"
                    "   |\n"
                    "2  | 1. 外交部 by by X\n"
                    "   |           ^^^^^\n") != std::string::npos);
    CHECK(text.find("\x1b[") == std::string::npos);
    ReportOptions options;
    options.colour = true;
    CHECK(report("pretty", {text_file()}, options).find("\x1b[1;33m") != std::string::npos);
}

TEST_CASE("pretty: control characters of a note do not reach the terminal") {
    auto file = text_file();
    file.document.parts.front().bytes = "\x1b[2J by by \xE2\x80\xAE";
    file.document.notes.clear();
    file.notes.clear();
    file.findings = {{"doubled-word",
                      Severity::warning,
                      "m\x1b[1m",
                      no_index,
                      {5, 10},
                      {{"write \x1b[1m", true, {{{5, 10}, "by"}}}},
                      {{no_index, {5, 7}, "here\x1b[1m"}}}};
    CHECK(report("line", {file}).find('\x1b') == std::string::npos);
    auto const text = report("pretty", {file});
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK(text.find("\xE2\x80\xAE") == std::string::npos);
}

TEST_CASE("pretty: a long line is shown around its place") {
    auto file = text_file();
    file.document.parts.front().bytes = std::string(5000, 'a') + " by by " + std::string(5000, 'b');
    file.document.notes.clear();
    file.notes.clear();
    file.findings = {{"doubled-word", Severity::warning, "m", no_index, {5001, 5006}, {}, {}}};
    auto const text = report("pretty", {file});
    CHECK(text.size() < 700);
    CHECK(text.find("aaa by by bbb") != std::string::npos);
}

TEST_CASE("json, sarif and html: what is too long to be quoted ends with a whole character") {
    auto file = text_file();
    auto& bytes = file.document.parts.front().bytes;
    bytes = "ab";
    for (int i = 0; i < 300; ++i) bytes += "外";
    file.document.notes.clear();
    file.notes.clear();
    file.findings = {{"doubled-word", Severity::warning, "m", no_index, {0, bytes.size()}, {}, {}}};
    for (std::string_view const format : {"json", "sarif", "html"}) {
        CAPTURE(format);
        CHECK(report(format, {file}).find("\uFFFD") == std::string::npos);
    }
}

TEST_CASE("line and github: one line a finding") {
    CHECK(report("line", {text_file()}) ==
          "notes/é ssay.txt:2:8: warning: “by” stands twice [doubled-word]\n"
          "notes/é ssay.txt:3:4: error: 100% wrong, \"really\" so [no-such-rule]\n");
    CHECK(report("line", {package_file()}).starts_with("essay.docx:note 1:1:5: warning"));
    CHECK(report("github", {text_file()}) ==
          "::warning file=notes/é ssay.txt,line=2,col=8,endColumn=13,title=doubled-word::“by” stands twice\n"
          "::error file=notes/é ssay.txt,line=3,col=4,endColumn=4,title=no-such-rule::100%25 wrong, "
          "\"really\"%0Aso\n");
}

TEST_CASE("json: spans in the note and in the file, in bytes and in characters") {
    auto const text = report("json", {text_file()});
    auto const tree = json::read(text);
    REQUIRE(tree);
    auto const& findings = *tree.value().find("findings")->array();
    REQUIRE(findings.size() == 2);
    auto const& first = findings[0];
    CHECK(first.find("text")->text() == "by by");
    CHECK((*first.find("span")->array())[0].integer() == 10);
    CHECK((*first.find("file_span")->array())[0].integer() == 19);
    CHECK((*first.find("file_characters")->array())[0].integer() == 13);
    CHECK(first.find("begin")->find("column")->integer() == 8);
    CHECK(first.find("related")->array()->size() == 1);
    CHECK(first.find("fixes")->array()->size() == 1);
    CHECK(tree.value().find("summary")->find("errors")->integer() == 1);
    CHECK(json::read(report("json", {})));
}

TEST_CASE("html: text of notes stays text, and nothing is loaded from elsewhere") {
    auto file = text_file();
    file.notes[0].text = file.document.notes[0].text = "<script>alert(1)</script> by by \"x\" & y";
    file.findings[0].span = {26, 31};
    file.findings[0].fixes.clear();
    auto const page = report("html", {file});
    CHECK(page.find("<script>alert") == std::string::npos);
    CHECK(page.find("&lt;script&gt;alert(1)&lt;/script&gt;") != std::string::npos);
    CHECK(page.find("class=\"f f-warning\" title=\"doubled-word\">by by</span>") != std::string::npos);
    for (std::string_view const outside : {"<link", "src=", "@import", "url("})
        CHECK(page.find(outside) == std::string::npos);
    CHECK(html_report(std::vector{file}) == page);
}

TEST_CASE("html: an earlier note is called by its number, not by the file's own id") {
    auto const file =
        check_bytes("A.\\footnote{RGANI, f. 5, op. 28, d. 314, l. 3.} B.\\footnote{Ibid.}", "x.tex", "tex");
    REQUIRE(file);
    REQUIRE(file->document.notes[0].id == "footnote-1");
    auto const page = report("html", {*file});
    CHECK(page.find("note 1 <small>the source of note 1</small>") != std::string::npos);
}

TEST_CASE("html: where a note is called, what was found how often, and a page without findings") {
    auto const checked = check_bytes("The war began; it did.[^1]\n\n[^1]: Translated by by X.\n", "x.md");
    REQUIRE(checked);
    auto const page = report("html", {*checked});
    CHECK(page.find("<p class=\"context\">The war began; it did.<b>[1]</b></p>") != std::string::npos);
    CHECK(page.find("data-words=\"doubled-word\"") != std::string::npos);
    CHECK(page.find("name=\"severity\"") != std::string::npos);
    ReportOptions records;
    records.checked = false;
    auto const parsed = html_report(std::vector{*checked}, records);
    CHECK(parsed.find("fonds parse") != std::string::npos);
    CHECK(parsed.find("name=\"severity\"") == std::string::npos);
    auto const clean = check_bytes("A.[^1]\n\n[^1]: A. Smith, War (London: Macmillan, 1990), 5.\n", "x.md");
    REQUIRE(clean);
    auto const nothing = report("html", {*clean});
    CHECK(nothing.find("Nothing was found.") != std::string::npos);
    // The page that is cited stands in the form of the style, too.
    CHECK(nothing.find("(Macmillan, 1990), 5.</p>") != std::string::npos);
}
