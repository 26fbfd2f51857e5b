// Notes of historians, read totally: signals, commentary, citations; every field with its place.
#pragma once

#include <cstddef>
#include <fonds/diagnostic.hpp>
#include <fonds/document.hpp>
#include <fonds/item.hpp>
#include <fonds/knowledge.hpp>
#include <fonds/span.hpp>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#pragma GCC visibility push(default)
namespace fonds {

/// What a piece of a note is.
enum class SegmentKind {
    citation,
    signal,   ///< "See also", "Vgl.", "quoted in"
    comment,  ///< prose of the author
    joiner,   ///< "; ", ", and ", spaces and stops between the others
};

/// A piece of a note. The segments of a note partition it, byte for byte.
struct Segment {
    SegmentKind kind = SegmentKind::comment;
    Span span;
    std::size_t citation = no_index;  ///< index into `ParsedNote::citations` for a citation
    friend bool operator==(Segment const&, Segment const&) = default;
};

/// What a citation cites, or how: `unparsed` is a citation that no grammar explains.
enum class CitationKind { archival, published, web, short_form, ibid, unparsed };

/// "archival", "published", "web", "short-form", "ibid", "unparsed".
[[nodiscard]] std::string_view to_string(CitationKind kind);

/// Where a field was read: a CSL variable's name, or "levels/2", "obtained_by", "document_id" …
struct FieldSpan {
    std::string field;
    Span span;  ///< in the note
    friend bool operator==(FieldSpan const&, FieldSpan const&) = default;
};

/// What a short form, an ibid. or a shared location stands for.
struct CitationLink {
    std::size_t note = 0;      ///< index of the note in the manuscript
    std::string note_id;       ///< its id
    std::size_t citation = 0;  ///< index of the citation in it
    std::string relation;      ///< "ibid", "short-title", "cited-above", "same-location", "quoted-in"
    std::string reason;        ///< in words
    double confidence = 0;     ///< 0 to 1
    friend bool operator==(CitationLink const&, CitationLink const&) = default;
};

/// One citation of a note. `item` holds what is written here; nothing is copied from a link's target. Of one
/// by a key it is the record of the key, which says all and is certain, or its id alone where that is not
/// known.
struct Citation {
    Span span;  ///< in the note
    CitationKind kind = CitationKind::unparsed;
    Item item;
    std::string locator;        ///< the place cited, where it is not the item's own page range
    std::string locator_label;  ///< CSL locator term: "page", "folio", "note" …
    std::vector<FieldSpan> fields;
    std::optional<CitationLink> refers_to;
    double confidence = 0;  ///< 0 to 1, calibrated: the share of such works that are wholly right
    std::string family;     ///< the grammar that read it: "quoted-document", "book" …; "key", "field": none
    /// Where a reference manager (Zotero, Mendeley, Citavi, EndNote) wrote the text: the records that it
    /// keeps beside it, mostly one. `item` still holds what is written.
    Items records;

    /// Whether it is cited by a key of a bibliography (`[@westad, 12]`, `\footcite{westad}`).
    [[nodiscard]] bool is_by_key() const { return family == "key"; }
    /// What is known of the work: its record where a reference manager keeps one, else what is written.
    [[nodiscard]] Item const& work() const { return records.empty() ? item : records.front(); }
};

/// A note as it was read: the same text, its segments, its citations, what is doubtful in it.
struct ParsedNote {
    std::string id;
    std::string text;
    std::vector<Segment> segments;
    std::vector<Citation> citations;
    std::vector<Diagnostic> diagnostics;
};

/// Parses one note by itself. Never fails; cost linear in its length. Tables other than the built-in ones are
/// made ready at each call: for many notes a `NoteParser` does that once.
[[nodiscard]] ParsedNote parse_note(std::string_view text, Knowledge const& knowledge = Knowledge::builtin());

/// How a note was read, for people: its elements, the readings that competed, and why the chosen one won.
[[nodiscard]] std::string explain_note(std::string_view text,
                                       Knowledge const& knowledge = Knowledge::builtin());

struct SingleNote;  // private

/// A note read by itself, whose references to other notes are open.
class UnresolvedNote {
  public:
    explicit UnresolvedNote(SingleNote&& note);
    UnresolvedNote(UnresolvedNote&&) noexcept;
    UnresolvedNote& operator=(UnresolvedNote&&) noexcept;
    ~UnresolvedNote();

  private:
    friend class NoteParser;
    std::unique_ptr<SingleNote> note_;
};

/// Parses the notes of manuscripts in order and resolves each against those before it.
///
/// Keeps of earlier notes only what later ones may refer to: the last 8,192 citations of a manuscript, and of
/// manuscripts the 64 that had a note last. `knowledge` must outlive the parser.
class NoteParser {
  public:
    explicit NoteParser(Knowledge const& knowledge = Knowledge::builtin());
    NoteParser(NoteParser&&) noexcept;
    NoteParser& operator=(NoteParser&&) noexcept;
    ~NoteParser();

    /// A note by itself. Several threads may read at once; only `resolve` needs their order.
    [[nodiscard]] UnresolvedNote read(std::string_view text) const;
    /// Several notes, one for each of `texts`: much faster than one by one where some sixteen come at once.
    [[nodiscard]] std::vector<UnresolvedNote> read(std::span<std::string_view const> texts) const;
    /// The same of a manuscript's notes: works that they cite by a key of a bibliography (`[@westad, 12]`,
    /// `\footcite{westad}`) have the record of the key, or are short forms whose item has the key as its id.
    [[nodiscard]] std::vector<UnresolvedNote> read(std::span<SourceNote const> notes) const;

    /// The next note of `manuscript`: notes of one manuscript are resolved among themselves.
    [[nodiscard]] ParsedNote resolve(std::string_view id, UnresolvedNote note,
                                     std::string_view manuscript = {});

    /// Both: `resolve(id, read(text), manuscript)`.
    [[nodiscard]] ParsedNote next(std::string_view id, std::string_view text,
                                  std::string_view manuscript = {});

  private:
    struct State;
    std::unique_ptr<State> state_;
};

/// The notes of a document, resolved: one for each of `document.notes`, in that order; those of one
/// `SourceNote::manuscript` are resolved among themselves. `jobs`: threads; the result is the same with any
/// number of them.
[[nodiscard]] std::vector<ParsedNote> parse_notes(Document const& document,
                                                  Knowledge const& knowledge = Knowledge::builtin(),
                                                  unsigned jobs = 1);
/// The same with a parser that was made before, so that its tables load while the document is read.
[[nodiscard]] std::vector<ParsedNote> parse_notes(Document const& document, NoteParser parser,
                                                  unsigned jobs = 1);

/// The distinct items that the notes cite in full, in order of first citation, with stable ids: those of
/// records of a bibliography are their keys. For text that a reference manager wrote stand its records.
/// Behind them come the records of citations in the running text (`Document::embedded`). Each is as its first
/// citation has it, an archival document with the leaves that are named there; a program that goes on citing
/// them takes `cited_document`, where leaves are of the cites.
[[nodiscard]] Items cited_items(std::vector<ParsedNote> const& notes,
                                std::vector<EmbeddedCitation> const& in_text = {});

/// For each citation of each note: the position in `cited_items(notes)` of the item that it cites in full or
/// refers to; `no_index` where there is none.
[[nodiscard]] std::vector<std::vector<std::size_t>> cited_positions(std::vector<ParsedNote> const& notes);

}  // namespace fonds
#pragma GCC visibility pop
