// Rich text in the values of variables (CSL-JSON): tags, straight quotes and apostrophes become nodes.
#pragma once

#include <string_view>

#include "csl/tree.hpp"

namespace fonds::csl {

/// No tag of CSL-JSON's rich text is longer (bytes): behind a '<' no more is looked through for its end.
inline constexpr std::size_t longest_tag = 1024;

/// The marks that open and close quotes in a language.
struct QuoteMarks {
    std::string_view open, close, open_inner, close_inner;
};

/// Whether `text` has anything for `add_rich_text` to do.
[[nodiscard]] bool needs_rich_text(std::string_view text, QuoteMarks const& marks);

/// Turns the text of a leaf into a list of nodes. Unbalanced tags stay as they are written; quotes without a
/// partner are apostrophes or stay. Formatting that nests deeper than any title's does is left out.
void add_rich_text(Tree& tree, NodeId leaf, QuoteMarks const& marks);

}  // namespace fonds::csl
