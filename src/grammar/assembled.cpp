// Archival documents whose parts stand in any order: the date first, the reference before the document or on
// both sides of it, full stops and semicolons between, remarks on secrecy and copies in the middle.

#include <algorithm>

#include "grammar/archival_parts.hpp"
#include "grammar/reference_scan.hpp"

namespace fonds::grammar {
namespace {

auto const strong = kind(ChunkKind::stop) | kind(ChunkKind::semicolon);
auto const mark = comma | strong | colon | kind(ChunkKind::dash) | kind(ChunkKind::slashes);
auto const marking = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::aside || (chunk.kind == ChunkKind::text && chunk.is(Trait::marking));
});
auto const markings = *attempt(-mark >> marking);
/// ", Konzept", "(personal)": on the paper; behind a full stop such words are no part of the citation.
auto const markings_behind = *attempt((comma >> text(Trait::marking)) | aside);
/// "n.d. [ca. November 1953]": the date that an archivist gave.
auto const date_in_bracket = kind(ChunkKind::open) >> part(Role::date, date) >> kind(ChunkKind::close);
auto const undated = text(Trait::undated) >>
                     -(aside | part(Role::date, bracketed_year) | attempt(date_in_bracket));
/// "of", "ze dne": small words before the date.
auto const of = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::all_small) && chunk.size() <= 2;
});
auto const when = -comma >> (attempt(-of >> part(Role::date, date | bracketed_year)) | undated);
/// "…, 9 June 1891, p. 250": a page of the letter, before its place; "…, 12 Feb. 1935, 98–103, George Meany
/// Archives": without a label before the keeper.
auto const keeper = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::archive || chunk.is(Trait::repository) || chunk.is(Trait::collection);
});
auto const page_number = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::number && !chunk.roman && !chunk.coded && !chunk.parted && !chunk.paged;
});
auto const page_of_document = comma >> (part(Role::pages,
                                             is([](Chunk const& chunk) { return is_label(chunk, "page"); })) |
                                        attempt(part(Role::pages, page_number) >> &(comma >> keeper)));
/// "…, 12 April 1971, New Delhi 5311": the telegram's number behind its date.
auto const telegram_behind = maybe(comma >> part(Role::number, text(Trait::telegram)));
/// "telegram 2134 to Bonn": where a numbered paper went.
auto const destination = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::to_head) && chunk.size() <= 3;
});
auto const number_behind = -comma >> part(Role::number, document_number) >> maybe(destination);
/// "Rentamt vom 17. VIII. 1882, Nr. 822; ebd.", "30 July 1975, No. 1409, in National Archives": the paper's
/// number behind its date.
auto const number_of_entry = maybe(attempt(
    comma >> part(Role::number, document_number) >>
    &((kind(ChunkKind::semicolon) >> (kind(ChunkKind::ibid) | archive)) | (-comma >> in >> archive))));
/// "“U.S. Policy toward Angola,” National Security Council Interdepartmental Group for Africa, 13 June 1975".
auto const writing_office =
    is([](Chunk const& chunk) {
        return chunk.kind == ChunkKind::text && chunk.is(Trait::upper) && chunk.is(Trait::institution) &&
               !chunk.is(Trait::newspaper) && !chunk.is(Trait::magazine) && !chunk.is(Trait::journal) &&
               !chunk.is(Trait::repository) && !chunk.is(Trait::collection) && !chunk.is(Trait::publisher) &&
               !chunk.is(Trait::digits) && chunk.size() >= 3;
    }) >>
    &(comma >> is([](Chunk const& chunk) { return chunk.kind == ChunkKind::date && chunk.has_day; }));
/// "CIA Alert Memorandum", "Joint Intelligence Committee report", "State Department circular telegram": who
/// wrote it, then the form.
auto const form_of_body =
    is([](Chunk const& chunk) {
        constexpr std::uint32_t longest = 7;
        return chunk.kind == ChunkKind::text && chunk.is(Trait::upper) && chunk.is(Trait::form_behind) &&
               !chunk.is(Trait::genre_head) && !chunk.is(Trait::newspaper) && !chunk.is(Trait::magazine) &&
               !chunk.is(Trait::journal) && !chunk.is(Trait::legal) && !chunk.is(Trait::docvolume) &&
               !chunk.is(Trait::collection) && !chunk.is(Trait::digits) && !chunk.is(Trait::letter) &&
               chunk.size() <= longest;
    }) >>
    &(comma >> is([](Chunk const& chunk) { return chunk.kind == ChunkKind::date && chunk.has_day; }));
