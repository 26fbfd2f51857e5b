// A record of MODS: its elements one by one.

#include <algorithm>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "format/extents.hpp"
#include "format/field_text.hpp"
#include "format/mods_reader.hpp"
#include "format/xml_records.hpp"
#include "model/record_string.hpp"

namespace fonds::mods {

Item RecordReader::read() {
    auto const [type, genre] = read_type(record_);
    item_.type = type;
    type_genre_ = genre;
    address_ = address_of_work();
    // Where the work itself lies goes before where its collection does.
    for (auto const location : children(record_, "location")) read_location(location);
    for (auto const child : record_.elements()) read_element(child);
    for (auto const detail : containers_) read_container(detail);
    if (uri_) set(Variable::URL, text_of(uri_), uri_);
    if (record_["ID"].size() > 0 && item_.id.empty()) item_.id = std::string(record_["ID"]);
    if (!keywords_.empty()) item_.texts.set(Variable::keyword, join_keywords(keywords_));
    if (!date_.empty()) item_.dates.set(Variable::issued, date_);
    if (!contents_.empty()) append_text(item_, Variable::note, "Table of Contents: " + contents_, "\n");
    return std::move(item_);
}

void RecordReader::read_element(xml::Node node) {
    auto const name = node.local_name();
    if (name == "titleInfo") read_title_info(node);
    else if (name == "name") read_name(node, Variable::author);
    else if (name == "genre") read_genre(node);
    else if (name == "originInfo") read_origin(node);
    else if (name == "relatedItem") read_related(node);
    else if (name == "part") read_part(node);
    else if (name == "identifier") read_identifier(node);
    else if (name == "subject") read_subject(node);
    else if (name == "physicalDescription") read_physical(node);
    else if (name == "recordInfo") read_record_info(node);
    else read_simple(name, node);
}

void RecordReader::read_simple(std::string_view name, xml::Node node) {
    if (name == "abstract") {
        append_text(item_, Variable::abstract, block_text(node), "\n");
    } else if (name == "tableOfContents") {
        contents_ = block_text(node);
    } else if (name == "note") {
        read_note(node);
    } else if (name == "language") {
        auto const term = node.child("languageTerm");
        set(Variable::language, text_of(term ? term : node), node);
    } else if (name == "classification") {
        if (auto const text = text_of(node); item_.text(Variable::call_number) != text)
            append_text(item_, Variable::call_number, text, ", ");
    } else if (name == "accessCondition") {
        set(Variable::license, text_of(node), node);
    } else if (name == "extension" && node.child("record") &&
               is_record_string(text_of(node.child("record")))) {
        record_string_ = node.child("record");
    } else if (name != "typeOfResource" && name != "extension" && name != "location") {
        keep(node);
    }
}

void RecordReader::read_note(xml::Node node) {
    auto const label = node["type"];
    auto const text = block_text(node);
    if ((label == "acquisition" || label == "ownership") && item_.reference.provenance_note.empty())
        item_.reference.provenance_note = text;
    else if (!text.empty())
        append_text(item_, Variable::note, label.empty() ? text : concat(label, ": ", text), "\n");
}

void RecordReader::set(Variable variable, std::string const& text, xml::Node node) {
    if (!set_if_absent(item_, variable, text)) keep(node);
}

void RecordReader::keep(xml::Node node) {
    auto value = text_of_parts(node);
    if (!value.empty()) item_.foreign.push_back({"mods", std::string(node.local_name()), std::move(value)});
}

void RecordReader::read_title_info(xml::Node node) {
    auto const type = node["type"];
    if (type.empty() && item_.text(Variable::title).empty()) {
        set(Variable::title, read_title(node), node);
        set(Variable::part_number, child_text(node, "partNumber"), node);
        set(Variable::part_title, child_text(node, "partName"), node);
    } else if (type == "abbreviated") {
        set(Variable::title_short, read_title(node), node);
    } else if (item_.text(Variable::title).empty() && !has_plain_title()) {
        set(Variable::title, read_title(node), node);
    } else {
        keep(node);
    }
}

bool RecordReader::has_plain_title() const {
    auto const infos = children(record_, "titleInfo");
    return std::any_of(infos.begin(), infos.end(), [](xml::Node info) { return info["type"].empty(); });
}

void RecordReader::read_name(xml::Node node, Variable fallback) {
    auto name = read_name_parts(node);
    if (name.empty()) return keep(node);
    auto variable = fallback;
    bool publisher = false, repository = false, known = false;
    std::string told;
    for (auto const role : children(node, "role"))
        for (auto const term : role.elements()) {
            auto const text = text_of(term);
            told = text.empty() ? told : text;
            publisher |= text == "pbl" || text == "publisher";
            repository |= text == "rps" || text == "repository";
            if (auto const found = find_relator(text)) variable = *found, known = true;
        }
    if (publisher && !name.literal.empty()) return set(Variable::publisher, name.literal, node);
    if (repository && !name.literal.empty()) return set(Variable::archive, name.literal, node);
    // Somebody whose part we have no word for is no author; which part it is stays beside the record.
    if (!told.empty() && !known && fallback == Variable::author) {
        variable = Variable::contributor;
        item_.foreign.push_back({"mods", "role", text_of_parts(node)});
    }
    if (fallback == Variable::collection_editor) variable = fallback;
    if (fallback == Variable::contributor && variable == Variable::author)
        variable = Variable::container_author;
    add_name(item_, variable, std::move(name));
}

void RecordReader::read_genre(xml::Node node) {
    bool const own_type = node["authority"] == "local" && find_item_type(text_of(node));
    if (own_type || node["authority"] == "marcgt" || node == type_genre_) return;
    // RDA's content types say of books that they are text.
    if (node["authority"].starts_with("rda")) return keep(node);
    set(Variable::genre, text_of(node), node);
}

void RecordReader::read_origin(xml::Node node) {
    for (auto const place : children(node, "place")) read_place(place, Variable::publisher_place);
    for (auto const publisher : children(node, "publisher"))
        set(Variable::publisher, without_isbd(text_of(publisher)), publisher);
    set(Variable::edition, child_text(node, "edition"), node);
    std::string_view used;
    if (date_.empty()) {
        used = origin_date_name(node);
        date_ = read_origin_date(node);
        date_is_of_host_ = node.parent() != record_;
    }
    for (auto const date : other_dates(node, used)) keep(date);
}

void RecordReader::read_place(xml::Node place, Variable variable) {
    for (auto const term : place.elements())
        if (term["type"] != "code") set(variable, without_isbd(text_of(term)), place);
}

void RecordReader::read_subject(xml::Node node) {
    for (auto const child : node.elements()) {
        if (child.local_name() == "topic") {
            auto word = text_of(child);
            bool const known = contains(keywords_, word);
            if (!word.empty() && !known) keywords_.push_back(std::move(word));
        } else if (child.local_name() == "cartographics" && child.child("scale")) {
            set(Variable::scale, read_scale(child_text(child, "scale")), child);
        } else {
            keep(child);
        }
    }
}

void RecordReader::read_physical(xml::Node node) {
    for (auto const child : node.elements()) {
        auto const text = text_of(child);
        if (child.local_name() == "form" && child["authority"].empty()) set(Variable::medium, text, child);
        else if (child.local_name() == "extent" && child["unit"] == "pages")
            set(Variable::number_of_pages, text, child);
        else if (child.local_name() == "extent") read_physical_extent(text);
        else keep(child);
    }
}

// A part has pages in its host; what its own extent counts is those.
void RecordReader::read_physical_extent(std::string const& text) {
    if (!is_part(item_.type) || fonds::read_extent(text).pages.empty()) add_extent(text, item_);
}

void RecordReader::read_identifier(xml::Node node) {
    auto const type = ascii_lower(node["type"]);
    auto const text = text_of(node);
    if (node["invalid"] == "yes") return keep(node);
    bool const is_number = type.ends_with("number") || node["displayLabel"] == "number";
    if (type == "isbn" || type == "issn") {
        // "0823222635 (alk. paper)"
        auto const variable = type == "isbn" ? Variable::ISBN : Variable::ISSN;
        auto const number = type == "isbn" ? text.substr(0, text.find(" (")) : text;
        if (item_.text(variable) != number) append_text(item_, variable, number, ", ");
    } else if (type == "doi") {
        set(Variable::DOI, without_resolver(text), node);
    } else if (type == "pmid") {
        set(Variable::PMID, text, node);
    } else if (type == "pmcid" || type == "pmc") {
        set(Variable::PMCID, text, node);
    } else if (type == "uri" && text.starts_with("http") && !uri_) {
        uri_ = node;
    } else if (type == "citekey" && item_.id.empty()) {
        item_.id = text;
    } else if (node["displayLabel"] == "document id") {
        item_.reference.document_id = text;
    } else if (is_number) {
        set(Variable::number, text, node);
    } else {
        keep(node);
    }
}

void RecordReader::read_record_info(xml::Node node) {
    if (auto id = child_text(node, "recordIdentifier"); !id.empty()) item_.id = std::move(id);
    auto const source = node.child("recordContentSource");
    if (source && source["authority"].empty()) set(Variable::source, text_of(source), source);
}

Item read_record(std::string_view text) {
    auto const document = xml::Document::read(text);
    return document ? RecordReader(document->root()).read() : Item{};
}

}  // namespace fonds::mods
