// Tables of learned weights: what each feature of an element adds to each label that it may bear.
//
// A feature is a name and a value ("last" = "papers"). It is written down once, by a template over a sink: a
// SumSink adds its weights up, a NameSink writes its name and value for people and for training.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "grammar/token.hpp"

namespace fonds {

/// The name of a feature, hashed when the library is built.
struct FeatureName {
    std::string_view text;
    std::uint64_t hash;
    consteval FeatureName(char const* name) : text(name), hash(hash_word(name)) {}

    /// Where the rows of its small numbers are looked for first.
    static constexpr std::size_t slots = 256;
    [[nodiscard]] static constexpr std::size_t slot_of(std::uint64_t hash) { return (hash >> 20U) % slots; }
};

/// The key of a feature: all its bits depend on name and value, the upper ones most.
[[nodiscard]] constexpr std::uint64_t feature_key(std::uint64_t name, std::uint64_t value) {
    return (name ^ value) * 0x9E3779B97F4A7C15ULL;
}

/// The value of two that stand together; in a table they are written with this between them.
inline constexpr std::string_view pair_mark = "\u00A6";
[[nodiscard]] constexpr std::uint64_t pair_value(std::uint64_t first, std::uint64_t second) {
    return feature_key(first * 3 + 1, second);
}

/// The hashes of the whole numbers below a hundred as they are written: most values are such.
inline constexpr auto number_hashes = [] {
    std::array<std::uint64_t, 100> out{};
    for (std::size_t number = 0; number < out.size(); ++number) {
        char const digits[] = {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
        out[number] = hash_word(number < 10 ? std::string_view(digits + 1, 1) : std::string_view(digits, 2));
    }
    return out;
}();
[[nodiscard]] inline std::uint64_t hash_number(std::uint64_t number) {
    return number < number_hashes.size() ? number_hashes[number] : hash_word(std::to_string(number));
}

/// The weights of a dozen labels, added several at a time where the machine can.
struct alignas(16) WeightBlock {
    static constexpr std::size_t size = 12;
    std::array<std::int32_t, size> weights{};

    WeightBlock& operator+=(WeightBlock const& other) {
        for (std::size_t label = 0; label < size; ++label) weights[label] += other.weights[label];
        return *this;
    }
};

/// A table of bibliography/weights. Its first row names the labels; a row `before=LABEL` says what that label
/// adds to the one behind it; any other row is a feature. Weights are whole numbers, and so are their sums.
class LearnedWeights {
  public:
    /// Reads a table; an empty one has no labels.
    explicit LearnedWeights(std::string_view table);

    [[nodiscard]] std::vector<std::string> const& labels() const { return labels_; }
    [[nodiscard]] std::optional<std::size_t> find_label(std::string_view label) const;
    /// What a reading by rule is worth beside the weights.
    [[nodiscard]] std::int32_t stay() const { return stay_; }
    /// What a label adds to each that may stand behind it: an array of as many as there are labels.
    [[nodiscard]] float const* behind(std::size_t label) const {
        return transitions_.data() + label * labels_.size();
    }
    /// By how much more, at most, a label adds to the one behind it than `other` does.
    [[nodiscard]] float lead(std::size_t label, std::size_t other) const {
        return leads_[other * labels_.size() + label];
    }
    /// Where the weights of a feature begin, a block of them after the other; 0 for one that says nothing.
    [[nodiscard]] std::uint32_t find(std::uint64_t key) const {
        auto const check = static_cast<std::uint32_t>(key);
        auto slot = slot_of(key);
        while (rows_[slot].first != 0 && rows_[slot].check != check) slot = (slot + 1) & (rows_.size() - 1);
        return rows_[slot].first;
    }
    /// The same of a feature whose value is a number.
    [[nodiscard]] std::uint32_t find(FeatureName name, std::uint32_t number) const {
        auto const& rows = numbered_[FeatureName::slot_of(name.hash)];
        if (rows.name == name.hash && number < rows.first.size()) return rows.first[number];
        return find(feature_key(name.hash, hash_number(number)));
    }
    [[nodiscard]] WeightBlock const* at(std::uint32_t first) const { return blocks_.data() + first; }
    /// How many blocks the weights of a feature take.
    [[nodiscard]] std::size_t blocks() const {
        return (labels_.size() + WeightBlock::size - 1) / WeightBlock::size;
    }

  private:
    /// A feature is found by its key, whose upper half tells the slot. An empty slot's weights begin at 0,
    /// where none do.
    struct Row {
        std::uint32_t check = 0;  ///< the lower half
        std::uint32_t first = 0;
    };

    /// The rows of a name for each small number; those of two names that share a slot are found by their
    /// keys.
    struct NumberedRows {
        std::uint64_t name = 0;
        std::array<std::uint32_t, 31> first{};  ///< the numbers of kinds and distances
    };

    [[nodiscard]] std::size_t slot_of(std::uint64_t key) const { return key >> shift_; }
    void keep_numbered(std::uint64_t name, std::string_view value, std::uint32_t first);
    void read_labels(std::string_view names, std::size_t rows);
    void read_row(std::string_view line);
    void compare_labels();
    template <class Take>
    void read_weights(std::string_view cells, Take const& take) const;

    std::vector<std::string> labels_;
    int stay_ = 0;
    std::vector<float> transitions_;
    std::vector<float> leads_;         ///< over each label: that of every other
    std::vector<WeightBlock> blocks_;  ///< of all rows
    std::vector<Row> rows_;            ///< open addressing: a feature is looked up some thousand times a note
    int shift_ = 0;                    ///< from a key to its slot
    std::vector<NumberedRows> numbered_ = std::vector<NumberedRows>(FeatureName::slots);
};

/// Sums the weights of an element's features; a value is the hash of its text.
class SumSink {
  public:
    using Value = std::uint64_t;

    explicit SumSink(LearnedWeights const& weights) : weights_(weights), sums_(weights.blocks()) {}

    void add(FeatureName name, Value value) { take(weights_.find(feature_key(name.hash, value))); }
    void add_number(FeatureName name, std::uint32_t number) { take(weights_.find(name, number)); }
    /// Writes what the features since the last time sum up to, one number for each label.
    void sum(std::span<std::int32_t> out) {
        add_up();
        std::memcpy(out.data(), sums_.data(), out.size_bytes());
        std::fill(sums_.begin(), sums_.end(), WeightBlock{});
    }

    static Value text(std::string_view value) { return hash_word(value); }
    static Value word(std::string_view, Token const& token) { return token.key; }
    static Value number(std::uint64_t value) { return hash_number(value); }
    static Value pair(Value first, Value second) { return pair_value(first, second); }

  private:
    void take(std::uint32_t row) {
        rows_[count_] = row;
        count_ += row != 0 ? 1 : 0;
        if (count_ == rows_.size()) add_up();
    }
    void add_up() {
        for (std::size_t i = 0; i < sums_.size(); ++i) {
            auto sum = sums_[i];
            for (std::size_t row = 0; row < count_; ++row) sum += weights_.at(rows_[row])[i];
            sums_[i] = sum;
        }
        count_ = 0;
    }

    LearnedWeights const& weights_;
    std::array<std::uint32_t, 64> rows_;  ///< of features that are not summed up yet
    std::size_t count_ = 0;
    std::vector<WeightBlock> sums_;
};

/// Writes features down: "last=papers".
struct NameSink {
    using Value = std::string;
    std::vector<std::string>& names;

    void add(FeatureName name, Value const& value) { names.push_back(concat(name.text, "=", value)); }
    void add_number(FeatureName name, std::uint32_t number) { add(name, std::to_string(number)); }
    static Value text(std::string_view value) { return std::string(value); }
    static Value number(std::uint64_t value) { return std::to_string(value); }
    static Value pair(Value const& first, Value const& second) { return concat(first, pair_mark, second); }
    static Value word(std::string_view note, Token const& token);
};

}  // namespace fonds
