// Entries of reference lists: family names first, the year behind them; Vancouver's form, which medicine
// writes.

#include "grammar/published.hpp"

namespace fonds::grammar {
namespace {

auto const capital = look([](Chunk const* first, Chunk const* last) {
    return first < last &&
           (first->is(Trait::upper) || first->kind == ChunkKind::quote || first->is(Trait::digits));
});

// Authors: "Smith, John, and Mary Jones", "Smith, J. A., & Jones, K.", "Smith JA, Jones K".

auto const capital_name = is([](Chunk const& chunk) { return chunk.in_capitals; });
auto const with_others = maybe(-comma >> et_al);
/// "CERVO, Amado Luiz; BUENO, Clodoaldo. História da política": as Brazil and others write them.
/// "NOVÁK, Petr a Aleš SVOBODA": the given name and the second author.
auto const given_and_second = is([](Chunk const& chunk) {
    constexpr std::uint32_t longest = 8;
    return chunk.kind == ChunkKind::text && chunk.is(Trait::name) && (chunk.several || chunk.families) &&
           chunk.size() <= longest;
});
auto const in_full =
    part(Role::listed, attempt(pairs_of_names) |
                           ((lone_name | capital_name) >> comma >>
                            (attempt(given_name >> further_authors >> with_others) | given_and_second)));
auto const by_initials = part(Role::author, inverted_list >> with_others);
auto const body = part(Role::author, office);
auto const role_behind = maybe(-comma >> editor_role);
/// "Smith, John, and Mary Jones, eds. Title": the stop of the word for the role ends the names.
auto const names_end = attempt(-comma >> editor_role >> -stop) | stop;

// The year behind them: "(2001)", "2001".

auto const year = part(Role::publication, is([](Chunk const& chunk) {
                           return chunk.kind == ChunkKind::publication && !chunk.is(Trait::publisher);
                       })) |
                  part(Role::date, is([](Chunk const& chunk) {
                           return chunk.kind == ChunkKind::date && chunk.has_year && !chunk.has_day;
                       }));
auto const who = attempt(by_initials) | attempt(in_full) | body;
auto const dated_who = who >> role_behind >> -(comma | stop) >> year >> -(stop | comma | colon);

// Titles go on to the next stop.

auto const title_pieces = x3::repeat(1, 16)[title_piece | attempt(comma >> &title_piece)];
auto const title = part(Role::title, quote | title_pieces);

// Imprints without their year: "Cambridge, MA: MIT Press", "Oxford University Press".

auto const place = text(Trait::place) >> maybe(comma >> words >> &colon);
auto const house = part(Role::publisher, words >> maybe(conjunction >> words));
auto const undated_imprint =
    attempt(part(Role::place, place) >> colon >> house) | part(Role::publisher, text(Trait::publisher));
auto const piece = title_piece | attempt((comma | stop) >> &title_piece);
auto const title_before_place =
    part(Role::title, x3::repeat(1, 16)[!peek((comma | stop) >> undated_imprint) >> piece]);
auto const periodical =
    part(Role::container,
         capital >> (words | archive) >> *attempt((comma | colon | conjunction) >> capital >> words));
auto const volume = part(Role::volume, number | volume_label);
auto const issue = part(Role::issue, aside | issue_label);
auto const numbers = -comma >> (attempt(volume >> maybe(-comma >> issue)) | issue) >>
                     maybe((comma | colon) >> page_list);
auto const joined = part(Role::pages, number);  // "2:769–82"

auto const listed_book =
    attempt(dated_who >> title_before_place >> details >> (comma | stop) >> undated_imprint >> pinpoints) |
    attempt((attempt(in_full) | attempt(by_initials) | body) >> names_end >> capital >> plain_title >>
            details >> imprinted >> pinpoints);
auto const dated_article = dated_who >> title >> -(stop | comma) >> periodical >> numbers;
auto const undated_article = in_full >> stop >> part(Role::title, quote) >> -(stop | comma) >> periodical
                             >> numbers >> -comma >> year >> maybe((comma | colon) >> page_list);
/// "Thomas, Clarke. “The Course of the Party.” Sunday Journal, 4 Jul 1954".
auto const day = is([](Chunk const& chunk) { return chunk.kind == ChunkKind::date && chunk.has_day; });
auto const newspaper_piece = in_full >> stop >> part(Role::title, quote) >> -(stop | comma) >> periodical
                             >> comma >> part(Role::date, day) >> maybe((comma | colon) >> page_list);
auto const vancouver = (by_initials | body) >> stop >> part(Role::title, title_pieces) >> stop >> periodical
                       >> -stop >> part(Role::date, date) >> comma >>
                       (attempt(volume >> maybe(issue) >> colon >> page_list) | joined);
/// "HIRST, Mónica. As relações Brasil-Estados Unidos. Contexto Internacional, Rio de Janeiro, v. 22, n. 1, p.
/// 75-104, 2000": the journal between a stop and its volume.
auto const labelled_tail =
    +attempt(comma >> (part(Role::volume, volume_label) | part(Role::issue, issue_label | note_label) |
                       part(Role::pages, page_label) | part(Role::date, date)));
auto const years_told = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::publication && !chunk.is(Trait::publisher) && !chunk.colon;
});
auto const article_between_stops = in_full >> stop >> part(Role::title, title_pieces >> -years_told) >> stop
                                   >> part(Role::container, capital >> words) >>
                                   maybe(comma >> part(Role::aside, text(Trait::place))) >>
                                   &(comma >> (volume_label | issue_label)) >> labelled_tail;
