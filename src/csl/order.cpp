// The order of entries (CSL 1.0.2, "Sorting").

#include <algorithm>
#include <cstdint>
#include <utility>

#include "base/parallel.hpp"
#include "csl/engine.hpp"

namespace fonds::csl {

namespace {

/// A number that orders as the first bytes of a key do; what has no key stands behind everything else.
std::uint64_t beginning_of(std::optional<std::string> const& key, bool descending) {
    constexpr auto last = ~std::uint64_t{0};
    if (!key) return last;
    std::uint64_t out = 0;
    for (std::size_t i = 0; i < sizeof out; ++i)
        out = out << 8U | (i < key->size() ? static_cast<unsigned char>((*key)[i]) : 0U);
    return descending ? last - out : out;
}

}  // namespace

/// Later keys are worked out when two items are first compared by them: most items differ in the first.
int Engine::compare_items(Registered& one, Registered& other) {
    auto const& keys = compiled_.bibliography.keys;
    for (std::size_t rank = 0; rank < keys.size(); ++rank) {
        for (auto* item : {&one, &other})
            if (item->keys.size() == rank)
                item->keys.push_back(writer().sort_key(keys[rank], Area::bibliography, *item));
        if (auto const order = compare_values(one.keys[rank], other.keys[rank], keys[rank].descending))
            return order;
    }
    return 0;
}

/// Whether the texts show the items' order or numbers; where they do not, items are compared only to order
/// suffixes.
bool Engine::numbers_are_seen() const {
    return options_.bibliography || compiled_.is_numbered || compiled_.bibliography.sorts_by_number;
}

void Engine::need_numbers() {
    if (std::exchange(numbers_stale_, false)) sort_items();
}

/// Whether an item stands before another in the bibliography.
bool Engine::stands_before(std::size_t one, std::size_t other) {
    if (!numbers_stale_) {
        if (compiled_.bibliography.descends_by_number) std::swap(one, other);
        return items_[one].number < items_[other].number;
    }
    auto const order = compare_items(items_[one], items_[other]);
    return order != 0 ? order < 0 : items_[one].order < items_[other].order;
}

/// Items are moved about beside the beginnings of their keys: the keys lie all over the memory.
void Engine::sort_by_keys() {
    struct Keyed {
        std::uint64_t beginning;
        std::size_t item;
    };
    auto const descending = compiled_.bibliography.keys[0].descending;
    std::vector<Keyed> places;
    places.reserve(sorted_.size());
    for (auto const item : sorted_) places.push_back({beginning_of(items_[item].keys[0], descending), item});
    std::stable_sort(places.begin(), places.end(), [&](Keyed const& one, Keyed const& other) {
        if (one.beginning != other.beginning) return one.beginning < other.beginning;
        return compare_items(items_[one.item], items_[other.item]) < 0;
    });
    std::transform(places.begin(), places.end(), sorted_.begin(),
                   [](Keyed const& place) { return place.item; });
}

void Engine::sort_items() {
    auto const& layout = compiled_.bibliography;
    sorted_.resize(items_.size());
    for (std::size_t i = 0; i < items_.size(); ++i)
        if (items_[i].order > 0) sorted_[static_cast<std::size_t>(items_[i].order) - 1] = i;
    for (auto& item : items_) item.number = item.order;
    if (!layout.keys.empty()) {
        if (layout.sorts_by_number)
            for (auto& item : items_) item.keys.clear();
        for_each_index(items_.size(), writers_for(items_.size()), texts_per_turn,
                       [&](Writer& writer, std::size_t i) {
                           auto& item = items_[i];
                           if (item.keys.empty())
                               item.keys.push_back(writer.sort_key(layout.keys[0], Area::bibliography, item));
                       });
        sort_by_keys();
        for (std::size_t i = 0; i < sorted_.size(); ++i)
            items_[sorted_[i]].number =
                static_cast<int>(layout.descends_by_number ? sorted_.size() - i : i + 1);
    }
}

}  // namespace fonds::csl
