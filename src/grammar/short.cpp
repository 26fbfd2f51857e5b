// Short forms, ibid. and its kin, references to other notes.

#include "grammar/terminals.hpp"

namespace fonds::grammar {
namespace {

auto const quoted_title = part(Role::title, quote >> maybe(colon >> words));
auto const short_words = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::upper) && !chunk.is(Trait::verb) &&
           !chunk.is(Trait::letter);
});
/// "Prokhanov, In the Cauldron of Russia": a title's first word, not the word before a container.
auto const capital_in = is(
    [](Chunk const& chunk) { return chunk.kind == ChunkKind::in && chunk.is(Trait::upper) && !chunk.colon; });
/// "Bange and Niedhart, Helsinki 1975, 9": a title that looks like place and year.
auto const place_and_year = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::publication && chunk.is(Trait::place) && chunk.size() == 2;
});
auto const family_names = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::name) && chunk.families;
});
/// "Prague Spring 1968": a year at once behind a title's words.
auto const own_year =
    is([](Chunk const& chunk) { return chunk.kind == ChunkKind::date && chunk.has_year && !chunk.has_day; });
/// "Hitler, 1889–1936": years within a title; a title does not end with them before a bare number.
auto const short_title = part(
    Role::title, (attempt(capital_in >> words) | short_words) >>
                     *attempt((comma | colon | conjunction | in | x3::eps) >> short_words) >> maybe(quote) >>
                     maybe(own_year | ((comma | stop) >> is([](Chunk const& chunk) {
                                           return chunk.kind == ChunkKind::date && chunk.is_span;
                                       }))));
auto const et_al = text(Trait::others);
auto const persons = name_list >> maybe(-comma >> et_al);
auto const who = part(Role::ibid, kind(ChunkKind::idem)) |
                 attempt(part(Role::editor, persons) >> -comma >> role_of(WordClass::editor)) |
                 part(Role::author, persons);
auto const note_label = is([](Chunk const& chunk) { return is_label(chunk, "note"); });
auto const note_label_part = part(Role::pages, note_label);
/// "1, 270ff.": a volume before pages that are labelled.
auto const one_figure = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::number && !chunk.roman && chunk.inner.end - chunk.inner.begin == 1;
});
auto const bare_volume = part(Role::volume, one_figure) >> comma >> &page_label;
/// "S. 273–280, hier S. 279".
auto const page_meant = comma >> part(Role::pages, page_label);
auto const pinpoint = maybe(attempt(bare_volume) | volume_of_pages) >> page_list >> maybe(page_meant) >>
                      maybe(comma >> note_label_part);
auto const pinpoint_with_label = maybe(volume_of_pages) >> &page_label >> page_list;
auto const title_of_it = quoted_title | short_title;
auto const op_cit = kind(ChunkKind::op_cit);
auto const ends_element = look([](Chunk const* first, Chunk const* last) {
    return first == last || first->kind == ChunkKind::semicolon || first->kind == ChunkKind::stop ||
           first->kind == ChunkKind::close || (first->kind == ChunkKind::text && first->is(Trait::upper));
});
auto const cited_before = op_cit | kind(ChunkKind::ibid);
auto const numbered =
    part(Role::volume, volume_label | part_label) | part(Role::number, document_label | issue_label);
auto const where =
    x3::repeat(0, 3)[attempt(-(comma | stop) >> (attempt(pinpoint) | numbered | note_label_part))];
/// "House of Commons, ed. Hasler, III, pp. 513–14".
auto const edited_by = part(Role::editor, role_of(WordClass::editor) >> name);
auto const printed_letter = part(Role::head, words) >> comma >> part(Role::date, date) >> -comma >> in >>
                            part(Role::editor, name) >> comma;
/// "Smith 1999, 45", "Smith (1999: 45)": author and year.
auto const year = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::date && chunk.has_year && !chunk.has_day && !chunk.is_span;
});
auto const dated = part(Role::date, year) | part(Role::publication, bracketed_year_alone);
auto const author_year = who >> ((kind(ChunkKind::open) >> part(Role::date, year) >> (comma | colon) >>
                                  pinpoint >> kind(ChunkKind::close)) |
                                 (dated >> maybe((comma | colon) >> pinpoint)));
