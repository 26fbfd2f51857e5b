// Spaces at the ends of Word's text elements, which are lost unless the element says to keep them.
#pragma once

#include <string_view>
#include <vector>

#include "rewrite/splice.hpp"

namespace fonds {

/// Adds `xml:space="preserve"` (ECMA-376 §17.3.3.31) to the touched text elements that lack it. The splices
/// are in order of their places and stay so.
void keep_spaces(std::string_view part, std::vector<Splice>& splices);

}  // namespace fonds
