// Capitals in titles.

#include "format/bibtex_titles.hpp"

#include <algorithm>
#include <array>
#include <fonds/span.hpp>
#include <vector>

#include "base/text.hpp"
#include "base/unicode.hpp"

namespace fonds::bibtex {
namespace {

using std::string_view;
constexpr auto npos = string_view::npos;

constexpr string_view open_span = "<span class=\"nocase\">";
constexpr string_view close_span = "</span>";

// CSL's title case leaves these alone (CSL 1.0.2, appendix "Title Case Conversion"), so they need no
// protection.
constexpr auto small_words = std::to_array<string_view>({
    "a",  "an", "and",  "as", "at",   "but", "by",  "down", "for", "from", "in",  "into", "nor",
    "of", "on", "onto", "or", "over", "so",  "the", "till", "to",  "up",   "via", "with", "yet",
});

struct Word {
    std::size_t begin;
    std::size_t end;
    int letters = 0;
    int capitals = 0;
    bool inner_capital = false;  // after a letter: MacDonald, NATO, iPad
    bool function_word = false;
    bool starts_with_capital = false;
    bool first = false;  // of the title or after a colon, full stop, question or exclamation mark
    bool tagged = false;
    bool ends_sentence = false;
};

// Title case leaves these in small letters too.
bool is_preposition(string_view word) {
    static constexpr auto list = std::to_array<string_view>({
        "about",   "above",   "according", "across", "after",      "against",    "along",
        "amid",    "among",   "around",    "before", "behind",     "below",      "beneath",
        "beside",  "besides", "between",   "beyond", "concerning", "despite",    "during",
        "except",  "inside",  "regarding", "since",  "through",    "throughout", "toward",
        "towards", "under",   "until",     "versus", "within",     "without",
    });
    return std::find(list.begin(), list.end(), word) != list.end();
}

CodePoint decode_quickly(string_view text, std::size_t at) {
    if (static_cast<unsigned char>(text[at]) < 0x80) return {static_cast<char32_t>(text[at]), 1};
    return decode(text, at);
}

std::vector<Word> words_of(string_view title) {
    std::vector<Word> words;
    words.reserve(16);
    bool first = true;
    std::size_t depth = 0;  // of CSL's tags
    for (std::size_t at = 0; at < title.size();) {
        if (is_ascii_space(title[at])) {
            ++at;
            continue;
        }
        Word word{at, at};
        word.first = first;
        bool after_letter = false;
        while (at < title.size() && !is_ascii_space(title[at])) {
            auto const point = decode_quickly(title, at);
            if (title[at] == '<') {
                word.tagged = true;
                depth = title.substr(at).starts_with("</") ? depth - (depth > 0) : depth + 1;
                // A space inside a tag does not end the word.
                auto const end = title.find('>', at);
                at = end == string_view::npos ? at + 1 : end + 1;
                continue;
            }
            bool const ascii = point.value < 0x80;
            bool const letter = ascii ? is_ascii_letter(title[at]) : is_letter(point.value);
            if (letter) {
                bool const capital = ascii ? title[at] <= 'Z' : is_upper(point.value);
                if (word.letters++ == 0) word.starts_with_capital = capital;
                word.capitals += capital;
                word.inner_capital = word.inner_capital || (capital && after_letter);
            }
            after_letter = letter;
            at += point.size;
        }
        word.end = at;
        word.tagged = word.tagged || depth > 0;
        word.function_word = is_preposition(title.substr(word.begin, word.end - word.begin));
        char const last = title[at - 1];
        word.ends_sentence = last == '.' || last == '?' || last == '!';
        first = word.ends_sentence || last == ':';
        words.push_back(word);
    }
    return words;
}

// A word in small letters that title case would capitalise shows that the capitals of the others mean something;
// where there are few of them they are held all the same.
bool is_sentence_case(std::vector<Word> const& words) {
    std::size_t capitalised = 0;
    for (auto const& word : words) {
        if (word.first) continue;
        if (word.capitals == 0 && word.letters > 4 && !word.function_word) return true;
        capitalised += word.capitals > 0;
    }
    return capitalised <= 2;
}

// What protect_capitals holds.
bool needs_braces(Word const& word, bool sentence) {
    bool const initials = word.capitals > 1 && word.capitals == word.letters;  // U.S.
    return word.inner_capital || initials || (sentence && !word.first && word.capitals > 0);
}

struct Plain {
    std::string text;
    std::vector<Span> spans;  // where nocase spans stood, outermost, in order
};

Plain take_spans(string_view title) {
    Plain plain;
    std::size_t depth = 0;
    std::size_t at = 0;
    for (auto tag = title.find('<'); tag != npos; tag = title.find('<', tag + 1)) {
        bool const opens = title.substr(tag).starts_with(open_span);
        bool const closes = depth > 0 && title.substr(tag).starts_with(close_span);
        if (!opens && !closes) continue;
        plain.text.append(title, at, tag - at);
        at = tag + (opens ? open_span : close_span).size();
        if (opens && depth++ == 0) plain.spans.push_back({plain.text.size(), plain.text.size()});
        if (closes && --depth == 0) plain.spans.back().end = plain.text.size();
    }
    plain.text.append(title, at);
    if (depth > 0) plain.spans.back().end = plain.text.size();
    return plain;
}

// Whether CSL's title case would change a word of it: one that is in small letters throughout.
bool has_small_word(string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        while (at < text.size() && !is_letter(decode(text, at).value)) {
            if (text[at] == '<') {
                auto const end = text.find('>', at);
                if (end != npos) at = end;
            }
            at += decode(text, at).size;
        }
        auto const begin = at;
        bool small = true;
        while (at < text.size()) {
            auto const point = decode(text, at);
            if (!is_letter(point.value) && !is_mark(point.value) && !is_number(point.value)) break;
            small = small && !is_upper(point.value);
            at += point.size;
        }
        auto const word = text.substr(begin, at - begin);
        if (!word.empty() && small && to_upper(decode(word, 0).value) != decode(word, 0).value &&
            std::find(small_words.begin(), small_words.end(), word) == small_words.end())
            return true;
    }
    return false;
}

// Whether a capital in the span would be lost without braces of its own.
bool has_loose_capital(std::vector<Word> const& words, Span span, bool sentence) {
    return std::any_of(words.begin(), words.end(), [&](Word const& word) {
        if (word.end <= span.begin || word.begin >= span.end || word.capitals == 0) return false;
        bool const held_by_place = word.first && word.capitals == 1 && !word.inner_capital;
        // A tag is written as a command, whose braces hold its argument.
        return !word.tagged && !needs_braces(word, sentence) && !held_by_place;
    });
}

enum class Place { inside, after_stop, first };  // of a word in its title

// A part of a word (High-Resolution has two): its capital is taken away, or given where it begins the title.
void change_part(std::string& out, string_view part, Place place) {
    auto const first = decode(part, 0);
    bool capital_inside = false;
    bool after_letter = false;
    for (std::size_t at = 0; at < part.size(); at += decode(part, at).size) {
        auto const point = decode(part, at).value;
        capital_inside = capital_inside || (after_letter && is_upper(point));
        after_letter = is_letter(point) || point == '\'' || point == 0x2019;
    }
    bool const keep = capital_inside || place == Place::after_stop || !is_letter(first.value);
    append_utf8(out, keep                     ? first.value
                     : place == Place::first ? to_upper(first.value)
                                             : to_lower(first.value));
    out.append(part, first.size);
}

std::string change_case(string_view word, Place place) {
    std::string out;
    for (std::size_t at = 0; at < word.size();) {
        auto const point = decode(word, at);
        if (!is_letter(point.value) && !is_number(point.value)) {
            out.append(word, at, point.size);
            at += point.size;
            continue;
        }
        auto const begin = at;
        while (at < word.size() && word[at] != '-' && word[at] != '/') ++at;
        change_part(out, word.substr(begin, at - begin), place);
        place = Place::inside;
    }
    return out;
}

}  // namespace