/// "Gould 1966, S. 6": behind one family name a year is no part of a title.
auto const family_year = part(Role::author, is([](Chunk const& chunk) {
                                  return chunk.kind == ChunkKind::text && chunk.is(Trait::name) &&
                                         !chunk.is(Trait::place) && (chunk.size() == 1 || chunk.several);
                              })) >>
                         part(Role::date, year) >> (comma | colon) >> pinpoint;
/// "Ленин В. И. Полн. собр. соч. Т. 45. С. 20", "Лубянка. Сталин и ВЧК — НКВД. С. 22": stops part its pieces.
auto const piece = short_words | quote;
auto const stopped_title = part(
    Role::title, piece >> *attempt((stop | comma | colon | conjunction | kind(ChunkKind::dash)) >> piece));
auto const stopped_volume = part(Role::volume, volume_label | part_label) >> (stop | comma);
auto const stopped_pinpoint = stop >> maybe(stopped_volume) >> maybe(stopped_volume) >> &page_label
                              >> page_list;
auto const stopped_who =
    attempt(part(Role::author, persons) >> stop) | attempt(part(Role::ibid, kind(ChunkKind::idem)) >> -stop);
auto const stopped =
    attempt(stopped_who >> stopped_title >> stopped_pinpoint) | attempt(stopped_title >> stopped_pinpoint);
/// "Zhang, Mao’s Military Romanticism", "Gilroy, Black Atlantic": all that the sentence says.
auto const title_alone = part(Role::title, is([](Chunk const& chunk) {
                                  return chunk.kind == ChunkKind::text && chunk.is(Trait::upper) &&
                                         !chunk.is(Trait::verb) && !chunk.is(Trait::letter) &&
                                         !chunk.is(Trait::place) && !chunk.is(Trait::repository) &&
                                         !chunk.is(Trait::genre) && !chunk.is(Trait::collection) &&
                                         !chunk.is(Trait::newspaper) && !chunk.is(Trait::digits);
                              }));
/// "Clemow, Cholera Epidemic of 1892": a year within a title alone.
auto const title_with_year = part(Role::title, is([](Chunk const& chunk) {
                                      return chunk.kind == ChunkKind::text && chunk.is(Trait::upper) &&
                                             chunk.is(Trait::digits) && chunk.size() >= 3 &&
                                             !chunk.is(Trait::verb) && !chunk.is(Trait::letter) &&
                                             !chunk.is(Trait::repository) && !chunk.is(Trait::collection) &&
                                             !chunk.is(Trait::reference);
                                  }));
/// "Schmid, Der «Eiserne Kanzler»": a quotation within a title alone.
auto const title_with_quote = part(Role::title, short_words >> quote);
auto const sole_author = part(Role::author, is([](Chunk const& chunk) {
                                  return chunk.kind == ChunkKind::text && chunk.is(Trait::name) &&
                                         !chunk.initials && !chunk.is(Trait::place) && chunk.size() <= 2;
                              }));
auto const sole_who = attempt(part(Role::editor, is([](Chunk const& chunk) {
                                       return chunk.kind == ChunkKind::text && chunk.is(Trait::name) &&
                                              !chunk.initials && chunk.size() <= 2;
                                   })) >>
                              -comma >> role_of(WordClass::editor)) |
                      sole_author | part(Role::ibid, kind(ChunkKind::idem));
/// "Maisky Diaries, 296", "Struck interview, 7", "Kriehn interview": a paper or talk known by whose it is.
auto const owned = part(Role::title, is([](Chunk const& chunk) {
                            return chunk.kind == ChunkKind::text && chunk.is(Trait::upper) &&
                                   chunk.is(Trait::genre) && !chunk.is(Trait::genre_head) &&
                                   !chunk.is(Trait::verb) && !chunk.is(Trait::letter) && chunk.size() >= 2 &&
                                   chunk.size() <= 4;
                        }));
auto const talk = part(Role::title, is([](Chunk const& chunk) {
                           return chunk.kind == ChunkKind::text && chunk.is(Trait::upper) &&
                                  chunk.is(Trait::interview) && !chunk.is(Trait::genre_head) &&
                                  !chunk.is(Trait::verb) && chunk.size() == 2;
                       }));
