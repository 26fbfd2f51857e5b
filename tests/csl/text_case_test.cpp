// Title case (CSL 1.0.2, "Title Case Conversion"): a table, and titles of plain letters against the way that
// titles with quotes and tags go.

#include "csl/text_case.hpp"

#include <random>
#include <string>
#include <string_view>

#include "support/catch.hpp"

using namespace fonds::csl;

TEST_CASE("title case") {
    struct Row {
        std::string_view written, expected;
    };
    constexpr Row rows[] = {
        {"the opening of the soviet archives", "The Opening of the Soviet Archives"},
        {"what the files are for", "What the Files Are For"},
        {"china and korea: a long friendship", "China and Korea: A Long Friendship"},
        {"NATO in crisis? on its limits", "NATO in Crisis? On Its Limits"},
        {"in-between states", "In-between States"},
        {"states in-between", "States In-Between"},
        {"(re)reading an old letter, of 1953", "(Re)Reading an Old Letter, of 1953"},
        {"eBay v. us", "eBay v. Us"},
        {"  a b", "  A b"},
        {"of", "Of"},
        {"...", "..."},
        {"the “old” and <i>new</i> other", "The “Old” and <i>New</i> Other"},
    };
    for (auto const& row : rows) {
        INFO(row.written);
        CHECK(apply_case(row.written, TextCase::title) == row.expected);
    }
}

TEST_CASE("titles of plain letters are cased as others are") {
    // Without an i, the Turkic alphabet changes letters as any other, and takes the longer way.
    constexpr std::string_view pieces[] = {"a", "the", "of", "word", "Name", "NATO", "to", "1953", " ", " ",
                                           " ", "-",   ".",  ",",    ":",    "?",    "!",  "(",    ")", "[",
                                           "]", "/",   ";",  "&",    "v.",   "up",   "eB", "  "};
    std::mt19937 random(20);
    for (int i = 0; i < 20'000; ++i) {
        std::string title;
        for (auto count = random() % 12; count > 0; --count) title += pieces[random() % std::size(pieces)];
        INFO("“" << title << "”");
        REQUIRE(apply_case(title, TextCase::title, Alphabet::common) ==
                apply_case(title, TextCase::title, Alphabet::turkic));
    }
}
