// What a word looks like: capitals, digits, a Roman numeral.
#pragma once

#include <cstddef>
#include <string_view>

#include "grammar/token.hpp"

namespace fonds {

/// Sets in a token what the word as written shows of itself, before any table is asked.
void describe(Token& token, std::string_view written);

/// How many bytes the sign of the English genitive has at a word's end: "Camp's", "Camp’s"; 0 where there is
/// none.
[[nodiscard]] std::size_t possessive_size(std::string_view word);
[[nodiscard]] inline bool is_possessive(std::string_view word) { return possessive_size(word) != 0; }

}  // namespace fonds
