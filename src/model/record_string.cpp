// The lossless field as text.

#include "model/record_string.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "base/contains.hpp"
#include "base/number.hpp"
#include "base/text.hpp"

namespace fonds {
namespace {

constexpr std::string_view version = "fonds1";
constexpr std::string_view reserved = "%;|,={}\\\"<>&";

bool must_escape(std::string_view text, std::size_t at) {
    char const c = text[at];
    if (c == ' ') return at == 0 || at + 1 == text.size() || text[at - 1] == ' ';
    auto const byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F || reserved.find(c) != std::string_view::npos;
}

void append_value(std::string& out, std::string_view text) {
    static constexpr std::string_view digits = "0123456789ABCDEF";
    for (std::size_t at = 0; at < text.size(); ++at) {
        auto const byte = static_cast<unsigned char>(text[at]);
        if (must_escape(text, at)) {
            out += '%';
            out += digits[byte >> 4];
            out += digits[byte & 15];
        } else {
            out += text[at];
        }
    }
}

int hex_digit(char c) {
    if (is_digit(c)) return c - '0';
    char const small = ascii_lower(c);
    return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

std::string unescape(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        int const high = text[at] == '%' && at + 2 < text.size() ? hex_digit(text[at + 1]) : -1;
        int const low = high >= 0 ? hex_digit(text[at + 2]) : -1;
        if (low >= 0) {
            out += static_cast<char>(high * 16 + low);
            at += 2;
        } else {
            out += text[at];
        }
    }
    return out;
}

// Parts joined by `separator`, empty ones at the end left out.
std::string join_parts(std::span<std::string const> parts, char separator) {
    std::string out;
    std::size_t count = parts.size();
    while (count > 0 && parts[count - 1].empty()) --count;
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0) out += separator;
        append_value(out, parts[i]);
    }
    return out;
}

std::vector<std::string> split_parts(std::string_view text, char separator, std::size_t least) {
    std::vector<std::string> parts;
    for (auto const part : split(text, separator)) parts.push_back(unescape(part));
    if (parts.size() < least) parts.resize(least);
    return parts;
}

struct TextKey {
    std::string_view key;
    std::string ArchivalReference::*part;
};
constexpr std::array reference_keys = {
    TextKey{"repo", &ArchivalReference::repository},
    TextKey{"repo-id", &ArchivalReference::repository_id},
    TextKey{"place", &ArchivalReference::place},
    TextKey{"host", &ArchivalReference::digital_archive},
    TextKey{"doc", &ArchivalReference::document_id},
    TextKey{"coll", &ArchivalReference::collection_id},
    TextKey{"note", &ArchivalReference::provenance_note},
};
constexpr std::array<std::string_view, 8> other_keys = {"by",      "id",    "type",  "drop",
                                                        "foreign", "noref", "level", ""};

bool is_reserved(std::string_view level) {
    return level.starts_with('.') || level.starts_with("level:") || contains(other_keys, level) ||
           std::any_of(reference_keys.begin(), reference_keys.end(),
                       [&](TextKey const& key) { return key.key == level; });
}

std::string_view hierarchy_name(Hierarchy hierarchy) {
    if (hierarchy == Hierarchy::physical) return "physical";
    return hierarchy == Hierarchy::part ? "part" : "";
}

std::string write_name(Name const& name) {
    std::string flags;
    if (name.comma_suffix) flags += 'c';
    if (name.static_ordering) flags += 's';
    if (name.parse_names) flags += 'p';
    std::array<std::string, 7> const parts = {
        name.family,  name.given, name.dropping_particle, name.non_dropping_particle, name.suffix,
        name.literal, flags};
    return join_parts(parts, ',');
}

Name read_name(std::string_view text) {
    auto const parts = split_parts(text, ',', 7);
    Name name{parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], false, false, false};
    name.comma_suffix = parts[6].find('c') != std::string::npos;
    name.static_ordering = parts[6].find('s') != std::string::npos;
    name.parse_names = parts[6].find('p') != std::string::npos;
    return name;
}

std::string write_names(Names const& names) {
    std::string out;
    for (auto const& name : names) {
        if (!out.empty()) out += '|';
        out += write_name(name);
    }
    return out;
}

