// What the citations of a manuscript's notes cite, as a style is told it: the item, and the place in it.
#pragma once

#include <cstddef>
#include <fonds/csl.hpp>
#include <fonds/house.hpp>
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

/// Where the leaves of an archival document are written.
enum class LeavesIn {
    cites,
    items_that_share_them,  ///< in the item where all citations of it name the same
};

/// A location that "ibid." gives in part ("ibid., d. 315") is completed by what it goes back to.
[[nodiscard]] CitedPlaces cited_places(std::vector<ParsedNote> const& notes, Knowledge const& knowledge,
                                       LeavesIn leaves);

/// The citations of the places, one for each, in their order; of what is not known without a cite. Leaves are
/// written by the form.
[[nodiscard]] std::vector<csl::Citation> citations_of(CitedPlaces const& cited, HouseForm const& form,
                                                      Knowledge const& knowledge);

}  // namespace fonds
