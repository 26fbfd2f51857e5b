// How much there is of a work, as catalogues say it, and pages with the word for them.
#pragma once

#include <fonds/item.hpp>
#include <string>
#include <string_view>

namespace fonds {

struct Extent {
    std::string pages;    ///< the last number of the counted pages: "345" of "xvi, 345, [3] p."
    std::string volumes;  ///< where there are several
};

/// "2 v. (xvi, 845 p.)", "XIV, 612 S.", "1229-2308 p."; empty where neither pages nor volumes are counted.
[[nodiscard]] Extent read_extent(std::string_view text);
/// Sets the pages and volumes of an extent, and its words where it counts something else. Collections have no
/// pages.
void add_extent(std::string_view text, Item& item);
/// The pages and volumes of an item so that `read_extent` reads them; empty where it has neither.
[[nodiscard]] std::string write_extent(Item const& item);

/// "33-44" of "pp. 33-44" and "S. 33-44".
[[nodiscard]] std::string_view without_word_for_pages(std::string_view pages);

}  // namespace fonds
