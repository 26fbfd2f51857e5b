// Weighs the chunks of a note: outside of citations, or the first or a further one of a citation.

#include "note/outline.hpp"

#include <algorithm>
#include <limits>

#include "note/learned_tables.hpp"

namespace fonds {
namespace {

constexpr std::array<std::string_view, Outline::label_count> label_names = {
    "outside", "archival",   "archival+",   "published", "published+", "web",
    "web+",    "short-form", "short-form+", "ibid",      "ibid+"};

/// What a unit of the outline is worth beside one of the grammar's scores, times the scale of the table.
constexpr float outline_worth = 0.01F;

/// Whether a label is that of a further chunk of a citation.
constexpr bool goes_on(std::size_t label) { return label != Outline::outside && label % 2 == 0; }

/// The labels that any may stand before.
constexpr std::array<Outline::Label, 1 + Outline::kinds> entering = {0, 1, 3, 5, 7, 9};

constexpr auto never = -std::numeric_limits<float>::infinity();

/// A further chunk stands behind the first or a further one of its kind.
constexpr bool may_follow(std::size_t before, std::size_t label) {
    return label < Outline::label_count && (!goes_on(label) || before == label || before + 1 == label);
}

/// No citation begins with what parts others.
constexpr bool may_begin(ChunkKind kind) {
    switch (kind) {
        case ChunkKind::close:
        case ChunkKind::comma:
        case ChunkKind::semicolon:
        case ChunkKind::stop:
        case ChunkKind::colon:
        case ChunkKind::slashes:
        case ChunkKind::dash:
        case ChunkKind::conjunction: return false;
        default: return true;
    }
}
/// Less than any features of a note add up to.
constexpr float hopeless_begin = -1000;

/// The table's weights with its labels in our order.
class OutlineWeights {
  public:
    static OutlineWeights const& builtin() {
        static OutlineWeights const weights;
        return weights;
    }

    [[nodiscard]] bool empty() const { return empty_; }
    [[nodiscard]] std::size_t column(std::size_t label) const { return columns_[label]; }
    [[nodiscard]] Outline::Transitions const& transitions() const { return transitions_; }
    /// How far two labels may differ in what they add to one that any may stand before.
    [[nodiscard]] float widest() const { return widest_; }

  private:
    OutlineWeights() {
        for (std::size_t label = 0; label < Outline::label_count; ++label) {
            auto const column = learned::outline.find_label(label_names[label]);
            if (!column) return;
            columns_[label] = *column;
        }
        empty_ = false;
        for (std::size_t before = 0; before < Outline::all_labels; ++before)
            for (std::size_t label = 0; label < Outline::all_labels; ++label)
                transitions_[before][label] = may_follow(before, label) ? between(before, label) : never;
        for (auto const label : entering) widest_ = std::max(widest_, width(label));
    }

    /// Nothing at the note's begin.
    [[nodiscard]] float between(std::size_t before, std::size_t label) const {
        return before == Outline::begin_of_note
                   ? 0
                   : outline_worth *
                         static_cast<float>(learned::outline.behind(columns_[before])[columns_[label]]);
    }

    [[nodiscard]] float width(Outline::Label label) const {
        auto const by_label = [label](Outline::Sums const& a, Outline::Sums const& b) {
            return a[label] < b[label];
        };
        auto const [least, most] = std::minmax_element(transitions_.begin(), transitions_.end(), by_label);
        return (*most)[label] - (*least)[label];
    }

