// fonds rules: what is checked, and why.

#include <algorithm>
#include <fonds/check.hpp>
#include <iostream>
#include <string>

#include "cli/command.hpp"

namespace fonds::cli {
namespace {

struct RulesOptions {
    std::string id;
    bool json = false;
};

// Not “quoted”: for a std::string that would be the standard library’s, which leaves line breaks as they are.
std::string json_string(std::string_view text) {
    std::string out = "\"";
    for (auto const c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (c == '\n') out += "\\n";
        else if (c == '\t') out += "\\t";
        else out += c;
    }
    return out + '"';
}

void print_json(Rule const& rule) {
    std::cout << "{\"id\": " << json_string(rule.id) << ", \"family\": " << json_string(rule.family)
              << ", \"severity\": " << json_string(to_string(rule.severity))
              << ", \"summary\": " << json_string(rule.summary);
    if (auto const page = rule_page(rule.id))
        std::cout << ", \"why\": " << json_string(page.value().why)
                  << ", \"advice\": " << json_string(page.value().advice);
    std::cout << "}\n";
}

void print_table() {
    std::size_t width = 0;
    for (auto const& rule : rules()) width = std::max(width, rule.id.size());
    // Rules of one family need not stand together in the table of the library.
    std::vector<std::string_view> families;
    for (auto const& rule : rules())
        if (std::find(families.begin(), families.end(), rule.family) == families.end())
            families.push_back(rule.family);
    for (auto const family : families) {
        std::cout << (family == families.front() ? "" : "\n") << family << '\n';
        for (auto const& rule : rules()) {
            if (rule.family != family) continue;
            std::cout << "  " << rule.id << std::string(width - rule.id.size() + 2, ' ')
                      << to_string(rule.severity) << std::string(9 - to_string(rule.severity).size(), ' ')
                      << rule.summary << '\n';
        }
    }
}

int print_page(std::string const& id) {
    auto const page = rule_page(id);
    if (!page) {
        std::cerr << "fonds rules: " << page.error().message << '\n';
        return exit_error;
    }
    auto const& rule = *find_rule(id);
    std::cout << page.value().markdown << "\nFamily: " << rule.family
              << ". Severity: " << to_string(rule.severity) << ".\nSilence: <!-- fonds: ignore " << id
              << " -->, % fonds: ignore " << id << ", or --ignore " << id << '\n';
    return exit_fine;
}

int run(RulesOptions const& options) {
    if (options.json) {
        for (auto const& rule : rules())
            if (options.id.empty() || rule.id == options.id) print_json(rule);
        return options.id.empty() || find_rule(options.id) ? exit_fine : print_page(options.id);
    }
    if (!options.id.empty()) return print_page(options.id);
    print_table();
    return exit_fine;
}

}  // namespace

void add_rules(CLI::App& app, int& exit_code) {
    auto* command = app.add_subcommand("rules", "What `check` looks for: all rules, or the page of one");
    auto options = std::make_shared<RulesOptions>();
    command->add_option("ID", options->id, "a rule: why, examples, what to do");
    command->add_flag("--json", options->json, "one JSON object a line");
    command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace fonds::cli
