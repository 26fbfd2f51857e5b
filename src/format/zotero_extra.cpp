// Zotero's Extra field and dates.

#include <algorithm>

#include "base/text.hpp"
#include "format/field_text.hpp"
#include "format/zotero.hpp"

namespace fonds::zotero {
namespace {

// "Original Date" and "original-date" alike; Zotero's own labels count as well as CSL's names.
std::optional<Variable> find_label(std::string_view label) {
    if (auto const exact = find_variable(label)) return exact;
    auto name = ascii_lower(label);
    for (auto const& [from, to] : {std::pair(" ", "-"), std::pair(" ", "_"), std::pair("-", "_")})
        if (auto const variable = find_variable(replace_all(name, from, to))) return variable;
    if (auto const variable = find_variable(ascii_upper(label))) return variable;
    for (std::size_t at = name.find(' '); at != std::string::npos; at = name.find(' ')) {
        name.erase(at, 1);
        if (at < name.size()) name[at] = ascii_upper(name[at]);
    }
    if (auto const field = find_field(name, "")) return field;
    return find_creator(name);
}

bool is_label(std::string_view text) {
    return !text.empty() && text.size() < 40 && std::all_of(text.begin(), text.end(), [](char c) {
        return is_ascii_letter(c) || c == ' ' || c == '-' || c == '_';
    });
}

Name read_name(std::string_view text) {
    auto const bars = text.find("||");
    if (bars == std::string_view::npos) return read_inverted_name(text);
    Name name;
    name.family = trim(text.substr(0, bars));
    name.given = trim(text.substr(bars + 2));
    return name;
}

bool take(std::string_view label, std::string_view value, Item& item) {
    if (ascii_lower(label) == "type") {
        auto type = find_item_type(value);
        if (!type) type = find_type(value);
        if (type) item.type = *type;
        return type.has_value();
    }
    auto const variable = find_label(label);
    if (!variable || *variable == Variable::note) return false;
    switch (kind_of(*variable)) {
        case VariableKind::names: add_name(item, *variable, read_name(value)); return true;
        case VariableKind::date: {
            auto date = read_date(value);
            if (date.empty() || item.dates.find(*variable)) return false;
            item.dates.set(*variable, std::move(date));
            return true;
        }
        default: return set_if_absent(item, *variable, value);
    }
}

}  // namespace

Date read_date(std::string_view text) {
    text = trim(text);
    // The multipart form of Zotero's database: a sort key, then what the user wrote.
    bool const key = text.size() > 11 && text[4] == '-' && text[7] == '-' && text[10] == ' ' &&
                     is_all_digits(text.substr(0, 4)) && is_all_digits(text.substr(5, 2)) &&
                     is_all_digits(text.substr(8, 2));
    // An access date with a time of day: "2012-09-05 00:02:59", "2012-09-05T00:02:59Z".
    bool const time = text.size() > 13 && text[4] == '-' && text[7] == '-' &&
                      (text[10] == ' ' || text[10] == 'T') && text[13] == ':';
    if (key && !time) text = trim(text.substr(11));
    return read_date_text(time ? text.substr(0, 10) : text);
}

void read_extra(std::string_view extra, Item& item) {
    std::vector<std::string> rest;
    for (auto const line : split(extra, '\n')) {
        auto const colon = line.find(':');
        auto const label = trim(line.substr(0, colon));
        auto const value =
            colon == std::string_view::npos ? std::string_view() : trim(line.substr(colon + 1));
        if (!value.empty() && is_label(label) && take(label, value, item)) continue;
        rest.emplace_back(line);
    }
    auto const note = join(rest, "\n");
    if (auto const content = trim(note); !content.empty()) append_text(item, Variable::note, content, "\n");
}

}  // namespace fonds::zotero
