// CSL-JSON out, valid against csl-data.json of CSL 1.0.2.

#include <algorithm>

#include "format/csl_json.hpp"
#include "format/csl_note.hpp"
#include "format/lossless.hpp"
#include "format/record_ids.hpp"
#include "model/csl_fields.hpp"

namespace fonds {
namespace {

// The schema's name of a variable (it has older names for three); empty where it has none at all.
std::string_view schema_name(Variable variable) {
    switch (variable) {
        case Variable::part_number: return "part";
        case Variable::printing_number: return "printing";
        case Variable::supplement_number: return "supplement";
        case Variable::editor_translator:
        case Variable::license: return {};
        default: return to_string(variable);
    }
}

void write_point(json::Writer& out, DatePoint point) {
    out.begin_array().value(point.year);
    if (point.month != 0) out.value(point.month);
    if (point.month != 0 && point.day != 0) out.value(point.day);
    out.end_array();
}

void write_raw(json::Writer& out, std::string const& raw) {
    auto const value = json::read(raw);
    if (value) out.value(*value);
    else out.value(raw);
}

// Foreign fields of CSL-JSON itself lie where they were: at the top, or in `custom`.
constexpr std::string_view custom_prefix = "custom/";
bool is_own(ForeignField const& field) { return field.format == "csl-json"; }
bool is_custom(ForeignField const& field) { return field.name.starts_with(custom_prefix); }

struct Derived {
    std::vector<std::pair<Variable, std::string>> texts;
    std::vector<std::pair<Variable, Names>> names;
};

void write_derived_names(json::Writer& out, Derived const& derived) {
    if (derived.texts.empty() && derived.names.empty()) return;
    out.key("derived").begin_array();
    for (auto const& entry : derived.texts) out.value(to_string(entry.first));
    for (auto const& entry : derived.names) out.value(to_string(entry.first));
    out.end_array();
}

bool needs_edtf(Date const& date) { return csl_date_projection(date) != date; }

void write_full_dates(json::Writer& out, Item const& item) {
    bool any = false;
    for (auto const& [variable, date] : item.dates) {
        if (!needs_edtf(date)) continue;
        if (!any) out.key("dates").begin_object();
        any = true;
        out.key(to_string(variable)).begin_object();
        if (auto const edtf = to_edtf(date); !edtf.empty()) out.member("edtf", edtf);
        if (!date.raw.empty()) out.member("raw", date.raw);
        out.end_object();
    }
    if (any) out.end_object();
}

void write_variables_without_place(json::Writer& out, Item const& item) {
    bool any = false;
    auto const key = [&](Variable variable) -> json::Writer& {
        if (!any) out.key("variables").begin_object();
        any = true;
        return out.key(to_string(variable));
    };
    for (auto const& [variable, text] : item.texts)
        if (schema_name(variable).empty()) key(variable).value(text);
    for (auto const& [variable, names] : item.names)
        if (schema_name(variable).empty()) write_csl_names(key(variable), names);
    if (any) out.end_object();
}

void write_foreign(json::Writer& out, Item const& item) {
    bool any = false;
    for (auto const& field : item.foreign) {
        if (is_own(field) || field.name.starts_with('@')) continue;
        if (!any) out.key("foreign").begin_array();
        any = true;
        out.begin_object().member("format", field.format).member("name", field.name);
        if (!field.value.empty()) out.member("value", field.value);
        out.end_object();
    }
    if (any) out.end_array();
}

// `custom.fonds` is written into a writer of its own: whether there is anything in it shows at the end.
std::string fonds_object(Item const& item, Derived const& derived) {
    json::Writer out;
    out.begin_object();
    write_reference_members(out, item.reference);
    write_derived_names(out, derived);
    write_full_dates(out, item);
    write_variables_without_place(out, item);
    write_foreign(out, item);
    if (has_note_fields(item.text(Variable::note))) out.member("note", "plain");
    out.end_object();
    return std::move(out).text();
}

void write_custom(json::Writer& out, Item const& item, Derived const& derived, bool plain) {
    auto const fonds = plain ? std::string("{}") : fonds_object(item, derived);
    bool const has_fonds = fonds != "{}";
    bool const has_others = std::any_of(item.foreign.begin(), item.foreign.end(),
                                        [](auto const& field) { return is_own(field) && is_custom(field); });
    if (!has_fonds && !has_others) return;
    out.key("custom").begin_object();
    if (has_fonds) out.key("fonds").raw(fonds);
    for (auto const& field : item.foreign)
        if (is_own(field) && is_custom(field))
            write_raw(out.key(std::string_view(field.name).substr(custom_prefix.size())), field.value);
    out.end_object();
}

class CslJsonWriter : public RecordWriter {
  public:
    /// As an array, or a record a line.
    CslJsonWriter(bool by_line, bool plain) : by_line_(by_line), plain_(plain) {}

