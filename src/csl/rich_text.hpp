// Rich text in the values of variables (CSL-JSON): tags, straight quotes and apostrophes become nodes.
#pragma once

#include <array>
#include <string_view>

#include "csl/tree.hpp"

namespace fonds::csl {

/// No tag of CSL-JSON's rich text is longer (bytes): behind a '<' no more is looked through for its end.
inline constexpr std::size_t longest_tag = 1024;

/// The marks that open and close quotes in a language.
class QuoteMarks {
  public:
    QuoteMarks(std::string_view opening, std::string_view closing, std::string_view opening_inner,
               std::string_view closing_inner);

    std::string_view open, close, open_inner, close_inner;

    /// Whether one of them, a straight mark or a tag may begin with a byte, as with few.
    [[nodiscard]] bool may_begin(char c) const { return begins_[static_cast<unsigned char>(c)]; }
    /// Whether a text begins with one of them.
    [[nodiscard]] bool begin(std::string_view text) const;

  private:
    std::array<bool, 256> begins_{};
};

/// Whether `text` has anything for `add_rich_text` to do.
[[nodiscard]] bool needs_rich_text(std::string_view text, QuoteMarks const& marks);

/// Turns the text of a leaf into a list of nodes. Unbalanced tags stay as they are written; quotes without a
/// partner are apostrophes or stay. Formatting that nests deeper than any title's does is left out.
void add_rich_text(Tree& tree, NodeId leaf, QuoteMarks const& marks);

}  // namespace fonds::csl
