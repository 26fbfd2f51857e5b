// The settings of a project for one command: its fonds.toml, and what the command line adds.

#include "cli/project.hpp"

#include <filesystem>
#include <fonds/bibliography.hpp>

namespace fonds::cli {
namespace {

std::string folder_of(std::string const& file) {
    if (file.empty() || file == "-") return ".";
    std::filesystem::path const path(file);
    std::error_code code;
    return std::filesystem::is_directory(path, code) ? path.string() : path.parent_path().string();
}

Result<Configuration> configuration_for(ProjectArguments const& arguments, std::string const& file) {
    if (arguments.no_configuration) return Configuration{};
    if (!arguments.configuration.empty()) return read_configuration(arguments.configuration);
    auto const path = find_configuration(folder_of(file));
    return path.empty() ? Result<Configuration>(Configuration{}) : read_configuration(path);
}

std::vector<std::string> both(std::vector<std::string> first, std::vector<std::string> const& second) {
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

}  // namespace

void add_project_options(CLI::App& command, ProjectArguments& arguments) {
    add_list(command, "--archives", arguments.archives,
             "Table of more archives, in the format of bibliography/archives; may be given several times")
        ->type_name("FILE");
    command.add_option("--config", arguments.configuration, "This fonds.toml instead of the nearest one")
        ->type_name("FILE");
    command.add_flag("--no-config", arguments.no_configuration, "Read no fonds.toml");
}

void add_bibliography_option(CLI::App& command, ProjectArguments& arguments) {
    arguments.reads_manuscripts = true;
    add_list(command, "--bibliography", arguments.bibliography,
             "Records that manuscripts cite by key, beside the files that they name; may be given several "
             "times")
        ->type_name("FILE");
}

Result<Project> open_project(ProjectArguments const& arguments, std::string const& file) {
    auto configuration = configuration_for(arguments, file);
    if (!configuration) return configuration.error();
    Project project;
    project.configuration = *std::move(configuration);
    if (auto const archives = both(project.configuration.archives, arguments.archives); !archives.empty()) {
        auto knowledge = Knowledge::with_archives(archives);
        if (!knowledge) return knowledge.error();
        project.own_knowledge.emplace(*std::move(knowledge));
    }
    if (!arguments.reads_manuscripts) return project;
    auto bibliography = read_bibliography(both(project.configuration.bibliography, arguments.bibliography));
    if (!bibliography) return bibliography.error();
    project.bibliography = *std::move(bibliography);
    return project;
}

}  // namespace fonds::cli
