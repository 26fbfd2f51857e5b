// Shows what was found: for people at a terminal, in a browser, and for other programs.
#pragma once

#include <cstddef>
#include <fonds/check.hpp>
#include <fonds/result.hpp>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#pragma GCC visibility push(default)
namespace fonds {

/// A format of reports, by the name that `make_reporter` takes.
struct ReportFormat {
    std::string_view name;  ///< "pretty"
    std::string_view description;
};

/// pretty, line, json, sarif, github, html.
[[nodiscard]] std::span<ReportFormat const> report_formats();

/// How reports look; each format takes what is its own.
struct ReportOptions {
    bool colour = false;                     ///< pretty: ANSI colours
    std::size_t width = 100;                 ///< pretty: columns
    std::string style = "chicago-archives";  ///< html: the CSL style of the rendered forms
    std::string locale;                      ///< html: overrides the style's
    std::vector<std::string> style_folders;  ///< html: where styles and locales are looked for first
    bool checked = true;                     ///< html: false for a page of records, which shows doubt instead
};

/// Writes files as they come: `begin` and `end` are called once, `add` for each file. What the three return,
/// in order, is the report.
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

/// A self-contained page: each note with its parts coloured, its records, their form in a style (none where
/// there is no such style), and the findings. It is the report "html" of these files; `fonds parse --to html`
/// writes it.
[[nodiscard]] std::string html_report(std::span<CheckedFile const> files, ReportOptions const& options = {});

/// What changed between two texts, in the unified format of diff, three lines of context; empty where nothing
/// did.
[[nodiscard]] std::string unified_diff(std::string_view before, std::string_view after,
                                       std::string_view name);

}  // namespace fonds
#pragma GCC visibility pop
