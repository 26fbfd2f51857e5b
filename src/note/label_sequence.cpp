// Dynamic programming over labels, without those that fall too far behind.

#include "note/label_sequence.hpp"

#include <algorithm>
#include <limits>

#include "note/wide_rows.hpp"

namespace fonds {
namespace {

/// What falls so far behind in what its features say is on no best way: in what stands before it and in what
/// stands behind it two labels differ by twice `most_between_labels` each, at most.
constexpr int furthest_behind = 5 * most_between_labels;
/// Less than any label's total.
constexpr std::int16_t lowest = std::numeric_limits<std::int16_t>::min() + 2 * most_between_labels;
static_assert(lowest < -furthest_behind - 3 * most_between_labels);

}  // namespace

LabelSequence::LabelSequence(LearnedWeights const& weights, std::size_t size,
                             std::pmr::memory_resource* memory)
    : weights_(weights),
      ways_(memory),
      ends_(memory),
      totals_(weights.row_size(), memory),
      marks_(weights.row_size(), memory) {
    constexpr std::size_t usual_ways = 4;
    ways_.reserve(size * usual_ways);
    ends_.reserve(size);
}

void LabelSequence::add(std::span<std::int32_t const> sums) {
    auto* const totals = totals_.data();
    auto const size = totals_.size();
    std::span<Way const> ways;
    if (!ends_.empty()) ways = ways_to(ends_.size() - 1);
    std::int16_t most = 0;
    on_widest([&]() FONDS_WIDE {
        if (ways.empty()) std::fill(totals, totals + size, std::int16_t{0});
        else wide::set_sums(ways.front().total, weights_.behind(ways.front().label), size, totals);
        for (std::size_t i = 1; i < ways.size(); ++i)
            wide::raise_to_sums(ways[i].total, weights_.behind(ways[i].label), size, totals);
        wide::add_lags(sums.data(), sums.size(), furthest_behind, totals);
        std::fill(totals + sums.size(), totals + size, lowest);
        most = wide::most_of(totals, size);
        wide::mark_equal(totals, most, size, marks_.data());
    });
    std::size_t best = 0;
    each_marked(marks_, [&](std::size_t label) {
        best = label;
        return false;
    });
    // A label so far behind the best that nothing it adds to the next element makes up for it is on no best
    // way.
    on_widest([&]() FONDS_WIDE {
        wide::mark_reaching(totals, weights_.leads_over(best), most, size, marks_.data());
    });
    each_marked(marks_, [&](std::size_t label) {
        ways_.push_back({static_cast<std::uint16_t>(label), static_cast<std::int16_t>(totals[label] - most)});
        return true;
    });
    close_element();
}

void LabelSequence::add_settled(std::size_t label) {
    ways_.push_back({static_cast<std::uint16_t>(label), 0});
    close_element();
}

std::vector<std::size_t> LabelSequence::best() const {
    std::vector<std::size_t> out(ends_.size());
    if (out.empty()) return out;
    auto const last = ways_to(out.size() - 1);
    out.back() = std::max_element(last.begin(), last.end(), [](Way const& a, Way const& b) {
                     return a.total < b.total;
                 })->label;
    for (auto i = out.size() - 1; i > 0; --i) out[i - 1] = before(i, out[i]);
    return out;
}

/// The label before that of an element (not the first) on the best way to it.
std::size_t LabelSequence::before(std::size_t element, std::size_t label) const {
    std::size_t best = 0;
    auto most = std::numeric_limits<int>::min();
    for (auto const& way : ways_to(element - 1))
        if (auto const total = way.total + weights_.behind(way.label)[label]; total > most) {
            most = total;
            best = way.label;
        }
    return best;
}

}  // namespace fonds
