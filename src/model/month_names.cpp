#include "model/month_names.hpp"

#include <unordered_map>

#include "base/embedded.hpp"
#include "base/number.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"

namespace fonds {
namespace {

using MonthNames = std::unordered_map<std::string_view, int>;

MonthNames read_names() {
    MonthNames months;
    for (auto const row : split(find_embedded("vocabulary/months.tsv").value_or(""), '\n')) {
        auto const cells = split(row, '\t');
        if (row.starts_with('#') || cells.size() < 3) continue;
        auto const month = leading_number(cells[0]);
        for (auto const name : split(cells[2], '|')) months.emplace(name, month);
    }
    return months;
}

}  // namespace

int find_month(std::string_view name) {
    static auto const months = read_names();
    if (name.ends_with('.')) name.remove_suffix(1);
    auto const found = months.find(to_lower(name));
    return found == months.end() ? 0 : found->second;
}

}  // namespace fonds
