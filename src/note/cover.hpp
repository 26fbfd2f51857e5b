// The best cover of a note: which candidates, side by side, explain most of it.
#pragma once

#include <vector>

#include "grammar/candidate.hpp"

namespace fonds {

/// The chosen candidates in order; they do not overlap.
struct Cover {
    std::vector<Candidate> chosen;
    std::vector<Candidate> rejected;  ///< filled only when asked for: what competed
};

/// Dynamic programming over chunks: the sum of scores is the highest. Cost: linear in the chunks.
[[nodiscard]] Cover best_cover(Chunks const& chunks, bool keep_rejected = false);

}  // namespace fonds
