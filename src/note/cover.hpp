// The best cover of a note: which candidates, side by side, explain most of it.
#pragma once

#include <memory_resource>
#include <vector>

#include "grammar/readings.hpp"
#include "note/ways.hpp"

namespace fonds {

/// The chosen candidates in order; they do not overlap.
struct Cover {
    std::vector<Candidate> chosen;
    std::vector<Candidate> rejected;  ///< filled only when asked for: what competed
};

/// The best cover of a note, sought in steps that several notes can take side by side. Cost of all: linear in
/// the chunks.
class CoverSearch {
  public:
    /// Weighs the chunks, and finds where citations may begin. What is needed on the way is kept in `memory`.
    CoverSearch(Chunks const& chunks, std::pmr::memory_resource* memory);

    /// What the grammars read there; `read_some` makes them read.
    [[nodiscard]] Readings& readings() { return readings_; }

    /// Dynamic programming over chunks: the sum of scores is the highest.
    [[nodiscard]] Cover best(bool keep_rejected = false);

  private:
    Chunks const* chunks_;
    Ways ways_;
    std::vector<OutlinedCitation> outlined_;  ///< what the outline alone sees
    Readings readings_;
};

/// All steps.
[[nodiscard]] Cover best_cover(Chunks const& chunks, bool keep_rejected = false);

}  // namespace fonds
