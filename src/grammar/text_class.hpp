// The parts of `classify`: what sets the traits of a text chunk.
#pragma once

#include <cstdint>
#include <string_view>

#include "grammar/chunk.hpp"

namespace fonds {

/// "TsDA", "GKhTA", "AdsD": at least half of its letters are capitals.
[[nodiscard]] bool is_abbreviation(std::string_view word);

/// "A/C.3/SR.125", "S/PV.1382", "A/4494": a paper of the United Nations by its symbol.
[[nodiscard]] bool names_symbol(std::string_view word);

/// Codes of departments, armies and keepers; `end`: where the words end without their stops.
void add_code_traits(Chunk& chunk, Chunks const& chunks, Lexicon const& lexicon, std::uint32_t end);

/// Who writes to whom: "Kim to Stalin", "Ulbricht an Chruschtschow"; or only to whom.
void find_letter(Chunk& chunk, Chunks const& chunks, Lexicon const& lexicon);

/// How a personal name is written: initials, the family first, several names.
void describe_name(Chunk& chunk, Chunks const& chunks);

}  // namespace fonds
