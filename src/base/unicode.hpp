// UTF-8 and Unicode: decoding, repair, case, normalisation, classes (through utf8proc).
//
// Most text is ASCII, and is dealt with before utf8proc is asked.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace fonds {

/// A decoded code point and the bytes it took. Ill-formed bytes give U+FFFD, one byte each.
struct CodePoint {
    char32_t value = 0;
    std::size_t size = 0;
};

/// `decode` where the first byte is not ASCII.
[[nodiscard]] CodePoint decode_multibyte(std::string_view text, std::size_t offset);
/// The code point at byte `offset`, which must lie in `text`.
[[nodiscard]] inline CodePoint decode(std::string_view text, std::size_t offset) {
    auto const first = static_cast<unsigned char>(text[offset]);
    if (first < 0x80) return {first, 1};
    return decode_multibyte(text, offset);
}
/// The code point that ends before byte `offset` (> 0).
[[nodiscard]] CodePoint decode_before(std::string_view text, std::size_t offset);

void append_utf8(std::string& out, char32_t code_point);
[[nodiscard]] bool is_valid_utf8(std::string_view text);
/// Where the first byte that is no UTF-8 stands; the size of a text without any.
[[nodiscard]] std::size_t first_ill_formed(std::string_view text);
/// Each ill-formed byte replaced by U+FFFD (The Unicode Standard 15.0, §3.9, "best practice").
[[nodiscard]] std::string repair_utf8(std::string_view text);
[[nodiscard]] std::size_t count_code_points(std::string_view text);

[[nodiscard]] std::string to_nfc(std::string_view text);
[[nodiscard]] std::string to_nfd(std::string_view text);
/// Compatibility-decomposed, without marks, case folded: "Győr’s" and "gyors" alike, for comparing names.
[[nodiscard]] std::string fold(std::string_view text);

[[nodiscard]] char32_t to_lower(char32_t code_point);
[[nodiscard]] char32_t to_upper(char32_t code_point);
[[nodiscard]] std::string to_lower(std::string_view text);
/// Full mapping where one exists that utf8proc lacks: "ß" gives "SS".
[[nodiscard]] std::string to_upper(std::string_view text);

[[nodiscard]] bool is_letter(char32_t code_point);
[[nodiscard]] bool is_upper(char32_t code_point);
[[nodiscard]] bool is_lower(char32_t code_point);
[[nodiscard]] bool is_mark(char32_t code_point);
[[nodiscard]] bool is_number(char32_t code_point);
[[nodiscard]] bool is_space(char32_t code_point);
[[nodiscard]] bool is_punctuation(char32_t code_point);

/// Without white space at both ends, that which does not break among it.
[[nodiscard]] std::string_view trim_spaces(std::string_view text);

/// Columns of a terminal: 0 for marks and controls, 2 for wide characters (Unicode Standard Annex 11).
[[nodiscard]] std::size_t display_width(char32_t code_point);

/// A character as a terminal shows it and does not obey it: the picture of a control character (Unicode 15.0,
/// block Control Pictures), U+FFFD for one of C1 and for one that turns the direction of writing (Unicode
/// Standard Annex 9), a space for any white space of ASCII.
[[nodiscard]] char32_t visible(char32_t code_point);
[[nodiscard]] std::string visible(std::string_view text);

enum class Script { common, latin, cyrillic, greek, han, hangul, kana, other };
[[nodiscard]] Script script_of(char32_t code_point);

/// Whether a capital stands in `word` at or behind byte `from`.
[[nodiscard]] bool has_upper_after(std::string_view word, std::size_t from);

}  // namespace fonds
