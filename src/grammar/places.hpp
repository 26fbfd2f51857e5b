// The grammars, and which of them are tried at a place where a citation may begin.
#pragma once

#include <cstdint>
#include <span>

#include "grammar/clues.hpp"
#include "grammar/terminals.hpp"

namespace fonds {

/// Grammars that are tried for one reason.
enum class Group : std::uint8_t {
    dated,     ///< an entry of a list begins with its document's date
    reported,  ///< "347 U.S. 483 (1954)"
    archival,
    usual,
    eastern,
};
/// A grammar, and what it reads.
struct Grammar {
    Group group;
    Family family;
    grammar::Reader read;
};
/// All, in the order in which their readings of one place stand.
[[nodiscard]] std::span<Grammar const> all_grammars();
inline constexpr std::size_t most_grammars = 64;  ///< each is a bit

/// A place where a citation may begin, and the grammars that are tried there, as bits by their order.
struct Place {
    Chunks const* chunks;
    std::uint32_t at;
    std::uint64_t grammars = 0;
};
[[nodiscard]] Place place_at(Chunks const& chunks, std::uint32_t at, Clues const& clues);

}  // namespace fonds
