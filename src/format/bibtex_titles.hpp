// Capitals in titles, which BibTeX styles take away where no braces hold them.
#pragma once

#include <string>
#include <string_view>

namespace fonds::bibtex {

/// The title with nocase spans around the words whose capitals are not for the beginning of the sentence: in
/// a title that has small words beside them the capitalised ones, in every title those like NATO and
/// MacDonald.
[[nodiscard]] std::string protect_capitals(std::string_view title);

}  // namespace fonds::bibtex
