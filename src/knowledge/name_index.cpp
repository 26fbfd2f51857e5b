// The index by which a written name finds its archives.
#include <algorithm>
#include <array>

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

bool is_idle(std::string_view word) {
    return word.size() <= longest_idle_word &&
           std::find(idle_words.begin(), idle_words.end(), word) != idle_words.end();
}

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
        if (!is_idle(word)) hash += key_hash(singular(word));
    }
    return hash;
}

void KeyIndex::arrange() {
    std::stable_sort(entries_.begin(), entries_.end(),
                     [](Entry const& a, Entry const& b) { return a.key < b.key; });
    std::size_t kept = 0, first = 0;  // `first` of those with the key
    for (auto const entry : entries_) {
        if (first < kept && entries_[first].key != entry.key) first = kept;
        bool known = false;
        for (auto i = first; i < kept; ++i) known = known || entries_[i].id.archive == entry.id.archive;
        if (!known) entries_[kept++] = entry;
    }
    entries_.resize(kept);
}

std::span<KeyIndex::Entry const> KeyIndex::find(std::uint64_t key) const {
    auto const first = std::partition_point(entries_.begin(), entries_.end(),
                                            [&](Entry const& entry) { return entry.key < key; });
    auto const last =
        std::find_if(first, entries_.end(), [&](Entry const& entry) { return entry.key != key; });
    return {first, last};
}

NameIndex::NameIndex(std::vector<Archive> const& archives) {
    for (std::uint32_t i = 0; i < archives.size(); ++i) {
        for (std::uint32_t k = 0; k < archives[i].names.size(); ++k) {
            auto const& name = archives[i].names[k];
            NameId const id{i, k};
            auto const letters = name.abbreviation ? abbreviation_key(name.text) : std::string();
            exact.add(key_hash(name.abbreviation ? letters : name.text), id);
            // Short abbreviations need their own case: "na" and "an" are words.
            if (name.abbreviation && count_code_points(letters) < 5) continue;
            auto const key = name_key(name.text);
            if (key.empty()) continue;
            folded.add(key_hash(key), id);
            if (name.abbreviation) continue;
            if (auto const bag = bag_hash(key); bag != 0) bags.add(bag, id);
        }
    }
    for (auto* index : {&exact, &folded, &bags}) index->arrange();
}

NameIndex const& Knowledge::Tables::names() const {
    std::call_once(lazy_->names_once, [this] { lazy_->names.emplace(archives); });
    return *lazy_->names;
}

void Knowledge::Tables::build_indexes() {
    archive_by_id.clear(), scheme_by_id.clear(), urls.clear();
    lazy_ = std::make_shared<Lazy>();
    for (std::uint32_t i = 0; i < schemes.size(); ++i) scheme_by_id.emplace(schemes[i].id, i);
    for (std::uint32_t i = 0; i < archives.size(); ++i) {
        archive_by_id.emplace(archives[i].id, i);
        for (std::uint32_t k = 0; k < archives[i].urls.size(); ++k) {
            auto const& pattern = archives[i].urls[k].pattern;
            urls[pattern.substr(0, pattern.find('/'))].push_back({i, k});
        }
    }
}

}  // namespace fonds
