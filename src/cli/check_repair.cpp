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
        if (note == no_index) continue;
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
    std::vector<Diagnostic> left = {};
};

Result<Round> apply_once(CheckedFile const& file, FixLevel level) {
    if (file.is_records) {
        auto const edits = source_edits(file.findings, level);
        return Round{edited_text(file.document.parts.front().bytes, edits), edits.size()};
    }
    auto const edits = edits_of(file.findings, level);
    if (edits.empty()) return Round{};
    auto patched = apply_edits(file.document, edits);
    if (!patched) return patched.error();
    return Round{std::move(patched->bytes), patched->applied, std::move(patched->files),
                 std::move(patched->diagnostics)};
}

// The files that a manuscript takes in, as the round leaves them.
std::vector<SourcePart> others_after(Document const& document, std::vector<SourcePart> const& changed) {
    if (document.is_package()) return {};
    std::vector<SourcePart> others(document.parts.begin() + 1, document.parts.end());
    for (auto& other : others)
        for (auto const& file : changed)
            if (file.name == other.name) other.bytes = file.bytes;
    return others;
}

SourcePart const* find_part(Document const& document, std::string_view name) {
    for (auto const& part : document.parts)
        if (part.name == name) return &part;
    return nullptr;
}

// The files that a manuscript takes in and that the repairs changed.
std::vector<SourcePart> changed_files(Document const& before, Document const& after) {
    std::vector<SourcePart> changed;
    for (std::size_t part = 1; part < before.parts.size() && !before.is_package(); ++part) {
        auto const* now = find_part(after, before.parts[part].name);
        if (now && now->bytes != before.parts[part].bytes) changed.push_back(*now);
    }
    return changed;
}

// What changed in a file and in those that it takes in; in the notes of a package.
std::string difference(Document const& before, Document const& after) {
    std::string out;
    if (!before.is_package()) {
        for (auto const& part : before.parts)
            if (auto const* now = find_part(after, part.name))
                out += unified_diff(part.bytes, now->bytes, part.name.empty() ? before.name : part.name);
        return out;
    }
    for (std::size_t note = 0; note < before.notes.size() && note < after.notes.size(); ++note)
        out += unified_diff(before.notes[note].text + "\n", after.notes[note].text + "\n",
                            before.name + " note " + before.notes[note].number);
    return out;
}

}  // namespace

Result<Repaired> repair(CheckedFile file, CheckRequest const& request) {
    Repaired result;
    result.file = file;
    // Files that the manuscript names are not looked for again: its bytes are in memory now.
    auto options = request.options;
    options.bibliography.add(file.document.bibliography);
    for (int round = 0; round < maximum_rounds; ++round) {
        auto next = apply_once(result.file, request.fix);
        if (!next) return next.error();
        result.left = std::move(next->left);
        if (next.value().applied == 0) break;
        auto again =
            check_bytes(next.value().bytes, file.document.name, file.document.format, request.knowledge(),
                        options, others_after(result.file.document, next.value().files));
        if (!again) return again.error();
        result.applied += next.value().applied;
        result.bytes = std::move(next.value().bytes);
        result.file = std::move(*again);
    }
    result.files = changed_files(file.document, result.file.document);
    result.diff = difference(file.document, result.file.document);
    return result;
}

}  // namespace fonds::cli
