#include "base/number.hpp"

#include "support/catch.hpp"

TEST_CASE("numbers at the beginning of a text") {
    CHECK(fonds::leading_number("12b") == 12);
    CHECK(fonds::leading_number("b12") == 0);
    CHECK(fonds::leading_number("99999999999") == 0);
    CHECK(fonds::count_digits("1957/58") == 4);
    CHECK(fonds::count_digits("") == 0);
}

TEST_CASE("ranges of numbers") {
    struct Case {
        std::string_view text, first, last;
        bool whole;
    };
    for (auto const& test : {Case{"46–9", "46", "9", true}, Case{"122-155", "122", "155", true},
                             Case{"12–15, 17", "12", "15", false}, Case{"12–15–18", "12", "15", false}}) {
        INFO(test.text);
        auto const range = fonds::leading_range(test.text);
        REQUIRE(range);
        CHECK(range->first == test.first);
        CHECK(range->last == test.last);
        CHECK(fonds::whole_range(test.text).has_value() == test.whole);
    }
    for (std::string_view const text : {"", "46", "46–", "–9", "46 – 9", "a46-9"}) {
        INFO(text);
        CHECK_FALSE(fonds::leading_range(text));
    }
    CHECK(fonds::has_dash("a–b"));
    CHECK_FALSE(fonds::has_dash("a—b"));
}
