// Repairs that touch the same text are applied one after the other, always in the same order.

#include <fonds/rewrite.hpp>

#include "check/notes.hpp"
#include "support/catch.hpp"

using namespace fonds;

namespace {

Diagnostic finding(Severity severity, std::vector<Edit> edits, bool safe = true) {
    return {"rule", severity, "", 0, edits.front().span, {{"mend", safe, edits}}, {}};
}

}  // namespace

TEST_CASE("of two repairs of one place the graver finding's is taken") {
    std::vector<Diagnostic> const findings = {
        finding(Severity::note, {{{0, 4}, "x"}}), finding(Severity::error, {{{2, 6}, "y"}}),
        finding(Severity::note, {{{6, 7}, "z"}}), finding(Severity::note, {{{8, 8}, ","}}),
        finding(Severity::note, {{{8, 8}, ";"}})};
    auto const chosen = choose_fixes(findings, FixLevel::safe);
    REQUIRE(chosen.size() == 3);
    CHECK(chosen[0].finding == 1);
    CHECK(chosen[1].finding == 2);
    CHECK(chosen[2].finding == 3);
}

TEST_CASE("doubtful repairs wait for the level that asks for them") {
    std::vector<Diagnostic> const findings = {finding(Severity::error, {{{0, 1}, "x"}}, false)};
    CHECK(choose_fixes(findings, FixLevel::none).empty());
    CHECK(choose_fixes(findings, FixLevel::safe).empty());
    CHECK(choose_fixes(findings, FixLevel::all).size() == 1);
}

TEST_CASE("edits are applied whatever their order") {
    CHECK(edited_text("abcdef", {{{4, 5}, "X"}, {{0, 1}, ""}, {{2, 2}, "-"}}) == "b-cdXf");
    CHECK(edited_text("abc", {}) == "abc");
    CHECK(edited_text("abc", {{{0, 2}, "x"}, {{1, 3}, "y"}}) == "xc");
}

TEST_CASE("safe repairs of all text rules leave nothing of themselves to find") {
    auto document =
        manuscript({"f. 555 , op.3, d.45,  listi 5, translated by by X,and no 2, April, 1955, http://a.org"});
    for (int round = 0; round < 3; ++round) {
        auto const findings = check(document, unread(document));
        std::vector<Edit> edits;
        for (auto const& chosen : choose_fixes(findings, FixLevel::safe))
            edits.insert(edits.end(), chosen.fix.edits.begin(), chosen.fix.edits.end());
        if (edits.empty()) break;
        document = manuscript({edited_text(document.notes[0].text, edits)});
    }
    CHECK(document.notes[0].text ==
          "f. 555, op. 3, d. 45, listy 5, translated by X, and no. 2, April 1955, https://a.org");
}

TEST_CASE("a range is closed up when it gets its dash") {
    std::string const note = "RGANI, f. 5, op. 28, d. 314, ll. 12 - 15.";
    auto const file = check_bytes(note, "-", "lines");
    REQUIRE(file);
    auto const dash = std::find_if(file->findings.begin(), file->findings.end(),
                                   [](Diagnostic const& found) { return found.rule == "range-dash"; });
    REQUIRE(dash != file->findings.end());
    CHECK(edited_text(note, dash->fixes.front().edits) == "RGANI, f. 5, op. 28, d. 314, ll. 12–15.");
}
