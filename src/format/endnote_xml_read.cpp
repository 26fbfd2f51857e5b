// EndNote XML in, by way of RIS's tags.

#include <array>

#include "base/text.hpp"
#include "format/endnote_tables.hpp"
#include "format/endnote_xml.hpp"
#include "format/field_text.hpp"
#include "format/ris.hpp"
#include "format/xml_records.hpp"

namespace fonds {
namespace endnote {
namespace {

// Text in the faces of EndNote's `style` elements, as CSL-JSON's rich text.
std::string styled_text(xml::Node node) {
    std::string out;
    for (auto child = node.first(); child; child = child.next()) {
        auto const face = child.is_element() ? child["face"] : std::string_view();
        std::string text = child.is_element() ? child.text() : std::string(child.value());
        static constexpr std::array<std::array<std::string_view, 3>, 4> faces = {{
            {"superscript", "<sup>", "</sup>"},
            {"subscript", "<sub>", "</sub>"},
            {"italic", "<i>", "</i>"},
            {"bold", "<b>", "</b>"},
        }};
        if (trim(text).empty()) text = " ";
        for (auto const& [name, open, close] : faces)
            if (face.find(name) != std::string_view::npos && text != " ") text = concat(open, text, close);
        out += text;
    }
    return out;
}

class RecordReader {
  public:
    explicit RecordReader(xml::Node record) : record_(record) {}

    Item read(std::string& record_string) {
        read_type();
        for (auto const& row : fields) read_row(row);
        if (auto const number = child_text(record_, "rec-number"); !number.empty()) id_ = number;
        ris::Field const* string = nullptr;
        auto item = ris::read_fields(found_, string);
        if (string != nullptr) record_string = string->value;
        name_foreign(item);
        if (item.id.empty()) item.id = id_;
        return item;
    }

  private:
    void read_type() {
        auto const node = record_.child("ref-type");
        auto const name = node ? node["name"] : std::string_view();
        journal_ = name == "Journal Article" || name == "Magazine Article" || name == "Newspaper Article" ||
                   name == "Electronic Article";
        for (auto const& row : types)
            if (row.name == name || (name.empty() && std::to_string(row.number) == text_of(node)))
                return add(row.ty, "TY", node);
        add(name, "TY", node);
    }

    void add(std::string_view value, std::string_view tag, xml::Node node) {
        found_.push_back({tag, std::string(value), node.offset()});
    }

    void read_row(FieldRow const& row) {
        auto parent = record_;
        for (auto const name : split(row.group, '/'))
            if (!name.empty()) parent = parent.child(name);
        if (!parent) return;
        for (auto const node : parent.elements())
            if (node.local_name() == row.element) read_field(row, node);
    }

    void read_field(FieldRow const& row, xml::Node node) {
        bool const block = row.tag == "AB" || row.tag == "N1" || row.tag == "RN";
        auto const styled = styled_text(node);
        // EndNote ends lines with a carriage return.
        auto value =
            block ? replace_all(replace_all(trim(styled), "\r\n", "\n"), "\r", "\n") : collapse_space(styled);
        auto tag = row.tag;
        if (tag == "M1" && journal_) tag = "IS";
        // EndNote keeps the citation key of LaTeX in the label.
        if (tag == "LB" && id_from_label_.empty()) {
            id_from_label_ = value;
            tag = "ID";
        }
        if (!value.empty()) add(value, tag, node);
    }

    // What RIS has no variable for goes by EndNote's own name.
    static void name_foreign(Item& item) {
        for (auto& field : item.foreign) {
            if (field.format != "ris") continue;
            field.format = "endnote-xml";
            for (auto const& row : fields)
                if (row.tag == field.name) field.name = row.element;
        }
    }

    xml::Node record_;
    std::vector<ris::Field> found_;
    std::string id_;
    std::string id_from_label_;
    bool journal_ = false;
};

}  // namespace

Item read_record(std::string_view text) {
    auto const document = xml::Document::read(text, xml::Space::keep);
    std::string ignored;
    return document ? RecordReader(document->root()).read(ignored) : Item{};
}

}  // namespace endnote

bool sniff_endnote_xml(std::string_view bytes) {
    return has_root(bytes, {"xml", "records"}) &&
           bytes.substr(0, 65536).find("<record") != std::string_view::npos &&
           bytes.find("ref-type") != std::string_view::npos;
}

std::optional<Error> read_endnote_xml_file(std::string_view bytes, ReadOptions const&, RecordSink const& sink,
                                           std::vector<Diagnostic>& diagnostics) {
    auto const deliver = [&](xml::Node record, std::size_t base) {
        std::string string;
        auto item = endnote::RecordReader(record).read(string);
        auto const at = base + record.offset();
        if (!string.empty())
            item = restore_lossless(endnote::form, std::move(item), string, {at, at + 1}, diagnostics);
        sink(std::move(item));
    };
    return read_xml_records(bytes, {"record"}, diagnostics, deliver, xml::Space::keep);
}

}  // namespace fonds
