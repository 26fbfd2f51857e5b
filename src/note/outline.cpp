// Weighs the chunks of a note: outside of citations, or the first or a further one of a citation.

#include "note/outline.hpp"

#include <algorithm>
#include <limits>

#include "base/embedded.hpp"
#include "note/outline_features.hpp"

namespace fonds {
namespace {

constexpr std::array<std::string_view, Outline::label_count> label_names = {
    "outside", "archival",   "archival+",   "published", "published+", "web",
    "web+",    "short-form", "short-form+", "ibid",      "ibid+"};

/// What a unit of the outline is worth beside one of the grammar's scores, times the scale of the table.
constexpr float outline_worth = 0.01F;

/// The table's weights with its labels in our order.
class OutlineWeights {
  public:
    static OutlineWeights const& builtin() {
        static OutlineWeights const weights;
        return weights;
    }

    [[nodiscard]] bool empty() const { return empty_; }
    [[nodiscard]] LearnedWeights const& table() const { return table_; }
    [[nodiscard]] std::size_t column(Outline::Label label) const { return columns_[label]; }
    [[nodiscard]] float between(Outline::Label before, Outline::Label label) const {
        return between_[before][label];
    }

  private:
    OutlineWeights() : table_(find_embedded("weights/outline.tsv").value_or(std::string_view())) {
        for (Outline::Label label = 0; label < Outline::label_count; ++label) {
            auto const column = table_.find_label(label_names[label]);
            if (!column) return;
            columns_[label] = *column;
        }
        empty_ = false;
        for (std::size_t before = 0; before < Outline::label_count; ++before)
            for (std::size_t label = 0; label < Outline::label_count; ++label)
                between_[before][label] = outline_worth * table_.behind(columns_[before])[columns_[label]];
    }

    LearnedWeights table_;
    bool empty_ = true;
    std::array<std::size_t, Outline::label_count> columns_{};
    /// What a label adds to the one behind it; nothing at the note's begin.
    std::array<std::array<float, Outline::label_count>, Outline::label_count + 1> between_{};
};

}  // namespace

Outline::Outline(Chunks const& chunks)
    : weights_(chunks.list.size() * label_count), runs_((chunks.list.size() + 1) * kinds) {
    auto const& learned = OutlineWeights::builtin();
    if (learned.empty()) return;
    std::array<float, label_count> sums{};
    SumSink const sink{learned.table(), sums.data()};
    OutlineFeatures<SumSink> features(chunks, sink);
    for (std::size_t at = 0; at < chunks.list.size(); ++at) {
        sums.fill(0);
        features.write(at);
        for (Label label = 0; label < label_count; ++label)
            weights_[at * label_count + label] = outline_worth * sums[learned.column(label)];
        for (std::size_t kind = 0; kind < kinds; ++kind) {
            auto const further = further_of(kind);
            runs_[(at + 1) * kinds + kind] = runs_[at * kinds + kind] + weights_[at * label_count + further] +
                                             learned.between(further, further);
        }
    }
}

float Outline::between(Label before, Label label) { return OutlineWeights::builtin().between(before, label); }

float Outline::cite(std::uint32_t first, std::uint32_t last, std::size_t kind) const {
    auto sum = weight(first, first_of(kind));
    if (last - first < 2) return sum;
    auto const& learned = OutlineWeights::builtin();
    auto const further = further_of(kind);
    sum += runs_[last * kinds + kind] - runs_[(first + 1) * kinds + kind];
    return sum + learned.between(first_of(kind), further) - learned.between(further, further);
}

std::vector<OutlinedCitation> Outline::citations() const {
    std::vector<OutlinedCitation> out;
    auto const size = static_cast<std::uint32_t>(weights_.size() / label_count);
    if (size == 0 || OutlineWeights::builtin().empty()) return out;
    // For each chunk and label the best sum of a way there, and the label before.
    std::vector<float> best(weights_.size());
    std::vector<Label> before(weights_.size());
    for (std::uint32_t at = 0; at < size; ++at)
        for (Label label = 0; label < label_count; ++label) {
            auto& sum = best[at * label_count + label];
            sum = std::numeric_limits<float>::lowest();
            bool const goes_on = label != outside && label % 2 == 0;
            if (at == 0) {
                if (!goes_on) sum = weight(0, label);
                continue;
            }
            for (Label last = 0; last < label_count; ++last) {
                if (goes_on && last != label && last + 1 != label) continue;
                auto const total = best[(at - 1) * label_count + last] + between(last, label);
                if (total <= sum) continue;
                sum = total;
                before[at * label_count + label] = last;
            }
            sum += weight(at, label);
        }
    auto const* last = best.data() + (size - 1) * label_count;
    auto label = static_cast<Label>(std::max_element(last, last + label_count) - last);
    for (auto at = size, end = size; at-- > 0;) {
        auto const next = before[at * label_count + label];
        if (label == outside) end = at;
        else if (label % 2 == 1) {
            out.push_back({at, end, static_cast<CitationKind>(label / 2)});
            end = at;
        }
        label = next;
    }
    std::reverse(out.begin(), out.end());
    return out;
}

std::vector<std::vector<std::string>> outline_features(Chunks const& chunks) {
    std::vector<std::string> names;
    NameSink const sink{chunks.text, names};
    OutlineFeatures<NameSink> features(chunks, sink);
    std::vector<std::vector<std::string>> out;
    for (std::size_t at = 0; at < chunks.list.size(); ++at) {
        names.clear();
        features.write(at);
        out.push_back(names);
    }
    return out;
}

std::string_view outline_label(Outline::Label label) { return label_names[label]; }

}  // namespace fonds
