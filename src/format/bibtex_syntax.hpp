// A .bib file as entries of raw fields: the syntax of BibTeX and biber, with recovery from errors.
//
// Nothing is decoded here: fields are views into the file, or into the table of macros. A malformed entry
// costs that entry at most; the reader goes on at the next line that begins one.
#pragma once

#include <deque>
#include <fonds/diagnostic.hpp>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace fonds::bibtex {

/// A macro or a concatenation larger than this is cut: "billion laughs" cannot fill the memory.
inline constexpr std::size_t maximum_expansion = 1 << 20;

/// A file with more findings than this is not listed further: it is no .bib file.
inline constexpr std::size_t maximum_diagnostics = 10000;

struct Field {
    std::string_view name;   ///< as written
    std::string_view value;  ///< without delimiters; macros and `#` expanded
    Span span;               ///< of name and value in the file
};

struct Entry {
    std::string_view type;  ///< as written
    std::string_view key;   ///< empty where it is missing
    std::size_t first = 0;  ///< index of the first field in `File::fields`
    std::size_t count = 0;
    Span span;               ///< from '@' to the closing delimiter
    std::size_t before = 0;  ///< where the text between the entry before and this one begins
    bool damaged = false;
};

struct File {
    std::vector<Field> fields;
    std::vector<Entry> entries;
    std::size_t end_of_entries = 0;      ///< the text from here on follows the last entry
    std::deque<std::string> expansions;  ///< what values of more than one piece stand for
    std::unordered_map<std::string, std::string_view> macros;  ///< of @string, by name in small letters
    std::vector<Diagnostic> diagnostics;

    [[nodiscard]] Field const* begin_of(Entry const& entry) const { return fields.data() + entry.first; }
    [[nodiscard]] Field const* end_of(Entry const& entry) const { return begin_of(entry) + entry.count; }
};

/// Reads a file. Linear in its length; `text` must outlive the result.
[[nodiscard]] File read_file(std::string_view text);

}  // namespace fonds::bibtex
