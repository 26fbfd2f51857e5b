// CSL-JSON in: wrong types, old spellings and unknown members are read as far as they can be, and kept.

#include <unordered_set>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "format/csl_json.hpp"
#include "format/csl_note.hpp"
#include "model/csl_fields.hpp"

namespace fonds {
namespace {

std::string one_line(json::Value const& value) {
    json::Writer out;
    out.value(value);
    return std::move(out).text();
}

std::string valid(std::string_view text) {
    return is_valid_utf8(text) ? std::string(text) : repair_utf8(text);
}

bool is_true(json::Value const& value) {
    if (auto const* boolean = value.boolean()) return *boolean;
    auto const text = value.text();
    return text && !text->empty() && *text != "0" && *text != "false";
}

// A name written as one text: "Doe, Jane", "Doe || Jane" (citeproc-js), or an institution.
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

bool read_name_member(json::Member const& member, Name& name) {
    for (auto const& [key, part] : name_parts) {
        if (member.name != key) continue;
        if (auto const text = member.value.text()) name.*part = valid(trim(*text));
        return member.value.text() || member.value.is_null();
    }
    for (auto const& [key, flag] : name_flags)
        if (member.name == key) {
            name.*flag = is_true(member.value);
            return true;
        }
    return member.value.is_null();
}

class Reader {
  public:
    explicit Reader(std::vector<Diagnostic>& diagnostics) : diagnostics_(diagnostics) {}

    Item read(json::Value const& value) {
        auto const* members = value.object();
        if (members == nullptr) {
            report(value.offset(), Severity::error, "not-a-record",
                   "a record must be an object; this is kept as it is");
            keep("", value);
            return std::move(item_);
        }
        for (auto const& member : *members) read_member(member);
        read_note();
        apply_derived();
        return std::move(item_);
    }

  private:
    void report(std::size_t offset, Severity severity, std::string_view rule, std::string message) {
        Diagnostic diagnostic;
        diagnostic.rule = rule;
        diagnostic.severity = severity;
        diagnostic.message = item_.id.empty() ? std::move(message) : concat("“", item_.id, "”: ", message);
        diagnostic.span = {offset, offset + 1};
        diagnostics_.push_back(std::move(diagnostic));
    }

    void keep(std::string_view name, json::Value const& value) {
        item_.foreign.push_back({"csl-json", std::string(name), one_line(value)});
    }

    void read_member(json::Member const& member) {
        if (member.value.is_null()) return;
        if (member.name == "id")
            read_id(member);
        else if (member.name == "type")
            read_type(member);
        else if (member.name == "custom")
            read_custom(member);
        else if (auto const variable = find_variable(member.name))
            read_variable(*variable, member);
        else
            keep(member.name, member.value);
    }

    void read_id(json::Member const& member) {
        if (auto const text = member.value.text())
            item_.id = valid(*text);
        else
            keep(member.name, member.value);
    }

    void read_type(json::Member const& member) {
        auto const text = member.value.text().value_or(std::string_view());
        auto type = find_item_type(text);
        for (auto const& [from, to] : {std::pair("_", "-"), std::pair("-", "_")})
            if (!type) type = find_item_type(replace_all(text, from, to));
        if (type) {
            item_.type = *type;
            return;
        }
        report(member.offset, Severity::warning, "unknown-type",
               concat("“", text, "” is no CSL type; read as a document, and kept"));
        keep("custom/type", member.value);
    }

    void read_variable(Variable variable, json::Member const& member) {
        bool repeated = false;
        switch (kind_of(variable)) {
            case VariableKind::names: {
                repeated = item_.names.find(variable) != nullptr;
                auto names = read_names(member.name, member.value);
                if (!names.empty()) item_.names.set(variable, std::move(names));
                break;
            }
            case VariableKind::date: {
                repeated = item_.dates.find(variable) != nullptr;
                auto date = read_csl_date(member.value);
                if (!date.empty())
                    item_.dates.set(variable, std::move(date));
                else if (one_line(member.value).find_first_of("0123456789") != std::string::npos)
                    wrong(member, "a date");
                break;
            }
            default:
                repeated = item_.texts.find(variable) != nullptr;
                read_text(variable, member);
        }
        if (repeated)
            report(member.offset, Severity::error, "duplicate-field",
                   concat("“", member.name, "” stands twice; the last one counts"));
    }

    void wrong(json::Member const& member, std::string_view wanted) {
        report(member.offset, Severity::warning, "wrong-type",
               concat("“", member.name, "” is not ", wanted, "; kept as it is"));
        keep(concat("custom/", member.name), member.value);
    }

    void read_text(Variable variable, json::Member const& member) {
        std::string text;
        if (auto const written = member.value.text()) {
            text = valid(*written);
        } else if (auto const* boolean = member.value.boolean()) {
            text = *boolean ? "true" : "";
        } else if (auto const* array = member.value.array()) {
            // "title": ["…"], "ISSN": ["…", "…"]: the form of Crossref's own records.
            for (auto const& element : *array) {
                if (!element.text()) return wrong(member, "a text");
                if (!text.empty()) text += variable == Variable::keyword ? ", " : "; ";
                text += valid(*element.text());
            }
        } else {
            return wrong(member, "a text");
        }
        if (!trim(text).empty()) item_.texts.set(variable, std::move(text));
    }

    Name read_name(std::string_view place, json::Value const& value) {
        if (auto const text = value.text()) return read_written_name(valid(*text));
        Name name;
        if (auto const* members = value.object())
            for (auto const& member : *members)
                if (!read_name_member(member, name) && member.name != "isInstitution")
                    keep(concat("custom/", place, "/", member.name), member.value);
        return name;
    }

