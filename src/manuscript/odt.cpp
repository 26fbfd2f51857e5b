// OpenDocument text (ODF 1.3 part 3): notes inline in content.xml, citations as reference marks.

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "manuscript/calls.hpp"
#include "manuscript/detect.hpp"
#include "manuscript/encoding.hpp"
#include "manuscript/field_citations.hpp"
#include "manuscript/mapped_text.hpp"
#include "manuscript/note_numbers.hpp"
#include "manuscript/odt_styles.hpp"
#include "manuscript/raised_digits.hpp"
#include "manuscript/reader.hpp"
#include "manuscript/xml_text.hpp"
#include "wire/zip.hpp"

namespace fonds {
namespace {

// A run of spaces written as one element; more is no text of a person.
constexpr int maximum_spaces = 1000;

// Elements whose content is not the text's own: deletions kept for undoing, comments, declarations.
constexpr std::array<std::string_view, 10> unseen = {
    "tracked-changes",  "annotation", "annotation-end", "sequence-decls", "variable-decls",
    "user-field-decls", "forms",      "note-citation",  "ruby-text",      "event-listeners"};

bool is_unseen(std::string_view name) { return contains(unseen, name); }

// bibliography types of ODF §7.8 that are not CSL's by name.
ItemType type_of(std::string_view name) {
    if (name == "article" || name == "journal") return ItemType::article_journal;
    if (name == "book" || name == "booklet" || name == "inbook") return ItemType::book;
    if (name == "incollection") return ItemType::chapter;
    if (name == "inproceedings" || name == "conference") return ItemType::paper_conference;
    if (name == "mastersthesis" || name == "phdthesis") return ItemType::thesis;
    if (name == "techreport") return ItemType::report;
    if (name == "unpublished") return ItemType::manuscript;
    if (name == "email") return ItemType::personal_communication;
    if (name == "www") return ItemType::webpage;
    return ItemType::document;
}

// A bibliography mark carries its record in attributes named as BibTeX's fields.
EmbeddedCitation mark_citation(xml::Node mark) {
    struct Row {
        std::string_view attribute;
        Variable variable;
    };
    constexpr std::array<Row, 12> rows = {{{"text:title", Variable::title},
                                           {"text:booktitle", Variable::container_title},
                                           {"text:journal", Variable::container_title},
                                           {"text:publisher", Variable::publisher},
                                           {"text:address", Variable::publisher_place},
                                           {"text:pages", Variable::page},
                                           {"text:volume", Variable::volume},
                                           {"text:number", Variable::issue},
                                           {"text:edition", Variable::edition},
                                           {"text:series", Variable::collection_title},
                                           {"text:isbn", Variable::ISBN},
                                           {"text:url", Variable::URL}}};
    EmbeddedCitation citation;
    citation.producer = "libreoffice";
    citation.key = std::string(mark["text:identifier"]);
    Item item;
    item.id = citation.key;
    item.type = type_of(mark["text:bibliography-type"]);
    for (auto const& row : rows)
        if (auto const value = mark[row.attribute]; !value.empty())
            item.texts.set(row.variable, std::string(value));
    if (auto const author = mark["text:author"]; !author.empty()) {
        Name name;
        name.literal = std::string(author);
        item.names.set(Variable::author, {name});
    }
    if (auto date = parse_edtf(mark["text:year"])) item.dates.set(Variable::issued, *date);
    citation.items.push_back(std::move(item));
    return citation;
}

class OdtReader {
  public:
    /// `styles` is the part of a package that has the named styles; empty where there is none.
    OdtReader(Document& document, std::string_view styles)
        : document_(document), part_(document.parts.front().bytes) {
        if (auto const tree = xml::Document::read(styles)) styles_.add(tree->root());
    }

