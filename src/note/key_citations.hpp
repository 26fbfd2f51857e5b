// Works that a note cites by a key of a bibliography: "[@westad, 12]" of pandoc, "\footcite[12]{westad}".
//
// The program that sets the text writes them out later. What stands for them here is no text to be read:
// "[westad], 12" is neither an author nor an "ibid.".
#pragma once

#include <fonds/document.hpp>
#include <string>

#include "note/single_note.hpp"

namespace fonds {

/// The text of a note, its keys and what belongs to them blotted out byte by byte.
[[nodiscard]] std::string without_keys(SourceNote const& source, Lexicon const& lexicon);

/// Adds a citation for each key to a note that was read without them: the record of the key with the page
/// behind it as locator, or a short form whose item has the key as its id, and the page.
void add_key_citations(SingleNote& single, SourceNote const& source, Lexicon const& lexicon);

}  // namespace fonds
