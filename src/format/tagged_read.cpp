// RefWorks Tagged Format and PubMed's MEDLINE display format, in.

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

#include "base/contains.hpp"
#include "base/diagnostic.hpp"
#include "base/encodings.hpp"
#include "base/text.hpp"
#include "format/field_text.hpp"
#include "format/ris.hpp"
#include "format/tagged.hpp"

namespace fonds {
namespace {

struct Row {
    std::string_view from;
    std::string_view ris;
};

constexpr auto refworks_types = std::to_array<Row>({
    {"Journal Article", "JOUR"},
    {"Journal, Electronic", "EJOUR"},
    {"Abstract", "ABST"},
    {"Book, Whole", "BOOK"},
    {"Book, Edited", "EDBOOK"},
    {"Book, Section", "CHAP"},
    {"Dissertation", "THES"},
    {"Thesis", "THES"},
    {"Report", "RPRT"},
    {"Newspaper Article", "NEWS"},
    {"Magazine Article", "MGZN"},
    {"Web Page", "ELEC"},
    {"Conference Proceedings", "CONF"},
    {"Dictionary", "DICT"},
    {"Encyclopedia", "ENCYC"},
    {"Unpublished Material", "UNPB"},
    {"Personal Communication", "PCOMM"},
    {"Letter", "PCOMM"},
    {"Map", "MAP"},
    {"Motion Picture", "MPCT"},
    {"Video/ DVD", "VIDEO"},
    {"Sound Recording", "SOUND"},
    {"Music Score", "MUSIC"},
    {"Artwork", "ART"},
    {"Patent", "PAT"},
    {"Case/Court Decisions", "CASE"},
    {"Laws/Statutes", "STAT"},
    {"Bills/Resolutions", "BILL"},
    {"Hearing", "HEAR"},
    {"Computer Program", "COMP"},
    {"Grant", "GRANT"},
    {"Monograph", "BOOK"},
    {"Generic", "GEN"},
    {"Resolution", "BILL"},
    {"Transcript", "MANSCPT"},
    {"Interview", "INTV"},
});

// Tags that mean the same in RIS stand for themselves.
constexpr auto refworks_tags = std::to_array<Row>({
    {"YR", "PY"},
    {"FD", "DA"},
    {"VO", "VL"},
    {"OP", "EP"},
    {"K1", "KW"},
    {"NO", "N1"},
    {"ED", "ET"},
    {"PP", "CY"},
    {"DS", "DP"},
    {"RD", "Y2"},
    {"UL", "UR"},
    {"LK", "UR"},
    {"WT", "T2"},
    {"WV", "ET"},
});

constexpr auto medline_tags = std::to_array<Row>({
    {"TI", "TI"},
    {"BTI", "T2"},
    {"FAU", "AU"},
    {"CN", "AU"},
    {"FED", "A2"},
    {"JT", "JF"},
    {"TA", "J2"},
    {"VI", "VL"},
    {"IP", "IS"},
    {"PG", "SP"},
    {"DP", "DA"},
    {"AB", "AB"},
    {"LA", "LA"},
    {"PL", "CY"},
    {"PB", "PB"},
    {"ISBN", "SN"},
    {"CTI", "T3"},
});

template <class Table>
std::string_view find(Table const& table, std::string_view name, std::string_view otherwise) {
    for (auto const& row : table)
        if (row.from == name) return row.ris;
    return otherwise;
}

struct Line {
    std::string_view tag;
    std::string value;
    std::size_t offset = 0;
};
using Record = std::vector<Line>;

// Records of lines; `read_tag` gives the tag and the length of all before the value, or nothing.
using ReadTag = std::size_t (*)(std::string_view line, std::string_view& tag);

void read_lines(std::string_view text, std::string_view first_tag, ReadTag read_tag,
                std::function<void(Record&&)> const& deliver, std::vector<Diagnostic>& diagnostics) {
    Record record;
    bool stray = false;
    auto const flush = [&] {
        if (!record.empty()) deliver(std::exchange(record, {}));
    };
    for (std::size_t at = 0; at < text.size();) {
        auto const end = std::min(text.find_first_of("\r\n", at), text.size());
        auto const line = text.substr(at, end - at);
        std::string_view tag;
        auto const value_at = read_tag(line, tag);
        if (value_at != 0 && tag == first_tag) flush();
        bool const outside = record.empty() && tag != first_tag;
        if (!outside && value_at != 0) record.push_back({tag, std::string(trim(line.substr(value_at))), at});
        else if (!outside && !trim(line).empty()) record.back().value += concat("\n", trim(line));
        stray |= outside && !trim(line).empty();
        at = end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
    }
    flush();
    if (stray)
        diagnostics.push_back(
            make_diagnostic("text-outside-record", Severity::note, {0, 1},
                            concat("text before the first “", first_tag, "” belongs to no record")));
}

// "RT Journal Article", "U10 x", "PMCID 5".
std::size_t refworks_tag(std::string_view line, std::string_view& tag) {
    auto const space = std::min(line.find(' '), line.size());
    if (space < 2 || space > 5) return 0;
    tag = line.substr(0, space);
    for (char const c : tag)
        if (!is_digit(c) && !(c >= 'A' && c <= 'Z')) return 0;
    return is_digit(tag[0]) ? 0 : space;
}

// "PMID- 123", "TI  - x": the hyphen is always the fifth character.
std::size_t medline_tag(std::string_view line, std::string_view& tag) {
    if (line.size() < 5 || line[4] != '-' || line[0] < 'A' || line[0] > 'Z') return 0;
    tag = trim(line.substr(0, 4));
    for (char const c : tag)
        if (!is_digit(c) && !(c >= 'A' && c <= 'Z')) return 0;
    return 5;
}

Item read_as_ris(std::vector<ris::Field> const& fields, std::string_view format) {
    ris::Field const* string = nullptr;
    auto item = ris::read_fields(fields, string);
    for (auto& field : item.foreign)
        if (field.format == "ris") field.format = format;
    return item;
}

Item read_refworks(Record const& record) {
    std::vector<ris::Field> fields;
    std::vector<Line const*> own;
    for (auto const& line : record) {
        if (line.tag == "RT")
            fields.push_back({"TY", std::string(find(refworks_types, line.value, "GEN")), line.offset});
        else if (line.tag == "SR" || line.tag == "CL" || line.tag == "SF" || line.tag == "OT" ||
                 line.tag.size() > 2)
            own.push_back(&line);
        else fields.push_back({find(refworks_tags, line.tag, line.tag), line.value, line.offset});
    }
    auto item = read_as_ris(fields, "refworks");
    for (auto const* line : own) {
        if (line->tag == "PMID") item.texts.set(Variable::PMID, line->value);
        else if (line->tag == "PMCID") item.texts.set(Variable::PMCID, line->value);
        else if (!line->value.empty())
            item.foreign.push_back({"refworks", std::string(line->tag), line->value});
    }
    return item;
}

// "0028-0836 (Print)", "10.1038/x [doi]"
std::string before_bracket(std::string_view value) {
    return std::string(trim(value.substr(0, value.find_first_of("[("))));
}

// "King, Martin Luther Jr": what RIS has behind a comma of its own.
std::string with_suffix_apart(std::string const& name) {
    auto const space = name.rfind(' ');
    static constexpr std::array<std::string_view, 5> suffixes = {"Jr", "Sr", "2nd", "3rd", "4th"};
    bool const apart = space != std::string::npos && name.find(',') < space - 1 &&
                       contains(suffixes, std::string_view(name).substr(space + 1));
    return apart ? concat(name.substr(0, space), ", ", name.substr(space + 1)) : name;
}

// "*Sheep/*genetics": the stars are those of the main topics of an article.
std::string without_stars(std::string_view topic) { return replace_all(topic, "*", ""); }

std::string_view medline_type(Record const& record) {
    for (auto const& line : record) {
        if (line.tag == "BTI") return "CHAP";
        if (line.tag == "PT" && (line.value == "Book" || line.value == "Book Chapter"))
            return line.value == "Book" ? "BOOK" : "CHAP";
    }
    return "JOUR";
}

Item read_nbib(Record const& record) {
    std::vector<ris::Field> fields = {{"TY", std::string(medline_type(record))}};
    Record own;
    bool const has_full_names =
        std::any_of(record.begin(), record.end(), [](Line const& line) { return line.tag == "FAU"; });
    for (auto const& line : record) {
        auto const add = [&](std::string_view tag, std::string value) {
            fields.push_back({tag, std::move(value), line.offset});
        };
        if (line.tag == "PMID") add("ID", line.value), own.push_back(line);
        else if (line.tag == "IS") add("SN", before_bracket(line.value));
        else if ((line.tag == "AID" || line.tag == "LID") && line.value.ends_with("[doi]"))
            add("DO", before_bracket(line.value));
        else if (line.tag == "AU" && !has_full_names) add("AU", line.value);
        else if (line.tag == "FAU") add("AU", with_suffix_apart(line.value));
        else if (line.tag == "MH" || line.tag == "OT") add("KW", collapse_space(without_stars(line.value)));
        else if (auto const tag = find(medline_tags, line.tag, ""); !tag.empty())
            add(tag, collapse_space(line.value));
        else if (line.tag != "AU" && line.tag != "ED") own.push_back(line);
    }
    auto item = read_as_ris(fields, "nbib");
    for (auto const& line : own) {
        if (line.tag == "PMID") item.texts.set(Variable::PMID, line.value);
        else if (line.tag == "PMC") item.texts.set(Variable::PMCID, line.value);
        else if (!line.value.empty())
            item.foreign.push_back({"nbib", std::string(line.tag), collapse_space(line.value)});
    }
    // The title of an article ends with a full stop here, and nowhere else.
    if (auto* title = item.texts.find(Variable::title); title && title->size() > 1 && title->ends_with('.'))
        title->pop_back();
    return item;
}

bool has_line(std::string_view bytes, std::string_view start) {
    bytes = without_byte_order_mark(bytes);
    auto const head = bytes.substr(0, 8192);
    return head.starts_with(start) || head.find(concat("\n", start)) != std::string_view::npos;
}

}  // namespace

bool sniff_refworks(std::string_view bytes) { return has_line(bytes, "RT ") && has_line(bytes, "T1 "); }

std::optional<Error> read_refworks_file(std::string_view bytes, ReadOptions const&, RecordSink const& sink,
                                        std::vector<Diagnostic>& diagnostics) {
    std::string storage;
    auto text = decode_text(bytes, storage, diagnostics);
    text = without_byte_order_mark(text);
    read_lines(
        text, "RT", refworks_tag, [&](Record&& record) { sink(read_refworks(record)); }, diagnostics);
    return std::nullopt;
}

bool sniff_nbib(std::string_view bytes) { return has_line(bytes, "PMID- "); }

std::optional<Error> read_nbib_file(std::string_view bytes, ReadOptions const&, RecordSink const& sink,
                                    std::vector<Diagnostic>& diagnostics) {
    std::string storage;
    auto text = decode_text(bytes, storage, diagnostics);
    text = without_byte_order_mark(text);
    read_lines(
        text, "PMID", medline_tag, [&](Record&& record) { sink(read_nbib(record)); }, diagnostics);
    return std::nullopt;
}

}  // namespace fonds
