// EndNote XML out, by way of RIS's tags.

#include <algorithm>

#include "base/text.hpp"
#include "format/endnote_tables.hpp"
#include "format/endnote_xml.hpp"
#include "format/form_writer.hpp"
#include "format/ris.hpp"
#include "format/xml_records.hpp"

namespace fonds {
namespace endnote {
namespace {

class ElementWriter {
  public:
    ElementWriter(Item const& item, std::string& out)
        : item_(item), fields_(ris::make_fields(item)), xml_(out, 2) {}

    void write(std::string_view record_string) {
        xml_.open("record");
        write_type();
        std::string open;
        for (auto const& row : fields) {
            auto values = values_of(row);
            if (row.tag == "RN" && !record_string.empty()) values.emplace_back(record_string);
            if (values.empty()) continue;
            move_to(open, row.group);
            for (auto const& value : values) xml_.element(row.element, value);
        }
        move_to(open, "");
        xml_.close();
    }

  private:
    void write_type() {
        auto const* type = &types[0];
        for (auto const& row : types)
            if (row.ty == "GEN") type = &row;
        for (auto const& row : types)
            if (row.ty == fields_.front().value) type = &row;
        auto const name = type->name;
        xml_.element("ref-type", std::to_string(type->number), {{"name", name}});
    }

    // Groups lie one in the other: close and open what differs.
    void move_to(std::string& open, std::string_view wanted) {
        if (open == wanted) return;
        auto const depth = [](std::string_view path) {
            return path.empty() ? 0 : std::count(path.begin(), path.end(), '/') + 1;
        };
        auto const from = split(open, '/');
        auto const to = split(wanted, '/');
        std::size_t common = 0;
        while (common < from.size() && common < to.size() && from[common] == to[common] &&
               !from[common].empty())
            ++common;
        for (auto level = depth(open); level > static_cast<std::ptrdiff_t>(common); --level) xml_.close();
        for (auto level = common; level < static_cast<std::size_t>(depth(wanted)); ++level)
            xml_.open(to[level]);
        open = wanted;
    }

    std::vector<std::string> values_of(FieldRow const& row) const {
        std::vector<std::string> values;
        if (is_second_row(row)) return values;
        for (auto const& field : fields_)
            if (field.tag == row.tag || (field.tag == "ID" && row.tag == "LB")) values.push_back(field.value);
        for (auto const& field : fields_)
            if (row.tag == "SP" && field.tag == "EP" && !values.empty()) values.front() += "-" + field.value;
        for (auto const& field : item_.foreign)
            if (field.format == "endnote-xml" && field.name == row.element && row.element != "url" &&
                row.element != "author")
                values.push_back(field.value);
        return values;
    }

    static bool is_second_row(FieldRow const& row) {
        return std::find_if(fields.begin(), fields.end(), [&](FieldRow const& other) {
                   return other.tag == row.tag;
               }) != fields.begin() + (&row - fields.data());
    }

    Item const& item_;
    std::vector<ris::Field> fields_;
    XmlWriter xml_;
};

}  // namespace

void write_record(Item const& item, std::string_view record_string, std::string& out) {
    ElementWriter(item, out).write(record_string);
}

}  // namespace endnote

std::unique_ptr<RecordWriter> make_endnote_xml_writer(WriteOptions const& options) {
    constexpr std::string_view head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xml>\n  <records>\n";
    return make_form_writer(endnote::form, head, "  </records>\n</xml>\n", options);
}

}  // namespace fonds
