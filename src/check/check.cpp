// Runs the chosen rules over a manuscript or over records.

#include <algorithm>
#include <iterator>
#include <tuple>

#include "base/parallel.hpp"
#include "base/text.hpp"
#include "check/records.hpp"
#include "check/rule.hpp"
#include "check/written_notes.hpp"

namespace fonds {
namespace {

using namespace checking;

std::vector<RuleEntry> chosen_entries(CheckOptions const& options, Reach excluded) {
    Selection const selection(options);
    std::vector<RuleEntry> entries;
    for (auto entry : rule_entries()) {
        if (entry.reach == excluded || !selection.chooses(entry.rule.id, entry.rule.family)) continue;
        entry.rule.severity = selection.severity(entry.rule.id, entry.rule.severity);
        entries.push_back(entry);
    }
    return entries;
}

void run(RuleEntry const& entry, NoteView const& view, std::vector<Diagnostic>& out) {
    Findings findings(out, entry.rule.id, entry.rule.severity);
    if (auto const* of_note = std::get_if<NoteRule>(&entry.find)) (*of_note)(view, findings);
    if (auto const* of_citation = std::get_if<CitationRule>(&entry.find))
        for (auto const& citation : view.note.citations) (*of_citation)(view, citation, findings);
}

void run(RuleEntry const& entry, Manuscript const& manuscript, std::vector<Diagnostic>& out) {
    Findings findings(out, entry.rule.id, entry.rule.severity);
    if (auto const* of_whole = std::get_if<ManuscriptRule>(&entry.find)) (*of_whole)(manuscript, findings);
}

// Notes that a thread takes at a time.
constexpr std::size_t batch = 8;
constexpr std::size_t notes_worth_a_thread = 64;

// Rules change nothing that they share: those of the whole manuscript, which take longest, and the notes are
// looked at side by side.
std::vector<Diagnostic> run_all(Manuscript const& manuscript, std::vector<RuleEntry> const& entries) {
    auto const count = manuscript.notes.size();
    auto const turns = (count + batch - 1) / batch;
    std::vector<std::vector<Diagnostic>> of_whole(entries.size()), of_notes(turns);
    auto const threads = useful_threads(count, notes_worth_a_thread, manuscript.options.jobs);
    for_each_index(entries.size() + turns, threads, 1, [&](std::size_t i) {
        if (i < entries.size()) return run(entries[i], manuscript, of_whole[i]);
        auto const turn = i - entries.size();
        for (auto index = turn * batch; index < std::min(count, (turn + 1) * batch); ++index) {
            NoteView const view(manuscript, index);
            for (auto const& entry : entries) run(entry, view, of_notes[turn]);
        }
    });
    std::vector<Diagnostic> out;
    for (auto* parts : {&of_notes, &of_whole})
        for (auto& part : *parts) std::move(part.begin(), part.end(), std::back_inserter(out));
    return out;
}

std::vector<std::vector<Token>> tokens_of(std::vector<ParsedNote> const& notes, unsigned jobs) {
    std::vector<std::vector<Token>> tokens(notes.size());
    for_each_index(notes.size(), jobs, notes_worth_a_thread,
                   [&](std::size_t i) { tokens[i] = tokenize(notes[i].text); });
    return tokens;
}

// What reader and parser said, as far as the options choose it.
void add_earlier(std::vector<Diagnostic> const& earlier, std::size_t note, Selection const& selection,
                 std::vector<Diagnostic>& out) {
    for (auto diagnostic : earlier) {
        auto const* rule = find_rule(diagnostic.rule);
        if (!selection.chooses(diagnostic.rule, rule ? rule->family : std::string_view("reading"))) continue;
        diagnostic.severity = selection.severity(diagnostic.rule, diagnostic.severity);
        if (note != no_index) diagnostic.note = note;
        out.push_back(std::move(diagnostic));
    }
}

// A key is the name of a record and no word of the note.
bool is_of_key(Diagnostic const& finding, Document const& document) {
    if (finding.note >= document.notes.size()) return false;
    auto const& note = document.notes[finding.note];
    return std::any_of(note.embedded.begin(), note.embedded.end(), [&](EmbeddedCitation const& citation) {
        if (!citation.is_by_key()) return false;
        auto const at = slice(note.text, citation.span).find(citation.key);
        auto const begin = citation.span.begin + at;
        return at != std::string_view::npos && begin <= finding.span.begin &&
               finding.span.end <= begin + citation.key.size();
    });
}

// By note, then by place, the graver first; findings of the source itself come before all notes.
void order(std::vector<Diagnostic>& findings) {
    auto const key = [](Diagnostic const& finding) {
        return std::tuple(finding.note + 1, finding.part, finding.span.begin,
                          -static_cast<int>(finding.severity), std::string_view(finding.rule),
                          finding.span.end);
    };
    std::stable_sort(findings.begin(), findings.end(),
                     [&](Diagnostic const& a, Diagnostic const& b) { return key(a) < key(b); });
    auto const same = [](Diagnostic const& a, Diagnostic const& b) {
        return a.note == b.note && a.part == b.part && a.span == b.span && a.rule == b.rule;
    };
    findings.erase(std::unique(findings.begin(), findings.end(), same), findings.end());
}

}  // namespace

std::vector<Diagnostic> check(Document const& document, std::vector<ParsedNote> const& notes,
                              Knowledge const& knowledge, CheckOptions const& options) {
    auto const tokens = tokens_of(notes, options.jobs);
    auto const written = without_records(notes);
    auto findings = run_all(Manuscript(&document, written ? *written : notes, tokens, knowledge, options),
                            chosen_entries(options, Reach::records));
    std::erase_if(findings, [&](Diagnostic const& finding) { return is_of_key(finding, document); });
    Selection const selection(options);
    add_earlier(document.diagnostics, no_index, selection, findings);
    for (std::size_t index = 0; index < notes.size(); ++index)
        add_earlier(notes[index].diagnostics, index, selection, findings);
    order(findings);
    return findings;
}

std::vector<Diagnostic> check(Items const& items, std::string_view source, Knowledge const& knowledge,
                              CheckOptions const& options) {
    auto const records = records_as_notes(items, source, knowledge);
    auto const tokens = tokens_of(records.notes, options.jobs);
    auto findings = run_all(Manuscript(nullptr, records.notes, tokens, knowledge, options),
                            chosen_entries(options, Reach::manuscripts));
    for (auto& finding : findings) place_in_source(finding, records);
    order(findings);
    return findings;
}

}  // namespace fonds
