// The keys by which a written name finds its archives.
#include <algorithm>
#include <array>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "knowledge/tables.hpp"

namespace fonds {
namespace {

/// Words that do not tell one archive from another.
constexpr std::array<std::string_view, 27> idle_words = {
    "a",  "and", "at", "by", "da",  "das", "de", "der", "des", "di", "die", "du", "et", "for",
    "im", "in",  "la", "le", "les", "of",  "on", "pri", "the", "u",  "und", "v",  "w"};

constexpr std::size_t longest_idle_word = 3;

bool is_idle(std::string_view word) { return word.size() <= longest_idle_word && contains(idle_words, word); }

// Letters, figures and marks: what names are compared by.
bool counts(char32_t point) {
    if (point < 0x80) return is_ascii_letter(static_cast<char>(point)) || is_digit(static_cast<char>(point));
    return is_letter(point) || is_number(point) || is_mark(point);
}

std::string_view singular(std::string_view word) {
    if (word == "archives") return "archive";
    if (word == "libraries") return "library";
    if (word == "records") return "record";
    if (word == "papers") return "paper";
    return word;
}

}  // namespace

std::string abbreviation_key(std::string_view text) {
    std::string key;
    for (std::size_t at = 0; at < text.size();) {
        auto const point = decode(text, at);
        if (!is_space(point.value) && point.value != '.') key.append(text.substr(at, point.size));
        at += point.size;
    }
    return key;
}

std::string name_key(std::string_view text) {
    auto const folded = fold(text);
    std::string key;
    key.reserve(folded.size());
    bool gap = false;
    for (std::size_t at = 0; at < folded.size();) {
        auto const point = decode(folded, at);
        if (counts(point.value)) {
            if (gap && !key.empty()) key += ' ';
            gap = false;
            if (point.size == 1) key += folded[at];
            else key.append(folded, at, point.size);
        } else if (point.value != '.' && point.value != '\'' && point.value != U'\u2019' &&
                   point.value != U'\u02B9') {
            gap = true;
        }
        at += point.size;
    }
    return key;
}

std::uint64_t bag_hash(std::string_view name_key) {
    std::uint64_t hash = 0;
    while (!name_key.empty()) {
        auto const word = name_key.substr(0, name_key.find(' '));
        name_key.remove_prefix(std::min(word.size() + 1, name_key.size()));
        if (!is_idle(word)) hash += fnv1a(singular(word));
    }
    return hash;
}

std::span<KeyIndex::Entry const> KeyIndex::find(std::uint64_t key) const {
    auto const first = std::partition_point(entries.begin(), entries.end(),
                                            [&](Entry const& entry) { return entry.key < key; });
    auto const last =
        std::find_if(first, entries.end(), [&](Entry const& entry) { return entry.key != key; });
    return {first, last};
}

}  // namespace fonds
