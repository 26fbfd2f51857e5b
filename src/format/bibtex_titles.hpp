// Capitals in titles, which BibTeX styles take away where no braces hold them.
#pragma once

#include <fonds/span.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace fonds::bibtex {

/// The words of a title whose capitals are not for the beginning of the sentence: in a title that has small
/// words beside them the capitalised ones, of one or two capitalised words alone those that are not surely
/// common nouns, in every title those like NATO and MacDonald.
[[nodiscard]] std::vector<Span> capitals_to_hold(std::string_view title);

/// The title with nocase spans there.
[[nodiscard]] std::string with_nocase_spans(std::string_view title, std::vector<Span> const& held);

/// Whether CSL's title case would change a word of it: one that is in small letters throughout.
[[nodiscard]] bool has_small_word(std::string_view text);

/// A title as it was read, and where braces stood around words in it.
struct Title {
    std::string text;
    std::vector<Span> groups;  ///< in order, none in another

    [[nodiscard]] bool empty() const { return text.empty(); }
    /// The last sign; 0 where it stands in braces.
    [[nodiscard]] char last() const {
        return text.empty() || (!groups.empty() && groups.back().end == text.size()) ? '\0' : text.back();
    }
    void append(Title const& more);
    /// Takes white space away from both ends, but for what stands in braces.
    void trim();
};

/// A title with each group of braces a nocase span, without the spans that say nothing: those
/// whose capitals are among `capitals_to_hold`, or the beginning of the sentence does, and that have no
/// small word that CSL's title case would change.
[[nodiscard]] std::string without_needless_spans(Title title);

/// A title in title case as a sentence: outside nocase spans the words in small letters, but for the first,
/// the one after a colon, and those with capitals inside (NATO, MacDonald).
[[nodiscard]] std::string to_sentence_case(std::string_view title);

}  // namespace fonds::bibtex
