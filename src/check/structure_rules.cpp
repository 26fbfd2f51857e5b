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

// Fields whose numbers are no reference.
bool explains_numbers(std::string_view field) {
    constexpr std::array<std::string_view, 6> fields = {"title", "issued",      "accessed",
                                                        "URL",   "document_id", "source"};
    return std::find(fields.begin(), fields.end(), field) != fields.end();
}

// A number that is none of a title, date or address may be the reference, in a form that was not understood.
bool has_unread_number(ParsedNote const& note, Citation const& citation) {
    auto const text = slice(note.text, citation.span);
    for (auto const& token : tokenize(text)) {
        if (token.kind != Token::number) continue;
        Span const place{citation.span.begin + token.span.begin, citation.span.begin + token.span.end};
        bool const read =
            std::any_of(citation.fields.begin(), citation.fields.end(), [&](FieldSpan const& field) {
                return explains_numbers(field.field) && field.span.contains(place);
            });
        if (!read) return true;
    }
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

// The first long word, folded: by it a short mention is known again ("Stimson Diary", "Fechner to
// Roosevelt").
std::string first_word(std::string_view text) {
    for (auto const& token : tokenize(text))
        if (token.kind == Token::word && token.span.size() >= 4) return fold(spelling(text, token));
    return {};
}

// Words that say what kind of document it is, and so do not tell one from another.
bool is_kind_of_document(std::string_view word) {
    constexpr std::array<std::string_view, 20> kinds = {
        "record",       "memorandum", "letter",   "report",    "telegram",   "note",       "notes",
        "minutes",      "cable",      "despatch", "message",   "transcript", "speech",     "protocol",
        "conversation", "draft",      "document", "statement", "from",       "information"};
    return std::find(kinds.begin(), kinds.end(), word) != kinds.end();
}

void unlocatable_source(Manuscript const& manuscript, Findings& findings) {
    std::unordered_set<std::string> located;  // words of notes with a place: a second mention may be short
    for (std::size_t index = 0; index < manuscript.notes.size(); ++index) {
        auto const& note = manuscript.notes[index];
        bool const explained = explains_itself(note);
        for (auto const& citation : note.citations) {
            if (explained || !is_unlocatable(citation) || has_unread_number(note, citation)) continue;
            auto const word = first_word(slice(note.text, citation.span));
            if (!is_kind_of_document(word) && located.contains(word)) continue;
            findings.add(
                index, citation.span,
                "no archive, no publication and no address: nobody can find this source; name the repository "
                "and the reference, or the publication");
        }
        if (std::none_of(note.citations.begin(), note.citations.end(), has_place)) continue;
        for (auto const& token : manuscript.tokens[index])
            if (token.kind == Token::word && token.span.size() >= 4)
                located.insert(fold(spelling(note.text, token)));
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

// A name that says it is an archive's, or that is known.
bool is_surely_archive(Citation const& citation, std::string_view name, Knowledge const& knowledge) {
    auto const* archive = knowledge.archive(citation.item.reference.repository_id);
    if (archive) return !archive->digital;
    auto const folded = fold(name);
    for (std::string_view const word :
         {"archiv", "arhiv", "levelt", "архив", "library", "bibliothe", "museum"})
        if (folded.find(word) != std::string::npos) return true;
    return false;
}

// One citation that was read as two: an archive's name alone, or an address or a location that goes on from
// it.
bool is_fragment(ParsedNote const& note, Citation const& citation) {
    auto const& item = citation.item;
    if (item.text(Variable::title).empty() && item.names.empty()) return true;
    auto const next = static_cast<std::size_t>(&citation - note.citations.data()) + 1;
    if (next == note.citations.size()) return false;
    auto const& after = note.citations[next].item;
    bool const only_address =
        note.citations[next].kind == CitationKind::web && after.text(Variable::title).empty();
    return only_address || (after.reference.repository.empty() && !after.reference.levels.empty());
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
        // An archive's own page of the document is a place too.
        bool const own_page =
            !citation.item.text(Variable::URL).empty() && citation.item.reference.digital_archive.empty();
        if (own_page || !is_archive_name(name) ||
            !is_surely_archive(citation, name, note.manuscript.knowledge))
            continue;
        if (is_fragment(note.note, citation) || has_unread_number(note.note, citation)) continue;
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

// Whether the level is written with a label that means just this level in the scheme: "f." is a leaf in
// Bucharest.
bool is_labelled_so(LevelScheme const& scheme, ArchiveLevel const& level) {
    auto const rank = rank_in(scheme, level.level);
    if (level.label.empty() || rank == scheme.levels.size()) return false;
    for (auto const& known : scheme.levels)
        if (std::find(known.labels.begin(), known.labels.end(), level.label) != known.labels.end())
            return known.level == level.level;
    auto const label = fold(level.label);
    auto const& labels = scheme.levels[rank].labels;
    return std::any_of(labels.begin(), labels.end(),
                       [&](std::string const& other) { return fold(other) == label; });
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

// Labels that belong to one tradition and would be a slip in another; single letters mean too much.
constexpr std::array<std::string_view, 18> telling_labels = {
    "fond",  "fonds",  "opis",    "op.", "delo",         "listy", "listi", "ll.",     "box",
    "boxes", "folder", "folders", "rg",  "record group", "entry", "piece", "bestand", "karton"};

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
        if (std::find(telling_labels.begin(), telling_labels.end(), ascii_lower(level.label)) ==
            telling_labels.end())
            continue;
        findings.add(
            note.index, level_and_label(note.note, citation, index),
            concat("“", level.label, "” is no level of this archive's references; see `fonds archives ",
                   citation.item.reference.repository_id, "`"));
    }
}

// Letters to change, add or take away, as far as `most`; `most` + 1 where it is more. UTF-8 bytes count.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t most) {
    if (a.size() > b.size() + most || b.size() > a.size() + most) return most + 1;
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t at = 0; at < row.size(); ++at) row[at] = at;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            auto const replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
        }
    }
    return std::min(row.back(), most + 1);
}

