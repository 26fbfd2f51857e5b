// What the commands share: how each joins the program, and the exit codes.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace fonds::cli {

/// Exit codes of every command.
enum ExitCode {
    exit_fine = 0,
    exit_findings = 1,  ///< findings at or above the fail level
    exit_error = 2,     ///< usage, input or output
    exit_partial = 3,   ///< some inputs could not be read
};

/// Adds a command with its options to `app`; its callback does the work and sets `exit_code`.
using AddCommand = void (*)(CLI::App& app, int& exit_code);

/// An option that may be given several times, each time with one value: what follows is the next option or a
/// file.
inline CLI::Option* add_list(CLI::App& command, std::string const& name, std::vector<std::string>& values,
                             std::string const& description) {
    return command.add_option(name, values, description)->allow_extra_args(false);
}

/// The number of threads.
inline CLI::Option* add_jobs(CLI::App& command, unsigned& jobs, std::string const& description) {
    constexpr unsigned most = 1024;
    return command.add_option("-j,--jobs", jobs, description)->check(CLI::Range(1U, most));
}

// One file a command, in the order of `fonds --help`.
void add_parse(CLI::App& app, int& exit_code);
void add_archives(CLI::App& app, int& exit_code);
void add_convert(CLI::App& app, int& exit_code);
void add_cite(CLI::App& app, int& exit_code);
void add_bibliography(CLI::App& app, int& exit_code);
void add_styles(CLI::App& app, int& exit_code);
void add_check(CLI::App& app, int& exit_code);
void add_reformat(CLI::App& app, int& exit_code);
void add_rules(CLI::App& app, int& exit_code);

}  // namespace fonds::cli
