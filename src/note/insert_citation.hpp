// Citations put into a note that was read without them.
#pragma once

#include <fonds/note.hpp>

#include "note/single_note.hpp"

namespace fonds {

/// Puts a citation where its span lies in commentary, a signal or a joiner; false, and nothing is done, where
/// the span lies in another citation or runs over several segments.
bool insert_citation(SingleNote& single, Citation citation);

/// How a work of that record is cited in full.
[[nodiscard]] CitationKind kind_of_record(Item const& record);

}  // namespace fonds
