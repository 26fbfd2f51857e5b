// "to" before a country, which says where somebody serves or goes.
#pragma once

#include <string_view>
#include <vector>

#include "grammar/tokens.hpp"

namespace fonds {

/// "Ambassador to China", "ambassadeur à Moscou", "Visit to the DPRK": takes the class of a letter's "to"
/// from words that only say where somebody serves or goes. Cost: linear.
void drop_destinations(Tokens& tokens, std::string_view text);

}  // namespace fonds
