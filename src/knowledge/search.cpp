// Searching the archives as a person asks: part of a name, a misspelling, a city, an id.
#include <algorithm>
#include <fonds/knowledge.hpp>

#include "base/edit_distance.hpp"
#include "base/text.hpp"
#include "knowledge/state.hpp"

namespace fonds {
namespace {

constexpr std::size_t farthest_misspelling = 2;
constexpr std::size_t longest_query = 200;
constexpr double whole_score = 0.75, prefix_score = 0.7, word_score = 0.65, part_score = 0.55;
constexpr double place_score = 0.5, near_score = 0.45;

double score_name(std::string_view name, std::string_view query) {
    if (name == query) return whole_score;
    if (auto const at = name.find(query); at != name.npos) {
        if (at == 0) return prefix_score;
        return name[at - 1] == ' ' ? word_score : part_score;
    }
    if (query.size() < 4) return 0;
    auto const limit = query.size() < 6 ? std::size_t{1} : farthest_misspelling;
    auto const distance = edit_distance(name, query, limit);
    return distance > limit ? 0 : near_score - 0.05 * static_cast<double>(distance);
}

}  // namespace

SearchKeys::SearchKeys(std::span<Archive const> all) {
    archives.reserve(all.size());
    for (auto const& archive : all) {
        auto& keys = archives.emplace_back();
        keys.names.reserve(archive.names.size());
        for (auto const& name : archive.names) keys.names.push_back(name_key(name.text));
        keys.city = name_key(archive.city);
        keys.id = ascii_lower(archive.id);
    }
}

SearchKeys const& Knowledge::State::search_keys() {
    std::call_once(search_keys_once_, [this] { search_keys_.emplace(tables.archives); });
    return *search_keys_;
}

std::vector<ArchiveMatch> Knowledge::search(std::string_view query) const {
    auto found = identify(query);
    auto const key = name_key(query.substr(0, longest_query));
    auto const id = ascii_lower(trim(query));
    if (key.empty() && !id.empty()) return found;
    auto const identified = static_cast<std::ptrdiff_t>(found.size());
    auto const& search_keys = state_->search_keys();
    for (std::size_t i = 0; i < archives().size(); ++i) {
        auto const& archive = archives()[i];
        auto const& keys = search_keys.archives[i];
        auto const is_same = [&](ArchiveMatch const& match) { return match.archive == &archive; };
        if (std::any_of(found.begin(), found.begin() + identified, is_same)) continue;
        ArchiveMatch best{&archive, &archive.names.front(), key.empty() ? part_score : 0};
        auto const offer = [&](ArchiveName const& name, double score) {
            if (score > best.score) best = {&archive, &name, score};
        };
        for (std::size_t k = 0; k < archive.names.size(); ++k)
            offer(archive.names[k], score_name(keys.names[k], key));
        if (keys.id.find(id) != std::string::npos) offer(archive.names.front(), part_score);
        if (keys.city.find(key) != std::string::npos) offer(archive.names.front(), place_score);
        if (best.score > 0) found.push_back(best);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](auto const& a, auto const& b) { return a.score > b.score; });
    return found;
}

}  // namespace fonds
