// Brings command line and fonds.toml together: the command line wins.

#include "cli/check_options.hpp"

#include <unistd.h>

#include <ctime>
#include <filesystem>
#include <fonds/csl.hpp>
#include <fstream>
#include <iterator>

#include "cli/terminal.hpp"

namespace fonds::cli {
namespace {

Error usage(std::string message) { return {ErrorCode::malformed, std::move(message), {}, 0}; }

std::optional<Error> add_severities(std::vector<std::string> const& given, CheckOptions& options) {
    for (auto const& pair : given) {
        auto const equals = pair.find('=');
        auto const level =
            equals == std::string::npos ? std::nullopt : find_severity(pair.substr(equals + 1));
        if (!level)
            return usage("--severity takes RULE=error, RULE=warning or RULE=note, not “" + pair + "”");
        options.severities.emplace_back(pair.substr(0, equals), *level);
    }
    return std::nullopt;
}

int this_year() {
    std::time_t const now = std::time(nullptr);
    std::tm parts{};
    return gmtime_r(&now, &parts) ? parts.tm_year + 1900 : 0;
}

Result<Baseline> read_baseline(std::string const& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return Error{ErrorCode::not_found, "no such baseline; make it with --write-baseline", path, 0};
    std::string const text{std::istreambuf_iterator<char>(in), {}};
    auto baseline = Baseline::from_json(text);
    if (!baseline) {
        auto error = baseline.error();
        error.source = path;
        return error;
    }
    return baseline;
}

bool wants_colour(std::string const& choice, bool to_file) {
    return choice == "auto" ? !to_file && shows_colour(STDOUT_FILENO) : choice == "always";
}

std::optional<Error> choose_rules(CheckRequest& request, Configuration const& configuration) {
    auto const& arguments = request.arguments;
    auto& options = request.options;
    options = configuration.check;
    if (!arguments.select.empty()) options.select = arguments.select;
    options.ignore.insert(options.ignore.end(), arguments.ignore.begin(), arguments.ignore.end());
    if (auto error = add_severities(arguments.severities, options)) return error;
    if (auto const unknown = unknown_rules(options); !unknown.empty()) return unknown.front();
    if (arguments.year != 0) options.year = arguments.year;
    if (options.year == 0) options.year = this_year();
    if (configuration.fail_level) request.fail_level = *configuration.fail_level;
    if (!arguments.fail_level.empty()) request.fail_level = *find_severity(arguments.fail_level);
    if (!arguments.fix.empty()) request.fix = arguments.fix == "all" ? FixLevel::all : FixLevel::safe;
    return std::nullopt;
}

}  // namespace

Result<CheckRequest> decide(CheckArguments arguments) {
    auto project = open_project(arguments.project, arguments.files.empty() ? "-" : arguments.files.front());
    if (!project) return project.error();
    CheckRequest request;
    request.arguments = std::move(arguments);
    request.project = *std::move(project);
    auto const& configuration = request.project.configuration;
    if (auto error = choose_rules(request, configuration)) return *error;
    request.options.bibliography = request.project.bibliography;
    // A baseline of fonds.toml may not have been written yet; one that is asked for by name must be there.
    auto baseline = request.arguments.baseline;
    std::error_code code;
    if (baseline.empty() && std::filesystem::exists(configuration.baseline, code))
        baseline = configuration.baseline;
    if (!baseline.empty()) {
        auto known = read_baseline(baseline);
        if (!known) return known.error();
        request.baseline = std::move(*known);
    }
    request.report.colour = wants_colour(request.arguments.colour, !request.arguments.output.empty());
    request.report.width = terminal_width(STDOUT_FILENO);
    if (auto style = either(request.arguments.style, configuration.style); !style.empty())
        request.report.style = style;
    request.report.locale = either(request.arguments.locale, configuration.locale);
    request.report.style_folders = request.arguments.style_folders;
    // The report leaves forms out that it has no style for.
    if (request.arguments.format == "html")
        if (auto style = csl::Style::find(request.report.style, {.folders = request.report.style_folders});
            !style)
            return style.error();
    return request;
}

}  // namespace fonds::cli
