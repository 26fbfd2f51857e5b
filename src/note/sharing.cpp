// Carries shared parts from one work of a note to another; each is named by a link, never silent.

#include "note/sharing.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace fonds {
namespace {

bool has_location(Citation const& citation) {
    auto const& reference = citation.item.reference;
    return !reference.repository.empty() || !reference.levels.empty();
}

bool is_dated_document(Citation const& citation) {
    return citation.kind == CitationKind::archival && citation.item.dates.find(Variable::issued) != nullptr &&
           (citation.item.names.find(Variable::recipient) || citation.item.names.find(Variable::author) ||
            !citation.item.text(Variable::title).empty() || !citation.item.text(Variable::genre).empty() ||
            !citation.item.text(Variable::number).empty());
}

/// Gives a citation the keeper of another and, before its own levels, `shared` ones of it.
void take_location(ParsedNote& note, std::size_t to, std::size_t from,
                   std::vector<ArchiveLevel> const& shared, std::string_view reason) {
    auto& target = note.citations[to];
    auto const& source = note.citations[from].item.reference;
    auto& reference = target.item.reference;
    reference.repository = source.repository;
    reference.repository_id = source.repository_id;
    reference.place = source.place;
    reference.levels.insert(reference.levels.begin(), shared.begin(), shared.end());
    for (auto& field : target.fields)
        if (field.field.starts_with("levels/"))
            field.field = "levels/" + std::to_string(std::stoul(field.field.substr(7)) + shared.size());
    target.refers_to = CitationLink{.note = 0,
                                    .note_id = {},
                                    .citation = from,
                                    .relation = "same-location",
                                    .reason = std::string(reason),
                                    .confidence = 0.9};
}

/// "idem, The Cold War": the people of the work before, named by a link.
void take_people(ParsedNote& note, std::size_t to, bool edits) {
    auto& target = note.citations[to];
    auto const& source = note.citations[to - 1].item.names;
    auto const* people = source.find(Variable::author);
    if (!people) people = source.find(Variable::editor);
    if (!people) return;
    target.item.names.set(edits ? Variable::editor : Variable::author, *people);
    CitationLink link;
    link.citation = to - 1;
    link.relation = "same-author";
    link.reason = "by the author named just before";
    link.confidence = 0.9;
    target.refers_to = std::move(link);
}

/// What joins two citations in the note: "and", ";", ",", or more.
bool joined_closely(ParsedNote const& note, std::size_t first) {
    auto const gap =
        trim(slice(note.text, {note.citations[first].span.end, note.citations[first + 1].span.begin}));
    return gap == "and" || gap == ", and" || gap == "," || gap == "und" || gap == "; and" || gap == "&" ||
           gap == "";
}

bool joined_by_semicolon(ParsedNote const& note, std::size_t first) {
    return trim(slice(note.text, {note.citations[first].span.end, note.citations[first + 1].span.begin})) ==
           ";";
}

/// "Department of State Press Release No. 78 …, and Press Release No. 83": one office.
void share_form(ParsedNote& note) {
    for (std::size_t i = 1; i < note.citations.size(); ++i) {
        auto& item = note.citations[i].item;
        auto const& before = note.citations[i - 1].item;
        auto const* author = before.names.find(Variable::author);
        bool const same =
            !item.text(Variable::genre).empty() && item.text(Variable::genre) == before.text(Variable::genre);
        if (same && author && !item.names.find(Variable::author) && !item.text(Variable::number).empty() &&
            joined_closely(note, i - 1))
            item.names.set(Variable::author, Names(*author));
    }
}

/// "X to Y, date, in Volume, pages and NARA, RG 84 …": one letter, printed and kept.
void share_writer(ParsedNote& note, std::vector<Candidate> const& candidates) {
    for (std::size_t i = 1; i < note.citations.size(); ++i) {
        auto& item = note.citations[i].item;
        auto const& before = note.citations[i - 1].item;
        if (candidates[i].family != Family::location ||
            candidates[i - 1].family != Family::letter_in_volume || !joined_closely(note, i - 1) ||
            item.names.find(Variable::author))
            continue;
        for (auto const variable : {Variable::author, Variable::recipient})
            if (auto const* names = before.names.find(variable)) item.names.set(variable, Names(*names));
        if (auto const* date = before.dates.find(Variable::issued))
            item.dates.set(Variable::issued, Date(*date));
    }
}

/// "X to Y, 3 Jan. 1863, 6 Sept. 1864, Denison Papers": the second letter, known by its date alone.
void share_correspondents(ParsedNote& note, std::vector<Candidate> const& candidates) {
    for (std::size_t i = 1; i < note.citations.size(); ++i) {
        auto const& parts = candidates[i].parts;
        auto& item = note.citations[i].item;
        auto const& before = note.citations[i - 1].item;
        if (candidates[i].family != Family::location || parts.empty() || parts.front().role != Role::date ||
            !before.names.find(Variable::recipient) || !joined_closely(note, i - 1) ||
            item.names.find(Variable::author) || item.names.find(Variable::recipient))
            continue;
        for (auto const variable : {Variable::author, Variable::recipient})
            if (auto const* names = before.names.find(variable)) item.names.set(variable, Names(*names));
        CitationLink link;
        link.citation = i - 1;
        link.relation = "same-author";
        link.reason = "a second letter of the writer and addressee named just before";
        link.confidence = 0.9;
        note.citations[i].refers_to = std::move(link);
    }
}

/// "RGASPI, f. 558, op. 1, d. 4137, l. 1; d. 1943, l. 1": the second begins within the first. It shares the
/// keeper and the levels that stand before its own first level.
void share_outer_levels(ParsedNote& note) {
    for (std::size_t i = 1; i < note.citations.size(); ++i) {
        auto const& target = note.citations[i];
        auto const& reference = target.item.reference;
        auto const& before = note.citations[i - 1];
        auto const& source = before.item.reference;
        if (target.kind != CitationKind::archival || target.refers_to || !reference.repository.empty() ||
            reference.levels.empty() || before.kind != CitationKind::archival || source.repository.empty() ||
            !(joined_closely(note, i - 1) || joined_by_semicolon(note, i - 1)))
            continue;
        auto const same = std::find_if(
            source.levels.begin(), source.levels.end(),
            [&](ArchiveLevel const& level) { return level.level == reference.levels.front().level; });
        if (same == source.levels.end()) continue;
        // "…; ф. А-327, оп. 2": another fond of the same archive.
        bool const outermost = same->level == "fond" || same->level == "bestand" ||
                               (same->level == "series" && !is_dated_document(target));
        if (same == source.levels.begin() && !outermost) continue;
        take_location(note, i, i - 1, {source.levels.begin(), same},
                      "begins within the reference just before it");
    }
}

/// "GARF 8131/37/4554; 9401/1/743": a number of several parts has the levels of the one before, and its
/// keeper.
void share_rows(ParsedNote& note) {
    for (std::size_t i = 1; i < note.citations.size(); ++i) {
        auto& levels = note.citations[i].item.reference.levels;
        auto const& source = note.citations[i - 1].item.reference;
        if (levels.size() != 1 || levels.front().level != "signature" || source.repository.empty() ||
            !note.citations[i].item.reference.repository.empty() ||
            !(joined_closely(note, i - 1) || joined_by_semicolon(note, i - 1)))
            continue;
        auto const parts = split(levels.front().value, '/');
        auto& fields = note.citations[i].fields;
        auto const whole = std::find_if(fields.begin(), fields.end(),
                                        [](FieldSpan const& field) { return field.field == "levels/0"; });
        bool const same = parts.size() >= 3 && parts.size() <= source.levels.size() &&
                          whole != fields.end() && source.levels.front().label.empty();
        if (same) {
            auto begin = whole->span.begin;
            fields.erase(whole);
            std::vector<ArchiveLevel> row(source.levels.begin(),
                                          source.levels.begin() + static_cast<std::ptrdiff_t>(parts.size()));
            for (std::size_t part = 0; part < parts.size(); ++part) {
                row[part].value = parts[part];
                fields.push_back({"levels/" + std::to_string(part), {begin, begin + parts[part].size()}});
                begin += parts[part].size() + 1;
            }
            levels = std::move(row);
            take_location(note, i, i - 1, {}, "another file of the archive named just before");
        }
    }
}

/// How many works before `i` the words "all in", "both in" speak of; 0 for other words.
std::size_t works_meant(std::string_view words, std::size_t i) {
    auto const folded = fold_word(words);
    if (folded.starts_with("all")) return i;
    return folded.starts_with("both") || folded.starts_with("last two") ? std::min<std::size_t>(i, 1) : 0;
}

/// "…; all in Fish Papers, LC", "…, both in box 3": what stands behind the words is shared by the works
/// before.
void share_keeper(ParsedNote& note, std::vector<Candidate> const& candidates, Chunks const& chunks) {
    for (std::size_t i = 1; i < note.citations.size(); ++i) {
        auto const part = candidates[i].find(Role::location);
        if (!part) continue;
        std::size_t from = 0, meant = 0;
        for (auto j = part->first > 0 ? part->first - 1 : part->first; j < part->last; ++j)
            if (chunks.list[j].kind == ChunkKind::signal) {
                meant = works_meant(slice(chunks.text, chunks.list[j].span), i);
                if (meant > 0) from = chunks.list[j].span.end;
            }
        if (from == 0) continue;
        auto const& source = note.citations[i].item.reference;
        std::vector<ArchiveLevel> shared;
        for (auto const& field : note.citations[i].fields)
            if (field.span.begin >= from && field.field.starts_with("levels/")) {
                auto const index = static_cast<std::size_t>(std::stoul(field.field.substr(7)));
                if (index < source.levels.size()) shared.push_back(source.levels[index]);
            }
        for (std::size_t before = i - meant; before < i; ++before) {
            auto const& link = note.citations[before].refers_to;
            if (!note.citations[before].item.reference.repository.empty() ||
                (link && link->relation == "same-location" && link->citation == i) ||
                note.citations[before].kind != CitationKind::archival)
                continue;
            take_location(note, before, i, shared, "one location is given for all documents before it");
        }
    }
}

/// "Department of State Press Release No. 664, December 8, 1953", given to all and kept nowhere in
/// particular.
void publish_releases(ParsedNote& note) {
    for (auto& citation : note.citations) {
        auto& item = citation.item;
        if (citation.kind != CitationKind::archival || has_location(citation) ||
            item.text(Variable::number).empty() || fold_word(item.text(Variable::genre)) != "press release")
            continue;
        citation.kind = CitationKind::published;
        item.type = ItemType::report;
    }
}

}  // namespace

