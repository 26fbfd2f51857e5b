// Applies the repairs of findings to a file, round after round.

#include <algorithm>
#include <fonds/rewrite.hpp>

#include "cli/check_options.hpp"

namespace fonds::cli {
namespace {

std::vector<NoteEdit> edits_of(std::vector<Diagnostic> const& findings, FixLevel level) {
    std::vector<NoteEdit> edits;
    std::size_t group = 0;
    for (auto const& chosen : choose_fixes(findings, level)) {
        auto const note = findings[chosen.finding].note;
        if (note == no_note) continue;
        ++group;
        for (auto const& edit : chosen.fix.edits) edits.push_back({note, edit.span, edit.replacement, group});
    }
    return edits;
}

std::vector<Edit> source_edits(std::vector<Diagnostic> const& findings, FixLevel level) {
    std::vector<Edit> edits;
    for (auto const& chosen : choose_fixes(findings, level))
        edits.insert(edits.end(), chosen.fix.edits.begin(), chosen.fix.edits.end());
    return edits;
}

/// The file after one round of repairs.
struct Round {
    std::string bytes;
    std::size_t applied = 0;
    std::vector<SourcePart> files = {};
};

Result<Round> apply_once(CheckedFile const& file, FixLevel level) {
    if (file.is_records) {
        auto const edits = source_edits(file.findings, level);
        return Round{edited_text(file.document.parts.front().bytes, edits), edits.size()};
    }
    auto const edits = edits_of(file.findings, level);
    if (edits.empty() || file.document.format == "notes") return Round{};
    auto patched = apply_edits(file.document, edits);
    if (!patched) return patched.error();
    return Round{std::move(patched.value().bytes), patched.value().applied, std::move(patched.value().files)};
}

bool is_package(Document const& document) {
    return document.parts.empty() || !document.parts.front().name.empty();
}

bool takes_in_others(Document const& document) { return !is_package(document) && document.parts.size() > 1; }

// What changed in each file of a manuscript of several.
std::string difference(Document const& before, Round const& round) {
    auto out = unified_diff(before.parts.front().bytes, round.bytes, before.name);
    for (auto const& file : round.files)
        for (auto const& part : before.parts)
            if (part.name == file.name) out += unified_diff(part.bytes, file.bytes, file.name);
    return out;
}

std::string difference(CheckedFile const& before, CheckedFile const& after) {
    auto const& name = before.document.name;
    if (!is_package(before.document))
        return unified_diff(before.document.parts.front().bytes, after.document.parts.front().bytes, name);
    std::string out;
    auto const& old_notes = before.document.notes;
    for (std::size_t note = 0; note < old_notes.size() && note < after.document.notes.size(); ++note)
        out += unified_diff(old_notes[note].text + "\n", after.document.notes[note].text + "\n",
                            name + " note " + old_notes[note].number);
    return out;
}

}  // namespace

Result<Repaired> repair(CheckedFile file, CheckRequest const& request) {
    Repaired result;
    result.file = file;
    for (int round = 0; round < maximum_rounds; ++round) {
        auto next = apply_once(result.file, request.fix);
        if (!next) return next.error();
        if (next.value().applied == 0) break;
        if (takes_in_others(file.document)) {
            result.diff = difference(file.document, *next);
            result.applied = next->applied;
            result.bytes = std::move(next->bytes);
            result.files = std::move(next->files);
            return result;
        }
        auto again = check_bytes(next.value().bytes, file.document.name, file.document.format,
                                 request.knowledge(), request.options);
        if (!again) return again.error();
        result.applied += next.value().applied;
        result.bytes = std::move(next.value().bytes);
        result.file = std::move(*again);
    }
    result.diff = difference(file, result.file);
    return result;
}

}  // namespace fonds::cli
