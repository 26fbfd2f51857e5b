// The best sequence of labels for a row of elements under learned weights (Viterbi).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "note/learned_weights.hpp"

namespace fonds {

class LabelSequence {
  public:
    /// For `size` elements.
    LabelSequence(LearnedWeights const& weights, std::size_t size);

    /// The next element, by what its features add to each label.
    void add(std::span<std::int32_t const> sums);
    /// The next element, which has that label.
    void add_settled(std::size_t label);

    /// The labels of all elements on the best way; of equal ones the first.
    [[nodiscard]] std::vector<std::size_t> best() const;

  private:
    [[nodiscard]] float const* row(std::size_t index) const { return totals_.data() + index * count_; }
    [[nodiscard]] float* next_row() { return totals_.data() + added_ * count_; }
    void close_hopeless(float* totals);
    [[nodiscard]] std::size_t before(std::size_t index, std::size_t label) const;

    LearnedWeights const& weights_;
    std::size_t count_;
    std::size_t added_ = 0;
    std::vector<float> totals_;      ///< for each element and label the best sum of a way that ends there
    std::vector<float> arrivals_;    ///< the same without what the element itself says
    std::vector<std::size_t> open_;  ///< the labels of the element before that can be on the best way
};

}  // namespace fonds
