// Laws, treaties, hearings and debates of parliaments, documents of the United Nations; films and entries of
// encyclopaedias, which are known by a title and little more.

#include "grammar/published.hpp"

namespace fonds::grammar {
namespace {

auto const session = text(Trait::congress);
auto const debates = text(Trait::debates);
auto const chamber = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::upper) && !chunk.is(Trait::legal) &&
           (chunk.is(Trait::institution) || chunk.is(Trait::congress) || chunk.size() == 1);
});
auto const heading = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::upper) && !chunk.is(Trait::letter) &&
           !chunk.is(Trait::verb);
});
auto const paper_number =
    part(Role::number, text(Trait::digits) | (words >> document_label) | issue_label | document_label);
/// "vol. 381, c. 528": columns.
auto const column =
    is([](Chunk const& chunk) { return chunk.kind == ChunkKind::level && chunk.means("column"); });
/// "3rd ser., ii (1 Mar. 1831), 1061–89", "xii. 503": a volume in Roman numerals; "95, pt. 7:9205–6": or
/// before its part.
auto const volume_of_debates = attempt(part(Role::volume, roman) >> &(publication | comma | number)) |
                               attempt(part(Role::volume, number) >> &(comma >> part_label));
/// "S41625", "H1234": a page of the Senate or the House.
auto const page_of_house = is([](Chunk const& chunk) {
    constexpr std::size_t shortest = 3, longest = 7;
    auto const size = chunk.span.end - chunk.span.begin;
    return chunk.kind == ChunkKind::text && chunk.is(Trait::upper) && chunk.is(Trait::digits) &&
           chunk.size() == 1 && size >= shortest && size <= longest && !chunk.is(Trait::shelfmark);
});
auto const further = volume_of_debates | part(Role::date, date) |
                     part(Role::pages, page_label | column | number | page_of_house) | paper_number | aside |
                     part(Role::volume, volume_label) | part(Role::publication, publication) | series_number |
                     session | part(Role::tail, part_label);
auto const further_list = *attempt(-(comma | colon) >> further);
auto const title_before_session =
    part(Role::title, x3::repeat(1, 16)[!attempt(-comma >> session) >> next_title_piece]);

/// "U.S. Congress, Senate, Committee on Foreign Relations, Situation in Vietnam: Hearings, 86th Cong., 1st
/// sess., …".
auto const hearing = part(Role::author, *attempt(chamber >> comma >> &chamber) >> office) >> comma >> !date >>
                     title_before_session >> +attempt(-comma >> session) >> further_list;
/// "110 Cong. Rec. 14512 (1964)": the volume before the debates.
auto const debates_by_volume = part(Role::volume, number) >> part(Role::title, debates) >>
                               part(Role::pages, number) >> *attempt(comma >> part(Role::pages, number)) >>
                               maybe(-comma >>
                                     (part(Role::publication, publication) | part(Role::date, date))) >>
                               -aside;
/// "Ebert, 6. Februar 1919, Verhandlungen des Reichstags, Bd. 326, S. 1", "speech by Peel, Hansard, …": who
/// spoke, before the debates.
auto const speaker = part(Role::author, name_list) | part(Role::head, text(Trait::by_writer));
auto const speech = speaker >> comma >> maybe(part(Role::date, date) >> comma) >> maybe(in) >>
                    part(Role::title, debates);
auto const parliament = attempt(debates_by_volume) |
                        (attempt(speech) | part(Role::title, heading)) >>
                            *attempt(comma >> part(Role::aside, words)) >>
                            *attempt(-comma >> session >> -comma) >> further_list;
/// "H.R. Rep. No. 1476", "Senate Doc. 325": a report known by its number alone.
auto const report_number = part(Role::number, is([](Chunk const& chunk) {
                                                  constexpr std::uint32_t longest = 6;
                                                  return chunk.kind == ChunkKind::text &&
                                                         chunk.is(Trait::upper) && !chunk.is(Trait::letter) &&
                                                         chunk.size() <= longest;
                                              }) >>
                                                  (issue_label | document_label)) >>
                           &(-comma >> session);
/// "S. Rpt. 1322": or by its house and number.
auto const short_report = part(Role::number, is([](Chunk const& chunk) {
                                   constexpr std::uint32_t longest = 6;
                                   return chunk.kind == ChunkKind::text && chunk.is(Trait::upper) &&
                                          chunk.is(Trait::digits) && !chunk.is(Trait::letter) &&
                                          !chunk.is(Trait::congress) && !chunk.is(Trait::bill) &&
                                          chunk.size() <= longest;
                               })) >>
                          &(-comma >> session);