auto const by_writer = part(Role::head, is([](Chunk const& chunk) {
                                return chunk.kind == ChunkKind::text && chunk.is(Trait::genre_head) &&
                                       !chunk.is(Trait::verb) && chunk.size() >= 3;
                            })) |
                       part(Role::head, form_of_body) | part(Role::author, text(Trait::sender)) |
                       part(Role::author, writing_office);

/// "SNIE 32-53, “Probable Reactions …”": the number of a paper before its title.
auto const paper_number =
    part(Role::number, is([](Chunk const& chunk) {
             return chunk.kind == ChunkKind::text && (chunk.is(Trait::reference) || chunk.is(Trait::paper)) &&
                    chunk.is(Trait::upper) && !chunk.is(Trait::department) && chunk.size() <= 3;
         })) >>
    comma >> &quote;

/// "“Mill Hands Return,” Lowell Courier, Sept. 3, 1934, scrapbook 7": a newspaper's piece that an archive
/// keeps.
auto const newspaper = part(Role::container, is([](Chunk const& chunk) {
                                return chunk.kind == ChunkKind::text && chunk.is(Trait::newspaper) &&
                                       chunk.is(Trait::upper) && !chunk.is(Trait::collection);
                            }));
/// "“A Report to the National Security Council,” NSC 68, 14 April 1950".
auto const number_of_titled = part(Role::number, text(Trait::paper)) >> &(comma >> date);
/// "Ministry for Foreign Affairs of the GDR, Far Eastern Department, “Note on a Conversation”", "Embassy of
/// the USSR in the DPRK, “Report”": the office that wrote a paper, within another or where it is.
auto const writing_body = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::upper) && chunk.is(Trait::institution) &&
           !chunk.is(Trait::repository) && !chunk.is(Trait::collection) && !chunk.is(Trait::letter) &&
           !chunk.is(Trait::verb) && !chunk.is(Trait::digits) && !chunk.is(Trait::genre_head);
});
auto const body = writing_body >> *attempt(conjunction >> text(Trait::upper));
auto const bodies = part(Role::author, attempt(writing_body >> +attempt(in >> words)) |
                                           attempt((archive | body) >> comma >> body) | writing_body) >>
                    &(comma >> quote);
/// "Szyfrogram nr 8214 z Phenianu": a small word and the town that a numbered paper came from.
auto const origin = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && !chunk.is(Trait::upper) && !chunk.is(Trait::all_small) &&
           !chunk.is(Trait::letter) && !chunk.is(Trait::to_head) && !chunk.is(Trait::verb) &&
           chunk.size() == 2;
});
/// "tel. 407", "Cable no. 10321", "télégramme n° 4102 de Dejean", "Pilny szyfrogram nr 8763 z Moskwy",
/// "Fernschreiben Nr. 1123 aus Moskau, Groepper".
auto const haste = is(is_word_before_paper) >> &is(is_numbered_paper);
auto const sole_family = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::name) && !chunk.is(Trait::place) &&
           !chunk.is(Trait::collection) && chunk.size() == 1;
});
auto const numbered_paper = maybe(haste) >> part(Role::number, is(is_numbered_paper)) >>
                            maybe(part(Role::author, is([](Chunk const& chunk) {
                                           return chunk.kind == ChunkKind::text && !chunk.is(Trait::letter) &&
                                                  chunk.is(Trait::sender);
                                       })) |
                                  (origin >>
                                   maybe(comma >> part(Role::author, sole_family) >> &(comma >> date))));
/// "…, Moscou, 12 août 1961": where the paper was written.
auto const writing_place = -comma >>
                           part(Role::aside, is([](Chunk const& chunk) {
                                    return chunk.kind == ChunkKind::text && chunk.is(Trait::upper) &&
                                           chunk.size() <= 3 && !chunk.is(Trait::begins) &&
                                           !chunk.is(Trait::digits) && !chunk.is(Trait::genre) &&
                                           !chunk.is(Trait::repository) && !chunk.is(Trait::collection) &&
                                           !chunk.begins_with_initials;
                                })) >>
                           &(-comma >> date);
/// "Letter, Lederberg to Davis": a word or two for the form.
auto const form = part(Role::genre, is([](Chunk const& chunk) {
                           return chunk.kind == ChunkKind::text && chunk.is(Trait::genre_head) &&
                                  chunk.to == no_token && chunk.size() <= 3;
                       }));
