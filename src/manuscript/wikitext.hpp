// Wikitext of MediaWiki: notes in "<ref>…</ref>".
#pragma once

#include <fonds/document.hpp>
#include <string_view>

namespace fonds {

/// Whether a text has such a note.
[[nodiscard]] bool has_wiki_notes(std::string_view text);

/// Fills a document whose first part is set. A note that several places call by its name stands once;
/// templates in notes stay as they are written.
void read_wikitext(Document& document);

}  // namespace fonds
