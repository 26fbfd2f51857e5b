// `fonds styles`: the styles that can be named.

#include <algorithm>
#include <fonds/csl.hpp>
#include <iostream>
#include <memory>

#include "cli/command.hpp"

namespace fonds::cli {
namespace {

struct Request {
    std::string query;
    std::vector<std::string> folders;
};

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(c < 0x80 ? std::tolower(c) : c); });
    return text;
}

int list(Request const& request) {
    csl::SearchPath path;
    path.folders = request.folders;
    auto const wanted = lower(request.query);
    auto found = false;
    for (auto const& entry : csl::list_styles(path)) {
        if (lower(entry.name).find(wanted) == std::string::npos &&
            lower(entry.title).find(wanted) == std::string::npos)
            continue;
        std::cout << entry.name << '\t' << entry.title << '\t' << entry.place << '\n';
        found = true;
    }
    if (!found) std::cerr << "fonds styles: no style fits; add folders with --style-dir\n";
    return found ? exit_fine : exit_findings;
}

}  // namespace

void add_styles(CLI::App& app, int& exit_code) {
    auto request = std::make_shared<Request>();
    auto* command = app.add_subcommand("styles", "List the styles that can be named, or those a word fits");
    command->add_option("QUERY", request->query, "Part of a name or title");
    add_list(*command, "--style-dir", request->folders,
             "A folder to look in first; may be given several times")
        ->check(CLI::ExistingDirectory);
    command->callback([request, &exit_code] { exit_code = list(*request); });
}

}  // namespace fonds::cli
