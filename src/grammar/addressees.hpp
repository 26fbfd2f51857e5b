// The further addressees of a letter.
#pragma once

#include <cstddef>

#include "grammar/chunk.hpp"

namespace fonds {

/// ", Laird, Kissinger, and Helms" behind "Nixon to Rogers": how many chunks from `first` on name further
/// addressees of a letter, the last of them behind "and"; 0 where they are no such list.
[[nodiscard]] std::size_t further_addressees(Chunk const* first, Chunk const* last);

}  // namespace fonds
