// The names of months, in the languages of bibliography/vocabulary/months.tsv.
#pragma once

#include <string_view>

namespace fonds {

/// 1–12 for the name or abbreviation of a month, in any case and with or without its stop ("mar", "Sept.",
/// "апреля"); else 0.
[[nodiscard]] int find_month(std::string_view name);

}  // namespace fonds
