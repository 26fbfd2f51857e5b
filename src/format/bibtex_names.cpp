// Name lists of BibTeX and BibLaTeX.

#include "format/bibtex_names.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.hpp"
#include "base/unicode.hpp"

namespace fonds::bibtex {
namespace {

using std::string_view;
constexpr auto npos = string_view::npos;

bool is_separator(char c) { return is_ascii_space(c) || c == '~'; }

// The case of a token decides between first, von and last: small letters are von. A group has no case, but
// the letter of a "special character" ({\'e}) has.
enum class Case { upper, lower, none };

Case case_of_letter(string_view text, std::size_t at) {
    auto const point = decode(text, at).value;
    if (!is_letter(point)) return Case::none;
    return is_lower(point) ? Case::lower : Case::upper;
}

Case case_of_special(string_view text, std::size_t at) {
    auto const command = ++at;  // after the backslash
    while (at < text.size() && is_ascii_letter(text[at])) ++at;
    auto const name = text.substr(command, at - command);
    for (string_view const letter : {"i", "j", "o", "oe", "ae", "aa", "l", "ss", "dh", "dj", "ng", "th"})
        if (name == letter) return Case::lower;
    for (string_view const letter : {"O", "OE", "AE", "AA", "L", "DH", "DJ", "NG", "TH"})
        if (name == letter) return Case::upper;
    for (; at < text.size(); ++at)
        if (is_ascii_letter(text[at]) || static_cast<unsigned char>(text[at]) >= 0x80)
            return case_of_letter(text, at);
    return Case::none;
}

Case case_of(string_view token) {
    int depth = 0;
    for (std::size_t at = 0; at < token.size();) {
        char const c = token[at];
        if (c == '{') {
            if (depth == 0 && at + 1 < token.size() && token[at + 1] == '\\')
                return case_of_special(token, at + 1);
            ++depth;
        } else if (c == '}') {
            --depth;
        } else if (depth == 0) {
            if (c == '\\') return case_of_special(token, at);
            if (auto const found = case_of_letter(token, at); found != Case::none) return found;
        }
        at += decode(token, at).size;
    }
    return Case::none;
}

std::vector<string_view> tokens_of(string_view text) {
    std::vector<string_view> tokens;
    int depth = 0;
    std::size_t begin = npos;
    for (std::size_t at = 0; at < text.size(); ++at) {
        char const c = text[at];
        depth += (c == '{') - (c == '}');
        if (depth <= 0 && is_separator(c)) {
            if (begin != npos) tokens.push_back(text.substr(begin, at - begin));
            begin = npos;
        } else if (begin == npos) {
            begin = at;
        }
    }
    if (begin != npos) tokens.push_back(text.substr(begin));
    return tokens;
}

// The text from the first to the last of some tokens, as written.
string_view join_tokens(std::vector<string_view> const& tokens, std::size_t begin, std::size_t end) {
    if (begin >= end) return {};
    auto const* const first = tokens[begin].data();
    return {first, static_cast<std::size_t>(tokens[end - 1].data() + tokens[end - 1].size() - first)};
}

// The last small token before the final one, plus one; `begin` where there is none.
std::size_t end_of_von(std::vector<string_view> const& tokens, std::size_t begin) {
    for (auto i = tokens.size() - 1; i > begin; --i)
        if (case_of(tokens[i - 1]) == Case::lower) return i;
    return begin;
}

bool is_group(string_view text) {
    return text.size() >= 2 && text.front() == '{' && latex::closing_brace(text, 0) == text.size() - 1;
}

std::vector<string_view> split_at_commas(string_view text) {
    std::vector<string_view> parts;
    int depth = 0;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        depth += (text[at] == '{') - (text[at] == '}');
        if (text[at] == ',' && depth == 0) {
            parts.push_back(trim(text.substr(begin, at - begin)));
            begin = at + 1;
        }
    }
    parts.push_back(trim(text.substr(begin)));
    return parts;
}

std::string plain(string_view tex) {
    std::string out;
    if (latex::is_plain(tex)) {
        out = tex;
        return out;
    }
    latex::append_unicode(out, tex, {false, false});
    // A tie between the parts of a name is a space.
    for (auto at = out.find("\xC2\xA0"); at != npos; at = out.find("\xC2\xA0", at)) out.replace(at, 2, " ");
    auto const trimmed = trim(out);
    if (trimmed.size() != out.size()) out = std::string(trimmed);
    return out;
}

string_view unquote(string_view text) {
    text = trim(text);
    if (text.size() >= 2 && text.front() == '"' && text.back() == '"') return text.substr(1, text.size() - 2);
    return text;
}

Name read_extended(string_view text, NameOptions options) {
    Name name;
    std::string prefix;
    bool use_prefix = options.von_is_part_of_family;
    for (auto part : split_at_commas(text)) {
        part = unquote(part);
        auto const equals = part.find('=');
        if (equals == npos) continue;
        auto const key = ascii_lower(trim(part.substr(0, equals)));
        auto const value = unquote(part.substr(equals + 1));
        if (key == "family") name.family = plain(value);
        if (key == "given") name.given = plain(value);
        if (key == "suffix") name.suffix = plain(value);
        if (key == "prefix") prefix = plain(value);
        if (key == "useprefix") use_prefix = value == "true";
    }
    (use_prefix ? name.non_dropping_particle : name.dropping_particle) = prefix;
    if (!name.family.empty() && name.given.empty() && prefix.empty() && name.suffix.empty() &&
        text.find("given") == npos && is_group(unquote(text.substr(text.find('=') + 1))))
        name.literal = std::exchange(name.family, {});
    return name;
}

// A part whose braces keep it together: commas, "and" and small letters would tear it apart.
void append_part(std::string& out, string_view text, latex::WriteOptions options, bool protect) {
    if (protect) out += '{';
    latex::append_tex(out, text, {options.ascii, false});
    if (protect) out += '}';
}

bool has_and(string_view text) {
    auto const small = ascii_lower(text);
    return small == "and" || small.starts_with("and ") || small.ends_with(" and") ||
           small.find(" and ") != npos;
}

bool tears(string_view text) { return text.find(',') != npos || has_and(text) || text.find('=') != npos; }

}  // namespace

