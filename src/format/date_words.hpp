// Dates as record files have them in a single text: EDTF, "14 March 1961", "March 1961", "[1961?]", "c.
// 1961".
#pragma once

#include <fonds/date.hpp>
#include <optional>
#include <string_view>

namespace fonds {

/// The date, or nothing where the text is none; `raw` is left empty.
[[nodiscard]] std::optional<Date> parse_date_words(std::string_view text);

/// 1–12 for the English name or abbreviation of a month ("mar", "Sept."), else 0.
[[nodiscard]] int find_month(std::string_view name);

}  // namespace fonds
