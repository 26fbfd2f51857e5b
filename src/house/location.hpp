// The levels of a reference written out in a form.
#pragma once

#include <fonds/house.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "house/form.hpp"

namespace fonds {

/// What of a reference is written where.
struct WrittenReference {
    std::string collection;  ///< named collections and series, where the form sets them apart
    std::string location;    ///< the other levels
};

/// The scheme of the archive, or else the first one whose levels and labels the reference has; may be empty.
[[nodiscard]] std::string_view scheme_of(ArchivalReference const& reference, Knowledge const& knowledge);

/// The levels outermost first, as the scheme has them. A reference with a level twice, or with one that the
/// scheme does not know, keeps its order.
[[nodiscard]] std::vector<ArchiveLevel> outermost_first(std::vector<ArchiveLevel> levels, LevelScheme const* scheme);

/// Writes the levels. `separate_collection`: false where there is one place for all.
[[nodiscard]] WrittenReference write_reference(ArchivalReference const& reference, HouseForm::Data const& form,
                                               Knowledge const& knowledge, bool separate_collection);

}  // namespace fonds
