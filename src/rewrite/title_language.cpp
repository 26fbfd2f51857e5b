// The language of a title.

#include "rewrite/title_language.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/embedded.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"

namespace fonds {
namespace {

/// vocabulary/title-words.tsv: the languages that a word is one of, by their place in the table.
struct Table {
    std::vector<std::string_view> languages;
    std::unordered_map<std::string_view, std::vector<std::size_t>> words;
};

Table const& table() {
    static auto const read = [] {
        static auto const text = find_embedded("vocabulary/title-words.tsv").value_or("");
        Table out;
        for (auto const line : split(text, '\n')) {
            auto const tab = line.find('\t');
            if (tab == std::string_view::npos || line.starts_with('#')) continue;
            for (auto const word : split(line.substr(tab + 1), '|'))
                out.words[word].push_back(out.languages.size());
            out.languages.push_back(line.substr(0, tab));
        }
        return out;
    }();
    return read;
}

// Of other scripts one language stands for all: none of them is English.
std::string_view language_of_script(std::string_view title) {
    for (std::size_t at = 0; at < title.size(); at += decode(title, at).size) {
        auto const c = decode(title, at).value;
        if (!is_letter(c)) continue;
        switch (script_of(c)) {
            case Script::cyrillic: return "ru";
            case Script::greek: return "el";
            case Script::han: return "zh";
            case Script::hangul: return "ko";
            case Script::kana: return "ja";
            case Script::other: return "und";
            default: return {};
        }
    }
    return {};
}

// The words of a title that are written small; of "l’histoire" the article.
std::vector<std::string_view> small_words(std::string_view title) {
    std::vector<std::string_view> out;
    for (std::size_t at = 0; at < title.size();) {
        auto end = at;
        while (end < title.size() && is_letter(decode(title, end).value)) end += decode(title, end).size;
        if (end > at && is_lower(decode(title, at).value)) out.push_back(title.substr(at, end - at));
        at = end > at ? end : at + decode(title, at).size;
    }
    return out;
}

}  // namespace

std::string_view title_language(std::string_view title) {
    if (auto const other = language_of_script(title); !other.empty()) return other;
    auto const& [languages, words] = table();
    std::vector<std::size_t> times(languages.size(), 0);
    for (auto const word : small_words(title))
        if (auto const known = words.find(word); known != words.end())
            for (auto const language : known->second) ++times[language];
    if (times.empty()) return {};
    auto const most = std::max_element(times.begin(), times.end());
    auto const language = languages[static_cast<std::size_t>(most - times.begin())];
    return *most == 0 || language == "en" ? std::string_view() : language;
}

}  // namespace fonds
