// Rules on a work's list of archives: it and the notes should name the same ones.

#include <algorithm>
#include <map>
#include <set>

#include "base/embedded.hpp"
#include "base/table.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "check/citation.hpp"
#include "check/rule.hpp"

namespace fonds::checking {
namespace {

constexpr std::size_t longest_heading = 80;
// An entry of a list is no prose.
constexpr std::size_t longest_entry = 600;

struct Headings {
    std::set<std::string> begin;
    std::set<std::string> end;
};

Headings const& headings() {
    static auto const table = [] {
        Headings out;
        for (auto const line : embedded_list("vocabulary/archive-headings.txt")) {
            bool const ends = line.starts_with('!');
            (ends ? out.end : out.begin).insert(fold(ends ? line.substr(1) : line));
        }
        out.end.merge(read_folded_list(find_embedded("vocabulary/note-headings.txt").value_or("")));
        return out;
    }();
    return table;
}

// A heading's words: without numbering and marks.
std::string heading_words(std::string_view line) {
    if (line.size() > longest_heading) return {};
    constexpr std::string_view marks = " \t#=*:._-0123456789";
    auto const begin = line.find_first_not_of(marks);
    if (begin == std::string_view::npos) return {};
    return fold(line.substr(begin, line.find_last_not_of(marks) + 1 - begin));
}

// The lines of the list, as spans of the text; a work may part it by countries.
std::vector<Span> listed_lines(std::string_view text) {
    std::vector<Span> lines;
    bool inside = false;
    for (std::size_t begin = 0; begin < text.size();) {
        auto const end = std::min(text.find('\n', begin), text.size());
        auto const line = text.substr(begin, end - begin);
        auto const words = heading_words(line);
        if (headings().begin.contains(words)) inside = true;
        else if (headings().end.contains(words) || line.size() > longest_entry) inside = false;
        else if (inside && !trim(line).empty()) lines.push_back({begin, end});
        begin = end + 1;
    }
    return lines;
}

// Whether the name stands there as words of its own.
bool names(std::string_view text, std::string_view name) {
    for (auto at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
        bool const begins = at == 0 || !is_letter(decode_before(text, at).value);
        auto const end = at + name.size();
        if (begins && (end == text.size() || !is_letter(decode(text, end).value))) return true;
    }
    return false;
}

// Abbreviations count as they are written, names without regard to case and accents.
bool is_named(Archive const& archive, std::string_view text, std::string_view folded) {
    if (names(folded, fold(archive.name))) return true;
    return std::any_of(archive.names.begin(), archive.names.end(), [&](ArchiveName const& name) {
        return name.abbreviation ? names(text, name.text) : names(folded, fold(name.text));
    });
}

/// The archives that the notes cite, each with its first citation.
struct FirstCitation {
    std::size_t note = 0;
    Citation const* citation = nullptr;
};
using FirstCitations = std::map<std::string, FirstCitation, std::less<>>;  ///< by the ids of archives
FirstCitations cited_archives(Manuscript const& manuscript) {
    FirstCitations cited;
    for (std::size_t index = 0; index < manuscript.notes.size(); ++index)
        for (auto const& citation : manuscript.notes[index].citations)
            if (auto const& id = citation.item.reference.repository_id; !id.empty())
                cited.try_emplace(id, FirstCitation{index, &citation});
    return cited;
}

void archive_not_listed(Manuscript const& manuscript, Findings& findings) {
    if (!manuscript.document) return;
    std::string_view const text = manuscript.document->text;
    std::string listed;
    for (auto const line : listed_lines(text)) listed += concat(slice(text, line), "\n");
    if (listed.empty()) return;
    auto const folded = fold(listed);
    for (auto const& [id, first] : cited_archives(manuscript)) {
        auto const* archive = manuscript.knowledge.archive(id);
        auto const* parent = archive ? manuscript.knowledge.archive(archive->parent) : nullptr;
        auto const& written = first.citation->item.reference.repository;
        if (!archive || archive->digital || names(folded, fold(written))) continue;
        if (is_named(*archive, listed, folded) || (parent && is_named(*parent, listed, folded))) continue;
        findings.add(
            first.note, place_or_all(*first.citation, "archive"),
            concat("“", written, "” is cited and is missing from the list of archives; add it there"));
    }
}

// What an entry may call its archive: its first words, and what stands in brackets.
std::vector<std::string_view> names_of_entry(std::string_view line) {
    std::vector<std::string_view> out;
    line = trim(line);
    while (!line.empty() && std::string_view("-*•· \t").find(line.front()) != std::string_view::npos)
        line.remove_prefix(1);
    out.push_back(trim(line.substr(0, line.find_first_of(",;:("))));
    if (auto const open = line.find('('); open != std::string_view::npos)
        out.push_back(trim(line.substr(open + 1, line.find(')', open) - open - 1)));
    return out;
}

bool is_cited(std::vector<ArchiveMatch> const& matches, FirstCitations const& cited,
              Knowledge const& knowledge) {
    return std::any_of(matches.begin(), matches.end(), [&](ArchiveMatch const& match) {
        if (cited.contains(match.archive->id) || cited.contains(match.archive->parent)) return true;
        return std::any_of(cited.begin(), cited.end(), [&](auto const& entry) {
            auto const* archive = knowledge.archive(entry.first);
            return archive && archive->parent == match.archive->id;
        });
    });
}

void listed_archive_not_cited(Manuscript const& manuscript, Findings& findings) {
    if (!manuscript.document) return;
    auto const& document = *manuscript.document;
    auto const cited = cited_archives(manuscript);
    if (cited.empty()) return;
    for (auto const line : listed_lines(document.text)) {
        for (auto const name : names_of_entry(slice(document.text, line))) {
            auto matches = manuscript.knowledge.identify(name);
            std::erase_if(matches, [](ArchiveMatch const& match) {
                return match.score < 0.99 || match.archive->digital;
            });
            if (matches.empty()) continue;
            // By another of its names it may be an archive that is cited.
            auto const place =
                is_cited(matches, cited, manuscript.knowledge) ? std::nullopt : document.map.to_source(line);
            if (place) {
                auto& finding = findings.add(
                    no_index, place->span,
                    concat("“", name,
                           "” is in the list of archives and no note cites it; cite it or take it out"));
                finding.part = place->part;
            }
            break;
        }
    }
}

constexpr RuleEntry entries[] = {
    {{"archive-not-listed", "notes", Severity::warning,
      "a cited archive is missing from the list of archives"},
     Reach::manuscripts,
     archive_not_listed},
    {{"listed-archive-not-cited", "notes", Severity::note, "an archive of the list that no note cites"},
     Reach::manuscripts,
     listed_archive_not_cited},
};

}  // namespace

std::span<RuleEntry const> archive_list_rules() { return entries; }

}  // namespace fonds::checking
