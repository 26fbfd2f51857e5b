// What `fonds cite` and `fonds bibliography` work on: records, a style and its locales.
#pragma once

#include <fonds/formats.hpp>
#include <fonds/house_style.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.hpp"
#include "cli/processors.hpp"
#include "cli/project.hpp"

namespace fonds::cli {

/// What the command line asks for.
struct CiteRequest {
    std::string command, input = "-", from, style, locale, to = "text", citations;
    std::string house, group;
    ProjectArguments project;
    std::vector<std::string> style_folders;
    bool ids = false, hereafter = false, read_locations = false;
    unsigned jobs = processor_count();
};

/// The records, the citations, the style and its locales, ready to be formatted.
struct CiteMaterial {
    Items items;
    std::optional<HouseForm> form;  ///< where something is to be written in it
    HouseStyle style;
    csl::Options options;
    std::vector<csl::Citation> citations;  ///< those of the file that the command line names
    int code = exit_fine;
};

/// Reads the project's settings, and takes style and language from it where the command line names none. Says
/// what is wrong and gives nothing where they cannot be read.
[[nodiscard]] std::optional<Project> settle(CiteRequest& request);

/// Says on standard error what is wrong with a request.
void complain(CiteRequest const& request, std::string const& message);

/// Writes what was found while formatting: in the style, in the citations, or in the records.
void print_rendered(std::vector<Diagnostic> const& diagnostics, CiteRequest const& request,
                    CiteMaterial const& material);

/// Reads the style, its locales, the citations and the records, and lowers archival references to CSL
/// variables; says what is wrong and gives nothing where one of them cannot be had.
[[nodiscard]] std::optional<CiteMaterial> prepare(CiteRequest const& request, Knowledge const& knowledge);

}  // namespace fonds::cli
