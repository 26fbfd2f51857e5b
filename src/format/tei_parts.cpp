// The parts of a TEI description.

#include "format/tei_parts.hpp"

#include "base/text.hpp"
#include "format/extents.hpp"
#include "format/field_text.hpp"
#include "format/mods.hpp"
#include "format/tei.hpp"
#include "format/tei_rich_text.hpp"
#include "format/xml_records.hpp"
#include "model/record_string.hpp"

namespace fonds::tei {
namespace {

Name name_of(xml::Node node) {
    Name name;
    auto person = node.child("persName") ? node.child("persName") : node.child("name");
    if (!person) person = node;
    if (auto const organisation = node.child("orgName")) {
        name.literal = text_of(organisation);
        return name;
    }
    for (auto const part : person.elements()) {
        auto const text = text_of(part);
        auto const add = [&](std::string& value) { value += (value.empty() ? "" : " ") + text; };
        if (part.local_name() == "surname") add(name.family);
        else if (part.local_name() == "forename") add(name.given);
        else if (part.local_name() == "nameLink" && part["type"] == "dropping") add(name.dropping_particle);
        else if (part.local_name() == "nameLink") add(name.non_dropping_particle);
        else if (part.local_name() == "genName") add(name.suffix);
    }
    if (!name.family.empty()) return name;
    if (!name.given.empty()) {
        std::swap(name.family, name.given);
        return name;
    }
    return read_inverted_name(text_of(person));
}

Date date_of(xml::Node node) {
    auto const either = [&](std::string_view first, std::string_view second) {
        auto const value = node[first];
        return std::string(value.empty() ? node[second] : value);
    };
    auto const from = either("from", "notBefore");
    auto const to = either("to", "notAfter");
    auto const words = text_of(node);
    Date date;
    if (!node["when"].empty()) date = parse_edtf(node["when"]).value_or(Date{});
    else if (!from.empty() || !to.empty())
        date = parse_edtf((from.empty() ? ".." : from) + "/" + (to.empty() ? ".." : to)).value_or(Date{});
    if (date.empty()) return read_date_text(words);
    auto const plain = to_edtf(date);
    date.circa |= node["precision"] == "low" || node["cert"] == "medium";
    date.uncertain |= node["cert"] == "low";
    if (!words.empty() && words != plain) date.raw = words;
    return date;
}

// A name of a place or body; of several, which are the same in other languages, the first.
xml::Node first_name(xml::Node node) {
    xml::Node first;
    for (auto const child : node.elements()) {
        auto const name = child.local_name();
        bool const is_name = name == "orgName" || name == "placeName" || name == "persName" || name == "name";
        if (!is_name) return node;
        if (!first) first = child;
    }
    return first ? first : node;
}

}  // namespace

void PartReader::keep(xml::Node node) {
    auto value = text_of_parts(node);
    if (!value.empty()) item_.foreign.push_back({"tei", std::string(node.local_name()), std::move(value)});
}
void PartReader::set(Variable variable, std::string const& text, xml::Node node) {
    if (!set_if_absent(item_, variable, text)) keep(node);
}

void PartReader::read_all(xml::Node node, Variable title, Variable editor) {
    for (auto const child : node.elements()) read(child, title, editor);
}

void PartReader::read(xml::Node node, Variable title, Variable editor) {
    auto const name = node.local_name();
    if (name == "title") read_title(node, title);
    else if (name == "author")
        add_person(node, title == Variable::container_title ? Variable::container_author : Variable::author);
    else if (name == "editor" || name == "respStmt") read_responsible(node, editor);
    else if (name == "imprint") read_all(node, title, editor);
    else if (name == "biblScope") read_scope(node, editor == Variable::collection_editor);
    else if (name == "idno") read_number(node);
    else if (name == "date" || name == "origDate") read_date(node);
    else if (name == "note") read_note(node);
    else if (name == "ref" || name == "ptr") read_reference(node);
    else if (name == "textLang") read_language(node);
    else read_simple(name, node);
}

void PartReader::read_simple(std::string_view name, xml::Node node) {
    if (name == "pubPlace") read_named(Variable::publisher_place, node);
    else if (name == "publisher" || name == "distributor") read_named(Variable::publisher, node);
    else if (name == "edition") set(Variable::edition, text_of(node), node);
    else if (name == "meeting") set(Variable::event_title, text_of(node), node);
    else if (name == "extent") add_extent(text_of(node), item_);
    else keep(node);
}

void PartReader::read_named(Variable variable, xml::Node node) {
    auto const chosen = first_name(node);
    set(variable, text_of(chosen), node);
    for (auto other = chosen == node ? xml::Node() : chosen.next(); other; other = other.next())
        if (other.is_element()) keep(other);
}

void PartReader::read_title(xml::Node node, Variable title) {
    auto const type = node["type"];
    if (type == "short" && title == Variable::container_title)
        set(Variable::container_title_short, rich_text_of(node), node);
    else if (type == "short") set(Variable::title_short, rich_text_of(node), node);
    else if (type.starts_with("abbr")) read_abbreviation(node, title);
    else if (type == "sub" && item_.texts.find(title)) append_text(item_, title, rich_text_of(node), ": ");
    else set(title, rich_text_of(node), node);
}

void PartReader::read_abbreviation(xml::Node node, Variable title) {
    auto const variable =
        title == Variable::container_title ? Variable::container_title_short : Variable::title_short;
    set(variable, rich_text_of(node), node);
}

void PartReader::read_responsible(xml::Node node, Variable fallback) {
    auto role = std::string(node["role"]);
    if (node.local_name() == "respStmt") role = child_text(node, "resp");
    auto const variable = mods::find_relator(role);
    if (node.local_name() != "respStmt") return add_name(item_, variable.value_or(fallback), name_of(node));
    if (!variable) return keep(node);
    for (auto const child : node.elements())
        if (child.local_name() != "resp") add_name(item_, *variable, name_of(child));
}

void PartReader::read_scope(xml::Node node, bool series) {
    auto const unit = node["unit"].empty() ? node["type"] : node["unit"];
    auto const variable = series ? Variable::collection_number : find_scope(unit).value_or(Variable::page);
    auto text = text_of(node);
    auto const from = node["from"];
    auto const to = node["to"];
    if (text.empty()) text = to.empty() || from == to ? std::string(from) : concat(from, "-", to);
    if (variable == Variable::page) text = without_word_for_pages(text);
    set(variable, text, node);
}

void PartReader::read_number(xml::Node node) {
    auto const text = text_of(node);
    auto const type = ascii_lower(node["type"]);
    if (type == "bibtex" && item_.id.empty()) item_.id = text;
    else if (auto const variable = find_identifier(type)) set(*variable, text, node);
    else if ((type == "url" || type == "uri") && text.starts_with("http")) set(Variable::URL, text, node);
    else keep(node);
}

void PartReader::read_note(xml::Node node) {
    auto const text = block_text(node);
    auto const type = node["type"];
    if (type == "fonds" && is_record_string(text)) record_string_ = text;
    else if (type == "abstract") set(Variable::abstract, text, node);
    else if (type == "genre") set(Variable::genre, text, node);
    else if (type == "url") set(Variable::URL, text, node);
    else if (type == "accessed") read_accessed(text, node);
    else if (type == "tags") read_tags(node);
    else append_text(item_, Variable::note, text, "\n");
}

void PartReader::read_tags(xml::Node node) {
    auto words = split_keywords(item_.text(Variable::keyword));
    for (auto const tag : node.elements())
        if (auto word = text_of(tag); !word.empty()) words.push_back(std::move(word));
    if (!words.empty()) item_.texts.set(Variable::keyword, join_keywords(words));
}

// Zotero's exports have an ISO time here.
void PartReader::read_accessed(std::string_view text, xml::Node node) {
    auto date = read_date_text(text.substr(0, text.find('T')));
    if (item_.dates.find(Variable::accessed) || !date.literal.empty()) keep(node);
    else if (!date.empty()) item_.dates.set(Variable::accessed, std::move(date));
}

void PartReader::read_reference(xml::Node node) {
    if (!node) return;
    auto const target = node["target"];
    set(Variable::URL, target.empty() ? text_of(node) : std::string(target), node);
}

void PartReader::read_language(xml::Node node) {
    auto const code = node["mainLang"];
    set(Variable::language, code.empty() ? text_of(node) : std::string(code), node);
}

void PartReader::add_person(xml::Node node, Variable role) { add_name(item_, role, name_of(node)); }

void PartReader::read_date(xml::Node node) {
    if (node["type"].starts_with("access")) {
        auto const when = node["when"];
        return read_accessed(when.empty() ? text_of(node) : std::string(when), node);
    }
    auto date = date_of(node);
    if (date.empty()) return;
    auto const* known = item_.dates.find(Variable::issued);
    if (!known) item_.dates.set(Variable::issued, std::move(date));
    else if (to_edtf(*known) != to_edtf(date)) keep(node);
}

}  // namespace fonds::tei
