// What can be told of a .bib file by looking ahead in it: where entries, fields and values seem to begin and
// end. The reader of its syntax asks where braces and quotes cannot be trusted.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "base/text.hpp"

namespace fonds::bibtex {

/// Characters of entry types, field names and macro names (biblatex's annotations, `author+an`, among them).
inline constexpr auto name_characters = [] {
    std::array<bool, 256> table{};
    for (int c = 0; c < 256; ++c) {
        bool const letter =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c >= 128;
        table[static_cast<std::size_t>(c)] = letter;
    }
    for (char const c : std::string_view("_-+:./!?*$&^~|;<>[]`'"))
        table[static_cast<unsigned char>(c)] = true;
    return table;
}();
inline bool is_name(char c) { return name_characters[static_cast<unsigned char>(c)]; }

inline std::size_t skip_name(std::string_view text, std::size_t at) {
    while (at < text.size() && is_name(text[at])) ++at;
    return at;
}
inline std::size_t skip_spaces(std::string_view text, std::size_t at) {
    while (at < text.size() && is_ascii_space(text[at])) ++at;
    return at;
}
inline std::size_t skip_blanks(std::string_view text, std::size_t at) {
    while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
    return at;
}

[[nodiscard]] bool equal_ignoring_case(std::string_view a, std::string_view b);

/// Whether a line that begins at `at` begins an entry: what a runaway value or entry ends at.
[[nodiscard]] bool begins_entry(std::string_view text, std::size_t at);

/// The next place where a line begins an entry, or the end.
[[nodiscard]] std::size_t next_entry(std::string_view text, std::size_t from);

/// Whether a line that begins at `at` begins a field: "name = {".
[[nodiscard]] bool begins_field(std::string_view text, std::size_t at);

/// Whether what follows is what may follow a value.
[[nodiscard]] bool ends_value(std::string_view text, std::size_t at);

/// Whether only blanks stand before `at` in its line.
[[nodiscard]] bool is_line_start(std::string_view text, std::size_t at);

/// Where a value that ran on should have ended: the comma or line end before the first "year = " in it; or
/// npos.
[[nodiscard]] std::size_t find_swallowed(std::string_view value);

/// Without closing braces at its end that it does not open.
[[nodiscard]] std::string_view without_surplus_braces(std::string_view value);

}  // namespace fonds::bibtex
