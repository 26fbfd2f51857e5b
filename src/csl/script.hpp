// Which letters behave as Latin ones do in citations: names are inverted and shortened, words italicised.
#pragma once

#include <string_view>

#include "base/unicode.hpp"

namespace fonds::csl {

/// A letter of a script with word spaces: Latin, Greek, Cyrillic, Hebrew, Arabic, Thai.
[[nodiscard]] constexpr bool is_spaced_letter(char32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0x0e01 && c <= 0x0e5b) ||
           (c >= 0x00c0 && c <= 0x017f) || (c >= 0x0370 && c <= 0x03ff) || (c >= 0x0400 && c <= 0x052f) ||
           (c >= 0x0590 && c <= 0x05d4) || (c >= 0x05d6 && c <= 0x05ff) || (c >= 0x1f00 && c <= 0x1fff) ||
           (c >= 0x0600 && c <= 0x06ff) || (c >= 0x200c && c <= 0x200e) || (c >= 0x0218 && c <= 0x021b) ||
           (c >= 0x202a && c <= 0x202e);
}

/// Whether any character is such a letter, a digit or a hyphen.
[[nodiscard]] inline bool has_spaced_letter(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        auto const c = static_cast<unsigned char>(text[at]);
        if (c < 0x80) {
            if ((c >= '0' && c <= '9') || c == '-' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
                return true;
            ++at;
            continue;
        }
        auto const point = decode(text, at);
        if (is_spaced_letter(point.value)) return true;
        at += point.size;
    }
    return false;
}

[[nodiscard]] inline bool starts_spaced(std::string_view text) {
    return !text.empty() && (text[0] == '&' || is_spaced_letter(decode(text, 0).value));
}

[[nodiscard]] inline bool ends_spaced(std::string_view text) {
    if (text.empty()) return false;
    auto const last = text.back();
    if (last == '.' || last == ';' || last == ':' || last == '&') return true;
    return is_spaced_letter(decode_before(text, text.size()).value);
}

}  // namespace fonds::csl