    std::optional<Error> read() {
        auto const tree = xml::Document::read(part_, xml::Space::keep);
        if (!tree) {
            auto error = tree.error();
            error.message = concat("the part “", document_.parts.front().name, "”: ", error.message);
            return error;
        }
        auto const text = tree->root().child("body").child("text");
        if (!text)
            return Error{ErrorCode::malformed,
                         "holds no text document (no <office:text>): it may be a table or a drawing", "", 0};
        styles_.add(tree->root());
        Story body;
        children(text, body);
        auto finished = body.text.finish_untrimmed();
        document_.text = std::move(finished.text);
        document_.map = std::move(finished.map);
        document_.embedded = std::move(body.citations);
        link_calls(document_, calls_);
        if (document_.notes.empty()) {
            raise_digits_ = true;
            find_lists(tree->root());
            Story again;
            children(text, again);
            find_typed_notes(document_, again.text.finish_untrimmed());
        }
        return std::nullopt;
    }

  private:
    struct Story {
        MappedText text;
        std::vector<EmbeddedCitation> citations;
        std::map<std::string, std::size_t, std::less<>> open_marks;  // reference marks begun
        bool is_note = false;
    };

    // The XML reader has limited the depth.
    void children(xml::Node parent, Story& story) {
        for (auto node = parent.first(); node; node = node.next()) {
            if (node.is_text()) add_text(node, story);
            else if (node.is_element()) visit(node, story);
        }
    }

    void visit(xml::Node element, Story& story) {
        auto const name = element.local_name();
        if (name == "p" || name == "h") {
            children(element, story);
            story.text.paragraph({element.offset(), element.offset()});
        } else if (name == "list-item") {
            list_item(element, story);
        } else if (name == "span") {
            span(element, story);
        } else if (name == "note") {
            note(element, story);
        } else if (name == "s") {
            spaces(element, story);
        } else if (name == "tab") {
            story.text.put("\t", start_tag(part_, element));
        } else if (name == "line-break") {
            story.text.put(" ", start_tag(part_, element));
        } else if (name == "reference-mark-start") {
            story.open_marks[std::string(element["text:name"])] = story.text.size();
        } else if (name == "reference-mark-end") {
            end_mark(element["text:name"], story);
        } else if (name == "bibliography-mark") {
            auto const begin = story.text.size();
            children(element, story);
            add_citation(mark_citation(element), begin, story);
        } else if (!is_unseen(name)) {
            children(element, story);
        }
    }

    void span(xml::Node element, Story& story) {
        auto const style = element["text:style-name"];
        if (styles_.hides(style)) return;
        auto const setting = styles_.of_span(style, {});
        if (setting.italic) story.text.begin_italic();
        bool const is_raised = setting.position == TextPosition::superscript;
        auto const raised = raise_digits_ && is_raised ? raised_digits(element.text()) : std::string();
        if (auto const text = element.first(); !raised.empty() && text.is_text() && !text.next())
            story.text.put(raised, {text.offset(), text.offset() + text.value().size()});
        else children(element, story);
        if (setting.italic) story.text.end_italic();
    }

    // Where notes may be typed by hand, entries of a numbered list begin with their numbers, which stand
    // nowhere in the source.
    void list_item(xml::Node element, Story& story) {
        auto const format = numbered_lists_.find(element.parent()["text:style-name"]);
        if (raise_digits_ && format != numbered_lists_.end()) {
            auto& count = counts_[format->first];
            bool const goes_on = element.parent()["text:continue-numbering"] == "true";
            bool const is_first = !goes_on && element == element.parent().child("list-item");
            count = is_first ? 1 : count + 1;
            story.text.put_placeless(concat(note_number(count, format->second), ". "));
        }
        children(element, story);
    }

    // The lists whose entries of the first level are numbered, and how.
    void find_lists(xml::Node root) {
        for (auto const* group : {"automatic-styles", "styles"})
            for (auto const style : root.child(group).elements())
                if (auto const level = style.child("list-level-style-number");
                    style.local_name() == "list-style" && level && level["text:level"] == "1")
                    numbered_lists_.emplace(style["style:name"], list_format(level["style:num-format"]));
    }

    static std::string_view list_format(std::string_view format) {
        return format == "i" ? "lowerRoman" : format == "a" ? "lowerLetter" : "decimal";
    }

