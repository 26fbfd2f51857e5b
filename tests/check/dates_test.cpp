// Dates in running text.

#include "check/dates.hpp"

#include "support/catch.hpp"

using namespace fonds;
using namespace fonds::checking;

TEST_CASE("dates of day precision are read in the forms of notes") {
    struct Case {
        std::string text;
        DatePoint point;
    };
    for (auto const& [text, point] : std::vector<Case>{
             {"on 15.X.1957", {1957, 10, 15, 0}},
             {"15. X. 1957", {1957, 10, 15, 0}},
             {"15.10.1957", {1957, 10, 15, 0}},
             {"October 16, 1957", {1957, 10, 16, 0}},
             {"16 October 1957", {1957, 10, 16, 0}},
             {"19 June, 1985", {1985, 6, 19, 0}},
             {"24 марта 1956", {1956, 3, 24, 0}},
             {"6. Mai 1958", {1958, 5, 6, 0}},
             {"Sept. 3, 1935", {1935, 9, 3, 0}},
         }) {
        INFO(text);
        auto const dates = find_dates(text, tokenize(text));
        REQUIRE(dates.size() == 1);
        CHECK(dates[0].point == point);
    }
    for (std::string const text : {"May 1956", "3/1956", "Doc. 15.1957", "1.2.3.1957", "vol. X, 1957"})
        CHECK(find_dates(text, tokenize(text)).empty());
}

TEST_CASE("Roman numerals") {
    CHECK(roman_value("XIX") == 19);
    CHECK(roman_value("IV") == 4);
    CHECK(roman_value("XY") == 0);
    CHECK(roman_value("") == 0);
}
