// Pairs quotation marks: what opens may stand again inside, and a single mark may be an apostrophe.

#include "grammar/quotation_marks.hpp"

#include "base/unicode.hpp"
#include "grammar/characters.hpp"

namespace fonds {
namespace {

using std::string_view;

std::size_t find_double(string_view text, char32_t opener, std::size_t from, std::size_t end) {
    auto const closers = closers_of(opener);
    int depth = 0;
    for (std::size_t at = from; at < end;) {
        auto const [c, size] = decode(text, at);
        bool const nested_ascii = c == '"' && opener != '"' && at > from && text[at - 1] == ' ' &&
                                  at + 1 < end && text[at + 1] != ' ';
        if (c == opener && opener != '"') {
            ++depth;
        } else if (closers.find(c) != closers.npos && !nested_ascii) {
            if (depth-- == 0) return at;
        }
        at += size;
    }
    return string_view::npos;
}

/// Whether a single mark opens, between what stands before and behind it: "Influence’ in Doe, ‘Law’".
/// "the ’60s" is an apostrophe.
bool opens(char32_t mark, char32_t before, char32_t next) {
    if (mark != '\'' && mark != 0x2018) return false;
    bool const is_behind_space = is_space(before) || before == '(' || before == '[';
    return is_behind_space && next != 0 && !is_space(next) && !is_number(next);
}

/// A single mark also is an apostrophe: it closes where punctuation stands at it, else before a space,
/// behind an "s" ("Grotius’ Influence’ in") only where no other does before the next one opens.
std::size_t find_single(string_view text, char32_t opener, std::size_t from, std::size_t end) {
    auto const closers = closers_of(opener);
    std::size_t fallback = string_view::npos;
    bool possessive = false;
    bool const spaced = from < text.size() && is_space(character_at(text, from));
    char32_t before = 0;
    for (std::size_t at = from; at < end;) {
        auto const [c, size] = decode(text, at);
        auto const next = character_at(text, at + size);
        bool const is_opening = !spaced && at > from && opens(c, before, next);
        if (is_opening && fallback != string_view::npos) return fallback;
        if (!is_opening && closers.find(c) != closers.npos) {
            auto following = at + size;
            while (following < text.size() && text[following] == ' ') ++following;
            auto const beyond = character_at(text, following);
            bool const ends = next == 0 || !(is_letter(next) || is_number(next));
            if (spaced) {
                if (is_space(before) && at > from + 1) return at;
            } else if (ends && (before == ',' || before == '.' || before == '?' || before == '!' ||
                                next == ',' || next == '.' || next == ';' || next == ':' || next == ')' ||
                                next == 0 || beyond == '(')) {
                return at;
            } else if (ends && (fallback == string_view::npos || possessive)) {
                fallback = at;
                possessive = before == 's';
            }
        }
        before = c;
        at += size;
    }
    return fallback;
}

}  // namespace

std::u32string_view closers_of(char32_t opener) {
    switch (opener) {
        case '"': return U"\"\u201D";
        case 0x201C: return U"\u201D\"\u201F";
        case 0x201E: return U"\u201C\u201D\"\u201F";
        case 0x00AB: return U"\u00BB";
        case 0x00BB: return U"\u00AB";
        case 0x2018: return U"\u2019'";
        case 0x201A: return U"\u2018\u2019";
        case '\'': return U"'\u2019";
        case 0x226A: return U"\u226B";
        case 0x3008: return U"\u3009";
        case 0x300A: return U"\u300B";
        case 0x300C: return U"\u300D";
        case 0x300E: return U"\u300F";
        default: return {};
    }
}

std::size_t find_closer(string_view text, char32_t opener, std::size_t from, std::size_t end) {
    return is_single_quotation_mark(opener) ? find_single(text, opener, from, end)
                                            : find_double(text, opener, from, end);
}

}  // namespace fonds
