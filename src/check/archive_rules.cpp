// Rules on the names of archives.

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "base/edit_distance.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "check/citation.hpp"
#include "check/rule.hpp"
#include "knowledge/tables.hpp"

namespace fonds::checking {
namespace {

// The name that a citation gives its archive: one that nobody knows may have been read as a title.
std::string_view name_before_levels(Citation const& citation) {
    auto const& item = citation.item;
    if (!item.reference.repository.empty()) return item.reference.repository;
    auto const title = item.text(Variable::title);
    bool const one_word = !title.empty() && title.find(' ') == std::string_view::npos;
    return one_word && !item.reference.levels.empty() ? title : std::string_view();
}

bool is_known(std::string_view name, Knowledge const& knowledge) {
    auto const matches = knowledge.identify(name);
    return std::any_of(matches.begin(), matches.end(), [&](ArchiveMatch const& match) {
        return match.name && name_key(name) == name_key(match.name->text);
    });
}

// The known name that is nearest to one which nobody knows; nothing where the name is known, or near none.
std::string_view near_name(std::string_view name, Knowledge const& knowledge) {
    std::size_t const most = name.size() < 8 ? 1 : 2;
    auto least = most + 1;
    std::string_view nearest;
    for (auto const& archive : knowledge.archives())
        for (auto const& other : archive.names) {
            auto const distance = edit_distance(name, other.text, least - 1);
            if (distance >= least) continue;
            if (distance == 0) return {};
            least = distance;
            nearest = other.text;
        }
    return nearest.empty() || is_known(name, knowledge) ? std::string_view() : nearest;
}

// Names are looked for once: an archive that nobody knows may be cited in every second note.
void unknown_archive(Manuscript const& manuscript, Findings& findings) {
    constexpr std::size_t longest = 80;
    std::unordered_map<std::string_view, std::string_view> near_names;
    auto const look = [&](std::size_t index, Citation const& citation) {
        auto const name = name_before_levels(citation);
        if (citation.kind != CitationKind::archival || name.size() < 5 || name.size() > longest) return;
        if (!citation.item.reference.repository_id.empty()) return;
        auto const [at, is_new] = near_names.try_emplace(name);
        if (is_new) at->second = near_name(name, manuscript.knowledge);
        auto const near = at->second;
        if (near.empty()) return;
        auto const place =
            place_of(citation, citation.item.reference.repository.empty() ? "title" : "archive");
        auto& finding =
            findings.add(index, place.value_or(citation.span),
                         concat("no archive of the name “", name, "” is known; “", near, "” is near"));
        if (place) offer(finding, false, std::string(near));
    };
    for (std::size_t index = 0; index < manuscript.notes.size(); ++index)
        for (auto const& citation : manuscript.notes[index].citations) look(index, citation);
}

bool fits_all(Archive const& archive, Citation const& citation, Knowledge const& knowledge) {
    auto const* scheme = archive.scheme.empty() ? nullptr : knowledge.scheme(archive.scheme);
    auto const& levels = citation.item.reference.levels;
    return !scheme || std::all_of(levels.begin(), levels.end(), [&](ArchiveLevel const& level) {
        return level.label.empty() || fits(*scheme, level);
    });
}

// The archives of that name which the levels and the cities in the note leave possible.
std::vector<Archive const*> possible_archives(ParsedNote const& note, Citation const& citation,
                                              Knowledge const& knowledge) {
    auto const matches = knowledge.identify(citation.item.reference.repository);
    std::vector<Archive const*> possible;
    for (auto const& match : matches) {
        bool const usable = match.name && match.name->abbreviation && match.score >= 0.99;
        if (!usable || !fits_all(*match.archive, citation, knowledge)) continue;
        auto const& city = match.archive->city;
        if (!city.empty() && note.text.find(city) != std::string::npos) return {match.archive};
        possible.push_back(match.archive);
    }
    return possible;
}

// Abbreviations that a note or the text introduces in brackets: "Arhiva Ministerului … (AMAE)".
void collect_bracketed(std::string_view text, std::unordered_set<std::string>& out) {
    constexpr std::size_t longest = 40;
    for (auto at = text.find('('); at != std::string_view::npos; at = text.find('(', at + 1)) {
        auto const close = text.substr(at + 1, longest).find(')');
        if (close == std::string_view::npos) continue;
        auto const inside = text.substr(at + 1, close);
        out.insert(std::string(trim(inside.substr(inside.rfind(' ') + 1))));
    }
}

// The archives that a manuscript names, each with the first name it has there: one that it names in another
// way as well is none that its abbreviation leaves open.
using NamedArchives = std::unordered_multimap<std::string_view, std::string_view>;
NamedArchives archives_named_in(Manuscript const& manuscript) {
    NamedArchives named;
    for (auto const& note : manuscript.notes)
        for (auto const& citation : note.citations) {
            auto const& reference = citation.item.reference;
            if (reference.repository_id.empty() || named.count(reference.repository_id) > 1) continue;
            auto const known = named.find(reference.repository_id);
            if (known == named.end() || known->second != reference.repository)
                named.emplace(reference.repository_id, reference.repository);
        }
    return named;
}

bool is_named_otherwise(NamedArchives const& named, std::string_view id, std::string_view name) {
    auto const [first, last] = named.equal_range(id);
    return std::any_of(first, last, [&](auto const& known) { return known.second != name; });
}

void ambiguous_archive(Manuscript const& manuscript, Findings& findings) {
    auto const named = archives_named_in(manuscript);
    std::unordered_set<std::string> seen;
    for (auto const& note : manuscript.notes) collect_bracketed(note.text, seen);
    if (manuscript.document) collect_bracketed(manuscript.document->text, seen);
    for (std::size_t index = 0; index < manuscript.notes.size(); ++index) {
        auto const& note = manuscript.notes[index];
        for (auto const& citation : note.citations) {
            auto const& reference = citation.item.reference;
            if (reference.repository.empty() || !reference.place.empty() || citation.refers_to) continue;
            if (!citation.item.text(Variable::archive_place).empty()) continue;
            if (!seen.insert(reference.repository).second) continue;
            if (is_named_otherwise(named, reference.repository_id, reference.repository)) continue;
            auto const possible = possible_archives(note, citation, manuscript.knowledge);
            if (possible.size() < 2) continue;
            if (std::any_of(possible.begin(), possible.end(), [&](Archive const* archive) {
                    return is_named_otherwise(named, archive->id, reference.repository);
                }))
                continue;
            auto const describe = [](Archive const& archive) {
                return concat(archive.name, ", ", archive.city);
            };
            findings.add(index, place_or_all(citation, "archive"),
                         concat("“", reference.repository, "” may be ", describe(*possible[0]), ", or ",
                                describe(*possible[1]), "; write the name out once, or add the city"));
        }
    }
}

void surrogate_as_archive(NoteView const& note, Citation const& citation, Findings& findings) {
    auto const& reference = citation.item.reference;
    bool const host_only = reference.repository.empty() ? !reference.digital_archive.empty()
                                                        : reference.repository == reference.digital_archive;
    if (!host_only || !is_fond_reference(citation)) return;
    findings.add(
        note.index, place_or_all(citation, "source"),
        concat("“", reference.digital_archive.empty() ? reference.repository : reference.digital_archive,
               "” keeps the copy; name the archive that the reference belongs to as well"));
}

constexpr RuleEntry entries[] = {
    {{"unknown-archive", "structure", Severity::note, "an archive whose name is near a known one"},
     Reach::both,
     unknown_archive},
    {{"ambiguous-archive", "structure", Severity::warning, "an abbreviation of several archives"},
     Reach::both,
     ambiguous_archive},
    {{"surrogate-as-archive", "structure", Severity::warning, "the host of a copy stands for the archive"},
     Reach::both,
     surrogate_as_archive},
};

}  // namespace

std::span<RuleEntry const> archive_rules() { return entries; }

}  // namespace fonds::checking
