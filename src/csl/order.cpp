// The order of entries and of the cites of a citation (CSL 1.0.2, "Sorting", "Cite Grouping").

#include <algorithm>
#include <numeric>
#include <utility>

#include "base/text.hpp"
#include "csl/engine.hpp"

namespace fonds::csl {

namespace {

/// <0: `one` comes first.
int compare_values(std::optional<std::string> const& one, std::optional<std::string> const& other,
                   bool descending) {
    if (one == other) return 0;
    if (!one) return 1;
    if (!other) return -1;
    auto const order = one->compare(*other);
    return descending ? -order : order;
}

/// The directions of `Engine::cite_keys`.
std::vector<bool> directions(Layout const& layout) {
    std::vector<bool> out;
    for (auto const& key : layout.keys) {
        out.push_back(key.descending);
        if (key.has_date) out.push_back(false);
    }
    return out;
}

int compare_keys(SortValues const& one, SortValues const& other, std::vector<bool> const& descending) {
    for (std::size_t i = 0; i < one.size(); ++i)
        if (auto const order = compare_values(one[i], other[i], descending[i])) return order;
    return 0;
}

}  // namespace

std::optional<std::string> Engine::key_of(SortKey const& key, Area area, Registered const& item) {
    tree_.clear();
    auto const text = evaluator_.sort_key(tree_, area, key, state_of(item));
    if (!text) return std::nullopt;
    // Words are kept apart by a mark that counts, unlike spaces.
    return collator_.key(replace_all(*text, " ", "|") + "|");
}

/// Keys are worked out when two items are first compared by them: most items differ in the first.
int Engine::compare_items(Registered& one, Registered& other) {
    auto const& keys = compiled_.bibliography.keys;
    for (std::size_t rank = 0; rank < keys.size(); ++rank) {
        for (auto* item : {&one, &other})
            if (item->keys.size() == rank)
                item->keys.push_back(key_of(keys[rank], Area::bibliography, *item));
        if (auto const order = compare_values(one.keys[rank], other.keys[rank], keys[rank].descending))
            return order;
    }
    return 0;
}

/// The keys of a cite among those of its citation; the year suffix counts after a date.
SortValues Engine::cite_keys(Registered const& item) {
    SortValues out;
    for (auto const& key : compiled_.citation.keys) {
        out.push_back(key_of(key, Area::citation, item));
        if (!key.has_date) continue;
        auto const suffix = std::to_string(std::max(item.distinction.year_suffix, 0));
        out.emplace_back(std::string(10 - std::min<std::size_t>(suffix.size(), 10), '0') + suffix);
    }
    return out;
}

/// Whether an item's keys depend on nothing but the item.
bool Engine::keys_are_lasting(Layout const& layout) const {
    return std::none_of(layout.keys.begin(), layout.keys.end(), [](SortKey const& key) {
        return key.is_macro ? false : key.variable == Variable::citation_number;
    });
}

/// Whether the texts show the items' order or numbers; where they do not, items are compared only to order
/// suffixes.
bool Engine::numbers_are_seen() const {
    return options_.bibliography || compiled_.is_numbered || !keys_are_lasting(compiled_.bibliography);
}

void Engine::need_numbers() {
    if (std::exchange(numbers_stale_, false)) sort_items();
}

/// Whether an item stands before another in the bibliography.
bool Engine::stands_before(std::size_t one, std::size_t other) {
    if (!numbers_stale_) return items_[one].number < items_[other].number;
    auto const order = compare_items(items_[one], items_[other]);
    return order != 0 ? order < 0 : items_[one].order < items_[other].order;
}

void Engine::sort_items() {
    auto const& layout = compiled_.bibliography;
    sorted_.resize(items_.size());
    for (std::size_t i = 0; i < items_.size(); ++i)
        if (items_[i].order > 0) sorted_[static_cast<std::size_t>(items_[i].order) - 1] = i;
    for (auto& item : items_) item.number = item.order;
    if (!layout.keys.empty()) {
        if (!keys_are_lasting(layout))
            for (auto& item : items_) item.keys.clear();
        std::stable_sort(sorted_.begin(), sorted_.end(), [&](std::size_t one, std::size_t other) {
            return compare_items(items_[one], items_[other]) < 0;
        });
        auto reversed = false;
        for (auto const& key : layout.keys)
            if (!key.is_macro && key.variable == Variable::citation_number && key.descending) reversed = true;
        for (std::size_t i = 0; i < sorted_.size(); ++i)
            items_[sorted_[i]].number = static_cast<int>(reversed ? sorted_.size() - i : i + 1);
    }
}

/// Sorts cites by their keys; equal ones stay in their order.
std::vector<std::size_t> Engine::order_of(std::vector<SortValues> const& keys,
                                          std::vector<bool> const& descending) {
    std::vector<std::size_t> order(keys.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t one, std::size_t other) {
        return compare_keys(keys[one], keys[other], descending) < 0;
    });
    return order;
}

/// Cites of one author stand together, where the first of them belongs. Groups that belong to one place stand
/// in the order of their authors.
std::vector<std::size_t> Engine::grouped_order(std::vector<PlacedCite> const& cites,
                                               std::vector<SortValues> const& keys,
                                               std::vector<bool> const& descending) {
    std::vector<SortValues> by_author;
    for (std::size_t i = 0; i < cites.size(); ++i) {
        auto distinction = items_[cites[i].item].distinction;
        (void)ambiguous_text(cites[i].item, distinction, true);
        auto const& names = evaluator_.names_text;
        by_author.push_back({names.empty() ? std::nullopt : std::optional(collator_.key(names))});
        by_author.back().insert(by_author.back().end(), keys[i].begin(), keys[i].end());
    }
    auto directions = descending;
    directions.insert(directions.begin(), descending.front());
    auto const order = order_of(by_author, directions);
    std::vector<SortValues> places;  // of the groups, beside `order`
    for (std::size_t i = 0; i < order.size(); ++i) {
        auto const same = i > 0 && by_author[order[i]][0] == by_author[order[i - 1]][0];
        places.push_back(same ? places.back() : SortValues{keys[order[i]][0]});
    }
    std::vector<std::size_t> out;
    for (auto const i : order_of(places, descending)) out.push_back(order[i]);
    return out;
}

void Engine::sort_cites(PlacedCitation& citation) {
    auto const& layout = compiled_.citation;
    auto& cites = citation.cites;
    if (layout.keys.empty() || cites.size() < 2 || citation.citation->keep_order) return;
    std::vector<SortValues> keys;
    for (auto const& cite : cites) keys.push_back(cite_keys(items_[cite.item]));
    auto const numeric = layout.uses_citation_number;
    auto const groups = (!compiled_.is_note && compiled_.collapse != Collapse::none) ||
                        (compiled_.cite_group_delimiter && !compiled_.cite_group_delimiter->empty() &&
                         !compiled_.has_position);
    auto const grouped = groups && !numeric && !citation.citation->ungrouped;
    auto const descending = directions(layout);
    std::vector<PlacedCite> sorted;
    for (auto const i : grouped ? grouped_order(cites, keys, descending) : order_of(keys, descending))
        sorted.push_back(cites[i]);
    cites = std::move(sorted);
}

}  // namespace fonds::csl
