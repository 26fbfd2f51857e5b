// Editions of documents known by their series (FRUS, DBPO, AAPD), alone or with a document that is printed in
// them.

#include "grammar/published.hpp"

namespace fonds::grammar {
namespace {

/// "[11 Jan. 1844]": a date that the editors gave.
auto const given_date = is(
    [](Chunk const& chunk) { return chunk.kind == ChunkKind::publication && !chunk.is(Trait::publisher); });
auto const printed_document = is([](Chunk const& chunk) {
    return (chunk.kind == ChunkKind::text &&
            (chunk.is(Trait::letter) || chunk.is(Trait::genre_head) || chunk.is(Trait::genre))) ||
           chunk.kind == ChunkKind::quote;
});
auto const head_piece = is([](Chunk const& chunk) {
    return (chunk.kind == ChunkKind::text && !chunk.is(Trait::docvolume)) || chunk.kind == ChunkKind::aside ||
           chunk.kind == ChunkKind::conjunction;
});
auto const form = part(Role::genre, is([](Chunk const& chunk) {
                           return chunk.kind == ChunkKind::text && chunk.is(Trait::genre_head) &&
                                  chunk.to == no_token && !chunk.is(Trait::verb);
                       }));
/// "Memorandum of Conversation, “Berlin,” Vienna": the form before the title, and where it was written.
auto const form_and_title = form >> comma >> part(Role::title, quote) >>
                            maybe(-comma >> part(Role::aside, text(Trait::place)));
auto const quoted_head = maybe(author >> comma) >> part(Role::title, quote);
/// "Boris Pasternak, letter to Olga Freidenberg": the writer before the form.
auto const writer_and_letter = name >> comma >> is([](Chunk const& chunk) {
                                   return chunk.kind == ChunkKind::text && chunk.is(Trait::genre_head) &&
                                          chunk.is(Trait::letter);
                               });
/// "telegram 1182 from Paris", "no. 341": the paper by its form and number, and where it was sent.
auto const numbered_paper = part(Role::number, is([](Chunk const& chunk) {
                                     return is_numbered_paper(chunk) || is_label(chunk, "issue");
                                 })) >>
                            maybe(is([](Chunk const& chunk) {
                                return chunk.kind == ChunkKind::text && chunk.is(Trait::sender) &&
                                       !chunk.is(Trait::letter);
                            }));
/// "Telegram 2124 from the Embassy in Vietnam to the Department of State": the number before the letter.
auto const numbered_letter = part(Role::number, is(is_numbered_paper)) >>
                             part(Role::head, text(Trait::letter));
/// "NSC 162/2, “Basic National Security Policy”": the paper's number before its title, and perhaps who issued
/// it.
auto const number_and_title = maybe(part(Role::author,
                                         text(Trait::institution) | archive | text(Trait::capitals)) >>
                                    comma) >>
                              part(Role::number, text(Trait::paper)) >> comma >> part(Role::title, quote);
/// "Botschafter Kroll, Moskau, an das Auswärtige Amt": where the writer is.
/// "Caffery (Paris) to Secretary of State": or in a bracket.
auto const placed_writer =
    part(Role::head, name >> (aside | (comma >> text(Trait::upper) >> comma)) >> text(Trait::to_head));
/// "Report, Peng Dehuai to Mao Zedong": the form before the letter.
auto const form_and_letter = form >> comma >> part(Role::head, text(Trait::letter));
auto const head =
    attempt(placed_writer) | attempt(form_and_letter) | attempt(form_and_title) | attempt(number_and_title) |
    attempt(quoted_head) | attempt(numbered_letter) | attempt(part(Role::head, writer_and_letter)) |
    (part(Role::head, printed_document >> x3::repeat(0, 4)[attempt(-comma >> !in >> head_piece)]) >>
     maybe(comma >> numbered_paper) >> maybe(-comma >> part(Role::title, quote)));
/// ", 3:15 p.m.", ", secret": behind the date, on the hour and the copy.
auto const remarks = *attempt(comma >> text(Trait::marking));
auto const dated = part(Role::date, date | given_date) >> remarks;
/// "in", "reprinted in".
auto const within =
    in | is([](Chunk const& chunk) {
        return chunk.kind == ChunkKind::signal && chunk.phrase && chunk.phrase->signal() == "published";
    });
auto const series_name = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::docvolume) && chunk.is(Trait::upper);
});
auto const session = text(Trait::congress);
auto const report_number = words >> document_label;  // "S. Ex. Doc. 79"
/// "FRUS, 1961–1963", "Foreign Relations, 1876", "Foreign Relations of the United States (hereafter FRUS),
/// 1950": the years name the volume.
/// "FRUS, 1952–1954, Germany and Austria, 189–90": its title too, where no volume's number stands before it.
/// "Foreign Relations, 1919, The Paris Peace Conference, vol. I": or before the volume of such a subject.
auto const subject = comma >> !session >> words >>
                     &(comma >> (number | page_label | document_label | volume_label));
