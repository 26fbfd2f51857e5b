// What the command line and fonds.toml together ask of `fonds check`.
#pragma once

#include <fonds/check.hpp>
#include <fonds/report.hpp>
#include <optional>
#include <string>
#include <vector>

#include "cli/processors.hpp"
#include "cli/project.hpp"

namespace fonds::cli {

/// As given; nothing is decided yet.
struct CheckArguments {
    std::vector<std::string> files;
    std::string from = "auto";
    std::string format = "pretty";
    std::string output;
    std::string fail_level;
    std::vector<std::string> select, ignore, severities;
    std::string fix;  ///< "", "safe", "all"
    bool diff = false;
    std::string baseline, write_baseline;
    ProjectArguments project;
    std::vector<std::string> style_folders;
    std::string style, locale, colour = "auto";
    int year = 0;
    unsigned jobs = processor_count();
};

/// Ready for work.
struct CheckRequest {
    CheckArguments arguments;
    CheckOptions options;
    ReportOptions report;
    Severity fail_level = Severity::warning;
    FixLevel fix = FixLevel::none;
    Project project;
    std::optional<Baseline> baseline;

    [[nodiscard]] Knowledge const& knowledge() const { return project.knowledge(); }
};

/// Reads fonds.toml, the baseline, and what else the project has. Errors: those of each, and wrong names of
/// rules.
[[nodiscard]] Result<CheckRequest> decide(CheckArguments arguments);

/// What repairing a file came to.
struct Repaired {
    CheckedFile file;               ///< as it is after the repairs
    std::string bytes;              ///< the whole file
    std::vector<SourcePart> files;  ///< others that it takes in and that changed, by path
    std::string diff;               ///< of the text, or of the notes of a package
    std::size_t applied = 0;
    std::vector<Diagnostic> left;  ///< why a repair was not made (`edit-not-applied`)
};

/// Applies repairs until none is left that can be applied, or `maximum_rounds` is reached.
inline constexpr int maximum_rounds = 8;
[[nodiscard]] Result<Repaired> repair(CheckedFile file, CheckRequest const& request);

}  // namespace fonds::cli
