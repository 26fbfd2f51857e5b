// Learned weights of features for roles, and the best sequence of roles under them (Viterbi).

#include <algorithm>
#include <bit>
#include <charconv>
#include <limits>
#include <optional>

#include "base/embedded.hpp"
#include "base/text.hpp"
#include "note/role_features.hpp"

namespace fonds {
namespace {

using std::string_view;

constexpr std::uint64_t feature_key(std::uint64_t name, std::uint64_t value) {
    auto const mixed = (name ^ value) * 0x9E3779B97F4A7C15ULL;
    return mixed ^ (mixed >> 29U);
}

/// The table: each row a feature, and what it adds to the roles.
class RoleWeights {
  public:
    static RoleWeights const& builtin() {
        static RoleWeights const weights(find_embedded("weights/element-roles.tsv").value_or(string_view()));
        return weights;
    }

    [[nodiscard]] std::vector<ElementRole> const& roles() const { return roles_; }
    [[nodiscard]] std::optional<std::size_t> find_role(string_view role) const {
        auto const at = std::find(roles_.begin(), roles_.end(), role);
        if (at == roles_.end()) return std::nullopt;
        return static_cast<std::size_t>(at - roles_.begin());
    }
    /// What the grammar's own reading is worth beside the weights.
    [[nodiscard]] float stay() const { return static_cast<float>(stay_); }
    /// What a role adds to each that may stand behind it.
    [[nodiscard]] float const* behind(std::size_t role) const {
        return transitions_.data() + role * roles_.size();
    }
    /// How far two roles may differ in what they add to the next.
    [[nodiscard]] float spread() const { return spread_; }
    void add(std::uint64_t key, std::vector<float>& sums) const {
        for (auto slot = key & mask_; rows_[slot].values != 0; slot = (slot + 1) & mask_)
            if (rows_[slot].key == key) {
                auto const* row = values_.data() + rows_[slot].values;
                for (std::size_t role = 0; role < sums.size(); ++role) sums[role] += row[role];
                return;
            }
    }

  private:
    /// A row's key and where its values begin, one for each role; no row begins at 0, so this is an empty
    /// slot.
    struct Row {
        std::uint64_t key = 0;
        std::uint32_t values = 0;
    };

    explicit RoleWeights(string_view table) {
        auto const lines = split(table, '\n');
        rows_.resize(std::bit_ceil(lines.size() * 2 + 2));
        mask_ = rows_.size() - 1;
        for (auto const line : lines) {
            if (line.empty() || line.starts_with('#')) continue;
            if (line.starts_with("roles\t")) read_roles(line.substr(line.find('\t') + 1), lines.size());
            else if (line.starts_with("stay\t")) read_number(line.substr(line.find('\t') + 1), stay_);
            else read_row(line);
        }
        auto const [least, most] = std::minmax_element(transitions_.begin(), transitions_.end());
        if (least != transitions_.end()) spread_ = *most - *least;
    }

    static string_view read_number(string_view text, int& out) {
        auto const end = std::from_chars(text.data(), text.data() + text.size(), out).ptr;
        return text.substr(static_cast<std::size_t>(end - text.data()));
    }

    void read_roles(string_view names, std::size_t rows) {
        for (auto const name : split(names, '\t')) roles_.emplace_back(name);
        transitions_.assign(roles_.size() * roles_.size(), 0);
        values_.reserve((rows + 1) * roles_.size());
        values_.resize(roles_.size());
    }

    /// "kind=0 <TAB> 3:120 <TAB> 17:-44": a feature, its roles and their weights.
    void read_row(string_view line) {
        auto const tab = std::min(line.find('\t'), line.size());
        auto const equals = line.substr(0, tab).find('=');
        if (equals == string_view::npos) return;
        auto const name = line.substr(0, equals), value = line.substr(equals + 1, tab - equals - 1);
        if (name == "before") {
            if (auto const role = find_role(value))
                read_weights(line.substr(tab), transitions_.data() + *role * roles_.size());
            return;
        }
        auto const key = feature_key(hash_word(name), hash_word(value));
        auto slot = key & mask_;
        while (rows_[slot].values != 0) slot = (slot + 1) & mask_;
        rows_[slot] = {key, static_cast<std::uint32_t>(values_.size())};
        values_.resize(values_.size() + roles_.size());
        read_weights(line.substr(tab), values_.data() + rows_[slot].values);
    }

    void read_weights(string_view cells, float* values) const {
        while (cells.starts_with('\t')) {
            int role = -1, weight = 0;
            cells = read_number(cells.substr(1), role);
            if (!cells.starts_with(':')) return;
            cells = read_number(cells.substr(1), weight);
            if (role >= 0 && static_cast<std::size_t>(role) < roles_.size())
                values[role] = static_cast<float>(weight);
        }
    }

    std::vector<ElementRole> roles_;
    int stay_ = 0;
    float spread_ = 0;
    std::vector<float> transitions_;
    std::vector<float> values_;
    std::vector<Row> rows_;  ///< open addressing: a feature is looked up some thousand times a note
    std::uint64_t mask_ = 0;
};

/// Sums the weights of an element's features; a value is the hash of its text.
struct SumSink {
    using Value = std::uint64_t;
    RoleWeights const& weights;
    std::vector<float>& sums;

    void add(FeatureName name, Value value) { weights.add(feature_key(name.hash, value), sums); }
    static Value text(string_view value) { return hash_word(value); }
    static Value word(Token const& token) { return token.key; }
    static Value number(std::uint64_t value) {
        char digits[24];
        auto const end = std::to_chars(digits, digits + sizeof digits, value).ptr;
        return text({digits, static_cast<std::size_t>(end - digits)});
    }
};

/// Writes the features down.
struct NameSink {
    using Value = std::string;
    string_view note;
    std::vector<std::string>& names;