/// "Second Series", "2e série", "Ser. D": a row of the edition's volumes; "D" of "ADAP, D, X": by its letter
/// alone, before the volume.
auto const letter_of_series = is([](Chunk const& chunk) {
                                  return (chunk.kind == ChunkKind::number || chunk.is(Trait::upper)) &&
                                         chunk.span.end - chunk.span.begin == 1;
                              }) >>
                              &(comma >> (roman | volume_label));
auto const nth_series = is([](Chunk const& chunk) {
    return chunk.is(Trait::nth_series) ||
           (chunk.kind == ChunkKind::text && chunk.is(Trait::series) && chunk.size() == 2);
});
auto const series_of_edition = part(Role::series_of_edition, nth_series | series_number | letter_of_series);
/// "Foreign Relations, Japan, 1931–1941": the country before the years.
auto const country = comma >> is([](Chunk const& chunk) {
                         return chunk.kind == ChunkKind::text && chunk.is(Trait::upper) &&
                                chunk.is(Trait::name) && chunk.size() <= 3;
                     }) >>
                     &(comma >> date);
/// "Akten der Reichskanzlei. Regierung Hitler 1933–1938, Teil I": a part of the edition behind a stop.
auto const subseries_behind_stop = stop >> words >> &(comma >> (part_label | volume_label | editor_role));
/// "Documents diplomatiques français (DDF), 1963": the letters by which the edition is known.
auto const letters_of_series = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::aside && !chunk.square && chunk.size() == 3 && !chunk.is(Trait::digits);
});
/// "Akten zur Auswärtigen Politik 1971, Bd. II": the year of the papers in an edition's title.
auto const year_of_papers = is([](Chunk const& chunk) {
                                constexpr std::size_t figures = 4;
                                return chunk.kind == ChunkKind::number && !chunk.roman && !chunk.parted &&
                                       chunk.span.end - chunk.span.begin == figures;
                            }) >>
                            &(comma >> volume_label);
auto const known_series =
    part(Role::container,
         series_name >> maybe((hereafter | letters_of_series) >> &(-comma >> date)) >>
             maybe((colon >> words) | attempt(subseries_behind_stop)) >> maybe(attempt(country)) >>
             maybe(year_of_papers | (-(comma | colon) >> date >> maybe(subject | (colon >> words)))));
/// Behind "in" any words may be the volume: "in War in South America, 47th Cong., …".
auto const any_volume =
    part(Role::container, words >> *attempt(comma >> !session >> ((words >> !document_label) | date)));
auto const volume_words =
    +(!title_end >> !attempt(-comma >> (session | page_label | document_label | issue_label | number)) >>
      (words | date | attempt((comma | colon) >> &(words | date))));
