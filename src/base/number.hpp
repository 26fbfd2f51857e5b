// Numbers in text.
#pragma once

#include <charconv>
#include <string_view>

namespace fonds {

/// The number that the digits at the beginning of `text` write; 0 where there are none, or too many for an
/// int.
[[nodiscard]] inline int leading_number(std::string_view text) {
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

}  // namespace fonds
