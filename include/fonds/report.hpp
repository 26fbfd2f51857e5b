// Shows what was found: for people at a terminal, in a browser, and for other programs.
#pragma once

#include <fonds/diagnostic.hpp>
#include <fonds/document.hpp>
#include <fonds/item.hpp>
#include <fonds/knowledge.hpp>
#include <fonds/note.hpp>
#include <fonds/result.hpp>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fonds {

/// One file and what was found in it.
struct CheckedFile {
    Document document;  ///< of a record file: its name, and its bytes as the only part
    std::vector<ParsedNote> notes;
    Items items;  ///< of a record file
    std::vector<Diagnostic> findings;
    std::vector<Diagnostic> silenced;  ///< by comments in the file or by the baseline
};

struct ReportFormat {
    std::string_view name;  ///< "pretty"
    std::string_view description;
};

/// pretty, line, json, sarif, github, html.
[[nodiscard]] std::span<ReportFormat const> report_formats();

struct ReportOptions {
    bool colour = false;                     ///< pretty: ANSI colours
    std::size_t width = 100;                 ///< pretty: columns
    std::string style = "chicago-archives";  ///< html: the CSL style of the rendered forms
    std::string locale;                      ///< html: overrides the style's
};

/// Writes files as they come; `end` closes the report. What the three return, in order, is the report.
class Reporter {
  public:
    virtual ~Reporter();
    [[nodiscard]] virtual std::string begin();
    [[nodiscard]] virtual std::string add(CheckedFile const& file) = 0;
    /// `errors`: inputs that could not be read.
    [[nodiscard]] virtual std::string end(std::vector<Error> const& errors);
};

/// The reporter of that name. Errors: not_found.
[[nodiscard]] Result<std::unique_ptr<Reporter>> make_reporter(std::string_view format,
                                                              ReportOptions const& options = {});

/// A self-contained page: each note with its parts coloured, its records, their form in a style, and the
/// findings. The same as the report "html" of one file; `fonds parse --to html` writes it.
[[nodiscard]] std::string html_report(std::span<CheckedFile const> files, ReportOptions const& options = {});

/// What changed between two texts, in the unified format of diff, three lines of context; empty where nothing
/// did.
[[nodiscard]] std::string unified_diff(std::string_view before, std::string_view after,
                                       std::string_view name);

}  // namespace fonds
