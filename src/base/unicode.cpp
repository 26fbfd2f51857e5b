// UTF-8 and Unicode through utf8proc.

#include "base/unicode.hpp"

#include <utf8proc.h>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <optional>

#include "base/bytes.hpp"
#include "base/text.hpp"

namespace fonds {
namespace {

constexpr char32_t replacement = 0xFFFD;

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// What fits on the stack is mapped there; nothing where it does not fit, or is ill-formed.
std::optional<std::string> map_short(std::string_view text, int options) {
    std::array<utf8proc_int32_t, 64> points;
    constexpr utf8proc_ssize_t most = points.size() - 1;  // utf8proc_reencode ends what it writes with a zero
    auto const flags = static_cast<utf8proc_option_t>(options);
    auto size = utf8proc_decompose(reinterpret_cast<utf8proc_uint8_t const*>(text.data()),
                                   static_cast<utf8proc_ssize_t>(text.size()), points.data(), most, flags);
    if (size < 0 || size > most) return std::nullopt;
    size = utf8proc_reencode(points.data(), size, flags);
    if (size < 0) return std::nullopt;
    return std::string(reinterpret_cast<char const*>(points.data()), static_cast<std::size_t>(size));
}

std::string map(std::string_view text, int options) {
    if (auto mapped = map_short(text, options)) return *std::move(mapped);
    utf8proc_uint8_t* mapped = nullptr;
    auto const size = utf8proc_map(reinterpret_cast<utf8proc_uint8_t const*>(text.data()),
                                   static_cast<utf8proc_ssize_t>(text.size()), &mapped,
                                   static_cast<utf8proc_option_t>(options));
    if (size < 0) return is_valid_utf8(text) ? std::string(text) : map(repair_utf8(text), options);
    std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> const owner(mapped, &std::free);
    return {reinterpret_cast<char const*>(mapped), static_cast<std::size_t>(size)};
}

std::size_t end_of_ascii(std::string_view text, std::size_t at) {
    return find_byte(text, at, [](auto byte) { return byte >= 0x80; });
}

bool is_ascii(std::string_view text) { return end_of_ascii(text, 0) == text.size(); }

using Category = std::uint8_t;

constexpr Category ascii_category(char c) {
    auto const is_in = [c](std::string_view list) { return list.find(c) != std::string_view::npos; };
    if (is_ascii_letter(c)) return c == ascii_lower(c) ? UTF8PROC_CATEGORY_LL : UTF8PROC_CATEGORY_LU;
    if (is_digit(c)) return UTF8PROC_CATEGORY_ND;
    if (c == ' ') return UTF8PROC_CATEGORY_ZS;
    if (c < ' ' || c == 0x7F) return UTF8PROC_CATEGORY_CC;
    if (is_in("+<=>|~")) return UTF8PROC_CATEGORY_SM;
    if (is_in("^`")) return UTF8PROC_CATEGORY_SK;
    if (c == '$') return UTF8PROC_CATEGORY_SC;
    if (c == '_') return UTF8PROC_CATEGORY_PC;
    if (c == '-') return UTF8PROC_CATEGORY_PD;
    if (is_in("([{")) return UTF8PROC_CATEGORY_PS;
    return is_in(")]}") ? UTF8PROC_CATEGORY_PE : UTF8PROC_CATEGORY_PO;
}

/// Asked for at every letter of a text.
constexpr auto ascii_categories = [] {
    std::array<Category, 0x80> table{};
    for (std::size_t at = 0; at < table.size(); ++at) table[at] = ascii_category(static_cast<char>(at));
    return table;
}();

Category category(char32_t code_point) {
    if (code_point < ascii_categories.size()) return ascii_categories[code_point];
    return static_cast<Category>(utf8proc_category(static_cast<utf8proc_int32_t>(code_point)));
}

template <class Map>
std::string map_each(std::string_view text, Map map_one) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        auto const point = decode(text, at);
        append_utf8(out, map_one(point.value));
        at += point.size;
    }
    return out;
}

}  // namespace

CodePoint decode_multibyte(std::string_view text, std::size_t offset) {
    // Latin, Greek, Cyrillic, Hebrew and Arabic take two bytes: most of what is not ASCII.
    auto const first = static_cast<unsigned char>(text[offset]);
    if (first >= 0xC2 && first < 0xE0 && offset + 1 < text.size() && is_continuation(text[offset + 1]))
        return {(first & 0x1FU) << 6U | (static_cast<unsigned char>(text[offset + 1]) & 0x3FU), 2};
    utf8proc_int32_t value = 0;
    auto const size = utf8proc_iterate(reinterpret_cast<utf8proc_uint8_t const*>(text.data() + offset),
                                       static_cast<utf8proc_ssize_t>(text.size() - offset), &value);
    if (size <= 0) return {replacement, 1};
    return {static_cast<char32_t>(value), static_cast<std::size_t>(size)};
}

