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
    "a",   "and", "at", "by",  "da", "das", "de",  "der", "des", "di",  "die", "du", "et", "for",
    "im",  "in",  "la", "le",  "les", "of", "on",  "pri", "the", "u",   "und", "v",  "w"};

std::string_view singular(std::string_view word) {
    if (word == "archives") return "archive";
    if (word == "libraries") return "library";
    if (word == "records") return "record";
    if (word == "papers") return "paper";
    return word;
}

void add(TextMap<std::vector<NameId>>& map, std::string key, NameId id) {
    if (key.empty()) return;
    auto& ids = map[std::move(key)];
    auto const is_same = [&](NameId other) { return other.archive == id.archive; };
    if (std::none_of(ids.begin(), ids.end(), is_same)) ids.push_back(id);
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
    bool gap = false;
    for (std::size_t at = 0; at < folded.size();) {
        auto const point = decode(folded, at);
        if (is_letter(point.value) || is_number(point.value) || is_mark(point.value)) {
            if (gap && !key.empty()) key += ' ';
            gap = false;
            key.append(folded, at, point.size);
        } else if (point.value != '.' && point.value != '\'' && point.value != U'\u2019' &&
                   point.value != U'\u02B9') {
            gap = true;
        }
        at += point.size;
    }
    return key;
}

std::string bag_key(std::string_view name_key) {
    std::vector<std::string_view> words;
    for (auto word : split(name_key, ' '))
        if (std::find(idle_words.begin(), idle_words.end(), word) == idle_words.end())
            words.push_back(singular(word));
    std::sort(words.begin(), words.end());
    std::string key;
    for (auto word : words) key.append(word).append(" ");
    return key;
}

NameIndex::NameIndex(std::vector<Archive> const& archives) {
    for (std::uint32_t i = 0; i < archives.size(); ++i) {
        for (std::uint32_t k = 0; k < archives[i].names.size(); ++k) {
            auto const& name = archives[i].names[k];
            NameId const id{i, k};
            add(exact, name.abbreviation ? abbreviation_key(name.text) : name.text, id);
            auto key = name_key(name.text);
            // Short abbreviations need their own case: "na" and "an" are words.
            if (name.abbreviation && count_code_points(abbreviation_key(name.text)) < 5) continue;
            if (!name.abbreviation) add(bags, bag_key(key), id);
            add(folded, std::move(key), id);
        }
    }
}

NameIndex const& Knowledge::Tables::names() const {
    std::call_once(names_->once, [this] { names_->index.emplace(archives); });
    return *names_->index;
}

void Knowledge::Tables::build_indexes() {
    archive_by_id.clear(), scheme_by_id.clear(), urls.clear();
    names_ = std::make_shared<Lazy>();
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