    void spaces(xml::Node element, Story& story) {
        int count = 1;
        auto const written = element["text:c"];
        std::from_chars(written.data(), written.data() + written.size(), count);
        story.text.put(std::string(static_cast<std::size_t>(std::clamp(count, 1, maximum_spaces)), ' '),
                       start_tag(part_, element));
    }

    void end_mark(std::string_view name, Story& story) {
        auto const found = story.open_marks.find(name);
        if (found == story.open_marks.end()) return;
        if (auto citation = read_field_citation(name))
            add_citation(std::move(*citation), found->second, story);
        story.open_marks.erase(found);
    }

    static void add_citation(EmbeddedCitation citation, std::size_t begin, Story& story) {
        citation.span = {begin, story.text.size()};
        story.citations.push_back(std::move(citation));
    }

    void note(xml::Node element, Story& story) {
        if (story.is_note) return;  // a note within a note does not exist (ODF §6.3.2)
        Story inner;
        inner.is_note = true;
        children(element.child("note-body"), inner);
        auto finished = inner.text.finish();
        SourceNote note;
        note.kind = element["text:note-class"] == "endnote" ? NoteKind::endnote : NoteKind::footnote;
        note.number = element.child("note-citation").text();
        note.id = std::string(element["text:id"]);
        if (note.id.empty())
            note.id = concat(note.kind == NoteKind::endnote ? "endnote-" : "footnote-", note.number);
        set_text(note, std::move(finished), std::move(inner.citations));
        auto const begin = story.text.size();
        bool const has_own_mark = !element.child("note-citation")["text:label"].empty();
        if (has_own_mark && note.text.starts_with(note.number)) cut_front(note, note.number.size());
        story.text.put(has_own_mark ? note.number : concat("[", note.number, "]"), start_tag(part_, element));
        calls_.push_back({note.id, {begin, story.text.size()}});
        document_.notes.push_back(std::move(note));
    }

    // White space collapses, and vanishes at the start of a paragraph (ODF §6.1.2).
    void add_text(xml::Node node, Story& story) {
        auto const parent = node.parent().local_name();
        if (parent == "text" || parent == "section" || parent == "note-body" || parent == "list" ||
            parent == "list-item" || parent == "table" || parent == "table-row" || parent == "table-cell")
            return;
        append_collapsed(story.text, node.value(), character_pieces(part_, node.value(), node.offset()));
    }

    Document& document_;
    std::string_view part_;
    OdtStyles styles_;
    std::map<std::string, std::string_view, std::less<>> numbered_lists_;  // by the name of their style
    std::map<std::string_view, std::size_t> counts_;
    bool raise_digits_ = false;
    std::vector<Call> calls_;
};

bool is_encrypted(zip::Archive& archive) {
    auto const manifest = archive.read("META-INF/manifest.xml");
    return manifest && *manifest && (*manifest)->find("encryption-data") != std::string::npos;
}

}  // namespace

std::optional<Error> read_odt(Document& document) {
    auto& first = document.parts.front();
    if (!is_zip(first.bytes)) {
        // A flat document is one XML file.
        decode_first_part(document);
        return OdtReader(document, {}).read();
    }
    document.original = std::move(first.bytes);
    auto archive = zip::Archive::open(document.original);
    if (!archive) return archive.error();
    if (is_encrypted(*archive))
        return Error{ErrorCode::unsupported,
                     "the document is encrypted: open it, save it without a password, and read that", "", 0};
    auto bytes = archive->read("content.xml");
    if (!bytes) return bytes.error();
    if (!*bytes)
        return Error{ErrorCode::malformed,
                     "the package has no part “content.xml”: it is no OpenDocument text", "", 0};
    first = {"content.xml", utf8_part(std::move(**bytes))};
    auto styles = archive->read("styles.xml");
    return OdtReader(document, styles && *styles ? utf8_part(std::move(**styles)) : std::string()).read();
}

}  // namespace fonds
