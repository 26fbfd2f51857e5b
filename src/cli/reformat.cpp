// `fonds reformat`: a manuscript's citations written anew in a style.

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fonds/document.hpp>
#include <fonds/report.hpp>
#include <fonds/rewrite.hpp>
#include <iostream>
#include <memory>

#include "cli/command.hpp"
#include "cli/project.hpp"
#include "cli/terminal.hpp"

namespace fonds::cli {
namespace {

struct Request {
    std::string file, from = "auto", output;
    ProjectArguments project;
    ReformatOptions options;
};

int fail(Error const& error) {
    std::cerr << "fonds reformat: " << to_string(error) << '\n';
    return exit_error;
}

// What stays as it was, and why.
void report(Document document, std::vector<Diagnostic> const& findings) {
    CheckedFile file;
    file.document = std::move(document);
    file.findings = findings;
    ReportOptions options;
    options.colour = shows_colour(STDERR_FILENO);
    options.width = terminal_width(STDERR_FILENO);
    if (auto const reporter = make_reporter("pretty", options)) std::cerr << (*reporter)->add(file);
    auto const left = std::count_if(findings.begin(), findings.end(), [](Diagnostic const& finding) {
        return finding.rule == "citation-left-alone" || finding.rule == "edit-not-applied";
    });
    if (left > 0)
        std::cerr << "fonds reformat: " << left << (left == 1 ? " citation" : " citations")
                  << " not written as asked\n";
}

// Where files that the manuscript takes in go: beside the output as they stand beside the input. Over the
// files themselves they are written only where the manuscript itself is.
Result<std::vector<std::string>> places_of(std::vector<SourcePart> const& files, Request const& request) {
    namespace fs = std::filesystem;
    auto const from = fs::absolute(request.file).lexically_normal();
    auto const to = fs::absolute(request.output).lexically_normal();
    std::vector<std::string> places;
    for (auto const& file : files) {
        auto const path = fs::absolute(file.name).lexically_normal();
        auto const place = to.parent_path() / path.lexically_relative(from.parent_path());
        bool const is_over_itself = place.lexically_normal() == path && to != from;
        if (request.output == "-" || is_over_itself)
            return Error{ErrorCode::unwritable,
                         "its notes are rewritten too: name a file in another folder with --output",
                         file.name, 0};
        std::error_code ignored;
        fs::create_directories(place.parent_path(), ignored);
        places.push_back(place.string());
    }
    return places;
}

int run(Request const& request) {
    auto const project = open_project(request.project, request.file);
    if (!project) return fail(project.error());
    auto options = request.options;
    options.style = either(options.style, project->configuration.style);
    options.locale = either(options.locale, project->configuration.locale);
    if (options.style.empty())
        return fail({ErrorCode::malformed, "no style: name one with --style, or in fonds.toml", {}, 0});
    auto document = read_document(request.file, request.from, project->bibliography);
    if (!document) return fail(document.error());
    auto const patched = reformat_citations(*document, options, project->knowledge());
    if (!patched) return fail(patched.error());
    report(std::move(*document), patched->diagnostics);
    auto const others = places_of(patched->files, request);
    if (!others) return fail(others.error());
    for (std::size_t i = 0; i < others->size(); ++i)
        if (auto const written = write_document((*others)[i], patched->files[i].bytes); !written)
            return fail(written.error());
    if (request.output == "-") {
        std::cout << patched->bytes;
    } else if (auto const written = write_document(request.output, patched->bytes); !written) {
        return fail(written.error());
    }
    bool const is_all_written =
        std::all_of(patched->diagnostics.begin(), patched->diagnostics.end(),
                    [](Diagnostic const& finding) { return finding.severity == Severity::note; });
    return is_all_written ? exit_fine : exit_findings;
}

}  // namespace

void add_reformat(CLI::App& app, int& exit_code) {
    auto request = std::make_shared<Request>();
    auto* command =
        app.add_subcommand("reformat", "Rewrite the citations of a manuscript's notes in a style");
    command->add_option("FILE", request->file, "Manuscript; - is standard input")->required();
    command->add_option("-f,--from", request->from, "auto, docx, odt, md, tex, html, tei, txt")
        ->capture_default_str();
    command->add_option("-s,--style", request->options.style,
                        "Name or file of a CSL style; otherwise that of fonds.toml");
    command->add_option("-l,--locale", request->options.locale,
                        "Language; otherwise that of fonds.toml, or the style's own");
    add_list(*command, "--style-dir", request->options.style_folders,
             "A folder to look for styles and locales in first; may be given several times")
        ->check(CLI::ExistingDirectory);
    command->add_option("-o,--output", request->output, "File to write; - is standard output")->required();
    command
        ->add_option("--min-confidence", request->options.minimum_confidence,
                     "Leave alone what was understood with less")
        ->check(CLI::Range(0.0, 1.0))
        ->capture_default_str();
    command->add_flag("--zotero", request->options.zotero, "Write live Zotero citations (DOCX, ODT)");
    add_bibliography_option(*command, request->project);
    add_project_options(*command, request->project);
    command->footer(
        "Keys ([@key], \\footcite) and fields of Zotero and the like stay: pandoc, LaTeX or the reference "
        "manager writes them,\nand has a style of its own to set. What follows them in the notes (\"ibid.\", "
        "short forms) counts them.\n\n"
        "Exit status: 0 all rewritten; 1 some citations left as they were; 2 nothing written.");
    command->callback([request, &exit_code] { exit_code = run(*request); });
}

}  // namespace fonds::cli
