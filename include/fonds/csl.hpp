// Citation Style Language 1.0.2: styles, locales, and the formatting of notes and bibliographies.
//
// A style is compiled once, never changes and may be shared by any number of threads. A `Session` belongs to
// one document. The engine reads CSL variables only; what an archival reference is to be called in them is
// decided before.
#pragma once

#include <cstddef>
#include <fonds/diagnostic.hpp>
#include <fonds/item.hpp>
#include <fonds/result.hpp>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#pragma GCC visibility push(default)
namespace fonds::csl {

/// Where styles and locales are looked for by name, first to last: `folders`; the ones built into the
/// library; $XDG_DATA_HOME/csl (~/.local/share/csl); Debian's citation-style-language-styles and -locales.
struct SearchPath {
    std::vector<std::string> folders;
    bool system = true;  ///< look beyond `folders`
};

/// A place where a style can be found.
struct StyleEntry {
    std::string name;  ///< "chicago-notes-bibliography": what `Style::find` takes
    std::string title;
    std::string place;  ///< the folder, or "built-in"
};

/// All styles of the search path, by name; of equal names the first found.
[[nodiscard]] std::vector<StyleEntry> list_styles(SearchPath const& path = {});

/// The XML of a style: by name in the search path, or by file name where it has a '/', ends in ".csl" or is
/// "-"; for a dependent style that of its parent. Errors: not_found, unreadable.
[[nodiscard]] Result<std::string> read_style(std::string_view name, SearchPath const& path = {});

struct CompiledLocale;  // private
struct CompiledStyle;   // private

/// A locale file (CSL 1.0.2, "Locale Files").
class Locale {
  public:
    /// Reads a locale. Errors: malformed, limit_exceeded. Doubtful parts are diagnostics.
    [[nodiscard]] static Result<Parsed<Locale>> parse(std::string_view xml, std::string source = {});
    /// The locale of that language tag, without any fallback. Errors: not_found, malformed.
    [[nodiscard]] static Result<Locale> find(std::string_view language, SearchPath const& path = {});

    [[nodiscard]] std::string_view language() const;  ///< its tag, "de-AT"
    [[nodiscard]] CompiledLocale const& compiled() const { return *compiled_; }

  private:
    explicit Locale(std::shared_ptr<CompiledLocale const> compiled) : compiled_(std::move(compiled)) {}
    std::shared_ptr<CompiledLocale const> compiled_;
};

/// Locales in order of precedence, most special first: de-AT, de-DE, en-US (CSL 1.0.2, "Locale Fallback").
using Locales = std::vector<Locale>;

/// The locales of the fallback chain of `language` that the search path has. Errors: not_found (none at all).
[[nodiscard]] Result<Locales> find_locales(std::string_view language, SearchPath const& path = {});

/// An independent style, compiled.
class Style {
  public:
    /// Compiles a style. Lenient: what cannot be used is left out with a diagnostic at its place.
    /// Errors: malformed (no XML, no style), unsupported (a dependent style: see `find`), limit_exceeded.
    [[nodiscard]] static Result<Parsed<Style>> parse(std::string_view xml, std::string source = {});
    /// `read_style`, compiled. Errors: those of both.
    [[nodiscard]] static Result<Parsed<Style>> find(std::string_view name, SearchPath const& path = {});

    [[nodiscard]] std::string_view id() const;              ///< of cs:info, a URI as a rule
    [[nodiscard]] std::string_view title() const;           ///< of cs:info
    [[nodiscard]] std::string_view default_locale() const;  ///< empty: the style leaves it open
    [[nodiscard]] bool is_note() const;                     ///< class="note"
    [[nodiscard]] bool has_bibliography() const;            ///< it has a cs:bibliography
    [[nodiscard]] CompiledStyle const& compiled() const { return *compiled_; }