/// "Interview with Schramm": a talk known from before.
auto const talk_with = part(Role::title, is([](Chunk const& chunk) {
                                constexpr std::uint32_t shortest = 3, longest = 6;
                                return chunk.kind == ChunkKind::text && chunk.is(Trait::upper) &&
                                       chunk.is(Trait::interview) && !chunk.is(Trait::digits) &&
                                       chunk.size() >= shortest && chunk.size() <= longest;
                            }));
auto const ends_sentence = look([](Chunk const* first, Chunk const* last) {
    return first == last || first->kind == ChunkKind::semicolon || first->kind == ChunkKind::stop;
});
/// "Pauer, Prag 1968".
auto const dated_title = part(Role::title, short_words >> own_year);
/// "Seligmann, Spies in Uniform, and Mahnken, Uncovering Ways of War": or a row goes on.
auto const ends_in_row = look([](Chunk const* first, Chunk const* last) {
    if (first == last || first->kind == ChunkKind::semicolon || first->kind == ChunkKind::stop) return true;
    if (first->kind == ChunkKind::comma) ++first;
    return first + 2 < last && first->kind == ChunkKind::conjunction && first[1].is(Trait::name) &&
           (first[2].kind == ChunkKind::comma || first[2].kind == ChunkKind::role);
});
auto const ends_page = look([](Chunk const* first, Chunk const* last) {
    return first == last || first->kind == ChunkKind::semicolon || first->kind == ChunkKind::stop ||
           first->kind == ChunkKind::aside || first->kind == ChunkKind::comma;
});
/// "ADAP C 1": series and volume of an edition, behind its capitals.
auto const edition_volume = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::upper) && chunk.is(Trait::digits) &&
           chunk.is(Trait::docvolume) && chunk.size() <= 4;
});
/// "Aragon pp 92–4", "Vassilchikov vol 3 p 122".
auto const family_where = part(Role::author, is([](Chunk const& chunk) {
                                   return chunk.kind == ChunkKind::text && chunk.is(Trait::name) &&
                                          !chunk.is(Trait::place) && !chunk.is(Trait::capitals) &&
                                          chunk.size() == 1;
                               })) >>
                          pinpoint_with_label;
/// "Halder, KTB II, S. 31 (22.7.1940)": the day of a diary's entry.
auto const day_of_entry =
    part(Role::publication, is([](Chunk const& chunk) {
             return chunk.kind == ChunkKind::publication && chunk.has_day && !chunk.colon;
         }));
/// "JRG, 69": capitals are a title's.
auto const abbreviation = part(Role::title, is([](Chunk const& chunk) {
                                   return chunk.kind == ChunkKind::text && chunk.is(Trait::capitals) &&
                                          chunk.size() == 1 && !chunk.is(Trait::repository);
                               }));
/// "KPA, XIII, pp. 360, 382–3", "MRK vol. 2, p. 291", "KWB no. 11, p. 182": its volume or issue before the
/// page.
auto const volume_of_abbreviation =
    (attempt(part(Role::volume, roman) >> comma) |
     ((part(Role::volume, volume_label) | part(Role::number, issue_label)) >> comma)) >>
    &page_label >> page_list;
auto const abbreviated = part(Role::title, is([](Chunk const& chunk) {
                                  return (chunk.kind == ChunkKind::archive && chunk.size() == 1) ||
                                         (chunk.kind == ChunkKind::text && chunk.is(Trait::capitals) &&
                                          chunk.size() == 1 && !chunk.is(Trait::repository));
                              })) >>
                         -comma >> volume_of_abbreviation;
/// One page: a number with strokes and slashes behind capitals is an archive's.
auto const plain_page = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::number && !chunk.roman && chunk.inner.end - chunk.inner.begin <= 3;
});
/// "Tully 262": in a row of works.
auto const name_and_page = part(Role::author, is([](Chunk const& chunk) {
                                    return chunk.kind == ChunkKind::text && chunk.is(Trait::name) &&
                                           !chunk.is(Trait::place) && chunk.size() == 1;
                                })) >>
                           part(Role::pages, arabic) >> ends_page;
/// "Bureau of Naval Personnel, The Sailor at Sea, 4–8".
auto const of_office =
    part(Role::author, text(Trait::institution)) >> comma >> short_title >> comma >> pinpoint;
