// The best sequence of labels for a row of elements under learned weights (Viterbi).
#pragma once

#include <cstdint>
#include <memory_resource>
#include <span>
#include <vector>

#include "note/learned_weights.hpp"

namespace fonds {

class LabelSequence {
  public:
    /// For `size` elements.
    LabelSequence(LearnedWeights const& weights, std::size_t size,
                  std::pmr::memory_resource* memory = std::pmr::get_default_resource());

    /// The next element, by what its features add to each label.
    void add(std::span<std::int32_t const> sums);
    /// The next element, which has that label.
    void add_settled(std::size_t label);

    /// The labels of all elements on the best way; of equal ones the first.
    [[nodiscard]] std::vector<std::size_t> best() const;

  private:
    /// The best way to an element that is in a state, and what it adds up to less than the best of all.
    struct Way {
        LabelState state = 0;
        std::int16_t total = 0;
    };

    [[nodiscard]] std::span<Way const> ways_to(std::size_t element) const {
        auto const first = element == 0 ? 0 : ends_[element - 1];
        return {ways_.data() + first, ends_[element] - first};
    }
    [[nodiscard]] std::span<Way const> last_ways() const {
        return ends_.empty() ? std::span<Way const>() : ways_to(ends_.size() - 1);
    }
    void close_element() { ends_.push_back(static_cast<std::uint32_t>(ways_.size())); }
    void find_ways_to_none();
    [[nodiscard]] LabelState before(std::size_t element, LabelState state) const;

    LearnedWeights const& weights_;
    std::pmr::vector<Way> ways_;            ///< to each element, by those states that can be on the best one
    std::pmr::vector<std::uint32_t> ends_;  ///< where the ways to each element end
    std::pmr::vector<Way> to_none_;         ///< to an element that is "none", by what stands before it
    // Of the element that is added, rows of a number for each label:
    std::pmr::vector<std::int16_t> totals_;
    std::pmr::vector<std::uint8_t> marks_;  ///< 1 where one is sought
};

}  // namespace fonds
