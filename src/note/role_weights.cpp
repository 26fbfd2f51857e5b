// Learned weights of features for roles, and the best sequence of roles under them (Viterbi).

#include <algorithm>
#include <bit>
#include <charconv>
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

struct Weight {
    std::uint16_t role = 0;
    float value = 0;
};

/// The table: each row a feature, and what it adds to the roles.
class RoleWeights {
  public:
    static RoleWeights const& builtin() {
        static RoleWeights const weights(find_embedded("weights/element-roles.tsv").value_or(string_view()));
        return weights;
    }

    [[nodiscard]] std::vector<ElementRole> const& roles() const { return roles_; }
    [[nodiscard]] std::optional<std::uint16_t> find_role(string_view role) const {
        auto const at = std::find(roles_.begin(), roles_.end(), role);
        if (at == roles_.end()) return std::nullopt;
        return static_cast<std::uint16_t>(at - roles_.begin());
    }
    /// What the grammar's own reading is worth beside the weights.
    [[nodiscard]] float stay() const { return static_cast<float>(stay_); }
    /// What a role adds to the one behind it.
    [[nodiscard]] float after(std::size_t role, std::size_t next) const { return transitions_[role * roles_.size() + next]; }
    void add(std::uint64_t key, std::vector<float>& sums) const {
        for (auto slot = key & mask_; rows_[slot].last != 0; slot = (slot + 1) & mask_)
            if (rows_[slot].key == key) {
                for (auto i = rows_[slot].first; i < rows_[slot].last; ++i) sums[weights_[i].role] += weights_[i].value;
                return;
            }
    }

  private:
    /// A row's key and its weights; no row has none, so `last` is 0 in an empty slot.
    struct Row {
        std::uint64_t key = 0;
        std::uint32_t first = 0, last = 0;
    };

    explicit RoleWeights(string_view table) {
        auto const lines = split(table, '\n');
        rows_.resize(std::bit_ceil(lines.size() * 2 + 2));
        mask_ = rows_.size() - 1;
        for (auto const line : lines) {
            if (line.empty() || line.starts_with('#')) continue;
            auto const columns = split(line, '\t');
            if (columns[0] == "roles") {
                for (std::size_t i = 1; i < columns.size(); ++i) roles_.emplace_back(columns[i]);
                transitions_.assign(roles_.size() * roles_.size(), 0);
                continue;
            }
            if (columns[0] == "stay" && columns.size() == 2) {
                std::from_chars(columns[1].data(), columns[1].data() + columns[1].size(), stay_);
                continue;
            }
            row(columns);
        }
    }

    void row(std::vector<string_view> const& columns) {
        auto const equals = columns[0].find('=');
        if (equals == string_view::npos) return;
        auto const name = columns[0].substr(0, equals), value = columns[0].substr(equals + 1);
        auto const first = static_cast<std::uint32_t>(weights_.size());
        for (std::size_t i = 1; i < columns.size(); ++i)
            if (auto const weight = read(columns[i])) weights_.push_back(*weight);
        if (name == "before") {
            if (auto const role = find_role(value))
                for (auto i = first; i < weights_.size(); ++i) transitions_[*role * roles_.size() + weights_[i].role] = weights_[i].value;
            return weights_.resize(first);
        }
        if (weights_.size() == first) return;
        auto const key = feature_key(hash_word(name), hash_word(value));
        auto slot = key & mask_;
        while (rows_[slot].last != 0) slot = (slot + 1) & mask_;
        rows_[slot] = {key, first, static_cast<std::uint32_t>(weights_.size())};
    }

    /// "3:120": the role and its weight.
    [[nodiscard]] std::optional<Weight> read(string_view cell) const {
        auto const colon = cell.find(':');
        int role = 0, value = 0;
        if (colon == string_view::npos) return std::nullopt;
        std::from_chars(cell.data(), cell.data() + colon, role);
        std::from_chars(cell.data() + colon + 1, cell.data() + cell.size(), value);
        if (role < 0 || static_cast<std::size_t>(role) >= roles_.size()) return std::nullopt;
        return Weight{static_cast<std::uint16_t>(role), static_cast<float>(value)};
    }

    std::vector<ElementRole> roles_;
    int stay_ = 0;
    std::vector<float> transitions_;
    std::vector<Weight> weights_;
    std::vector<Row> rows_;  ///< open addressing: a feature is looked up some thousand times a note
    std::uint64_t mask_ = 0;
};

