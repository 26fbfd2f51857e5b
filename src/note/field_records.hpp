// Works whose text a reference manager wrote into a note: Zotero, Mendeley, Citavi, EndNote.
//
// The text is read like any other, for it is what the reader sees. The records are what the author knows of
// the works, and go with the citations that the text was read as.
#pragma once

#include <fonds/document.hpp>

#include "note/single_note.hpp"

namespace fonds {

/// Gives the citations in the fields of a note their records. A field in which no citation was read
/// ("(Westad 2005)") becomes one.
void add_field_records(SingleNote& single, SourceNote const& source);

}  // namespace fonds
