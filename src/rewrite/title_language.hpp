// The language of a title.
#pragma once

#include <string_view>

namespace fonds {

/// The language that a title is in by its small words and its script ("de", "ru"); empty for English, and
/// where nothing tells. Styles capitalise the words of English titles alone.
[[nodiscard]] std::string_view title_language(std::string_view title);

}  // namespace fonds
