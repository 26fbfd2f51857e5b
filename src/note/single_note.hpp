// A note parsed without its manuscript, with what resolution needs beside it.
#pragma once

#include <fonds/note.hpp>
#include <span>
#include <string_view>
#include <vector>

#include "grammar/lexicon.hpp"

namespace fonds {

struct SingleNote {
    ParsedNote note;
    std::vector<bool> location_ibid;  ///< of each citation: its location is only "ibid."
};

/// Notes side by side: one pass after the other goes over all of them, so that what each is made of is
/// fetched once and not for every note. The result is the same one by one.
[[nodiscard]] std::vector<SingleNote> parse_singles(std::span<std::string_view const> texts,
                                                    Lexicon const& lexicon);

/// So many are best parsed side by side: nearly all that they save, with little memory.
inline constexpr std::size_t notes_side_by_side = 32;

}  // namespace fonds
