// Tables of LaTeX whose rows are sorted by name (byte order).
#pragma once

#include <algorithm>
#include <string_view>

namespace fonds::latex {

/// The row of that name; null where the table has none.
template <class Table>
auto const* find_sorted(Table const& table, std::string_view name) {
    auto const at =
        std::lower_bound(table.begin(), table.end(), name,
                         [](auto const& row, std::string_view wanted) { return row.name < wanted; });
    return at == table.end() || at->name != name ? nullptr : &*at;
}

}  // namespace fonds::latex
