// Tables of learned weights: what each feature of an element adds to each label that it may bear.
//
// A feature is a name and a value ("last" = "papers"). It is written down once, by a template over a sink: a
// SumSink adds its weights up, a NameSink writes its name and value for people and for training.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
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
};

[[nodiscard]] constexpr std::uint64_t feature_key(std::uint64_t name, std::uint64_t value) {
    auto const mixed = (name ^ value) * 0x9E3779B97F4A7C15ULL;
    return mixed ^ (mixed >> 29U);
}

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
    /// How far two labels may differ in what they add to the next.
    [[nodiscard]] float spread() const { return spread_; }
    /// Adds a feature's weights to `sums`, one for each label.
    void add(std::uint64_t key, std::int32_t* sums) const {
        auto const check = check_of(key);
        for (auto slot = key & mask_; rows_[slot].count != 0; slot = (slot + 1) & mask_) {
            if (rows_[slot].check != check) continue;
            auto const* const first = weights_.data() + rows_[slot].first;
            for (auto const* it = first; it != first + rows_[slot].count; ++it) sums[it->label] += it->weight;
            return;
        }
    }

  private:
    /// What a feature adds to a label that it says something of.
    struct Weight {
        std::uint16_t label = 0;
        std::int16_t weight = 0;
    };
    /// A feature's weights, found by its key: the slot tells the lower half of it, `check` the upper one. An
    /// empty slot has no weights.
    struct Row {
        std::uint32_t check = 0;
        std::uint32_t first : 24 = 0, count : 8 = 0;
    };

    [[nodiscard]] static std::uint32_t check_of(std::uint64_t key) {
        return static_cast<std::uint32_t>(key >> 32U);
    }
    void read_labels(std::string_view names);
    void read_row(std::string_view line);
    void read_weights(std::string_view cells, std::vector<Weight>& out) const;

    std::vector<std::string> labels_;
    int stay_ = 0;
    float spread_ = 0;
    std::vector<float> transitions_;
    std::vector<Weight> weights_;  ///< of all rows; most say something of one or two labels
    std::vector<Row> rows_;        ///< open addressing: a feature is looked up some thousand times a note
    std::uint64_t mask_ = 0;
};

/// The hashes of the whole numbers below a hundred as they are written: most values are such.
inline constexpr auto number_hashes = [] {
    std::array<std::uint64_t, 100> out{};
    for (std::size_t number = 0; number < out.size(); ++number) {
        char const digits[] = {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
        out[number] = hash_word(number < 10 ? std::string_view(digits + 1, 1) : std::string_view(digits, 2));
    }
    return out;
}();

/// Sums the weights of features; a value is the hash of its text.
struct SumSink {
    using Value = std::uint64_t;
    LearnedWeights const& weights;
    std::int32_t* sums = nullptr;

    void add(FeatureName name, Value value) const { weights.add(feature_key(name.hash, value), sums); }
    static Value text(std::string_view value) { return hash_word(value); }
    static Value word(Token const& token) { return token.key; }
    static Value number(std::uint64_t value) {
        return value < number_hashes.size() ? number_hashes[value] : text(std::to_string(value));
    }
};

/// Writes features down: "last=papers".
struct NameSink {
    using Value = std::string;
    std::string_view note;
    std::vector<std::string>& names;

    void add(FeatureName name, Value const& value) const { names.push_back(concat(name.text, "=", value)); }
    static Value text(std::string_view value) { return std::string(value); }
    static Value number(std::uint64_t value) { return std::to_string(value); }
    [[nodiscard]] Value word(Token const& token) const;
};

}  // namespace fonds