/// "Boundaries of British Guiana and Venezuela, 50th Cong., 1st Sess., SED 226".
auto const titled_paper = (attempt(report_number) | attempt(short_report) | title_before_session) >>
                          +attempt(-comma >> session) >> further_list;
/// "31 Cong., 1 Sess., Sen. Ex. Doc. 18, pp. 6–11": the session first.
auto const session_first = +attempt(session >> comma) >>
                           part(Role::number, (words >> document_label) | text(Trait::digits)) >>
                           further_list;
/// "Message of the President, December 8, 1863, House Executive Document No. 1, 38th Congress, 1st Session".
auto const dated_paper = part(Role::title, heading) >> comma >> part(Role::date, date) >> comma >>
                         part(Role::number, words >> (issue_label | document_label)) >>
                         +attempt(-comma >> session) >> further_list;
auto const session_paper = attempt(dated_paper) | attempt(titled_paper) | session_first;

/// "61 Stat. 495 (1947)", "729 U.N.T.S. 161", "UNTS 1696, p. 115".
auto const reporter = part(Role::volume, number) >> part(Role::container, words) >>
                      part(Role::pages, number) >> maybe(comma >> part(Role::pages, number | page_label));
/// "Dz.U. 1952, nr 33, poz. 232": an issue of the gazette, and the law's place in it.
auto const position_in_issue = part(Role::issue, issue_label) >> comma >>
                               part(Role::number,
                                    is([](Chunk const& chunk) { return is_label(chunk, "item"); }));
auto const collection = part(Role::container, text(Trait::legal)) >> maybe(part(Role::volume, number)) >>
                        *attempt(-(comma | colon) >>
                                 (part(Role::volume, volume_label) | attempt(position_in_issue) |
                                  part(Role::number, issue_label) | part(Role::publication, publication) |
                                  part(Role::aside, date) | part(Role::pages, page_label | number)));
auto const law_number =
    part(Role::number,
         is([](Chunk const& chunk) { return is_label(chunk, "number") || is_label(chunk, "issue"); }));
auto const bill_number =
    is([](Chunk const& chunk) { return chunk.kind == ChunkKind::text && chunk.is(Trait::bill); });
auto const bill = part(Role::number, bill_number) >> +attempt(-comma >> session) >>
                  maybe(-comma >> part(Role::publication, publication));
/// "§ 198", "sec. 102(d)(3)": a place in a law.
auto const section_of_law = (attempt(kind(ChunkKind::mark) >> number) | is([](Chunk const& chunk) {
                                 constexpr std::uint32_t longest = 3;
                                 return chunk.kind == ChunkKind::text && !chunk.is(Trait::upper) &&
                                        chunk.is(Trait::digits) && chunk.size() <= longest;
                             })) >>
                            *aside;
auto const enacted = attempt(reporter) | attempt(collection) | law_number | attempt(section_of_law) |
                     part(Role::publication, publication) | part(Role::date, date);
/// "RGBl. Nr. 88/1865", without the title of the law.
auto const printed_law = part(Role::container, text(Trait::legal)) >> -comma >>
                         part(Role::number, issue_label) >>
                         (attempt(-comma >> part(Role::pages, page_label)) |
                          maybe(part(Role::date, publication)));
/// "Exec. Order No. 9808, 11 Fed. Reg. 14153": an order by its number alone.
auto const order_by_number = part(Role::number, is([](Chunk const& chunk) {
                                                    return chunk.kind == ChunkKind::text &&
                                                           chunk.is(Trait::upper) && chunk.size() <= 4;
                                                }) >>
                                                    issue_label) >>
                             comma >> reporter >>
                             maybe(-comma >> (part(Role::publication, publication) | part(Role::date, date)));
auto const act_title =
    part(Role::title, quote) |
    part(Role::title, heading >> *attempt((comma | conjunction) >> !law_number >> (words | date)));
/// "347 U.S. 483 (1954)": a case whose name the text tells; "37 Stat. 415": a law.
auto const reported_case =
    attempt(reporter >> part(Role::publication, publication)) |
    (part(Role::volume, number) >> part(Role::container, text(Trait::legal)) >> part(Role::pages, number));
