// Variables written as lines in `note`, as Zotero users and citeproc-js do ("cheater syntax").
//
// A line is `name: value` with a CSL variable's name in small letters (or DOI, ISBN, URL … as they are); the
// lines stand together at the top, with at most one line of free text before them; a line whose name is no
// variable stays in the note. The older form is `{:name: value}` anywhere.
#pragma once

#include <fonds/item.hpp>
#include <string_view>

namespace fonds {

/// Moves them from the item's note to where they belong; what the item says elsewhere has precedence.
void take_note_fields(Item& item);

/// Whether a note has any.
[[nodiscard]] bool has_note_fields(std::string_view note);

}  // namespace fonds
