// What of an item surely comes back from a .bib entry, so that it need not be read to be sure.
#pragma once

#include <fonds/item.hpp>
#include <string_view>

#include "format/bibtex_kind.hpp"

namespace fonds::bibtex {

/// Whether an entry of that kind has all variables of the item in fields that mean them and nothing else, its
/// type says what the item is, and nothing is written that would be read as more. It is for `FieldWriter` to
/// say whether the texts come back. False where it takes reading to know.
[[nodiscard]] bool variables_come_back(Item const& item, EntryKind const& kind, Profile profile);

/// Whether a key is surely read as it is.
[[nodiscard]] bool is_plain_key(std::string_view key);

}  // namespace fonds::bibtex
