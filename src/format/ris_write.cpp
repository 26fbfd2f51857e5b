// RIS out.

#include <algorithm>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "format/field_text.hpp"
#include "format/form_writer.hpp"
#include "format/ris.hpp"

namespace fonds {
namespace ris {
namespace {

struct Line {
    TagRow const* row;
    std::string_view tag;
    std::string value;
};

void append_line(std::string& out, std::string_view tag, std::string_view value) {
    out += tag;
    out += "  - ";
    bool first = true;
    for (auto const line : split(value, '\n')) {
        // A line that would read as a tag is joined to the one before.
        if (!first) out += is_tagged_line(trim(line)) ? ' ' : '\n';
        first = false;
        out += replace_all(line, "\r", " ");
    }
    out += '\n';
}

class FieldMaker {
  public:
    explicit FieldMaker(Item const& item) : item_(item) {}

    std::vector<Field> fields() {
        collect();
        std::vector<Field> fields;
        fields.push_back({"TY", std::string(foreign_type().value_or(type_name(item_.type)))});
        if (!item_.id.empty()) fields.push_back({"ID", item_.id});
        for (auto& line : lines_) fields.push_back({line.tag, std::move(line.value)});
        for (auto const& field : item_.foreign)
            if (field.format == "ris" && field.name != "TY" && is_tagged_line(field.name + "  - "))
                fields.push_back({field.name, field.value});
        return fields;
    }

  private:
    std::optional<std::string_view> foreign_type() const {
        for (auto const& field : item_.foreign)
            if (field.format == "ris" && field.name == "TY" && item_.type == ItemType::document)
                return field.value;
        return std::nullopt;
    }

    void collect() {
        for (auto const& [variable, text] : item_.texts) add_text(variable, text);
        for (auto const& [variable, names] : item_.names)
            for (auto const& name : names) add(variable, write_inverted_name(name));
        for (auto const& [variable, date] : item_.dates) add_date(variable, date);
        std::stable_sort(lines_.begin(), lines_.end(),
                         [](Line const& left, Line const& right) { return left.row < right.row; });
    }

    void add(Variable variable, std::string value) {
        if (auto const* row = find_tag_of(variable, item_.type))
            lines_.push_back({row, row->tag, std::move(value)});
    }

    void add_text(Variable variable, std::string const& text) {
        auto const* row = find_tag_of(variable, item_.type);
        if (variable == Variable::keyword) {
            for (auto& word : split_keywords(text)) add(variable, std::move(word));
        } else if (row != nullptr && row->tag == "SP" && variable == Variable::page) {
            auto [first, last] = split_page_range(text);
            add(variable, std::move(first));
            if (!last.empty()) lines_.push_back({row, "EP", std::move(last)});
        } else if (row == nullptr && variable == Variable::page) {
            lines_.push_back({find_tag("SP", item_.type), "SP", text});
        } else if (row == nullptr && contains(note_lines, variable)) {
            lines_.push_back({find_tag("N1", item_.type), "N1", concat(to_string(variable), ": ", text)});
        } else {
            add(variable, text);
        }
    }

    void add_date(Variable variable, Date const& date) {
        auto const* row = find_tag_of(variable, item_.type);
        if (row == nullptr) return;
        if (variable == Variable::issued && date.start.year >= 1000 && date.start.year <= 9999) {
            lines_.push_back({row, "PY", std::to_string(date.start.year)});
            auto year = Date{};
            year.start.year = date.start.year;
            if (date == year) return;
        }
        lines_.push_back({row, row->tag, write_date(date)});
    }

    Item const& item_;
    std::vector<Line> lines_;
};

}  // namespace

std::vector<Field> make_fields(Item const& item) { return FieldMaker(item).fields(); }

void write_record(Item const& item, std::string_view record_string, std::string& out) {
    for (auto const& field : make_fields(item)) append_line(out, field.tag, field.value);
    if (!record_string.empty()) append_line(out, "N1", record_string);
    out += "ER  - \n\n";
}

}  // namespace ris

std::unique_ptr<RecordWriter> make_ris_writer(WriteOptions const& options) {
    return make_form_writer(ris::form, {}, {}, options);
}

}  // namespace fonds