auto const numbered_volume =
    attempt(part(Role::volume, number) >> colon >> part(Role::volume_title, volume_words)) |
    part(Role::volume, volume_label | part_label) >>
        (attempt(colon >> part(Role::volume_title, number) >> &(comma >> volume_label)) |
         maybe((comma | colon) >> !series_of_edition >> part(Role::volume_title, volume_words)));
auto const bare_title = !series_of_edition >>
                        part(Role::volume_title, words >> *attempt(comma >> (date | words)));
/// "(London: James Ridgway, 1856), 27: 236–41": volume and pages with a space between.
auto const volume_before_pages = part(Role::volume, arabic) >> colon >> part(Role::pages, arabic);
/// "DDI, serie VIII, vol. XII, n. 567": behind the volume what is a note elsewhere is the document.
auto const number_behind_volume = look_around([](Before before, Iterator, Iterator) {
                                      return before.is(1, ChunkKind::comma) &&
                                             before.is(2, ChunkKind::level) &&
                                             is_label(*before.chunk(2), "volume");
                                  }) >>
                                  part(Role::number, note_label);
auto const volume_part = attempt(editors_before) | attempt(volume_before_pages) |
                         part(Role::number, report_number) | attempt(series_of_edition) |
                         attempt(numbered_volume) | part(Role::publication, imprint) |
                         part(Role::number, issue_label | document_label) | attempt(number_behind_volume) |
                         part(Role::pages, page_label | note_label) | part(Role::tail, number) |
                         (session >> maybe(comma >> date >> &publication)) | aside;
auto const in_volume = *attempt(-(comma | colon | stop) >> volume_part);
/// "…, U.S. Department of State, Foreign Relations of the United States, 1961–1963": who publishes the
/// series.
auto const publishing_office = (text(Trait::institution) | archive) >> comma >> &series_name;
auto const printed_in_known = head >> -comma >> maybe(dated >> -comma) >> maybe(numbered_paper >> -comma) >>
                              maybe(within) >> maybe(publishing_office) >> known_series >> in_volume;
auto const known_by_editors = part(Role::editor, name_list) >>
                              &(comma >> words >> comma >> (page_label | volume_label | number));
auto const printed_in_any = head >> -comma >> dated >> -comma >> within >>
                            maybe((attempt(editors_behind) | attempt(known_by_editors)) >> comma) >>
                            any_volume >> in_volume;
/// "FRUS, 1961–1963, vol. 14, doc. 45, “Memorandum of Conversation,” June 4, 1961".
auto const document_behind = comma >> quoted_head >> maybe(-comma >> part(Role::date, date));
auto const published_by = part(Role::author, text(Trait::institution) | archive) >> (comma | stop);
auto const volume_alone = maybe(published_by) >> known_series >>
                          maybe(comma >> bare_title >> &(comma >> volume_label)) >> in_volume >>
                          maybe(document_behind);
/// "WSC to FDR, 15 May 1940, in Warren F. Kimball (ed.), Churchill & Roosevelt: The Correspondence
/// (Princeton, 1984), vol. 1, 37".
/// "in: Hermann Cohen: Briefe": where a colon parts "in", one parts author and title too.
auto const author_of_volume = look_around([](Before before, Iterator, Iterator) {
                                  return before.is(1, ChunkKind::in) && before.chunk(1)->colon;
                              }) >>
                              part(Role::note, name_list) >> colon;
/// "Meinecke an Goetz, 4. Juli 1946, in: ders.: Briefwechsel": behind the day of a letter, not behind the
/// year in which a piece came out.
auto const behind_day = look_around([](Before before, Iterator, Iterator) {
    return before.is(1, ChunkKind::in) && (before.is(2, ChunkKind::date) || before.is(3, ChunkKind::date));
});
/// "in Weathersby, “New Russian Documents on the Korean War,” CWIHP Bulletin 6–7 (Winter 1995/96), p. 63": an
/// article that prints it, and its journal.
auto const article = part(Role::note, name_list) >> comma >> part(Role::container, quote) >>
                     maybe(-comma >> part(Role::series, words) >> maybe(part(Role::volume, number)));
