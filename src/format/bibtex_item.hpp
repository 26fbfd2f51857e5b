// One entry of a .bib file as an item.
#pragma once

#include <fonds/item.hpp>
#include <vector>

#include "format/bibtex_slots.hpp"

namespace fonds::bibtex {

/// The name under which fields of BibTeX and BibLaTeX that CSL has no variable for are kept. Values are TeX.
inline constexpr std::string_view foreign_format = "bibtex";

/// The item that the slots of an entry make, without the lossless field.
void read_item(Entry const& entry, Slots const& slots, Item& item, std::vector<Diagnostic>& diagnostics);

/// A name list, a list of literals, and a text, as `read_item` reads them.
[[nodiscard]] std::string read_literals(std::string_view tex);

}  // namespace fonds::bibtex
