// The text of a Word story (ECMA-376 part 1, §17): runs joined, insertions kept, deletions dropped, fields
// read.

#include "manuscript/docx_story.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "manuscript/field_citations.hpp"
#include "manuscript/raised_digits.hpp"
#include "manuscript/symbol_font.hpp"
#include "manuscript/xml_text.hpp"

namespace fonds {
namespace {

// A mark that the author sets is a sign or two; what is longer is text.
constexpr std::size_t maximum_mark_size = 16;

// Elements whose content no reader sees: properties, deletions, the older of two alternatives, ruby glosses.
constexpr std::array<std::string_view, 16> unseen = {
    "pPr",     "rPr",          "del",      "moveFrom", "sdtPr",   "sdtEndPr", "sectPr", "tblPr",
    "delText", "delInstrText", "Fallback", "rt",       "tblGrid", "trPr",     "tcPr",   "fldData"};

bool is_unseen(std::string_view name) { return contains(unseen, name); }

/// What of a run's properties (§17.3.2) changes how it is read.
struct RunFormat {
    bool is_hidden = false, is_italic = false, is_raised = false;
};

RunFormat run_format(xml::Node properties, DocxStyles const& styles) {
    RunFormat format;
    // The style comes first (§17.3.2.28): the other properties change it.
    for (auto const property : properties.elements()) {
        auto const name = property.local_name();
        if (name == "rStyle") {
            auto const style = property["w:val"];
            auto const setting = styles.of_style(style, {});
            format = {styles.hides(style), setting.italic, setting.position == TextPosition::superscript};
        } else if (name == "vanish") {
            format.is_hidden = docx_toggle(property).value_or(false);
        } else if (name == "i") {
            format.is_italic = docx_toggle(property).value_or(false);
        } else if (name == "iCs") {
            format.is_italic = format.is_italic || docx_toggle(property).value_or(false);
        } else if (name == "vertAlign") {
            format.is_raised = property["w:val"] == "superscript";
        }
    }
    return format;
}

// A paragraph whose mark a tracked change takes away is one with the next (§17.13.5.15).
bool is_joined_to_next(xml::Node paragraph) {
    auto const mark = paragraph.child("pPr").child("rPr");
    return mark && (mark.child("del") || mark.child("moveFrom"));
}

// `offset` is that of the element's name.
Span element_span(std::string_view part, xml::Node element) {
    auto const name = element.name();
    auto const begin = element.offset() - 1;
    auto end = part.find('>', begin);
    if (end == std::string_view::npos) return {begin, begin};
    if (part[end - 1] != '/') {
        auto const close = part.find(concat("</", name), end);
        end = close == std::string_view::npos ? end : part.find('>', close);
    }
    return {begin, std::min(end, part.size() - 1) + 1};
}

class StoryReader {
  public:
    StoryReader(DocxStyles const& styles, DocxNumbering const& numbering, DocxLists* lists = nullptr)
        : styles_(styles), numbering_(numbering), lists_(lists) {}

    /// The story, or what comes next of it.
    void read(xml::Node story, DocxSource const& source) {
        part_ = source.bytes;
        part_begin_ = source.begin;
        story_.text.set_part(source.part, source.begin);
        children(story);
    }

    DocxStory finish() { return std::move(story_); }

  private:
    enum class FieldPhase { code, result };
    struct Field {
        FieldPhase phase = FieldPhase::code;
        std::string code;
        std::string data;
        std::size_t begin = 0;
    };

    // The XML reader has limited the depth.
    void children(xml::Node parent) {
        for (auto const element : parent.elements()) visit(element);
    }

