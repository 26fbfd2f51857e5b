// Tables of learned weights: what each feature of an element adds to each label that it may bear.
//
// A feature is a name and a value ("last" = "papers"). It is written down once, by a template over a sink: a
// SumSink adds its weights up, a NameSink writes its name and value for people and for training.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
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

/// The weights of a feature that tells few labels; what is not needed adds nothing to the first label.
struct FewWeights {
    static constexpr std::size_t size = 4;
    std::array<std::uint16_t, size> labels{};
    std::array<std::int16_t, size> weights{};
};

/// What a label adds to the one behind it is no more than this, whatever the table says: so sums of labels
/// can be told from each other by 16 bits.
inline constexpr int most_between_labels = 3000;

/// A table of bibliography/weights. Its first row names the labels; a row `before=LABEL` says what that label
/// adds to the one behind it; any other row is a feature. Weights are whole numbers of 16 bits; their sums
/// are wider.
class LearnedWeights {
  public:
    /// Reads a table; an empty one has no labels.
    explicit LearnedWeights(std::string_view table);

    [[nodiscard]] std::vector<std::string> const& labels() const { return labels_; }
    [[nodiscard]] std::optional<std::size_t> find_label(std::string_view label) const;
    /// What a reading by rule is worth beside the weights.
    [[nodiscard]] std::int32_t stay() const { return stay_; }
    /// How many numbers there are in a row of one for each label: none is left where so many are added at
    /// once as the machine can. Those behind the last label's are 0.
    [[nodiscard]] std::size_t row_size() const {
        return (labels_.size() + added_at_once - 1) / added_at_once * added_at_once;
    }
    static constexpr std::size_t added_at_once = 24;
    /// What a label adds to each that may stand behind it: a row.
    [[nodiscard]] std::int16_t const* behind(std::size_t label) const {
        return transitions_.data() + label * row_size();
    }
    /// By how much more, at most, each label adds to the one behind it than `other` does: a row.
    [[nodiscard]] std::int16_t const* leads_over(std::size_t other) const {
        return leads_.data() + other * row_size();
    }

    /// Where the weights of a feature are: the number of few ones, or where a row of many begins.
    enum class Place : std::uint32_t { none = 0, first_few = 1U << 31U };
    [[nodiscard]] Place find(std::uint64_t key) const {
        auto const check = check_of(key);
        auto slot = slot_of(key);
        while (rows_[slot].place != Place::none && rows_[slot].check != check) slot = (slot + 1) & last_slot_;
        return rows_[slot].place;
    }

    [[nodiscard]] static bool is_few(Place place) { return place >= Place::first_few; }
    [[nodiscard]] static bool is_many(Place place) { return place != Place::none && !is_few(place); }
    /// Adds up the weights at places of few and of many.
    void add_few(std::span<Place const> places, std::span<std::int32_t> sums) const;
    void add_many(std::span<Place const> places, std::span<std::int32_t> sums) const;

  private:
    /// A feature is found by its key: the uppermost bits tell the slot, those in the middle are kept.
    struct Row {
        std::uint32_t check = 0;
        Place place = Place::none;
    };
    [[nodiscard]] static std::uint32_t check_of(std::uint64_t key) { return static_cast<std::uint32_t>(key); }

    [[nodiscard]] std::size_t slot_of(std::uint64_t key) const { return key >> shift_; }
    void read_labels(std::string_view names);
    void read_row(std::string_view line);
    Place read_weights_of_row(std::string_view cells);
    void compare_labels();
    template <class Take>
    void read_weights(std::string_view cells, Take const& take) const;

    std::vector<std::string> labels_;
    int stay_ = 0;
    std::vector<std::int16_t> transitions_;
    std::vector<std::int16_t> leads_;  ///< over each label: that of every other
    std::vector<FewWeights> few_;
    std::vector<std::int16_t> many_;
    int heaviest_ = 1;       ///< of the weights in rows
    std::vector<Row> rows_;  ///< open addressing: a feature is looked up some thousand times a note
    std::size_t last_slot_ = 0;
    int shift_ = 0;  ///< from a key to its slot
};

/// Sums the weights of an element's features; a value is the hash of its text.
class SumSink {
  public:
    using Value = std::uint64_t;

    explicit SumSink(LearnedWeights const& weights) : weights_(weights), sums_(weights.row_size()) {}

    void add(FeatureName name, Value value) {
        keys_[count_++] = feature_key(name.hash, value);
        if (count_ == keys_.size()) add_up();
    }
    void add_number(FeatureName name, std::uint32_t number) { add(name, hash_number(number)); }

    /// Begins a sum anew, or from one of other features.
    void begin() {
        std::fill(sums_.begin(), sums_.end(), 0);
        count_ = 0;
    }
    void begin(std::span<std::int32_t const> from) {
        std::copy(from.begin(), from.end(), sums_.begin());
        count_ = 0;
    }
    /// What the features since it was begun sum up to, one number for each label.
    std::span<std::int32_t> sum() {
        add_up();
        return std::span(sums_).first(weights_.labels().size());
    }

    static Value text(std::string_view value) { return hash_word(value); }
    static Value word(std::string_view, Token const& token) { return token.key; }
    static Value number(std::uint64_t value) { return hash_number(value); }
    static Value pair(Value first, Value second) { return pair_value(first, second); }

  private:
    void add_up();

    LearnedWeights const& weights_;
    std::array<std::uint64_t, 96> keys_;  ///< of the features whose weights are not added yet
    std::size_t count_ = 0;
    std::vector<std::int32_t> sums_;
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
