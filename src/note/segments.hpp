// The partition of a note into citations, signals, comments and joiners.
#pragma once

#include <fonds/note.hpp>

#include "grammar/chunk.hpp"

namespace fonds {

/// Fills `note.segments` from its citations: every byte of the note lies in exactly one segment.
void partition(ParsedNote& note, Chunks const& chunks);

}  // namespace fonds