    void visit(xml::Node element) {
        auto const name = element.local_name();
        if (name == "t") {
            for (auto text = element.first(); text; text = text.next()) add_text(text);
        } else if (name == "r") {
            run(element);
        } else if (name == "p") {
            if (lists_) put_number(element);
            children(element);
            if (!is_joined_to_next(element)) story_.text.paragraph(element_end(element));
            marked_.reset();
            // The properties of a section stand in its last paragraph (§17.6.18).
            if (numbering_.end_section && element.child("pPr").child("sectPr")) numbering_.end_section();
        } else if (name == "del" || name == "moveFrom") {
            deleted(element);
        } else if (is_unseen(name)) {
            return;
        } else if (name == "footnoteReference" || name == "endnoteReference") {
            reference(element, false);
        } else if (name == "altChunk" || name == "subDoc") {
            auto const span = element_span(part_, element);
            story_.elsewhere.push_back({part_begin_ + span.begin, part_begin_ + span.end});
        } else if (name == "sdt") {
            control(element);
        } else if (name == "fldSimple") {
            simple_field(element);
        } else if (name == "fldChar") {
            field_character(element);
        } else if (name == "instrText") {
            if (!fields_.empty()) fields_.back().code += element.text();
        } else if (name == "AlternateContent") {
            children(element.child("Choice") ? element.child("Choice") : element);
        } else if (!character(element, name)) {
            children(element);
        }
    }

    // The number of a list's entry, which stands nowhere in the source.
    void put_number(xml::Node paragraph) {
        if (auto const number = lists_->next_number(paragraph); !number.empty())
            story_.text.put_placeless(concat(number, ". "));
    }

    // Elements that stand for one character; in tab stops and the like "tab" is none.
    bool character(xml::Node element, std::string_view name) {
        if (name == "tab" || name == "ptab") add("\t", element);
        else if (name == "br" || name == "cr") add(" ", element);
        else if (name == "noBreakHyphen") add("\u2011", element);
        else if (name == "sym") symbol(element);
        else return false;
        return true;
    }

    void symbol(xml::Node element) {
        auto const written = element["w:char"];
        unsigned code = 0;
        auto const read = std::from_chars(written.data(), written.data() + written.size(), code, 16);
        if (read.ec != std::errc() || code == 0 || code > 0xFFFF || (code >= 0xD800 && code < 0xE000)) return;
        std::string text;
        append_utf8(text, symbol_character(element["w:font"], code));
        add(text, element);
    }

    void run(xml::Node element) {
        auto const format = run_format(element.child("rPr"), styles_);
        if (format.is_hidden) {
            hidden_run(element);
            return;
        }
        if (format.is_italic) story_.text.begin_italic();
        is_raised_ = lists_ && format.is_raised;
        children(element);
        end_mark();
        is_raised_ = false;
        if (format.is_italic) story_.text.end_italic();
    }

    // Hidden text is not read, but fields go on through it.
    void hidden_run(xml::Node element) {
        for (auto const child : element.elements())
            if (auto const name = child.local_name(); name == "fldChar" || name == "instrText" ||
                                                      name == "footnoteReference" ||
                                                      name == "endnoteReference")
                visit(child);
    }

    void deleted(xml::Node parent) {
        for (auto const element : parent.elements()) {
            auto const name = element.local_name();
            if (name == "footnoteReference" || name == "endnoteReference") reference(element, true);
            else deleted(element);
        }
    }

    void reference(xml::Node element, bool is_deleted) {
        DocxNoteReference reference;
        reference.is_endnote = element.local_name() == "endnoteReference";
        reference.is_deleted = is_deleted;
        reference.id = std::string(element["w:id"]);
        auto const own = element["w:customMarkFollows"];
        reference.has_own_mark = own == "1" || own == "true" || own == "on";
        reference.span = {story_.text.size(), story_.text.size()};
        if (!is_deleted && numbering_.number) {
            if (reference.has_own_mark) marked_ = story_.references.size();
            else add(concat("[", numbering_.number(reference), "]"), element);
            reference.span.end = story_.text.size();
        }
        story_.references.push_back(std::move(reference));
    }

    // A mark of the author's own follows its reference, in the same run or in the next.
    void end_mark() {
        if (!marked_) return;
        auto& span = story_.references[*marked_].span;
        auto const end = story_.text.size();
        if (end == span.begin) return;
        marked_.reset();
        if (end - span.begin <= maximum_mark_size) span.end = end;
    }