Names read_names(std::string_view text) {
    Names names;
    for (auto const part : split(text, '|')) {
        auto name = read_name(part);
        if (!name.empty()) names.push_back(std::move(name));
    }
    return names;
}

std::string write_point(DatePoint point) {
    return concat(std::to_string(point.year), ".", std::to_string(point.month), ".",
                  std::to_string(point.day), ".", std::to_string(point.season));
}

DatePoint read_point(std::string_view text) {
    std::array<int, 4> numbers{};
    auto const parts = split(text, '.');
    for (std::size_t i = 0; i < numbers.size() && i < parts.size(); ++i)
        numbers[i] = leading_number(parts[i]);
    return {numbers[0], numbers[1], numbers[2], numbers[3]};
}

std::string write_date(Date const& date) {
    auto plain = date;
    plain.raw.clear();
    auto const edtf = to_edtf(plain);
    std::array<std::string, 4> parts = {edtf, date.raw, "", ""};
    if (edtf.empty() || parse_edtf(edtf) != plain) {
        // Not through append_value: `=` marks this form.
        std::string out = concat("=", write_point(date.start));
        if (date.end) out += "/" + write_point(*date.end);
        std::string const flags = concat(date.circa ? "c" : "", date.uncertain ? "u" : "");
        parts = {"", date.raw, date.literal, flags};
        return out + join_parts(parts, '|');
    }
    return join_parts(parts, '|');
}

Date read_date(std::string_view text) {
    auto const parts = split_parts(text, '|', 4);
    Date date;
    if (!text.starts_with('=')) {
        date = parse_edtf(parts[0]).value_or(Date{});
    } else {
        auto const points = split(std::string_view(parts[0]).substr(1), '/');
        date.start = read_point(points[0]);
        if (points.size() > 1) date.end = read_point(points[1]);
        date.literal = parts[2];
        date.circa = parts[3].find('c') != std::string::npos;
        date.uncertain = parts[3].find('u') != std::string::npos;
    }
    date.raw = parts[1];
    return date;
}

class Writer {
  public:
    // `content` is escaped already.
    void add_raw(std::string_view key, std::string_view content) {
        out_ += ';';
        append_value(out_, key);
        out_ += '=';
        out_ += content;
    }
    void add_text(std::string_view key, std::string_view text) {
        std::string content;
        append_value(content, text);
        add_raw(key, content);
    }
    void add(std::string_view key, std::string_view text) {
        if (!text.empty()) add_text(key, text);
    }
    void add(ArchivalReference const& reference) {
        if (reference.empty()) return add("noref", "1");
        for (auto const& [key, part] : reference_keys) {
            if (key == "host") add_levels(reference);
            add(key, reference.*part);
        }
        for (auto const& provenance : reference.provenance) {
            std::array<std::string, 2> const parts = {provenance.role, provenance.project};
            std::string content;
            append_value(content, parts[0]);
            content += '|';
            append_value(content, parts[1]);
            for (auto const& name : provenance.names) content += "|" + write_name(name);
            add_raw("by", content);
        }
    }
    std::string take() { return std::move(out_); }

  private:
    void add_levels(ArchivalReference const& reference) {
        for (auto const& level : reference.levels) {
            std::array<std::string, 3> const parts = {level.value, level.label,
                                                      std::string(hierarchy_name(level.hierarchy))};
            auto const name = is_reserved(level.level) ? "level:" + level.level : level.level;
            add_raw(name, join_parts(parts, '|'));
        }
    }
    std::string out_{version};
};

bool read_reference_key(std::string_view key, std::string_view text, ArchivalReference& reference) {
    for (auto const& [name, part] : reference_keys)
        if (key == name) {
            reference.*part = unescape(text);
            return true;
        }
    if (key != "by") return false;
    auto const pieces = split(text, '|');
    Provenance provenance;
    provenance.role = unescape(pieces[0]);
    if (pieces.size() > 1) provenance.project = unescape(pieces[1]);
    for (std::size_t i = 2; i < pieces.size(); ++i) provenance.names.push_back(read_name(pieces[i]));
    reference.provenance.push_back(std::move(provenance));
    return true;
}