/// "Memo. TAG for CG": a form cut short, and its stop.
auto const short_form = &is([](Chunk const& chunk) {
    constexpr std::size_t longest = 4;
    return chunk.span.end - chunk.span.begin <= longest;
}) >> form;
/// "Telegram 1234 from Moscow to State", "Embtel 1842 (New Delhi), Galbraith to Rusk".
auto const paper_of_letter = attempt(part(Role::number, is(is_numbered_paper)) >> &text(Trait::letter)) |
                             attempt(numbered_paper >> -(words | kind(ChunkKind::aside)) >> comma);
/// "Cumming to Dulles, memorandum": the form behind the addressee.
auto const form_behind = comma >> part(Role::genre, is([](Chunk const& chunk) {
                                           return chunk.kind == ChunkKind::text &&
                                                  chunk.is(Trait::genre_head) && chunk.is(Trait::all_small) &&
                                                  chunk.to == no_token && !chunk.is(Trait::verb) &&
                                                  chunk.size() <= 3;
                                       }));
/// "Cumming to Dulles, “Indonesia,” February 21, 1958": what the letter or memorandum is called.
auto const title_of_letter = -comma >> part(Role::title, quote) >> &(-comma >> date);
/// "Eden to Eisenhower, T.381/56, 5 August 1956": a paper of the prime minister's by its series; "MacArthur
/// to JCS, C 69953, 28 November 1950": a message by the letters of its sender.
auto const series_and_number = comma >>
                               part(Role::number, is([](Chunk const& chunk) {
                                        constexpr std::size_t longest = 12;
                                        bool const short_code = chunk.kind == ChunkKind::text &&
                                                                chunk.span.end - chunk.span.begin <= longest;
                                        bool const paper =
                                            chunk.is(Trait::reference) &&
                                            (!chunk.is(Trait::department) || chunk.size() == 3);
                                        bool const message = chunk.is(Trait::digits) && chunk.size() == 2;
                                        return short_code && chunk.is(Trait::upper) && (paper || message);
                                    })) >>
                               &(comma >> date);
/// "“On Poland,” Memorandum No. 1724-A from Suslov and Andropov to the Politburo".
auto const numbered_letter = form >> number_behind >> &text(Trait::sender) >> letter_head;
/// "T 312/1736, ‘Basle Arrangements’, Rickett to Armstrong, 3 June 1966": behind the title of the file a
/// paper in it.
auto const letter_behind = &text(Trait::letter) >> letter_head;
/// "CIA", "State Department, Bureau of Intelligence and Research": who issues papers.
auto const issuer =
    part(Role::author, attempt((archive | text(Trait::capitals) | body) >> comma >> writing_body) | archive |
                           text(Trait::capitals) | writing_body);
/// "Intelligence Report no. 5909": a report of a numbered row, its form and its number.
auto const form_of_row = is([](Chunk const& chunk) {
    constexpr std::uint32_t longest = 4;
    return chunk.kind == ChunkKind::text && chunk.is(Trait::genre) && chunk.is(Trait::upper) &&
           !chunk.is(Trait::verb) && !chunk.is(Trait::letter) && chunk.size() <= longest;
});
auto const number_of_row =
    attempt(part(Role::genre, form_of_row) >> part(Role::number, document_number)) |
    part(Role::genre, is([](Chunk const& chunk) {
             return chunk.is(Trait::genre_head) && chunk.is(Trait::digits) && chunk.size() <= 4;
         }));
/// "CIA, NIE 31-2-64, “The Prospects for India”", "Department of State, Office of Intelligence Research,
/// Intelligence Report no. 5909, “Soviet Capabilities”": who issued a numbered paper.
auto const numbered_paper_of_body = issuer >> comma >>
                                    (attempt(paper_number) | (number_of_row >> comma >> &quote));
auto const titled = maybe(attempt(numbered_paper_of_body) |
                          ((attempt(bodies) | part(Role::author, name_list)) >> comma)) >>
                    maybe(genre_words >> -comma) >> quoted_title >>
                    maybe(-comma >> (newspaper | attempt(numbered_letter) | attempt(letter_behind) |
                                     by_writer | number_of_titled));
auto const lettered = maybe(paper_of_letter) >>
                      maybe(attempt(form >> maybe(number_behind) >> (comma | &text(Trait::sender))) |
                            (short_form >> stop)) >>
                      letter_head >> maybe(attempt(form_behind) | attempt(remark)) >>
                      maybe(attempt(title_of_letter) | series_and_number);
