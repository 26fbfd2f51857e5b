// Citations that the outline sees and no grammar reads: their parts by learned weights.
//
// Of every house style that the grammars do not know there are such. Their parts are weighed chunk by chunk
// (bibliography/weights/parts.tsv), and the candidate that comes of it is lowered as any other.
#pragma once

#include <string>
#include <vector>

#include "grammar/candidate.hpp"
#include "note/outline.hpp"

namespace fonds {

/// A candidate that spans the citation and has no parts yet: what competes for the cover. Its family says no
/// more than the citation's kind. `read_otherwise`: the grammar reads something that begins there.
[[nodiscard]] Candidate unread_candidate(OutlinedCitation const& citation, Chunks const& chunks,
                                         bool read_otherwise);

/// Gives such a candidate its parts, and the family that they make; `features` are those of its note. Cost:
/// linear in its chunks.
void read_parts(Candidate& candidate, Chunks const& chunks, OutlineFeatures<SumSink> const& features);

/// The features of the chunks of a citation, for people and for training.
[[nodiscard]] std::vector<std::vector<std::string>> part_features(OutlinedCitation const& citation,
                                                                  Chunks const& chunks);

}  // namespace fonds