/// "NOVÁK, Jan. Správa státu. Soudobé dějiny [online]. 2004, roč. 12, č. 3, s. 45–60": by ISO 690 the journal
/// between two stops.
auto const article_before_year = (attempt(in_full) | by_initials) >> stop >>
                                 part(Role::title, title_pieces) >> stop >>
                                 part(Role::container,
                                      capital >> words >> *attempt((conjunction | comma) >> words)) >>
                                 -on_the_web >> stop >> part(Role::date, date) >>
                                 &(comma >> (volume_label | issue_label)) >> labelled_tail;
auto const listed_article = attempt(article_between_stops) | attempt(article_before_year) |
                            attempt(vancouver) | attempt(dated_article) | attempt(newspaper_piece) |
                            attempt(undated_article);
auto const volume_name =
    part(Role::container, x3::repeat(1, 16)[!peek(-comma >> (editor_role | number | page_label)) >> piece]);
/// "Gottlieb, Robert. “Complex Movements.” In Out of the Woods, edited by Char Miller, 144–60. Pittsburgh: …,
/// 1997".
auto const chapter_in_full = in_full >> stop >> part(Role::title, quote) >> -stop >> in >> volume_name >>
                             -comma >> maybe(editors_before >> -comma) >> maybe(page_list) >> stop >>
                             part(Role::publication, imprint);
/// "NOVÁK, Jan. Správa státu. In: ROTH, Karel. Dějiny. Praha: Academia, 1999, s. 13": so has ISO 690
/// chapters.
auto const one_listed = (lone_name | capital_name) >> comma >> given_name;
auto const hands_of_volume = attempt(part(Role::editor, one_listed >> -comma >> editor_role) >> -stop) |
                             (part(Role::note, one_listed) >> stop);
auto const chapter_between_stops = (attempt(in_full) | by_initials) >> stop >>
                                   part(Role::title, title_pieces) >> stop >> in >> maybe(hands_of_volume) >>
                                   part(Role::container, title_words) >> details >> imprinted >> pinpoints;
auto const edited_volume = maybe((attempt(editors_before) | attempt(editors_behind)) >> -comma) >>
                           volume_name >> maybe(-comma >> (part(Role::pages, page_label) | aside)) >>
                           maybe(comma >> editors_before) >> maybe(comma >> pages);
auto const dated_chapter = dated_who >> title >> -(stop | comma) >> in >> edited_volume >>
                           (comma | stop) >> undated_imprint;
auto const listed_chapter =
    attempt(chapter_in_full) | attempt(dated_chapter) | attempt(chapter_between_stops);

}  // namespace

bool read_listed_book(Iterator& first, Iterator last, Draft& draft) {
    return run_to_web(listed_book, first, last, draft);
}
bool read_listed_article(Iterator& first, Iterator last, Draft& draft) {
    return run_to_web(listed_article, first, last, draft);
}
bool read_listed_chapter(Iterator& first, Iterator last, Draft& draft) {
    return run_to_web(listed_chapter, first, last, draft);
}

}  // namespace fonds::grammar
