// Levels of EAD: components, and the containers that they lie in.

#include <array>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "format/ead_parts.hpp"
#include "format/xml_records.hpp"

namespace fonds::ead {
namespace {

std::string capitalised(std::string_view word) {
    std::string out(word);
    if (!out.empty()) out[0] = ascii_upper(out[0]);
    return out;
}

// A box, a folder; by its own label where the text has it, as in "BOX 3".
ArchiveLevel read_container(std::string_view type, std::string text) {
    if (type.empty()) return {"box", "", std::move(text), Hierarchy::physical};
    ArchiveLevel level{replace_all(ascii_lower(type), " ", "-"), capitalised(type), text,
                       Hierarchy::physical};
    if (ascii_lower(text).starts_with(ascii_lower(type) + " ")) {
        level.label = text.substr(0, type.size());
        level.value = text.substr(type.size() + 1);
    }
    return level;
}

// Numbers by which a program finds a unit, and no reader: "ehri_internal_id", "aspace_uri", "ark".
bool is_for_programs(xml::Node number) {
    if (number["audience"] == "internal") return true;
    for (auto const attribute : {number["label"], number["type"], number["localtype"]}) {
        auto const kind = ascii_lower(attribute);
        if (kind == "uri" || kind == "url" || kind == "ark" || kind == "handle" || kind == "uuid")
            return true;
        if (kind.ends_with("_id") || kind.ends_with("_uri")) return true;
        for (std::string_view const word : {"internal", "unique", "_structure"})
            if (kind.find(word) != std::string::npos) return true;
    }
    return false;
}

}  // namespace

xml::Node number_of(xml::Node did) {
    for (auto number = did.child("unitid"); number; number = number.next("unitid"))
        if (!is_for_programs(number) && !text_of(number).empty()) return number;
    return {};
}

bool is_component(std::string_view name) {
    return name == "c" || (name.size() == 3 && name[0] == 'c' && is_digit(name[1]) && is_digit(name[2]));
}

std::string canonical_level(xml::Node unit) {
    auto level = ascii_lower(unit["level"]);
    if (level == "otherlevel" && !unit["otherlevel"].empty()) level = ascii_lower(unit["otherlevel"]);
    if (level == "recordgrp") return "record-group";
    if (level == "subgrp") return "subgroup";
    if (level.empty()) return unit.local_name() == "archdesc" ? "collection" : "unit";
    return replace_all(level, " ", "-");
}

bool is_aggregate(std::string_view level) {
    static constexpr std::array<std::string_view, 9> names = {"collection", "fonds",    "record-group",
                                                              "class",      "series",   "subseries",
                                                              "subgroup",   "subfonds", "sub-series"};
    return contains(names, level);
}

std::optional<ArchiveLevel> unit_level(xml::Node did, std::string const& level) {
    auto value = text_of(number_of(did));
    // A class without a number is a heading of the finding aid, by which nobody orders a file.
    if (value.empty() && is_aggregate(level) && level != "class") value = title_of(did);
    if (value.empty()) return std::nullopt;
    return ArchiveLevel{level, "", std::move(value)};
}

std::vector<ArchiveLevel> read_containers(xml::Node did) {
    std::vector<ArchiveLevel> containers;
    for (auto const child : did.elements()) {
        if (child.local_name() != "container") continue;
        auto text = text_of(child);
        if (text.empty()) continue;
        auto level =
            read_container(child["type"].empty() ? child["localtype"] : child["type"], std::move(text));
        if (!contains(containers, level)) containers.push_back(std::move(level));
    }
    return containers;
}

}  // namespace fonds::ead