auto const people_of_volume =
    (attempt(editors_behind >> -(comma | colon)) | attempt(author_of_volume) |
     attempt(part(Role::note, inverted_list) >> stop) |
     attempt(same >> stroke >> part(Role::note, name) >> (comma | colon)) |
     attempt(behind_day >> same >> (comma | colon)) | attempt(part(Role::note, name_list) >> comma) |
     attempt(part(Role::note, text(Trait::institution)) >> comma) | x3::eps);
auto const full_volume = (attempt(article) | (people_of_volume >> part(Role::container, title_words))) >>
                         details >> imprinted >> pinpoints;
/// "Stalin's conversation with Liu, July 1949, doc. 6 in …": the document's number in the volume.
auto const number_within = maybe(part(Role::number, document_label) >> -comma);
/// "Dilthey an Yorck, Berlin, 3. 1. 1890, in: …"
auto const written_at = maybe(comma >> part(Role::aside, text(Trait::place)));
auto const printed_in_full = head >> written_at >> -comma >> dated >> -(comma | stop) >> number_within
                             >> within >> full_volume;
auto const paper_by_form = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && (chunk.is(Trait::genre_head) || chunk.to_by_dash) &&
           !chunk.is(Trait::verb);
});
/// "«О мерах» | от": before the date.
auto const leads_to_date = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::all_small) && chunk.size() == 1;
});
/// "Постановление Совета «О мерах» от", "О мерах: Постановление Совета от": a decree by its form and title.
auto const titled_form =
    (paper_by_form >> maybe(quote >> maybe(&leads_to_date >> words))) | (words >> colon >> paper_by_form);
/// "Письмо Ф. Э. Дзержинского Менжинскому. 24 декабря 1924 г. // Дзержинский: документы / сост. А. А.
/// Плеханов. М., 2007. С. 586".
auto const printed_behind_slashes = part(Role::head, titled_form) >> -(stop | comma) >> dated >> -stop >>
                                    kind(ChunkKind::slashes) >> full_volume;
/// "Yates to Koerner, 23 Oct. 1861, Thomas J. McCormack, ed., Memoirs (Cedar Rapids, 1909), 2:188": editors
/// tell the volume.
auto const printed_in_edited = part(Role::head, text(Trait::letter)) >> comma >>
                               -attempt(text(Trait::marking) >> comma) >> dated >> comma >> editors_behind >>
                               -comma >> part(Role::container, title_words) >> details >> imprinted
                               >> pinpoints;
/// "Holmes to Peel, May 5, 1912, HPL, vol. 1, 154": an edition by its abbreviation, or only its volume.
auto const abbreviation = part(Role::container, is([](Chunk const& chunk) {
                                   return chunk.kind == ChunkKind::text && chunk.is(Trait::capitals) &&
                                          !chunk.is(Trait::department) && !chunk.is(Trait::reference);
                               }));
auto const volume_and_page =
    part(Role::pages, is([](Chunk const& chunk) { return chunk.kind == ChunkKind::number && chunk.paged; }));
auto const ends_there = look([](Chunk const* first, Chunk const* last) {
    return first == last || first->kind == ChunkKind::semicolon || first->kind == ChunkKind::stop ||
           first->kind == ChunkKind::close;
});
auto const printed_by_abbreviation = part(Role::head, text(Trait::letter)) >> comma >>
                                     part(Role::date, date) >> comma >> abbreviation >> comma >>
                                     (volume_and_page | attempt(attempt(volume_of_pages) >> page_list) |
                                      (part(Role::volume, volume_label) >> ends_there));
/// "Lincoln to Greeley, 22 Aug. 1862, Collected Works of Lincoln, V, 388–89": volume and page tell an
/// edition.
auto const title_of_edition = part(Role::container, is([](Chunk const& chunk) {
                                       return chunk.kind == ChunkKind::text && chunk.is(Trait::upper) &&
                                              chunk.size() >= 2 && !chunk.is(Trait::digits) &&
                                              !chunk.is(Trait::collection) && !chunk.is(Trait::repository) &&
                                              !chunk.is(Trait::letter) && !chunk.is(Trait::verb);
                                   }));
