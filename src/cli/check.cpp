// fonds check: what is wrong in the references of manuscripts and record files.

#include <algorithm>
#include <fonds/rewrite.hpp>
#include <iostream>
#include <memory>

#include "cli/check_options.hpp"
#include "cli/command.hpp"
#include "cli/progress.hpp"

namespace fonds::cli {
namespace {

/// One input after its work.
struct Outcome {
    Result<CheckedFile> file;
    std::string diff;
    std::size_t applied = 0;
};

// The file, and those it takes in.
Result<std::size_t> write_all(std::string const& path, Repaired const& repaired) {
    for (auto const& file : repaired.files)
        if (auto written = write_document(file.name, file.bytes); !written) return written;
    return write_document(path, repaired.bytes);
}

// Says why repairs were not made.
void report_left(Document const& document, std::vector<Diagnostic> left) {
    if (left.empty()) return;
    CheckedFile file;
    file.document = document;
    file.findings = std::move(left);
    if (auto const reporter = make_reporter("line")) std::cerr << (*reporter)->add(file);
}

// A file that was checked, repaired where that is asked for.
Outcome outcome_of(Result<CheckedFile> file, CheckRequest const& request) {
    Outcome outcome{std::move(file), {}, 0};
    if (!outcome.file || request.fix == FixLevel::none) return outcome;
    auto repaired = repair(*outcome.file, request);
    if (!repaired) return {repaired.error(), {}, 0};
    outcome.diff = std::move(repaired->diff);
    outcome.applied = repaired->applied;
    report_left(repaired->file.document, std::move(repaired->left));
    // What is only shown leaves the file, and what is found in it, as they are.
    if (request.arguments.diff) return outcome;
    auto const& path = outcome.file->document.name;
    if (outcome.applied > 0) {
        auto const written =
            path == "-" ? Result<std::size_t>(Error{ErrorCode::unwritable,
                                                    "standard input cannot be repaired in place; use --diff",
                                                    path, 0})
                        : write_all(path, *repaired);
        if (!written) return {written.error(), std::move(outcome.diff), outcome.applied};
    }
    outcome.file = std::move(repaired->file);
    return outcome;
}

/// All that one run collects.
struct Run {
    std::unique_ptr<Reporter> reporter;
    std::string report;  ///< kept where it goes to a file
    std::vector<Error> errors;
    std::size_t files = 0;
    std::size_t applied = 0;
    bool failed = false;
    Baseline baseline;
};

void put(Run& run, CheckRequest const& request, std::string const& text) {
    if (request.arguments.output.empty()) std::cout << text;
    else run.report += text;
}

void take(Run& run, CheckRequest const& request, Outcome outcome) {
    if (!outcome.file) {
        run.errors.push_back(outcome.file.error());
        return;
    }
    auto& file = *outcome.file;
    ++run.files;
    run.applied += outcome.applied;
    if (!request.arguments.write_baseline.empty()) run.baseline.add(file.document, file.findings);
    if (request.baseline) {
        auto filtered = request.baseline->filter(file.document, std::move(file.findings));
        file.findings = std::move(filtered.findings);
        file.silenced.insert(file.silenced.end(), std::make_move_iterator(filtered.silenced.begin()),
                             std::make_move_iterator(filtered.silenced.end()));
    }
    run.failed =
        run.failed || std::any_of(file.findings.begin(), file.findings.end(), [&](Diagnostic const& finding) {
            return finding.severity >= request.fail_level;
        });
    put(run, request, request.arguments.diff ? outcome.diff : run.reporter->add(file));
}

std::vector<std::string> expand(std::vector<std::string> const& files, std::vector<Error>& errors) {
    std::vector<std::string> paths;
    for (auto const& file : files) {
        auto found = find_documents(file, FolderScope::manuscripts_and_records);
        if (!found) errors.push_back(found.error());
        else if (found.value().empty())
            errors.push_back(
                {ErrorCode::not_found, "no manuscript and no record file in this folder", file, 0});
        else paths.insert(paths.end(), found.value().begin(), found.value().end());
    }
    return paths;
}

int finish(Run& run, CheckRequest const& request) {
    for (auto const& error : run.errors) std::cerr << "fonds check: " << to_string(error) << '\n';
    auto const& arguments = request.arguments;
    auto const write = [&](std::string const& path, std::string const& text) {
        if (path.empty()) return true;
        auto const written = write_document(path, text);
        if (!written) std::cerr << "fonds check: " << to_string(written.error()) << '\n';
        return written.has_value();
    };
    if (!write(arguments.output, run.report) ||
        !write(arguments.write_baseline, arguments.write_baseline.empty() ? "" : run.baseline.to_json()))
        return exit_error;
    if (run.applied > 0)
        std::cerr << "fonds check: " << run.applied << (run.applied == 1 ? " repair" : " repairs")
                  << (arguments.diff ? " possible\n" : " applied\n");
    if (!run.errors.empty()) return run.files > 0 ? exit_partial : exit_error;
    return run.failed && arguments.write_baseline.empty() ? exit_findings : exit_fine;
}

int run_check(CheckArguments arguments) {
    if (arguments.files.empty()) arguments.files.emplace_back("-");
    if (arguments.diff && arguments.fix.empty()) arguments.fix = "safe";
    if (!arguments.fix.empty() && arguments.fix != "safe" && arguments.fix != "all") {
        std::cerr << "fonds check: --fix is --fix, --fix=safe or --fix=all, not “" << arguments.fix << "”\n";
        return exit_error;
    }
    auto const request = decide(std::move(arguments));
    if (!request) {
        std::cerr << "fonds check: " << to_string(request.error()) << '\n';
        return exit_error;
    }
    Run run;
    auto reporter = make_reporter(request.value().arguments.format, request.value().report);
    if (!reporter) {
        std::cerr << "fonds check: " << reporter.error().message << '\n';
        return exit_error;
    }
    run.reporter = std::move(*reporter);
    auto const paths = expand(request.value().arguments.files, run.errors);
    bool const show = !request.value().arguments.diff;
    if (show) put(run, *request, run.reporter->begin());
    Progress progress("fonds check:", "files");
    std::size_t done = 0;
    auto const take_file = [&](Result<CheckedFile> file) {
        progress.clear();
        take(run, *request, outcome_of(std::move(file), *request));
        ++done;
        progress.update(done, done, paths.size());
    };
    auto options = request->options;
    options.jobs = request->arguments.jobs;
    options.keep_parts = request->fix != FixLevel::none;
    check_files(paths, take_file, request->arguments.from, request->knowledge(), options);
    progress.clear();
    if (show) put(run, *request, run.reporter->end(run.errors));
    std::cout.flush();
    return finish(run, *request);
}

void add_options(CLI::App& command, CheckArguments& arguments) {
    command.add_option("FILE", arguments.files, "Manuscripts, record files, folders; - is standard input")
        ->type_name("");
    command
        .add_option("-f,--from", arguments.from,
                    "auto, docx, odt, md, tex, html, tei, txt; lines: each a note; notes: JSON "
                    "lines; or a format of records")
        ->capture_default_str();
    std::vector<std::string> formats;
    for (auto const& format : report_formats()) formats.emplace_back(format.name);
    command
        .add_option(
            "--format", arguments.format,
            "The report: for people, a line a finding, for programs, code scanning, GitHub, a browser")
        ->check(CLI::IsMember(formats))
        ->capture_default_str();
    command.add_option("-o,--output", arguments.output, "Write the report to this file");
    std::vector<std::string> const levels = {"error", "warning", "note"};
    command
        .add_option("--fail-level", arguments.fail_level,
                    "Exit with 1 at findings of this severity or above [warning]")
        ->check(CLI::IsMember(levels));
    add_list(command, "--select", arguments.select,
             "Only these rules, families or beginnings (url-*), with commas between them")
        ->delimiter(',');
    add_list(command, "--ignore", arguments.ignore, "Leave these out; wins over --select")->delimiter(',');
    add_list(command, "--severity", arguments.severities,
             "How grave a rule is: RULE=error, RULE=warning or RULE=note")
        ->delimiter(',');
    command.add_flag("--fix{safe}", arguments.fix, "Apply safe repairs; --fix=all: the doubtful ones too");
    command.add_flag("--diff", arguments.diff, "Show what the repairs would change, and change nothing");
    command.add_option("--baseline", arguments.baseline,
                       "Leave out the findings that this file lists as known");
    command.add_option("--write-baseline", arguments.write_baseline,
                       "List all findings in this file as known, and exit with 0");
    add_bibliography_option(command, arguments.project);
    add_project_options(command, arguments.project);
    command.add_option("-s,--style", arguments.style, "Style of the rendered forms in the HTML report");
    add_list(command, "--style-dir", arguments.style_folders,
             "A folder to look for styles and locales in first; may be given several times")
        ->check(CLI::ExistingDirectory);
    command.add_option("-l,--locale", arguments.locale, "Language of the rendered forms");
    command.add_option("--year", arguments.year, "When the work appears [this year]")
        ->check(CLI::Range(1000, 9999));
    add_jobs(command, arguments.jobs, "Threads; otherwise as many as there are processors");
    command.add_option("--color", arguments.colour, "Colours of the pretty report")
        ->check(CLI::IsMember(std::vector<std::string>{"auto", "always", "never"}));
    command.footer(
        "Exit status: 0 fine; 1 findings at the fail level; 2 usage, input or output error; "
        "3 some of several files not read.");
}

}  // namespace

void add_check(CLI::App& app, int& exit_code) {
    auto* command = app.add_subcommand("check", "Find what is wrong in references");
    auto arguments = std::make_shared<CheckArguments>();
    add_options(*command, *arguments);
    command->callback([arguments, &exit_code] { exit_code = run_check(*arguments); });
}

}  // namespace fonds::cli
