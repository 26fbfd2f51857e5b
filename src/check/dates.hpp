// Dates in running text, for rules that compare what is written in different places.
#pragma once

#include <fonds/date.hpp>
#include <fonds/span.hpp>
#include <string_view>
#include <vector>

#include "check/tokens.hpp"

namespace fonds::checking {

/// A date of day precision as it stands in a text.
struct WrittenDate {
    DatePoint point;
    Span span;
};

/// "April 5, 1955", "5 April 1955", "15.X.1957", "15. X. 1957", "15.10.1957"; also such as no calendar has.
[[nodiscard]] std::vector<WrittenDate> find_dates(std::string_view text, std::vector<Token> const& tokens);

/// The value of a Roman numeral of capitals, 0 where it is none.
[[nodiscard]] int roman_value(std::string_view text);

}  // namespace fonds::checking
