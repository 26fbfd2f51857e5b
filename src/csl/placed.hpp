// Items and cites with what their document makes of them.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "csl/evaluate.hpp"

namespace fonds::csl {

/// A sort key as it compares: nothing sorts last in both directions.
using SortValues = std::vector<std::optional<std::string>>;

/// <0: `one` comes first.
[[nodiscard]] inline int compare_values(std::optional<std::string> const& one,
                                        std::optional<std::string> const& other, bool descending) {
    if (one == other) return 0;
    if (!one) return 1;
    if (!other) return -1;
    auto const order = one->compare(*other);
    return descending ? -order : order;
}

/// An item of the document.
struct Registered {
    Record record;
    int order = 0;          ///< in the order of citing
    int number = 0;         ///< citation number
    SortValues keys;        ///< of the bibliography, as many as comparing has asked for so far
    std::string ambiguous;  ///< the text by which its cites are compared
    Distinction natural;    ///< what its cites show before they are told apart
    Distinction distinction;
    int first_note = 0;           ///< of its last run of cites; 0: in no note
    std::size_t shown_since = 0;  ///< the revision at which its number and distinction became what cites show
};

/// Where a cite stands among the earlier ones of its item.
struct Place {
    Position position = Position::first;
    bool near_note = false;
    int first_note = 0;
};

/// One cite with what the document makes of it.
struct PlacedCite {
    std::size_t item = 0;
    Cite const* cite = nullptr;
    Place place;
    bool says_its_place = false;  ///< the cite came with a part of it
};

struct PlacedCitation {
    std::shared_ptr<Citation const> citation;
    int note_number = 0;             ///< now; the citation has the one it came with
    bool resets = false;             ///< positions begin anew with it
    std::vector<PlacedCite> cites;   ///< in the order of the style
    std::vector<std::size_t> cited;  ///< the items of several cites in the order they were written in
    std::size_t sorted = 0;          ///< the revision they were sorted at
    bool stale = true;               ///< its text depends on something that has changed since it was written
    std::size_t compared = 0;        ///< the revision up to which its items were looked at for that
};

}  // namespace fonds::csl
