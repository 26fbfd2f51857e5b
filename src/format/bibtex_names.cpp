// Name lists of BibTeX and BibLaTeX.

#include "format/bibtex_names.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/bytes.hpp"
#include "base/contains.hpp"
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

// The words of a name, parted by spaces and ties outside braces.
class Tokens {
  public:
    explicit Tokens(string_view text) : text_(text) {}

    // The next one; empty at the end.
    string_view next() {
        while (at_ < text_.size() && is_separator(text_[at_])) ++at_;
        auto const begin = at_;
        for (; at_ < text_.size(); ++at_) {
            char const c = text_[at_];
            depth_ += (c == '{') - (c == '}');
            if (depth_ <= 0 && is_separator(c)) break;
        }
        return text_.substr(begin, at_ - begin);
    }

  private:
    string_view text_;
    std::size_t at_ = 0;
    int depth_ = 0;
};

// The text from one token to a later one, as written; empty where there is none.
string_view join_tokens(string_view first, string_view last) {
    if (first.empty() || last.empty()) return {};
    return {first.data(), static_cast<std::size_t>(last.data() + last.size() - first.data())};
}

// The tokens at which a name is parted. The final token is never von: it is all there is of the family name.
struct NameTokens {
    string_view first;
    string_view before_von;
    string_view von;         // the first one in small letters
    string_view end_of_von;  // the last one in small letters
    string_view after_von;
    string_view before_last;
    string_view last;
};

NameTokens read_name_tokens(string_view text) {
    NameTokens out;
    Tokens tokens(text);
    for (auto token = tokens.next(); !token.empty(); token = tokens.next()) {
        if (out.first.empty()) out.first = token;
        if (!out.last.empty() && case_of(out.last) == Case::lower) {
            if (out.von.empty()) {
                out.von = out.last;
                out.before_von = out.before_last;
            }
            out.end_of_von = out.last;
            out.after_von = token;
        }
        out.before_last = out.last;
        out.last = token;
    }
    return out;
}

bool is_group(string_view text) {
    return text.size() >= 2 && text.front() == '{' && latex::closing_brace(text, 0) == text.size() - 1;
}

// The next comma outside braces, or npos.
std::size_t find_comma(string_view text, std::size_t from) {
    int depth = 0;
    for (auto at = from; at < text.size(); ++at) {
        depth += (text[at] == '{') - (text[at] == '}');
        if (text[at] == ',' && depth == 0) return at;
    }
    return npos;
}

std::vector<string_view> split_at_commas(string_view text) {
    std::vector<string_view> parts;
    std::size_t begin = 0;
    for (auto comma = find_comma(text, 0); comma != npos; comma = find_comma(text, begin)) {
        parts.push_back(trim(text.substr(begin, comma - begin)));
        begin = comma + 1;
    }
    parts.push_back(trim(text.substr(begin)));
    return parts;
}

std::string plain(string_view tex) {
    if (latex::is_plain(tex)) return std::string(tex);
    std::string out;
    latex::append_unicode(out, tex, {false});
    // A tie between the parts of a name is a space.
    for (auto at = out.find("\xC2\xA0"); at != npos; at = out.find("\xC2\xA0", at)) out.replace(at, 2, " ");
    auto const trimmed = trim(out);
    if (trimmed.size() != out.size()) out = std::string(trimmed);
    if (!is_valid_utf8(out)) out = repair_utf8(out);  // a command may have taken a part of a letter
    return out;
}

string_view unquote(string_view text) {
    text = trim(text);
    if (text.size() >= 2 && text.front() == '"' && text.back() == '"') return text.substr(1, text.size() - 2);
    return text;
}

/// Whether a name is written in biblatex's extended form (biblatex manual, §3.4).
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

/// The four parts of a name as BibTeX splits it (Oren Patashnik, "BibTeXing", 1988, §4), still in TeX.
struct NameParts {
    string_view first;
    string_view von;
    string_view last;
    string_view jr;
};

bool is_generation(string_view word) {
    bool const may_be = word.size() > 1 && word.size() < 4 && string_view("rIV").find(word[1]) != npos;
    return may_be &&
           contains(std::array<string_view, 8>{"Jr.", "Jr", "Sr.", "Sr", "jr.", "II", "III", "IV"}, word);
}

NameParts split_name(string_view text);

// "King, Martin Luther, Jr." and "Sammy Davis, Jr." are in the order of bibliographies, not in BibTeX's, by
// which the generation would be a first name.
NameParts with_generation_apart(NameParts const& parts, string_view before_comma) {
    auto out = parts.jr.empty() ? split_name(before_comma) : parts;
    out.first = parts.jr.empty() ? out.first : parts.jr;
    out.jr = parts.first;
    return out;
}

