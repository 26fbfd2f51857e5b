// The outline of a note: where learned weights see its citations, and of which kind each is.
//
// The grammar reads what a citation says; whether words belong to it or to the text around it is often told
// by habit alone. The outline weighs each chunk: outside, or the first or a further one of a citation of some
// kind. The best cover adds that to what the grammar's readings explain. The weights are data
// (bibliography/weights/outline.tsv).
#pragma once

#include <array>
#include <cstdint>
#include <fonds/note.hpp>
#include <string>
#include <vector>

#include "grammar/chunk.hpp"
#include "note/outline_features.hpp"

namespace fonds {

/// Kinds that a citation can be of, as bits: 1 << CitationKind.
using CitationKinds = std::uint8_t;
[[nodiscard]] constexpr CitationKinds mask(CitationKind kind) {
    return static_cast<CitationKinds>(1U << static_cast<unsigned>(kind));
}

/// A citation as the outline alone sees it.
struct OutlinedCitation {
    std::uint32_t first = 0, last = 0;  ///< chunks, half-open
    CitationKind kind = CitationKind::archival;

    [[nodiscard]] std::uint32_t size() const { return last - first; }
};

class Outline {
  public:
    /// What a chunk is held to be: 0 outside; of citations of kind k the first, 1 + 2 k, or a further one.
    using Label = std::uint8_t;
    static constexpr std::size_t kinds = 5;  ///< all but `unparsed`
    static constexpr std::size_t label_count = 1 + 2 * kinds;
    static constexpr Label outside = 0;
    static constexpr Label begin_of_note = label_count;  ///< what stands before the first chunk
    static constexpr std::size_t all_labels = label_count + 1;
    [[nodiscard]] static constexpr Label first_of(std::size_t kind) {
        return static_cast<Label>(1 + 2 * kind);
    }
    [[nodiscard]] static constexpr Label further_of(std::size_t kind) {
        return static_cast<Label>(2 + 2 * kind);
    }

    /// What a label adds to the one behind it, by the label before; the lowest where none may follow it so.
    using Sums = std::array<float, all_labels>;
    using Transitions = std::array<Sums, all_labels>;

    /// Weighs all chunks of a note. Cost: linear.
    explicit Outline(Chunks const& chunks,
                     std::pmr::memory_resource* memory = std::pmr::get_default_resource());

    /// What it adds to leave a chunk outside, behind one of label `before`.
    [[nodiscard]] float leave(std::uint32_t at, Label before) const {
        return weight(at, outside) + between(before, outside);
    }
    /// What it adds that a label stands behind another.
    [[nodiscard]] float between(Label before, Label label) const { return (*transitions_)[before][label]; }
    /// What it adds that the chunks [first, last) are one citation of a kind, however it is reached.
    [[nodiscard]] float cite(std::uint32_t first, std::uint32_t last, std::size_t kind) const;
    /// The citations of the best outline by itself, in order.
    [[nodiscard]] std::vector<OutlinedCitation> citations() const;

    /// What the chunks look like, for others that weigh them.
    [[nodiscard]] OutlineFeatures<SumSink> const& features() const { return features_; }

  private:
    [[nodiscard]] float weight(std::uint32_t at, Label label) const {
        return weights_[at * all_labels + label];
    }

    OutlineFeatures<SumSink> features_;
    Transitions const* transitions_;
    std::pmr::vector<float> weights_;  ///< for each chunk and label
    std::pmr::vector<float> runs_;     ///< for each chunk and kind: the sum of further ones before it
};

/// The features of each chunk, for people and for training.
[[nodiscard]] std::vector<std::vector<std::string>> outline_features(Chunks const& chunks);

/// The names of the labels in the table, by their numbers: "outside", "archival", "archival+" …
[[nodiscard]] std::string_view outline_label(Outline::Label label);

}  // namespace fonds
