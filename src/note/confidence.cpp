// A logistic reading of score and oddities, fitted on the gold notes (tests/note, `fonds parse --reliability`).

#include "note/confidence.hpp"

#include <algorithm>
#include <cmath>

namespace fonds {

double confidence(Candidate const& candidate, Citation const& citation, Chunks const& chunks) {
    double x = 0.25 * candidate.score - 0.4;
    if (candidate.family == Family::location && citation.item.reference.repository_id.empty()) x -= 0.8;
    (void)chunks;
    return std::clamp(1 / (1 + std::exp(-x)), 0.05, 0.99);
}

}  // namespace fonds
