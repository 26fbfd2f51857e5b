// Dynamic programming over labels, without those that fall too far behind.

#include "note/label_sequence.hpp"

#include <algorithm>
#include <limits>

#include "note/wide_rows.hpp"

namespace fonds {
namespace {

/// What falls so far behind in what its features say is on no best way: in what stands before it, in what
/// stands behind it and in what stands behind further ones of "none" two labels differ by twice
/// `most_between_labels` each, at most.
constexpr int furthest_behind = 7 * most_between_labels;
/// Less than any label's total.
constexpr std::int16_t lowest = std::numeric_limits<std::int16_t>::min() + 2 * most_between_labels;
static_assert(lowest < -furthest_behind - 3 * most_between_labels);

}  // namespace

LabelSequence::LabelSequence(LearnedWeights const& weights, std::size_t size,
                             std::pmr::memory_resource* memory)
    : weights_(weights),
      ways_(memory),
      ends_(memory),
      to_none_(memory),
      totals_(weights.row_size(), memory),
      marks_(weights.row_size(), memory) {
    constexpr std::size_t usual_ways = 4;
    ways_.reserve(size * usual_ways);
    ends_.reserve(size);
}

void LabelSequence::add(std::span<std::int32_t const> sums) {
    auto* const totals = totals_.data();
    auto const size = totals_.size();
    auto const ways = last_ways();
    auto const none = weights_.remembered();
    find_ways_to_none();
    std::int16_t most = 0;
    on_widest([&]() FONDS_WIDE {
        if (ways.empty()) std::fill(totals, totals + size, std::int16_t{0});
        else wide::set_sums(ways.front().total, weights_.behind(ways.front().state), size, totals);
        for (std::size_t i = 1; i < ways.size(); ++i)
            wide::raise_to_sums(ways[i].total, weights_.behind(ways[i].state), size, totals);
    });
    auto const none_before = none ? totals[*none] : 0;
    on_widest([&]() FONDS_WIDE {
        wide::add_lags(sums.data(), sums.size(), furthest_behind, totals);
        std::fill(totals + sums.size(), totals + size, lowest);
        most = wide::most_of(totals, size);
        wide::mark_equal(totals, most, size, marks_.data());
    });
    LabelState best = 0;
    each_marked(marks_, [&](std::size_t label) {
        best = static_cast<LabelState>(label);
        return false;
    });
    for (auto& way : to_none_) {
        way.total = static_cast<std::int16_t>(way.total - none_before + totals[*none]);
        if (best == none && way.total == most) best = way.state;
    }
    // A state so far behind the best that nothing it adds to the next elements makes up for it is on no best
    // way.
    auto const* const leads = weights_.leads_over(best);
    on_widest([&]() FONDS_WIDE { wide::mark_reaching(totals, leads, most, size, marks_.data()); });
    if (none) marks_[*none] = 0;
    each_marked(marks_, [&](std::size_t label) {
        ways_.push_back({static_cast<LabelState>(label), static_cast<std::int16_t>(totals[label] - most)});
        return true;
    });
    for (auto const& way : to_none_)
        if (way.total + leads[way.state] >= most)
            ways_.push_back({way.state, static_cast<std::int16_t>(way.total - most)});
    close_element();
}

/// The ways on to one more element that is "none", before its features are weighed.
void LabelSequence::find_ways_to_none() {
    to_none_.clear();
    auto const none = weights_.remembered();
    if (!none) return;
    if (ends_.empty()) return to_none_.push_back({static_cast<LabelState>(*none), 0});
    for (auto const& way : last_ways()) {
        auto const state = weights_.state_behind(way.state, *none);
        auto const total = static_cast<std::int16_t>(way.total + weights_.behind(way.state)[*none]);
        auto const known = std::find_if(to_none_.begin(), to_none_.end(),
                                        [&](Way const& other) { return other.state == state; });
        if (known == to_none_.end()) to_none_.push_back({state, total});
        else known->total = std::max(known->total, total);
    }
}

void LabelSequence::add_settled(std::size_t label) {
    if (label == weights_.remembered()) {
        find_ways_to_none();
        auto const most = std::max_element(to_none_.begin(), to_none_.end(), [](Way const& a, Way const& b) {
                              return a.total < b.total;
                          })->total;
        for (auto const& way : to_none_)
            ways_.push_back({way.state, static_cast<std::int16_t>(way.total - most)});
    } else {
        ways_.push_back({static_cast<LabelState>(label), 0});
    }
    close_element();
}

std::vector<std::size_t> LabelSequence::best() const {
    std::vector<std::size_t> out(ends_.size());
    if (out.empty()) return out;
    auto const last = last_ways();
    auto state = std::max_element(last.begin(), last.end(), [](Way const& a, Way const& b) {
                     return a.total < b.total;
                 })->state;
    for (auto i = out.size(); i-- > 0;) {
        out[i] = weights_.label_of(state);
        if (i > 0) state = before(i, state);
    }
    return out;
}

/// The state before that of an element (not the first) on the best way to it.
LabelState LabelSequence::before(std::size_t element, LabelState state) const {
    auto const label = weights_.label_of(state);
    LabelState best = 0;
    auto most = std::numeric_limits<int>::min();
    for (auto const& way : ways_to(element - 1))
        if (auto const total = way.total + weights_.behind(way.state)[label];
            total > most && weights_.state_behind(way.state, label) == state) {
            most = total;
            best = way.state;
        }
    return best;
}

}  // namespace fonds