auto const described = part(Role::head, scan(description_end));
auto const numbered = paper_number >> quoted_title;
auto const document = (attempt(lettered) | attempt(titled) | numbered_paper | described) >>
                      maybe(number_behind) >> maybe(writing_place);

/// ", sub: Heavy Bombers for Russia": what a memorandum is about.
auto const about = maybe(-(comma | stop) >> is([](Chunk const& chunk) { return chunk.is(Trait::subject); }) >>
                         colon >> part(Role::title, words >> maybe(bracketed_year)));

auto const entry_date = part(Role::date, date | bracketed_year) >> mark;
auto const bracketed = kind(ChunkKind::open) >> -in >> -kind(ChunkKind::on_file) >>
                       part(Role::location, scan(reference_behind_document)) >>
                       maybe(kind(ChunkKind::semicolon) >> *words) >> -kind(ChunkKind::mark) >>
                       kind(ChunkKind::close);
/// "in Bland and Ritenour, The Papers of …": the editors of a volume, no keeper.
auto const editors = text(Trait::name) >> comma >> words;
auto const leads_in =
    attempt(-comma >> kind(ChunkKind::slashes)) | attempt(-comma >> (in | held_in) >> !editors) | comma;
auto const placed =
    attempt(leads_in >> part(Role::location, scan(reference_behind_document))) |
    (-mark >> -(in | held_in) >> (attempt(bracketed) | part(Role::location, scan(whole_reference))));

/// "…, July 14, 1953, enclosing draft letter to Senator Knowland", "…, 4 Feb. 1841, enclosed in Lewis to
/// Aberdeen": what it carried, or what carried it, before the keeper.
auto const enclosure =
    maybe(comma >> part(Role::aside, text(Trait::enclosed)) >>
          &(comma >> (keeper | is([](Chunk const& chunk) {
                          return is_class_and_piece(chunk) ||
                                 (chunk.kind == ChunkKind::level && !is_label(chunk, "page"));
                      }))));

/// "Anschreiben vom 17. 6. 1931 | mit Wochenübersicht in | R 43 I /637": small words behind the date.
auto const words_behind_date =
    maybe(is([](Chunk const& chunk) {
              constexpr std::uint32_t longest = 5;
              return chunk.kind == ChunkKind::text && !chunk.is(Trait::upper) && !chunk.is(Trait::verb) &&
                     !chunk.is(Trait::undated) && !chunk.is(Trait::marking) && chunk.size() <= longest;
          }) >>
          look([](Iterator first, Iterator last) {
              return first < last && (first->kind == ChunkKind::in || first->kind == ChunkKind::archive ||
                                      first->is(Trait::holding));
          }));

/// "Brewer, Angelo D. Interview, …", "Ebert, Frederick J. “Map of Colorado” …": in lists of sources the
/// writer stands first, family name before given.
auto const family_name = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::name) && chunk.size() == 1;
});
auto const given_name = is([](Chunk const& chunk) {
    constexpr std::uint32_t longest = 5;
    return chunk.kind == ChunkKind::text && (chunk.is(Trait::name) || chunk.initials) && !chunk.several &&
           !chunk.is(Trait::letter) && chunk.size() <= longest;
});
auto const listed_writer = part(Role::listed, family_name >> comma >> given_name) >>
                           (kind(ChunkKind::stop) | &quote);

/// "26 July 1956. Telegram No. 1283, X to Y. Secret. TNA, FO 371/119078": date, document, remarks, reference.
auto const document_first =
    (attempt(entry_date >> document >> maybe(markings >> when)) | attempt(numbered >> when) |
     attempt(document >> about >> markings >> when >> enclosure >> words_behind_date >> telegram_behind >>
             number_of_entry >> about >> maybe(page_of_document))) >>
    markings >> placed >> addenda;
/// "“Report on China,” NARA, RG 59": without its date.
auto const title_first = (attempt(titled >> page_of_document >> comma >> held_in >>
                                  part(Role::location, scan(reference_behind_document))) |
                          titled >> markings >> placed) >>
                         addenda;
/// "Report on the harvest, Hubei, SZ1-2-581, 25 January 1959, p. 25": the date behind the number.
auto const document_before_code = described >> comma >> look(is_keeper_of_code) >>
                                  part(Role::location, scan(reference_behind_document)) >> addenda;
/// "George Denison to James Denison, New Orleans, 3 Jan. 1863": the place of writing, before a day.
auto const form_of_letter = is([](Chunk const& chunk) { return chunk.is(Trait::genre_head); });
auto const place_before_day = writing_place >> -comma >> part(Role::date, is([](Chunk const& chunk) {
                                                                  return chunk.kind == ChunkKind::date &&
                                                                         chunk.has_day && chunk.has_year;
                                                              }));
