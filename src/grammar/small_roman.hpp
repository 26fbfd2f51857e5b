// Roman numerals in small letters: pages of front matter, volumes of old notes.
#pragma once

#include <cstddef>
#include <string_view>

namespace fonds {

/// How many bytes such a numeral has at the beginning of `text`: "xiv" of "xiv–xvii". None counts five
/// hundred pages or volumes.
[[nodiscard]] constexpr std::size_t small_roman_size(std::string_view text) {
    auto const end = text.find_first_not_of("ivxlc");
    return end == std::string_view::npos ? text.size() : end;
}

/// "xiv"; also "c", "l", "cc", which are words and labels elsewhere.
[[nodiscard]] constexpr bool is_small_roman(std::string_view word) {
    return !word.empty() && small_roman_size(word) == word.size();
}

/// "ii", "xiv", but not "c" and "l", which alone abbreviate something else.
[[nodiscard]] constexpr bool is_clear_small_roman(std::string_view word) {
    return is_small_roman(word) && word != "c" && word != "l";
}

}  // namespace fonds