void split_list(string_view text, List& list) {
    // Where a brace is not closed, as in "Thi{\'ebaux and Roe", braces hide nothing.
    bool const balanced = std::count(text.begin(), text.end(), '{') == std::count(text.begin(), text.end(), '}');
    list.elements.clear();
    list.others = false;
    int depth = 0;
    std::size_t begin = 0;
    auto const add = [&](std::size_t end) {
        if (auto const element = trim(text.substr(begin, end - begin)); !element.empty())
            list.elements.push_back(element);
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        char const c = text[at];
        if (c == '{' && balanced) ++depth;
        if (c == '}' && balanced) --depth;
        bool const is_and = depth <= 0 && (c == 'a' || c == 'A') && at + 3 < text.size() &&
                            (text[at + 1] | 32) == 'n' && (text[at + 2] | 32) == 'd' &&
                            is_ascii_space(text[at + 3]) && (at == begin || is_ascii_space(text[at - 1]));
        if (!is_and || at == 0) continue;
        add(at);
        begin = at + 3;
        at += 2;
    }
    add(text.size());
    if (!list.elements.empty() && list.elements.back() == "others" && list.elements.size() > 1) {
        list.elements.pop_back();
        list.others = true;
    }
}

NameParts split_name(string_view text) {
    NameParts parts;
    auto const pieces = split_at_commas(text);
    auto const tokens = tokens_of(pieces[0]);
    if (tokens.empty()) {
        if (pieces.size() > 1) parts.first = pieces.back();
        return parts;
    }
    if (pieces.size() == 1) {
        std::size_t begin = 0;
        while (begin + 1 < tokens.size() && case_of(tokens[begin]) != Case::lower) ++begin;
        auto const last = begin + 1 < tokens.size() ? end_of_von(tokens, begin) : begin;
        parts.first = join_tokens(tokens, 0, begin);
        parts.von = join_tokens(tokens, begin, last);
        parts.last = join_tokens(tokens, last, tokens.size());
        return parts;
    }
    auto const last = end_of_von(tokens, 0);
    parts.von = join_tokens(tokens, 0, last);
    parts.last = join_tokens(tokens, last, tokens.size());
    if (pieces.size() == 2) {
        parts.first = pieces[1];
    } else {
        parts.jr = pieces[1];
        // More commas than a name has: everything after the second stays with the first names.
        parts.first = {pieces[2].data(), static_cast<std::size_t>(pieces.back().data() +
                                                                  pieces.back().size() - pieces[2].data())};
    }
    return parts;
}

