// The examples of every rule's page: in the bad ones the rule finds something, in the good ones nothing.

#include <fonds/check.hpp>
#include <fonds/csl.hpp>
#include <fonds/formats.hpp>
#include <fonds/rewrite.hpp>

#include "support/catch.hpp"

using namespace fonds;

namespace {

using Findings = std::vector<Diagnostic>;

// "notes" on a page means: each line is a note.
std::string format_of(RuleExample const& example) {
    return example.format == "notes" ? "lines" : example.format;
}

Result<CheckedFile> checked(RuleExample const& example) {
    CheckOptions options;
    options.year = 2026;
    return check_bytes(example.text, "example", format_of(example), Knowledge::builtin(), options);
}

// Two records cited in a style: one of the two is the example.
Findings found_in_cites(std::string const& style_text, std::string_view citations_json) {
    auto const style = csl::Style::parse(style_text, "example");
    REQUIRE(style);
    auto const language = style->value.default_locale();
    auto const locales = csl::find_locales(language.empty() ? "en-US" : language);
    REQUIRE(locales);
    auto const citations = csl::read_citations(citations_json);
    REQUIRE(citations);
    auto const items = read_items(
        R"([{"id": "letter", "type": "manuscript", "title": "A letter"},
            {"id": "letter-2", "type": "manuscript", "title": "Another"}])",
        "csl-json");
    REQUIRE(items);
    return csl::format_document(style->value, *locales, items->value, *citations).diagnostics;
}

// What writing an example finds: citations are written in a style, manuscripts anew.
Findings found_in_writing(RuleExample const& example) {
    auto const chicago = csl::read_style("chicago-archives");
    REQUIRE(chicago);
    if (example.format == "csl")
        return found_in_cites(example.text, R"([{"citationItems": [{"id": "letter"}]}])");
    if (example.format == "citations") return found_in_cites(*chicago, example.text);
    auto const document = read_document_bytes(example.text, "example", format_of(example));
    REQUIRE(document);
    ReformatOptions options;
    options.style = "chicago-archives";
    auto const written = reformat_citations(*document, options);
    REQUIRE(written);
    return written->diagnostics;
}

Findings found_in(RuleExample const& example, Rule const& rule) {
    if (rule.family == "writing" && find_format(example.format) == nullptr) return found_in_writing(example);
    auto const file = checked(example);
    REQUIRE(file);
    return file->findings;
}

std::string found_by(Findings const& findings, std::string_view rule) {
    std::string words;
    for (auto const& finding : findings)
        if (finding.rule == rule) words += finding.message + "\n";
    return words;
}

std::string all_found(Findings const& findings) {
    std::string words;
    for (auto const& finding : findings) words += "  " + finding.rule;
    return words;
}

}  // namespace

TEST_CASE("a rule finds its bad examples and leaves its good ones alone") {
    for (auto const& rule : rules()) {
        auto const page = rule_page(rule.id);
        REQUIRE(page);
        for (auto const& example : page.value().bad) {
            INFO(rule.id << "\n" << example.text);
            auto const found = found_in(example, rule);
            INFO("found:" << all_found(found));
            CHECK(found_by(found, rule.id) != "");
        }
        for (auto const& example : page.value().good) {
            INFO(rule.id << "\n" << example.text);
            CHECK(found_by(found_in(example, rule), rule.id) == "");
        }
    }
}

TEST_CASE("after the repair of a bad example its rule has nothing more to find") {
    for (auto const& rule : rules()) {
        auto const page = rule_page(rule.id);
        REQUIRE(page);
        for (auto const& example : page.value().bad) {
            if (example.format != "notes" || rule.family == "writing") continue;
            auto file = checked(example);
            REQUIRE(file);
            bool repaired = false;
            for (int round = 0; round < 4; ++round) {
                std::vector<Edit> edits;
                for (auto const& finding : file.value().findings) {
                    if (finding.rule != rule.id || finding.fixes.empty() || finding.note == no_index)
                        continue;
                    for (auto const& edit : finding.fixes.front().edits) {
                        auto const wanted =
                            edit.span.empty() ? Span{edit.span.begin, edit.span.begin + 1} : edit.span;
                        auto const place = file.value().document.notes[finding.note].map.to_source(wanted);
                        REQUIRE(place);
                        edits.push_back(
                            {{place->span.begin, edit.span.empty() ? place->span.begin : place->span.end},
                             edit.replacement});
                    }
                    break;
                }
                if (edits.empty()) break;
                repaired = true;
                file = checked({"notes", edited_text(file.value().document.parts.front().bytes, edits)});
                REQUIRE(file);
            }
            INFO(rule.id << "\n" << file.value().document.parts.front().bytes);
            if (repaired) CHECK(found_by(file->findings, rule.id) == "");
        }
    }
}
