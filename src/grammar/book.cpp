// Books: who, title, details, imprint, pinpoint; theses; lists of literature with the family name first.

#include "grammar/published.hpp"

namespace fonds::grammar {
namespace {

auto const behind_role = attempt(editors_behind) | attempt(translators_behind) | attempt(same_editor);
auto const who = same | attempt(author);
auto const begins_title = look([](Chunk const* first, Chunk const* last) {
    return first < last && (first->is(Trait::upper) || first->kind == ChunkKind::quote);
});
/// "Лубянка. Сталин и МГБ", "Берия. Конец карьеры": before a stop a family alone, without initials, begins a
/// title.
auto const behind_family_alone = look_around([](Before before, Iterator, Iterator) {
    return before.is(1, ChunkKind::text) && before.chunk(1)->size() == 1 && !before.chunk(1)->in_capitals;
});
auto const behind_who = comma | attempt((colon | (!behind_family_alone >> stop)) >> begins_title);
/// "Centennial Valley Historical Society, Centennial Valley".
auto const keeper_as_author = part(Role::author, text(Trait::repository)) >> comma >> begins_title;
/// "CIA, Directorate of Intelligence", "Department of State, Bureau of Intelligence and Research".
auto const office_of_body =
    part(Role::author, (text(Trait::capitals) | office) >> comma >> office) >> comma >> begins_title;
/// "[Edward Hyde], A Brief View".
auto const hidden_who =
    part(Role::author, is([](Chunk const& chunk) {
             return chunk.kind == ChunkKind::aside && chunk.square && chunk.is(Trait::name);
         })) >>
    comma >> begins_title;
auto const named_who = attempt(owner >> begins_title) | attempt(hidden_who) | attempt(office_of_body) |
                       attempt(who >> behind_who) | attempt(part(Role::author, office) >> comma) |
                       attempt(keeper_as_author);
/// "Coral Bell, in her book, The Diplomacy of Détente", "Dean Acheson, in his memoirs, …".
auto const in_own_work = in >> few_small_words >> comma;
auto const itself = plain_title >> details >> imprinted >> pinpoints;
/// "Hitlers Wien. Lehrjahre eines Diktators, Piper, 1996", "Binasco, studi storici, 1864": a house by its
/// place alone, or only a year.
auto const unknown_house = part(Role::publisher, is([](Chunk const& chunk) {
                                    return chunk.kind == ChunkKind::text && chunk.is(Trait::upper) &&
                                           !chunk.is(Trait::verb) && !chunk.is(Trait::letter) &&
                                           !chunk.is(Trait::genre) && !chunk.is(Trait::repository) &&
                                           !chunk.is(Trait::place) && chunk.size() <= 4;
                                }));
auto const year =
    part(Role::date, is([](Chunk const& chunk) {
             return chunk.kind == ChunkKind::date && chunk.has_year && !chunk.has_day && !chunk.is_span;
         }));
auto const ends_work = look([](Chunk const* first, Chunk const* last) {
    if (first < last && first->kind == ChunkKind::comma)
        return first + 1 < last && (is_label(first[1], "page") || first[1].kind == ChunkKind::signal);
    return first == last || first->kind == ChunkKind::semicolon || first->kind == ChunkKind::stop ||
           first->kind == ChunkKind::close;
});
/// "Melsungen 1978": a place nobody knows, its year at once behind it.
auto const unknown_place = part(Role::place, text(Trait::name)) >> year;
auto const unplaced = (attempt(unknown_place) | (maybe(unknown_house >> comma) >> year)) >> ends_work;
auto const title_before_house =
    part(Role::title, x3::repeat(1, 12)[!title_end >> !peek(comma >> unplaced) >> next_title_piece]);
auto const unplaced_who =
    attempt(part(Role::author, inverted_list) >> attempt(colon >> begins_title)) | attempt(family_first) |
    attempt((author | part(Role::author, office)) >> (comma | attempt(stop >> begins_title)));
auto const unplaced_book = unplaced_who >> title_before_house >> details >> comma >> unplaced >> pinpoints;
/// "Risa L. Goluboff, The Lost Promise of Civil Rights 81 (2007)": lawyers put the page before the year.
auto const words_before_page = words >> *attempt((colon | comma | conjunction) >> words) >>
                               &(number >> publication);
auto const book_of_law = author >> comma >> part(Role::title, words_before_page) >>
                         part(Role::pages, arabic) >>
                         part(Role::publication, bracketed_year_alone) >> ends_work;
auto const edited = (attempt(behind_role >> behind_who) | (bodies_behind >> comma)) >> itself;
auto const book = attempt(family_first >> itself) | (named_who >> -attempt(in_own_work) >> itself);
/// "“Title” (PhD diss., Harvard University, 1999)", "“Title” (paper presented at …)".
auto const unprinted = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::thesis ||
           (chunk.kind == ChunkKind::publication && chunk.is(Trait::conference));
});
auto const quoted_thesis = named_who >> quoted_title >> -comma >>
                           part(Role::publication, unprinted) >> pinpoints;
auto const numbered_book = part(Role::number, paper_number) >> comma >> itself;
auto const titled_book = attempt(numbered_book) | itself;
auto const any_book =
    attempt(quoted_thesis) | attempt(book_of_law) | attempt(edited) | attempt(book) | attempt(unplaced_book);

}  // namespace

/// A book without author: "Title (Place: Publisher, Year)", "Cmd. 9475, Report of the Commission (1955)".
bool read_titled_book(Iterator& first, Iterator last, Draft& draft) {
    return run_to_web(titled_book, first, last, draft);
}
bool read_book(Iterator& first, Iterator last, Draft& draft) {
    return run_to_web(any_book, first, last, draft);
}

}  // namespace fonds::grammar
