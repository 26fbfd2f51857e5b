// The text of a Word story (the body, a note): runs joined, insertions kept, deletions dropped, fields read.
#pragma once

#include <cstddef>
#include <fonds/document.hpp>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "manuscript/docx_lists.hpp"
#include "manuscript/docx_styles.hpp"
#include "manuscript/mapped_text.hpp"
#include "manuscript/xml_slices.hpp"
#include "wire/xml.hpp"

namespace fonds {

/// A reference to a note as it stands in the body.
struct DocxNoteReference {
    bool is_endnote = false;
    bool is_deleted = false;    ///< by a tracked change
    bool has_own_mark = false;  ///< the author set the mark; it follows as text
    std::string id;
    Span span;  ///< of the call in the story's text
};

struct DocxStory {
    MappedText text;
    std::vector<DocxNoteReference> references;
    std::vector<EmbeddedCitation> citations;
    std::vector<Span> elsewhere;  ///< of the part: where text of another file is taken in
};

/// What the body's reader asks for and tells. Either may be empty.
struct DocxNumbering {
    std::function<std::string(DocxNoteReference const&)> number;  ///< the mark of a note as Word numbers it
    std::function<void()> end_section;                            ///< a section ends: numbers may begin anew
};

/// What a tree was read from: a part of the package, or the rest of it from byte `begin` on.
struct DocxSource {
    std::string_view bytes;  ///< that offsets in the tree count
    std::size_t part = 0;    ///< its index in the document
    std::size_t begin = 0;
};

/// Reads the content of a note (`w:footnote`, `w:endnote`).
[[nodiscard]] DocxStory read_docx_note(xml::Node note, DocxSource const& source, DocxStyles const& styles);

/// Reads the content of `w:body` in the package's main part. Errors: those of the slices.
[[nodiscard]] Result<DocxStory> read_docx_body(std::string_view part, XmlSlices const& slices,
                                               DocxStyles const& styles, DocxNumbering const& numbering);

/// The same for a body whose notes may be typed by hand: numbers set as superscripts are read as such ("²"),
/// and entries of a list begin with their numbers.
[[nodiscard]] Result<DocxStory> read_typed_docx_body(std::string_view part, XmlSlices const& slices,
                                                     DocxStyles const& styles, DocxLists lists);

}  // namespace fonds
