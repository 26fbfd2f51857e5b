// Who wrote, to whom, in what form and in which year: told for one work, meant for its neighbours.

#include "note/note_works.hpp"

namespace fonds {
namespace {

using std::string_view;

bool names_nobody(Item const& item) {
    return !item.names.find(Variable::author) && !item.names.find(Variable::recipient) &&
           item.text(Variable::title).empty() && item.text(Variable::genre).empty();
}

/// "X to Y, 3 Jan. 1863, 6 Sept. 1864, Denison Papers": the second letter, known by its date alone.
void share_correspondents(NoteWorks const& works, std::size_t i) {
    auto& item = works.work(i).item;
    auto const& before = works.work(i - 1);
    bool const paper = before.kind == CitationKind::archival
                           ? is_dated_document(before)
                           : before.item.names.find(Variable::recipient) != nullptr;
    // "X's reports to Y of Feb. 11, 1914, LOC; May 30, 1914, LOC": each with its own place.
    bool const in_row = works.joint(i) == Joint::listed ||
                        (works.joint(i) == Joint::semicolon && has_location(works.work(i)) &&
                         before.item.names.find(Variable::recipient));
    if (!begins_with_date(works.candidates[i]) || !paper || !names_nobody(item) || !in_row) return;
    for (auto const variable : {Variable::author, Variable::recipient})
        if (auto const* names = before.item.names.find(variable)) item.names.set(variable, Names(*names));
    for (auto const variable : {Variable::title, Variable::genre})
        if (auto const& told = before.item.text(variable); !told.empty())
            item.texts.set(variable, std::string(told));
    works.link(i, i - 1, "same-author", "a second letter of the writer and addressee named just before");
}

/// The people of the work before: "idem, The Cold War", "Bridge, From Sadowa; and his Habsburg Monarchy".
void take_people(NoteWorks const& works, std::size_t i, bool edits) {
    auto const& source = works.work(i - 1).item.names;
    auto const* people = source.find(Variable::author);
    if (!people) people = source.find(Variable::editor);
    if (!people) return;
    works.work(i).item.names.set(edits ? Variable::editor : Variable::author, *people);
    works.link(i, i - 1, "same-author", "by the author named just before");
}

/// "ders. (Hg.)": the word for what the same person did stands at once behind.
bool edits_as_same(Candidate const& candidate) {
    auto const* same = candidate.find(Role::ibid);
    auto const* editor = candidate.find(Role::editor);
    return same && editor && editor->first <= same->last + 1;
}

void share_author(NoteWorks const& works, std::size_t i) {
    auto const& candidate = works.candidates[i];
    if (candidate.family == Family::ibid) return;
    if (works.chunks.list[candidate.first].kind == ChunkKind::idem) {
        bool const in_short =
            candidate.family == Family::short_form && works.work(i).item.names.find(Variable::author);
        if (!in_short) take_people(works, i, edits_as_same(candidate));
        return;
    }
    if (candidate.first == 0 || works.work(i).item.names.find(Variable::author) ||
        works.work(i).kind == CitationKind::archival)
        return;
    constexpr std::size_t longest = 16;  // "see also his"
    auto const& before = works.chunks.tokens[works.chunks.list[candidate.first].first - 1];
    if (before.is(WordClass::possessive) && before.span.begin >= works.work(i - 1).span.end &&
        works.between(i).size() <= longest)
        take_people(works, i, false);
}

/// "Department of State Press Release No. 78 …, and Press Release No. 83": one office.
void share_form(NoteWorks const& works, std::size_t i) {
    auto& item = works.work(i).item;
    auto const& before = works.work(i - 1).item;
    auto const* author = before.names.find(Variable::author);
    bool const same =
        !item.text(Variable::genre).empty() && item.text(Variable::genre) == before.text(Variable::genre);
    // "Korry to State, tel. 3562, 8 September 1970; tel. 3711, 16 September 1970": of one correspondence.
    auto const* recipient = before.names.find(Variable::recipient);
    bool const in_row = works.joint(i) == Joint::listed || (works.joint(i) == Joint::semicolon && recipient);
    if (!same || item.names.find(Variable::author) || item.names.find(Variable::recipient) ||
        item.text(Variable::number).empty() || !item.text(Variable::title).empty() || !in_row)
        return;
    if (author) item.names.set(Variable::author, Names(*author));
    if (recipient) item.names.set(Variable::recipient, Names(*recipient));
}

/// "Interviews with Yuli Kvitsinsky, Bonn, 16 March 1992, and Valentin Falin, Hamburg, 4 June 1993": the
/// second person who was asked.
void share_interview(NoteWorks const& works, std::size_t i) {
    auto& work = works.work(i);
    auto const& before = works.work(i - 1).item;
    auto& item = work.item;
    if (before.type != ItemType::interview || item.type == ItemType::interview ||
        work.kind != CitationKind::archival || works.joint(i) != Joint::listed || has_location(work) ||
        !item.names.find(Variable::author) || item.names.find(Variable::recipient) ||
        !item.dates.find(Variable::issued) || !item.text(Variable::title).empty() ||
        !item.text(Variable::genre).empty())
        return;
    item.type = ItemType::interview;
    item.texts.set(Variable::genre, std::string(before.text(Variable::genre)));
    if (auto const* asked_by = before.names.find(Variable::interviewer))
        item.names.set(Variable::interviewer, Names(*asked_by));
}

/// "X to Y, date, in Volume, pages and NARA, RG 84 …": one letter, printed and kept.
void share_writer(NoteWorks const& works, std::size_t i) {
    auto& item = works.work(i).item;
    auto const& before = works.work(i - 1).item;
    if (works.candidates[i].family != Family::location ||
        works.candidates[i - 1].family != Family::letter_in_volume || works.joint(i) != Joint::listed ||
        item.names.find(Variable::author))
        return;
    for (auto const variable : {Variable::author, Variable::recipient})
        if (auto const* names = before.names.find(variable)) item.names.set(variable, Names(*names));
    if (auto const* date = before.dates.find(Variable::issued)) item.dates.set(Variable::issued, Date(*date));
}

/// The date of a work of which only month and day are told; null where it has none.
Date const* date_without_year(NoteWorks const& works, std::size_t i) {
    if (works.work(i).item.dates.find(Variable::issued)) return nullptr;
    for (auto const& part : works.candidates[i].parts) {
        if (part.role != Role::date && part.role != Role::location && part.role != Role::head) continue;
        for (auto at = part.first; at < part.last; ++at) {
            auto const& chunk = works.chunks.list[at];
            if (chunk.kind != ChunkKind::date || chunk.date < 0) continue;
            auto const& date = works.chunks.dates[static_cast<std::size_t>(chunk.date)];
            if (date.start.year == 0 && date.start.month != 0 && date.start.day != 0 && !date.end)
                return &date;
        }
    }
    return nullptr;
}

/// "18 January, 10 March, 9 April 1858", "8 and 10 Jan.; 1 Feb. 1941": the year of the next date is theirs.
void share_year(NoteWorks const& works, std::size_t i) {
    auto const* date = date_without_year(works, i);
    auto const joint = works.joint(i + 1);
    if (!date || is_apart(joint) ||
        (joint == Joint::semicolon && works.work(i).kind != CitationKind::archival))
        return;
    auto const* next = works.work(i + 1).item.dates.find(Variable::issued);
    if (!next || next->start.year == 0 || next->start.month < date->start.month) return;
    Date completed = *date;
    completed.start.year = next->start.year;
    completed.raw.clear();
    works.work(i).item.dates.set(Variable::issued, completed);
}

}  // namespace

void share_people(NoteWorks const& works) {
    for (auto i = works.size() - 1; i-- > 0;) share_year(works, i);
    for (std::size_t i = 1; i < works.size(); ++i) {
        share_correspondents(works, i);
        share_author(works, i);
        share_form(works, i);
        share_interview(works, i);
        share_writer(works, i);
    }
}

}  // namespace fonds