    void control(xml::Node element) {
        auto const tag = element.child("sdtPr").child("tag")["w:val"];
        auto const begin = story_.text.size();
        if (auto const content = element.child("sdtContent")) children(content);
        if (auto citation = read_control_citation(tag)) add_citation(std::move(*citation), begin);
    }

    void simple_field(xml::Node element) {
        auto const begin = story_.text.size();
        children(element);
        if (auto citation = read_field_citation(element["w:instr"], element.child("fldData").text()))
            add_citation(std::move(*citation), begin);
    }

    void field_character(xml::Node element) {
        auto const type = element["w:fldCharType"];
        if (type == "begin") {
            Field field;
            field.begin = story_.text.size();
            field.data = element.child("fldData").text();
            fields_.push_back(std::move(field));
        } else if (fields_.empty()) {
            return;
        } else if (type == "separate") {
            fields_.back().phase = FieldPhase::result;
            fields_.back().begin = story_.text.size();
        } else if (type == "end") {
            auto const field = std::move(fields_.back());
            fields_.pop_back();
            end_field(field);
        }
    }

    void end_field(Field const& field) {
        // EndNote keeps long data in a field of its own within the citation's.
        bool const is_data = trim(field.code).substr(0, 18) == "ADDIN EN.CITE.DATA";
        if (is_data && !fields_.empty()) {
            if (fields_.back().data.empty()) fields_.back().data = field.data;
            return;
        }
        if (auto citation = read_field_citation(field.code, field.data))
            add_citation(std::move(*citation),
                         field.phase == FieldPhase::result ? field.begin : story_.text.size());
    }

    void add_citation(EmbeddedCitation citation, std::size_t begin) {
        citation.span = {begin, story_.text.size()};
        story_.citations.push_back(std::move(citation));
    }

    // Between a field's begin and its separator stands code, whatever it is written in.
    [[nodiscard]] bool in_code() const {
        return std::any_of(fields_.begin(), fields_.end(),
                           [](Field const& field) { return field.phase == FieldPhase::code; });
    }

    void add_text(xml::Node text) {
        if (!text.is_text() || in_code()) return;
        if (auto const raised = is_raised_ ? raised_digits(text.value()) : std::string(); !raised.empty())
            story_.text.put(raised, {text.offset(), text.offset() + text.value().size()});
        else append_xml_text(story_.text, part_, text);
    }
    void add(std::string_view text, xml::Node element) {
        if (!in_code()) story_.text.put(text, element_span(part_, element));
    }

    // Where a paragraph's last text ends nothing can be put that the reader sees: an empty place.
    static Span element_end(xml::Node element) { return {element.offset(), element.offset()}; }

    std::string_view part_;
    std::size_t part_begin_ = 0;
    DocxStyles const& styles_;
    DocxNumbering const& numbering_;
    DocxLists* lists_;  // where notes may be typed by hand
    bool is_raised_ = false;
    std::optional<std::size_t> marked_;  // the reference whose own mark is to come
    DocxStory story_;
    std::vector<Field> fields_;
};

Result<DocxStory> read_body(std::string_view part, XmlSlices const& slices, StoryReader reader) {
    for (std::size_t i = 0; i < slices.size(); ++i) {
        auto const slice = slices.read(i);
        if (!slice) return slice.error();
        reader.read(slice->tree.root().child("body"), {part.substr(slice->begin), 0, slice->begin});
    }
    return reader.finish();
}

}  // namespace

DocxStory read_docx_note(xml::Node note, DocxSource const& source, DocxStyles const& styles) {
    DocxNumbering const none;
    StoryReader reader(styles, none);
    reader.read(note, source);
    return reader.finish();
}

Result<DocxStory> read_docx_body(std::string_view part, XmlSlices const& slices, DocxStyles const& styles,
                                 DocxNumbering const& numbering) {
    return read_body(part, slices, StoryReader(styles, numbering));
}

Result<DocxStory> read_typed_docx_body(std::string_view part, XmlSlices const& slices,
                                       DocxStyles const& styles, DocxLists lists) {
    DocxNumbering const none;
    return read_body(part, slices, StoryReader(styles, none, &lists));
}

}  // namespace fonds
