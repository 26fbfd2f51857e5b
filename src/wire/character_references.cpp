// Character references of HTML that people type by hand.

#include "wire/character_references.hpp"

#include <array>
#include <charconv>

#include "base/unicode.hpp"

namespace fonds {
namespace {

struct Named {
    std::string_view name;
    char32_t value;
};
constexpr std::array<Named, 36> named = {{
    {"amp", '&'},       {"lt", '<'},       {"gt", '>'},       {"quot", '"'},      {"apos", '\''},
    {"nbsp", 0xA0},     {"sect", 0xA7},    {"copy", 0xA9},    {"laquo", 0xAB},    {"shy", 0xAD},
    {"deg", 0xB0},      {"para", 0xB6},    {"middot", 0xB7},  {"raquo", 0xBB},    {"agrave", 0xE0},
    {"auml", 0xE4},     {"ccedil", 0xE7},  {"eacute", 0xE9},  {"egrave", 0xE8},   {"ouml", 0xF6},
    {"uuml", 0xFC},     {"szlig", 0xDF},   {"Auml", 0xC4},    {"Ouml", 0xD6},     {"Uuml", 0xDC},
    {"ndash", 0x2013},  {"mdash", 0x2014}, {"lsquo", 0x2018}, {"rsquo", 0x2019},  {"sbquo", 0x201A},
    {"ldquo", 0x201C},  {"rdquo", 0x201D}, {"bdquo", 0x201E}, {"hellip", 0x2026}, {"thinsp", 0x2009},
    {"dagger", 0x2020},
}};
constexpr std::size_t maximum_size = 12;

bool is_scalar(unsigned code) { return code > 0 && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF); }

}  // namespace

std::optional<CharacterReference> read_character_reference(std::string_view text) {
    auto const end = text.substr(0, maximum_size).find(';');
    if (end == std::string_view::npos || end < 3) return std::nullopt;
    auto name = text.substr(1, end - 1);
    CharacterReference out;
    out.size = end + 1;
    if (name.front() != '#') {
        for (auto const& row : named)
            if (row.name == name) {
                append_utf8(out.text, row.value);
                return out;
            }
        return std::nullopt;
    }
    name.remove_prefix(1);
    bool const is_hex = name.front() == 'x' || name.front() == 'X';
    if (is_hex) name.remove_prefix(1);
    unsigned code = 0;
    auto const read = std::from_chars(name.data(), name.data() + name.size(), code, is_hex ? 16 : 10);
    if (read.ec != std::errc() || read.ptr != name.data() + name.size() || !is_scalar(code))
        return std::nullopt;
    append_utf8(out.text, code);
    return out;
}

}  // namespace fonds
