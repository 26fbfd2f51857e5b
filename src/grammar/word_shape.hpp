// What a word looks like: capitals, digits, a Roman numeral.
#pragma once

#include <string_view>

#include "grammar/token.hpp"

namespace fonds {

/// Sets in a token what the word as written shows of itself, before any table is asked.
void describe(Token& token, std::string_view written);

}  // namespace fonds
