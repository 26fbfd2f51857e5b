// The elements of an archival citation and the part each plays: title, writer, series, keeper, place …
//
// The grammar reads them by rule; where an element bears no label (a name, a quotation, a code), learned
// weights weigh that reading against the others once more. The weights are data
// (bibliography/weights/element-roles.tsv).
#pragma once

#include <cstdint>
#include <fonds/note.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/candidate.hpp"

namespace fonds {

/// What an element is: the name of a field ("title", "author", "archive"), "level:" and a level's name, or
/// "none". "author" are all people of a letter; collections and subseries are "level:series".
using ElementRole = std::string;

/// A chunk of a citation that may carry a field.
struct CitationElement {
    std::uint32_t chunk = 0;
    Span span;             ///< in the note
    ElementRole rule;      ///< what the grammar read
    bool settled = false;  ///< a label, a scheme or its kind says what it is: not to be weighed again
};

/// The level that was read at a field "levels/2"; null for any other field.
[[nodiscard]] ArchiveLevel const* level_of(FieldSpan const& field, ArchivalReference const& reference);

/// The elements of `citation`, in order, with the roles that its fields give them; `settled` are the spans
/// that the archive's scheme or their own form told (`Lowering::settled`).
[[nodiscard]] std::vector<CitationElement> citation_elements(Citation const& citation,
                                                             std::vector<Span> const& settled,
                                                             Candidate const& candidate,
                                                             Chunks const& chunks);

/// The features of element `index`, for people and for training: "0 kind=text", "-1 last=papers" …
[[nodiscard]] std::vector<std::string> element_features(std::vector<CitationElement> const& elements,
                                                        std::size_t index, Chunks const& chunks);

/// The role of each element by the learned weights: the best sequence, settled elements held. Cost: linear.
[[nodiscard]] std::vector<ElementRole> weigh_roles(std::vector<CitationElement> const& elements,
                                                   Chunks const& chunks);

}  // namespace fonds
