// How well a short form fits a citation made earlier.
#pragma once

#include "note/history.hpp"

namespace fonds {

/// 1 where the words of `shorter` begin `title`, less where they stand in it in order or out of order,
/// 0 where too few of them do.
[[nodiscard]] double match_title(std::vector<std::uint64_t> const& shorter,
                                 std::vector<std::uint64_t> const& title);

/// Whether every one of `few` is among `many`; true of none.
[[nodiscard]] bool all_among(std::vector<std::uint64_t> const& few, std::vector<std::uint64_t> const& many);

/// The share of agreement between a short form and the citation it may mean; 0 where they exclude each other.
[[nodiscard]] double match_short_form(KnownCitation const& shorter, KnownCitation const& full);

}  // namespace fonds