    void add(FeatureName name, Value const& value) { names.push_back(concat(name.text, "=", value)); }
    static Value text(string_view value) { return std::string(value); }
    static Value number(std::uint64_t value) { return std::to_string(value); }
    [[nodiscard]] Value word(Token const& token) const {
        auto folded = fold_word(slice(note, token.span));
        if (auto const hyphen = folded.find("- "); hyphen != std::string::npos) folded.erase(hyphen, 2);
        return folded;
    }
};

}  // namespace

std::vector<std::string> element_features(std::vector<CitationElement> const& elements, std::size_t index,
                                          Chunks const& chunks) {
    std::vector<std::string> names;
    NameSink sink{chunks.text, names};
    RoleFeatures<NameSink>(elements, chunks, sink).write(index);
    return names;
}

namespace {

/// The best sequence of roles, element by element (Viterbi). A settled element admits its own role alone.
class Sequence {
  public:
    Sequence(RoleWeights const& weights, std::vector<CitationElement> const& elements, Chunks const& chunks)
        : weights_(weights),
          elements_(elements),
          count_(weights.roles().size()),
          sums_(count_),
          best_(elements.size() * count_, closed),
          sink_{weights, sums_},
          features_(elements, chunks, sink_) {}

    std::vector<std::size_t> run() {
        for (std::size_t i = 0; i < elements_.size(); ++i) step(i);
        std::vector<std::size_t> out(elements_.size());
        auto const* last = row(elements_.size() - 1);
        auto role = static_cast<std::size_t>(std::max_element(last, last + count_) - last);
        for (auto i = elements_.size() - 1; i > 0; --i) {
            out[i] = role;
            role = before(i, role);
        }
        out[0] = role;
        return out;
    }

  private:
    /// The sum of a role that an element does not have, or that can be on no best way.
    static constexpr float closed = std::numeric_limits<float>::lowest();

    [[nodiscard]] float* row(std::size_t index) { return best_.data() + index * count_; }

    void step(std::size_t index) {
        auto const& element = elements_[index];
        auto const rule = weights_.find_role(element.rule);
        auto* totals = row(index);
        if (element.settled && rule) {
            totals[*rule] = index == 0 ? 0 : arrive(index, *rule);
            open_.assign(1, *rule);
            return;
        }
        weigh(index, rule);
        std::copy(sums_.begin(), sums_.end(), totals);
        if (index > 0) {
            arrivals_.assign(count_, closed);
            for (auto const last : open_) {
                auto const total = row(index - 1)[last];
                auto const* added = weights_.behind(last);
                for (std::size_t role = 0; role < count_; ++role)
                    arrivals_[role] = std::max(arrivals_[role], total + added[role]);
            }
            for (std::size_t role = 0; role < count_; ++role) totals[role] += arrivals_[role];
        }
        close_hopeless(totals);
    }

    /// What an element's features say for each role; nothing where its role is none of the table's.
    void weigh(std::size_t index, std::optional<std::size_t> rule) {
        std::fill(sums_.begin(), sums_.end(), 0.0F);
        if (elements_[index].settled) return;
        features_.write(index);
        if (rule) sums_[*rule] += weights_.stay();
    }

    /// A role so far behind the best that nothing it adds to the next element makes up for it is on no best
    /// way.
    void close_hopeless(float* totals) {
        auto const bound = *std::max_element(totals, totals + count_) - weights_.spread();
        open_.clear();
        for (std::size_t role = 0; role < count_; ++role) {
            if (totals[role] < bound) totals[role] = closed;
            else open_.push_back(role);
        }
    }

    /// The best sum of a way that comes to `role` of element `index` (> 0), without that role's own.
    [[nodiscard]] float arrive(std::size_t index, std::size_t role) {
        auto const last = before(index, role);
        return row(index - 1)[last] + weights_.behind(last)[role];
    }

    /// The role before `role` of element `index` (> 0) on the best way to it; of equal ones the first.
    [[nodiscard]] std::size_t before(std::size_t index, std::size_t role) {
        auto const* totals = row(index - 1);
        std::size_t best = 0;
        float most = closed;
        for (std::size_t last = 0; last < count_; ++last) {
            if (totals[last] == closed) continue;
            if (auto const total = totals[last] + weights_.behind(last)[role]; total > most) {
                most = total;
                best = last;
            }
        }
        return best;
    }

    RoleWeights const& weights_;
    std::vector<CitationElement> const& elements_;
    std::size_t count_;
    std::vector<float> sums_, arrivals_;
    std::vector<float> best_;        ///< for each element and role the best sum of a way that ends there
    std::vector<std::size_t> open_;  ///< the roles of the element before
    SumSink sink_;
    RoleFeatures<SumSink> features_;
};

}  // namespace

std::vector<ElementRole> weigh_roles(std::vector<CitationElement> const& elements, Chunks const& chunks) {
    std::vector<ElementRole> out;
    out.reserve(elements.size());
    for (auto const& element : elements) out.push_back(element.rule);
    auto const& weights = RoleWeights::builtin();
    bool const settled =
        std::all_of(elements.begin(), elements.end(), [](auto const& element) { return element.settled; });
    if (settled || weights.roles().empty()) return out;
    auto const roles = Sequence(weights, elements, chunks).run();
    // A settled role stays, also one that the table does not know.
    for (std::size_t i = 0; i < elements.size(); ++i)
        if (!elements[i].settled) out[i] = weights.roles()[roles[i]];
    return out;
}

}  // namespace fonds
