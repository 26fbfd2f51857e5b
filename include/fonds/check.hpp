// Finds what is wrong in the references of a manuscript or of a file of records.
#pragma once

#include <cstddef>
#include <fonds/bibliography.hpp>
#include <fonds/diagnostic.hpp>
#include <fonds/document.hpp>
#include <fonds/item.hpp>
#include <fonds/knowledge.hpp>
#include <fonds/note.hpp>
#include <fonds/result.hpp>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#pragma GCC visibility push(default)
namespace fonds {

/// One check. Ids are words and never change their meaning; families are chapters of the list.
struct Rule {
    std::string_view id;      ///< "level-order"
    std::string_view family;  ///< "structure", "ranges", "typing", "labels", "time", "identifiers" …
    Severity severity = Severity::warning;  ///< unless the options say otherwise
    std::string_view summary;               ///< one line: what is wrong
};

/// All rules, family by family.
[[nodiscard]] std::vector<Rule> const& rules();

/// The rule of that id; null where there is none.
[[nodiscard]] Rule const* find_rule(std::string_view id);

/// One example of a rule's page: a manuscript or a file of records.
struct RuleExample {
    /// "notes" (one a line), a name that `read_document` or `read_items` knows, "csl" (a style), or
    /// "citations" (as `csl::read_citations` has them).
    std::string format;
    std::string text;
};

/// What the page of a rule says. The examples are also its tests.
struct RulePage {
    std::string why;     ///< Markdown
    std::string advice;  ///< Markdown: what to do
    std::vector<RuleExample> bad;
    std::vector<RuleExample> good;
    std::string markdown;  ///< the whole page
};

/// The page of a rule. Errors: not_found.
[[nodiscard]] Result<RulePage> rule_page(std::string_view id);

/// Which rules look at what, and how grave they are.
struct CheckOptions {
    /// Rule ids, families, "all", or a beginning with a star ("url-*"). Empty: all.
    std::vector<std::string> select;
    std::vector<std::string> ignore;                           ///< the same; wins over `select`
    std::vector<std::pair<std::string, Severity>> severities;  ///< by rule id, last wins
    int year = 0;       ///< of publication; 0: unknown, and only what is wrong in any year is reported
    unsigned jobs = 1;  ///< threads that read and check a manuscript; the findings are the same
    Bibliography bibliography;  ///< of what manuscripts cite by key, beside the files that they name
    /// Whether a file that was checked comes with the parts of its package, in which repairs are made.
    /// Without them it takes as much less memory; where a finding lies in one of them, they come all the
    /// same.
    bool keep_parts = true;
};

/// An error (not_found) for each name in `select`, `ignore` and `severities` that is no rule, family or
/// pattern, with the one that it was meant to be.
[[nodiscard]] std::vector<Error> unknown_rules(CheckOptions const& options);

/// Everything found in a manuscript: by its reader, by the parser of its notes, and by the rules; ordered by
/// place. `notes` are those of `document`, in its order. Cost: linear in the text.
[[nodiscard]] std::vector<Diagnostic> check(Document const& document, std::vector<ParsedNote> const& notes,
                                            Knowledge const& knowledge = Knowledge::builtin(),
                                            CheckOptions const& options = {});

/// Everything found in records. Spans are bytes of `source`, the content of the file that they were read
/// from: the value at fault where it stands there as it is, else the record's id.
[[nodiscard]] std::vector<Diagnostic> check(Items const& items, std::string_view source,
                                            Knowledge const& knowledge = Knowledge::builtin(),
                                            CheckOptions const& options = {});

/// Where to mark a finding in the file: bytes of a part of the document. Nothing where the words at fault
/// have no place in it, as a program sets them.
[[nodiscard]] std::optional<SourceMap::Place> place_of(Document const& document, Diagnostic const& finding);

/// The same for a span (of a fix, of a related place) in the text of note `note`, or, where that is
/// `no_index`, in part `part` of the source.
[[nodiscard]] std::optional<SourceMap::Place> place_of(Document const& document, std::size_t note, Span span,
                                                       std::size_t part = 0);

/// The findings without those that a comment of the manuscript silences, and those.
///
/// `<!-- fonds: ignore level-order, http-url -->` in Markdown, HTML and TEI, `% fonds: ignore level-order`
/// in LaTeX: for the note it stands in or beside, or for the line below where it stands alone on its line.
/// `ignore-file` is for the whole file, and in the main file of a LaTeX text for those that it takes in, too;
/// no names silence all rules. A comment that silences nothing is itself a finding (`unused-suppression`).
struct Suppressed {
    std::vector<Diagnostic> findings;
    std::vector<Diagnostic> silenced;
};
[[nodiscard]] Suppressed suppress(Document const& document, std::vector<Diagnostic> findings,
                                  CheckOptions const& options = {});

/// A name for a finding that stays when notes are moved, added or removed elsewhere: from its rule, the
/// words of its note, and the words at fault.
[[nodiscard]] std::string fingerprint(Document const& document, Diagnostic const& finding);

/// Findings that are known and accepted, by fingerprint and number.
class Baseline {
  public:
    /// Reads what `to_json` wrote. Errors: malformed.
    [[nodiscard]] static Result<Baseline> from_json(std::string_view text);
    /// The file that `from_json` reads; lines in an order that does not change.
    [[nodiscard]] std::string to_json() const;