void read_variable(std::string_view name, std::string_view text, RecordPatch& patch) {
    auto const variable = find_variable(name);
    if (!variable) return;
    switch (kind_of(*variable)) {
        case VariableKind::names:
            if (auto names = read_names(text); !names.empty()) patch.names.set(*variable, std::move(names));
            break;
        case VariableKind::date:
            if (auto date = read_date(text); !date.empty()) patch.dates.set(*variable, std::move(date));
            break;
        default:
            if (auto value = unescape(text); !value.empty()) patch.texts.set(*variable, std::move(value));
    }
}

void read_foreign(std::string_view text, RecordPatch& patch) {
    if (!patch.foreign) patch.foreign.emplace();
    auto parts = split_parts(text, '|', 3);
    if (parts[0].empty() && parts[1].empty()) return;
    patch.foreign->push_back({std::move(parts[0]), std::move(parts[1]), std::move(parts[2])});
}

bool read_item_key(std::string_view key, std::string_view text, RecordPatch& patch) {
    if (key == "id") patch.id = unescape(text);
    else if (key == "type") patch.type = find_item_type(unescape(text));
    else if (key == "foreign") read_foreign(text, patch);
    else if (key.starts_with('.')) read_variable(key.substr(1), text, patch);
    else if (key == "drop")
        for (auto const name : split(text, ',')) {
            if (auto const variable = find_variable(name)) patch.dropped.push_back(*variable);
        }
    else return false;
    return true;
}

ArchiveLevel read_level(std::string_view key, std::string_view text) {
    auto parts = split_parts(text, '|', 3);
    if (key.starts_with("level:")) key.remove_prefix(6);
    ArchiveLevel level{std::string(key), std::move(parts[1]), std::move(parts[0])};
    if (parts[2] == "physical") level.hierarchy = Hierarchy::physical;
    if (parts[2] == "part") level.hierarchy = Hierarchy::part;
    return level;
}

}  // namespace

std::string write_record_string(RecordPatch const& patch) {
    Writer out;
    if (patch.reference) out.add(*patch.reference);
    if (patch.id) out.add_text("id", *patch.id);
    if (patch.type) out.add("type", to_string(*patch.type));
    for (auto const& [variable, text] : patch.texts) out.add(concat(".", to_string(variable)), text);
    for (auto const& [variable, names] : patch.names)
        out.add_raw(concat(".", to_string(variable)), write_names(names));
    for (auto const& [variable, date] : patch.dates)
        out.add_raw(concat(".", to_string(variable)), write_date(date));
    std::vector<std::string> dropped;
    for (auto const variable : patch.dropped) dropped.emplace_back(to_string(variable));
    if (!dropped.empty()) out.add_raw("drop", join(dropped, ","));
    if (patch.foreign && patch.foreign->empty()) out.add_raw("foreign", "");
    if (patch.foreign)
        for (auto const& field : *patch.foreign) {
            std::array<std::string, 3> const parts = {field.format, field.name, field.value};
            out.add_raw("foreign", join_parts(parts, '|'));
        }
    return out.take();
}

std::string write_record_string(ArchivalReference const& reference) {
    RecordPatch patch;
    patch.reference = reference;
    return write_record_string(patch);
}

bool is_record_string(std::string_view text) {
    text = trim(text);
    auto const head = trim(text.substr(0, text.find(';')));
    return head.starts_with("fonds") && is_all_digits(head.substr(5)) && head.size() < 9;
}

std::optional<RecordPatch> parse_record_string(std::string_view text) {
    auto const pieces = split(trim(text), ';');
    if (trim(pieces[0]) != version) return std::nullopt;
    RecordPatch patch;
    ArchivalReference reference;
    bool none = false;
    for (std::size_t i = 1; i < pieces.size(); ++i) {
        auto const piece = trim(pieces[i]);
        auto const equals = piece.find('=');
        if (equals == std::string_view::npos) continue;
        auto const key = unescape(piece.substr(0, equals));
        auto const content = piece.substr(equals + 1);
        if (key == "noref") none = true;
        else if (!read_item_key(key, content, patch) && !read_reference_key(key, content, reference))
            reference.levels.push_back(read_level(key, content));
    }
    if (none || !reference.empty()) patch.reference = std::move(reference);
    return patch;
}

}  // namespace fonds
