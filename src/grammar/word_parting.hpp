// Parts words that notes write together: "op.1", "RG10", "PRO-FO", "和田春樹編".
#pragma once

#include <cstddef>
#include <string_view>

#include "grammar/lexicon.hpp"

namespace fonds {

/// Where the first part of the word at `begin` to `end` ends, which is a label, a keeper or a name with more
/// written at it; `end` where it is one word. `plain`: it is of ASCII letters and digits alone.
[[nodiscard]] std::size_t first_part_end(std::string_view text, std::size_t begin, std::size_t end,
                                         bool plain, Lexicon const& lexicon);

/// "Graz–Köln", "Frankfurt/M.": where the town ends at which a word joins another or a river; npos where none
/// does.
[[nodiscard]] std::size_t joined_town_end(std::string_view word, Lexicon const& lexicon);

/// A month or a season.
[[nodiscard]] bool names_part_of_year(std::string_view word, Lexicon const& lexicon);

}  // namespace fonds
