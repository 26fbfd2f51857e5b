// The settings of a project for one command: its fonds.toml, and what the command line adds.
#pragma once

#include <fonds/configuration.hpp>
#include <fonds/knowledge.hpp>
#include <optional>
#include <string>
#include <vector>

#include "cli/command.hpp"

namespace fonds::cli {

/// As given; nothing is read yet.
struct ProjectArguments {
    std::string configuration;
    bool no_configuration = false;
    std::vector<std::string> archives;
    bool reads_manuscripts = false;  ///< whose keys are looked up in bibliographies
    std::vector<std::string> bibliography;
};

/// Adds `--archives`, `--config` and `--no-config`.
void add_project_options(CLI::App& command, ProjectArguments& arguments);
/// Adds `--bibliography`, for commands that read manuscripts.
void add_bibliography_option(CLI::App& command, ProjectArguments& arguments);

/// What both say together.
struct Project {
    Configuration configuration;
    std::optional<Knowledge> own_knowledge;
    Bibliography bibliography;

    [[nodiscard]] Knowledge const& knowledge() const {
        return own_knowledge ? *own_knowledge : Knowledge::builtin();
    }
};

/// Reads the fonds.toml that is named, else the nearest one to `file` ("-" or empty: to the working folder),
/// and the archives of both; where manuscripts are read, the bibliographies too. Errors: those of each.
[[nodiscard]] Result<Project> open_project(ProjectArguments const& arguments, std::string const& file);

/// The first of two settings that says something: the command line's wins.
[[nodiscard]] inline std::string const& either(std::string const& first, std::string const& second) {
    return first.empty() ? second : first;
}

}  // namespace fonds::cli