NameParts split_name(string_view text) {
    NameParts parts;
    auto const comma = find_comma(text, 0);
    auto const tokens = read_name_tokens(text.substr(0, comma));
    if (comma == npos) {
        bool const has_von = !tokens.von.empty();
        parts.first = join_tokens(tokens.first, has_von ? tokens.before_von : tokens.before_last);
        parts.von = join_tokens(tokens.von, tokens.end_of_von);
        parts.last = has_von ? join_tokens(tokens.after_von, tokens.last) : tokens.last;
        return parts;
    }
    auto const second = find_comma(text, comma + 1);
    if (tokens.first.empty()) {
        parts.first = split_at_commas(text).back();
        return parts;
    }
    parts.von = join_tokens(tokens.first, tokens.end_of_von);
    parts.last = join_tokens(tokens.von.empty() ? tokens.first : tokens.after_von, tokens.last);
    if (second == npos) {
        parts.first = trim(text.substr(comma + 1));
    } else {
        parts.jr = trim(text.substr(comma + 1, second - comma - 1));
        // More commas than a name has: everything after the second stays with the first names.
        parts.first = trim(text.substr(second + 1));
    }
    if (is_generation(parts.first) && !is_generation(parts.jr))
        parts = with_generation_apart(parts, text.substr(0, comma));
    return parts;
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
bool append_part(std::string& out, string_view text, latex::WriteOptions options, bool protect) {
    if (protect) out += '{';
    bool const certain = latex::append_tex(out, text, {options.ascii, false});
    if (protect) out += '}';
    return certain;
}

bool tears(string_view text) {
    auto const at = find_byte(text, 0, [](auto byte) { return (byte == ',') | (byte == '='); });
    return at < text.size() || has_and(text);
}

// What decides where a list is parted: braces, and white space before "and".
constexpr auto may_part = [] {
    std::array<bool, 256> table{};
    for (char const c : string_view("{} \t\n\v\f\r")) table[static_cast<unsigned char>(c)] = true;
    return table;
}();

// Whether a text begins with the word and goes on behind it.
bool is_and(string_view text) {
    return text.size() > 3 && (text[0] | 32) == 'a' && (text[1] | 32) == 'n' && (text[2] | 32) == 'd' &&
           is_ascii_space(text[3]);
}

// Whether the forms of TeX can hold all that there is of a name.
bool is_institution(Name const& name) {
    return name.family.empty() && name.given.empty() && name.suffix.empty() &&
           name.non_dropping_particle.empty() && name.dropping_particle.empty() && !name.comma_suffix &&
           !name.static_ordering && !name.parse_names;
}
bool is_person(Name const& name) {
    return !name.family.empty() && name.literal.empty() && name.dropping_particle.empty() &&
           !name.comma_suffix && !name.static_ordering && !name.parse_names;
}

// Whether the first and the last word begin with a small letter.
bool begins_small(string_view particle) {
    auto const is_small = [](char c) { return c >= 'a' && c <= 'z'; };
    auto const last = particle.rfind(' ') + 1;
    return is_small(particle[0]) && last < particle.size() && is_small(particle[last]);
}

}  // namespace

void split_list(string_view text, List& list) {
    // Where a brace is not closed, as in "Thi{\'ebaux and Roe", braces hide nothing.
    bool const balanced = text.find('{') == npos || std::count(text.begin(), text.end(), '{') ==
                                                        std::count(text.begin(), text.end(), '}');
    list.elements.clear();
    list.elements.reserve(8);
    list.others = false;
    int depth = 0;
    std::size_t begin = 0;
    auto const add = [&](std::size_t end) {
        if (auto const element = trim(text.substr(begin, end - begin)); !element.empty())
            list.elements.push_back(element);
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        char const c = text[at];
        if (!may_part[static_cast<unsigned char>(c)]) continue;
        if (c == '{' || c == '}') {
            if (balanced) depth += c == '{' ? 1 : -1;
        } else if (depth <= 0 && is_and(text.substr(at + 1))) {
            add(at);
            at += 3;
            begin = at + 1;
        }
    }
    add(text.size());
    if (!list.elements.empty() && list.elements.back() == "others" && list.elements.size() > 1) {
        list.elements.pop_back();
        list.others = true;
    }
}

bool has_and(string_view text) {
    for (;;) {
        auto const end = text.find(' ');
        auto const word = text.substr(0, end);
        if (word.size() == 3 && (word[0] | 32) == 'a' && (word[1] | 32) == 'n' && (word[2] | 32) == 'd')
            return true;
        if (end == npos) return false;
        text.remove_prefix(end + 1);
    }
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
    if (!parts.last.empty()) name.family = plain(parts.last);
    if (!parts.first.empty()) name.given = plain(parts.first);
    if (!parts.jr.empty()) name.suffix = plain(parts.jr);
    if (parts.von.empty()) return name;
    if (parts.first.data() > parts.von.data() && case_of(Tokens(parts.von).next()) != Case::lower) {
        // "García de la Cruz, María": one family name that holds small words.
        name.family = concat(plain(parts.von), " ", name.family);
        return name;
    }
    (options.von_is_part_of_family ? name.non_dropping_particle : name.dropping_particle) = plain(parts.von);
    return name;
}

bool append_name(std::string& out, Name const& name, latex::WriteOptions options) {
    auto const begin = out.size();
    if (!name.literal.empty())
        return append_part(out, name.literal, options, true) && is_institution(name) &&
               !string_view(out).substr(begin).starts_with("{\\");
    bool certain = is_person(name);
    auto const add = [&](string_view part, bool protect) {
        certain = append_part(out, part, options, protect) && certain && !protect;
    };
    auto const& particle =
        name.non_dropping_particle.empty() ? name.dropping_particle : name.non_dropping_particle;
    bool const several = name.family.find(' ') != npos;
    if (!particle.empty()) {
        add(particle, tears(particle));
        certain = certain && begins_small(particle);
        out += ' ';
    }
    bool const small_inside = several && !read_name_tokens(name.family).von.empty();
    bool const protect = tears(name.family) || small_inside || (!particle.empty() && several && small_inside);
    add(name.family, protect);
    if (!name.suffix.empty()) {
        out += ", ";
        add(name.suffix, tears(name.suffix));
    }
    // "Shen Zhihua," is a family name of two words; without the comma it would be split.
    if (!name.given.empty() || !name.suffix.empty() || several || !particle.empty() || protect) out += ",";
    if (!name.given.empty()) {
        out += ' ';
        add(name.given, tears(name.given));
    }
    if (string_view(out).substr(begin) == "others") return false;
    // A command has no first letter that its word could be told by.
    return certain && out.find('\\', begin) == npos;
}

}  // namespace fonds::bibtex
