// Citations put into a note that was read without them.
#pragma once

#include <fonds/note.hpp>
#include <vector>

#include "note/single_note.hpp"

namespace fonds {

/// Puts citations, which come in their order, where their spans lie in commentary, a signal or a joiner. One
/// whose span lies in another citation or runs over several segments is left out. Cost: linear in both.
void insert_citations(SingleNote& single, std::vector<Citation> citations);

/// How a work of that record is cited in full.
[[nodiscard]] CitationKind kind_of_record(Item const& record);

}  // namespace fonds
