// A manuscript as every reader delivers it: notes, their calls, and the way back to the source.
#pragma once

#include <cstddef>
#include <fonds/bibliography.hpp>
#include <fonds/diagnostic.hpp>
#include <fonds/item.hpp>
#include <fonds/result.hpp>
#include <fonds/span.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#pragma GCC visibility push(default)
namespace fonds {

/// Maps bytes of an extracted text to bytes of its source, piece by piece.
///
/// A piece whose two sides have equal lengths maps byte for byte unless it is marked `whole`; any other
/// ("&amp;" read as "&", a line break read as a space) maps as a whole. Text between pieces has no place in
/// the source.
class SourceMap {
  public:
    struct Piece {
        Span text;             ///< in the extracted text
        Span source;           ///< in the part of the source
        std::size_t part = 0;  ///< index into `Document::parts`
        bool whole = false;    ///< the two sides differ, whatever their lengths
        [[nodiscard]] bool is_exact() const { return !whole && text.size() == source.size(); }
        friend bool operator==(Piece const&, Piece const&) = default;
    };

    /// A span of the source, and the part it lies in.
    struct Place {
        Span span;
        std::size_t part = 0;
        friend bool operator==(Place const&, Place const&) = default;
    };

    /// Adds a piece; pieces come in the order of the text. Adjoining pieces are joined.
    void add(Piece piece);
    /// The smallest source span that covers `text`; nothing where no byte of it has a place.
    [[nodiscard]] std::optional<Place> to_source(Span text) const;
    [[nodiscard]] std::vector<Piece> const& pieces() const { return pieces_; }

  private:
    std::vector<Piece> pieces_;
};

/// Where a note stands.
enum class NoteKind {
    footnote,
    endnote,
    reference,  ///< an entry of a bibliography or of a bare list of references
};

/// A citation that a program left in the note (Zotero, Mendeley, Citavi, EndNote field; `[@key]`).
struct EmbeddedCitation {
    Span span;  ///< of the visible text in the note
    /// "zotero", "mendeley", "citavi", "endnote", "pandoc", "latex", "jekyll", "hugo", "mediawiki"
    std::string producer;
    std::string key;          ///< citation key or uri; may be empty
    std::vector<Item> items;  ///< the records beside the text, or of the key; empty where none is known

    /// Whether it names a work by a key of a bibliography; else it is a field of a reference manager.
    [[nodiscard]] bool is_by_key() const {
        return !key.empty() &&
               (producer == "pandoc" || producer == "latex" || producer == "jekyll" || producer == "hugo");
    }
};

/// One note of a manuscript.
struct SourceNote {
    std::string id;      ///< unique in the document; the source's own id where it has one
    std::string number;  ///< the number or mark a reader sees ("7", "*"); may be empty
    NoteKind kind = NoteKind::footnote;
    std::string text;           ///< UTF-8, paragraphs joined by '\n', mark-up removed
    SourceMap map;              ///< bytes of `text` -> bytes of the source
    std::vector<Span> italics;  ///< pieces of `text` set in italics: titles, mostly
    std::optional<Span> call;   ///< where `Document::text` calls the note; nothing where no call was found
    std::vector<EmbeddedCitation> embedded;
    std::string manuscript;  ///< its manuscript, where the notes of several stand in one file
};

/// A named part of the source: the file itself, or a member of a package ("word/footnotes.xml").
struct SourcePart {
    std::string name;          ///< empty for a file that is no package
    std::string bytes;         ///< as read, decoded to UTF-8 where the source was not
    bool is_decoded = false;   ///< an included file that was not UTF-8; it is never written back
    std::string problem = {};  ///< why an included file could not be read; it then has no bytes
};

/// A file of records that a manuscript names: `bibliography:` in a Markdown text's metadata,
/// `\addbibresource{…}` or `\bibliography{…}` in LaTeX.
struct BibliographyName {
    std::string name;      ///< of the file; relative to the manuscript's folder
    Span span;             ///< of the source
    std::size_t part = 0;  ///< index into `Document::parts`
};

/// A manuscript.
struct Document {
    std::string name;    ///< file name, or "-"
    std::string format;  ///< "docx", "odt", "md", "tex", "html", "tei", "txt", "lines", "notes"
    std::string text;    ///< the body with its calls: as "[7]" where the program sets the number, as
                         ///< written where the author typed it
    SourceMap map;       ///< bytes of `text` -> bytes of the source
    std::vector<SourceNote> notes;           ///< in the order of their numbers
    std::vector<EmbeddedCitation> embedded;  ///< citations in the body; spans of `text`
    std::vector<SourcePart> parts;           ///< the first one holds the body
    std::string original;  ///< the whole file as read where `parts` do not show it (a package, a text
                           ///< that was not UTF-8); else empty
    std::vector<BibliographyName> bibliographies;  ///< as the manuscript names them
    /// The records of those, and of what else was given: what keys cite.
    Bibliography bibliography;
    std::vector<Diagnostic> diagnostics;  ///< calls without note, notes without call, repairs

    /// Whether the file is a package (DOCX, ODT), whose members the parts are.
    [[nodiscard]] bool is_package() const { return !parts.empty() && !parts.front().name.empty(); }
    /// The text that a finding's span is of: its note's, or the source's.
    [[nodiscard]] std::string_view text_of(Diagnostic const& finding) const;
};

/// A manuscript format.
struct DocumentFormat {
    std::string_view name;         ///< "docx", "md" …
    std::string_view description;  ///< one line
    std::string_view extensions;   ///< space-separated, without dots
    bool reads = true;             ///< false where this build was made without the library it needs
};

/// All manuscript formats, those this build cannot read included.
[[nodiscard]] std::span<DocumentFormat const> document_formats();

/// The format of a manuscript's bytes, by content, then by the name's extension, then "txt".
/// Never fails: what is no manuscript at all is refused by `read_document_bytes`.
[[nodiscard]] std::string_view detect_document_format(std::string_view bytes, std::string_view name);

/// What is looked for in a folder.
enum class FolderScope { manuscripts, manuscripts_and_records };

/// The files that a path stands for: itself, or the manuscripts (and record files) in a folder and below it,
/// in order of their names, by extension, and by content where an extension means much else (.json, .xml).
/// Left out are hidden files and folders, Word's lock files, and what a LaTeX file of the folder takes in.
/// Errors: not_found; unreadable (a folder that cannot be listed); limit_exceeded (deeper than 64 folders).
[[nodiscard]] Result<std::vector<std::string>> find_documents(std::string const& path,
                                                              FolderScope scope = FolderScope::manuscripts);

/// Reads a manuscript; the path "-" is standard input. `format` is one of `Document::format`'s names or
/// "auto": by content, then by name.
/// "lines" reads a text of which each line is a note. A file without notes is no error.
/// Works that it cites by key get their records from the bibliographies that it names, and from
/// `bibliography`; a key that is in none is a finding (`unknown-key`), as is a named file that cannot be read
/// (`bibliography-not-read`).
/// Errors: not_found, unreadable, malformed (no zip, no XML), unsupported, limit_exceeded.
[[nodiscard]] Result<Document> read_document(std::string const& path, std::string_view format = "auto",
                                             Bibliography const& bibliography = {});

/// The same from memory; `name` is for messages and for guessing the format. No file is looked for: one that
/// the text names counts as read if `bibliography` has it.
[[nodiscard]] Result<Document> read_document_bytes(std::string bytes, std::string name,
                                                   std::string_view format = "auto",
                                                   Bibliography const& bibliography = {});

}  // namespace fonds
#pragma GCC visibility pop
