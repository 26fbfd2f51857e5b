// Capitals in titles, which BibTeX styles take away where no braces hold them.
#pragma once

#include <string>
#include <string_view>

namespace fonds::bibtex {

/// The title with nocase spans around the words whose capitals are not for the beginning of the sentence: in
/// a title that has small words beside them the capitalised ones, in every title those like NATO and
/// MacDonald.
[[nodiscard]] std::string protect_capitals(std::string_view title);

/// A title as it was read, each group of braces a nocase span, without the spans that say nothing: those
/// whose capitals `protect_capitals` would hold, or the beginning of the sentence does, and that have no
/// small word that CSL's title case would change.
[[nodiscard]] std::string without_needless_spans(std::string title);

/// A title in title case as a sentence: outside nocase spans the words in small letters, but for the first,
/// the one after a colon, and those with capitals inside (NATO, MacDonald).
[[nodiscard]] std::string to_sentence_case(std::string_view title);

}  // namespace fonds::bibtex
