// What a work of MODS is a part of: hosts, series, the original, and the place in them.

#include <optional>
#include <utility>

#include "base/text.hpp"
#include "format/extents.hpp"
#include "format/field_text.hpp"
#include "format/mods_reader.hpp"
#include "format/xml_records.hpp"

namespace fonds::mods {
namespace {

std::optional<Variable> variable_of_detail(std::string_view type) {
    static constexpr std::pair<std::string_view, Variable> details[] = {
        {"volume", Variable::volume},
        {"issue", Variable::issue},
        {"number", Variable::issue},
        {"no.", Variable::issue},
        {"section", Variable::section},
        {"chapter", Variable::chapter_number},
        {"page", Variable::page},
        {"pages", Variable::page},
        {"supplement", Variable::supplement_number},
    };
    for (auto const& [known, variable] : details)
        if (known == type) return variable;
    return std::nullopt;
}

std::string label_of(xml::Node detail) {
    if (auto caption = child_text(detail, "caption"); !caption.empty()) return caption;
    auto label = ascii_lower(detail["type"]);
    label[0] = static_cast<char>(label[0] - ('a' - 'A'));
    return label;
}

std::string number_of(xml::Node detail) {
    auto number = child_text(detail, "number");
    return number.empty() ? child_text(detail, "title") : number;
}

}  // namespace

void RecordReader::read_related(xml::Node node) {
    auto const type = node["type"];
    if (type == "host") read_host(node);
    else if (type == "series") read_series(node);
    else if (type == "original") read_original(node);
    else keep(node);
}

void RecordReader::read_host(xml::Node node) {
    bool const collection =
        node.child("typeOfResource") && node.child("typeOfResource")["collection"] == "yes";
    bool const archival =
        collection || item_.type == ItemType::manuscript || item_.type == ItemType::personal_communication;
    for (auto const child : node.elements()) {
        auto const name = child.local_name();
        if (name == "titleInfo" && child["type"] == "abbreviated")
            set(Variable::container_title_short, read_title(child), child);
        else if (name == "titleInfo" &&
                 (child["type"].empty() || !item_.texts.find(Variable::container_title)))
            set(archival ? Variable::archive_collection : Variable::container_title, read_title(child),
                child);
        else if (name == "name") read_name(child, Variable::contributor);
        else if (name == "originInfo") read_origin(child);
        else if (name == "part") read_part(child);
        else if (name == "identifier") read_identifier(child);
        else if (name == "relatedItem" && child["type"] == "series") read_series(child);
        else if (name == "relatedItem" && child["type"] == "host" && archival)
            append_text(item_, Variable::archive_collection, read_title(child.child("titleInfo")), ", ");
        else if (name == "location" && child.child("physicalLocation")) read_location(child);
        else if (name != "genre" && name != "typeOfResource" && name != "recordInfo") keep(child);
    }
    if (item_.text(Variable::container_title).empty() && is_part(item_.type))
        set_if_absent(item_, Variable::container_title, item_.text(Variable::container_title_short));
}

void RecordReader::read_series(xml::Node node) {
    for (auto const child : node.elements()) {
        if (child.local_name() == "titleInfo") {
            read_series_title(child);
        } else if (child.local_name() == "name") {
            read_name(child, Variable::collection_editor);
        } else if (child.local_name() == "part") {
            for (auto const detail : children(child, "detail"))
                set(Variable::collection_number, child_text(detail, "number"), detail);
        } else if (child.local_name() != "genre" && child.local_name() != "typeOfResource") {
            keep(child);
        }
    }
}

// "Studies in wool ; no. 14": what came from MARC has the number behind the title.
void RecordReader::read_series_title(xml::Node info) {
    auto title = read_title(info);
    auto number = child_text(info, "partNumber");
    auto const semicolon = title.rfind(" ; ");
    if (number.empty() && semicolon != std::string::npos &&
        title.find_first_of("0123456789", semicolon) != std::string::npos) {
        number = title.substr(semicolon + 3);
        title.resize(semicolon);
    }
    set(Variable::collection_title, title, info);
    set(Variable::collection_number, number, info);
}

void RecordReader::read_original(xml::Node node) {
    if (auto const info = node.child("titleInfo")) set(Variable::original_title, read_title(info), node);
    auto const origin = node.child("originInfo");
    if (!origin) return;
    for (auto const place : children(origin, "place")) read_place(place, Variable::original_publisher_place);
    set(Variable::original_publisher, child_text(origin, "publisher"), origin);
    if (auto date = read_origin_date(origin); !date.empty()) item_.dates.set(Variable::original_date, date);
}

void RecordReader::read_part(xml::Node node) {
    for (auto const child : node.elements()) {
        if (child.local_name() == "detail") read_detail(child);
        else if (child.local_name() == "extent") read_extent(child);
        else if (child.local_name() == "date" &&
                 (date_.empty() || date_is_of_host_ || !date_.literal.empty()))
            date_ = read_date_text(with_hyphens(text_of(child)));
        else keep(child);
    }
}

void RecordReader::read_detail(xml::Node node) {
    auto const type = node["type"];
    auto const number = number_of(node);
    if (auto const variable = variable_of_detail(type)) set(*variable, number, node);
    else if (is_container(type) && !number.empty()) containers_.push_back(node);
    else keep(node);
}

// The box that a part lies in, behind the place on the shelves.
void RecordReader::read_container(xml::Node detail) {
    append_text(item_, Variable::archive_location, concat(label_of(detail), " ", number_of(detail)), ", ");
}

void RecordReader::read_extent(xml::Node node) {
    auto const first = child_text(node, "start");
    auto const last = child_text(node, "end");
    auto pages = last.empty() || last == first ? first : first.empty() ? last : first + "-" + last;
    if (pages.empty()) pages = child_text(node, "list");
    set(Variable::page, std::string(without_word_for_pages(pages)), node);
}

}  // namespace fonds::mods
