// Learned weights of features for roles, and the best sequence of roles under them (Viterbi).

#include <algorithm>
#include <charconv>
#include <optional>
#include <unordered_map>

#include "base/embedded.hpp"
#include "base/text.hpp"
#include "note/role_features.hpp"

namespace fonds {
namespace {

using std::string_view;

std::uint64_t feature_key(string_view name, std::uint64_t value) {
    return (hash_word(name) ^ value) * 0x9E3779B97F4A7C15ULL;
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
        auto const at = rows_.find(key);
        if (at == rows_.end()) return;
        for (auto i = at->second.first; i < at->second.second; ++i) sums[weights_[i].role] += weights_[i].value;
    }

  private:
    explicit RoleWeights(string_view table) {
        for (auto const line : split(table, '\n')) {
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
        rows_[feature_key(name, hash_word(value))] = {first, static_cast<std::uint32_t>(weights_.size())};
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
    std::unordered_map<std::uint64_t, std::pair<std::uint32_t, std::uint32_t>> rows_;
};

/// Sums the weights of an element's features.
struct SumSink {
    RoleWeights const& weights;
    std::vector<float>& sums;

    void text(string_view name, string_view value) { weights.add(feature_key(name, hash_word(value)), sums); }
    void number(string_view name, std::uint64_t value) {
        char digits[24];
        auto const end = std::to_chars(digits, digits + sizeof digits, value).ptr;
        text(name, {digits, static_cast<std::size_t>(end - digits)});
    }
    void word(string_view name, Token const& token) { weights.add(feature_key(name, token.key), sums); }
};

/// Writes the features down.
struct NameSink {
    string_view note;
    std::vector<std::string>& names;

    void text(string_view name, string_view value) { names.push_back(std::string(name) + "=" + std::string(value)); }
    void number(string_view name, std::uint64_t value) { text(name, std::to_string(value)); }
    void word(string_view name, Token const& token) {
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

std::vector<ElementRole> weigh_roles(std::vector<CitationElement> const& elements, Chunks const& chunks) {
    auto const& weights = RoleWeights::builtin();
    auto const count = weights.roles().size();
    std::vector<ElementRole> out;
    out.reserve(elements.size());
    if (count == 0) {
        for (auto const& element : elements) out.push_back(element.rule);
        return out;
    }
    constexpr float never = -1e9F;
    std::vector<float> sums(count), best(count, 0), next(count);
    std::vector<std::vector<std::uint16_t>> from(elements.size(), std::vector<std::uint16_t>(count));
    SumSink sink{weights, sums};
    RoleFeatures<SumSink> features(elements, chunks, sink);
    for (std::size_t i = 0; i < elements.size(); ++i) {
        auto const held = elements[i].settled ? weights.find_role(elements[i].rule) : std::nullopt;
        if (held) {
            std::fill(sums.begin(), sums.end(), never);
            sums[*held] = 0;
        } else {
            std::fill(sums.begin(), sums.end(), 0.0F);
            features.write(i);
            if (auto const rule = weights.find_role(elements[i].rule)) sums[*rule] += weights.stay();
        }
        for (std::size_t role = 0; role < count; ++role) {
            std::uint16_t before = 0;
            float most = never * 2;
            for (std::size_t last = 0; last < count; ++last) {
                auto const total = best[last] + (i > 0 ? weights.after(last, role) : 0);
                if (total > most) {
                    most = total;
                    before = static_cast<std::uint16_t>(last);
                }
            }
            next[role] = most + sums[role];
            from[i][role] = before;
        }
        best.swap(next);
    }
    out.resize(elements.size());
    auto role = static_cast<std::size_t>(std::max_element(best.begin(), best.end()) - best.begin());
    for (auto i = elements.size(); i > 0; --i) {
        // A role that the table does not know stays as the grammar read it.
        out[i - 1] = elements[i - 1].settled ? elements[i - 1].rule : weights.roles()[role];
        role = from[i - 1][role];
    }
    return out;
}

}  // namespace fonds