    /// Takes findings as known.
    void add(Document const& document, std::vector<Diagnostic> const& findings);
    /// Takes the known ones out, each as often as it was added.
    [[nodiscard]] Suppressed filter(Document const& document, std::vector<Diagnostic> findings) const;
    [[nodiscard]] std::size_t size() const { return entries_.size(); }

  private:
    struct Entry {
        std::string fingerprint;
        std::string rule;
        std::string text;  ///< the words at fault, for a person who reads the file
        std::size_t count = 0;
    };
    std::vector<Entry> entries_;  ///< ordered by fingerprint
};

/// Which repairs to apply.
enum class FixLevel { none, safe, all };

/// An edit and the text it belongs to.
struct ChosenFix {
    std::size_t finding = 0;  ///< index into the findings given
    Fix fix;
};

/// The repairs to apply: the best one of each finding that the level allows. Of two that touch the same
/// text the one of the graver finding is taken, then the earlier; the other has to wait for the next round.
[[nodiscard]] std::vector<ChosenFix> choose_fixes(std::vector<Diagnostic> const& findings, FixLevel level);

/// One file and what was found in it.
struct CheckedFile {
    Document document;              ///< of a record file: its name and format, and its bytes as the only part
    std::vector<ParsedNote> notes;  ///< of a manuscript, those of `document.notes` in its order
    Items items;                    ///< of a record file
    std::vector<Diagnostic> findings;
    std::vector<Diagnostic> silenced;  ///< by comments in the file
    bool is_records = false;
};

/// Reads, parses and checks one file: a manuscript or a file of records. `format` is a name of either kind,
/// "notes", or "auto": by the name's extension where that says enough, else by content. "-" is standard
/// input. Errors: those of `read_document` and `read_items`.
[[nodiscard]] Result<CheckedFile> check_file(std::string const& path, std::string_view format = "auto",
                                             Knowledge const& knowledge = Knowledge::builtin(),
                                             CheckOptions const& options = {});

/// The same for many files, on `options.jobs` threads. `take` is given each file, or why it could not be
/// read, in the order of the paths and in the calling thread; a few files a thread are held at a time.
void check_files(std::vector<std::string> const& paths,
                 std::function<void(Result<CheckedFile> file)> const& take, std::string_view format = "auto",
                 Knowledge const& knowledge = Knowledge::builtin(), CheckOptions const& options = {});

/// The same from memory; `name` is for messages and for guessing the format, `others` are files that a LaTeX
/// text takes in, by path. No file is looked for. Errors: malformed, unsupported, limit_exceeded.
[[nodiscard]] Result<CheckedFile> check_bytes(std::string bytes, std::string name,
                                              std::string_view format = "auto",
                                              Knowledge const& knowledge = Knowledge::builtin(),
                                              CheckOptions const& options = {},
                                              std::vector<SourcePart> others = {});

}  // namespace fonds
#pragma GCC visibility pop