bool is_extended_name(string_view name) {
    auto const equals = name.find('=');
    if (equals == npos) return false;
    auto const key = ascii_lower(trim(name.substr(0, equals)));
    for (string_view const known :
         {"family", "given", "prefix", "suffix", "\"family", "\"given", "\"prefix", "family-i", "given-i",
          "prefix-i", "suffix-i", "useprefix", "id", "gender"})
        if (key == known) return true;
    return false;
}

bool has_more_than_name(string_view name) {
    if (!is_extended_name(name)) return false;
    for (auto const part : split_at_commas(name)) {
        auto const key = ascii_lower(trim(unquote(part).substr(0, unquote(part).find('='))));
        if (key != "family" && key != "given" && key != "prefix" && key != "suffix" && key != "useprefix")
            return true;
    }
    return false;
}

Name read_name(string_view text, NameOptions options) {
    text = trim(text);
    Name name;
    if (is_extended_name(text)) return read_extended(text, options);
    if (is_group(text) && !text.starts_with("{\\")) {
        name.literal = plain(text);
        return name;
    }
    auto const parts = split_name(text);
    name.family = plain(parts.last);
    name.given = plain(parts.first);
    name.suffix = plain(parts.jr);
    if (parts.von.empty()) return name;
    if (parts.first.data() > parts.von.data() && case_of(tokens_of(parts.von).front()) != Case::lower) {
        // "García de la Cruz, María": one family name that holds small words.
        name.family = concat(plain(parts.von), " ", name.family);
        return name;
    }
    (options.von_is_part_of_family ? name.non_dropping_particle : name.dropping_particle) = plain(parts.von);
    return name;
}

void append_name(std::string& out, Name const& name, latex::WriteOptions options) {
    if (!name.literal.empty()) return append_part(out, name.literal, options, true);
    auto const& particle =
        name.non_dropping_particle.empty() ? name.dropping_particle : name.non_dropping_particle;
    bool const several = name.family.find(' ') != npos;
    if (!particle.empty()) {
        append_part(out, particle, options, tears(particle));
        out += ' ';
    }
    bool const small_inside = several && [&] {
        auto const tokens = tokens_of(name.family);
        return std::any_of(tokens.begin(), tokens.end() - 1,
                           [](auto t) { return case_of(t) == Case::lower; });
    }();
    bool const protect = tears(name.family) || small_inside || (!particle.empty() && several && small_inside);
    append_part(out, name.family, options, protect);
    if (!name.suffix.empty()) {
        out += ", ";
        append_part(out, name.suffix, options, tears(name.suffix));
    }
    // "Shen Zhihua," is a family name of two words; without the comma it would be split.
    if (!name.given.empty() || !name.suffix.empty() || several || !particle.empty() || protect) out += ",";
    if (!name.given.empty()) {
        out += ' ';
        append_part(out, name.given, options, tears(name.given));
    }
}

}  // namespace fonds::bibtex
