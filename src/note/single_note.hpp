// A note parsed without its manuscript, with what resolution needs beside it.
#pragma once

#include <fonds/note.hpp>
#include <string_view>
#include <vector>

#include "grammar/lexicon.hpp"

namespace fonds {

struct SingleNote {
    ParsedNote note;
    std::vector<bool> location_ibid;  ///< of each citation: its location is only "ibid."
};

[[nodiscard]] SingleNote parse_single(std::string_view text, Lexicon const& lexicon);

}  // namespace fonds
