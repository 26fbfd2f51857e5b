// What a unit of EAD says of its documents: its `did`, and the prose beside it.

#include "base/contains.hpp"
#include "base/text.hpp"
#include "format/ead_parts.hpp"
#include "format/field_text.hpp"
#include "format/xml_records.hpp"

namespace fonds::ead {
namespace {

void keep(xml::Node node, Item& item) {
    if (auto text = text_of(node); !text.empty())
        item.foreign.push_back({"ead", std::string(node.local_name()), std::move(text)});
}

// A bulk date, or another than the one that counts.
void keep_other_date(xml::Node node, xml::Node chosen, Item& item) {
    if (is_date(node) && node != chosen && (is_bulk_date(node) || text_of(node) != text_of(chosen)))
        keep(node, item);
}

// The first title and the first number of a unit are its own.
void read_title_beside(xml::Node did, xml::Node title, xml::Node date, Item& item) {
    if (title != did.child("unittitle")) keep(title, item);
    for (auto const part : title.elements()) keep_other_date(part, date, item);
}

void read_number_beside(xml::Node did, xml::Node number, Item& item) {
    if (number != number_of(did)) keep(number, item);
}

void add_author(std::string text, bool is_person, Item& item) {
    if (text.empty()) return;
    Name read;
    if (is_person) read = read_inverted_name(without_life_dates(text));
    else read.literal = std::move(text);
    if (!read.suffix.empty() && is_digit(read.suffix[0])) read.suffix.clear();
    add_name(item, Variable::author, std::move(read));
}

void read_origination(xml::Node node, Item& item) {
    bool found = false;
    for (auto const child : node.elements()) {
        if (!is_name(child)) continue;
        add_author(text_of_name(child), child.local_name() == "persname", item);
        found = true;
    }
    if (!found) add_author(text_of(node), false, item);
}

// "416", of which an attribute says that it counts pages.
std::string extent_of(xml::Node node) {
    auto const text = text_of(node);
    auto const unit = node["unit"].empty() ? node["type"] : node["unit"];
    bool const is_number = text.find_first_not_of("0123456789.,") == std::string::npos;
    return is_number && !text.empty() && !unit.empty() ? concat(text, " ", unit) : text;
}

void read_physical(xml::Node node, Item& item) {
    if (auto const form = node.child("genreform")) set_if_absent(item, Variable::genre, text_of_name(form));
    bool in_parts = false;
    for (auto const child : node.elements()) {
        auto const name = child.local_name();
        if (name == "physdescstructured") read_physical(child, item);
        if (name == "extent") append_text(item, Variable::dimensions, extent_of(child), "; ");
        in_parts = in_parts || name == "physdescstructured" || name == "extent";
    }
    if (in_parts) return;
    auto const quantity = node.child("quantity");
    auto const size = quantity ? concat(text_of(quantity), " ", child_text(node, "unittype")) : text_of(node);
    append_text(item, Variable::dimensions, size, "; ");
}

void read_language(xml::Node node, Item& item) {
    for (auto const child : node.elements()) {
        if (child.local_name() == "languageset") read_language(child, item);
        if (child.local_name() != "language") continue;
        auto const code = child["langcode"];
        auto text = code.empty() ? text_of(child) : std::string(code);
        if (!set_if_absent(item, Variable::language, text) && text != item.text(Variable::language))
            item.foreign.push_back({"ead", "language", std::move(text)});
    }
    if (!node.child("language") && !node.child("languageset"))
        set_if_absent(item, Variable::language, text_of(node));
}

void read_digital(xml::Node node, Item& item) {
    if (auto const address = node["href"]; !address.empty()) {
        if (!set_if_absent(item, Variable::URL, trim(address)))
            item.foreign.push_back({"ead", "dao", std::string(trim(address))});
        return;
    }
    for (auto const child : node.elements()) read_digital(child, item);
}

std::string paragraphs(xml::Node node) {
    std::string out;
    for (auto const child : node.elements()) {
        if (child.local_name() == "head") continue;
        auto const text = text_of(child);
        if (!text.empty()) out += (out.empty() ? "" : "\n") + text;
    }
    // Some have no paragraphs.
    if (out.empty() && !node.child("head")) return text_of(node);
    return out;
}

void keep_prose(xml::Node node, Item& item) {
    if (auto text = paragraphs(node); !text.empty())
        item.foreign.push_back({"ead", std::string(node.local_name()), std::move(text)});
}

bool is_access_point(std::string_view name) {
    return name != "head" && name != "p" && name != "controlaccess";
}

bool has_access_points(xml::Node node) {
    for (auto const part : node.elements())
        if (is_access_point(part.local_name())) return true;
    return false;
}

void read_genre(xml::Node node, Item& item) {
    if (!set_if_absent(item, Variable::genre, text_of_name(node))) keep(node, item);
}

// A place where a unit came from and which it is about is one keyword.
void add_word(std::string word, std::vector<std::string>& words) {
    bool const known = word.empty() || contains(words, word);
    if (!known) words.push_back(std::move(word));
}

// Some write each in a paragraph of its own.
void read_access_points(xml::Node node, Item& item, std::vector<std::string>& words) {
    for (auto const child : node.elements()) {
        auto const name = child.local_name();
        if (name == "controlaccess" || (name == "p" && has_access_points(child)))
            read_access_points(child, item, words);
        else if (name == "p") keep(child, item);
        else if (name == "genreform") read_genre(child, item);
        else if (is_access_point(name)) add_word(text_of_name(child), words);
    }
}

void read_prose_of(xml::Node unit, Item& item, std::vector<std::string>& words) {
    for (auto const child : unit.elements()) {
        auto const name = child.local_name();
        if (name == "scopecontent") append_text(item, Variable::abstract, paragraphs(child), "\n");
        else if (name == "acqinfo" || name == "custodhist")
            item.reference.provenance_note +=
                (item.reference.provenance_note.empty() ? "" : " ") + paragraphs(child);
        else if (name == "controlaccess") read_access_points(child, item, words);
        else if (name == "dao" || name == "daogrp") read_digital(child, item);
        else if (name == "p") keep(child, item);
        else if (name == "descgrp") read_prose_of(child, item, words);
        else if (name != "did" && name != "dsc" && name != "head" && !is_component(name))
            keep_prose(child, item);
    }
}

}  // namespace

void read_did(xml::Node did, Item& item) {
    set_if_absent(item, Variable::title, title_of(did));
    auto const date = read_dates(did).element;
    for (auto const child : did.elements()) {
        auto const name = child.local_name();
        if (name == "unittitle") read_title_beside(did, child, date, item);
        else if (name == "unitid") read_number_beside(did, child, item);
        else if (name == "origination") read_origination(child, item);
        else if (name == "physdesc" || name == "physdescset" || name == "physdescstructured")
            read_physical(child, item);
        else if (name == "langmaterial") read_language(child, item);
        else if (name == "dao" || name == "daogrp" || name == "daoset") read_digital(child, item);
        else if (name == "abstract") append_text(item, Variable::abstract, text_of(child), "\n");
        else if (is_date(child)) keep_other_date(child, date, item);
        else if (name != "container" && name != "repository" && name != "head") keep(child, item);
    }
}

void read_prose(xml::Node unit, Item& item) {
    std::vector<std::string> words;
    read_prose_of(unit, item, words);
    if (!words.empty()) append_text(item, Variable::keyword, join_keywords(words), "; ");
}

}  // namespace fonds::ead
