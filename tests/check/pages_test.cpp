// The examples of every rule's page: in the bad ones the rule finds something, in the good ones nothing.

#include <fonds/check.hpp>
#include <fonds/rewrite.hpp>

#include "support/catch.hpp"

using namespace fonds;

namespace {

// "notes" on a page means: each line is a note.
Result<CheckedFile> checked(RuleExample const& example) {
    CheckOptions options;
    options.year = 2026;
    auto const format = example.format == "notes" ? std::string("lines") : example.format;
    return check_bytes(example.text, "example", format, Knowledge::builtin(), options);
}

std::string found_by(CheckedFile const& file, std::string_view rule) {
    std::string words;
    for (auto const& finding : file.findings)
        if (finding.rule == rule) words += finding.message + "\n";
    return words;
}

std::string all_found(CheckedFile const& file) {
    std::string words;
    for (auto const& finding : file.findings) words += "  " + finding.rule;
    return words;
}

}  // namespace

TEST_CASE("a rule finds its bad examples and leaves its good ones alone") {
    for (auto const& rule : rules()) {
        auto const page = rule_page(rule.id);
        REQUIRE(page);
        for (auto const& example : page.value().bad) {
            INFO(rule.id << "\n" << example.text);
            auto const file = checked(example);
            REQUIRE(file);
            INFO("found:" << all_found(*file));
            CHECK(found_by(*file, rule.id) != "");
        }
        for (auto const& example : page.value().good) {
            INFO(rule.id << "\n" << example.text);
            auto const file = checked(example);
            REQUIRE(file);
            CHECK(found_by(*file, rule.id) == "");
        }
    }
}

TEST_CASE("after the repair of a bad example its rule has nothing more to find") {
    for (auto const& rule : rules()) {
        auto const page = rule_page(rule.id);
        REQUIRE(page);
        for (auto const& example : page.value().bad) {
            if (example.format != "notes") continue;
            auto file = checked(example);
            REQUIRE(file);
            bool repaired = false;
            for (int round = 0; round < 4; ++round) {
                std::vector<Edit> edits;
                for (auto const& finding : file.value().findings) {
                    if (finding.rule != rule.id || finding.fixes.empty() || finding.note == no_note) continue;
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
            if (repaired) CHECK(found_by(*file, rule.id) == "");
        }
    }
}
