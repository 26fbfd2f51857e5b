// Dynamic programming over labels, without those that fall too far behind.

#include "note/label_sequence.hpp"

#include <algorithm>
#include <limits>

namespace fonds {
namespace {

/// The sum of a label that an element does not have, or that can be on no best way.
constexpr float closed = std::numeric_limits<float>::lowest();

}  // namespace

LabelSequence::LabelSequence(LearnedWeights const& weights, std::size_t size)
    : weights_(weights), count_(weights.labels().size()), totals_(size * count_, closed) {
    open_.reserve(count_);
}

void LabelSequence::add(std::span<std::int32_t const> sums) {
    auto* const totals = next_row();
    std::copy(sums.begin(), sums.end(), totals);
    if (added_ > 0) {
        arrivals_.assign(count_, closed);
        for (auto const last : open_) {
            auto const total = row(added_ - 1)[last];
            auto const* const behind = weights_.behind(last);
            for (std::size_t label = 0; label < count_; ++label)
                arrivals_[label] = std::max(arrivals_[label], total + behind[label]);
        }
        for (std::size_t label = 0; label < count_; ++label) totals[label] += arrivals_[label];
    }
    close_hopeless(totals);
    ++added_;
}

void LabelSequence::add_settled(std::size_t label) {
    float total = 0;
    if (added_ > 0) {
        auto const last = before(added_, label);
        total = row(added_ - 1)[last] + weights_.behind(last)[label];
    }
    next_row()[label] = total;
    open_.assign(1, label);
    ++added_;
}

std::vector<std::size_t> LabelSequence::best() const {
    std::vector<std::size_t> out(added_);
    if (added_ == 0) return out;
    auto const* const last = row(added_ - 1);
    out.back() = static_cast<std::size_t>(std::max_element(last, last + count_) - last);
    for (auto i = added_ - 1; i > 0; --i) out[i - 1] = before(i, out[i]);
    return out;
}

/// A label so far behind the best that nothing it adds to the next element makes up for it is on no best way.
void LabelSequence::close_hopeless(float* totals) {
    auto const best = static_cast<std::size_t>(std::max_element(totals, totals + count_) - totals);
    open_.clear();
    for (std::size_t label = 0; label < count_; ++label) {
        if (totals[label] + weights_.lead(label, best) < totals[best]) totals[label] = closed;
        else open_.push_back(label);
    }
}

/// The label before that of element `index` (> 0) on the best way to it.
std::size_t LabelSequence::before(std::size_t index, std::size_t label) const {
    auto const* const totals = row(index - 1);
    std::size_t best = 0;
    float most = closed;
    for (std::size_t last = 0; last < count_; ++last) {
        if (totals[last] == closed) continue;
        if (auto const total = totals[last] + weights_.behind(last)[label]; total > most) {
            most = total;
            best = last;
        }
    }
    return best;
}

}  // namespace fonds
