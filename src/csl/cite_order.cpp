// The order of the cites of a citation (CSL 1.0.2, "Sorting", "Cite Grouping").

#include <algorithm>
#include <numeric>

#include "csl/writer.hpp"

namespace fonds::csl {

/// A cite among those of its citation.
struct KeyedCite {
    std::size_t item;
    SortValues keys;     ///< as many as comparing has asked for so far: most cites differ in the first
    std::string author;  ///< where cites are grouped by it
    std::optional<std::string> author_key;
};

namespace {

/// The cites in this order, but those of an author behind the first of them.
std::vector<std::size_t> grouped(std::vector<std::size_t> const& order, std::vector<KeyedCite> const& cites) {
    std::vector<std::size_t> out;
    std::vector<bool> taken(cites.size(), false);
    for (auto first = order.begin(); first != order.end(); ++first) {
        auto const& author = cites[*first].author;
        for (auto i = first; i != order.end(); ++i) {
            auto const belongs = i == first || (!author.empty() && cites[*i].author == author);
            if (taken[*i] || !belongs) continue;
            taken[*i] = true;
            out.push_back(*i);
        }
    }
    return out;
}

}  // namespace

int Writer::compare_cites(KeyedCite& one, KeyedCite& other) {
    auto const& keys = compiled_.citation.keys;
    for (std::size_t rank = 0; rank < keys.size(); ++rank) {
        for (auto* cite : {&one, &other})
            if (cite->keys.size() == rank)
                cite->keys.push_back(sort_key(keys[rank], Area::citation, items_[cite->item]));
        if (auto const order = compare_values(one.keys[rank], other.keys[rank], keys[rank].descending))
            return order;
    }
    return compare_values(one.author_key, other.author_key, false);
}

void Writer::find_author(KeyedCite& cite) {
    shown_ = items_[cite.item].distinction;
    (void)ambiguous_text(cite.item, shown_, true);
    cite.author = evaluator_.names_text;
    if (!cite.author.empty()) cite.author_key = collator_.key(cite.author);
}

/// Cites of one author stand together, where the first of them belongs. Those that the keys leave in one
/// place stand in the order of authors, and else in the order they were in.
void Writer::sort_cites(PlacedCitation& citation) {
    auto const& layout = compiled_.citation;
    auto& cites = citation.cites;
    if (layout.keys.empty() || cites.size() < 2 || citation.citation->keep_order) return;
    auto const numeric = layout.uses_citation_number;
    auto const groups = (!compiled_.is_note && compiled_.collapse != Collapse::none) ||
                        (compiled_.cite_group_delimiter && !compiled_.cite_group_delimiter->empty() &&
                         !compiled_.has_position);
    auto const by_author = groups && !numeric && !citation.citation->ungrouped;
    std::vector<KeyedCite> keyed;
    for (auto const& cite : cites) {
        keyed.push_back({cite.item, {}, {}, {}});
        if (by_author) find_author(keyed.back());
    }
    std::vector<std::size_t> order(cites.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t one, std::size_t other) {
        return compare_cites(keyed[one], keyed[other]) < 0;
    });
    std::vector<PlacedCite> sorted;
    for (auto const i : by_author ? grouped(order, keyed) : order) sorted.push_back(cites[i]);
    cites = std::move(sorted);
}

}  // namespace fonds::csl
