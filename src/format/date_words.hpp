// Dates as record files have them in a single text: EDTF, "14 March 1961", "12–15 апреля 1964 г.", "[1961?]",
// "c. 1961", "1960s".
#pragma once

#include <fonds/date.hpp>
#include <optional>
#include <string_view>

namespace fonds {

/// The date, in English or another language of archives, or nothing where the text is none; `raw` is left
/// empty.
[[nodiscard]] std::optional<Date> parse_date_words(std::string_view text);

/// 1–4 for the name of a season, else 0.
[[nodiscard]] int find_season(std::string_view name);

}  // namespace fonds
