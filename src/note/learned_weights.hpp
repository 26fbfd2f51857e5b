// Tables of learned weights: what each feature of an element adds to each label that it may bear.
//
// A feature is a name and a value ("last" = "papers"). It is written down once, by a template over a sink: a
// SumSink adds its weights up, a NameSink writes its name and value for people and for training.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <memory_resource>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/perfect_hash.hpp"
#include "base/text.hpp"
#include "grammar/token.hpp"
#include "note/wide_rows.hpp"

namespace fonds {

/// The names of features whose values are whole numbers below `counts`: their weights are found by the
/// number, without a search.
// clang-format off
inline constexpr std::array<std::string_view, 27> counted_names = {
    "kind", "-1 kind", "+1 kind", "trait", "-1 trait", "+1 trait", "size", "-1 size", "+1 size", "class",
    "date behind", "date ahead", "archive behind", "archive ahead", "level behind", "level ahead",
    "quote behind", "quote ahead", "number behind", "number ahead", "text behind", "text ahead",
    "prose behind", "prose ahead", "from begin", "from end", "in brackets",
};
// clang-format on
inline constexpr std::size_t counts = 128;

/// The name of a feature, hashed when the library is built.
struct FeatureName {
    std::string_view text;
    std::uint64_t hash;
    consteval FeatureName(char const* name) : text(name), hash(hash_word(name)) {}
};

/// A name of `counted_names`, and its place there. (Not derived: clang 14 fails on bases made by
/// `consteval`.)
struct CountedName {
    FeatureName name;
    std::size_t place;
    consteval CountedName(char const* text)
        : name(text),
          place(static_cast<std::size_t>(std::find(counted_names.begin(), counted_names.end(), name.text) -
                                         counted_names.begin())) {
        if (place == counted_names.size()) throw "no name of features that are counted";
    }
    constexpr operator FeatureName() const { return name; }
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
    static constexpr std::size_t most_labels = 256;
    std::array<std::uint8_t, size> labels{};
    std::array<std::int16_t, size> weights{};
};

/// What a label adds to the one behind it is no more than this, whatever the table says: so sums of labels
/// can be told from each other by 16 bits.
inline constexpr int most_between_labels = 2000;

/// What an element can be by what stands before it: its label by number; or, from `row_size` on, "none"
/// behind each label, with more such between or without.
using LabelState = std::uint16_t;

/// A table of bibliography/weights. Its first row names the labels; a row `before=LABEL` says what that label
/// adds to the one behind it, `before none=LABEL` what it adds beyond "none" where such stand between; any
/// other row is a feature. Weights are whole numbers of 16 bits; their sums
/// are wider. It looks at arrays that are laid out when the library is built (learned_tables.hpp).
class LearnedWeights {
  public:
    /// Where the weights of a feature are: the number of few ones, or where a row of many begins.
    using Place = std::uint32_t;
    static constexpr Place nowhere = 0, first_few = 1U << 31U;

    /// A feature is found by its key, of which half the bits are kept.
    struct Slot {
        std::uint32_t check = 0;
        Place place = nowhere;
    };

    struct Arrays {
        std::span<std::string_view const> labels;
        std::int32_t stay = 0;
        std::int32_t none = -1;                     ///< the label that is remembered with the one before it
        std::span<std::int16_t const> transitions;  ///< behind each state: a row
        std::span<std::int16_t const> leads;        ///< over each state: a row of labels, one of the others
        std::span<FewWeights const> few;
        std::span<std::int16_t const> many;    ///< rows; the first is that of a feature which says nothing
        std::int32_t heaviest = 1;             ///< of the weights in rows
        std::span<Place const> counted;        ///< by the number of the name, then the value
        std::span<std::uint16_t const> seeds;  ///< that lead from keys to slots
        std::span<Slot const> slots;
    };

    constexpr explicit LearnedWeights(Arrays const& arrays)
        : arrays_(arrays),
          row_size_(row_size_for(arrays.labels.size())),
          addable_(static_cast<std::size_t>(std::numeric_limits<std::int16_t>::max() / arrays.heaviest)) {}