/// "Executive Order 11652, “Classification,” March 8, 1972, Federal Register, Vol. 37": its number, its
/// title.
auto const titled_order = part(Role::number, is([](Chunk const& chunk) {
                                   return chunk.kind == ChunkKind::text && chunk.is(Trait::upper) &&
                                          chunk.is(Trait::digits) && !chunk.is(Trait::letter) &&
                                          chunk.size() <= 4;
                               })) >>
                          comma >> part(Role::title, quote) >> +attempt(-comma >> -in >> enacted);
/// "Public Law 102–138, Title IV, Section 198, 105 Stat. 685": a law by its number, and which part of it.
auto const part_of_law = is([](Chunk const& chunk) {
    constexpr std::uint32_t longest = 3;
    return (chunk.kind == ChunkKind::text && chunk.is(Trait::upper) && !chunk.is(Trait::legal) &&
            chunk.size() <= longest) ||
           (chunk.kind == ChunkKind::level && !is_label(chunk, "page"));
});
auto const law_by_number = part(Role::number, is([](Chunk const& chunk) {
                                    return is_label(chunk, "number") && chunk.phrase->words.size() >= 2;
                                })) >>
                           *attempt(comma >> (attempt(section_of_law) | part_of_law)) >>
                           *attempt(-comma >> -in >> enacted);
/// "Loi no 47-1853 du 20 septembre 1947 portant statut organique de l’Algérie, JORF du 21 septembre 1947".
auto const dated_title = part(Role::title, heading >> part(Role::date, date) >> words);
auto const gazette_of_day = part(Role::container, text(Trait::legal)) >> -comma >>
                            maybe(part(Role::aside, date)) >> maybe(comma >> part(Role::pages, page_label));
/// "Gesetz vom 7. April 1933 (RGBl. I, S. 175)".
auto const enacted_in_bracket = kind(ChunkKind::open) >> +attempt(-comma >> enacted) >>
                                kind(ChunkKind::close);
auto const act = (attempt(dated_title >> comma >> gazette_of_day)) |
                 (act_title >> +(attempt(-comma >> -in >> enacted) | attempt(enacted_in_bracket)));
auto const treaty = part(Role::title, heading >> *attempt(conjunction >> words)) >>
                    maybe(comma >> part(Role::place, text(Trait::place))) >> comma >>
                    part(Role::date, date) >>
                    +attempt(-comma >> -in >> (attempt(reporter) | attempt(collection)));

/// "UN Doc. A/4494, 20 Sept. 1960", "UN Security Council Resolution 84, S/1588, 7 July 1950",
/// "UN General Assembly Resolution 1514 (XV), 14 December 1960".
auto const document_number = part(Role::number, text(Trait::reference));
auto const session_in_roman = is(
    [](Chunk const& chunk) { return chunk.kind == ChunkKind::aside && !chunk.square && chunk.size() <= 4; });
/// "Security Council Resolution 418 (1977)": or the year.
auto const numbered_resolution = (is([](Chunk const& chunk) {
                                      return chunk.kind == ChunkKind::text && chunk.is(Trait::resolution) &&
                                             chunk.is(Trait::digits);
                                  }) |
                                  (text(Trait::resolution) >> arabic)) >>
                                 -(session_in_roman | bracketed_year);
/// "UN General Assembly Resolution 1514 (XV), “Declaration on …,” 14 December 1960".
auto const titled_resolution = part(Role::number, numbered_resolution) >> comma >> part(Role::title, quote) >>
                               -comma >> part(Role::date, date) >>
                               maybe(comma >> (document_number | part(Role::aside, words >> document_label)));
auto const resolution = (attempt(titled_resolution) |
                         attempt(part(Role::title, heading) >> comma >> document_number >>
                                 maybe(comma >> part(Role::date, date))) |
                         attempt(part(Role::title, numbered_resolution) >>
                                 +attempt(comma >> (part(Role::date, date) | document_number))) |
                         (part(Role::title, text(Trait::resolution) >> -arabic) >>
                          part(Role::publication, bracketed_year))) >>
                        maybe(comma >> part(Role::pages, page_label));

/// "UN General Assembly, Third Committee, 125th Meeting, 9 November 1948, UN Doc. A/C.3/SR.125, p. 363",
/// "S/PV.1382, 22 November 1967": a paper of the United Nations by its symbol.
auto const symbol_of_paper = is([](Chunk const& chunk) { return chunk.is(Trait::symbol); });
auto const by_symbol = -attempt(text(Trait::capitals) >> &symbol_of_paper) >>
                       part(Role::number, symbol_of_paper >> -session_in_roman);
