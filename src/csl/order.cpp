// The order of entries and of the cites of a citation (CSL 1.0.2, "Sorting", "Cite Grouping").

#include <algorithm>
#include <numeric>

#include "base/text.hpp"
#include "csl/engine.hpp"

namespace fonds::csl {

namespace {

std::vector<bool> directions(Layout const& layout, bool with_suffixes) {
    std::vector<bool> out;
    for (auto const& key : layout.keys) {
        out.push_back(key.descending);
        if (with_suffixes && key.has_date) out.push_back(false);
    }
    return out;
}

}  // namespace

int compare_keys(SortValues const& one, SortValues const& other, std::vector<bool> const& descending) {
    for (std::size_t i = 0; i < one.size() && i < other.size(); ++i) {
        if (one[i] == other[i]) continue;
        if (!one[i]) return 1;
        if (!other[i]) return -1;
        auto const order = one[i]->compare(*other[i]);
        if (order == 0) continue;
        auto const reverse = i < descending.size() && descending[i];
        return (order < 0) == reverse ? 1 : -1;
    }
    return 0;
}

SortValues Engine::keys_of(Layout const& layout, Area area, Registered const& item) {
    SortValues out;
    for (auto const& key : layout.keys) {
        tree_.clear();
        auto text = evaluator_.sort_key(tree_, area, key, state_of(item));
        // Words are kept apart by a mark that counts, unlike spaces.
        if (text) out.emplace_back(collator_.key(replace_all(*text, " ", "|") + "|"));
        else out.emplace_back(std::nullopt);
        if (area == Area::citation && key.has_date) {
            auto const suffix = std::to_string(std::max(item.distinction.year_suffix, 0));
            out.emplace_back(std::string(10 - std::min<std::size_t>(suffix.size(), 10), '0') + suffix);
        }
    }
    return out;
}

/// Whether an item's keys depend on nothing but the item.
bool Engine::keys_are_lasting(Layout const& layout) const {
    return std::none_of(layout.keys.begin(), layout.keys.end(), [](SortKey const& key) {
        return key.is_macro ? false : key.variable == Variable::citation_number;
    });
}

void Engine::sort_items() {
    auto const& layout = compiled_.bibliography;
    sorted_.resize(items_.size());
    for (std::size_t i = 0; i < items_.size(); ++i)
        if (items_[i].order > 0) sorted_[static_cast<std::size_t>(items_[i].order) - 1] = i;
    for (auto& item : items_) item.number = item.order;
    if (!layout.keys.empty()) {
        auto const lasting = keys_are_lasting(layout);
        for (auto& item : items_) {
            if (item.has_keys && lasting) continue;
            item.keys = keys_of(layout, Area::bibliography, item);
            item.has_keys = true;
        }
        auto const descending = directions(layout, false);
        std::stable_sort(sorted_.begin(), sorted_.end(), [&](std::size_t one, std::size_t other) {
            return compare_keys(items_[one].keys, items_[other].keys, descending) < 0;
        });
        auto reversed = false;
        for (auto const& key : layout.keys)
            if (!key.is_macro && key.variable == Variable::citation_number && key.descending) reversed = true;
        for (std::size_t i = 0; i < sorted_.size(); ++i)
            items_[sorted_[i]].number = static_cast<int>(reversed ? sorted_.size() - i : i + 1);
    }
}

/// Cites of one author stand together, at the place of the first of them.
void Engine::group_cites(std::vector<PlacedCite>& cites) {
    std::vector<std::string> authors;
    for (auto const& cite : cites) {
        auto distinction = items_[cite.item].distinction;
        (void)ambiguous_text(cite.item, distinction, true);
        authors.push_back(evaluator_.names_text);
    }
    std::vector<PlacedCite> grouped;
    std::vector<bool> taken(cites.size(), false);
    for (std::size_t i = 0; i < cites.size(); ++i) {
        if (taken[i]) continue;
        for (std::size_t j = i; j < cites.size(); ++j) {
            if (taken[j] || (j > i && (authors[j] != authors[i] || authors[i].empty()))) continue;
            taken[j] = true;
            grouped.push_back(cites[j]);
        }
    }
    cites = std::move(grouped);
}

void Engine::sort_cites(PlacedCitation& citation) {
    auto const& layout = compiled_.citation;
    auto& cites = citation.cites;
    if (layout.keys.empty() || cites.size() < 2 || citation.citation->keep_order) return;
    std::vector<SortValues> keys;
    for (auto const& cite : cites) keys.push_back(keys_of(layout, Area::citation, items_[cite.item]));
    auto const numeric = layout.uses_citation_number;
    auto const grouped = (!compiled_.is_note && compiled_.collapse != Collapse::none) ||
                         (compiled_.cite_group_delimiter && !compiled_.cite_group_delimiter->empty() &&
                          !compiled_.has_position && !numeric);
    auto const descending = directions(layout, true);
    std::vector<std::size_t> order(cites.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t one, std::size_t other) {
        return compare_keys(keys[one], keys[other], descending) < 0;
    });
    std::vector<PlacedCite> sorted;
    for (auto const i : order) sorted.push_back(cites[i]);
    cites = std::move(sorted);
    if (grouped && !numeric) group_cites(cites);
}

}  // namespace fonds::csl
