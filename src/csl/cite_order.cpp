// The order of the cites of a citation (CSL 1.0.2, "Sorting", "Cite Grouping").

#include <algorithm>
#include <numeric>

#include "csl/writer.hpp"

namespace fonds::csl {

namespace {

/// The directions of `Writer::cite_keys`.
std::vector<bool> directions(Layout const& layout) {
    std::vector<bool> out;
    for (auto const& key : layout.keys) out.push_back(key.descending);
    return out;
}

int compare_keys(SortValues const& one, SortValues const& other, std::vector<bool> const& descending) {
    for (std::size_t i = 0; i < one.size(); ++i)
        if (auto const order = compare_values(one[i], other[i], descending[i])) return order;
    return 0;
}

/// Sorts cites by their keys; equal ones stay in their order.
std::vector<std::size_t> order_of(std::vector<SortValues> const& keys, std::vector<bool> const& descending) {
    std::vector<std::size_t> order(keys.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t one, std::size_t other) {
        return compare_keys(keys[one], keys[other], descending) < 0;
    });
    return order;
}

}  // namespace

/// The keys of a cite among those of its citation.
SortValues Writer::cite_keys(Registered const& item) {
    SortValues out;
    for (auto const& key : compiled_.citation.keys) out.push_back(sort_key(key, Area::citation, item));
    return out;
}

/// Cites of one author stand together, where the first of them belongs. Those that the keys leave in one
/// place stand in the order of authors.
std::vector<std::size_t> Writer::grouped_order(std::vector<PlacedCite> const& cites,
                                               std::vector<SortValues> keys, std::vector<bool> descending) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < cites.size(); ++i) {
        auto distinction = items_[cites[i].item].distinction;
        (void)ambiguous_text(cites[i].item, distinction, true);
        names.push_back(evaluator_.names_text);
        keys[i].push_back(names[i].empty() ? std::nullopt : std::optional(collator_.key(names[i])));
    }
    descending.push_back(false);
    auto const order = order_of(keys, descending);
    std::vector<std::size_t> out;
    std::vector<bool> taken(cites.size(), false);
    for (auto first = order.begin(); first != order.end(); ++first) {
        if (taken[*first]) continue;
        for (auto i = first; i != order.end(); ++i) {
            auto const belongs = i == first || (!names[*i].empty() && names[*i] == names[*first]);
            if (taken[*i] || !belongs) continue;
            taken[*i] = true;
            out.push_back(*i);
        }
    }
    return out;
}

void Writer::sort_cites(PlacedCitation& citation) {
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
