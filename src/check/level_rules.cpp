// Rules on the levels of a reference: their order, and which there may be.

#include <algorithm>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "check/citation.hpp"
#include "check/rule.hpp"
#include "check/words.hpp"

namespace fonds::checking {
namespace {

std::size_t rank_in(LevelScheme const& scheme, std::string_view level) {
    auto const at = std::find_if(scheme.levels.begin(), scheme.levels.end(),
                                 [&](SchemeLevel const& known) { return known.level == level; });
    return static_cast<std::size_t>(at - scheme.levels.begin());
}

// Whether the level is written with a label that means just this level in the scheme: "f." is a leaf in
// Bucharest.
bool is_labelled_so(LevelScheme const& scheme, ArchiveLevel const& level) {
    auto const rank = rank_in(scheme, level.level);
    if (level.label.empty() || rank == scheme.levels.size()) return false;
    for (auto const& known : scheme.levels)
        if (contains(known.labels, level.label)) return known.level == level.level;
    auto const label = fold(level.label);
    auto const& labels = scheme.levels[rank].labels;
    return std::any_of(labels.begin(), labels.end(),
                       [&](std::string_view other) { return fold(other) == label; });
}

// Indices of the labelled levels of one hierarchy, as written.
std::vector<std::size_t> known_levels(Citation const& citation, LevelScheme const& scheme,
                                      Hierarchy hierarchy) {
    std::vector<std::size_t> known;
    auto const& levels = citation.item.reference.levels;
    for (std::size_t index = 0; index < levels.size(); ++index)
        if (levels[index].hierarchy == hierarchy && is_labelled_so(scheme, levels[index]))
            known.push_back(index);
    return known;
}

// The scheme of a reference that is built from fonds downwards; elsewhere the order is the author's.
LevelScheme const* fonds_scheme(Citation const& citation, Knowledge const& knowledge) {
    auto const* scheme = scheme_of(citation, knowledge);
    if (!scheme && is_fond_reference(citation) && citation.item.reference.repository_id.empty())
        scheme = knowledge.scheme("RU-FOD");
    return scheme && !scheme->levels.empty() && scheme->levels.front().level == "fond" ? scheme : nullptr;
}

std::string in_order(Citation const& citation, std::vector<std::size_t> indices, LevelScheme const& scheme) {
    auto const& levels = citation.item.reference.levels;
    std::stable_sort(indices.begin(), indices.end(), [&](std::size_t a, std::size_t b) {
        return rank_in(scheme, levels[a].level) < rank_in(scheme, levels[b].level);
    });
    std::vector<std::string> pieces;
    for (auto const index : indices) {
        auto const piece = concat(levels[index].label, " ", levels[index].value);
        pieces.emplace_back(trim(piece));
    }
    return join(pieces, ", ");
}

void level_order(NoteView const& note, Citation const& citation, Findings& findings) {
    auto const* scheme = fonds_scheme(citation, note.manuscript.knowledge);
    if (!scheme) return;
    auto const& levels = citation.item.reference.levels;
    auto known = known_levels(citation, *scheme, Hierarchy::intellectual);
    // An inventory's number and a signature name one unit; either may stand first: "inv. č. 893, sign. D
    // 8500". A part may be one of the opis or of the file: "Оп. 1. Ч. 2. Д. 30".
    std::erase_if(known, [&](std::size_t index) {
        return levels[index].level == "number" || levels[index].level == "part";
    });
    auto const outermost_first = [&](std::size_t a, std::size_t b) {
        return rank_in(*scheme, levels[a].level) < rank_in(*scheme, levels[b].level);
    };
    if (known.size() < 2 || std::is_sorted(known.begin(), known.end(), outermost_first)) return;
    // A level that stands twice begins a reference of its own: "op. 162, d. 18, and op. 163, d. 20".
    for (auto const index : known)
        for (auto const other : known)
            if (index != other && levels[index].level == levels[other].level) return;
    // English-language styles go outwards, up to the repository.
    bool const inwards = std::is_sorted(known.rbegin(), known.rend(), outermost_first);
    if (inwards && repository_follows(citation)) return;
    findings.add(note.index,
                 {level_and_label(note.note, citation, known.front()).begin,
                  level_and_label(note.note, citation, known.back()).end},
                 concat("the levels are out of order; this archive's references go ",
                        in_order(citation, known, *scheme)));
}

void level_skipped(NoteView const& note, Citation const& citation, Findings& findings) {
    auto const* scheme = fonds_scheme(citation, note.manuscript.knowledge);
    auto const& levels = citation.item.reference.levels;
    if (!scheme || citation.refers_to) return;
    auto const known = known_levels(citation, *scheme, Hierarchy::intellectual);
    if (known.size() < 2) return;
    auto ranks = std::vector<std::size_t>();
    for (auto const index : known) ranks.push_back(rank_in(*scheme, levels[index].level));
    auto const [outer, inner] = std::minmax_element(ranks.begin(), ranks.end());
    for (auto rank = *outer + 1; rank < *inner; ++rank) {
        auto const& level = scheme->levels[rank];
        if (!level.required || level.hierarchy != Hierarchy::intellectual) continue;
        if (contains(ranks, rank)) continue;
        auto const label = level.labels.empty() ? level.level : level.labels.front();
        findings.add(note.index,
                     {level_and_label(note.note, citation, known.front()).begin,
                      level_and_label(note.note, citation, known.back()).end},
                     concat("the ", level.level, " is missing between ", scheme->levels[*outer].level,
                            " and ", scheme->levels[*inner].level, "; add “", label, " …”"));
    }
}

// Two values of an outer level contradict each other; two of the innermost are a list.
void duplicate_level(NoteView const& note, Citation const& citation, Findings& findings) {
    auto const& levels = citation.item.reference.levels;
    for (std::size_t index = 1; index + 1 < levels.size(); ++index) {
        auto const& before = levels[index - 1];
        auto const& level = levels[index];
        if (level.hierarchy != Hierarchy::intellectual || level.level != before.level || level.label.empty())
            continue;
        if (level.value == before.value || levels[index + 1].level == level.level ||
            level.label != before.label)
            continue;
        if (levels[index + 1].hierarchy == Hierarchy::physical) continue;
        auto const first = level_and_label(note.note, citation, index - 1);
        auto const second = level_and_label(note.note, citation, index);
        // Only directly beside each other: what stands between may begin a new reference.
        if (second.begin < first.end || trim(slice(note.note.text, {first.end, second.begin})).size() > 1)
            continue;
        findings.add(note.index, {first.begin, second.end},
                     concat("the level “", level.level,
                            "” stands twice with different values; one of the labels is wrong"));
    }
}

void foreign_level(NoteView const& note, Citation const& citation, Findings& findings) {
    static auto const telling_labels = words_for("telling-label");
    auto const* scheme = scheme_of(citation, note.manuscript.knowledge);
    auto const& levels = citation.item.reference.levels;
    if (!scheme || scheme->levels.size() < 2) return;
    for (std::size_t index = 0; index < levels.size(); ++index) {
        auto const& level = levels[index];
        if (level.label.empty() || fits(*scheme, level)) continue;
        if (!contains(telling_labels, ascii_lower(level.label))) continue;
        findings.add(
            note.index, level_and_label(note.note, citation, index),
            concat("“", level.label, "” is no level of this archive's references; see `fonds archives ",
                   citation.item.reference.repository_id, "`"));
    }
}

void bare_numbers(NoteView const& note, Citation const& citation, Findings& findings) {
    auto const* scheme = scheme_of(citation, note.manuscript.knowledge);
    auto const& levels = citation.item.reference.levels;
    if (!scheme || levels.size() < 3 || !find_level(citation, "fond")) return;
    if (!std::all_of(levels.begin(), levels.end(),
                     [](ArchiveLevel const& level) { return level.label.empty(); }))
        return;
    std::vector<std::string> pieces;
    for (auto const& level : levels) {
        auto const rank = rank_in(*scheme, level.level);
        if (rank == scheme->levels.size() || scheme->levels[rank].labels.empty()) return;
        pieces.push_back(concat(scheme->levels[rank].labels.front(), " ", level.value));
    }
    auto const first = level_place(note.note, citation, 0);
    auto const last = level_place(note.note, citation, levels.size() - 1);
    if (!first || !last || last->end <= first->begin) return;
    auto const labelled = join(pieces, ", ");
    auto& finding = findings.add(note.index, {first->begin, last->end},
                                 concat("a row of bare numbers: say what they are, “", labelled, "”"));
    offer(finding, false, labelled);
}

constexpr RuleEntry entries[] = {
    {{"level-order", "structure", Severity::warning, "levels of a reference out of order"},
     Reach::both,
     level_order},
    {{"level-skipped", "structure", Severity::warning, "a level is missing inside a reference"},
     Reach::both,
     level_skipped},
    {{"duplicate-level", "structure", Severity::error, "a level stands twice with different values"},
     Reach::both,
     duplicate_level},
    {{"foreign-level", "structure", Severity::warning, "a level that the archive's references do not have"},
     Reach::both,
     foreign_level},
    {{"bare-numbers", "structure", Severity::note, "a reference as a row of bare numbers"},
     Reach::both,
     bare_numbers},
};

}  // namespace

std::span<RuleEntry const> level_rules() { return entries; }

}  // namespace fonds::checking
