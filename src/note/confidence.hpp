// How sure a reading is: the signs it shows, weighed by the table bibliography/weights/confidence.tsv.
#pragma once

#include <array>
#include <cstdint>
#include <fonds/note.hpp>
#include <string>
#include <vector>

#include "grammar/candidate.hpp"

namespace fonds {

/// What learned weights said to the grammar's reading of a citation's words.
enum class Weighing { none, agrees, differs };

/// The signs of a citation that speak for or against its being wholly right: "family book", "author in full",
/// "known archive". Their weights were fitted on notes read by hand (tests/note/fit_confidence.py).
[[nodiscard]] std::vector<std::string> signs(Candidate const& candidate, Citation const& citation,
                                             Weighing weighing, Chunks const& chunks);

/// How sure a reading is, by its signs.
class Confidence {
  public:
    Confidence(Candidate const& candidate, Citation const& citation, Weighing weighing, Chunks const& chunks);

    /// Whether the grammar is so sure of it that the learned weights need not be asked.
    [[nodiscard]] bool is_sure() const;

    /// Of the same reading, once the learned weights were asked and agreed.
    void agree();

    /// The share of works with such signs that are wholly right, as it was found on notes that were not
    /// fitted.
    [[nodiscard]] double share() const;

  private:
    void say(std::uint64_t sign);

    /// More signs than the table has; what is more would be left out.
    static constexpr std::size_t at_most = 256;
    friend class SignWeights;
    struct Weight {
        double reported = 0;   ///< of the reading as it is reported
        double unweighed = 0;  ///< of the grammar's reading alone
    };
    std::array<Weight, at_most> said_{};  ///< the weights of the signs it has, in the order of the table
};

}  // namespace fonds
