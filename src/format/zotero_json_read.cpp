// Zotero JSON in: the API's answers, the translators' items and Better BibTeX's exports.

#include "base/diagnostic.hpp"
#include "base/text.hpp"
#include "format/field_text.hpp"
#include "format/json_records.hpp"
#include "format/zotero.hpp"
#include "wire/json.hpp"

namespace fonds {
namespace {

bool is_empty(json::Value const& value) {
    if (value.is_null()) return true;
    if (auto const* boolean = value.boolean()) return !*boolean;
    if (auto const* array = value.array()) return array->empty();
    if (auto const* object = value.object()) return object->empty();
    return trim(value.text().value_or(std::string_view())).empty();
}

class Reader {
  public:
    explicit Reader(std::vector<Diagnostic>& diagnostics) : diagnostics_(diagnostics) {}

    Item read(json::Value const& value) {
        item_type_ = member_text(value, "itemType");
        if (auto const type = zotero::find_type(item_type_)) item_.type = *type;
        else unknown_type(value);
        for (auto const& member : *value.object())
            if (!is_empty(member.value)) read_member(member);
        if (!extra_.empty()) zotero::read_extra(extra_, item_);
        if (item_.id.empty()) item_.id = std::string(item_.text(Variable::citation_key));
        return std::move(item_);
    }

  private:
    void unknown_type(json::Value const& value) {
        diagnostics_.push_back(
            make_diagnostic("unknown-type", Severity::warning, {value.offset(), value.offset() + 1},
                            concat("“", item_type_, "” is no Zotero item type; read as a document")));
        keep("itemType", std::string(item_type_));
    }

    void keep(std::string_view name, std::string value) {
        item_.foreign.push_back({"zotero", std::string(name), std::move(value)});
    }

    void read_member(json::Member const& member) {
        auto const text = member.value.text();
        if (member.name == "itemType") return;
        if (member.name == "key" || member.name == "itemKey" ||
            (member.name == "itemID" && item_.id.empty())) {
            item_.id = std::string(text.value_or(std::string_view()));
        } else if (member.name == "creators" && member.value.array()) {
            for (auto const& creator : *member.value.array()) read_creator(creator);
        } else if (member.name == "tags" && member.value.array()) {
            read_tags(*member.value.array());
        } else if (member.name == "extra" && text) {
            extra_ = std::string(*text);
        } else if (auto const variable = zotero::find_field(member.name, item_type_); variable && text) {
            read_field(*variable, member.name, *text);
        } else {
            keep(member.name, text ? std::string(*text) : one_line(member.value));
        }
    }

    void read_field(Variable variable, std::string_view name, std::string_view text) {
        if (kind_of(variable) == VariableKind::date) {
            if (auto date = zotero::read_date(text); !date.empty())
                item_.dates.set(variable, std::move(date));
        } else if (!set_if_absent(item_, variable, trim(text))) {
            keep(name, std::string(text));
        }
    }

    void read_creator(json::Value const& creator) {
        if (!creator.object()) return;
        Name name;
        name.literal = trim(member_text(creator, "name"));
        name.family = trim(member_text(creator, "lastName"));
        name.given = trim(member_text(creator, "firstName"));
        bool const undivided =
            member_text(creator, "fieldMode") == "1" || (name.given.empty() && !name.family.empty());
        if (undivided && name.literal.empty()) name.literal = std::exchange(name.family, std::string());
        auto const role = member_text(creator, "creatorType");
        if (auto const variable = zotero::find_creator(role)) add_name(item_, *variable, std::move(name));
        else keep(concat("creator/", role), one_line(creator));
    }

    void read_tags(json::Array const& tags) {
        std::vector<std::string> words;
        for (auto const& tag : tags) {
            auto const word = trim(tag.text().value_or(member_text(tag, "tag")));
            if (!word.empty()) words.emplace_back(word);
        }
        if (!words.empty()) item_.texts.set(Variable::keyword, join_keywords(words));
    }

    std::vector<Diagnostic>& diagnostics_;
    Item item_;
    std::string_view item_type_;
    std::string extra_;
};

// The item itself stands in `data` of an API answer; notes and attachments are not references.
void deliver(json::Value const& value, RecordSink const& sink, std::vector<Diagnostic>& diagnostics,
             int depth) {
    if (auto const* items = value.find("items"); items && items->array() && depth == 0) {
        for (auto const& item : *items->array()) deliver(item, sink, diagnostics, 1);
        return;
    }
    auto const* data = value.find("data");
    auto const& record = data && data->object() ? *data : value;
    auto const type = member_text(record, "itemType");
    if (type == "note" || type == "attachment" || type == "annotation") return;
    if (record.object() == nullptr || type.empty()) {
        diagnostics.push_back(
            make_diagnostic("not-a-record", Severity::error, {value.offset(), value.offset() + 1},
                            "a Zotero item must be an object with “itemType”; it is not read"));
        return;
    }
    sink(Reader(diagnostics).read(record));
}

}  // namespace

bool sniff_zotero_json(std::string_view bytes) {
    char const first = first_character(bytes);
    return (first == '[' || first == '{') &&
           bytes.substr(0, 65536).find("\"itemType\"") != std::string_view::npos;
}

std::optional<Error> read_zotero_json_file(std::string_view bytes, ReadOptions const&, RecordSink const& sink,
                                           std::vector<Diagnostic>& diagnostics) {
    std::string storage;
    JsonRecords records;
    records.add = [&](json::Value const& value) { deliver(value, sink, diagnostics, 0); };
    records.is_record = [](json::Value const& value) { return value.find("itemType") || value.find("data"); };
    records.damage = [&](Error const& error) {
        diagnostics.push_back(make_diagnostic("malformed-json", Severity::error,
                                              {error.offset, error.offset + 1},
                                              concat(error.message, behind_damage)));
    };
    return read_json_records(decode_text(bytes, storage, diagnostics), records);
}

}  // namespace fonds
