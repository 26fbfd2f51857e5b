// The beginning of a text that is too long to be shown.
#pragma once

#include <cstddef>
#include <string_view>

namespace fonds {

/// At most `most` bytes of UTF-8, without a part of a character at the end.
[[nodiscard]] constexpr std::string_view beginning(std::string_view text, std::size_t most) {
    if (text.size() <= most) return text;
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80) --most;
    return text.substr(0, most);
}

}  // namespace fonds
