// Where papers lie, told once for several: behind the last of them, before the first, or by its outer levels.

#include <algorithm>
#include <initializer_list>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "note/note_works.hpp"

namespace fonds {
namespace {

using std::string_view;

/// Gives a work the keeper of another and, before its own levels, `shared` ones of it.
void take_location(NoteWorks const& works, std::size_t to, std::size_t from,
                   std::vector<ArchiveLevel> const& shared, string_view reason) {
    auto& target = works.work(to);
    auto const& source = works.work(from).item.reference;
    auto& reference = target.item.reference;
    reference.repository = source.repository;
    reference.repository_id = source.repository_id;
    reference.place = source.place;
    reference.levels.insert(reference.levels.begin(), shared.begin(), shared.end());
    for (auto& field : target.fields)
        if (field.field.starts_with("levels/"))
            field.field = "levels/" + std::to_string(std::stoul(field.field.substr(7)) + shared.size());
    works.link(to, from, "same-location", reason);
}

bool tells_document(Part const& part) {
    return part.role == Role::head || part.role == Role::title || part.role == Role::author ||
           part.role == Role::date;
}

/// Whether the location stands before the document.
bool located_first(Candidate const& candidate) {
    for (auto const& part : candidate.parts) {
        if (part.role == Role::location) return true;
        if (tells_document(part)) return false;
    }
    return false;
}

/// "…, 30/III-5, Stenogram, 9 XI 1956, k. 88": the file before the document, its leaf behind.
bool is_located_around(Candidate const& candidate) {
    auto const count = std::count_if(candidate.parts.begin(), candidate.parts.end(),
                                     [](Part const& part) { return part.role == Role::location; });
    return count > 1;
}

/// Whether two works are of a kind, as a row of letters or of minutes is. An interview is known by itself.
bool are_alike(Item const& one, Item const& other) {
    if (one.type == ItemType::interview || one.names.find(Variable::interviewer)) return false;
    if (one.names.find(Variable::recipient)) return other.names.find(Variable::recipient) != nullptr;
    auto const genre = one.text(Variable::genre);
    return !genre.empty() && genre == other.text(Variable::genre);
}

/// Whether a paper was read as printed, in a volume or on pages.
bool is_printed(Item const& item) {
    return !item.text(Variable::container_title).empty() || !item.text(Variable::volume).empty();
}

/// A document that says nothing of where it lies.
bool lacks_location(NoteWorks const& works, std::size_t i) {
    auto const& work = works.work(i);
    return is_dated_document(work) && !has_location(work) && !works.location_ibid[i] &&
           !is_printed(work.item);
}

/// "X to Y, 3 March 1961; Z to Y, 5 March 1961, box 33, POF": the location behind the last is that of all.
void share_location_behind(NoteWorks const& works, std::size_t i) {
    auto const& next = works.work(i + 1);
    auto const joint = works.joint(i + 1);
    if (!lacks_location(works, i) || is_apart(joint) || next.kind != CitationKind::archival ||
        !has_location(next))
        return;
    bool const one_row = joint == Joint::listed || (are_alike(works.work(i).item, next.item) &&
                                                    !located_first(works.candidates[i + 1]));
    // "X to Y, 5 March 1961, and “Outline for an Address,” box 33": of the second only the title is told.
    bool const titled =
        !next.item.text(Variable::title).empty() && works.candidates[i + 1].family == Family::quoted_document;
    // "X to Y, 5 March 1961 and attached draft letter, box 33"
    bool const attached = joint == Joint::listed && !next.item.text(Variable::genre).empty();
    bool const told = is_dated_document(next) || titled || attached;
    if (one_row && told)
        take_location(works, i, i + 1, next.item.reference.levels,
                      "one location is given for several documents of the note");
}

/// "AA, Türkei 152, Bd 79, X to Y, 20 Oct. 1914; Memorandum by Z, 23 Nov. 1914": the location before the
/// first.
void share_location_before(NoteWorks const& works, std::size_t i) {
    auto const& before = works.work(i - 1);
    bool const first = located_first(works.candidates[i - 1]) ||
                       (before.refers_to && before.refers_to->relation == "same-location" &&
                        before.refers_to->citation + 1 < i && !works.candidates[i - 1].find(Role::location));
    if (!first || !lacks_location(works, i) || works.work(i).refers_to || is_apart(works.joint(i)) ||
        before.kind != CitationKind::archival || !has_location(before) || !is_told(before) ||
        is_located_around(works.candidates[i - 1]))
        return;
    take_location(works, i, i - 1, before.item.reference.levels,
                  "the location given before the documents is that of all");
}

/// "РГАНИ. Ф. 5. Оп. 28. Д. 411. См. также: Ф. 2. Оп. 1. Д. 187", "GARF, f. R-9401, op. 2, d. 200; see also
/// op. 2, d. 201": nothing but a signal stands before a label of the same archive.
bool goes_on_behind_signal(NoteWorks const& works, std::size_t i) {
    if (works.work(i).item.reference.levels.front().label.empty()) return false;
    auto const& chunks = works.chunks.list;
    return std::all_of(chunks.begin() + works.candidates[i - 1].last,
                       chunks.begin() + works.candidates[i].first, [](Chunk const& chunk) {
                           return chunk.kind == ChunkKind::stop || chunk.kind == ChunkKind::semicolon ||
                                  chunk.kind == ChunkKind::comma || chunk.kind == ChunkKind::colon ||
                                  chunk.kind == ChunkKind::signal;
                       });
}

/// "RGASPI, f. 558, op. 1, d. 4137, l. 1; d. 1943, l. 1", "Ф. 166. Оп. 6. Д. 10. Л. 8. Д. 11. Л. 14": the
/// second begins within the first. It shares the keeper and the levels that stand before its own first level.
void share_outer_levels(NoteWorks const& works, std::size_t i) {
    auto const& target = works.work(i);
    auto const& reference = target.item.reference;
    auto const& before = works.work(i - 1);
    auto const& source = before.item.reference;
    if (target.kind != CitationKind::archival || target.refers_to || !reference.repository.empty() ||
        reference.levels.empty() || before.kind != CitationKind::archival ||
        (source.repository.empty() && !works.location_ibid[i - 1] && !before.refers_to) ||
        (works.joint(i) == Joint::apart && !goes_on_behind_signal(works, i)) ||
        (works.joint(i) == Joint::stop && reference.levels.front().label.empty()))
        return;
    auto const same = std::find_if(
        source.levels.begin(), source.levels.end(),
        [&](ArchiveLevel const& level) { return level.level == reference.levels.front().level; });
    if (same == source.levels.end()) return;
    // "…; ф. А-327, оп. 2": another fond of the same archive.
    bool const outermost = same->level == "fond" || same->level == "bestand" ||
                           (same->level == "series" && !is_dated_document(target));
    if (same == source.levels.begin() && !outermost) return;
    take_location(works, i, i - 1, {source.levels.begin(), same},
                  "begins within the reference just before it");
}

/// What a number looks like: "30-1-124" and "28-1-650" are both "9-9-9".
std::string shape_of(string_view value) {
    std::string out;
    for (auto const byte : value) {
        auto const letter = static_cast<unsigned char>(byte);
        char const kind =
            letter >= '0' && letter <= '9'                                                           ? '9'
            : letter >= 0x80 || (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z') ? 'A'
                                                                                                     : byte;
        if (out.empty() || out.back() != kind || kind == byte) out.push_back(kind);
    }
    return out;
}

/// The field of the level that a work has alone; null where it has more or other levels.
FieldSpan* lone_level(Citation& citation) {
    auto& fields = citation.fields;
    auto const found = std::find_if(fields.begin(), fields.end(),
                                    [](FieldSpan const& field) { return field.field == "levels/0"; });
    return found == fields.end() ? nullptr : &*found;
}

/// "GARF 8131/37/4554; 9401/1/743": a number of several parts has the levels of the one before, and its
/// keeper.
bool share_row(NoteWorks const& works, std::size_t i) {
    auto& levels = works.work(i).item.reference.levels;
    auto const& source = works.work(i - 1).item.reference;
    auto const parts = split(levels.front().value, '/');
    auto* whole = lone_level(works.work(i));
    if (parts.size() < 3 || parts.size() > source.levels.size() || !whole ||
        !source.levels.front().label.empty())
        return false;
    auto begin = whole->span.begin;
    auto& fields = works.work(i).fields;
    fields.erase(fields.begin() + (whole - fields.data()));
    std::vector<ArchiveLevel> row(source.levels.begin(),
                                  source.levels.begin() + static_cast<std::ptrdiff_t>(parts.size()));
    for (std::size_t part = 0; part < parts.size(); ++part) {
        row[part].value = parts[part];
        fields.push_back({"levels/" + std::to_string(part), {begin, begin + parts[part].size()}});
        begin += parts[part].size() + 1;
    }
    levels = std::move(row);
    take_location(works, i, i - 1, {}, "another file of the archive named just before");
    return true;
}

/// "1314" behind "Best. 56 Nr. 897": a citation that is nothing but a number names something in an archive.
void read_number_alone(NoteWorks const& works, std::size_t i) {
    auto& work = works.work(i);
    auto const& candidate = works.candidates[i];
    auto const& chunk = works.chunks.list[candidate.first];
    bool const number = chunk.kind == ChunkKind::number ||
                        (chunk.kind == ChunkKind::text && chunk.is(Trait::digits) && chunk.size() == 1);
    if (!number || candidate.last != candidate.first + 1 || has_location(work) || is_told(work)) return;
    ArchiveLevel level;
    level.level = "signature";
    level.value = slice(works.chunks.text, chunk.span);
    work.item.reference.levels.push_back(std::move(level));
    work.fields.push_back({"levels/0", chunk.span});
}

/// "Wuhan, 11 Sept. 1959, 30-1-124; 22 June 1959, 28-1-650", "Best. 56 Nr. 897; 1314": a number that looks
/// like one of the reference before it stands for the same level.
void share_level_of_form(NoteWorks const& works, std::size_t i) {
    auto const& source = works.work(i - 1).item.reference.levels;
    auto& levels = works.work(i).item.reference.levels;
    bool const one_number =
        levels.front().label.empty() &&
        std::all_of(levels.begin() + 1, levels.end(), [](auto const& level) { return !level.label.empty(); });
    if (!one_number || (is_told(works.work(i)) && works.joint(i) != Joint::listed)) return;
    auto const shape = shape_of(levels.front().value);
    auto const same = std::find_if(source.rbegin(), source.rend(), [&](ArchiveLevel const& level) {
        return level.level != "page" && level.level != "list" && level.level != "leaf" &&
               shape_of(level.value) == shape;
    });
    if (same == source.rend() || shape.find('9') == std::string::npos) return;
    levels.front().level = same->level;
    take_location(works, i, i - 1, {source.begin(), same.base() - 1},
                  "another number of the archive named just before");
}

void share_numbers(NoteWorks const& works, std::size_t i) {
    auto const& work = works.work(i);
    auto const& before = works.work(i - 1);
    auto const& reference = work.item.reference;
    if (work.kind != CitationKind::archival || before.kind != CitationKind::archival || work.refers_to ||
        works.location_ibid[i] || !reference.repository.empty() || before.item.reference.repository.empty() ||
        before.item.reference.levels.empty() || is_apart(works.joint(i)))
        return;
    read_number_alone(works, i);
    if (reference.levels.empty() || (reference.levels.size() == 1 && share_row(works, i))) return;
    share_level_of_form(works, i);
}

/// How many works before `i` the words "all in", "both in" speak of; 0 for other words.
std::size_t works_meant(string_view words, std::size_t i) {
    auto const folded = fold_word(words);
    auto const speaks_of = [&](std::initializer_list<string_view> beginnings) {
        return std::any_of(beginnings.begin(), beginnings.end(),
                           [&](string_view beginning) { return folded.starts_with(beginning); });
    };
    if (speaks_of({"all three"})) return std::min<std::size_t>(i, 2);
    if (speaks_of({"all", "samtlich", "sämtlich"})) return i;
    return speaks_of({"both", "last two", "beide"}) ? std::min<std::size_t>(i, 1) : 0;
}

/// "…; all in Fish Papers, LC", "…, both in box 3": what stands behind the words is shared by the works
/// before, from `first` on; those before it lie elsewhere. Where they begin that the next such words can
/// speak of: a keeper told for all leaves none without.
std::size_t share_keeper(NoteWorks const& works, std::size_t i, std::size_t first) {
    auto const part = works.candidates[i].find(Role::location);
    if (!part) return first;
    auto const& chunks = works.chunks;
    std::size_t from = 0, meant = 0;
    for (auto j = part->first > 0 ? part->first - 1 : part->first; j < part->last; ++j)
        if (chunks.list[j].kind == ChunkKind::signal) {
            meant = works_meant(slice(chunks.text, chunks.list[j].span), i);
            if (meant > 0) from = chunks.list[j].span.end;
        }
    if (from == 0) return first;
    auto const& source = works.work(i).item.reference;
    std::vector<ArchiveLevel> shared;
    for (auto const& field : works.work(i).fields)
        if (field.span.begin >= from && field.field.starts_with("levels/")) {
            auto const index = static_cast<std::size_t>(std::stoul(field.field.substr(7)));
            if (index < source.levels.size()) shared.push_back(source.levels[index]);
        }
    for (std::size_t before = i - std::min(meant, i - first); before < i; ++before) {
        auto const& reference = works.work(before).item.reference;
        auto const has = [&](ArchiveLevel const& level) { return contains(reference.levels, level); };
        bool const told = !shared.empty() && std::all_of(shared.begin(), shared.end(), has);
        if (!reference.repository.empty() || told || works.work(before).kind != CitationKind::archival)
            continue;
        take_location(works, before, i, shared, "one location is given for all documents before it");
    }
    return meant == i && !source.repository.empty() ? i : first;
}

}  // namespace

void share_location(NoteWorks const& works) {
    for (auto i = works.size() - 1; i-- > 0;) share_location_behind(works, i);
    std::size_t without_keeper = 0;
    for (std::size_t i = 1; i < works.size(); ++i) {
        without_keeper = share_keeper(works, i, without_keeper);
        share_outer_levels(works, i);
        share_numbers(works, i);
        share_location_before(works, i);
    }
}

/// "Marshall to Truman, March 17, 1947; Bevin to Marshall, March 23, 1947, in FRUS 1947, 2:256, 274": letters
/// of one volume. "Pipp's Weekly, March 12, 1921, p. 5, and Jan. 19, 1924, p. 5": days of one newspaper.
void share_container(NoteWorks const& works) {
    for (auto i = works.size() - 1; i-- > 0;) {
        auto& work = works.work(i);
        auto const& next = works.work(i + 1);
        bool const letter = (work.item.names.find(Variable::recipient) || is_dated_document(work)) &&
                            !has_location(work) && !works.location_ibid[i] &&
                            work.item.text(Variable::container_title).empty();
        bool const printed = next.kind == CitationKind::published &&
                             works.candidates[i + 1].family == Family::letter_in_volume &&
                             !next.item.text(Variable::container_title).empty();
        if (!letter || !printed || is_apart(works.joint(i + 1))) continue;
        work.kind = CitationKind::published;
        work.item.type = next.item.type;
        for (auto const variable : {Variable::container_title, Variable::volume, Variable::publisher,
                                    Variable::publisher_place, Variable::collection_title})
            if (auto const told = next.item.text(variable); !told.empty())
                work.item.texts.set(variable, std::string(told));
        works.link(i, i + 1, "same-location", "one volume is given for several letters of the note");
    }
    for (std::size_t i = 1; i < works.size(); ++i) {
        auto& work = works.work(i);
        auto const& before = works.work(i - 1);
        bool const day_alone = begins_with_date(works.candidates[i]) &&
                               work.item.text(Variable::title).empty() &&
                               work.item.text(Variable::container_title).empty() && !has_location(work);
        bool const of_days =
            before.item.type == ItemType::article_newspaper || before.item.type == ItemType::article_magazine;
        if (!day_alone || before.kind != CitationKind::published || !of_days || is_apart(works.joint(i)))
            continue;
        work.kind = CitationKind::published;
        work.item.type = before.item.type;
        work.item.texts.set(Variable::container_title,
                            std::string(before.item.text(Variable::container_title)));
        works.link(i, i - 1, "same-location", "another day of the newspaper named just before");
    }
}

}  // namespace fonds
