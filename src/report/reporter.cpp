// The table of report formats.

#include <array>

#include "base/text.hpp"
#include "report/place.hpp"

namespace fonds {

Reporter::~Reporter() = default;
std::string Reporter::begin() { return {}; }
std::string Reporter::end(std::vector<Error> const&) { return {}; }

std::span<ReportFormat const> report_formats() {
    static constexpr std::array<ReportFormat, 6> formats = {{
        {"pretty", "for the terminal: excerpts with the place underlined"},
        {"line", "one line a finding: file:line:column: severity: message [rule]"},
        {"json", "one object, with spans in bytes and in characters"},
        {"sarif", "SARIF 2.1.0, for code-scanning services and editors"},
        {"github", "annotations of GitHub workflows"},
        {"html", "one page that needs nothing else, for a browser"},
    }};
    return formats;
}

Result<std::unique_ptr<Reporter>> make_reporter(std::string_view format, ReportOptions const& options) {
    if (format == "pretty") return reporting::make_pretty(options);
    if (format == "line") return reporting::make_line();
    if (format == "json") return reporting::make_json();
    if (format == "sarif") return reporting::make_sarif();
    if (format == "github") return reporting::make_github();
    if (format == "html") return reporting::make_html(options);
    std::vector<std::string> names;
    for (auto const& known : report_formats()) names.emplace_back(known.name);
    return Error{ErrorCode::not_found,
                 concat("there is no report format “", format, "”; there are ", join(names, ", ")),
                 {},
                 0};
}

}  // namespace fonds
