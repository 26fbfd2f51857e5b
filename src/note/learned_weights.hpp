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
        auto const check = static_cast<std::uint32_t>(key);
        auto slot = slot_of(key);
        while (rows_[slot].place != Place::none && rows_[slot].check != check)
            slot = (slot + 1) & (rows_.size() - 1);
        return rows_[slot].place;
    }
    /// The same of a feature whose value is a number.
    [[nodiscard]] Place find(FeatureName name, std::uint32_t number) const {
        auto const& rows = numbered_[FeatureName::slot_of(name.hash)];
        if (rows.name == name.hash && number < rows.places.size()) return rows.places[number];
        return find(feature_key(name.hash, hash_number(number)));
    }

    [[nodiscard]] static bool is_few(Place place) { return place >= Place::first_few; }
    [[nodiscard]] FewWeights const& few(Place place) const {
        return few_[static_cast<std::uint32_t>(place) - static_cast<std::uint32_t>(Place::first_few)];
    }
    /// Adds up rows of many weights.
    void add_rows(std::span<Place const> places, std::span<std::int32_t> sums) const;

  private:
    /// A feature is found by its key, whose upper half tells the slot.
    struct Row {
        std::uint32_t check = 0;  ///< the lower half
        Place place = Place::none;
    };

    /// The rows of a name for each small number; those of two names that share a slot are found by their
    /// keys.
    struct NumberedRows {
        std::uint64_t name = 0;
        std::array<Place, 31> places{};  ///< the numbers of kinds and distances
    };

    [[nodiscard]] std::size_t slot_of(std::uint64_t key) const { return key >> shift_; }
    void keep_numbered(std::uint64_t name, std::string_view value, Place place);
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
    int shift_ = 0;          ///< from a key to its slot
    std::vector<NumberedRows> numbered_ = std::vector<NumberedRows>(FeatureName::slots);
};

/// Sums the weights of an element's features; a value is the hash of its text.
class SumSink {
  public:
    using Value = std::uint64_t;

    explicit SumSink(LearnedWeights const& weights) : weights_(weights), sums_(weights.row_size()) {}

    void add(FeatureName name, Value value) { take(weights_.find(feature_key(name.hash, value))); }
    void add_number(FeatureName name, std::uint32_t number) { take(weights_.find(name, number)); }

    /// Begins a sum anew, or from one of other features.
    void begin() {
        std::fill(sums_.begin(), sums_.end(), 0);
        few_count_ = many_count_ = 0;
    }
    void begin(std::span<std::int32_t const> from) {
        std::copy(from.begin(), from.end(), sums_.begin());
        few_count_ = many_count_ = 0;
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
    using Place = LearnedWeights::Place;

    // Without branches: where the weights of a feature are cannot be foreseen.
    void take(Place place) {
        bool const few = LearnedWeights::is_few(place);
        few_[few_count_] = place;
        few_count_ += few ? 1 : 0;
        many_[many_count_] = place;
        many_count_ += !few && place != Place::none ? 1 : 0;
        if (few_count_ == few_.size() || many_count_ == many_.size()) add_up();
    }
    void add_up();

    LearnedWeights const& weights_;
    std::array<Place, 64> few_, many_;  ///< what is not added up yet
    std::size_t few_count_ = 0, many_count_ = 0;
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
