// Changes written back into a manuscript: only what they touch changes.
#pragma once

#include <cstddef>
#include <fonds/diagnostic.hpp>
#include <fonds/document.hpp>
#include <fonds/knowledge.hpp>
#include <fonds/result.hpp>
#include <fonds/span.hpp>
#include <string>
#include <string_view>
#include <vector>

#pragma GCC visibility push(default)
namespace fonds {

/// A replacement of a piece of a note's text.
struct NoteEdit {
    std::size_t note = no_index;  ///< index into `Document::notes`; `no_index`: the body, `Document::text`
    Span span;                    ///< of that text; empty: the replacement is put in
    std::string replacement;      ///< plain text; the format's own escapes are added
    std::size_t group = 0;        ///< edits of one group other than 0 are applied all or not at all (a fix)
};

/// A manuscript with changes.
struct Patched {
    std::string bytes;              ///< the whole file
    std::vector<SourcePart> files;  ///< the files that it includes (LaTeX's \input) and that changed, by path
    std::size_t applied = 0;        ///< how many edits are in it
    std::vector<std::size_t> skipped;     ///< indices of those that are not, in order
    std::vector<Diagnostic> diagnostics;  ///< why, a finding `edit-not-applied` for each
};

/// Applies edits to a document as it was read. In DOCX and ODT only the text of the touched runs changes;
/// every other member of the package stays as it is, byte for byte. The result is read again before it is
/// given back: an edit whose note then reads otherwise than intended is taken out and reported.
/// Errors: unsupported (the file was not UTF-8), and those of `read_document` on the result.
[[nodiscard]] Result<Patched> apply_edits(Document const& document, std::vector<NoteEdit> const& edits);

struct ReformatOptions {
    std::string style;                       ///< name or file of a CSL style
    std::string locale;                      ///< empty: the style's own
    std::vector<std::string> style_folders;  ///< where styles and locales are looked for first
    double minimum_confidence = 0.75;        ///< 0 to 1: a citation understood with less is left alone
    bool zotero = false;  ///< wrap each in a live Zotero citation (DOCX fields, ODT reference marks)
};

/// Rewrites the citations in the notes in a style; signals and commentary between them stay. What stays as it
/// was is named by the findings `citation-left-alone` (not understood well enough, or with words that belong
/// to no field) and `edit-not-applied`. Keys of a bibliography and fields of a reference manager are left to
/// the program that writes them: one finding for each program says so (`citation-managed`, a note). Short
/// forms and "ibid." are written anew as the style has them, each with the page, the leaves or the location
/// that it names; titles are set in italics where the format has them.
/// Errors: those of `csl::Style::find` and `apply_edits`; unsupported (`zotero` in another format).
[[nodiscard]] Result<Patched> reformat_citations(Document const& document, ReformatOptions const& options,
                                                 Knowledge const& knowledge = Knowledge::builtin());

/// The text with the edits in it, which must not overlap; for showing a change.
[[nodiscard]] std::string edited_text(std::string_view text, std::vector<Edit> edits);

/// Writes a file under a temporary name beside it and renames it: a failure leaves the old file whole.
/// Gives back how many bytes were written. Errors: unwritable.
[[nodiscard]] Result<std::size_t> write_document(std::string const& path, std::string_view bytes);

/// An empty file beside `path`, by a name that nobody has: what is written piece by piece may go there until
/// it is whole. Gives back its name. Errors: unwritable.
[[nodiscard]] Result<std::string> new_output_beside(std::string const& path);

}  // namespace fonds
#pragma GCC visibility pop
