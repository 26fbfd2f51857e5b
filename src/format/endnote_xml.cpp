// EndNote XML in and out, by way of RIS's tags.

#include "format/endnote_xml.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "format/field_text.hpp"
#include "format/ris.hpp"
#include "format/xml_records.hpp"
#include "model/record_string.hpp"

namespace fonds {
namespace {

struct TypeRow {
    std::string_view ty;
    std::string_view name;
    int number;
};
constexpr auto types = std::to_array<TypeRow>({
    {"JOUR", "Journal Article", 17},
    {"BOOK", "Book", 6},
    {"CHAP", "Book Section", 5},
    {"MANSCPT", "Manuscript", 36},
    {"RPRT", "Report", 27},
    {"THES", "Thesis", 32},
    {"MGZN", "Magazine Article", 19},
    {"NEWS", "Newspaper Article", 23},
    {"BILL", "Bill", 4},
    {"CASE", "Case", 7},
    {"STAT", "Statute", 31},
    {"HEAR", "Hearing", 14},
    {"PAT", "Patent", 25},
    {"CONF", "Conference Proceedings", 10},
    {"CPAPER", "Conference Paper", 47},
    {"DICT", "Dictionary", 52},
    {"ENCYC", "Encyclopedia", 53},
    {"PCOMM", "Personal Communication", 26},
    {"ELEC", "Web Page", 12},
    {"BLOG", "Blog", 56},
    {"GEN", "Generic", 13},
    {"DATA", "Dataset", 59},
    {"DBASE", "Online Database", 45},
    {"AGGR", "Aggregated Database", 55},
    {"ANCIENT", "Ancient Text", 51},
    {"CLSWK", "Classical Work", 49},
    {"ART", "Artwork", 2},
    {"CHART", "Chart or Table", 38},
    {"FIGURE", "Figure", 37},
    {"MAP", "Map", 20},
    {"COMP", "Computer Program", 9},
    {"MPCT", "Film or Broadcast", 21},
    {"ADVS", "Audiovisual Material", 3},
    {"MULTI", "Online Multimedia", 48},
    {"MUSIC", "Music", 61},
    {"STAND", "Standard", 58},
    {"PAMP", "Pamphlet", 24},
    {"EDBOOK", "Edited Book", 28},
    {"EJOUR", "Electronic Article", 43},
    {"EBOOK", "Electronic Book", 44},
    {"ECHAP", "Electronic Book Section", 60},
    {"CTLG", "Catalog", 8},
    {"GOVDOC", "Government Document", 46},
    {"GRANT", "Grant", 54},
    {"EQUA", "Equation", 39},
    {"LEGAL", "Legal Rule or Regulation", 16},
    {"UNPB", "Unpublished Work", 34},
    {"SER", "Serial", 57},
    {"INTV", "Interview", 64},
});

struct FieldRow {
    std::string_view tag;
    std::string_view group;  ///< element around it, or empty
    std::string_view element;
};
// In the order of EndNote's document type; the first row of a tag is the one that is written.
constexpr auto fields = std::to_array<FieldRow>({
    {"AU", "contributors/authors", "author"},
    {"A2", "contributors/secondary-authors", "author"},
    {"A3", "contributors/tertiary-authors", "author"},
    {"A4", "contributors/subsidiary-authors", "author"},
    {"TA", "contributors/translated-authors", "author"},
    {"AD", "", "auth-address"},
    {"TI", "titles", "title"},
    {"T2", "titles", "secondary-title"},
    {"T3", "titles", "tertiary-title"},
    {"ST", "titles", "short-title"},
    {"TT", "titles", "translated-title"},
    {"JF", "periodical", "full-title"},
    {"J2", "periodical", "abbr-1"},
    {"SP", "", "pages"},
    {"VL", "", "volume"},
    {"IS", "", "issue"},
    {"M1", "", "number"},
    {"NV", "", "num-vols"},
    {"ET", "", "edition"},
    {"SE", "", "section"},
    {"RP", "", "reprint-edition"},
    {"KW", "keywords", "keyword"},
    {"PY", "dates", "year"},
    {"DA", "dates/pub-dates", "date"},
    {"CY", "", "pub-location"},
    {"PB", "", "publisher"},
    {"OP", "", "orig-pub"},
    {"SN", "", "isbn"},
    {"AN", "", "accession-num"},
    {"CN", "", "call-num"},
    {"LB", "", "label"},
    {"AB", "", "abstract"},
    {"N1", "", "notes"},
    {"RN", "", "research-notes"},
    {"M3", "", "work-type"},
    {"RI", "", "reviewed-item"},
    {"UR", "urls/related-urls", "url"},
    {"UR", "urls/web-urls", "url"},
    {"L2", "urls/text-urls", "url"},
    {"L1", "urls/pdf-urls", "url"},
    {"C1", "", "custom1"},
    {"C2", "", "custom2"},
    {"C3", "", "custom3"},
    {"C4", "", "custom4"},
    {"C5", "", "custom5"},
    {"C6", "", "custom6"},
    {"C7", "", "custom7"},
    {"DO", "", "electronic-resource-num"},
    {"DB", "", "remote-database-name"},
    {"DP", "", "remote-database-provider"},
    {"LA", "", "language"},
    {"Y2", "", "access-date"},
    {"CA", "", "caption"},
});

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
        auto value = block ? std::string(trim(styled)) : collapse_space(styled);
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

void write_record(Item const& item, std::string_view record_string, std::string& out) {
    ElementWriter(item, out).write(record_string);
}

Item read_record(std::string_view text) {
    auto const document = xml::Document::read(text, xml::Space::keep);
    std::string ignored;
    return document ? RecordReader(document->root()).read(ignored) : Item{};
}

constexpr RecordForm form{write_record, read_record};

class FileWriter : public RecordWriter {
  public:
    explicit FileWriter(bool plain) : plain_(plain) {}
    void begin(std::string& out) override {
        out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xml>\n  <records>\n";
    }
    void write(Item const& item, std::string& out, std::vector<std::string>& lost) override {
        write_in_form(form, plain_, item, out, lost);
    }
    void end(std::string& out) override { out += "  </records>\n</xml>\n"; }

  private:
    bool plain_;
};

}  // namespace

bool sniff_endnote_xml(std::string_view bytes) {
    return has_root(bytes, {"xml", "records"}) &&
           bytes.substr(0, 65536).find("<record") != std::string_view::npos &&
           bytes.find("ref-type") != std::string_view::npos;
}

std::optional<Error> read_endnote_xml_file(std::string_view bytes, ReadOptions const&, ItemSink const& sink,
                                           std::vector<Diagnostic>& diagnostics) {
    auto const deliver = [&](xml::Node record, std::size_t base) {
        std::string string;
        auto item = RecordReader(record).read(string);
        auto const at = base + record.offset();
        if (!string.empty())
            item = restore_lossless(form, std::move(item), string, {at, at + 1}, diagnostics);
        sink(std::move(item));
    };
    return read_xml_records(bytes, {"record"}, diagnostics, deliver, xml::Space::keep);
}

std::unique_ptr<RecordWriter> make_endnote_xml_writer(WriteOptions const& options) {
    return std::make_unique<FileWriter>(options.plain);
}

}  // namespace fonds
