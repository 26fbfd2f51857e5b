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

/// What of the tables a reference belongs to.
struct Keeper {
    Archive const* archive = nullptr;  ///< null: not known, or one of several of that name
    std::string_view scheme;           ///< id; may be empty
};

/// The archive, and its scheme or else the first one whose levels and labels the reference has.
[[nodiscard]] Keeper keeper_of(ArchivalReference const& reference, Knowledge const& knowledge);

/// The levels outermost first, as the scheme has them. A reference with a level twice, or with one that the
/// scheme does not know, keeps its order.
[[nodiscard]] std::vector<ArchiveLevel> outermost_first(std::vector<ArchiveLevel> levels,
                                                        LevelScheme const* scheme);

/// Writes the levels. `separate_collection`: false where there is one place for all.
[[nodiscard]] WrittenReference write_reference(std::vector<ArchiveLevel> const& levels,
                                               HouseForm::Data const& form, LevelScheme const* scheme,
                                               bool separate_collection);

}  // namespace fonds
