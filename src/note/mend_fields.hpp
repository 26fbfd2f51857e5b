// Puts back what learned weights have torn: a value of which they left only a part, a keeper that the tables
// know and they dropped.
#pragma once

#include <vector>

#include "note/word_fields.hpp"

namespace fonds {

/// Mends `fields`, which the weights gave to the words, by what the grammar read. Cost: linear.
void mend_fields(CitationWords const& words, Chunks const& chunks, std::vector<FieldName>& fields);

}  // namespace fonds
