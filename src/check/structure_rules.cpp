// Rules on the build of a reference: whether a source can be found by it.

#include <algorithm>
#include <array>
#include <unordered_set>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "check/citation.hpp"
#include "check/rule.hpp"

namespace fonds::checking {
namespace {

bool has_place(Citation const& citation) {
    auto const& item = citation.item;
    auto const& reference = item.reference;
    for (auto const variable :
         {Variable::archive, Variable::archive_collection, Variable::archive_location, Variable::call_number,
          Variable::URL, Variable::DOI, Variable::source, Variable::container_title,
          Variable::collection_title, Variable::publisher, Variable::number})
        if (!item.text(variable).empty()) return true;
    return !reference.repository.empty() || !reference.levels.empty() || !reference.digital_archive.empty() ||
           !reference.document_id.empty() || !reference.provenance_note.empty();
}

// Words by which an author says that there is no public place.
bool is_private(std::string_view text) {
    auto const folded = fold(text);
    for (std::string_view const words : {"author", "possession", "personal", "private", "interview", "papers",
                                         "copy", "archive", "collection", "library", "ibid", "above", "cited",
                                         "printed", "published", "reprinted", "quoted", "http", "www."})
        if (folded.find(words) != std::string::npos) return true;
    return false;
}

bool is_unlocatable(Citation const& citation) {
    if (citation.kind != CitationKind::archival || citation.refers_to || has_place(citation)) return false;
    return citation.item.type != ItemType::interview && !citation.item.texts.empty();
}

// One location serves all letters of a note, before or after it; and an author may say that there is none.
bool explains_itself(ParsedNote const& note) {
    bool const shared = std::any_of(note.citations.begin(), note.citations.end(), [](Citation const& other) {
        return has_place(other) || other.refers_to;
    });
    return shared || is_private(note.text);
}

void unlocatable_source(Manuscript const& manuscript, Findings& findings) {
    std::unordered_set<std::string> located;  // titles: a second mention may be short
    for (std::size_t index = 0; index < manuscript.notes.size(); ++index) {
        auto const& note = manuscript.notes[index];
        bool const explained = explains_itself(note);
        for (auto const& citation : note.citations) {
            auto const title = fold(citation.item.text(Variable::title));
            if (has_place(citation)) located.insert(title);
            if (explained || !is_unlocatable(citation) || (!title.empty() && located.contains(title)))
                continue;
            findings.add(
                index, citation.span,
                "no archive, no publication and no address: nobody can find this source; name the repository "
                "and the reference, or the publication");
        }
    }
}

bool has_signature(Citation const& citation) {
    auto const& item = citation.item;
    auto const& reference = item.reference;
    for (auto const variable :
         {Variable::archive_location, Variable::archive_collection, Variable::call_number, Variable::number})
        if (!item.text(variable).empty()) return true;
    return std::any_of(reference.levels.begin(), reference.levels.end(),
                       [](ArchiveLevel const& level) { return level.hierarchy != Hierarchy::part; });
}

bool is_archive_name(std::string_view text) {
    auto const folded = fold(text);
    return folded.find("personal") == std::string::npos && folded.find("private") == std::string::npos &&
           folded.find("collection of") == std::string::npos;
}

std::string_view archive_of(Citation const& citation) {
    auto const& reference = citation.item.reference;
    return reference.repository.empty() ? citation.item.text(Variable::archive)
                                        : std::string_view(reference.repository);
}

void missing_reference(NoteView const& note, Findings& findings) {
    std::unordered_set<std::string_view> found_in;  // a signature beside one citation may serve the others
    for (auto const& citation : note.note.citations)
        if (has_signature(citation)) found_in.insert(archive_of(citation));
    for (auto const& citation : note.note.citations) {
        auto const name = archive_of(citation);
        if (citation.kind != CitationKind::archival || citation.refers_to || has_signature(citation))
            continue;
        if (name.empty() || name == citation.item.reference.digital_archive || found_in.contains(name))
            continue;
        if (!is_archive_name(name)) continue;
        findings.add(
            note.index, place_or_all(citation, "archive"),
            concat(
                "“", name,
                "” without a signature: add the fonds, series, file or box by which the archive finds it"));
    }
}

std::size_t rank_in(LevelScheme const& scheme, std::string_view level) {
    auto const at = std::find_if(scheme.levels.begin(), scheme.levels.end(),
                                 [&](SchemeLevel const& known) { return known.level == level; });
    return static_cast<std::size_t>(at - scheme.levels.begin());
}

// Indices of the levels that the scheme knows, of one hierarchy, as written.
std::vector<std::size_t> known_levels(Citation const& citation, LevelScheme const& scheme,
                                      Hierarchy hierarchy) {
    std::vector<std::size_t> known;
    auto const& levels = citation.item.reference.levels;
    for (std::size_t index = 0; index < levels.size(); ++index)
        if (levels[index].hierarchy == hierarchy &&
            rank_in(scheme, levels[index].level) < scheme.levels.size())
            known.push_back(index);
    return known;
}

LevelScheme const* scheme_or_fonds(Citation const& citation, Knowledge const& knowledge) {
    if (auto const* scheme = scheme_of(citation, knowledge)) return scheme;
    return is_fond_reference(citation) && citation.item.reference.repository_id.empty()
               ? knowledge.scheme("RU-FOD")
               : nullptr;
}

bool repository_follows(Citation const& citation) {
    auto const archive = place_of(citation, "archive");
    auto const level = place_of(citation, "levels/0");
    return archive && level && archive->begin > level->begin;
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
    auto const* scheme = scheme_or_fonds(citation, note.manuscript.knowledge);
    if (!scheme) return;
    auto const& levels = citation.item.reference.levels;
    auto const known = known_levels(citation, *scheme, Hierarchy::intellectual);
    auto const outermost_first = [&](std::size_t a, std::size_t b) {
        return rank_in(*scheme, levels[a].level) < rank_in(*scheme, levels[b].level);
    };
    if (known.size() < 2 || std::is_sorted(known.begin(), known.end(), outermost_first)) return;
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
    auto const* scheme = scheme_or_fonds(citation, note.manuscript.knowledge);
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
        if (std::find(ranks.begin(), ranks.end(), rank) != ranks.end()) continue;
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

// Levels that belong to one tradition and would be a slip in another.
constexpr std::array<std::string_view, 12> telling_levels = {"fond",   "opis",         "delo",  "box",
                                                             "folder", "record-group", "piece", "bestand",
                                                             "list",   "signature",    "entry", "karton"};

bool fits(LevelScheme const& scheme, ArchiveLevel const& level) {
    auto const label = fold(level.label);
    return std::any_of(scheme.levels.begin(), scheme.levels.end(), [&](SchemeLevel const& known) {
        return known.level == level.level ||
               std::any_of(known.labels.begin(), known.labels.end(),
                           [&](std::string const& other) { return fold(other) == label; });
    });
}

void foreign_level(NoteView const& note, Citation const& citation, Findings& findings) {
    auto const* scheme = scheme_of(citation, note.manuscript.knowledge);
    auto const& levels = citation.item.reference.levels;
    if (!scheme || scheme->levels.size() < 2) return;
    for (std::size_t index = 0; index < levels.size(); ++index) {
        auto const& level = levels[index];
        if (level.label.empty() || fits(*scheme, level)) continue;
        if (std::find(telling_levels.begin(), telling_levels.end(), level.level) == telling_levels.end())
            continue;
        findings.add(
            note.index, level_and_label(note.note, citation, index),
            concat("“", level.label, "” is no level of this archive's references; see `fonds archives ",
                   citation.item.reference.repository_id, "`"));
    }
}

void unknown_archive(NoteView const& note, Citation const& citation, Findings& findings) {
    auto const& reference = citation.item.reference;
    if (citation.kind != CitationKind::archival || reference.repository.size() < 4 ||
        !reference.repository_id.empty())
        return;
    auto const matches = note.manuscript.knowledge.search(reference.repository);
    constexpr double near = 0.8;
    if (matches.empty() || matches.front().score < near || matches.front().score >= 1 ||
        !matches.front().name)
        return;
    auto const& name = matches.front().name->text;
    if (fold(name) == fold(reference.repository)) return;
    auto& finding = findings.add(
        note.index, place_or_all(citation, "archive"),
        concat("no archive of the name “", reference.repository, "” is known; “", name, "” is near"));
    offer(finding, false, name);
}

void ambiguous_archive(Manuscript const& manuscript, Findings& findings) {
    std::unordered_set<std::string> seen;
    for (std::size_t index = 0; index < manuscript.notes.size(); ++index) {
        for (auto const& citation : manuscript.notes[index].citations) {
            auto const& reference = citation.item.reference;
            if (reference.repository.empty() || !reference.place.empty() || !reference.repository_id.empty())
                continue;
            if (!citation.item.text(Variable::archive_place).empty() ||
                !seen.insert(reference.repository).second)
                continue;
            auto const matches = manuscript.knowledge.identify(reference.repository);
            if (matches.size() < 2 || matches[1].score < matches[0].score || matches[0].score < 1) continue;
            auto const describe = [](Archive const& archive) {
                return concat(archive.name, ", ", archive.city);
            };
            findings.add(
                index, place_or_all(citation, "archive"),
                concat("“", reference.repository, "” may be ", describe(*matches[0].archive), ", or ",
                       describe(*matches[1].archive), "; write the name out once, or add the city"));
        }
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

void surrogate_as_archive(NoteView const& note, Citation const& citation, Findings& findings) {
    auto const& reference = citation.item.reference;
    bool const host_only = reference.repository.empty() ? !reference.digital_archive.empty()
                                                        : reference.repository == reference.digital_archive;
    bool const has_levels =
        std::any_of(reference.levels.begin(), reference.levels.end(),
                    [](ArchiveLevel const& level) { return level.hierarchy == Hierarchy::intellectual; });
    if (!host_only || !has_levels) return;
    findings.add(
        note.index, place_or_all(citation, "source"),
        concat("“", reference.digital_archive.empty() ? reference.repository : reference.digital_archive,
               "” keeps the copy; name the archive that the reference belongs to as well"));
}

constexpr RuleEntry entries[] = {
    {{"unlocatable-source", "structure", Severity::error, "a source without archive, publication or address"},
     Reach::both,
     nullptr,
     nullptr,
     unlocatable_source},
    {{"missing-reference", "structure", Severity::warning, "an archive without a signature"},
     Reach::both,
     missing_reference},
    {{"level-order", "structure", Severity::warning, "levels of a reference out of order"},
     Reach::both,
     nullptr,
     level_order},
    {{"level-skipped", "structure", Severity::warning, "a level is missing inside a reference"},
     Reach::both,
     nullptr,
     level_skipped},
    {{"duplicate-level", "structure", Severity::error, "a level stands twice with different values"},
     Reach::both,
     nullptr,
     duplicate_level},
    {{"foreign-level", "structure", Severity::warning, "a level that the archive's references do not have"},
     Reach::both,
     nullptr,
     foreign_level},
    {{"unknown-archive", "structure", Severity::note, "an archive whose name is near a known one"},
     Reach::both,
     nullptr,
     unknown_archive},
    {{"ambiguous-archive", "structure", Severity::warning, "an abbreviation of several archives"},
     Reach::both,
     nullptr,
     nullptr,
     ambiguous_archive},
    {{"bare-numbers", "structure", Severity::note, "a reference as a row of bare numbers"},
     Reach::both,
     nullptr,
     bare_numbers},
    {{"surrogate-as-archive", "structure", Severity::warning, "the host of a copy stands for the archive"},
     Reach::both,
     nullptr,
     surrogate_as_archive},
};

}  // namespace

std::span<RuleEntry const> structure_rules() { return entries; }

}  // namespace fonds::checking
