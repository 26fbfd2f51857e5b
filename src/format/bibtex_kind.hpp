// Which kind of .bib entry an item becomes.
#pragma once

#include <fonds/item.hpp>
#include <string_view>

#include "format/bibtex_fields.hpp"
#include "format/bibtex_render.hpp"
#include "model/field_table.hpp"

namespace fonds::bibtex {

/// Its texts are the item's, or of tables.
struct EntryKind {
    std::string_view type;           ///< "book", "misc"; as it was written where that still fits
    BibType const* known = nullptr;  ///< null: a type that no table has
    std::string_view subtype;        ///< what the type does not say; may be empty
    bool is_part = false;            ///< of a larger work
    bool in_journal = false;
    bool is_archival = false;  ///< an archive keeps it
};

[[nodiscard]] EntryKind entry_kind(Item const& item, FieldWriter const& fields, Profile profile);

}  // namespace fonds::bibtex