/// "ADAP C 1, No. 430", "Schneeberger, Nr. 25": the number of a document.
auto const numbered_document = (attempt(part(Role::author, family_name)) |
                                part(Role::title, text(Trait::capitals)) |
                                part(Role::title, edition_volume)) >>
                               comma >> part(Role::number, document_label | issue_label) >> ends_sentence;
/// "APW II C 1 nr. 206", "SSRQ ZH NF II/3, Nr. 104", "ADB 17 S. 538", "EA, Bd. 8, Nr. 12, S. 300": an edition
/// or a lexicon by its siglum, its volume, the number of a document and pages.
auto const known_siglum = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::upper) && chunk.is(Trait::docvolume) &&
           (chunk.is(Trait::capitals) || (chunk.is(Trait::digits) && chunk.size() <= 8));
});
auto const some_siglum = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::capitals) && !chunk.is(Trait::digits) &&
           chunk.size() == 1 && !chunk.is(Trait::repository);
});
auto const place_in_edition = (part(Role::number, document_label | issue_label) >>
                               maybe((&page_label >> page_list) | attempt(comma >> page_list))) |
                              (&page_label >> page_list);
/// "HLS, Bündner Wirren": an article of a lexicon.
auto const headword = part(Role::title, short_words) >> ends_sentence;
/// "ADAP, Serie B, Bd. I/1, Dok. 144".
auto const series_of_edition = is([](Chunk const& chunk) { return is_label(chunk, "series"); });
auto const by_siglum = attempt(part(Role::container, known_siglum) >>
                               ((-comma >> maybe(series_of_edition >> comma) >>
                                 maybe(part(Role::volume, volume_label) >> -comma) >> place_in_edition) |
                                (comma >> (attempt(headword) | page_list)))) |
                       (part(Role::container, some_siglum) >> comma >> part(Role::volume, volume_label) >>
                        comma >> part(Role::number, issue_label) >> maybe(comma >> &page_label >> page_list));
/// "MR. v. 9. 9. 1865/I, ÖMR. VI/1, Nr. 8": a session, by its letters and day, in the edition of its minutes.
auto const session_of_minutes =
    part(Role::title, is([](Chunk const& chunk) {
                          constexpr std::size_t longest = 7;  // "FMR. II"
                          return chunk.kind == ChunkKind::text && chunk.is(Trait::upper) &&
                                 !chunk.is(Trait::verb) && !chunk.is(Trait::letter) &&
                                 chunk.span.end - chunk.span.begin <= longest;
                      }) >>
                          part(Role::date, is([](Chunk const& chunk) {
                                   return chunk.kind == ChunkKind::date && chunk.has_day && chunk.has_year;
                               }))) >>
    comma >> (part(Role::container, known_siglum) | (part(Role::ibid, kind(ChunkKind::ibid)) >> &comma)) >>
    maybe(-comma >> place_in_edition >> maybe(-comma >> note_label_part));
/// "Wurzbach 14 S. 30", "Gärtner V nr. 79 S. 346–351".
auto const volume_of_family = part(Role::author, family_name) >>
                              part(Role::volume, is([](Chunk const& chunk) {
                                       return chunk.kind == ChunkKind::number &&
                                              (chunk.roman || chunk.inner.end - chunk.inner.begin <= 2);
                                   })) >>
                              place_in_edition;
