// Variables written as lines in `note`.

#include "format/csl_note.hpp"

#include <algorithm>
#include <fonds/variable.hpp>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "format/csl_json.hpp"

namespace fonds {
namespace {

using Field = std::pair<std::string, std::string>;

// citeproc-js takes `[-_a-z]+` or capitals alone as a name.
std::optional<Field> split_line(std::string_view line) {
    line = trim(line);
    auto const colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0) return std::nullopt;
    auto const name = line.substr(0, colon);
    auto const value = trim(line.substr(colon + 1));
    bool const small = std::all_of(name.begin(), name.end(),
                                   [](char c) { return (c >= 'a' && c <= 'z') || c == '-' || c == '_'; });
    bool const capital = std::all_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if ((!small && !capital) || value.empty()) return std::nullopt;
    return Field(name, value);
}

bool is_known(Field const& field) {
    if (field.first == "type") return find_item_type(field.second).has_value();
    auto const variable = find_variable(field.first);
    return variable && *variable != Variable::note;
}

std::optional<Field> read_line(std::string_view line) {
    auto field = split_line(line);
    return field && is_known(*field) ? field : std::nullopt;
}

// Takes "{:DOI: 10.1/x}" out of a note; gives what is left.
std::string take_braced(std::string_view note, std::vector<Field>& fields) {
    std::string rest;
    std::size_t kept = 0;  // what stands before it is in `rest`, or taken
    for (auto at = note.find("{:"); at != std::string_view::npos; at = note.find("{:", at)) {
        auto const end = note.find('}', at);
        if (end == std::string_view::npos) break;
        if (auto field = read_line(note.substr(at + 2, end - at - 2))) {
            fields.push_back(*std::move(field));
            rest += note.substr(kept, at - kept);
            kept = end + 1;
        }
        at = end;
    }
    return rest.append(note.substr(kept));
}

struct NoteFields {
    std::vector<Field> fields;
    std::string rest;  ///< the note without them
};

NoteFields read_note_fields(std::string_view note) {
    NoteFields result;
    if (note.find(':') == std::string_view::npos) {
        result.rest = note;
        return result;
    }
    auto const lines = split(note, '\n');
    std::vector<std::string> rest;
    bool open = true;  // no line of free text has ended the block yet
    for (std::size_t i = 0; i < lines.size(); ++i) {
        auto field = open ? read_line(lines[i]) : std::nullopt;
        if (field) {
            result.fields.push_back(*std::move(field));
            continue;
        }
        // A line of that form with a name that is no variable stays in the note and ends nothing.
        open = open && ((i == 0 && result.fields.empty()) || split_line(lines[i]).has_value());
        rest.emplace_back(lines[i]);
    }
    result.rest = take_braced(join(rest, "\n"), result.fields);
    if (result.fields.empty()) result.rest = note;
    else result.rest = trim(result.rest);
    return result;
}

// Names stand a line each; false where the item has such names of its own.
bool add_name(Item& item, Variable variable, std::string const& value, std::set<Variable>& names_of_note) {
    auto* names = item.names.find(variable);
    if (names == nullptr) item.names.set(variable, {read_written_name(value)});
    else if (names_of_note.contains(variable)) names->push_back(read_written_name(value));
    else return false;
    names_of_note.insert(variable);
    return true;
}

// What the item has already counts more, but for dates: those of a note are written where a program's own
// field cannot hold them. False: the field stays words.
bool add_note_field(Item& item, Variable variable, std::string const& value,
                    std::set<Variable>& names_of_note) {
    switch (kind_of(variable)) {
        case VariableKind::names: return add_name(item, variable, value, names_of_note);
        case VariableKind::date: {
            auto date = read_csl_date(json::Value(value));
            if (date.empty()) return false;
            item.dates.set(variable, std::move(date));
            return true;
        }
        default:
            if (item.texts.find(variable)) return false;
            item.texts.set(variable, value);
            return true;
    }
}

}  // namespace

void take_note_fields(Item& item) {
    auto const* note = item.texts.find(Variable::note);
    if (note == nullptr) return;
    auto const found = read_note_fields(*note);
    if (found.fields.empty()) return;
    item.texts.erase(Variable::note);
    std::string words;
    std::set<Variable> names_of_note;
    for (auto const& [name, value] : found.fields) {
        if (name == "type") item.type = *find_item_type(value);
        else if (!add_note_field(item, *find_variable(name), value, names_of_note))
            words += concat(name, ": ", value, "\n");
    }
    words += found.rest;
    if (auto const left = trim(words); !left.empty()) item.texts.set(Variable::note, std::string(left));
}

bool has_note_fields(std::string_view note) { return !read_note_fields(note).fields.empty(); }

}  // namespace fonds
