// Archives as JSON, for programs that ask what fonds knows.
#include <fonds/knowledge.hpp>

#include "wire/json.hpp"

namespace fonds {
namespace {

std::string_view to_string(Hierarchy hierarchy) {
    switch (hierarchy) {
        case Hierarchy::intellectual: return "intellectual";
        case Hierarchy::physical: return "physical";
        case Hierarchy::part: return "part";
    }
    return "";
}

void write_text(json::Writer& out, std::string_view name, std::string_view value) {
    if (!value.empty()) out.member(name, value);
}

void write_name(json::Writer& out, ArchiveName const& name) {
    out.begin_object().member("text", name.text).member("language", name.language);
    if (name.abbreviation) out.member("abbreviation", true);
    if (name.from != 0) out.member("from", name.from);
    if (name.to != 0) out.member("to", name.to);
    out.end_object();
}

void write_levels(json::Writer& out, LevelScheme const& scheme) {
    out.key("levels").begin_array();
    for (auto const& level : scheme.levels) {
        out.begin_object().member("level", level.level);
        out.member("hierarchy", to_string(level.hierarchy)).member("required", level.required);
        out.key("labels").begin_array();
        for (auto const& label : level.labels) out.value(label);
        out.end_array().end_object();
    }
    out.end_array();
}

}  // namespace

std::string archives_json(Knowledge const& knowledge, std::vector<ArchiveMatch> const& matches) {
    json::Writer out(2);
    out.begin_array();
    for (auto const& match : matches) {
        auto const& archive = *match.archive;
        out.begin_object().member("id", archive.id).member("name", archive.name);
        out.member("score", match.score);
        if (match.name) out.member("matched", match.name->text);
        out.key("names").begin_array();
        for (auto const& name : archive.names) write_name(out, name);
        out.end_array();
        write_text(out, "city", archive.city);
        write_text(out, "country", archive.country);
        write_text(out, "isil", archive.isil);
        write_text(out, "parent", archive.parent);
        if (archive.digital) out.member("digital", true);
        write_text(out, "scheme", archive.scheme);
        if (auto const* scheme = knowledge.scheme(archive.scheme)) write_levels(out, *scheme);
        out.end_object();
    }
    out.end_array();
    return std::move(out).text();
}

}  // namespace fonds