auto const short_form =
    attempt(session_of_minutes) | attempt(by_siglum) | attempt(volume_of_family) | attempt(family_where) |
    attempt(name_and_page) | attempt(of_office) | attempt(numbered_document) | attempt(family_year) |
    attempt(part(Role::author, family_names) >> comma >> part(Role::title, place_and_year) >> comma >>
            page_list >> ends_sentence) |
    attempt(who >> comma >> title_of_it >> -comma >> cited_before >> where) |
    attempt(who >> maybe(part(Role::date, year)) >> -(comma | stop) >> cited_before >> where) |
    attempt(who >> maybe((comma | colon) >> title_of_it) >> part(Role::back, told_before) >>
            maybe(-comma >> pinpoint)) |
    attempt(who >> comma >> title_of_it >> part(Role::volume, one_figure) >> comma >> page_list >>
            maybe(day_of_entry | kind(ChunkKind::aside)) >> ends_sentence) |
    attempt(who >> comma >> title_of_it >> maybe(aside) >> -comma >> pinpoint >> maybe(day_of_entry)) |
    attempt(who >> comma >> title_of_it >> comma >> part(Role::volume, part_label) >> comma >>
            part(Role::volume, volume_label) >> comma >> &page_label >> page_list) |
    attempt(who >> comma >> title_of_it >> comma >>
            (part(Role::volume, volume_label) | part(Role::number, document_label)) >> ends_sentence) |
    attempt(abbreviation >> comma >> part(Role::pages, plain_page) >> ends_sentence) | attempt(abbreviated) |
    attempt(who >> comma >> title_of_it >> &roman >> volume_of_pages >> page_list) |
    attempt(who >> comma >> pinpoint) | attempt(who >> &roman >> volume_of_pages >> page_list) |
    attempt(who >> comma >> quoted_title >> ends_element) |
    attempt(title_of_it >> comma >> edited_by >> comma >> pinpoint) |
    attempt(title_of_it >> -comma >> volume_of_pages >> page_list >> maybe(page_meant) >>
            maybe(comma >> note_label_part) >> maybe(day_of_entry)) |
    attempt(title_of_it >> -comma >> &page_label >> page_list) | attempt(printed_letter >> pinpoint) |
    attempt(author_year) | stopped |
    attempt(sole_who >> (comma | colon) >>
            (attempt(title_alone >> ends_in_row) | attempt(title_with_quote >> ends_sentence) |
             attempt(title_with_year >> ends_sentence) | (dated_title >> ends_sentence))) |
    attempt(owned >> comma >> page_list >> ends_sentence) | attempt((talk | talk_with) >> ends_sentence);

auto const leaf = is([](Chunk const& chunk) {
    return is_label(chunk, "list") || is_label(chunk, "leaf") || is_label(chunk, "khuu") ||
           is_label(chunk, "sheet") || is_label(chunk, "folio") || chunk.means("list") || chunk.means("leaf");
});
/// "Ibid., April 4, 1918", "ibid., 10 January 1949, 9": another day of the same diary or paper.
auto const day =
    is([](Chunk const& chunk) { return chunk.kind == ChunkKind::date && chunk.has_day && chunk.has_year; });
/// "ebd. 2, 310": the volume at once behind the word, where the number behind it is long enough for a page.
auto const long_page = is([](Chunk const& chunk) {
    constexpr std::size_t shortest = 3;
    return chunk.kind == ChunkKind::number && !chunk.roman && chunk.inner.end - chunk.inner.begin >= shortest;
});
auto const volume_of_long_page = part(Role::volume, one_figure) >> comma >> &long_page >> pages;
/// "Loc. cit.", "Op. cit., p. 28": without a name, the work cited just before.
auto const ibid = part(Role::ibid, kind(ChunkKind::ibid) | kind(ChunkKind::idem) | op_cit) >>
                  maybe(volume_of_long_page) >>
                  *attempt((comma | colon | attempt(stop >> &(leaf | page_label)) | x3::eps) >>
                           (part(Role::location, leaf) | attempt(volume_of_pages >> pages) | pages |
                            part(Role::tail, part_label) | part(Role::number, document_label))) >>
                  maybe(comma >> part(Role::date, day) >> maybe(comma >> pages) >> ends_sentence);

auto const cited = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::signal && chunk.phrase && chunk.phrase->signal() == "quoted";
});
auto const above =
    is([](Chunk const& chunk) { return chunk.kind == ChunkKind::text && chunk.is(Trait::all_small); });
auto const description = part(Role::head, words >> *attempt(comma >> words));
auto const back_reference = attempt(description >> maybe(-comma >> part(Role::date, date)) >> -comma >>
                                    cited >> part(Role::back, note_label) >> -above) |
                            attempt(who >> comma >> maybe(short_title >> comma) >> maybe(cited) >> -above >>
                                    part(Role::back, note_label) >> -above >> maybe(comma >> page_list));

}  // namespace

bool read_short_form(Iterator& first, Iterator last, Draft& draft) {
    return run(short_form, first, last, draft);
}
bool read_ibid(Iterator& first, Iterator last, Draft& draft) { return run(ibid, first, last, draft); }
bool read_back_reference(Iterator& first, Iterator last, Draft& draft) {
    return run(back_reference, first, last, draft);
}

}  // namespace fonds::grammar
