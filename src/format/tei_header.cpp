// What the header of an edition says of the document that it describes and edits.

#include "format/tei_header.hpp"

#include "base/contains.hpp"
#include "format/field_text.hpp"
#include "format/tei_rich_text.hpp"
#include "format/xml_records.hpp"

namespace fonds::tei {
namespace {

// The title of the text: not of the series of editions, nor one for computers to sort by.
xml::Node title_of(xml::Node statement) {
    xml::Node chosen;
    for (auto title = statement.child("title"); title; title = title.next("title")) {
        auto const level = title["level"];
        auto const type = title["type"];
        if (level == "a") return title;
        bool const is_name =
            level != "s" && level != "j" && (type.empty() || type == "main" || type == "full");
        if (is_name && !chosen) chosen = title;
    }
    return chosen;
}

xml::Node action_of(xml::Node correspondence, std::string_view type) {
    for (auto action = correspondence.child("correspAction"); action; action = action.next("correspAction"))
        if (action["type"] == type) return action;
    return {};
}

void read_people(xml::Node node, Variable role, PartReader& parts) {
    for (auto const child : node.elements()) {
        auto const name = child.local_name();
        if (name == "persName" || name == "orgName" || name == "name") parts.add_person(child, role);
    }
}

void read_letter(xml::Node correspondence, Item& item, PartReader& parts) {
    item.type = ItemType::personal_communication;
    auto const sent = action_of(correspondence, "sent");
    if (!item.names.find(Variable::author)) read_people(sent, Variable::author, parts);
    read_people(action_of(correspondence, "received"), Variable::recipient, parts);
    if (auto const date = sent.child("date")) parts.read_date(date);
    for (std::string_view const name : {"placeName", "settlement"})
        if (auto const place = sent.child(name))
            set_if_absent(item, Variable::publisher_place, text_of(place));
}

// The language of a text in one; of several none is the title's for sure.
void read_language(xml::Node usage, Item& item) {
    auto const language = usage.child("language");
    if (language && !language.next("language")) set_if_absent(item, Variable::language, language["ident"]);
}

}  // namespace

void add_from_header(xml::Node description, Item& item, PartReader& parts) {
    if (!enclosing(description, "sourceDesc")) return;
    auto const header = enclosing(description, "teiHeader");
    auto const statement = header.child("fileDesc").child("titleStmt");
    if (!item.texts.find(Variable::title))
        if (auto const title = title_of(statement)) set_if_absent(item, Variable::title, rich_text_of(title));
    if (!item.names.find(Variable::author))
        for (auto author = statement.child("author"); author; author = author.next("author"))
            parts.add_person(author, Variable::author);
    auto const profile = header.child("profileDesc");
    read_language(profile.child("langUsage"), item);
    if (auto const correspondence = profile.child("correspDesc")) read_letter(correspondence, item, parts);
    else if (auto const date = profile.child("creation").child("date")) parts.read_date(date);
}

}  // namespace fonds::tei
