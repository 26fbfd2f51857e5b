#include "model/month_names.hpp"

#include <map>
#include <string>
#include <string_view>

#include "base/embedded.hpp"
#include "base/text.hpp"
#include "support/catch.hpp"

using namespace fonds;

TEST_CASE("months are known by name and abbreviation, in any case, with and without a stop") {
    struct Row {
        char const* name;
        int month;
    };
    for (auto const& row : {
             Row{"January", 1},
             Row{"mar", 3},
             Row{"Sept.", 9},
             Row{"März", 3},
             Row{"août", 8},
             Row{"апреля", 4},
             Row{"Iiunia", 6},
             Row{"listopada", 11},
             Row{"MÁJUS", 5},
             Row{"Marx", 0},
             Row{"ma", 0},
             Row{".", 0},
             Row{"", 0},
         }) {
        INFO(row.name);
        CHECK(find_month(row.name) == row.month);
    }
}

TEST_CASE("no name of the table stands for two months") {
    std::map<std::string_view, std::string_view> months;
    for (auto const row : split(find_embedded("vocabulary/months.tsv").value(), '\n')) {
        auto const cells = split(row, '\t');
        if (row.starts_with('#') || cells.size() < 3) continue;
        for (auto const name : split(cells[2], '|')) {
            INFO(std::string(name));
            CHECK(months.emplace(name, cells[0]).first->second == cells[0]);
            CHECK(find_month(name) == std::stoi(std::string(cells[0])));
        }
    }
    CHECK(months.size() > 500);
}
