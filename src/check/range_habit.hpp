// How a manuscript joins the numbers of a range.
#pragma once

#include <fonds/note.hpp>
#include <vector>

namespace fonds::checking {

/// Whether it is written in a language whose typography sets a hyphen in ranges ("p. 45-67" in French and its
/// sisters), and sets no dash in any of its own.
[[nodiscard]] bool sets_hyphens(std::vector<ParsedNote> const& notes);

}  // namespace fonds::checking