auto const volume_then_page = comma >> &roman >> volume_of_pages >> page_list;
/// "Jefferson to Madison, Aug. 25, 1805; Works, iv. 584", "… (Jefferson, Writings, V, 198.)": the writings of
/// one of them.
auto const writings = part(Role::container, is([](Chunk const& chunk) {
                               return chunk.kind == ChunkKind::text && chunk.is(Trait::upper) &&
                                      !chunk.is(Trait::place) && !chunk.is(Trait::digits) &&
                                      !chunk.is(Trait::bound) && !chunk.is(Trait::repository) &&
                                      !chunk.is(Trait::letter) && !chunk.is(Trait::verb);
                           }));
auto const writer = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::upper) && chunk.size() == 1;
});
auto const writings_in_bracket = -stop >> kind(ChunkKind::open) >>
                                 maybe(part(Role::note, name_list | writer) >> comma >> &words) >> writings
                                 >> volume_then_page >> -kind(ChunkKind::mark) >> kind(ChunkKind::close);
auto const printed_by_volume = part(Role::head, text(Trait::letter)) >> comma >> dated >>
                               (attempt(writings_in_bracket) |
                                (comma >> (title_of_edition | writings) >> volume_then_page));
/// "Gandhi to Kallenbach, 14 May 1911, The Collected Works of Mahatma Gandhi, vol. 96 (New Delhi, 1997), 45".
auto const printed_with_imprint = part(Role::head, text(Trait::letter)) >> comma >> dated >> comma >>
                                  title_of_edition >> comma >> part(Role::volume, volume_label) >>
                                  part(Role::publication, imprint) >> pinpoints;
/// "Bates to Broad, in Parson, Turbulent Partners: A History, 12": a letter without its date, in a volume
/// known by its author.
auto const undated_letter = part(Role::head, text(Trait::letter)) >> -comma >> in >>
                            part(Role::note, name_list) >> comma >>
                            part(Role::container, words >> *attempt(colon >> words)) >> in_volume;
/// "FRUS, vol. 11, Blood to Rogers, 10 April 1971, Dacca 1249", "DDF, 1957, vol. 1 (Paris: Imprimerie
/// nationale, 1990), doc. 12, Pineau to Chauvel, 5 January 1957", "FRUS, 1958–1960, XVIII, 225, Rusk to Lacy,
/// 19 March 1959", "DDI, serie XI, vol. I, d. 234, Quaroni a Sforza, Parigi 12 maggio 1948": the edition
/// before the document.
auto const place_in_edition =
    attempt(series_of_edition) | part(Role::volume, volume_label | roman) |
    part(Role::pages, page_label | arabic) |
    part(Role::number, is([](Chunk const& chunk) {
             return is_label(chunk, "document") || is_label(chunk, "delo") || is_label(chunk, "issue");
         })) |
    part(Role::publication, imprint) | aside;
auto const dated_paper = part(Role::head, is([](Chunk const& chunk) {
                                  return chunk.kind == ChunkKind::text && chunk.is(Trait::upper) &&
                                         (chunk.is(Trait::letter) || chunk.is(Trait::genre));
                              })) >>
                         comma >> maybe(part(Role::aside, text(Trait::place)) >> -comma) >>
                         part(Role::date, date) >> maybe(comma >> part(Role::number, text(Trait::telegram)));
auto const printed_behind = known_series >> *attempt(-(comma | colon) >> place_in_edition) >> comma >>
                            (attempt(dated_paper) | part(Role::head, text(Trait::letter))) >>
                            *attempt(comma >> part(Role::pages, page_label));
