// How sure a reading is: the share of works with the same signs that were wholly right on the gold notes.
#pragma once

#include <fonds/note.hpp>

#include "grammar/candidate.hpp"

namespace fonds {

[[nodiscard]] double confidence(Candidate const& candidate, Citation const& citation, Chunks const& chunks);

}  // namespace fonds
