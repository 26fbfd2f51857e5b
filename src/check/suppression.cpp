// The findings that comments of a manuscript silence, and the comments that silence nothing.

#include <fonds/check.hpp>

#include "base/text.hpp"
#include "check/comments.hpp"
#include "check/rule.hpp"

namespace fonds {
namespace {

using namespace checking;

// Where a finding lies in the source: with all of its note.
SourceMap::Place place_of_note(Document const& document, Diagnostic const& finding) {
    if (finding.note < document.notes.size()) {
        auto const& note = document.notes[finding.note];
        if (auto const place = note.map.to_source({0, note.text.size()})) return *place;
    }
    return {finding.span, finding.part};
}

// Comments for the whole of the main file reach the files that it takes in.
bool silence(std::vector<Comments>& parts, SourceMap::Place const& place, std::string_view rule) {
    bool const here = parts[place.part].silence(place.span, rule);
    return (place.part != 0 && parts.front().silence_all(rule)) || here;
}

// Why a comment silences nothing; empty where the options leave out what it is for.
std::string why_unused(Comment const& comment, Selection const& selection) {
    for (auto const& name : comment.names) {
        CheckOptions named;
        named.select = {name};
        if (!unknown_rules(named).empty())
            return concat("“", name,
                          "” is no rule, so that this comment silences nothing; `fonds rules` lists them");
        auto const* rule = find_rule(name);
        if (rule && !selection.chooses(rule->id, rule->family)) return {};
    }
    return "this comment silences nothing any more; delete it";
}

void report_unused(std::vector<Comments> const& parts, CheckOptions const& options,
                   std::vector<Diagnostic>& findings) {
    constexpr std::string_view unused = "unused-suppression";
    Selection const selection(options);
    if (!selection.chooses(unused, "reading")) return;
    for (std::size_t part = 0; part < parts.size(); ++part)
        for (auto const& comment : parts[part].all()) {
            auto message = comment.used ? std::string() : why_unused(comment, selection);
            if (message.empty()) continue;
            findings.push_back(make_diagnostic(unused, selection.severity(unused, Severity::note),
                                               comment.span, std::move(message)));
            findings.back().part = part;
        }
}

}  // namespace

Suppressed suppress(Document const& document, std::vector<Diagnostic> findings, CheckOptions const& options) {
    Suppressed result;
    auto const opening = comment_opening(document.format);
    std::vector<Comments> parts;
    bool has_comments = false;
    for (auto const& part : document.parts) {
        if (opening.empty()) break;
        parts.emplace_back(part.bytes, opening);
        has_comments = has_comments || !parts.back().all().empty();
    }
    if (!has_comments) {
        result.findings = std::move(findings);
        return result;
    }
    for (auto& finding : findings) {
        bool const silenced = silence(parts, place_of_note(document, finding), finding.rule);
        (silenced ? result.silenced : result.findings).push_back(std::move(finding));
    }
    report_unused(parts, options, result.findings);
    return result;
}

}  // namespace fonds