/// "PP 1847–48, XXII (272), Third Report from the Select Committee on Sugar Planting, p. 114": the report
/// behind the volume of papers that it is in.
auto const report_behind =
    known_series >> +attempt(-(comma | colon) >> (part(Role::aside, aside) | place_in_edition)) >> comma >>
    part(Role::head, is([](Chunk const& chunk) {
             return chunk.kind == ChunkKind::text && chunk.is(Trait::upper) && chunk.is(Trait::genre) &&
                    !chunk.is(Trait::letter) && !chunk.is(Trait::verb);
         })) >>
    +attempt(comma >> part(Role::pages, page_label));
/// "SIRIO, xxvi: 281, Catherine to Grimm, 3 May 1785", "AKV 8: 43, …", "RA 27 (1880): 357, …": an edition by
/// its capitals, volume and page, before the letter.
auto const siglum = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::capitals) && !chunk.is(Trait::digits) &&
           !chunk.is(Trait::repository) && !chunk.is(Trait::department) && chunk.size() == 1;
});
auto const volume_and_pages =
    attempt(volume_and_page) |
    (part(Role::volume, number | volume_label) >> maybe(part(Role::publication, publication)) >>
     (colon | comma) >> part(Role::pages, number | page_label));
auto const printed_by_siglum = part(Role::container, siglum) >> -comma >> volume_and_pages >> comma >>
                               part(Role::head, text(Trait::letter)) >> -comma >> part(Role::date, date);
/// "Sievers to Catherine II, 14 August 1775, Sbornik … obshchestva 27 (1880): 44–46": printed in a
/// periodical.
auto const printed_in_periodical = part(Role::head, text(Trait::letter)) >> comma >> dated >> comma >>
                                   title_of_edition >> -comma >> part(Role::volume, number) >>
                                   part(Role::publication, publication) >> colon >> part(Role::pages, number);
/// "Karl Roth and Jane Costa, eds., The Harbour: A History in Documents (Budapest: CEU Press, 2007), doc. 23,
/// “Letter to the Council,” 26 December 1981, 513–14": a collection, and which of its documents is meant.
auto const document_meant =
    part(Role::title, quote) | part(Role::head, is([](Chunk const& chunk) {
                                        return chunk.kind == ChunkKind::text && chunk.is(Trait::upper) &&
                                               (chunk.is(Trait::letter) || chunk.is(Trait::genre_head));
                                    }));
auto const printed_in_collection = (attempt(editors_behind) |
                                    attempt(part(Role::note, name_list) >> &comma)) >>
                                   -comma >> part(Role::container, title_words) >> details >> imprinted
                                   >> comma >> part(Role::number, document_label) >>
                                   (comma | colon) >> document_meant >> -comma >> dated >>
                                   *attempt(comma >> pages);
/// "Bates to Broad, in William E. Parson, Turbulent Partners (Columbia: …, 1963), 73": with its imprint.
auto const plain_in = is([](Chunk const& chunk) { return chunk.kind == ChunkKind::in && !chunk.colon; });
auto const undated_in_full = part(Role::head, text(Trait::letter)) >> -comma >> plain_in >> full_volume;
auto const any_printed =
    attempt(undated_in_full) | attempt(printed_in_periodical) | attempt(printed_with_imprint) |
    attempt(printed_behind) | attempt(report_behind) | attempt(printed_by_siglum) |
    attempt(printed_in_collection) | attempt(undated_letter) | attempt(printed_by_abbreviation) |
    attempt(printed_by_volume) | attempt(printed_in_known) | attempt(printed_in_full) |
    attempt(printed_in_edited) | attempt(printed_behind_slashes) | attempt(printed_in_any);

}  // namespace

bool read_letter_in_volume(Iterator& first, Iterator last, Draft& draft) {
    return run_to_web(any_printed, first, last, draft);
}
bool read_document_volume(Iterator& first, Iterator last, Draft& draft) {
    return run_to_web(volume_alone, first, last, draft);
}

}  // namespace fonds::grammar
