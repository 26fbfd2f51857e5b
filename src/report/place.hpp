// Where a finding lies, in the numbers that each output format counts in.
#pragma once

#include <fonds/report.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fonds::reporting {

/// Lines, columns and code points of byte offsets, without counting from the start each time.
class TextIndex {
  public:
    explicit TextIndex(std::string_view text);

    struct Point {
        Position position;
        std::size_t code_point = 0;  ///< from the beginning of the text
    };
    [[nodiscard]] Point at(std::size_t offset) const;
    /// The line, from 1, without its end.
    [[nodiscard]] Span line(std::size_t number) const;
    [[nodiscard]] std::string_view text() const { return text_; }

  private:
    [[nodiscard]] std::size_t code_points_before(std::size_t offset) const;

    std::string_view text_;
    std::vector<std::size_t> lines_;   ///< where each line begins
    std::vector<std::size_t> counts_;  ///< code points before each block
};

/// A span in a text with its line numbers: the file's own text, or a note's where the file is a package.
struct Place {
    TextIndex const* index = nullptr;
    Span span;
    TextIndex::Point begin;
    TextIndex::Point end;
    bool in_file = false;  ///< the numbers are those of the file
    std::string note;      ///< "note 12", empty outside notes
    std::size_t note_index = no_index;
    std::string_view part;  ///< member of a package, empty for the file itself
    std::string_view file;  ///< the file's name, or that of a file it takes in
};

/// Answers where findings of one file lie. Indexes of notes are made when they are asked for.
class Places {
  public:
    explicit Places(CheckedFile const& file);
    ~Places();
    [[nodiscard]] Place of(std::size_t note, Span span, std::size_t part = 0) const;
    [[nodiscard]] Place of(Diagnostic const& finding) const {
        return of(finding.note, finding.span, finding.part);
    }
    /// A repair in bytes of one file.
    struct FileFix {
        std::size_t part = 0;  ///< `Document::parts`: of a file that LaTeX takes in
        std::vector<Edit> edits;
    };
    /// Nothing where a piece of the fix has no place in a file, or where it goes over several.
    [[nodiscard]] std::optional<FileFix> in_file(Diagnostic const& finding, Fix const& fix) const;

  private:
    struct Indexes;
    CheckedFile const& file_;
    std::unique_ptr<Indexes> indexes_;
};

/// "note 12", by the number a reader sees.
[[nodiscard]] std::string note_name(Document const& document, std::size_t note);

/// Why a citation refers to an earlier one, the notes called by their numbers and not by the file's own ids.
[[nodiscard]] std::string reason_of(CitationLink const& link, Document const& document);

/// How many findings there are of each severity.
struct Tally {
    std::size_t errors = 0;
    std::size_t warnings = 0;
    std::size_t notes = 0;
    std::size_t fixable = 0;  ///< safely
    std::size_t silenced = 0;
    void add(CheckedFile const& file);
    /// "2 errors, 1 warning, 3 notes (2 can be fixed with --fix)".
    [[nodiscard]] std::string words() const;
};

[[nodiscard]] std::unique_ptr<Reporter> make_pretty(ReportOptions const& options);
[[nodiscard]] std::unique_ptr<Reporter> make_line();
[[nodiscard]] std::unique_ptr<Reporter> make_json();
[[nodiscard]] std::unique_ptr<Reporter> make_sarif();
[[nodiscard]] std::unique_ptr<Reporter> make_github();
[[nodiscard]] std::unique_ptr<Reporter> make_html(ReportOptions const& options);

}  // namespace fonds::reporting
