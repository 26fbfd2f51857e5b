// Punctuation where parts of a reference meet: no doubled marks, and marks inside or outside quotes.
#pragma once

#include "csl/tree.hpp"

namespace fonds::csl {

/// Settles colliding punctuation and spaces of affixes, delimiters and text in a tree without empty nodes.
/// `in_quotes`: the locale has commas and full stops inside closing quotes.
void settle_punctuation(Tree& tree, NodeId root, bool in_quotes);

}  // namespace fonds::csl