    void begin(std::string& out) override {
        if (!by_line_) out += "[\n";
    }
    Draft draft(Item const& item) const override {
        Draft out;
        out.needs_record = item.id.empty();  // the schema asks for one, which depends on those before
        return out.needs_record ? std::move(out) : draft_with_id(item);
    }
    std::vector<std::string> write(Item const* item, Draft&& draft, std::string& out) override {
        if (draft.needs_record) draft = draft_with_id(ids_.named(*item));
        if (!by_line_ && !first_) out += ",\n";
        first_ = false;
        out += draft.text;
        if (by_line_) out += '\n';
        return std::move(draft.lost);
    }
    void end(std::string& out) override {
        if (!by_line_) out += first_ ? "]\n" : "\n]\n";
    }

  private:
    [[nodiscard]] Draft draft_with_id(Item const& item) const {
        Draft out;
        json::Writer record;
        record.reserve(usual_record_size);
        write_csl_json(record, item, plain_);
        if (plain_) name_csl_json_losses(record.text(), item, out.lost);
        out.text = std::move(record).text();
        return out;
    }

    bool by_line_;
    bool plain_;
    bool first_ = true;
    IdMaker ids_;
};

}  // namespace

Date csl_date_projection(Date const& date) {
    Date projection = date;
    projection.raw.clear();
    projection.uncertain = false;
    projection.circa = date.circa || date.uncertain;
    if (!date.literal.empty()) {
        projection.start = {};
        projection.end.reset();
        return projection;
    }
    if (date.start.year == 0) {
        projection = {};
        projection.literal = to_edtf(date);
        return projection;
    }
    if (projection.end && projection.end->year == 0) projection.end.reset();
    if (projection.end) projection.start.season = projection.end->season = 0;
    if (projection.start.season != 0 || projection.start.month == 0) projection.start.day = 0;
    if (projection.start.season != 0) projection.start.month = 0;
    if (projection.end && projection.end->month == 0) projection.end->day = 0;
    return projection;
}

namespace {

void write_csl_date(json::Writer& out, Date const& full) {
    auto const date = csl_date_projection(full);
    out.begin_object();
    if (date.start.year != 0) {
        out.plain_key("date-parts").begin_array();
        write_point(out, date.start);
        if (date.end) write_point(out, *date.end);
        out.end_array();
    }
    if (date.start.season != 0) out.member("season", date.start.season);
    if (date.circa) out.member("circa", true);
    if (!date.literal.empty()) out.member("literal", date.literal);
    out.end_object();
}

}  // namespace

void write_csl_json(json::Writer& out, Item const& item, bool plain) {
    Derived const derived =
        item.reference.empty() ? Derived{} : Derived{derived_texts(item), derived_names(item)};
    out.begin_object();
    if (!item.id.empty()) out.plain_key("id").value(item.id);
    out.plain_key("type").value(to_string(item.type));
    auto const text = [&](Variable variable, std::string const& value) {
        if (auto const name = schema_name(variable); !name.empty()) out.plain_key(name).value(value);
    };
    auto const names = [&](Variable variable, Names const& value) {
        if (auto const name = schema_name(variable); !name.empty())
            write_csl_names(out.plain_key(name), value);
    };
    if (auto const* title = item.texts.find(Variable::title)) out.plain_key("title").value(*title);
    for (auto const& [variable, value] : item.names) names(variable, value);
    for (auto const& [variable, value] : derived.names) names(variable, value);
    for (auto const& [variable, value] : item.dates)
        write_csl_date(out.plain_key(to_string(variable)), value);
    for (auto const& [variable, value] : item.texts)
        if (variable != Variable::title) text(variable, value);
    for (auto const& [variable, value] : derived.texts) text(variable, value);
    for (auto const& field : item.foreign)
        if (is_own(field) && !is_custom(field)) write_raw(out.key(field.name), field.value);
    write_custom(out, item, derived, plain);
    out.end_object();
}

std::string to_csl_json(Item const& item) {
    json::Writer out;
    write_csl_json(out, item);
    return std::move(out).text();
}

void name_csl_json_losses(std::string_view json, Item const& item, std::vector<std::string>& lost) {
    auto const value = json::read(json);
    std::vector<Diagnostic> ignored;
    if (value) name_losses(read_csl_json(*value, ignored), item, lost);
}

std::unique_ptr<RecordWriter> make_csl_json_writer(WriteOptions const& options) {
    return std::make_unique<CslJsonWriter>(false, options.plain);
}

std::unique_ptr<RecordWriter> make_ndjson_writer(WriteOptions const& options) {
    return std::make_unique<CslJsonWriter>(true, options.plain);
}

}  // namespace fonds