    [[nodiscard]] std::span<std::string_view const> labels() const { return arrays_.labels; }
    [[nodiscard]] std::optional<std::size_t> find_label(std::string_view label) const;
    /// What a reading by rule is worth beside the weights.
    [[nodiscard]] std::int32_t stay() const { return arrays_.stay; }
    /// How many numbers there are in a row of one for each label (wide_rows.hpp). Those behind the last
    /// label's are 0.
    [[nodiscard]] std::size_t row_size() const { return row_size_; }
    /// The label that is remembered with the one before it; none in most tables.
    [[nodiscard]] std::optional<std::size_t> remembered() const {
        return arrays_.none < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(arrays_.none));
    }
    [[nodiscard]] std::size_t label_of(LabelState state) const {
        return state < row_size_ ? state : static_cast<std::size_t>(arrays_.none);
    }
    /// What an element of that label is behind one that is `before`.
    [[nodiscard]] LabelState state_behind(LabelState before, std::size_t label) const {
        if (std::cmp_not_equal(label, arrays_.none)) return static_cast<LabelState>(label);
        bool const remembers = before >= row_size_ || before == label;
        return static_cast<LabelState>(remembers ? before : row_size_ + before);
    }
    /// What a state adds to each label that may stand behind it: a row.
    [[nodiscard]] std::int16_t const* behind(std::size_t state) const {
        return arrays_.transitions.data() + state * row_size_;
    }
    /// By how much more, at most, each state adds to what stands behind it than `other` does: a row of
    /// labels, then one of "none" behind each.
    [[nodiscard]] std::int16_t const* leads_over(std::size_t other) const {
        return arrays_.leads.data() + other * row_size_ * (arrays_.none < 0 ? 1 : 2);
    }

    /// Finds places of features by their keys.
    class Finder {
      public:
        explicit Finder(LearnedWeights const& weights)
            : slots_(weights.arrays_.slots.data()),
              slot_of_({weights.arrays_.seeds, weights.arrays_.slots.size()}) {}
        [[nodiscard]] Place operator()(std::uint64_t key) const {
            auto const& slot = slots_[slot_of_(key)];
            return slot.check == check_of(key) ? slot.place : nowhere;
        }

      private:
        Slot const* slots_;
        PerfectHash slot_of_;
    };
    [[nodiscard]] static std::uint32_t check_of(std::uint64_t key) { return static_cast<std::uint32_t>(key); }

    /// The same of a feature whose values are counted; its weights are always a row.
    [[nodiscard]] Place find_counted(std::size_t name, std::size_t number) const {
        return arrays_.counted[name * counts + number];
    }

    [[nodiscard]] static bool is_few(Place place) { return place >= first_few; }
    [[nodiscard]] static bool is_many(Place place) { return place != nowhere && !is_few(place); }
    /// Whether no weights are kept as few.
    [[nodiscard]] bool are_all_rows() const { return arrays_.few.empty(); }
    /// Adds up the weights at places of few and of many.
    void add_few(std::span<Place const> places, std::span<std::int32_t> sums) const;
    void add_many(std::span<Place const> places, std::span<std::int32_t> sums) const;

  private:
    Arrays arrays_;
    std::size_t row_size_;
    std::size_t addable_;  ///< so many rows that their sums have 16 bits
};

/// Sums the weights of an element's features; a value is the hash of its text.
class SumSink {
  public:
    using Value = std::uint64_t;

    explicit SumSink(LearnedWeights const& weights,
                     std::pmr::memory_resource* memory = std::pmr::get_default_resource())
        : weights_(weights), sums_(weights.row_size(), memory) {}

    void add(FeatureName name, Value value) {
        keys_[count_++] = feature_key(name.hash, value);
        if (count_ == keys_.size()) add_up();
    }
    void add_number(CountedName name, std::uint32_t number) {
        if (number >= counts) return add(name, hash_number(number));
        places_[place_count_++] = weights_.find_counted(name.place, number);
        if (place_count_ == at_most) add_up();
    }

    /// Begins a sum anew, or from one of other features.
    void begin() {
        std::fill(sums_.begin(), sums_.end(), 0);
        count_ = place_count_ = 0;
    }
    void begin(std::span<std::int32_t const> from) {
        std::copy(from.begin(), from.end(), sums_.begin());
        count_ = place_count_ = 0;
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
    // Features whose weights are not added yet:
    static constexpr std::size_t at_most = 96;
    std::array<std::uint64_t, at_most> keys_;
    std::size_t count_ = 0;
    std::array<LearnedWeights::Place, 2 * at_most> places_;  ///< rows of those found; the others' join them
    std::size_t place_count_ = 0;
    std::pmr::vector<std::int32_t> sums_;
};

/// Writes features down: "last=papers".
struct NameSink {
    using Value = std::string;
    std::vector<std::string>& names;

    void add(FeatureName name, Value const& value) { names.push_back(concat(name.text, "=", value)); }
    void add_number(CountedName name, std::uint32_t number) { add(name, std::to_string(number)); }
    static Value text(std::string_view value) { return std::string(value); }
    static Value number(std::uint64_t value) { return std::to_string(value); }
    static Value pair(Value const& first, Value const& second) { return concat(first, pair_mark, second); }
    static Value word(std::string_view note, Token const& token);
};

}  // namespace fonds
