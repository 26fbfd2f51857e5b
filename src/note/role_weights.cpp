// Learned weights of features for roles, and the best sequence of roles under them.

#include <algorithm>

#include "base/embedded.hpp"
#include "base/text.hpp"
#include "note/label_sequence.hpp"
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
    NameSink sink{names};
    RoleFeatures<NameSink>(elements, chunks, sink).write(index);
    return names;
}

namespace {

/// The best sequence of roles. A settled element admits its own alone; one whose role the table does not have
/// says nothing.
std::vector<std::size_t> best_roles(LearnedWeights const& weights,
                                    std::vector<CitationElement> const& elements, Chunks const& chunks) {
    SumSink sink(weights);
    std::vector<std::int32_t> sums(weights.labels().size());
    RoleFeatures<SumSink> features(elements, chunks, sink);
    LabelSequence sequence(weights, elements.size());
    for (std::size_t i = 0; i < elements.size(); ++i) {
        auto const rule = weights.find_label(elements[i].rule);
        if (elements[i].settled && rule) {
            sequence.add_settled(*rule);
            continue;
        }
        if (!elements[i].settled) features.write(i);
        sink.sum(sums);
        if (!elements[i].settled && rule) sums[*rule] += weights.stay();
        sequence.add(sums);
    }
    return sequence.best();
}

}  // namespace

std::vector<ElementRole> weigh_roles(std::vector<CitationElement> const& elements, Chunks const& chunks) {
    std::vector<ElementRole> out;
    out.reserve(elements.size());
    for (auto const& element : elements) out.push_back(element.rule);
    auto const& weights = role_weights();
    bool const settled =
        std::all_of(elements.begin(), elements.end(), [](auto const& element) { return element.settled; });
    if (settled || weights.labels().empty()) return out;
    auto const roles = best_roles(weights, elements, chunks);
    // A settled role stays, also one that the table does not know.
    for (std::size_t i = 0; i < elements.size(); ++i)
        if (!elements[i].settled) out[i] = weights.labels()[roles[i]];
    return out;
}

}  // namespace fonds