CodePoint decode_before(std::string_view text, std::size_t offset) {
    auto start = offset - 1;
    while (start > 0 && offset - start < 4 && is_continuation(text[start])) --start;
    auto const point = decode(text, start);
    if (start + point.size == offset) return point;
    return {replacement, 1};
}

void append_utf8(std::string& out, char32_t code_point) {
    if (code_point < 0x80) {
        out += static_cast<char>(code_point);
        return;
    }
    std::array<utf8proc_uint8_t, 4> bytes{};
    auto const size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code_point), bytes.data());
    if (size == 0) return append_utf8(out, replacement);
    out.append(reinterpret_cast<char const*>(bytes.data()), static_cast<std::size_t>(size));
}

std::size_t first_ill_formed(std::string_view text) {
    auto at = end_of_ascii(text, 0);
    while (at < text.size()) {
        auto const point = decode(text, at);
        if (point.size == 1) return at;
        at += point.size;
        if (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) at = end_of_ascii(text, at);
    }
    return text.size();
}

bool is_valid_utf8(std::string_view text) { return first_ill_formed(text) == text.size(); }

std::string repair_utf8(std::string_view text) {
    return map_each(text, [](char32_t value) { return value; });
}

std::size_t count_code_points(std::string_view text) {
    std::size_t count = 0;
    for (char const c : text) count += is_continuation(c) ? 0 : 1;
    return count;
}

namespace {

/// Whether all characters are of blocks in which each is composed already and none composes with the one
/// before: Latin, Cyrillic, Han, Hangul syllables and the commonest punctuation (NFC_Quick_Check=Yes,
/// Unicode 15.0 §5.11).
bool is_surely_nfc(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        auto const [c, size] = decode(text, at);
        at += size;
        bool const composed = c < 0x0300 || (c >= 0x0400 && c <= 0x0482) || (c >= 0x048A && c <= 0x052F) ||
                              (c >= 0x2010 && c <= 0x2027) || (c >= 0x4E00 && c <= 0x9FFF) ||
                              (c >= 0xAC00 && c <= 0xD7A3);
        if (!composed) return false;
    }
    return true;
}

}  // namespace

std::string to_nfc(std::string_view text) {
    if (is_surely_nfc(text)) return std::string(text);
    return map(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

std::string to_nfd(std::string_view text) {
    if (is_ascii(text)) return std::string(text);
    return map(text, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE);
}

namespace {

// Typographic apostrophes and transliteration marks vary between writers of one name.
bool is_apostrophe(char32_t value) {
    return value == '\'' || value == 0x2018 || value == 0x2019 || value == 0x02BC || value == 0x02B9 ||
           value == 0x2032 || value == 0x00B4;
}

/// Appends what one code point folds to. It depends on no other: the marks, whose order would, are dropped.
void append_folded(std::string& out, char32_t value) {
    if (value < 0x80) {
        if (value != '\'') out += ascii_lower(static_cast<char>(value));
        return;
    }
    constexpr auto options = UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK |
                             UTF8PROC_CASEFOLD | UTF8PROC_IGNORE;
    std::array<utf8proc_int32_t, 32> folded{};  // the longest decomposition has 18 (Unicode 15.0, U+FDFA)
    int boundary = 0;
    auto const count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(value), folded.data(),
                                               static_cast<utf8proc_ssize_t>(folded.size()),
                                               static_cast<utf8proc_option_t>(options), &boundary);
    for (std::size_t i = 0; i < folded.size() && static_cast<utf8proc_ssize_t>(i) < count; ++i) {
        auto const one = static_cast<char32_t>(folded[i]);
        if (!is_apostrophe(one)) append_utf8(out, one);
    }
}

}  // namespace

std::string fold(std::string_view text) {
    std::string out(text.size(), '\0');
    std::size_t at = 0, size = 0;
    for (; at < text.size() && static_cast<unsigned char>(text[at]) < 0x80; ++at)
        if (text[at] != '\'') out[size++] = ascii_lower(text[at]);
    out.resize(size);
    while (at < text.size()) {
        auto const point = decode(text, at);
        append_folded(out, point.value);
        at += point.size;
    }
    return out;
}

char32_t to_lower(char32_t code_point) {
    if (code_point < 0x80) return static_cast<unsigned char>(ascii_lower(static_cast<char>(code_point)));
    return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(code_point)));
}

