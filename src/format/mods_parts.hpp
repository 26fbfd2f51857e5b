// Titles, names, dates and scales of MODS, each read by itself.
#pragma once

#include <fonds/item.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "wire/xml.hpp"

namespace fonds::mods {

/// The child elements of that local name.
[[nodiscard]] std::vector<xml::Node> children(xml::Node node, std::string_view name);

struct ReadType {
    ItemType type;
    xml::Node
        genre;  ///< the genre that says no more than the type does; none where it does, or has an authority
};
[[nodiscard]] ReadType read_type(xml::Node record);

/// Of a `titleInfo`: article, title and subtitle.
[[nodiscard]] std::string read_title(xml::Node info);
/// Boxes and folders, as archives give a document's place in its collection.
[[nodiscard]] bool is_container(std::string_view type);
/// Of a `name`: its parts, or its one part in inverted order, without life dates.
[[nodiscard]] Name read_name_parts(xml::Node node);
/// The first date that an `originInfo` has: issued, copyright, created, other.
[[nodiscard]] Date read_origin_date(xml::Node origin);
/// The element that it takes it from; empty where there is none.
[[nodiscard]] std::string_view origin_date_name(xml::Node origin);
/// The elements of dates beside that, but for those that say the same.
[[nodiscard]] std::vector<xml::Node> other_dates(xml::Node origin, std::string_view used);
/// Without the punctuation that cataloguing rules put before the next element: "Nauka," and "Moskva :".
[[nodiscard]] std::string without_isbd(std::string text);
/// "Scale [ca. 1:510,000]." is 1:510,000.
[[nodiscard]] std::string read_scale(std::string const& text);
/// Dates of MARC and ISO without separators, "20020702" and "198212", with them.
[[nodiscard]] std::string with_hyphens(std::string text);

}  // namespace fonds::mods
