// Learned weights of features for roles, and the best sequence of roles under them (Viterbi).

#include <algorithm>
#include <limits>
#include <optional>

#include "base/embedded.hpp"
#include "base/text.hpp"
#include "note/role_features.hpp"

namespace fonds {
namespace {

LearnedWeights const& role_weights() {
    static LearnedWeights const weights(
        find_embedded("weights/element-roles.tsv").value_or(std::string_view()));
    return weights;
}

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
    Sequence(LearnedWeights const& weights, std::vector<CitationElement> const& elements,
             Chunks const& chunks)
        : weights_(weights),
          elements_(elements),
          count_(weights.labels().size()),
          sums_(count_),
          best_(elements.size() * count_, closed),
          sink_{weights, sums_.data()},
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
        auto const rule = weights_.find_label(element.rule);
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

    LearnedWeights const& weights_;
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
    auto const& weights = role_weights();
    bool const settled =
        std::all_of(elements.begin(), elements.end(), [](auto const& element) { return element.settled; });
    if (settled || weights.labels().empty()) return out;
    auto const roles = Sequence(weights, elements, chunks).run();
    // A settled role stays, also one that the table does not know.
    for (std::size_t i = 0; i < elements.size(); ++i)
        if (!elements[i].settled) out[i] = weights.labels()[roles[i]];
    return out;
}

}  // namespace fonds
