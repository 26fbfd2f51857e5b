// DOCX (ECMA-376): the package's parts, the notes and the body that calls them.

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "base/diagnostic.hpp"
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
        if (auto const part = archive_.read(folder + "styles.xml"); part && *part)
            styles_ = DocxStyles(**part);
        for (auto const* kind : {"footnote", "endnote"}) {
            auto notes = related_part(archive_, name, concat("/", kind, "s"));
            if (!notes || !archive_.has(*notes)) notes = concat(folder, kind, "s.xml");
            if (!archive_.has(*notes)) continue;
            if (auto error = load(*notes)) return error;
            if (auto error = read_notes(kind)) return error;
        }
        if (auto error = add_body(folder)) return error;
        return document_.notes.empty() ? add_typed_notes(folder) : std::nullopt;
    }

  private:
    std::optional<Error> load(std::string const& name) {
        auto bytes = archive_.read(name);
        if (!bytes) return bytes.error();
        document_.parts.push_back({name, utf8_part(std::move(**bytes))});
        return std::nullopt;
    }

    /// What `read` makes of the slices of a part, or of the whole part where one of them is no XML.
    template <class Read>
    static auto read_sliced(SourcePart const& part, std::string_view parent, Read const& read) {
        auto made = read(XmlSlices(part.bytes, parent));
        if (made) return made;
        made = read(XmlSlices::whole(part.bytes));
        if (made) return made;
        auto error = made.error();
        error.message = concat("the part “", part.name, "”: ", error.message);
        return decltype(made)(error);
    }

    // The notes of the part that was loaded last.
    std::optional<Error> read_notes(std::string_view kind) {
        auto const part = document_.parts.size() - 1;
        std::string_view const bytes = document_.parts.back().bytes;
        auto const before = document_.notes.size();
        auto const read = read_sliced(
            document_.parts.back(), concat(kind, "s"), [&](XmlSlices const& slices) -> Result<std::size_t> {
                document_.notes.resize(before);
                for (std::size_t i = 0; i < slices.size(); ++i) {
                    auto const slice = slices.read(i);
                    if (!slice) return slice.error();
                    add_notes(slice->tree.root(), {bytes.substr(slice->begin), part, slice->begin}, kind);
                }
                return document_.notes.size();
            });
        return read ? std::nullopt : std::optional(read.error());
    }

    void add_notes(xml::Node root, DocxSource const& source, std::string_view kind) {
        bool const endnotes = kind == "endnote";
        for (auto const element : root.elements()) {
            auto const type = element["w:type"];
            if (!type.empty() && type != "normal") continue;
            auto story = read_docx_note(element, source, styles_);
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
    std::optional<Error> read_formats(std::string const& folder, XmlSlices const& body) {
        auto const last = body.read_last_child();
        if (!last) return last.error();
        formats_ = {{false, {"decimal"}}, {true, {"lowerRoman"}}};
        if (auto const bytes = archive_.read(folder + "settings.xml"); bytes && *bytes)
            if (auto const tree = xml::Document::read(**bytes)) take_formats(tree->root());
        take_formats(last->tree.root().child("body").child("sectPr"));
        return std::nullopt;
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

    std::optional<Error> add_body(std::string const& folder) {
        std::unordered_map<std::string, std::string> numbers;
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
        auto const& part = document_.parts.front();
        auto story = read_sliced(part, "body", [&](XmlSlices const& slices) -> Result<DocxStory> {
            numbers.clear();
            if (auto error = read_formats(folder, slices)) return *error;
            return read_docx_body(part.bytes, slices, styles_, numbering);
        });
        if (!story) return story.error();
        auto finished = story->text.finish_untrimmed();
        document_.text = std::move(finished.text);
        document_.map = std::move(finished.map);
        document_.embedded = std::move(story->citations);
        for (auto const span : story->elsewhere)
            document_.diagnostics.push_back(
                make_diagnostic("file-not-read", Severity::warning, span,
                                "here the text of another file is taken in, which was not read: open the "
                                "document in Word, save it "
                                "anew, or check that file by itself"));
        std::set<std::string> deleted;
        std::set<std::string> own_marks;
        std::vector<Call> calls;
        for (auto const& reference : story->references) {
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
        return std::nullopt;
    }

    // Notes that are only paragraphs, their calls only raised figures.
    std::optional<Error> add_typed_notes(std::string const& folder) {
        DocxLists lists;
        if (auto const part = archive_.read(folder + "numbering.xml"); part && *part)
            lists = DocxLists(**part);
        auto story = read_sliced(document_.parts.front(), "body", [&](XmlSlices const& slices) {
            return read_typed_docx_body(document_.parts.front().bytes, slices, styles_, lists);
        });
        if (!story) return story.error();
        find_typed_notes(document_, story->text.finish_untrimmed());
        return std::nullopt;
    }

    Document& document_;
    zip::Archive& archive_;
    std::map<bool, NoteFormat> formats_;
    DocxStyles styles_;
};

}  // namespace

std::optional<Error> read_docx(Document& document) {
    document.original = std::move(document.parts.front().bytes);
    auto archive = zip::Archive::open(document.original);
    if (!archive) return archive.error();
    return DocxReader(document, *archive).read();
}

}  // namespace fonds