std::string protect_capitals(string_view title) {
    auto const words = words_of(title);
    bool const sentence = is_sentence_case(words);
    std::string out;
    std::size_t at = 0;
    for (auto const& word : words) {
        if (word.tagged || !needs_braces(word, sentence)) continue;
        // {USSR}, and not {USSR,}.
        auto const end = title.find_last_not_of(",;:!?)]", word.end - 1) + 1;
        out.append(title, at, word.begin - at);
        out += open_span;
        out.append(title, word.begin, end - word.begin);
        out += close_span;
        at = end;
    }
    out.append(title, at);
    return out;
}

std::string without_needless_spans(std::string title) {
    if (title.find(open_span) == npos) return title;
    auto const [plain, spans] = take_spans(title);
    auto const words = words_of(plain);
    bool const sentence = is_sentence_case(words);
    std::string out;
    std::size_t at = 0;
    for (auto const& span : spans) {
        bool const whole = span.begin == 0 && span.end == plain.size();
        bool const needed = has_small_word(string_view(plain).substr(span.begin, span.size())) ||
                            (!whole && has_loose_capital(words, span, sentence));
        if (!needed) continue;
        out.append(plain, at, span.begin - at).append(open_span);
        out.append(plain, span.begin, span.size()).append(close_span);
        at = span.end;
    }
    out.append(plain, at);
    return out;
}

std::string to_sentence_case(string_view title) {
    std::string out;
    std::size_t at = 0;
    auto place = Place::first;
    for (auto const& word : words_of(title)) {
        auto const text = title.substr(word.begin, word.end - word.begin);
        bool const initials = word.capitals > 1 && word.capitals == word.letters;
        out.append(title, at, word.begin - at);
        out += word.tagged || initials ? std::string(text) : change_case(text, place);
        at = word.end;
        place = text.ends_with(':') ? Place::first : word.ends_sentence ? Place::after_stop : Place::inside;
    }
    out.append(title, at);
    return out;
}

}  // namespace fonds::bibtex
