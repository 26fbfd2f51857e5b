// CSL-JSON in: wrong types, old spellings and unknown members are read as far as they can be, and kept.

#include <array>
#include <optional>
#include <utility>

#include "base/diagnostic.hpp"
#include "base/text.hpp"
#include "format/csl_json.hpp"
#include "format/csl_note.hpp"
#include "format/json_records.hpp"
#include "format/zotero.hpp"

namespace fonds {
namespace {

// The types of Crossref's records, which stand in files that were fetched by DOI.
constexpr auto crossref_types = std::to_array<std::pair<std::string_view, ItemType>>({
    {"journal-article", ItemType::article_journal},
    {"book-chapter", ItemType::chapter},
    {"book-section", ItemType::chapter},
    {"monograph", ItemType::book},
    {"edited-book", ItemType::book},
    {"reference-book", ItemType::book},
    {"reference-entry", ItemType::entry_encyclopedia},
    {"proceedings", ItemType::book},
    {"proceedings-article", ItemType::paper_conference},
    {"dissertation", ItemType::thesis},
    {"posted-content", ItemType::article},
    {"peer-review", ItemType::review},
    {"journal", ItemType::periodical},
});

// The type by the words of other programs.
std::optional<ItemType> find_other_type(std::string_view text) {
    for (auto const& [name, type] : crossref_types)
        if (name == text) return type;
    return zotero::find_type(text);
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
        item_.texts.reserve(members->size());
        for (auto const& member : *members) read_member(member);
        if (!plain_note_) take_note_fields(item_);
        apply_supplement();
        return std::move(item_);
    }

  private:
    void report(std::size_t offset, Severity severity, std::string_view rule, std::string message) {
        if (!item_.id.empty()) message = concat("“", item_.id, "”: ", message);
        diagnostics_.push_back(make_diagnostic(rule, severity, {offset, offset + 1}, std::move(message)));
    }

    void keep(std::string_view name, json::Value const& value) {
        item_.foreign.push_back({"csl-json", std::string(name), one_line(value)});
    }

    void read_member(json::Member const& member) {
        if (member.value.is_null()) return;
        if (member.name == "id") read_id(member);
        else if (member.name == "type") read_type(member);
        else if (member.name == "custom") read_custom(member);
        else if (auto const variable = find_variable(member.name);
                 variable && !is_repeated_old(*variable, member))
            read_variable(*variable, member);
        else keep(member.name, member.value);
    }

    // Programs write a variable under its old name beside the new one, which counts.
    [[nodiscard]] bool is_repeated_old(Variable variable, json::Member const& member) const {
        return member.name != to_string(variable) &&
               (item_.texts.find(variable) || item_.names.find(variable));
    }

    void read_id(json::Member const& member) {
        if (auto const text = member.value.text()) item_.id = *text;
        else keep(member.name, member.value);
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
        if (auto const other = find_other_type(text)) {
            item_.type = *other;
            return report(member.offset, Severity::note, "unknown-type",
                          concat("“", text, "” is no CSL type; read as “", to_string(*other), "”"));
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
                if (!date.empty()) item_.dates.set(variable, std::move(date));
                else if (one_line(member.value).find_first_of("0123456789") != std::string::npos)
                    wrong(member, "a date");
                break;
            }
            default: repeated = item_.texts.find(variable) != nullptr; read_text(variable, member);
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
            text = *written;
        } else if (auto const* boolean = member.value.boolean()) {
            text = *boolean ? "true" : "";
        } else if (auto const* array = member.value.array()) {
            // "title": ["…"], "ISSN": ["…", "…"]: the form of Crossref's own records.
            for (auto const& element : *array) {
                if (!element.text()) return wrong(member, "a text");
                if (!text.empty()) text += variable == Variable::keyword ? ", " : "; ";
                text += *element.text();
            }
        } else {
            return wrong(member, "a text");
        }
        if (!trim(text).empty()) item_.texts.set(variable, std::move(text));
    }

    // `index`: which of the names of the member `key` it is.
    void read_name(std::string_view key, std::size_t index, json::Value const& value, Name& name) {
        if (auto const text = value.text()) name = read_written_name(*text);
        auto const* members = value.object();
        if (!members) return;
        auto whole = false, institution = false;
        for (auto const& member : *members) {
            auto const unparsed = member.name == "parse-names" && !member.value.is_true();
            if (!unparsed && read_csl_name_member(member, name)) continue;
            if (member.name == "isInstitution") {
                institution = member.value.is_true();
                continue;
            }
            if (unparsed || (member.name == "static-particles" && member.value.is_true())) whole = true;
            keep(concat("custom/", key, "/", std::to_string(index), "/", member.name), member.value);
        }
        if (whole) keep_whole(name);
        if (institution && name.given.empty() && name.literal.empty())
            name.literal = std::exchange(name.family, {});
    }

    Names read_names(std::string_view key, json::Value const& value) {
        Names names;
        auto const add = [&](json::Value const& element) {
            auto& name = names.emplace_back();
            read_name(key, names.size() - 1, element, name);
            if (name.empty()) names.pop_back();
        };
        if (auto const* array = value.array()) {
            names.reserve(array->size());
            for (auto const& element : *array) add(element);
        } else {
            add(value);
        }
        return names;
    }

    void read_custom(json::Member const& member) {
        auto const* members = member.value.object();
        if (members == nullptr) return keep("custom", member.value);
        for (auto const& own : *members) {
            if (own.name == "fonds" && own.value.object())
                for (auto const& inner : *own.value.object()) read_fonds(inner);
            else keep(concat("custom/", own.name), own.value);
        }
    }

    void read_fonds(json::Member const& member) {
        if (read_reference_member(member, item_.reference)) return;
        auto const* object = member.value.object();
        auto const* array = member.value.array();
        if (member.name == "derived" && array) supplement_.derived = *array;
        else if (member.name == "dates" && object) supplement_.dates = *object;
        else if (member.name == "variables" && object)
            for (auto const& variable : *object) read_member(variable);
        else if (member.name == "foreign" && array)
            for (auto const& field : *array) read_foreign(field);
        else if (member.name == "note") plain_note_ = true;
        else keep(concat("custom/fonds/", member.name), member.value);
    }

    void read_foreign(json::Value const& field) {
        auto const text = [&](std::string_view name) { return std::string(member_text(field, name)); };
        item_.foreign.push_back({text("format"), text("name"), text("value")});
    }

    void apply_supplement() {
        for (auto const variable : apply_csl_supplement(supplement_, item_))
            report(0, Severity::warning, "lossless-conflict",
                   concat("“", to_string(variable),
                          "” differs from custom.fonds beside it; what can be seen counts"));
    }

    std::vector<Diagnostic>& diagnostics_;
    Item item_;
    CslSupplement supplement_;
    bool plain_note_ = false;
};

}  // namespace

Item read_csl_json(json::Value const& value, std::vector<Diagnostic>& diagnostics, std::size_t base) {
    auto const known = diagnostics.size();
    auto item = Reader(diagnostics).read(value);
    for (auto at = known; at < diagnostics.size(); ++at) {
        diagnostics[at].span.begin += base;
        diagnostics[at].span.end += base;
    }
    return item;
}

}  // namespace fonds
