// Encodings other than UTF-8.

#include "base/encodings.hpp"

#include <algorithm>
#include <array>

#include "base/unicode.hpp"

namespace fonds {
namespace {

// windows-1252, 0x80–0x9F (WHATWG Encoding, index windows-1252).
constexpr std::array<char16_t, 32> windows_1252 = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

constexpr std::string_view utf16_little = "\xFF\xFE";
constexpr std::string_view utf16_big = "\xFE\xFF";

}  // namespace

std::string from_latin1(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size();) {
        auto const byte = static_cast<unsigned char>(bytes[at]);
        auto const size = byte < 0x80 ? 1 : decode(bytes, at).size;
        if (byte < 0x80 || size > 1) out.append(bytes, at, size);
        else append_utf8(out, byte < 0xA0 ? windows_1252[byte - 0x80u] : char32_t{byte});
        at += size;
    }
    return out;
}

std::optional<std::string> to_latin1(std::string_view text) {
    std::string bytes;
    for (std::size_t at = 0; at < text.size();) {
        auto const c = decode(text, at);
        at += c.size;
        if (c.value < 0x80 || (c.value >= 0xA0 && c.value <= 0xFF)) {
            bytes += static_cast<char>(c.value);
            continue;
        }
        auto const high = std::find(windows_1252.begin(), windows_1252.end(), c.value);
        if (high == windows_1252.end()) return std::nullopt;
        bytes += static_cast<char>(0x80 + (high - windows_1252.begin()));
    }
    return bytes;
}

std::string_view without_byte_order_mark(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    return text;
}

bool is_utf16(std::string_view bytes) {
    auto const mark = bytes.substr(0, 2);
    return mark == utf16_little || mark == utf16_big;
}

std::string from_utf16(std::string_view bytes) {
    bool const little = bytes.substr(0, 2) == utf16_little;
    bytes.remove_prefix(2);
    auto const unit = [&](std::size_t at) {
        auto const first = static_cast<unsigned char>(bytes[at]);
        auto const second = static_cast<unsigned char>(bytes[at + 1]);
        return static_cast<char32_t>(little ? first | second << 8 : first << 8 | second);
    };
    std::string out;
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        auto const high = unit(at);
        bool const is_surrogate = high >= 0xD800 && high <= 0xDFFF;
        if (is_surrogate && high < 0xDC00 && at + 3 < bytes.size()) {
            auto const low = unit(at + 2);
            if (low >= 0xDC00 && low <= 0xDFFF) {
                append_utf8(out, 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00));
                at += 2;
                continue;
            }
        }
        append_utf8(out, is_surrogate ? 0xFFFD : high);
    }
    return out;
}

}  // namespace fonds
