// The command `fonds`: the table of commands.

#include <algorithm>
#include <exception>
#include <fonds/version.hpp>
#include <iostream>
#include <string_view>

#include "cli/command.hpp"
#include "cli/heap.hpp"

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

/// Adds the command that is asked for, or all of them to a call that needs to be told of them: their options
/// take a quarter of a start.
void add_commands(std::string_view asked, CLI::App& app, int& exit_code) {
    auto const is_asked = [&](Command const& command) { return command.name == asked; };
    auto const known = std::any_of(std::begin(commands), std::end(commands), is_asked);
    for (auto const& command : commands)
        if (!known || is_asked(command)) command.add(app, exit_code);
}

}  // namespace

int main(int argc, char** argv) {
    let_heap_grow_in_large_steps();
    std::ios::sync_with_stdio(false);
    CLI::App app{"Archival citations and bibliographies", "fonds"};
    app.set_version_flag("--version", std::string("fonds ") + std::string(fonds::version));
    app.require_subcommand(1);
    int exit_code = exit_fine;
    add_commands(argc > 1 ? argv[1] : "", app, exit_code);
    try {
        app.parse(argc, argv);
    } catch (CLI::ParseError const& error) {
        return app.exit(error) == 0 ? exit_fine : exit_error;
    } catch (std::exception const& error) {
        std::cerr << "fonds: " << error.what() << '\n';
        return exit_error;
    }
    return exit_code;
}
