// The words in an address that a web site makes of a title, as Drupal's Pathauto makes them by default.
#include "knowledge/slug.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"

namespace fonds {
namespace {

/// Pathauto's default "strings to remove".
constexpr std::array<std::string_view, 27> removed_words = {
    "a",   "an", "as",   "at",  "before", "but",  "by",   "for", "from", "in", "into", "is",  "like", "of",
    "off", "on", "onto", "per", "since",  "than", "that", "the", "this", "to", "up",   "via", "with"};

/// Letters that keep no ASCII letter when their marks are taken off.
constexpr std::array<std::pair<char32_t, std::string_view>, 12> letters = {{
    {U'ł', "l"},
    {U'ø', "o"},
    {U'đ', "d"},
    {U'ß', "ss"},
    {U'æ', "ae"},
    {U'œ', "oe"},
    {U'þ', "th"},
    {U'ð', "d"},
    {U'ı', "i"},
    {U'ħ', "h"},
    {U'ŋ', "ng"},
    {U'ĸ', "q"},
}};

/// A cut slug ends at a word, so a longer one is never accepted for a cut that is much too early.
constexpr std::size_t shortest_cut = 75;
constexpr double near_share = 0.5;

using Words = std::vector<std::string>;

Words words_of(std::string_view text) {
    auto const folded = fold(text);
    Words words(1);
    for (std::size_t at = 0; at < folded.size();) {
        auto const point = decode(folded, at);
        at += point.size;
        auto const* letter = std::find_if(letters.begin(), letters.end(),
                                          [&](auto const& pair) { return pair.first == point.value; });
        if (letter != letters.end()) words.back().append(letter->second);
        else if (point.value < 0x80 && (is_letter(point.value) || is_number(point.value)))
            words.back() += static_cast<char>(point.value);
        else if (is_space(point.value) || point.value == '-' || point.value == U'–' || point.value == U'—')
            words.emplace_back();
    }
    std::erase_if(words,
                  [](std::string const& word) { return word.empty() || contains(removed_words, word); });
    return words;
}

std::string_view without_number(std::string_view slug) {
    auto const dash = slug.rfind('-');
    if (dash == slug.npos || slug.size() - dash > 3 || !is_all_digits(slug.substr(dash + 1))) return slug;
    return slug.substr(0, dash);
}

}  // namespace

std::string predict_slug(std::string_view title) {
    std::string slug;
    for (auto const& word : words_of(title)) {
        if (slug.size() + word.size() + (slug.empty() ? 0 : 1) > longest_slug) break;
        if (!slug.empty()) slug += '-';
        slug += word;
    }
    return slug;
}

SlugFit compare_slug(std::string_view title, std::string_view slug) {
    auto const words = words_of(title);
    auto const full = join(words, "-");
    for (auto const candidate : {slug, without_number(slug)}) {
        if (full == candidate) return SlugFit::same;
        if (candidate.size() >= shortest_cut && full.starts_with(candidate) && full[candidate.size()] == '-')
            return SlugFit::same;
    }
    auto const cited = words_of(slug);
    if (words.empty() || cited.empty()) return SlugFit::other;
    auto const shared = std::count_if(cited.begin(), cited.end(),
                                      [&](std::string const& word) { return contains(words, word); });
    return static_cast<double>(shared) >= near_share * static_cast<double>(cited.size()) ? SlugFit::near
                                                                                         : SlugFit::other;
}

}  // namespace fonds