/// "Dulles to Eden, March 23, 1955", "“Report on China,” May 1955. Obtained for …": its place is told
/// elsewhere.
auto const document_alone = (attempt(!form_of_letter >> lettered >> place_before_day >> about) |
                             attempt(lettered >> maybe(number_behind) >> about >> markings >> when >>
                                     telegram_behind >> about) |
                             attempt(numbered_paper >> markings >> when) |
                             (titled >> maybe(markings >> when))) >>
                            maybe(page_of_document) >> markings_behind >> addenda;

/// "UN Archives, New York, S-0313-0002-12: Burns to Bunche, 3 Nov 1956", and what goes on with the reference
/// behind. Behind "ibid., p. 4" a semicolon or full stop begins another citation.
auto const known_before = part(Role::location, scan(reference_before_document));
auto const ends_reference = look([](Iterator first, Iterator last) {
    return first == last || first->kind == ChunkKind::stop || first->kind == ChunkKind::semicolon;
});
/// "HHStA, PA I, Kt. 467, Széchényi an Kálnoky, 25. März 1890, Nr. 18 B": the paper's number ends the note.
auto const number_at_end = maybe(comma >> part(Role::number, document_number) >> ends_reference);
/// "…, box 12, minutes of the Executive Committee, 14 May 1970, 5": the page of the paper.
auto const page_at_end = maybe(comma >> part(Role::pages, arabic) >> ends_reference);
auto const known_document =
    document >> markings >> when >> telegram_behind >> number_at_end >> page_at_end >> markings_behind;
auto const known_in_bracket = kind(ChunkKind::open) >> document >> maybe(markings >> when) >>
                              kind(ChunkKind::close);
/// "Ebenda, Blatt 88. Bericht vom 24. März 1927" goes on behind the leaf.
auto const pages_of_ibid = look([](Iterator first, Iterator last) {
    return first < last && first->kind == ChunkKind::ibid &&
           !(first + 4 < last && first[2].kind == ChunkKind::level && first[2].means("leaf") &&
             first[4].kind == ChunkKind::text && first[4].is(Trait::genre_head));
});
/// "Russell Papers, Ms Eng Letts C155, p. 138, 29 May 1806, Henry Russell to Charles Russell": the date ends
/// the reference.
auto const dated_before = look_around([](Before before, Iterator first, Iterator last) {
    return first < last && before.is(1, ChunkKind::comma) && before.is(2, ChunkKind::date) &&
           before.chunk(2)->has_day;
});
/// "F228/1, p. 107, Hyderabad, 29 January, William Kirkpatrick to Gibson".
auto const town = is([](Chunk const& chunk) {
    constexpr std::uint32_t longest = 3;
    return chunk.kind == ChunkKind::text && chunk.is(Trait::upper) && chunk.size() <= longest &&
           !chunk.is(Trait::digits) && !chunk.is(Trait::genre) && !chunk.is(Trait::letter) &&
           !chunk.is(Trait::collection);
});
auto const dated_letter = &text(Trait::letter) >> lettered;
/// The Hungarian article "a", before the word for a paper.
auto const article_by_letter = kind(ChunkKind::conjunction) >> &is([](Chunk const& chunk) {
                                   return chunk.kind == ChunkKind::text && chunk.is(Trait::genre) &&
                                          !chunk.is(Trait::genre_head);
                               });
auto const behind_known =
    attempt(-stop >> known_in_bracket) |
    attempt(comma >> ((dated_before >> dated_letter) |
                      (town >> comma >> part(Role::date, date) >> comma >> dated_letter))) |
    attempt((attempt(comma >> article_by_letter) | comma | colon | (-stop >> kind(ChunkKind::dash)) |
             &text(Trait::letter)) >>
            known_document >> maybe(comma >> part(Role::location, scan(whole_reference)))) |
    (comma >> dated_letter >> ends_reference);  // "RGASPI, f. 17, op. 3, l. 5, Suslov to Stalin": undated
/// "AJ, 117 – 263 – 487; Teze za referat o standardu": south Slavic notes describe the paper behind its
/// place.
auto const describes_behind = look([](Iterator first, Iterator last) {
    return first < last && first->kind == ChunkKind::archive && first->phrase &&
           first->phrase->archives().front()->scheme.starts_with("YU");
});
auto const paper_behind = part(Role::head, words >> *(head_piece | attempt(head_comma) |
                                                      attempt(kind(ChunkKind::dash) >> &words))) >>
                          maybe(part(Role::date, date | bracketed_year)) >> ends_reference;
