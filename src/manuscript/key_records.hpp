// The records behind the keys that a manuscript cites.
//
// A reader gives keys (`Document::embedded`, `SourceNote::embedded`), the files that the text names
// (`Document::bibliographies`) and the records that stand in it (`Document::bibliography`). Here the files
// are read and each key gets its record, beside the text like those of a reference manager.
#pragma once

#include <fonds/document.hpp>

#include "manuscript/reader.hpp"

namespace fonds {

/// Sets `items` of the citations by key and `document.bibliography`, and reports named files that cannot be
/// read (`bibliography-not-read`) and keys that no record has (`unknown-key`; where all files could be read).
/// Nothing where the document cites nothing by key.
void look_up_keys(Document& document, Surroundings surroundings, Bibliography const& given);

}  // namespace fonds
