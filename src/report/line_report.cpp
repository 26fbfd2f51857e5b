// One line a finding, and the annotations of GitHub workflows.

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "report/place.hpp"

namespace fonds::reporting {
namespace {

class LineReport final : public Reporter {
  public:
    std::string add(CheckedFile const& file) override {
        Places const places(file);
        std::string out;
        for (auto const& finding : file.findings) {
            auto const place = places.of(finding);
            auto const note =
                place.in_file ? std::string() : concat(place.note.empty() ? "text" : place.note, ":");
            out += concat(place.file, ":", note, std::to_string(place.begin.position.line), ":",
                          std::to_string(place.begin.position.column), ": ", to_string(finding.severity),
                          ": ", visible(finding.message), " [", finding.rule, "]\n");
        }
        return out;
    }
};

// https://docs.github.com/actions/reference/workflow-commands-for-github-actions
std::string escaped(std::string_view text, bool property) {
    auto out = replace_all(text, "%", "%25");
    out = replace_all(replace_all(out, "\r", "%0D"), "\n", "%0A");
    if (property) out = replace_all(replace_all(out, ":", "%3A"), ",", "%2C");
    return out;
}

class GithubReport final : public Reporter {
  public:
    std::string add(CheckedFile const& file) override {
        Places const places(file);
        std::string out;
        for (auto const& finding : file.findings) {
            auto const place = places.of(finding);
            auto const command =
                finding.severity == Severity::note ? std::string_view("notice") : to_string(finding.severity);
            out += concat("::", command, " file=", escaped(place.file, true));
            if (place.in_file) {
                out += concat(",line=", std::to_string(place.begin.position.line));
                // Columns are taken only where they lie on one line.
                if (place.begin.position.line == place.end.position.line)
                    out += concat(",col=", std::to_string(place.begin.position.column),
                                  ",endColumn=", std::to_string(place.end.position.column));
                else out += concat(",endLine=", std::to_string(place.end.position.line));
            }
            auto const where = place.in_file || place.note.empty() ? std::string() : concat(place.note, ": ");
            out += concat(",title=", escaped(finding.rule, true),
                          "::", escaped(concat(where, finding.message), false), "\n");
        }
        return out;
    }
};

}  // namespace

std::unique_ptr<Reporter> make_line() { return std::make_unique<LineReport>(); }
std::unique_ptr<Reporter> make_github() { return std::make_unique<GithubReport>(); }

}  // namespace fonds::reporting