    bool empty_ = true;
    float widest_ = 0;
    std::array<std::size_t, Outline::label_count> columns_{};
    Outline::Transitions transitions_{};
};

}  // namespace

Outline::Outline(Chunks const& chunks, std::pmr::memory_resource* memory)
    : features_(chunks, memory),
      transitions_(&OutlineWeights::builtin().transitions()),
      weights_(chunks.list.size() * all_labels, memory),
      runs_((chunks.list.size() + 1) * kinds, memory) {
    auto const& learned = OutlineWeights::builtin();
    if (learned.empty()) return;
    SumSink sink(learned::outline, memory);
    for (std::size_t at = 0; at < chunks.list.size(); ++at) {
        sink.begin();
        features_.write(at, sink);
        auto const sums = sink.sum();
        for (std::size_t label = 0; label < label_count; ++label)
            weights_[at * all_labels + label] =
                outline_worth * static_cast<float>(sums[learned.column(label)]);
        for (std::size_t kind = 0; kind < kinds; ++kind) {
            if (!may_begin(chunks.list[at].kind)) weights_[at * all_labels + first_of(kind)] = hopeless_begin;
            auto const further = further_of(kind);
            runs_[(at + 1) * kinds + kind] =
                runs_[at * kinds + kind] + weights_[at * all_labels + further] + between(further, further);
        }
    }
}

float Outline::cite(std::uint32_t first, std::uint32_t last, std::size_t kind) const {
    auto sum = weight(first, first_of(kind));
    if (last - first < 2) return sum;
    auto const further = further_of(kind);
    sum += runs_[last * kinds + kind] - runs_[(first + 1) * kinds + kind];
    return sum + between(first_of(kind), further) - between(further, further);
}

std::vector<OutlinedCitation> Outline::citations() const {
    std::vector<OutlinedCitation> out;
    auto const size = static_cast<std::uint32_t>(weights_.size() / all_labels);
    auto const& learned = OutlineWeights::builtin();
    if (size == 0 || learned.empty()) return out;
    // For each place between two chunks and label of the chunk before it, the best sum of a way there.
    std::vector<Sums> best(size + 1);
    best[0].fill(never);
    best[0][begin_of_note] = 0;
    for (std::uint32_t at = 0; at < size; ++at) {
        auto const& here = best[at];
        Sums next;
        next.fill(never);
        // What is so far behind that nothing added makes up for it comes first nowhere.
        auto const hopeless = *std::max_element(here.begin(), here.end()) - learned.widest();
        for (Label before = 0; before < all_labels; ++before) {
            auto const reached = here[before];
            if (reached < hopeless) continue;
            auto const& behind = (*transitions_)[before];
            for (Label label = 0; label < all_labels; ++label)
                next[label] = std::max(next[label], reached + behind[label]);
        }
        for (std::size_t kind = 0; kind < kinds; ++kind) {
            auto const first = first_of(kind), further = further_of(kind);
            next[further] =
                std::max(here[first] + between(first, further), here[further] + between(further, further));
        }
        for (std::size_t label = 0; label < label_count; ++label)
            next[label] += weights_[at * all_labels + label];
        best[at + 1] = next;
    }
    // The label before one on the best way to it; of equal ones the first.
    auto const before_of = [&](std::uint32_t at, Label label) {
        auto const& here = best[at];
        Label found = 0;
        for (Label before = 1; before < all_labels; ++before)
            if (here[before] + between(before, label) > here[found] + between(found, label)) found = before;
        return found;
    };
    auto label = static_cast<Label>(std::max_element(best[size].begin(), best[size].begin() + label_count) -
                                    best[size].begin());
    for (auto at = size, end = size; at-- > 0;) {
        if (label == outside) end = at;
        else if (!goes_on(label)) {
            out.push_back({at, end, static_cast<CitationKind>(label / 2)});
            end = at;
        }
        label = before_of(at, label);
    }
    std::reverse(out.begin(), out.end());
    return out;
}

std::vector<std::vector<std::string>> outline_features(Chunks const& chunks) {
    std::vector<std::string> names;
    NameSink sink{names};
    OutlineFeatures<NameSink> const features(chunks);
    std::vector<std::vector<std::string>> out;
    for (std::size_t at = 0; at < chunks.list.size(); ++at) {
        names.clear();
        features.write(at, sink);
        out.push_back(names);
    }
    return out;
}

std::string_view outline_label(Outline::Label label) { return label_names[label]; }

}  // namespace fonds
