// The command `fonds`: the table of commands.

#include <array>
#include <exception>
#include <fonds/version.hpp>
#include <iostream>

#include "cli/command.hpp"

namespace {

using namespace fonds::cli;

constexpr std::array commands = {
    add_parse,  add_archives, add_convert,  add_cite,  add_bibliography,
    add_styles, add_check,    add_reformat, add_rules,
};

}  // namespace

int main(int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    CLI::App app{"Archival citations and bibliographies", "fonds"};
    app.set_version_flag("--version", std::string("fonds ") + std::string(fonds::version));
    app.require_subcommand(1);
    int exit_code = exit_fine;
    for (auto const add : commands) add(app, exit_code);
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
