// Looking ahead in a .bib file.

#include "format/bibtex_scan.hpp"

#include <algorithm>

#include "model/field_table.hpp"

namespace fonds::bibtex {

using std::string_view;
constexpr auto npos = string_view::npos;

bool equal_ignoring_case(string_view a, string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return ascii_lower(x) == ascii_lower(y); });
}

bool begins_entry(string_view text, std::size_t at) {
    at = skip_blanks(text, at);
    if (at >= text.size() || text[at] != '@') return false;
    auto p = skip_name(text, at + 1);
    if (p == at + 1) return false;
    auto const word = text.substr(at + 1, p - at - 1);
    p = skip_blanks(text, p);
    if (p >= text.size() || (text[p] != '{' && text[p] != '(')) return false;
    if (equal_ignoring_case(word, "comment") || equal_ignoring_case(word, "preamble")) return true;
    ++p;
    auto const limit = std::min(text.size(), p + 200);
    while (p < limit && string_view(",={}\"\n").find(text[p]) == npos) ++p;
    return p < limit && (text[p] == ',' || text[p] == '=' || text[p] == '\n');
}

std::size_t next_entry(string_view text, std::size_t from) {
    for (auto line = text.find('\n', from); line != npos; line = text.find('\n', line + 1))
        if (begins_entry(text, line + 1)) return line + 1;
    return text.size();
}

bool begins_field(string_view text, std::size_t at) {
    auto const name = skip_blanks(text, at);
    auto const name_end = skip_name(text.substr(0, std::min(text.size(), name + 64)), name);
    if (name_end == name) return false;
    auto const equals = skip_blanks(text, name_end);
    if (equals >= text.size() || text[equals] != '=') return false;
    auto const value = skip_blanks(text, equals + 1);
    return value < text.size() && (text[value] == '{' || text[value] == '"' || is_name(text[value]));
}

bool ends_value(string_view text, std::size_t at) {
    at = skip_spaces(text, at);
    return at >= text.size() || string_view(",})#").find(text[at]) != npos;
}

bool is_line_start(string_view text, std::size_t at) {
    while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t')) --at;
    return at == 0 || text[at - 1] == '\n';
}

std::size_t find_swallowed(string_view value) {
    std::size_t p = 0;
    for (auto end = value.find_first_of(",\n"); end != npos; end = value.find_first_of(",\n", p)) {
        auto const name = skip_spaces(value, end + 1);
        auto const name_end = skip_name(value, name);
        p = skip_spaces(value, name_end);
        if (p < value.size() && value[p] == '=' &&
            find_bib_field(ascii_lower(value.substr(name, name_end - name))))
            return end;
    }
    return npos;
}

string_view without_surplus_braces(string_view value) {
    auto surplus = std::count(value.begin(), value.end(), '}') - std::count(value.begin(), value.end(), '{');
    for (; surplus > 0 && value.ends_with('}'); --surplus) value.remove_suffix(1);
    return value;
}

}  // namespace fonds::bibtex
