// `fonds archives`: what is known of archives, as a table, a card, tab-separated lines or JSON.
#include <unistd.h>

#include <algorithm>
#include <fonds/knowledge.hpp>
#include <iostream>
#include <memory>

#include "cli/command.hpp"
#include "cli/project.hpp"

namespace fonds::cli {
namespace {

struct Request {
    std::vector<std::string> words;
    ProjectArguments project;
    bool json = false, all_names = false;
    std::size_t limit = 0;
};

/// The first abbreviation still in use, else the first one.
std::string_view short_name(Archive const& archive) {
    for (auto const& name : archive.names)
        if (name.abbreviation && name.to == 0) return name.text;
    for (auto const& name : archive.names)
        if (name.abbreviation) return name.text;
    return "";
}

std::size_t width(std::string const& text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

std::vector<std::string> columns(Archive const& archive) {
    std::string place(archive.city);
    if (!archive.country.empty()) place.append(place.empty() ? "" : ", ").append(archive.country);
    return {std::string(archive.id), std::string(short_name(archive)), std::string(archive.name), place,
            std::string(archive.scheme)};
}

void print_table(std::vector<ArchiveMatch> const& matches, bool aligned) {
    std::vector<std::vector<std::string>> rows;
    std::vector<std::size_t> widths;
    for (auto const& match : matches) {
        rows.push_back(columns(*match.archive));
        widths.resize(rows.back().size());
        for (std::size_t i = 0; i < widths.size(); ++i)
            widths[i] = std::max(widths[i], width(rows.back()[i]));
    }
    for (auto const& row : rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            line += row[i];
            if (i + 1 == row.size()) break;
            line += aligned ? std::string(widths[i] - width(row[i]) + 2, ' ') : "\t";
        }
        std::cout << line << '\n';
    }
}

std::string years(ArchiveName const& name) {
    if (name.from == 0 && name.to == 0) return "";
    return " (" + (name.from ? std::to_string(name.from) : "") + "–" +
           (name.to ? std::to_string(name.to) : "") + ")";
}

void print_card(Knowledge const& knowledge, Archive const& archive) {
    std::cout << archive.name << "\n  id      " << archive.id << '\n';
    if (!archive.city.empty() || !archive.country.empty())
        std::cout << "  place   " << columns(archive)[3] << '\n';
    if (!archive.isil.empty()) std::cout << "  ISIL    " << archive.isil << '\n';
    if (auto const* parent = knowledge.archive(archive.parent))
        std::cout << "  part of " << parent->name << " (" << parent->id << ")\n";
    if (archive.digital) std::cout << "  digital: it shows copies of what others keep\n";
    std::cout << "  names\n";
    for (auto const& name : archive.names) {
        std::cout << "    " << name.text;
        if (name.language != "und") std::cout << " [" << name.language << ']';
        std::cout << years(name) << '\n';
    }
    auto const* scheme = knowledge.scheme(archive.scheme);
    if (!scheme) return;
    std::cout << "  levels (" << scheme->id << ": " << scheme->description << ")\n";
    for (auto const& level : scheme->levels) {
        std::cout << "    " << level.level << (level.required ? "" : " (optional)") << ':';
        for (std::size_t i = 0; i < level.labels.size(); ++i)
            std::cout << (i ? ", " : " ") << level.labels[i];
        std::cout << '\n';
    }
}

std::string in_one(std::vector<std::string> const& words) {
    std::string text;
    for (auto const& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

int run(Request const& request) {
    auto const project = open_project(request.project, "-");
    if (!project) {
        std::cerr << "fonds archives: " << to_string(project.error()) << '\n';
        return exit_error;
    }
    auto const& knowledge = project->knowledge();
    auto const query = in_one(request.words);
    auto matches = knowledge.search(query);
    auto const known =
        std::count_if(matches.begin(), matches.end(), [](auto const& m) { return m.score > 0.75; });
    if (known > 0 && !query.empty() && !request.all_names) matches.resize(static_cast<std::size_t>(known));
    if (request.limit != 0 && matches.size() > request.limit) matches.resize(request.limit);
    if (request.json) {
        std::cout << archives_json(knowledge, matches) << '\n';
    } else if (known > 0 && !query.empty() && matches.size() <= 4) {
        for (std::size_t i = 0; i < matches.size(); ++i) {
            if (i) std::cout << '\n';
            print_card(knowledge, *matches[i].archive);
        }
    } else {
        print_table(matches, isatty(STDOUT_FILENO) != 0);
    }
    if (!matches.empty()) return exit_fine;
    std::cerr << "fonds archives: no archive fits “" << query
              << "”; try a city or a part of the name, or add it with --archives FILE\n";
    return exit_findings;
}

}  // namespace

void add_archives(CLI::App& app, int& exit_code) {
    auto* command =
        app.add_subcommand("archives", "The archives that fonds knows, with their names and levels");
    auto request = std::make_shared<Request>();
    command->add_option("QUERY", request->words, "A name, abbreviation, city or id; nothing: all archives")
        ->type_name("");
    command->add_flag("--json", request->json, "Write JSON");
    command->add_flag("--similar", request->all_names, "List similar names too where the name is known");
    command->add_option("--limit", request->limit, "At most this many");
    add_project_options(*command, request->project);
    command->callback([request, &exit_code] { exit_code = run(*request); });
}

}  // namespace fonds::cli
