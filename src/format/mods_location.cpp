// Where MODS says that a work lies: the archive, the place on its shelves, the address.

#include <algorithm>

#include "base/text.hpp"
#include "format/field_text.hpp"
#include "format/mods_reader.hpp"
#include "format/xml_records.hpp"

namespace fonds::mods {
namespace {

bool has_named_location(xml::Node node) {
    auto const named = children(node, "physicalLocation");
    return std::any_of(named.begin(), named.end(),
                       [](xml::Node place) { return place["authority"].empty(); });
}

// "Box 2, Folder 7": a place on the shelves, though the element is for that of the whole archive.
bool is_place_in_boxes(std::string_view text) {
    auto const space = text.find(' ');
    return space != std::string_view::npos && is_container(text.substr(0, space)) &&
           is_digit(text.substr(space + 1).front());
}

}  // namespace

void RecordReader::read_location(xml::Node node) {
    for (auto const child : node.elements()) {
        if (child.local_name() == "physicalLocation" && is_place_in_boxes(text_of(child))) {
            append_text(item_, Variable::archive_location, text_of(child), ", ");
        } else if (child.local_name() == "physicalLocation" && child["displayLabel"] == "place") {
            set(Variable::archive_place, text_of(child), child);
        } else if (child.local_name() == "physicalLocation" && !child["authority"].empty() &&
                   has_named_location(node)) {
            keep(child);  // the code of the archive that is named beside it
        } else if (child.local_name() == "physicalLocation") {
            set(Variable::archive, text_of(child), child);
        } else if (child.local_name() == "holdingSimple") {
            for (auto const copy : children(child, "copyInformation")) read_copy(copy);
        } else if (child.local_name() == "shelfLocator") {
            set(Variable::archive_location, text_of(child), child);
        } else if (child.local_name() == "url") {
            read_address(child);
        } else {
            keep(child);
        }
    }
}

// Of several addresses the one that is called the work's; else the first, if it is not said to be that of
// something else, as a table of contents is.
xml::Node RecordReader::address_of_work() const {
    xml::Node first, plain;
    for (auto const location : children(record_, "location"))
        for (auto const url : children(location, "url")) {
            if (url["usage"].starts_with("primary")) return url;
            if (!first) first = url;
            if (!plain && url["displayLabel"].empty()) plain = url;
        }
    return plain ? plain : first;
}

void RecordReader::read_address(xml::Node url) {
    bool const of_work = !enclosing(url, "relatedItem");
    if (of_work && url != address_) return keep(url);
    set(Variable::URL, text_of(url), url);
    auto accessed = read_date_text(url["dateLastAccessed"]);
    if (!accessed.empty()) item_.dates.set(Variable::accessed, std::move(accessed));
}

void RecordReader::read_copy(xml::Node node) {
    for (auto const child : node.elements())
        if (child.local_name() == "shelfLocator") set(Variable::archive_location, text_of(child), child);
        else keep(child);
}

}  // namespace fonds::mods