/// "F.O. 27, vol. 1377. Draft. Russell to Cowley": what the paper is, a sentence of its own.
auto const kind_of_copy = is([](Chunk const& chunk) {
                              return chunk.kind == ChunkKind::text && chunk.size() == 1 &&
                                     (chunk.is(Trait::genre_head) || chunk.is(Trait::marking));
                          }) >>
                          stop;
auto const reference_first =
    (attempt(known_before >> behind_known) |
     attempt(!pages_of_ibid >> known_before >> strong >> maybe(attempt(kind_of_copy)) >> known_document) |
     (describes_behind >> part(Role::location, scan(whole_reference)) >> strong >> paper_behind)) >>
    addenda;

/// "NLM, Bethesda (MD). Lederberg Papers. MS C 552. Series XI, box 91": a reference in sentences.
auto const in_sentences = look([](Iterator first, Iterator last) {
    return std::any_of(first, whole_reference(first, last), is_strong);
});
auto const reference_alone = in_sentences >> part(Role::location, scan(whole_reference)) >> addenda;

auto const any_document =
    attempt(listed_writer >> (attempt(document_first) | attempt(title_first) | document_alone)) |
    attempt(document_first) | attempt(title_first) | attempt(document_before_code) | document_alone;

/// "X to Y, 3 Jan. 1863, | 6 Sept. 1864, Denison Papers": the second of two letters, by its date.
auto const further_letter = part(Role::date, date) >>
                            (attempt((attempt(-comma >> (in | held_in)) | comma) >>
                                     part(Role::location, scan(reference_behind_document))) |
                             (stop >> part(Role::location, scan(whole_reference)))) >>
                            addenda;

/// Whether the date at `first` goes on a row of dates behind a letter's head: "X to Y, 1 March, 1 April, and
/// | 3 May 1854".
bool behind_date_of_letter(Iterator first, Chunks const& chunks) {
    constexpr std::ptrdiff_t reach = 12;
    auto const begin = chunks.list.data();
    if (first->kind != ChunkKind::date || !first->has_day) return false;
    bool dated = false;
    for (auto at = first; at > begin && first - at < reach;) {
        --at;
        if (at->kind == ChunkKind::text) return dated && at->is(Trait::letter);
        if (at->kind != ChunkKind::date && at->kind != ChunkKind::comma && at->kind != ChunkKind::conjunction)
            return false;
        dated = dated || at->kind == ChunkKind::date;
    }
    return false;
}

Family family_of(Candidate const& candidate, Chunks const& chunks) {
    auto const* head = candidate.find(Role::head);
    for (auto i = head ? head->first : 0; head && i < head->last; ++i)
        if (chunks.list[i].is(Trait::letter) || chunks.list[i].is(Trait::to_head)) return Family::letter;
    if (candidate.find(Role::title)) return Family::quoted_document;
    return head || candidate.find(Role::number) ? Family::described_document : Family::location;
}

template <class Grammar>
bool assemble(Grammar const& grammar, Iterator& first, Iterator last, Draft& draft) {
    if (!run(grammar, first, last, draft)) return false;
    draft.candidate->family = family_of(*draft.candidate, *draft.chunks);
    return true;
}

}  // namespace

bool read_document_first(Iterator& first, Iterator last, Draft& draft) {
    return assemble(any_document, first, last, draft);
}
bool read_reference_first(Iterator& first, Iterator last, Draft& draft) {
    auto const begin = first;
    if (!assemble(reference_first, first, last, draft)) return false;
    // "Ibid., transcript of …, Nov. 12, 1945, folder 16, carton 1": the place behind is the document's own,
    // and "ibid." a work by itself.
    auto const& parts = draft.candidate->parts;
    int places = 0;
    for (auto const& part : parts) places += part.role == Role::location ? 1 : 0;
    auto const& place = parts.front();
    if (begin->kind != ChunkKind::ibid || places < 2 || place.size() != 1) return true;
    first = begin;
    return false;
}
bool read_further_letter(Iterator& first, Iterator last, Draft& draft) {
    return behind_date_of_letter(first, *draft.chunks) && assemble(further_letter, first, last, draft);
}
bool read_reference_alone(Iterator& first, Iterator last, Draft& draft) {
    return assemble(reference_alone, first, last, draft);
}

}  // namespace fonds::grammar
