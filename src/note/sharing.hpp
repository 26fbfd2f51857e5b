// What the works of one note share: one location for several letters, one writer for several papers.
#pragma once

#include <fonds/note.hpp>
#include <vector>

#include "grammar/candidate.hpp"

namespace fonds {

/// Gives a work without a location that of the next work behind "and" or a semicolon, and says so by a link.
void share(ParsedNote& note, std::vector<Candidate> const& candidates, Chunks const& chunks,
           std::vector<bool> const& location_ibid);

/// Whether "ibid." stands for the location of an archival candidate.
[[nodiscard]] bool candidate_location_ibid(Candidate const& candidate, Chunks const& chunks);

}  // namespace fonds
