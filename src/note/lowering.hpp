// From a candidate to a citation: names, dates, titles, and the levels of an archival reference.
#pragma once

#include <fonds/note.hpp>
#include <string>
#include <vector>

#include "grammar/candidate.hpp"
#include "note/confidence.hpp"

namespace fonds {

/// What lowering needs to know and fills.
struct Lowering {
    Chunks const& chunks;
    Lexicon const& lexicon;
    Citation& citation;
    bool location_ibid = false;  ///< the location itself is only "ibid."
    std::vector<Span> settled =
        {};  ///< what the archive's scheme or its own form parted: learned weights leave it
    std::vector<Span> kept = {};     ///< what belongs to a field for certain: the weights tell to which
    std::vector<Span> located = {};  ///< what is a level for certain, of whatever kind

    [[nodiscard]] std::string_view text(Span span) const { return slice(chunks.text, span); }
    void field(std::string name, Span span) const { citation.fields.push_back({std::move(name), span}); }
    void set(Variable variable, Span span) const;
    /// Takes back where a field was read.
    void forget(std::string_view name) const;
};

/// The citation that a candidate reads by the grammar alone: what learned weights are trained on.
struct LoweredByRule {
    Citation citation;
    std::vector<Span> settled, kept, located;  ///< as in `Lowering`
};
[[nodiscard]] LoweredByRule lower_by_rule(Candidate const& candidate, Chunks const& chunks,
                                          Lexicon const& lexicon);

/// The same once learned weights have looked at its words, with its confidence.
struct Lowered {
    Citation citation;
    Weighing weighing = Weighing::none;
};
[[nodiscard]] Lowered weigh(LoweredByRule&& by_rule, Candidate const& candidate, Chunks const& chunks,
                            Lexicon const& lexicon);
/// Both.
[[nodiscard]] Lowered lower(Candidate const& candidate, Chunks const& chunks, Lexicon const& lexicon);

/// Fills the archival reference from the candidate's parts that locate it: one, or one on each side of the
/// document.
void lower_location(Lowering& lowering, Candidate const& candidate);

/// "Obtained for NKIDP by X and translated by Y", "From the personal collection of …".
void lower_provenance(Lowering& lowering, Chunk const& chunk);

/// An address, and the id of the document or collection in it, where a digital archive is known by the
/// address: "…/document/114590".
void lower_url(Lowering& lowering, Chunk const& chunk);

/// The form of a paper that is known by its number: "tel." of "tel. no. 407".
[[nodiscard]] Span form_of_number(Lowering const& lowering, Chunk const& chunk);

/// `span` without white space and the punctuation that ends an element.
[[nodiscard]] Span trimmed(std::string_view text, Span span);

}  // namespace fonds
