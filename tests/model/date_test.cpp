#include <fonds/date.hpp>

#include "support/catch.hpp"

using namespace fonds;

TEST_CASE("EDTF read and written again") {
    struct Row {
        char const* text;
        char const* expected;
    };
    for (auto const& row : {
             Row{"1955", "1955"},
             Row{"1955-04", "1955-04"},
             Row{"1957-10-16", "1957-10-16"},
             Row{"2003-24/2004-21", "2003-24/2004-21"},
             Row{"1961~", "1961~"},
             Row{"1961?", "1961?"},
             Row{"1961%", "1961%"},
             Row{"1961/..", "1961/.."},
             Row{"1961/", "1961/.."},
             Row{"../1961", "../1961"},
             Row{"-0043", "-0043"},
             Row{"196X", "1960/1969"},
             Row{"1961-XX", "1961"},
             Row{"[1961..1963]", "1961/1963"},
             Row{"{1961,1962,1963}", "1961/1963"},
             Row{"1961-13", ""},
             Row{"1961-02-30", ""},
             Row{"61", ""},
             Row{"April 1955", ""},
             Row{"", ""},
             Row{"../..", ""},
             Row{"1961-03-14T12:00:00Z", "1961-03-14"},
         }) {
        CAPTURE(row.text);
        auto const date = parse_edtf(row.text);
        CHECK((date ? to_edtf(*date) : std::string()) == row.expected);
    }
}

TEST_CASE("years are historical") {
    CHECK(parse_edtf("-0043")->start.year == -44);
    CHECK(parse_edtf("0000")->start.year == -1);
}

TEST_CASE("leap years") {
    CHECK(is_possible({1956, 2, 29, 0}));
    CHECK_FALSE(is_possible({1957, 2, 29, 0}));
    CHECK_FALSE(is_possible({1957, 0, 3, 0}));
}
