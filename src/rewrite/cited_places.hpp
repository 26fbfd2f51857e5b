// What the citations of a manuscript's notes cite, as a style is told it: the item, and the place in it.
#pragma once

#include <cstddef>
#include <fonds/csl.hpp>
#include <fonds/item.hpp>
#include <fonds/note.hpp>
#include <string>
#include <vector>

namespace fonds {

/// One citation. Its `cite` has the id of an item, and the page or the leaves as its locator.
struct CitedPlace {
    std::size_t note = 0;
    Citation const* citation = nullptr;
    std::size_t item = no_index;  ///< index into `CitedPlaces::items`; `no_index`: what it cites is not known
    csl::Cite cite;
    std::vector<ArchiveLevel> leaves;  ///< those that the locator is of, where it is of leaves
};

struct CitedPlaces {
    Items items;
    std::vector<CitedPlace> places;  ///< note by note
};

/// A location that "ibid." gives in part ("ibid., d. 315") is completed by what it goes back to. Leaves stay
/// in the item where all citations of it name the same; where they differ each cites its own.
[[nodiscard]] CitedPlaces cited_places(std::vector<ParsedNote> const& notes, Knowledge const& knowledge);

}  // namespace fonds
