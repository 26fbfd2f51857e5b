// The words in which two texts differ.
#pragma once

#include <fonds/diagnostic.hpp>
#include <string_view>
#include <vector>

namespace fonds {

/// Edits that make `after` of `before`, word by word, so that what stays keeps its place and its looks. Spans
/// are moved by `offset`. Texts of many words are replaced as a whole.
[[nodiscard]] std::vector<Edit> word_edits(std::string_view before, std::string_view after,
                                           std::size_t offset);

}  // namespace fonds
