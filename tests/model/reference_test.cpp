#include <fonds/reference.hpp>

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
