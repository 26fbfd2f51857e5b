// The words that rules go by: vocabulary/check-words.tsv.
#pragma once

#include <string_view>
#include <vector>

namespace fonds::checking {

/// The words of one use, of all languages: "generic-title", "edition". A rule keeps them, for they are looked
/// up in the table. Throws `std::logic_error` where the table has none.
[[nodiscard]] std::vector<std::string_view> words_for(std::string_view use);

}  // namespace fonds::checking
