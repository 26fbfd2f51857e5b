// fonds rules: what is checked, and why.

#include <algorithm>
#include <fonds/check.hpp>
#include <iostream>
#include <string>
#include <utility>

#include "cli/command.hpp"

namespace fonds::cli {
namespace {

struct RulesOptions {
    std::string name;  ///< of a rule or a family; empty: all
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

// Rules of one family need not stand together in the table of the library.
std::vector<std::string_view> families() {
    std::vector<std::string_view> names;
    for (auto const& rule : rules())
        if (std::find(names.begin(), names.end(), rule.family) == names.end()) names.push_back(rule.family);
    return names;
}

bool is_family(std::string_view name) {
    auto const names = families();
    return std::find(names.begin(), names.end(), name) != names.end();
}

void print_family(std::string_view family) {
    std::size_t width = 0;
    for (auto const& rule : rules()) width = std::max(width, rule.id.size());
    std::cout << family << '\n';
    for (auto const& rule : rules()) {
        if (rule.family != family) continue;
        std::cout << "  " << rule.id << std::string(width - rule.id.size() + 2, ' ')
                  << to_string(rule.severity) << std::string(9 - to_string(rule.severity).size(), ' ')
                  << rule.summary << '\n';
    }
}

void print_table() {
    bool first = true;
    for (auto const family : families()) {
        if (!std::exchange(first, false)) std::cout << '\n';
        print_family(family);
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

int print_all_json(std::string const& name) {
    bool any = false;
    for (auto const& rule : rules()) {
        if (!name.empty() && rule.id != name && rule.family != name) continue;
        print_json(rule);
        any = true;
    }
    return any ? exit_fine : print_page(name);
}

int run(RulesOptions const& options) {
    if (options.json) return print_all_json(options.name);
    if (options.name.empty()) print_table();
    else if (is_family(options.name)) print_family(options.name);
    else return print_page(options.name);
    return exit_fine;
}

}  // namespace

void add_rules(CLI::App& app, int& exit_code) {
    auto* command = app.add_subcommand(
        "rules", "What `check` looks for: all rules, those of a family, or the page of one");
    auto options = std::make_shared<RulesOptions>();
    command->add_option("NAME", options->name, "A rule: why, examples, what to do; or a family: its rules");
    command->add_flag("--json", options->json, "One JSON object a line");
    command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace fonds::cli
