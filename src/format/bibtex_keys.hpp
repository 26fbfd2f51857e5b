// Citation keys for BibTeX and BibLaTeX: made by a pattern, kept apart from each other.
#pragma once

#include <fonds/item.hpp>
#include <string>
#include <string_view>

#include "base/flat_table.hpp"
#include "base/unicode.hpp"

namespace fonds::bibtex {

/// Whether a text can stand as a key as it is: no space, comma, quote, brace, %, #, =, ~, backslash.
[[nodiscard]] bool is_key(std::string_view text);

/// The text as a key: what a key may not have is left out, spaces become hyphens.
[[nodiscard]] std::string to_key(std::string_view text);

/// A key by a pattern of literal text and fields in brackets, in the manner of JabRef and Better BibTeX.
///
///     [auth] [Auth] [authors] [editor]         the first author's family name, capitalised, all, the
///     editor's [year] [shortyear] [date]                four digits, two, year-month-day [title]
///     [shorttitle] [veryshorttitle]    all words that are no function words, three, one [journal] [type]
///     [archive]               the container, the CSL type, the repository
///
/// A modifier follows a colon: [auth:lower], [auth:upper], [auth:3] (the first three letters).
[[nodiscard]] std::string key_by_pattern(std::string_view pattern, Item const& item);

/// Gives out keys that differ from each other, as BibTeX compares them: without regard to case.
class KeyMaker {
  public:
    /// `wanted`, or `wanted` with a letter (a–z, aa …) where it was given out before.
    [[nodiscard]] std::string unique(std::string wanted);
    /// A key that stands in the file already.
    void take(std::string_view key) { given_.insert(to_lower(key)); }

  private:
    SeenTexts given_;                          ///< in small letters
    FlatMap<std::string, std::size_t> tried_;  ///< suffixes of keys that were given more than once
};

}  // namespace fonds::bibtex