/// Sums the weights of an element's features.
struct SumSink {
    RoleWeights const& weights;
    std::vector<float>& sums;

    void text(FeatureName name, string_view value) { weights.add(feature_key(name.hash, hash_word(value)), sums); }
    void number(FeatureName name, std::uint64_t value) {
        char digits[24];
        auto const end = std::to_chars(digits, digits + sizeof digits, value).ptr;
        text(name, {digits, static_cast<std::size_t>(end - digits)});
    }
    void word(FeatureName name, Token const& token) { weights.add(feature_key(name.hash, token.key), sums); }
};

/// Writes the features down.
struct NameSink {
    string_view note;
    std::vector<std::string>& names;

    void text(FeatureName name, string_view value) { names.push_back(std::string(name.text) + "=" + std::string(value)); }
    void number(FeatureName name, std::uint64_t value) { text(name, std::to_string(value)); }
    void word(FeatureName name, Token const& token) {
        auto folded = fold_word(slice(note, token.span));
        if (auto const hyphen = folded.find("- "); hyphen != std::string::npos) folded.erase(hyphen, 2);
        text(name, folded);
    }
};

}  // namespace

std::vector<std::string> element_features(std::vector<CitationElement> const& elements, std::size_t index, Chunks const& chunks) {
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
        : weights_(weights), elements_(elements), count_(weights.roles().size()), sums_(count_), best_(count_), next_(count_),
          from_(elements.size() * count_), sink_{weights, sums_}, features_(elements, chunks, sink_) {}

    std::vector<std::size_t> run() {
        for (std::size_t i = 0; i < elements_.size(); ++i) step(i);
        std::vector<std::size_t> out(elements_.size());
        auto role = *std::max_element(open_.begin(), open_.end(), [&](auto a, auto b) { return best_[a] < best_[b]; });
        for (auto i = elements_.size(); i > 0; --i) {
            out[i - 1] = role;
            role = from_[(i - 1) * count_ + role];
        }
        return out;
    }

  private:
    void step(std::size_t index) {
        admit(index);
        for (auto const role : admitted_) {
            std::uint16_t before = open_.empty() ? role : open_.front();
            float most = open_.empty() ? 0 : best_[before] + weights_.after(before, role);
            for (auto const last : open_)
                if (auto const total = best_[last] + weights_.after(last, role); total > most) {
                    most = total;
                    before = last;
                }
            next_[role] = most + sums_[role];
            from_[index * count_ + role] = before;
        }
        best_.swap(next_);
        open_.swap(admitted_);
    }

    /// The roles that an element may have, and what its features say for each.
    void admit(std::size_t index) {
        auto const& element = elements_[index];
        auto const rule = weights_.find_role(element.rule);
        std::fill(sums_.begin(), sums_.end(), 0.0F);
        admitted_.clear();
        if (element.settled && rule) return admitted_.push_back(*rule);
        for (std::size_t role = 0; role < count_; ++role) admitted_.push_back(static_cast<std::uint16_t>(role));
        if (element.settled) return;
        features_.write(index);
        if (rule) sums_[*rule] += weights_.stay();
    }

    RoleWeights const& weights_;
    std::vector<CitationElement> const& elements_;
    std::size_t count_;
    std::vector<float> sums_, best_, next_;
    std::vector<std::uint16_t> from_;       ///< for each element and role the role before it
    std::vector<std::uint16_t> open_, admitted_;  ///< roles of the element before and of this one
    SumSink sink_;
    RoleFeatures<SumSink> features_;
};

}  // namespace

std::vector<ElementRole> weigh_roles(std::vector<CitationElement> const& elements, Chunks const& chunks) {
    std::vector<ElementRole> out;
    out.reserve(elements.size());
    for (auto const& element : elements) out.push_back(element.rule);
    auto const& weights = RoleWeights::builtin();
    bool const settled = std::all_of(elements.begin(), elements.end(), [](auto const& element) { return element.settled; });
    if (settled || weights.roles().empty()) return out;
    auto const roles = Sequence(weights, elements, chunks).run();
    // A settled role stays, also one that the table does not know.
    for (std::size_t i = 0; i < elements.size(); ++i)
        if (!elements[i].settled) out[i] = weights.roles()[roles[i]];
    return out;
}

}  // namespace fonds