// The name that a citation gives its archive: one that nobody knows may have been read as a title.
std::string_view name_before_levels(Citation const& citation) {
    auto const& item = citation.item;
    if (!item.reference.repository.empty()) return item.reference.repository;
    auto const title = item.text(Variable::title);
    bool const one_word = !title.empty() && title.find(' ') == std::string_view::npos;
    return one_word && !item.reference.levels.empty() ? title : std::string_view();
}

void unknown_archive(NoteView const& note, Citation const& citation, Findings& findings) {
    constexpr std::size_t longest = 80;
    auto const name = name_before_levels(citation);
    if (citation.kind != CitationKind::archival || name.size() < 5 || name.size() > longest) return;
    if (!citation.item.reference.repository_id.empty()) return;
    std::size_t const most = name.size() < 8 ? 1 : 2;
    for (auto const& match : note.manuscript.knowledge.search(name)) {
        auto const distance = match.name ? edit_distance(name, match.name->text, most) : most + 1;
        if (distance == 0) return;
        if (distance > most) continue;
        auto const& near = match.name->text;
        auto const place =
            place_of(citation, citation.item.reference.repository.empty() ? "title" : "archive");
        auto& finding =
            findings.add(note.index, place.value_or(citation.span),
                         concat("no archive of the name “", name, "” is known; “", near, "” is near"));
        if (place) offer(finding, false, near);
        return;
    }
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

void ambiguous_archive(Manuscript const& manuscript, Findings& findings) {
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
            auto const possible = possible_archives(note, citation, manuscript.knowledge);
            if (possible.size() < 2) continue;
            auto const describe = [](Archive const& archive) {
                return concat(archive.name, ", ", archive.city);
            };
            findings.add(index, place_or_all(citation, "archive"),
                         concat("“", reference.repository, "” may be ", describe(*possible[0]), ", or ",
                                describe(*possible[1]), "; write the name out once, or add the city"));
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
    if (!host_only || !is_fond_reference(citation)) return;
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
