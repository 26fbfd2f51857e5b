// DOCX (ECMA-376): the package's parts, the notes and the body that calls them.

#include <algorithm>
#include <map>
#include <set>

#include "base/text.hpp"
#include "manuscript/calls.hpp"
#include "manuscript/docx_package.hpp"
#include "manuscript/docx_story.hpp"
#include "manuscript/note_numbers.hpp"
#include "manuscript/reader.hpp"
#include "manuscript/xml_slices.hpp"
#include "manuscript/xml_text.hpp"
#include "wire/zip.hpp"

namespace fonds {
namespace {

// Where the parts stand if the package's relationships do not say.
constexpr std::string_view default_body = "word/document.xml";

struct NoteFormat {
    std::string format;
    std::size_t start = 1;
    std::size_t next = 1;
    bool by_section = false;  // numbers begin anew in each
};

class DocxReader {
  public:
    DocxReader(Document& document, zip::Archive& archive) : document_(document), archive_(archive) {}

    std::optional<Error> read() {
        auto name = related_part(archive_, "", "/officeDocument").value_or("");
        if (!archive_.has(name)) name = default_body;
        if (!archive_.has(name))
            return Error{ErrorCode::malformed,
                         concat("the package has no part “", name, "”: it is no Word document"), "", 0};
        // The trees are large: each is given up before the next is made.
        document_.parts.clear();
        if (auto error = load(name)) return error;
        std::string const folder(folder_of_part(name));
        for (auto const* kind : {"footnote", "endnote"}) {
            auto notes = related_part(archive_, name, concat("/", kind, "s"));
            if (!notes || !archive_.has(*notes)) notes = concat(folder, kind, "s.xml");
            if (!archive_.has(*notes)) continue;
            if (auto error = load(*notes)) return error;
            if (auto error = read_notes(kind)) return error;
        }
        auto const body = read_tree(document_.parts.front());
        if (!body) return body.error();
        read_formats(folder, body->root());
        add_body(body->root().child("body"));
        if (document_.notes.empty()) add_typed_notes(body->root().child("body"));
        return std::nullopt;
    }

  private:
    std::optional<Error> load(std::string const& name) {
        auto bytes = archive_.read(name);
        if (!bytes) return bytes.error();
        document_.parts.push_back({name, utf8_part(std::move(**bytes))});
        return std::nullopt;
    }

    static Result<xml::Document> read_tree(SourcePart const& part) {
        auto tree = xml::Document::read(part.bytes, xml::Space::keep);
        if (tree) return tree;
        auto error = tree.error();
        error.message = concat("the part “", part.name, "”: ", error.message);
        return error;
    }

    // The notes of the part that was loaded last.
    std::optional<Error> read_notes(std::string_view kind) {
        auto const part = document_.parts.size() - 1;
        std::string_view const bytes = document_.parts.back().bytes;
        auto const before = document_.notes.size();
        if (read_slices(bytes, kind, [&](xml::Node root, std::size_t begin) {
                add_notes(root, {bytes.substr(begin), part, begin}, kind);
            }))
            return std::nullopt;
        document_.notes.resize(before);
        auto const tree = read_tree(document_.parts.back());
        if (!tree) return tree.error();
        add_notes(tree->root(), {bytes, part}, kind);
        return std::nullopt;
    }

    void add_notes(xml::Node root, DocxSource const& source, std::string_view kind) {
        bool const endnotes = kind == "endnote";
        for (auto const element : root.elements()) {
            auto const type = element["w:type"];
            if (!type.empty() && type != "normal") continue;
            auto story = read_docx_story(element, source, {});
            auto finished = story.text.finish();
            SourceNote note;
            note.id = id_of(element["w:id"], endnotes);
            note.kind = endnotes ? NoteKind::endnote : NoteKind::footnote;
            set_text(note, std::move(finished), std::move(story.citations));
            document_.notes.push_back(std::move(note));
        }
    }

    static std::string id_of(std::string_view id, bool endnote) {
        return concat(endnote ? "endnote-" : "footnote-", id);
    }

    // Settings hold for the document; the last section's own come before them.
    void read_formats(std::string const& folder, xml::Node body_root) {
        formats_[false].format = "decimal";
        formats_[true].format = "lowerRoman";
        if (auto const bytes = archive_.read(folder + "settings.xml"); bytes && *bytes)
            if (auto const tree = xml::Document::read(**bytes)) take_formats(tree->root());
        take_formats(body_root.child("body").child("sectPr"));
    }

    void take_formats(xml::Node parent) {
        for (bool const endnote : {false, true}) {
            auto const properties = parent.child(endnote ? "endnotePr" : "footnotePr");
            if (auto const format = properties.child("numFmt")["w:val"]; !format.empty())
                formats_[endnote].format = format;
            if (auto const start = properties.child("numStart")["w:val"];
                is_all_digits(start) && start.size() < 6)
                formats_[endnote].start = formats_[endnote].next =
                    static_cast<std::size_t>(std::stoul(std::string(start)));
            if (auto const restart = properties.child("numRestart")["w:val"]; !restart.empty())
                formats_[endnote].by_section = restart == "eachSect";
        }
    }

    void add_body(xml::Node body) {
        std::map<std::string, std::string> numbers;
        DocxNumbering numbering;
        numbering.end_section = [&] {
            for (auto& [endnote, format] : formats_)
                if (format.by_section) format.next = format.start;
        };
        numbering.number = [&](DocxNoteReference const& reference) {
            auto const id = id_of(reference.id, reference.is_endnote);
            auto const found = numbers.find(id);
            if (found != numbers.end()) return found->second;
            auto& format = formats_[reference.is_endnote];
            return numbers[id] = note_number(format.next++, format.format);
        };
        auto story = read_docx_story(body, {document_.parts.front().bytes}, numbering);
        auto finished = story.text.finish_untrimmed();
        document_.text = std::move(finished.text);
        document_.map = std::move(finished.map);
        document_.embedded = std::move(story.citations);
        std::set<std::string> deleted;
        std::set<std::string> own_marks;
        std::vector<Call> calls;
        for (auto const& reference : story.references) {
            auto id = id_of(reference.id, reference.is_endnote);
            if (reference.is_deleted) {
                deleted.insert(std::move(id));
                continue;
            }
            if (reference.has_own_mark) {
                numbers[id] = std::string(slice(document_.text, reference.span));
                own_marks.insert(id);
            }
            calls.push_back({std::move(id), reference.span});
        }
        for (auto const& call : calls) deleted.erase(call.note);
        std::erase_if(document_.notes, [&](SourceNote const& note) { return deleted.count(note.id) > 0; });
        for (auto& note : document_.notes)
            if (auto const found = numbers.find(note.id); found != numbers.end()) note.number = found->second;
        for (auto& note : document_.notes)
            if (own_marks.count(note.id) > 0 && note.text.starts_with(note.number))
                cut_front(note, note.number.size());
        link_calls(document_, calls);
        order_by_calls(document_);
    }

    // Notes that are only paragraphs, their calls only raised figures.
    void add_typed_notes(xml::Node body) {
        auto story = read_docx_story(body, {document_.parts.front().bytes}, {}, true);
        find_typed_notes(document_, story.text.finish_untrimmed());
    }

    Document& document_;
    zip::Archive& archive_;
    std::map<bool, NoteFormat> formats_;
};

}  // namespace

std::optional<Error> read_docx(Document& document) {
    document.original = std::move(document.parts.front().bytes);
    auto archive = zip::Archive::open(document.original);
    if (!archive) return archive.error();
    return DocxReader(document, *archive).read();
}

}  // namespace fonds
