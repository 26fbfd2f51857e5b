#include <fonds/reference.hpp>

#include "model/repeated_numbers.hpp"
#include "support/catch.hpp"

using namespace fonds;

TEST_CASE("numbers and ranges of leaves") {
    auto const dump = [](std::string_view value) -> std::string {
        auto const range = parse_number_range(value);
        if (!range) return "-";
        return std::to_string(range->first) + (range->first_verso ? "v" : "") + ".." +
               std::to_string(range->last) + (range->last_verso ? "v" : "") +
               (range->abbreviated ? " short" : "");
    };
    struct Row {
        char const* value;
        char const* expected;
    };
    for (auto const& row : {
             Row{"314", "314..314"},
             Row{"34-59", "34..59"},
             Row{"34–59", "34..59"},
             Row{"5-7ob.", "5..7v"},
             Row{"5 об.–7", "5v..7"},
             Row{"193-4", "193..194 short"},
             Row{"59-34", "59..34"},
             Row{"Р.7720", "-"},
             Row{"XIX-J-1-j", "-"},
             Row{"5, 7", "-"},
             Row{"106-01403-02", "-"},
             Row{"0102", "102..102"},
             Row{"", "-"},
         }) {
        CAPTURE(row.value);
        CHECK(dump(row.value) == row.expected);
    }
}

TEST_CASE("numbers that go on in those of their neighbours") {
    struct Row {
        ArchiveLevel upper, lower;
        bool repeated;
    };
    for (auto const& row : {
             Row{{"fonds", "", "MS 123"}, {"series", "", "MS 123/4"}, true},
             Row{{"series", "", "EGO.2"}, {"file", "", "EGO.2.17"}, true},
             Row{{"fond", "", "XIX-J-1"}, {"file", "", "XIX-J-1-j"}, true},
             Row{{"department", "", "FO"}, {"series", "", "FO 371"}, true},
             Row{{"fonds", "", "Papers"}, {"series", "", "Papers 1919"}, false},
             Row{{"fonds", "", "MS 12"}, {"series", "", "MS 123"}, false},
             Row{{"fond", "", "5"}, {"file", "", "5-2"}, false},
             Row{{"series", "", "FO 371"}, {"piece", "", "104176"}, false},
             Row{{"series", "", "A"}, {"box", "Box", "A/1"}, false},
             Row{{"fonds", "", "MS 123"}, {"series", "", "MS 123"}, false},
             Row{{"fonds", "", ""}, {"series", "", "/4"}, false},
         }) {
        CAPTURE(row.upper.value, row.lower.value);
        CHECK(is_repeated({row.upper, row.lower}, 0) == row.repeated);
        CHECK(is_repeated({row.lower, row.upper}, 1) == row.repeated);  // innermost first
        CHECK_FALSE(is_repeated({row.upper, row.lower}, 1));
        CHECK(is_whole_mark({row.upper, row.lower}, 1) == row.repeated);
        CHECK_FALSE(is_whole_mark({row.upper, row.lower}, 0));
    }
    std::vector<ArchiveLevel> const under_a_span = {
        {"fonds", "", "F/7"}, {"series", "", "F/7/3000-F/7/3999"}, {"file", "", "F/7/3321"}};
    CHECK(is_repeated(under_a_span, 0));
    CHECK(is_repeated(under_a_span, 1));
    CHECK_FALSE(is_repeated(under_a_span, 2));
    CHECK(is_whole_mark(under_a_span, 2));
}
