// The CSL type of a MODS record: by its genre, its kind of resource, its host.

#include "base/text.hpp"
#include "format/field_text.hpp"
#include "format/mods.hpp"
#include "format/mods_parts.hpp"
#include "format/xml_records.hpp"

namespace fonds::mods {
namespace {

struct Found {
    ItemType type;
    xml::Node genre;
};

// Local genres are CSL's or Zotero's own names; then the vocabularies; then anything.
std::optional<Found> find_by_genre(xml::Node node) {
    auto const genres = children(node, "genre");
    for (auto const genre : genres)
        if (genre["authority"] == "local")
            if (auto const type = find_item_type(text_of(genre))) return Found{*type, {}};
    for (std::string_view const authority : {"local", "marcgt", "marc", "dct", ""})
        for (auto const genre : genres) {
            if (genre["authority"] != authority) continue;
            if (auto const type = find_genre(text_of(genre)))
                return Found{*type, authority == "marcgt" ? xml::Node() : genre};
        }
    return std::nullopt;
}

std::optional<ItemType> find_by_resource(xml::Node record) {
    for (auto const resource : children(record, "typeOfResource")) {
        if (resource["collection"] == "yes") return ItemType::collection;
        if (resource["manuscript"] == "yes") return ItemType::manuscript;
        if (auto const type = find_resource_type(text_of(resource))) return type;
    }
    return std::nullopt;
}

// The collections of the U.S. Government Publishing Office (govinfo.gov), which has no genres.
std::optional<ItemType> find_by_collection(xml::Node record) {
    static constexpr std::pair<std::string_view, ItemType> collections[] = {
        {"BILLS", ItemType::bill},          {"CHRG", ItemType::hearing},
        {"CRPT", ItemType::report},         {"FR", ItemType::regulation},
        {"CFR", ItemType::regulation},      {"PLAW", ItemType::legislation},
        {"STATUTE", ItemType::legislation}, {"USCODE", ItemType::legislation},
        {"USCOURTS", ItemType::legal_case},
    };
    for (auto const extension : children(record, "extension")) {
        auto const code = child_text(extension, "collectionCode");
        for (auto const& [name, type] : collections)
            if (code == name) return type;
    }
    return std::nullopt;
}

bool has_recipient(xml::Node record) {
    for (auto const name : children(record, "name"))
        for (auto const role : children(name, "role"))
            for (auto const term : role.elements())
                if (find_relator(text_of(term)) == Variable::recipient) return true;
    return false;
}

std::optional<ItemType> find_by_host(xml::Node record) {
    bool in_host = false;
    for (auto const related : children(record, "relatedItem")) {
        if (related["type"] != "host") continue;
        in_host = true;
        if (auto const found = find_by_genre(related))
            return found->type == ItemType::book ? ItemType::chapter : found->type;
        auto const issuance = child_text(related.child("originInfo"), "issuance");
        if (issuance == "continuing" || issuance == "serial") return ItemType::article_journal;
    }
    if (child_text(record.child("physicalDescription"), "internetMediaType") == "text/html")
        return ItemType::webpage;
    if (in_host) return ItemType::chapter;
    return std::nullopt;
}

// Journals, newspapers and yearbooks as wholes: all that is said of how they came out says so.
bool is_serial(xml::Node record) {
    std::size_t serial = 0, told = 0;
    for (auto const origin : children(record, "originInfo"))
        for (auto const issuance : children(origin, "issuance")) {
            auto const text = text_of(issuance);
            serial += text == "serial" || text == "continuing";
            ++told;
        }
    return serial != 0 && serial == told;
}

bool is_published_whole(xml::Node record) {
    bool whole = false, published = false;
    for (auto const origin : children(record, "originInfo")) {
        published |= bool(origin.child("publisher"));
        for (auto const issuance : children(origin, "issuance"))
            whole |= text_of(issuance) == "monographic" || text_of(issuance) == "single unit";
    }
    return whole && published;
}

}  // namespace

ReadType read_type(xml::Node record) {
    if (auto const type = find_by_collection(record)) return {*type, {}};
    if (auto const found = find_by_genre(record)) return {found->type, found->genre};
    if (auto const type = find_by_resource(record)) return {*type, {}};
    if (has_recipient(record)) return {ItemType::personal_communication, {}};
    if (auto const type = find_by_host(record)) return {*type, {}};
    if (is_serial(record)) return {ItemType::periodical, {}};
    return {is_published_whole(record) ? ItemType::book : ItemType::document, {}};
}

}  // namespace fonds::mods