char32_t to_upper(char32_t code_point) {
    return static_cast<char32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(code_point)));
}

std::string to_lower(std::string_view text) {
    if (is_ascii(text)) return ascii_lower(text);
    return map_each(text, [](char32_t value) { return to_lower(value); });
}

std::string to_upper(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        auto const point = decode(text, at);
        if (point.value == 0xDF) out += "SS";
        else append_utf8(out, to_upper(point.value));
        at += point.size;
    }
    return out;
}

bool is_letter(char32_t code_point) {
    auto const c = category(code_point);
    return c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_LO;
}

bool is_upper(char32_t code_point) {
    auto const c = category(code_point);
    return c == UTF8PROC_CATEGORY_LU || c == UTF8PROC_CATEGORY_LT;
}

bool is_lower(char32_t code_point) { return category(code_point) == UTF8PROC_CATEGORY_LL; }

bool is_mark(char32_t code_point) {
    auto const c = category(code_point);
    return c >= UTF8PROC_CATEGORY_MN && c <= UTF8PROC_CATEGORY_ME;
}

bool is_number(char32_t code_point) {
    auto const c = category(code_point);
    return c >= UTF8PROC_CATEGORY_ND && c <= UTF8PROC_CATEGORY_NO;
}

bool is_space(char32_t code_point) {
    auto const c = category(code_point);
    return (code_point >= '\t' && code_point <= '\r') || code_point == 0x85 ||
           (c >= UTF8PROC_CATEGORY_ZS && c <= UTF8PROC_CATEGORY_ZP);
}

std::string_view trim_spaces(std::string_view text) {
    while (!text.empty() && is_space(decode(text, 0).value)) text.remove_prefix(decode(text, 0).size);
    while (!text.empty() && is_space(decode_before(text, text.size()).value))
        text.remove_suffix(decode_before(text, text.size()).size);
    return text;
}

bool is_punctuation(char32_t code_point) {
    auto const c = category(code_point);
    return c >= UTF8PROC_CATEGORY_PC && c <= UTF8PROC_CATEGORY_PO;
}

std::size_t display_width(char32_t code_point) {
    auto const width = utf8proc_charwidth(static_cast<utf8proc_int32_t>(code_point));
    return width > 0 ? static_cast<std::size_t>(width) : 0;
}

char32_t visible(char32_t c) {
    if (c >= U'\t' && c <= U'\r') return U' ';
    if (c < 0x20) return 0x2400 + c;
    bool const is_control = c >= 0x7F && c < 0xA0;
    bool const turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return is_control || turns ? replacement : c;
}

std::string visible(std::string_view text) {
    return map_each(text, [](char32_t value) { return visible(value); });
}

Script script_of(char32_t c) {
    auto const in = [c](char32_t first, char32_t last) { return first <= c && c <= last; };
    // Blocks, not the Script property: enough to tell look-alikes and name orders apart.
    if (!is_letter(c)) return Script::common;
    if (in(0x0041, 0x024F) || in(0x1E00, 0x1EFF) || in(0x2C60, 0x2C7F) || in(0xA720, 0xA7FF))
        return Script::latin;
    if (in(0x0370, 0x03FF) || in(0x1F00, 0x1FFF)) return Script::greek;
    if (in(0x0400, 0x052F) || in(0x1C80, 0x1C8F) || in(0x2DE0, 0x2DFF) || in(0xA640, 0xA69F))
        return Script::cyrillic;
    if (in(0x3040, 0x30FF) || in(0x31F0, 0x31FF)) return Script::kana;
    if (in(0x1100, 0x11FF) || in(0x3130, 0x318F) || in(0xAC00, 0xD7AF)) return Script::hangul;
    if (in(0x3400, 0x4DBF) || in(0x4E00, 0x9FFF) || in(0xF900, 0xFAFF) || in(0x20000, 0x323AF))
        return Script::han;
    return Script::other;
}

bool has_upper_after(std::string_view word, std::size_t from) {
    for (std::size_t at = from; at < word.size();) {
        auto const [c, size] = decode(word, at);
        if (is_upper(c)) return true;
        at += size;
    }
    return false;
}

}  // namespace fonds
