// The command `fonds`: the table of commands.

#include <algorithm>
#include <exception>
#include <fonds/version.hpp>
#include <iostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/command.hpp"
#include "cli/heap.hpp"
#include "cli/output.hpp"

namespace {

using namespace fonds::cli;

struct Command {
    std::string_view name;
    AddCommand add;
};
constexpr Command commands[] = {
    {"parse", add_parse}, {"archives", add_archives},         {"convert", add_convert},
    {"cite", add_cite},   {"bibliography", add_bibliography}, {"styles", add_styles},
    {"check", add_check}, {"reformat", add_reformat},         {"rules", add_rules},
};

/// `fonds help check` is `fonds check --help`, and `fonds help` is `fonds --help`.
std::vector<std::string> arguments_of(int argc, char** argv) {
    std::vector<std::string> arguments(argv + 1, argv + argc);
    if (arguments.empty() || arguments.front() != "help") return arguments;
    arguments.erase(arguments.begin());
    arguments.resize(std::min<std::size_t>(arguments.size(), 1));
    arguments.emplace_back("--help");
    return arguments;
}

bool is_unknown(std::vector<std::string> const& arguments) {
    auto const is_first = [&](Command const& command) { return command.name == arguments.front(); };
    return !arguments.empty() && !arguments.front().starts_with('-') &&
           std::none_of(std::begin(commands), std::end(commands), is_first);
}

/// Adds the command that is asked for, or all of them to a call that needs to be told of them: their options
/// take a quarter of a start.
void add_commands(std::string_view asked, CLI::App& app, int& exit_code) {
    auto const is_asked = [&](Command const& command) { return command.name == asked; };
    auto const known = std::any_of(std::begin(commands), std::end(commands), is_asked);
    for (auto const& command : commands)
        if (!known || is_asked(command)) command.add(app, exit_code);
}

/// `fonds COMMAND: what is wrong`, as the commands themselves say it.
std::string failure_message(CLI::App const& app, CLI::Error const& error) {
    auto const chosen = app.get_subcommands();
    auto const command = chosen.empty() ? std::string() : " " + chosen.front()->get_name();
    return "fonds" + command + ": " + error.what() + "\nRun with --help for more information.\n";
}

int run(CLI::App& app, std::vector<std::string> arguments, int const& exit_code) {
    try {
        std::reverse(arguments.begin(), arguments.end());  // CLI11 takes them from the end
        app.parse(std::move(arguments));
    } catch (CLI::ParseError const& error) {
        return app.exit(error) == 0 ? exit_fine : exit_error;
    } catch (std::exception const& error) {
        std::cerr << "fonds: " << error.what() << '\n';
        return exit_error;
    }
    return exit_code;
}

}  // namespace

int main(int argc, char** argv) {
    let_heap_grow_in_large_steps();
    std::ios::sync_with_stdio(false);
    CLI::App app{"Archival citations and bibliographies", "fonds"};
    app.set_version_flag("--version", std::string("fonds ") + std::string(fonds::version));
    app.require_subcommand(1);
    app.failure_message(
        [&](CLI::App const*, CLI::Error const& error) { return failure_message(app, error); });
    app.footer("`fonds help COMMAND` tells the options of a command.");
    int exit_code = exit_fine;
    auto arguments = arguments_of(argc, argv);
    if (is_unknown(arguments)) {
        std::cerr << "fonds: there is no command “" << arguments.front() << "”; `fonds help` lists them\n";
        return exit_error;
    }
    add_commands(arguments.empty() ? "" : arguments.front(), app, exit_code);
    auto const code = run(app, std::move(arguments), exit_code);
    if (code == exit_error) return code;
    if (auto const error = flush_standard_output()) {
        std::cerr << "fonds: " << to_string(*error) << '\n';
        return exit_error;
    }
    return code;
}
