// The language of a title.

#include "knowledge/title_language.hpp"

#include <algorithm>
#include <array>
#include <optional>
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

// Which language of Cyrillic writing a letter is of, if of one alone.
std::string_view language_of_letter(char32_t small) {
    switch (small) {
        case U'ы':
        case U'э':
        case U'ё': return "ru";
        case U'ї':
        case U'є':
        case U'ґ': return "uk";
        case U'ў': return "be";
        case U'ј':
        case U'љ':
        case U'њ':
        case U'ђ':
        case U'ћ':
        case U'џ': return "sr";
        case U'ѓ':
        case U'ќ':
        case U'ѕ': return "mk";
        case U'ө':
        case U'ү': return "mn";
        default: return {};
    }
}

// Belarusian and Mongolian have the letters of Russian and others: what stands further down here counts more.
TitleLanguage language_of_cyrillic(std::string_view title) {
    static constexpr auto order = std::to_array<std::string_view>({"", "ru", "uk", "sr", "mk", "be", "mn"});
    auto best = order.begin();
    bool has_dotted_i = false;
    for (std::size_t at = 0; at < title.size();) {
        auto const point = decode(title, at);
        at += point.size;
        auto const small = to_lower(point.value);
        has_dotted_i = has_dotted_i || small == U'і';
        best = std::max(best, std::find(order.begin(), order.end(), language_of_letter(small)));
    }
    if (has_dotted_i && *best == "") return {"uk", false};
    if (has_dotted_i && *best == "ru") return {"be", false};
    // A Bulgarian title may be without its own letters, a Russian one as well.
    return *best == "" ? TitleLanguage{"ru", false} : TitleLanguage{*best, true};
}

// By its first letter: none of other scripts is English.
std::optional<TitleLanguage> language_of_script(std::string_view title) {
    for (std::size_t at = 0; at < title.size(); at += decode(title, at).size) {
        auto const c = decode(title, at).value;
        if (!is_letter(c)) continue;
        switch (script_of(c)) {
            case Script::cyrillic: return language_of_cyrillic(title);
            case Script::greek: return TitleLanguage{"el", true};
            case Script::han: return TitleLanguage{"zh", false};  // or Japanese
            case Script::hangul: return TitleLanguage{"ko", true};
            case Script::kana: return TitleLanguage{"ja", true};
            case Script::other: return TitleLanguage{"und", false};
            default: return std::nullopt;
        }
    }
    return std::nullopt;
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

TitleLanguage title_language(std::string_view title) {
    if (auto const other = language_of_script(title)) return *other;
    auto const& [languages, words] = table();
    std::vector<std::size_t> times(languages.size(), 0);
    for (auto const word : small_words(title))
        if (auto const known = words.find(word); known != words.end())
            for (auto const language : known->second) ++times[language];
    if (times.empty()) return {};
    auto const most = std::max_element(times.begin(), times.end());
    auto const language = languages[static_cast<std::size_t>(most - times.begin())];
    if (*most == 0 || language == "en") return {};
    return {language, std::count(times.begin(), times.end(), *most) == 1};
}

TitleLanguage title_language(Item const& item) {
    auto const title = item.text(Variable::title);
    return title_language(title.empty() ? item.text(Variable::container_title) : title);
}

std::string_view language_of_capitals(Item const& item) {
    if (auto const language = title_language(item); !language.code.empty()) return language.code;
    auto const own = item.text(Variable::title);
    auto const title = own.empty() ? item.text(Variable::container_title) : own;
    auto const& [languages, words] = table();
    constexpr std::size_t shortest_word = 4;
    bool has_small_word = false;
    for (auto const word : small_words(title)) {
        if (words.find(word) != words.end()) return {};
        has_small_word = has_small_word || count_code_points(word) >= shortest_word;
    }
    return has_small_word ? "und" : std::string_view();
}

}  // namespace fonds
