// Capitals in titles.

#include "format/bibtex_titles.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.hpp"
#include "base/unicode.hpp"

namespace fonds::bibtex {
namespace {

using std::string_view;

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

std::vector<Word> words_of(string_view title) {
    std::vector<Word> words;
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
            auto const point = decode(title, at);
            if (title[at] == '<') {
                word.tagged = true;
                depth = title.substr(at).starts_with("</") ? depth - (depth > 0) : depth + 1;
                // A space inside a tag does not end the word.
                auto const end = title.find('>', at);
                at = end == string_view::npos ? at + 1 : end + 1;
                continue;
            }
            bool const letter = is_letter(point.value);
            if (letter) {
                bool const capital = is_upper(point.value);
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
        first = last == ':' || last == '.' || last == '?' || last == '!';
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

}  // namespace

std::string protect_capitals(string_view title) {
    auto const words = words_of(title);
    bool const sentence = is_sentence_case(words);
    std::string out;
    std::size_t at = 0;
    for (auto const& word : words) {
        bool const initials = word.capitals > 1 && word.capitals == word.letters;  // U.S.
        bool const inner = word.inner_capital || initials;
        bool const proper = sentence && !word.first && word.capitals > 0;
        if (word.tagged || !(inner || proper)) continue;
        out.append(title, at, word.begin - at);
        out += "<span class=\"nocase\">";
        out.append(title, word.begin, word.end - word.begin);
        out += "</span>";
        at = word.end;
    }
    out.append(title, at);
    return out;
}

}  // namespace fonds::bibtex
