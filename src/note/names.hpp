// Names of persons and institutions as notes write them.
#pragma once

#include <cstdint>
#include <fonds/name.hpp>
#include <vector>

#include "grammar/chunk.hpp"

namespace fonds {

/// The names that the tokens [first, last) hold: "A, B and C", with titles of rank left out. The order of
/// Chinese, Korean and Vietnamese names is kept where the family name tells it.
[[nodiscard]] Names read_names(Chunks const& chunks, std::uint32_t first, std::uint32_t last);

/// Those of a list of literature: "Smith, John, and Mary Jones".
[[nodiscard]] Names read_listed_names(Chunks const& chunks, std::uint32_t first, std::uint32_t last);

/// "Münch, Birgit, Müller, Jürgen": each family's name before the given one; none where they do not pair.
[[nodiscard]] Names read_paired_names(Chunks const& chunks, std::uint32_t first, std::uint32_t last);

/// "in Verbindung mit", "unter Mitarbeit von": what leads from an editor to those who made the edition with
/// him, or only helped.
struct Assistance {
    std::uint32_t behind = 0;  ///< the token behind the words
    bool jointly = false;
};
/// That at `at`; `behind` is `at` where none stands there.
[[nodiscard]] Assistance assistance_at(Chunks const& chunks, std::uint32_t at, std::uint32_t last);

}  // namespace fonds