bool candidate_location_ibid(Candidate const& candidate, Chunks const& chunks) {
    auto const part = candidate.find(Role::location);
    if (!part) return false;
    for (auto i = part->first; i < part->last; ++i)
        if (chunks.list[i].kind == ChunkKind::ibid) return true;
    return false;
}

void share(ParsedNote& note, std::vector<Candidate> const& candidates, Chunks const& chunks,
           std::vector<bool> const& location_ibid) {
    auto& all = note.citations;
    share_correspondents(note, candidates);
    for (std::size_t i = all.size(); i-- > 1;) {
        auto& before = all[i - 1];
        if (has_location(before) || !is_dated_document(before) || location_ibid[i - 1]) continue;
        // "X to Y, 5 March 1961, and “Outline for an Address,” box 33": of the second only the title is told.
        bool const told = is_dated_document(all[i]) || (!all[i].item.text(Variable::title).empty() &&
                                                        candidates[i].family == Family::quoted_document);
        if (all[i].kind == CitationKind::archival && has_location(all[i]) && told &&
            joined_closely(note, i - 1))
            take_location(note, i - 1, i, all[i].item.reference.levels,
                          "one location is given for several documents of the note");
    }
    for (std::size_t i = 1; i < all.size(); ++i) {
        auto const& candidate = candidates[i];
        bool const same = candidate.family != Family::ibid && candidate.family != Family::short_form &&
                          chunks.list[candidate.first].kind == ChunkKind::idem;
        if (same) take_people(note, i, candidate.find(Role::editor) != nullptr);
    }
    share_form(note);
    share_writer(note, candidates);
    share_keeper(note, candidates, chunks);
    share_outer_levels(note);
    share_rows(note);
    publish_releases(note);
}

}  // namespace fonds