auto const body_words = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && (chunk.is(Trait::upper) || chunk.is(Trait::digits)) &&
           !chunk.is(Trait::symbol) && !chunk.is(Trait::letter) && !chunk.is(Trait::verb);
});
auto const title_of_paper =
    part(Role::title, !attempt(by_symbol) >> body_words >>
                          *attempt((comma | conjunction) >> !attempt(by_symbol) >> body_words));
auto const body_of_nations = !text(Trait::genre_head) >> body_words;
auto const body_and_record = part(Role::author, body_of_nations >> *attempt(comma >> body_of_nations)) >>
                             comma >> part(Role::title, text(Trait::genre_head));
auto const head_of_paper =
    attempt(maybe(part(Role::author, body_words) >> comma) >> part(Role::title, quote)) |
    attempt(body_and_record) | title_of_paper;
auto const paper_of_nations = maybe(head_of_paper >> -comma >> maybe(part(Role::date, date) >> comma)) >>
                              by_symbol >> maybe(-comma >> (part(Role::date, date) |
                                                            part(Role::publication, bracketed_year))) >>
                              *attempt(comma >> pages);

/// "Meeting Gorbachev, dir. Werner Herzog and André Singer (Werner Herzog Filmproduktion, 2018)".
auto const film_title = part(
    Role::title,
    x3::repeat(
        1,
        8)[!role_of(WordClass::director) >> (words | colon | conjunction | date | attempt(comma >> words))]);
auto const directed = film_title >> comma >> part(Role::author, role_of(WordClass::director) >> name_list) >>
                      maybe(-comma >> part(Role::publication, publication)) >>
                      maybe(comma >> part(Role::aside, text(Trait::capitals))) >>
                      maybe(comma >> part(Role::url, url));

/// "ÖBL. 10, s. v. Schmerling, Anton von": without marks the word is a name, the given names behind it.
auto const given_names = is([](Chunk const& chunk) {
    constexpr std::uint32_t longest = 4;
    return chunk.kind == ChunkKind::text && chunk.is(Trait::upper) && !chunk.is(Trait::digits) &&
           chunk.size() <= longest;
});
auto const headword = (text(Trait::upper) >> maybe(comma >> given_names)) >>
                      look([](Iterator first, Iterator last) {
                          return first == last || first->kind == ChunkKind::stop ||
                                 first->kind == ChunkKind::semicolon || first->kind == ChunkKind::comma;
                      });
/// "(by R. T. Shannon)".
auto const by_in_bracket =
    is([](Chunk const& chunk) { return chunk.kind == ChunkKind::aside && chunk.is(Trait::sender); });
/// "Encyclopaedia Britannica, 15th ed., s.v. “Nonalignment”, by Robert Blake".
auto const entry = part(Role::container, text(Trait::encyclopedia)) >>
                   *attempt(-comma >> (part(Role::edition, edition) | part(Role::publication, publication) |
                                       part(Role::volume, volume_label | number))) >>
                   maybe(comma >> part(Role::pages, page_label)) >> comma >> in >>
                   part(Role::title, quote | attempt(headword)) >>
                   maybe(-comma >> part(Role::author, text(Trait::sender) | by_in_bracket));
auto const any_act = attempt(bill) | attempt(law_by_number) | attempt(titled_order) |
                     attempt(order_by_number) | attempt(printed_law) | attempt(reported_case) | act;

}  // namespace

bool read_hearing(Iterator& first, Iterator last, Draft& draft) { return run(hearing, first, last, draft); }
bool read_session_paper(Iterator& first, Iterator last, Draft& draft) {
    return run(session_paper, first, last, draft);
}
bool read_act(Iterator& first, Iterator last, Draft& draft) {
    return run_to_web(any_act, first, last, draft);
}
bool read_treaty(Iterator& first, Iterator last, Draft& draft) { return run(treaty, first, last, draft); }
bool read_resolution(Iterator& first, Iterator last, Draft& draft) {
    return run_to_web(attempt(paper_of_nations) | resolution, first, last, draft);
}
bool read_parliament(Iterator& first, Iterator last, Draft& draft) {
    return run(parliament, first, last, draft);
}
bool read_film(Iterator& first, Iterator last, Draft& draft) { return run(directed, first, last, draft); }
bool read_entry(Iterator& first, Iterator last, Draft& draft) {
    return run_to_web(entry, first, last, draft);
}

}  // namespace fonds::grammar
