// Dates as notes write them, read from tokens: "October 30, 1973", "24.X.1957", "Winter 2003-Spring 2004".
#pragma once

#include <cstdint>
#include <fonds/date.hpp>
#include <optional>
#include <string_view>
#include <vector>

#include "grammar/tokens.hpp"

namespace fonds {

struct ReadDate {
    Date date;              ///< year 0 where none is written
    std::uint32_t end = 0;  ///< the token after it
};

/// The date that begins at token `at`; nothing where none does.
[[nodiscard]] std::optional<ReadDate> read_date(Tokens const& tokens, std::string_view text,
                                                std::uint32_t at);

/// A year that stands for itself: 1000 to 2100.
[[nodiscard]] bool is_year(std::string_view word);

}  // namespace fonds
