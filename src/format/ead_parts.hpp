// Parts of EAD, each read by itself: levels, dates, names, descriptions.
#pragma once

#include <fonds/item.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "wire/xml.hpp"

namespace fonds::ead {

/// A component: `c`, or `c01` to `c12`.
[[nodiscard]] bool is_component(std::string_view name);
/// The level of a unit by the word for it that other formats have.
[[nodiscard]] std::string canonical_level(xml::Node unit);
/// Whether units of that level are whole collections or parts of them, and no documents.
[[nodiscard]] bool is_aggregate(std::string_view level);
/// The number that archivists gave a unit: the first that is not there for programs alone; none without one.
[[nodiscard]] xml::Node number_of(xml::Node did);
/// By what a unit is named in a reference: its number, else its title.
[[nodiscard]] std::optional<ArchiveLevel> unit_level(xml::Node did, std::string const& level);
[[nodiscard]] std::vector<ArchiveLevel> read_containers(xml::Node did);

[[nodiscard]] bool is_date(xml::Node node);
/// Of the years from which most of a unit is.
[[nodiscard]] bool is_bulk_date(xml::Node node);
struct ChosenDate {
    Date date;
    xml::Node element;
};
/// The whole span where a unit has it and a "bulk" one beside it, the first that can be read of several. EAD
/// 2002 lets dates stand in the title.
[[nodiscard]] ChosenDate read_dates(xml::Node did);

/// The title without the dates in it, but for one that they are a part of: "Feb. 1-9, 1945".
[[nodiscard]] std::string title_of(xml::Node did);
/// A person, a family or a body.
[[nodiscard]] bool is_name(xml::Node node);
/// EAD3 has a name in parts: "Brown", "Clarence", and dates, which are none of it.
[[nodiscard]] std::string text_of_name(xml::Node node);
[[nodiscard]] std::string name_of_repository(xml::Node repository);
/// "Princeton, New Jersey 08544 USA" among street, telephone and mail.
[[nodiscard]] std::string place_of_repository(xml::Node repository);

/// What `did` says of the unit, but for its levels and dates.
void read_did(xml::Node did, Item& item);
/// What stands beside `did`: scope and content, provenance, access points.
void read_prose(xml::Node unit, Item& item);

}  // namespace fonds::ead
