// Names of CSL-JSON: objects of parts, or written as one text.

#include "base/text.hpp"
#include "format/csl_json.hpp"
#include "format/json_records.hpp"

namespace fonds {
namespace {

struct NamePart {
    std::string_view key;
    std::string Name::*part;
};
constexpr NamePart name_parts[] = {
    {"family", &Name::family},
    {"given", &Name::given},
    {"dropping-particle", &Name::dropping_particle},
    {"non-dropping-particle", &Name::non_dropping_particle},
    {"suffix", &Name::suffix},
    {"literal", &Name::literal},
};
struct NameFlag {
    std::string_view key;
    bool Name::*flag;
};
constexpr NameFlag name_flags[] = {
    {"comma-suffix", &Name::comma_suffix},
    {"static-ordering", &Name::static_ordering},
    {"parse-names", &Name::parse_names},
};

void write_name(json::Writer& out, Name const& name) {
    out.begin_object();
    for (auto const& [key, part] : name_parts)
        if (!(name.*part).empty()) out.plain_key(key).value(name.*part);
    for (auto const& [key, flag] : name_flags)
        if (name.*flag) out.plain_key(key).value(true);
    out.end_object();
}

}  // namespace

Name read_written_name(std::string_view text) {
    text = trim(text);
    Name name;
    auto const bars = text.find("||");
    auto const comma = text.find(',');
    if (bars != std::string_view::npos) {
        name.family = trim(text.substr(0, bars));
        name.given = trim(text.substr(bars + 2));
    } else if (comma != std::string_view::npos && comma > 0 &&
               text.find(',', comma + 1) == std::string_view::npos) {
        name.family = trim(text.substr(0, comma));
        name.given = trim(text.substr(comma + 1));
    } else {
        name.literal = text;
    }
    return name;
}

bool read_csl_name_member(json::Member const& member, Name& name) {
    for (auto const& [key, part] : name_parts) {
        if (member.name != key) continue;
        if (auto const text = member.value.text()) name.*part = trim(*text);
        return member.value.text() || member.value.is_null();
    }
    for (auto const& [key, flag] : name_flags)
        if (member.name == key) {
            name.*flag = member.value.is_true();
            return true;
        }
    return member.value.is_null();
}

void keep_whole(Name& name) {
    if (name.family.empty() || name.family.front() == '"') return;
    name.family = concat("\"", name.family, "\"");
}

Names read_csl_names(json::Value const& value) {
    Names names;
    auto const* array = value.array();
    if (array == nullptr) return names;
    names.reserve(array->size());
    for (auto const& element : *array) {
        Name name;
        if (auto const* members = element.object())
            for (auto const& member : *members) read_csl_name_member(member, name);
        if (!name.empty()) names.push_back(std::move(name));
    }
    return names;
}

void write_csl_names(json::Writer& out, Names const& names) {
    out.begin_array();
    for (auto const& name : names) write_name(out, name);
    out.end_array();
}

}  // namespace fonds
