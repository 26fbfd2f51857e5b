// Dynamic programming over labels, without those that fall too far behind.

#include "note/label_sequence.hpp"

#include <algorithm>
#include <limits>

namespace fonds {
namespace {

/// What falls so far behind in what its features say is on no best way: in what stands before it and in what
/// stands behind it two labels differ by twice `most_between_labels` each, at most.
constexpr int furthest_behind = 5 * most_between_labels;
/// Less than any label's total.
constexpr std::int16_t lowest = std::numeric_limits<std::int16_t>::min() + 2 * most_between_labels;
static_assert(lowest < -furthest_behind - 3 * most_between_labels);

}  // namespace

LabelSequence::LabelSequence(LearnedWeights const& weights, std::size_t size)
    : weights_(weights), totals_(weights.row_size()), hopeful_(weights.row_size(), 0) {
    constexpr std::size_t usual_ways = 4;
    ways_.reserve(size * usual_ways);
    ends_.reserve(size);
}

void LabelSequence::add(std::span<std::int32_t const> sums) {
    auto* const totals = totals_.data();
    auto const size = totals_.size();
    if (ends_.empty()) {
        std::fill(totals_.begin(), totals_.end(), std::int16_t{0});
    } else {
        auto const ways = ways_to(ends_.size() - 1);
        auto const arrive = [&](Way const& way, std::size_t label) {
            return static_cast<std::int16_t>(way.total + weights_.behind(way.label)[label]);
        };
        for (std::size_t label = 0; label < size; ++label) totals[label] = arrive(ways.front(), label);
        for (auto const& way : ways.subspan(1))
            for (std::size_t label = 0; label < size; ++label)
                totals[label] = std::max(totals[label], arrive(way, label));
    }
    auto const most = *std::max_element(sums.begin(), sums.end());
    for (std::size_t label = 0; label < sums.size(); ++label)
        totals[label] =
            static_cast<std::int16_t>(totals[label] + std::max(sums[label] - most, -furthest_behind));
    std::fill(totals_.begin() + static_cast<std::ptrdiff_t>(sums.size()), totals_.end(), lowest);
    keep_hopeful();
}

void LabelSequence::add_settled(std::size_t label) {
    ways_.push_back({static_cast<std::uint32_t>(label), 0});
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

/// A label so far behind the best that nothing it adds to the next element makes up for it is on no best way.
void LabelSequence::keep_hopeful() {
    auto const* const totals = totals_.data();
    auto const size = totals_.size();
    auto most = lowest;
    for (std::size_t label = 0; label < size; ++label) most = std::max(most, totals[label]);
    auto const best = static_cast<std::size_t>(std::find(totals, totals + size, most) - totals);
    auto const* const leads = weights_.leads_over(best);
    auto* const hopeful = hopeful_.data();
    for (std::size_t label = 0; label < size; ++label)
        hopeful[label] = static_cast<std::int16_t>(totals[label] + leads[label]) >= most ? 1 : 0;
    for (auto label = hopeful_.find(1); label != std::string::npos; label = hopeful_.find(1, label + 1))
        ways_.push_back({static_cast<std::uint32_t>(label), totals_[label] - most});
    close_element();
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
