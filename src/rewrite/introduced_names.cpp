// Abbreviations in brackets, carried from a citation as it was to the same citation in a style.

#include "rewrite/introduced_names.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "note/reference_cues.hpp"

namespace fonds {
namespace {

// "(hereafter cited as NARA)", or an abbreviation alone.
bool introduces(std::string_view bracket) {
    auto const inside = bracket.substr(1, bracket.size() - 2);
    return is_acronym(inside) || !read_introductions(bracket, Lexicon::builtin()).empty();
}

// The value of the field that ends where a bracket begins, but for the space between them; empty where one
// holds the bracket, or none ends there.
std::string_view value_before(std::string_view note, Citation const& citation, Span bracket) {
    auto end = bracket.begin;
    while (end > citation.span.begin && is_ascii_space(note[end - 1])) --end;
    std::string_view out;
    for (auto const& field : citation.fields) {
        if (field.span.overlaps(bracket)) return {};
        if (field.span.end == end) out = slice(note, field.span);
    }
    return out;
}

// Where a value that stands once in a text ends; 0 of any other.
std::size_t end_of(std::string_view value, std::string_view text) {
    auto const at = value.empty() ? std::string_view::npos : text.find(value);
    bool const is_clear = at != std::string_view::npos && text.find(value, at + 1) == std::string_view::npos;
    return is_clear ? at + value.size() : 0;
}

}  // namespace

void keep_introduced_names(RichText& written, std::string_view note, Citation const& citation) {
    for (auto open = note.find('(', citation.span.begin); open < citation.span.end;
         open = note.find('(', open + 1)) {
        auto const close = note.find(')', open);
        if (close >= citation.span.end) return;
        Span const bracket{open, close + 1};
        auto const text = slice(note, bracket);
        auto const value = value_before(note, citation, bracket);
        if (value.empty() || !introduces(text)) continue;
        // Of an archive behind its place: "Bucharest, Arhivele Naționale (hereafter ANIC)".
        auto const end = end_of(value, written.text());
        auto const name_end = end_of(citation.item.reference.repository, written.text());
        if (end > 0) written.insert(std::max(end, name_end), concat(" ", text));
    }
}

}  // namespace fonds