  private:
    explicit Style(std::shared_ptr<CompiledStyle const> compiled) : compiled_(std::move(compiled)) {}
    std::shared_ptr<CompiledStyle const> compiled_;
};

/// Where a cite stands among the cites of a document (CSL 1.0.2, "Choose", `position`).
enum class Position { first, subsequent, ibid, ibid_with_locator };

/// One item cited once.
struct Cite {
    std::string id;       ///< of the item
    std::string locator;  ///< "34-59"; a label in it ("vol. 2, 15") counts more than `label`
    std::string label;    ///< locator term: "page", "folio", "chapter"; empty: page. Before a locator whose
                          ///< label is no term nothing is put: it then says itself what it is ("ll. 34–59")
    std::string prefix;   ///< "see ", may carry rich text
    std::string suffix;
    bool suppress_author = false;
    bool author_only = false;
    std::optional<Position> position;     ///< these three override what the document says: its position,
    std::optional<bool> near_note;        ///< whether it is near the note that cites the item before,
    int first_reference_note_number = 0;  ///< and the note that cites it first (0: as the document says)
    friend bool operator==(Cite const&, Cite const&) = default;
};

/// The cites of one place in a document.
struct Citation {
    std::string id;           ///< unique in the document
    std::vector<Cite> cites;  ///< none: a source that is not known stands there; no "ibid." goes back past it
    int note_number = 0;      ///< 0: in the text
    bool keep_order = false;  ///< do not sort the cites
    bool ungrouped = false;   ///< sort them, but do not bring those of one author together
    bool reset_position = false;  ///< a chapter begins here: positions start anew
    bool composite = false;       ///< the first cite's author in the running text: "Doe (1999)"
    std::string infix;            ///< of a composite citation, behind the author: "argues"
    friend bool operator==(Citation const&, Citation const&) = default;
};

/// Reads citations from JSON: an array of `{"citationID", "citationItems": [{"id", "locator", "label",
/// "prefix", "suffix", "suppress-author", "author-only"}], "properties": {"noteIndex", "mode", "infix"}}`,
/// the form that word processors' plug-ins use; the modes are those of the first cite and "composite", or of
/// bare arrays of cites. Errors: malformed.
[[nodiscard]] Result<std::vector<Citation>> read_citations(std::string_view json);

/// `tagged` is for callers that render themselves: `read_tagged` makes a tree of its texts.
enum class OutputFormat { text, html, markdown, latex, rtf, typst, tagged };

/// The format of that name ("text", "html", "markdown", "latex", "rtf", "typst"), or nothing.
[[nodiscard]] std::optional<OutputFormat> find_output_format(std::string_view name);

/// A node of a text in the format `tagged`: a leaf of text, or what its tag says of its children.
///
/// Tags are the names of CSL variables ("title", "issued", "locator"); "cite" (its `text` is the item's id),
/// "names", "name", "date", "number", "term", "label", "prefix" and "suffix" (of a cite); formatting as it is
/// to be set, with nesting settled: "italic", "oblique", "upright", "bold", "light", "normal-weight",
/// "small-caps", "normal-caps", "underline", "no-underline", "superscript", "subscript", "baseline"; and
/// "entry", "block", "left-margin", "right-inline", "indent" of a bibliography. Affixes, delimiters and
/// quotation marks are text.
struct TaggedNode {
    std::string tag;  ///< empty: text
    std::string text;
    std::vector<TaggedNode> children;
    friend bool operator==(TaggedNode const&, TaggedNode const&) = default;
};

/// The tree of a citation or entry that was written in the format `tagged`.
[[nodiscard]] std::vector<TaggedNode> read_tagged(std::string_view tagged);

/// How a document is formatted.
struct Options {
    std::string language;  ///< overrides the style's default locale
    OutputFormat output = OutputFormat::html;
    bool bibliography = true;           ///< write one at all
    bool number_in_item_order = false;  ///< number the items as they are given, not as they are cited
    /// A cite of which the style prints nothing, or a citation of items that are not there, shows ids in
    /// brackets, not the words that citeproc-js has for it.
    bool name_unprinted = false;
    unsigned jobs = 1;  ///< threads on which texts are written; they are the same with any
};

/// One entry of a bibliography. Its text is a whole piece of the list, with what ends an entry in the format:
/// in plain text a line break, in Markdown, LaTeX and Typst a blank line, in RTF `\par`, in HTML the end of
/// its `div`. One behind the other, inside the `bibliography_frame`, they are the list.
struct Entry {
    std::string id;
    std::string text;
};

/// Everything of a document. What the style prints nothing of is named by a finding (`nothing-printed`): an
/// item that is cited, or one that a bibliography leaves out as it has neither title nor names nor an
/// archive.
struct Rendered {
    std::vector<std::string> citations;   ///< in the order given
    std::vector<Entry> bibliography;      ///< in the order of the style
    std::vector<std::string> item_order;  ///< with a bibliography: the ids of all items in its order, those
                                          ///< without an entry included
    std::vector<Diagnostic> diagnostics;
};

/// Formats a whole document: each citation, and the bibliography of all `items`.
[[nodiscard]] Rendered format_document(Style const& style, Locales const& locales, Items const& items,
                                       std::vector<Citation> const& citations, Options const& options = {});

/// Formats a bibliography of `items` in the style's order.
[[nodiscard]] Rendered format_bibliography(Style const& style, Locales const& locales, Items const& items,
                                           Options const& options = {});

/// The same for lists that need not be in memory as a whole: `take` is given each entry, in order, in the
/// calling thread, and `Rendered::bibliography` stays empty.
[[nodiscard]] Rendered format_bibliography(Style const& style, Locales const& locales, Items const& items,
                                           Options const& options, std::function<void(Entry&&)> const& take);

/// A bibliography as one text: entries with what the format puts around them.
[[nodiscard]] std::string join_bibliography(std::vector<Entry> const& entries, OutputFormat output);

/// What a format puts before the entries of a bibliography and behind them.
struct BibliographyFrame {
    std::string_view start, end;
};
[[nodiscard]] BibliographyFrame bibliography_frame(OutputFormat output);

/// A heading over a part of a bibliography; `level` 1 is the outermost, 3 the innermost there is.
[[nodiscard]] std::string write_heading(std::string_view text, int level, OutputFormat output);

/// What an edit changed: every citation and entry whose text is another now.
struct Changes {
    std::vector<std::pair<std::size_t, std::string>> citations;  ///< position in the document, new text
    std::vector<std::string> removed_entries;                    ///< ids
    std::vector<Entry> entries;                                  ///< new or changed
    bool reordered = false;                                      ///< the order of the bibliography is another
};

/// A document that is being written. After every edit its texts are those that `format_document` would give.
class Session {
  public:
    /// A document without citations and items. `locales`: `find_locales` of `options.language` or the
    /// style's.
    Session(Style style, Locales locales, Options options = {});
    Session(Session&&) noexcept;
    Session& operator=(Session&&) noexcept;
    ~Session();

