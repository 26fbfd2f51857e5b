// How far a word goes: over hyphens, apostrophes, stops and slashes that belong to it.
#pragma once

#include <cstddef>
#include <string_view>

#include "grammar/lexicon.hpp"

namespace fonds {

struct WordEnd {
    std::size_t end = 0;
    bool plain = false;  ///< of ASCII letters and digits alone
};

/// The end of the word that begins at byte `begin`; the mark at `closing_quote` is none of it.
[[nodiscard]] WordEnd find_word_end(std::string_view text, std::size_t begin, std::size_t closing_quote,
                                    Lexicon const& lexicon);

}  // namespace fonds
