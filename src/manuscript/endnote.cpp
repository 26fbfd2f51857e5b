// EndNote's citations: XML in the field's code, a record for each work.

#include "manuscript/endnote.hpp"

#include <array>
#include <string>

#include "base/text.hpp"
#include "wire/xml.hpp"

namespace fonds {
namespace {

// EndNote's reference types by their numbers.
struct TypeRow {
    std::string_view endnote;
    ItemType type;
};
constexpr std::array<TypeRow, 20> types = {{
    {"5", ItemType::chapter},           {"6", ItemType::book},
    {"7", ItemType::chapter},           {"10", ItemType::paper_conference},
    {"12", ItemType::webpage},          {"17", ItemType::article_journal},
    {"19", ItemType::article_magazine}, {"20", ItemType::map},
    {"21", ItemType::motion_picture},   {"23", ItemType::article_newspaper},
    {"25", ItemType::patent},           {"26", ItemType::personal_communication},
    {"27", ItemType::report},           {"28", ItemType::book},
    {"31", ItemType::legislation},      {"32", ItemType::thesis},
    {"34", ItemType::manuscript},       {"36", ItemType::manuscript},
    {"43", ItemType::article_journal},  {"47", ItemType::paper_conference},
}};

// An element's text where it has exactly that path, and the variable it fills.
struct FieldRow {
    std::string_view group;  // element around it, or empty
    std::string_view element;
    Variable variable;
};
constexpr std::array<FieldRow, 18> fields = {{
    {"titles", "title", Variable::title},
    {"titles", "secondary-title", Variable::container_title},
    {"titles", "tertiary-title", Variable::collection_title},
    {"titles", "short-title", Variable::title_short},
    {"", "pages", Variable::page},
    {"", "volume", Variable::volume},
    {"", "number", Variable::issue},
    {"", "section", Variable::section},
    {"", "edition", Variable::edition},
    {"", "pub-location", Variable::publisher_place},
    {"", "publisher", Variable::publisher},
    {"", "isbn", Variable::ISBN},
    {"", "electronic-resource-num", Variable::DOI},
    {"", "call-num", Variable::call_number},
    {"", "remote-database-name", Variable::source},
    {"", "label", Variable::citation_label},
    {"", "language", Variable::language},
    {"", "work-type", Variable::genre},
}};

// "Person, James" is inverted; a name that ends in a comma is an institution (EndNote's own rule).
Name name_of(std::string_view written) {
    Name name;
    auto const comma = written.find(',');
    if (comma == std::string_view::npos || trim(written.substr(comma + 1)).empty()) {
        name.literal = std::string(trim(written.substr(0, comma)));
        return name;
    }
    name.family = std::string(trim(written.substr(0, comma)));
    name.given = std::string(trim(written.substr(comma + 1)));
    return name;
}

void set_names(Item& item, Variable variable, xml::Node group) {
    Names names;
    for (auto const element : group.elements()) {
        auto const written = element.text();
        if (auto name = name_of(trim(written)); !name.empty()) names.push_back(std::move(name));
    }
    if (!names.empty()) item.names.set(variable, std::move(names));
}

Item item_of(xml::Node record) {
    Item item;
    item.type = ItemType::document;
    auto const number = record.child("ref-type").text();
    for (auto const& row : types)
        if (row.endnote == trim(number)) item.type = row.type;
    for (auto const& row : fields) {
        auto const group = row.group.empty() ? record : record.child(row.group);
        auto const value = group.child(row.element).text();
        if (!trim(value).empty()) item.texts.set(row.variable, std::string(trim(value)));
    }
    auto const contributors = record.child("contributors");
    set_names(item, Variable::author, contributors.child("authors"));
    set_names(item, item.type == ItemType::chapter ? Variable::editor : Variable::collection_editor,
              contributors.child("secondary-authors"));
    auto const urls = record.child("urls").child("related-urls").child("url").text();
    if (!trim(urls).empty()) item.texts.set(Variable::URL, std::string(trim(urls)));
    auto const year = record.child("dates").child("year").text();
    if (!trim(year).empty()) {
        auto date = parse_edtf(trim(year));
        if (!date) date.emplace().literal = std::string(trim(year));
        item.dates.set(Variable::issued, std::move(*date));
    }
    return item;
}

// A citation without its record still names author and year.
Item bare_item(xml::Node cite) {
    Item item;
    auto const author = cite.child("Author").text();
    if (!trim(author).empty()) item.names.set(Variable::author, {name_of(trim(author))});
    if (auto date = parse_edtf(trim(cite.child("Year").text())))
        item.dates.set(Variable::issued, std::move(*date));
    return item;
}

}  // namespace

std::optional<EmbeddedCitation> read_endnote_citation(std::string_view xml_text) {
    auto const document = xml::Document::read(xml_text);
    if (!document || document->root().local_name() != "EndNote") return std::nullopt;
    EmbeddedCitation citation;
    citation.producer = "endnote";
    for (auto const cite : document->root().elements()) {
        if (cite.local_name() != "Cite") continue;
        auto const record = cite.child("record");
        auto item = record ? item_of(record) : bare_item(cite);
        auto const number = cite.child("RecNum").text();
        item.id = concat("endnote-", trim(number));
        if (citation.key.empty()) citation.key = std::string(trim(number));
        citation.items.push_back(std::move(item));
    }
    return citation;
}

}  // namespace fonds