    /// Adds items, or replaces those of the same id.
    Changes set_items(Items const& items);
    /// Takes an item away; cites of it are left out until it is there again.
    Changes erase_item(std::string_view id);
    /// Inserts a citation before position `index`, or at the end where there are fewer. Note numbers of the
    /// others stay as they are, unless `note_numbers` gives those of all citations after the edit: one step
    /// instead of two.
    Changes insert(std::size_t index, Citation citation, std::vector<int> const& note_numbers = {});
    /// Puts another citation in the place of one. These do nothing where there is no such position.
    Changes replace(std::size_t index, Citation citation);
    /// Takes a citation out.
    Changes erase(std::size_t index, std::vector<int> const& note_numbers = {});
    /// Moves a citation so that it stands at position `to` afterwards.
    Changes move(std::size_t from, std::size_t to, std::vector<int> const& note_numbers = {});
    /// Gives citations new note numbers, in the order of the document; those that are too few or too many
    /// change nothing.
    Changes renumber(std::vector<int> const& note_numbers);

    [[nodiscard]] std::vector<Citation> citations() const;         ///< in the order of the document
    [[nodiscard]] Items items() const;                             ///< all that were set, cited or not
    [[nodiscard]] std::vector<std::string> const& texts() const;   ///< of the citations
    [[nodiscard]] std::vector<Entry> const& bibliography() const;  ///< in the order of the style

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace fonds::csl
#pragma GCC visibility pop
