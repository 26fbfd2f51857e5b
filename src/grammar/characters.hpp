// Classes of characters that only the words of notes know: dashes, apostrophes, signs of East Asia.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "base/text.hpp"
#include "base/unicode.hpp"

namespace fonds {

/// The character at a byte of `text`; 0 behind its end.
[[nodiscard]] inline char32_t character_at(std::string_view text, std::size_t at) {
    return at < text.size() ? decode(text, at).value : 0;
}

[[nodiscard]] inline bool is_dash(char32_t c) {
    // The last three stand for one in East Asia: "45～47頁".
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFF0D || c == 0xFF5E ||
           c == 0x301C;
}
[[nodiscard]] inline bool is_long_dash(char32_t c) { return c == 0x2014; }
/// Signs of Han, kana, Hangul, and what stands among them.
[[nodiscard]] inline bool is_eastern(char32_t c) {
    return (c >= 0x2E80 && c <= 0x9FFF && c != 0x3000) || (c >= 0xAC00 && c <= 0xD7AF) ||
           (c >= 0xF900 && c <= 0xFAFF);
}
/// The last three stand for the soft sign of Slavic tongues too: "Krest´janskaja".
[[nodiscard]] inline bool is_apostrophe(char32_t c) {
    return c == '\'' || c == 0x2019 || c == 0x02BC || c == 0x02B9 || c == 0x00B4 || c == 0x2032;
}

/// What a character of a word is, as bits: a digit, a letter; part of a number, of a Roman numeral; not
/// ASCII.
enum : std::uint8_t {
    sign_digit = 1,
    sign_upper = 2,
    sign_lower = 4,
    sign_number = 8,
    sign_roman = 16,
    sign_beyond = 32
};
inline constexpr auto ascii_signs = [] {
    std::array<std::uint8_t, 256> out{};
    for (std::size_t i = 0; i < out.size(); ++i) {
        auto const c = static_cast<char>(i);
        unsigned signs = i >= 0x80 ? sign_beyond : 0;
        if (is_digit(c)) signs |= sign_digit;
        if (c >= 'A' && c <= 'Z') signs |= sign_upper;
        if (c >= 'a' && c <= 'z') signs |= sign_lower;
        if (is_digit(c) || c == '-' || c == '/' || c == ':') signs |= sign_number;
        if (c == '-' || std::string_view("IVXLCDM").find(c) != std::string_view::npos) signs |= sign_roman;
        out[i] = static_cast<std::uint8_t>(signs);
    }
    return out;
}();
/// Of ASCII.
[[nodiscard]] inline bool is_letter_or_digit(char c) {
    return (ascii_signs[static_cast<unsigned char>(c)] & (sign_digit | sign_upper | sign_lower)) != 0;
}

}  // namespace fonds
