// The language of a title.
#pragma once

#include <fonds/item.hpp>
#include <string_view>

namespace fonds {

/// What the words and letters of a title say.
struct TitleLanguage {
    std::string_view code;  ///< "de", "ru"; empty for English, and where nothing tells
    bool is_sure = false;   ///< no other language fits as well
};

/// The language that a title is in by its small words and its script. Styles capitalise the words of English
/// titles alone.
[[nodiscard]] TitleLanguage title_language(std::string_view title);

/// The same of an item, by its title or its container's.
[[nodiscard]] TitleLanguage title_language(Item const& item);

/// The language by whose custom a style is to capitalise an item's titles: "und", which has none, also where
/// the author wrote words of the title small and none of them is English ("Mechanizmy autonomii"); empty for
/// English.
[[nodiscard]] std::string_view language_of_capitals(Item const& item);

}  // namespace fonds