    Names read_names(std::string_view key, json::Value const& value) {
        Names names;
        auto const add = [&](json::Value const& element) {
            auto name = read_name(concat(key, "/", std::to_string(names.size())), element);
            if (!name.empty()) names.push_back(std::move(name));
        };
        if (auto const* array = value.array())
            for (auto const& element : *array) add(element);
        else
            add(value);
        return names;
    }

    void read_custom(json::Member const& member) {
        auto const* members = member.value.object();
        if (members == nullptr) return keep("custom", member.value);
        for (auto const& own : *members) {
            if (own.name == "fonds" && own.value.object())
                for (auto const& inner : *own.value.object()) read_fonds(inner);
            else
                keep(concat("custom/", own.name), own.value);
        }
    }

    void read_fonds(json::Member const& member) {
        if (read_reference_member(member, item_.reference)) return;
        auto const* object = member.value.object();
        auto const* array = member.value.array();
        if (member.name == "derived" && array)
            derived_ = *array;
        else if (member.name == "dates" && object)
            dates_ = *object;
        else if (member.name == "variables" && object)
            for (auto const& variable : *object) read_member(variable);
        else if (member.name == "foreign" && array)
            for (auto const& field : *array) read_foreign(field);
        else if (member.name == "note")
            plain_note_ = true;
        else
            keep(concat("custom/fonds/", member.name), member.value);
    }

    void read_foreign(json::Value const& field) {
        auto const text = [&](std::string_view name) {
            auto const* value = field.find(name);
            return std::string(value ? value->text().value_or(std::string_view()) : std::string_view());
        };
        item_.foreign.push_back({text("format"), text("name"), text("value")});
    }

    // Lines like "original-date: 1961" in the note; what the record says elsewhere has precedence.
    void read_note() {
        auto const* note = item_.texts.find(Variable::note);
        if (note == nullptr || plain_note_) return;
        auto const found = read_note_fields(*note);
        if (found.fields.empty()) return;
        item_.texts.erase(Variable::note);
        if (!found.rest.empty()) item_.texts.set(Variable::note, found.rest);
        for (auto const& [name, value] : found.fields) add_note_field(name, value);
    }

    void add_note_field(std::string const& name, std::string const& value) {
        if (name == "type") {
            item_.type = *find_item_type(value);
            return;
        }
        auto const variable = *find_variable(name);
        switch (kind_of(variable)) {
            case VariableKind::names:
                if (auto const* names = item_.names.find(variable); names && !note_names_.contains(name))
                    return;
                note_names_.insert(name);
                if (auto* names = item_.names.find(variable))
                    names->push_back(read_written_name(value));
                else
                    item_.names.set(variable, {read_written_name(value)});
                break;
            case VariableKind::date:
                if (auto date = read_csl_date(json::Value(value));
                    !item_.dates.find(variable) && !date.empty())
                    item_.dates.set(variable, std::move(date));
                break;
            default:
                if (!item_.texts.find(variable)) item_.texts.set(variable, value);
        }
    }

    // What was filled from the reference is not the item's own, unless somebody has changed it since.
    void apply_derived() {
        apply_dates();
        if (derived_.empty()) return;
        Item without = item_;
        std::vector<Variable> variables;
        for (auto const& name : derived_)
            if (auto const variable = find_variable(name.text().value_or(std::string_view()))) {
                variables.push_back(*variable);
                without.texts.erase(*variable);
                without.names.erase(*variable);
            }
        if (variables.empty()) return;
        auto const check = [&](Variable variable, auto& values, auto const& filled) {
            for (auto const& [name, value] : filled)
                if (name == variable && values.find(variable)) {
                    if (*values.find(variable) == value)
                        values.erase(variable);
                    else
                        changed(variable);
                }
        };
        auto const texts = derived_texts(without);
        auto const names = derived_names(without);
        for (auto const variable : variables) {
            check(variable, item_.texts, texts);
            check(variable, item_.names, names);
        }
    }

    void apply_dates() {
        for (auto const& member : dates_) {
            auto const variable = find_variable(member.name);
            if (!variable || kind_of(*variable) != VariableKind::date) continue;
            auto const text = [&](std::string_view name) {
                auto const* value = member.value.find(name);
                return std::string(value ? value->text().value_or(std::string_view()) : std::string_view());
            };
            auto const* visible = item_.dates.find(*variable);
            auto full = parse_edtf(text("edtf"));
            if (!full && visible) full = *visible;
            if (!full) continue;
            full->raw = text("raw");
            if (visible && csl_date_projection(*visible) != csl_date_projection(*full))
                changed(*variable);
            else
                item_.dates.set(*variable, *full);
        }
    }

    void changed(Variable variable) {
        report(0, Severity::warning, "lossless-conflict",
               concat("“", to_string(variable),
                      "” differs from custom.fonds beside it; what can be seen counts"));
    }

    std::vector<Diagnostic>& diagnostics_;
    Item item_;
    json::Array derived_;
    json::Object dates_;
    std::unordered_set<std::string> note_names_;
    bool plain_note_ = false;
};

}  // namespace

Names read_csl_names(json::Value const& value) {
    Names names;
    auto const* array = value.array();
    if (array == nullptr) return names;
    for (auto const& element : *array) {
        Name name;
        if (auto const* members = element.object())
            for (auto const& member : *members) read_name_member(member, name);
        if (!name.empty()) names.push_back(std::move(name));
    }
    return names;
}

Item read_csl_json(json::Value const& value, std::vector<Diagnostic>& diagnostics) {
    return Reader(diagnostics).read(value);
}

}  // namespace fonds
