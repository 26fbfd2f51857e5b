// The archival reference in `custom.fonds`.

#include <array>

#include "format/csl_json.hpp"
#include "format/json_records.hpp"

namespace fonds {
namespace {

struct TextMember {
    std::string_view name;
    std::string ArchivalReference::*text;
};

constexpr auto text_members = std::to_array<TextMember>({
    {"repository", &ArchivalReference::repository},
    {"repository_id", &ArchivalReference::repository_id},
    {"place", &ArchivalReference::place},
    {"digital_archive", &ArchivalReference::digital_archive},
    {"document_id", &ArchivalReference::document_id},
    {"collection_id", &ArchivalReference::collection_id},
    {"provenance_note", &ArchivalReference::provenance_note},
});

void member_unless_empty(json::Writer& out, std::string_view name, std::string_view text) {
    if (!text.empty()) out.member(name, text);
}

void write_level(json::Writer& out, ArchiveLevel const& level) {
    out.begin_object();
    member_unless_empty(out, "level", level.level);
    member_unless_empty(out, "label", level.label);
    member_unless_empty(out, "value", level.value);
    if (level.hierarchy != Hierarchy::intellectual)
        out.member("hierarchy", level.hierarchy == Hierarchy::physical ? "physical" : "part");
    out.end_object();
}

ArchiveLevel read_level(json::Value const& value) {
    ArchiveLevel level;
    level.level = member_text(value, "level");
    level.label = member_text(value, "label");
    level.value = member_text(value, "value");
    auto const hierarchy = member_text(value, "hierarchy");
    if (hierarchy == "physical") level.hierarchy = Hierarchy::physical;
    if (hierarchy == "part") level.hierarchy = Hierarchy::part;
    return level;
}

}  // namespace

void write_reference_members(json::Writer& out, ArchivalReference const& reference) {
    for (auto const& member : text_members) member_unless_empty(out, member.name, reference.*member.text);
    if (!reference.levels.empty()) {
        out.key("levels").begin_array();
        for (auto const& level : reference.levels) write_level(out, level);
        out.end_array();
    }
    if (reference.provenance.empty()) return;
    out.key("provenance").begin_array();
    for (auto const& provenance : reference.provenance) {
        out.begin_object();
        member_unless_empty(out, "role", provenance.role);
        member_unless_empty(out, "project", provenance.project);
        if (!provenance.names.empty()) write_csl_names(out.key("names"), provenance.names);
        out.end_object();
    }
    out.end_array();
}

bool read_reference_member(json::Member const& member, ArchivalReference& reference) {
    for (auto const& known : text_members) {
        if (known.name != member.name) continue;
        if (!member.value.text()) return false;
        reference.*known.text = *member.value.text();
        return true;
    }
    auto const* array = member.value.array();
    if (array == nullptr) return false;
    if (member.name == "levels") {
        for (auto const& value : *array) reference.levels.push_back(read_level(value));
        return true;
    }
    if (member.name != "provenance") return false;
    for (auto const& value : *array) {
        auto& provenance = reference.provenance.emplace_back();
        provenance.role = member_text(value, "role");
        provenance.project = member_text(value, "project");
        if (auto const* names = value.find("names")) provenance.names = read_csl_names(*names);
    }
    return true;
}

}  // namespace fonds
