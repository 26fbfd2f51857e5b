// Reads a table of bibliography/weights into the arrays of `LearnedWeights`: when the library is built.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "note/learned_weights.hpp"

namespace fonds {

class WeightReader {
  public:
    /// Reads a table; an empty one has no labels.
    explicit WeightReader(std::string_view table);

    /// The arrays, which belong to the reader.
    [[nodiscard]] LearnedWeights::Arrays arrays() const;

  private:
    using Place = LearnedWeights::Place;

    void read_labels(std::string_view names);
    void read_row(std::string_view line);
    [[nodiscard]] Place read_few(std::string_view cells);
    [[nodiscard]] Place read_many(std::string_view cells);
    template <class Take>
    void read_weights(std::string_view cells, Take const& take) const;
    void read_transitions(std::string_view cells, std::size_t state);
    void make_slots();
    [[nodiscard]] std::int16_t const* behind(std::size_t state) const {
        return transitions_.data() + state * row_size_;
    }
    void add_none();
    void compare_states();
    [[nodiscard]] int lead(std::size_t state, std::size_t other) const;

    /// A row for so few labels takes little more memory than some of its weights would.
    static constexpr std::size_t labels_of_rows = row_step;

    std::vector<std::string> names_;
    std::vector<std::string_view> labels_;
    std::size_t row_size_ = 0;
    int stay_ = 0, none_ = -1, heaviest_ = 1;
    std::vector<std::int16_t> transitions_, leads_, many_;
    std::vector<FewWeights> few_;
    std::vector<Place> counted_;
    std::unordered_map<std::uint64_t, Place> places_;  ///< of features, by their keys
    std::vector<std::uint16_t> seeds_;
    std::vector<LearnedWeights::Slot> slots_;
};

}  // namespace fonds
