// Makes tables of what was read: arrays of archives and schemes, and what finds them.
#include "knowledge/draft.hpp"

#include <algorithm>

#include "base/unicode.hpp"

namespace fonds {
namespace {

using Entries = std::vector<KeyIndex::Entry>;

void sort_by_key(Entries& entries) {
    std::stable_sort(entries.begin(), entries.end(),
                     [](auto const& a, auto const& b) { return a.key < b.key; });
}

/// Of several names of one archive under a key the first is kept.
void keep_first_names(Entries& entries) {
    std::size_t kept = 0, first = 0;  // `first` of those with the key
    for (auto const entry : entries) {
        if (first < kept && entries[first].key != entry.key) first = kept;
        bool known = false;
        for (auto i = first; i < kept; ++i) known = known || entries[i].id.archive == entry.id.archive;
        if (!known) entries[kept++] = entry;
    }
    entries.resize(kept);
}

/// The slots of archives or schemes by their ids.
template <class Named>
std::vector<std::uint32_t> slots_of(std::vector<Named> const& table) {
    std::vector<std::uint64_t> hashes;
    for (auto const& entry : table) hashes.push_back(fnv1a(entry.id));
    return slots_for(hashes);
}

}  // namespace

KnowledgeDraft::KnowledgeDraft(KnowledgeTables const& known) {
    for (auto const& archive : known.archives)
        archives.push_back({archive,
                            {archive.names.begin(), archive.names.end()},
                            {archive.urls.begin(), archive.urls.end()}});
    for (auto const& scheme : known.schemes)
        schemes.push_back({scheme, {scheme.levels.begin(), scheme.levels.end()}});
}

std::string_view KnowledgeDraft::keep(std::string_view text) {
    return text.empty() ? std::string_view() : texts_.emplace_back(text);
}

std::span<std::string_view const> KnowledgeDraft::keep(std::vector<std::string_view> texts) {
    return lists_.emplace_back(std::move(texts));
}

KnowledgeTables KnowledgeDraft::tables() {
    for (auto& [archive, names, urls] : archives) {
        archive_table_.push_back(archive);
        archive_table_.back().names = names;
        archive_table_.back().urls = urls;
    }
    for (auto& [scheme, levels] : schemes) {
        scheme_table_.push_back(scheme);
        scheme_table_.back().levels = levels;
    }
    archive_slots_ = slots_of(archive_table_);
    scheme_slots_ = slots_of(scheme_table_);
    for (std::uint32_t i = 0; i < archives.size(); ++i) {
        for (std::uint32_t k = 0; k < archives[i].urls.size(); ++k) {
            auto const pattern = archives[i].urls[k].pattern;
            urls_.push_back({fnv1a(pattern.substr(0, pattern.find('/'))), {i, k}});
        }
        for (std::uint32_t k = 0; k < archives[i].names.size(); ++k) {
            auto const& name = archives[i].names[k];
            NameId const id{i, k};
            auto const letters = name.abbreviation ? abbreviation_key(name.text) : std::string();
            exact_.push_back({fnv1a(name.abbreviation ? letters : name.text), id});
            // Short abbreviations need their own case: "na" and "an" are words.
            if (name.abbreviation && count_code_points(letters) < 5) continue;
            auto const key = name_key(name.text);
            if (key.empty()) continue;
            folded_.push_back({fnv1a(key), id});
            if (name.abbreviation) continue;
            if (auto const bag = bag_hash(key); bag != 0) bags_.push_back({bag, id});
        }
    }
    for (auto* entries : {&exact_, &folded_, &bags_, &urls_}) sort_by_key(*entries);
    for (auto* entries : {&exact_, &folded_, &bags_}) keep_first_names(*entries);
    return {archive_table_, scheme_table_, {archive_slots_}, {scheme_slots_},
            {exact_},       {folded_},     {bags_},          {urls_}};
}

}  // namespace fonds
