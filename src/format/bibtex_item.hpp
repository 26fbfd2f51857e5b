// One entry of a .bib file as an item.
#pragma once

#include <fonds/item.hpp>
#include <vector>

#include "format/bibtex_slots.hpp"

namespace fonds::bibtex {

/// The name under which fields of BibTeX and BibLaTeX that CSL has no variable for are kept. Values are TeX.
inline constexpr std::string_view foreign_format = "bibtex";

struct ItemOptions {
    bool sentence_case = false;  ///< titles in English or of no named language: as ReadOptions has it
};

/// The item that the slots of an entry make, without the lossless field.
void read_item(Entry const& entry, Slots const& slots, ItemOptions options, Item& item,
               std::vector<Diagnostic>& diagnostics);

/// What the field `number` counts in an entry: issues, volumes of a series, or things of its kind.
[[nodiscard]] Variable variable_of_number(ItemType type, std::string_view entry_type);

/// A list of literals as `read_item` reads it: joined with "; ".
[[nodiscard]] std::string read_literals(std::string_view tex);

}  // namespace fonds::bibtex
