// Articles of journals, magazines and newspapers, reports in numbered series, entries and reviews.

#include "grammar/published.hpp"

namespace fonds::grammar {
namespace {

auto const container_piece = is([](Chunk const& chunk) {
    return (chunk.kind == ChunkKind::text && !chunk.is(Trait::begins) && !chunk.is(Trait::verb) &&
            chunk.is(Trait::upper)) ||
           chunk.kind == ChunkKind::archive;
});
/// "Vingtième Siècle. Revue d’histoire, n° 75", "Annales. Histoire, Sciences sociales, 45-2": a stop within
/// the name, told by the numbers behind it.
auto const stop_in_name = stop >>
                          peek(container_piece >> *attempt((comma | conjunction) >> container_piece) >>
                               -comma >> (issue_label | volume_label | number));
auto const container = part(
    Role::container,
    container_piece >> *attempt((comma | colon | conjunction | stop_in_name | x3::eps) >> container_piece));

/// "Tijdschrift voor taal-, land- en volkenkunde 78", "Ethics, Place & Environment 12": a name with commas of
/// its own, known by the volume and the year behind it.
auto const more_of_name = is([](Chunk const& chunk) {
    return (chunk.kind == ChunkKind::text && !chunk.is(Trait::verb) && !chunk.is(Trait::begins)) ||
           chunk.kind == ChunkKind::conjunction;
});
auto const listing_name = part(Role::container,
                               container_piece >> +attempt(-kind(ChunkKind::dash) >> comma >> -conjunction >>
                                                           more_of_name >> *more_of_name)) >>
                          &(number >> -(comma >> issue_label) >> bracketed_year_alone);
/// "(blog)", "(Bombay)": the kind of the container or where it appears.
auto const short_aside = part(
    Role::aside, is([](Chunk const& chunk) { return chunk.kind == ChunkKind::aside && chunk.size() <= 8; }));
/// "sec. 1", "evening ed.": which part or print of a newspaper.
auto const print = part(Role::aside, edition | is([](Chunk const& chunk) {
                                         return chunk.kind == ChunkKind::text && chunk.is(Trait::all_small) &&
                                                chunk.is(Trait::digits) && chunk.size() >= 2 &&
                                                chunk.size() <= 3;
                                     }));
/// "editorial", "letter to the editor": what kind of piece it is.
auto const kind_of_piece = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::all_small) && !chunk.is(Trait::digits) &&
           chunk.size() <= 4;
});

/// "A-12", "B3", "7A": a section of a newspaper and its page.
constexpr bool is_page_of_section(Chunk const& chunk) {
    constexpr std::size_t longest = 4;
    return chunk.kind == ChunkKind::text && chunk.is(Trait::digits) && chunk.size() == 1 &&
           chunk.span.end - chunk.span.begin <= longest;
}
auto const page_of_section = is([](Chunk const& chunk) { return is_page_of_section(chunk); }) >>
                             look([](Chunk const* first, Chunk const* last) {
                                 return first == last || first->kind == ChunkKind::semicolon ||
                                        first->kind == ChunkKind::stop;
                             });
auto const law_number =
    is([](Chunk const& chunk) { return is_label(chunk, "number") || is_numbered_paper(chunk); });
/// "ano 37, n. 1, 1994, pp. 24–36": before the year or the pages "n." counts the issues.
auto const issue_by_n = part(Role::issue, note_label) >>
                        &(-comma >> (date | publication | page_label | number));
/// "Bulletin, Nr. 15 vom 24. Januar 1963"
auto const lead_to_day = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::all_small) && chunk.size() == 1;
});
/// "31 (1), 1989": the issue in a bracket behind the volume.
auto const issue_in_bracket =
    look_around([](Before before, Iterator, Iterator) {
        return before.is(1, ChunkKind::number) ||
               (before.is(1, ChunkKind::text) && before.chunk(1)->is(Trait::numbered));
    }) >>
    part(Role::issue, is([](Chunk const& chunk) { return chunk.kind == ChunkKind::aside && chunk.numeric; }));
/// "god. 20, br. 1–2", "anno LXXIV": the year of a periodical counts its volumes.
auto const volume_by_year = part(Role::volume, is([](Chunk const& chunk) {
                                     constexpr std::size_t longest = 3;
                                     return is_label(chunk, "year") && chunk.is(Trait::digits) &&
                                            (chunk.roman || chunk.inner.end - chunk.inner.begin <= longest);
                                 }));
/// "nr 3 (49)", "№ 1–2 (30–31)": how many issues of the whole periodical there were.
auto const count_of_all = is([](Chunk const& chunk) {
    constexpr std::uint32_t longest = 5;  // with its brackets
    return chunk.kind == ChunkKind::aside && (chunk.numeric || chunk.is(Trait::digits)) &&
           chunk.size() <= longest;
});
auto const tail_piece =
    attempt(issue_in_bracket) | attempt(issue_by_n) | part(Role::volume, volume_label) | volume_by_year |
    (part(Role::issue, issue_label) >> -count_of_all) | part(Role::number, document_label) |
    part(Role::volume, part_label) | part(Role::publication, publication) | part(Role::date, date) |
    attempt(lead_to_day >> part(Role::date, date)) | part(Role::pages, page_label | note_label) |
    part(Role::tail, number) | part(Role::tail, law_number) | attempt(editors_before) | print |
    part(Role::pages, page_of_section) | part(Role::url, url) | part(Role::accessed, accessed);
/// "1994/1–2., 17–50. o.": Hungarian numbers have a stop.
auto const stop_of_number = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::mark && !chunk.stroke && chunk.span.end - chunk.span.begin == 1;
});
/// "Historische Zeitschrift 240. 1985, S. 1": the stop between volume and year.
auto const stop_before_year =
    look_around([](Before before, Iterator, Iterator) { return before.is(1, ChunkKind::number); }) >> stop >>
    &date;
auto const tail_separator =
    attempt(comma >> conjunction) | attempt(stop_of_number >> comma) | comma | colon |
    attempt(stop_before_year) |
    attempt(stop >> look([](Chunk const* first, Chunk const* last) {
                return first < last && (first->kind == ChunkKind::url || first->kind == ChunkKind::accessed);
            })) |
    x3::eps;
auto const tail = +attempt(tail_separator >> tail_piece);

/// In Chinese a comma parts two writers, whole names both.
auto const western_quote = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::quote && !chunk.is(Trait::eastern) && !chunk.eastern;
});
/// "Hughes, Jeff, ‘The French connection’, Journal 173 (2010)".
auto const who = attempt(owner >> &quote) | attempt(family_first >> &western_quote) |
                 attempt(author >> (comma | colon)) | attempt(same >> (comma | colon)) |
                 attempt(part(Role::author, office) >> comma);

/// A cutting: the paper it is from, then the archive that keeps it.
auto const kept_words = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::archive || chunk.kind == ChunkKind::hereafter ||
           (chunk.kind == ChunkKind::level && !is_label(chunk, "page")) ||
           (chunk.kind == ChunkKind::text && chunk.is(Trait::upper) && !chunk.is(Trait::begins) &&
            !chunk.is(Trait::verb));
});
auto const kept =
    maybe(comma >> part(Role::location, kept_words >> +attempt((comma | x3::eps) >> kept_words)));

/// "105 Am. Hist. Rev. 807 (2000)", "(1994) 43 ICLQ 241": volume, journal, page.
auto const reporter = part(Role::volume, number) >> part(Role::container, container_piece) >>
                      part(Role::pages, number) >> maybe(-comma >> part(Role::pages, number | page_label)) >>
                      maybe(part(Role::publication, publication));
/// "“NSC 68 Reconsidered,” ibid., 4 (Spring 1980), 164–76": in the journal cited just before.
auto const numbered_behind =
    peek((comma | x3::eps) >> ((number >> -comma >> publication) | volume_label | issue_label));
auto const same_journal = part(Role::ibid, kind(ChunkKind::ibid)) >> numbered_behind >> tail;
/// "den Artikel „Bonn warnt Moskau“", "the editorial ‘After Yalta’": an article, and what the piece is.
auto const told_piece = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && !chunk.is(Trait::upper) && !chunk.is(Trait::verb) &&
           chunk.size() == 2;
});
auto const article = maybe(who | (told_piece >> &quote)) >> quoted_title >> -(comma | stop) >>
                     (attempt(maybe(part(Role::publication, bracketed_year)) >> reporter) |
                      attempt(maybe(in) >> same_journal) |
                      attempt(maybe(attempt(translators_before) >> comma) >> maybe(kind_of_piece >> comma) >>
                              maybe(in) >> (attempt(listing_name) | maybe(container >> maybe(short_aside))) >>
                              tail >> kept));
/// "A. Varsori, «Il Congresso dell’Aja», in «Storia contemporanea», XXI, 1990, 3, pp. 463–493".
auto const twice_marked = maybe(who) >> quoted_title >> -comma >> -in >> part(Role::container, quote) >>
                          &(-comma >> (number | date | volume_label | issue_label | publication)) >> tail;
auto const law_article =
    author >> comma >>
    part(Role::title, x3::repeat(1, 12)[!peek(comma >> reporter) >> next_title_piece]) >> comma >> reporter;

/// "Samuel Rhodie, The Gold Coast Cocoa Hold-up, Transactions of the Historical Society of Ghana, IX (1968),
/// 105-18".
auto const journal = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::journal) && chunk.is(Trait::upper) &&
           !chunk.is(Trait::verb);
});
auto const numbered_journal = journal >> -comma >> (number | volume_label) >>
                              *attempt(-comma >> issue_label) >> -comma >> bracketed_year;
auto const unquoted_article =
    author >> comma >>
    part(Role::title, x3::repeat(1, 12)[!attempt(comma >> numbered_journal) >> next_title_piece]) >> comma >>
    &numbered_journal >> part(Role::container, journal) >> tail;
/// An article whose title has no quotation marks: "Blaas, Die italienische Frage. In: Mitteilungen 22 (1969)
/// 151–245".
auto const plain_piece = is([](Chunk const& chunk) {
    return (chunk.kind == ChunkKind::text && !chunk.is(Trait::verb)) || chunk.kind == ChunkKind::colon ||
           chunk.kind == ChunkKind::conjunction ||
           (chunk.kind == ChunkKind::aside && !chunk.is(Trait::web)) || chunk.kind == ChunkKind::number ||
           chunk.kind == ChunkKind::dash || chunk.kind == ChunkKind::date || chunk.kind == ChunkKind::quote ||
           chunk.kind == ChunkKind::archive || chunk.kind == ChunkKind::mark;
});
auto const inner_separator = (comma | stop | in) >> &plain_piece;
auto const title_end = -(comma | stop | semicolon | slash);  // "…; in: …" in Austrian editions
auto const into = title_end >> in >> -editor_role;
auto const plain_title_words = (words | quote) >>
                               *(attempt(!attempt(into) >> (plain_piece | attempt(inner_separator))));
auto const in_colon = is([](Chunk const& chunk) { return chunk.kind == ChunkKind::in && chunk.colon; });
/// "in: Lacan, Jacques: Schriften" is a book, and its author before it.
auto const book_of_author = peek(family_and_given >> colon);
auto const plain_article = (attempt(family_first) | ((attempt(author) | same) >> (comma | colon))) >>
                           part(Role::title, plain_title_words) >> title_end >> in >> !book_of_author
                           >> container >> tail;
auto const unsigned_article =
    part(Role::title, plain_title_words) >> title_end >> in_colon >> container >> tail;
/// Polish and Czech: the title without marks, the journal between them: "J. Poprocki, Dyplomacja, „Dzieje
/// Najnowsze” 2004, nr 3".
auto const quoted_container = part(Role::container, quote);
auto const marked_journal = author >> comma >>
                            part(Role::title, words >> *attempt((comma | colon | stop) >> words)) >> comma >>
                            -in >> quoted_container >> tail;

/// GOST: "Author. Title // Journal. 1998. № 4. С. 12–34."
auto const gost_tail = *attempt((stop | comma | kind(ChunkKind::dash) | x3::eps) >>
                                -(stop | kind(ChunkKind::dash)) >> tail_piece);
auto const gost_title =
    part(Role::title, (words | quote) >> *(plain_piece | attempt((comma | stop) >> &plain_piece)));
auto const gost_article = maybe(author >> (stop | comma | x3::eps)) >> gost_title >> -on_the_web >>
                          kind(ChunkKind::slashes) >> container >> gost_tail;

/// "Фурсенко А. А. Как была построена стена. — История и современность, 2001, № 4": behind a dash the
/// journal, its year and issue.
auto const words_of_container = container_piece >>
                                *attempt((comma | colon | conjunction | x3::eps) >> container_piece);
auto const journal_behind_dash = -stop >> kind(ChunkKind::dash) >> words_of_container >> comma >> date
                                 >> comma >> (issue_label | page_label);
auto const dashed_title =
    part(Role::title, (words | quote) >> *(!peek(journal_behind_dash) >>
                                           (plain_piece | attempt((comma | stop) >> &plain_piece))));
auto const article_before_dash = maybe(author >> (stop | comma | x3::eps)) >> dashed_title >>
                                 &journal_behind_dash >> -stop >> kind(ChunkKind::dash) >> container >> tail;
/// "Prečan, Vilém: Charta 77 a její místo. Soudobé dějiny, roč. 4, č. 1 (1997)": behind a stop the journal,
/// its volume or issue.
auto const name_in_capitals = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::upper) && !chunk.is(Trait::verb);
});
auto const named_journal =
    attempt(journal >> -comma >> (volume_label | issue_label | volume_by_year)) |
    (name_in_capitals >> comma >> volume_label >> comma >> issue_label >> -comma >> bracketed_year);
auto const article_before_stop =
    (attempt(family_first) | attempt(author >> (colon | comma))) >> !(quote >> comma) >>
    part(Role::title, x3::repeat(1, 16)[!peek(stop >> named_journal) >> next_title_piece]) >> stop >>
    &named_journal >> part(Role::container, name_in_capitals) >> tail;

/// "Jussi Hanhimäki, review of Collapse, by V. Zubok, H-Diplo Roundtable XXIII-45 (July 2022), 4".
auto const by_words =
    is([](Chunk const& chunk) { return chunk.kind == ChunkKind::text && !chunk.is(Trait::upper); });
auto const review_role = role_of(WordClass::review);
auto const reviewed_words = (words | quote) >> *attempt((colon | conjunction | (comma >> !by_words) | stop) >>
                                                        (words | date | quote));
/// A review with a title of its own: "“The Long Shadow,” review of Stalin, by S. Kotkin".
auto const reviewed = attempt(quoted_title >> -comma >> review_role >> part(Role::aside, reviewed_words)) |
                      (review_role >> part(Role::title, reviewed_words));
auto const full_name = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::name) && chunk.size() >= 2 &&
           !chunk.is(Trait::newspaper) && !chunk.is(Trait::magazine) && !chunk.is(Trait::journal);
});
auto const by_whom = comma >> by_words >>
                     *attempt((attempt(comma >> conjunction) | conjunction | comma) >> full_name);
/// "Conal Condren, review of Collins, Allegiance, in English Historical Review": whose book, as a short
/// title.
/// "Review of Collapse, by Vladislav Zubok, American Historical Review 128:2 (2023)": the reviewer behind.
auto const by_reviewer = comma >> part(Role::author, text(Trait::sender)) >> -comma >> maybe(in);
auto const review = (attempt(who >> reviewed >> (attempt(by_whom >> -comma >> maybe(in)) | (-comma >> in))) |
                     (reviewed >> by_reviewer)) >>
                    container >> tail;

auto const newspaper_name = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::upper) && !chunk.is(Trait::letter) &&
           !chunk.is(Trait::verb) && !chunk.is(Trait::genre_head);
});
auto const known_paper = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::upper) && !chunk.is(Trait::verb) &&
           !chunk.is(Trait::letter) &&
           (chunk.is(Trait::newspaper) || chunk.is(Trait::magazine) || chunk.is(Trait::broadcast));
});
auto const day = is([](Chunk const& chunk) { return chunk.kind == ChunkKind::date && chunk.has_day; });
/// "v. 3. 5. 1861 (M.)", "vom 18. 5. 1925 (Morgenausgabe)": which print of the day.
auto const print_in_brackets = part(Role::aside, is([](Chunk const& chunk) {
                                        constexpr std::uint32_t longest = 4;
                                        return chunk.kind == ChunkKind::aside && !chunk.square &&
                                               !chunk.is(Trait::digits) && chunk.size() <= longest;
                                    }));
/// "Zëri i Popullit, 8 shkurt 1962, f. 1": Albanian papers have leaves.
auto const leaf_of_paper =
    is([](Chunk const& chunk) { return is_label(chunk, "fond") && chunk.means("folio"); });
auto const day_page = -print_in_brackets >>
                      *attempt((comma | stop) >> (part(Role::pages, page_label | leaf_of_paper) |
                                                  part(Role::issue, issue_label) | print));
auto const bare_page =
    maybe((comma | colon) >> part(Role::pages, is([](Chunk const& chunk) {
                                      return (chunk.kind == ChunkKind::number && chunk.size() == 1) ||
                                             is_page_of_section(chunk);
                                  })) >>
          look([](Chunk const* first, Chunk const* last) {
              return first == last || first->kind == ChunkKind::semicolon || first->kind == ChunkKind::stop ||
                     first->kind == ChunkKind::close;
          }));
auto const paper = part(Role::container, newspaper_name) >> maybe(part(Role::aside, aside));
/// "Neue Rheinische Zeitung Nr. 222 vom 15. Februar 1849, Artikel „Der Krieg“": the number of the day's
/// paper.
auto const from_day = maybe(is([](Chunk const& chunk) {
                          return chunk.kind == ChunkKind::text && chunk.is(Trait::all_small) &&
                                 chunk.size() == 1;
                      })) >>
                      part(Role::date, day);
auto const named_piece = maybe(comma >> words) >> part(Role::title, quote);
/// "Artikel „Der Krieg“".
auto const kind_of_paper = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && !chunk.is(Trait::verb) && chunk.size() <= 2;
});
auto const numbered_paper = part(Role::container, newspaper_name) >> -comma >>
                            part(Role::issue, issue_label) >> -comma >> from_day >> day_page >>
                            maybe(named_piece |
                                  ((comma | stop | colon) >> -kind_of_paper >> part(Role::title, quote)));
/// "Der Angriff, 2 July 1934, ‘Die Niederschlagung’": the piece behind its day.
auto const ends_piece = look([](Chunk const* first, Chunk const* last) {
    return first == last || first->kind == ChunkKind::semicolon || first->kind == ChunkKind::stop ||
           first->kind == ChunkKind::close;
});
auto const eastern_paper = part(Role::container, eastern_title) >> -comma >>
                           part(Role::date, day) >> day_page;
auto const marked_paper =
    part(Role::container,
         is([](Chunk const& chunk) { return chunk.kind == ChunkKind::quote && chunk.is(Trait::newspaper); }));
/// "Neue Freie Presse v. 16. 11. 1868, Leitartikel „Die Entscheidung“".
auto const marked_piece = comma >> kind_of_paper >> part(Role::title, quote) >> ends_piece;
/// "Fremden-Blatt v. 4. 7. 1865, Morgenblatt": without a comma, and which print of the day.
auto const print_of_day = part(Role::container, newspaper_name) >> part(Role::date, day) >> comma >>
                          part(Role::aside, edition);
/// "Lancet, 12 August 1876, ii, 224–5": the half-year's volume behind the day.
auto const volume_of_day = part(Role::container, newspaper_name) >> comma >> part(Role::date, day) >> comma >>
                           part(Role::volume, roman) >> (comma | colon) >>
                           part(Role::pages, arabic | page_label) >> ends_piece;
/// "Jornal do Brasil, Rio de Janeiro, 2 abr. 1964, p. 1": the town where it appears, before the day.
auto const paper_of_town = part(Role::container, known_paper) >> comma >>
                           part(Role::place, text(Trait::place)) >> comma >> part(Role::date, day) >> day_page
                           >> bare_page;
auto const issue_of_paper =
    attempt(eastern_paper) | attempt(paper_of_town) | attempt(print_of_day) | attempt(volume_of_day) |
    attempt(marked_paper >> -comma >> maybe(part(Role::issue, issue_label) >> -comma) >> from_day >>
            day_page >> bare_page >> ends_piece) |
    attempt(numbered_paper) |
    attempt(paper >> comma >> part(Role::date, day) >> day_page >> (comma | colon) >>
            part(Role::title, quote) >> day_page >> ends_piece) |
    attempt(paper >> comma >> part(Role::date, day) >> day_page >> bare_page) |
    attempt(part(Role::container, known_paper) >> maybe(part(Role::aside, aside)) >> -(comma | stop) >>
            part(Role::date, day) >> day_page >> (attempt(marked_piece) | bare_page));
/// "Erhards erste Reise, Frankfurter Allgemeine Zeitung, 26. November 1963, S. 3"; a name before the paper is
/// a writer.
auto const headline = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::upper) && !chunk.is(Trait::verb) &&
           !chunk.is(Trait::letter) && !chunk.is(Trait::repository) && !chunk.is(Trait::collection) &&
           !chunk.is(Trait::newspaper);
});
/// "Meet the Press, NBC, December 20, 1953".
auto const broadcast = part(Role::title, headline) >> comma >>
                       part(Role::publisher, text(Trait::broadcast)) >> comma >> part(Role::date, day);
/// "Editorial, Chicago Daily Tribune, March 14, 1947": what kind of piece, in place of its title.
auto const form_alone = part(Role::genre, is([](Chunk const& chunk) {
                                 return chunk.kind == ChunkKind::text && chunk.is(Trait::genre_head) &&
                                        chunk.is(Trait::upper) && chunk.size() == 1;
                             }));
auto const titled_piece =
    attempt(maybe(form_alone >> comma >> &(headline >> comma >> known_paper)) >>
            (form_alone | part(Role::author, name) | part(Role::title, headline >> maybe(colon >> words))) >>
            (comma | stop) >> part(Role::container, known_paper) >> maybe(part(Role::aside, aside)) >>
            comma >> part(Role::date, day) >> day_page >> bare_page);
/// "Europa-Archiv 1972, D 393": a page of a journal's documents.
auto const lettered_page = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::upper) && chunk.is(Trait::digits) &&
           chunk.size() == 2 && chunk.span.end - chunk.span.begin <= 12;
});
/// "Izvestiia TsK KPSS, no. 11 (1989): 160": an issue and pages, whatever stands there.
/// "Voprosy istorii (Moscow), no. 10 (1985)": or with the town where it appears.
auto const town_of_periodical =
    part(Role::aside,
         is([](Chunk const& chunk) { return chunk.kind == ChunkKind::aside && chunk.is(Trait::place); }));
/// "„Voprosy istorii“ (Moskva), No. 10": its name may stand in quotation marks.
auto const short_quote = is([](Chunk const& chunk) {
    constexpr std::uint32_t longest = 7;  // with its marks
    return chunk.kind == ChunkKind::quote && !chunk.eastern && chunk.size() <= longest;
});
auto const name_of_periodical = part(Role::container, container_piece) |
                                (part(Role::container, short_quote) >> &(aside | (-comma >> issue_label)));
/// "«Il Popolo», anno X, n. 3, 5 maggio 1922, p. 1": a newspaper by its marks, its issue and its day.
auto const marked_issue = part(Role::container, short_quote) >> comma >>
                          maybe((part(Role::volume, volume_label) | volume_by_year) >> comma) >>
                          (issue_by_n | part(Role::issue, issue_label)) >> comma >>
                          part(Role::date, day) >> comma >> pages;
auto const issue_alone = name_of_periodical >> maybe(town_of_periodical) >> -comma >>
                         (part(Role::issue, issue_label) | part(Role::volume, volume_label | number)) >>
                         maybe(comma >> part(Role::issue, issue_label)) >> -comma >>
                         (part(Role::publication, bracketed_year) | part(Role::date, date)) >>
                         (comma | colon) >> (pages | part(Role::pages, lettered_page)) >>
                         *attempt(comma >> pages);
/// "Istochnik (1995) no 1 pp 16–25": the year first.
auto const year_issue = part(Role::container, container_piece) >> part(Role::publication, bracketed_year) >>
                        -comma >> part(Role::issue, issue_label) >> -(comma | colon) >> &page_label
                        >> page_list;
/// "Известия ЦК КПСС. 1989. № 11. С. 160".
auto const part_stop = stop | comma;
auto const stopped_issue = part(Role::container, container_piece) >> part_stop >>
                           part(Role::date, date) >> part_stop >> part(Role::issue, issue_label) >> part_stop
                           >> -kind(ChunkKind::dash) >> &page_label >> page_list;
/// "…, AAN, KC PZPR, XIA/13, translated in CWIHP e-Dossier No. 13": a paper of a series by its number, where
/// it is said that something is printed in it.
auto const printed_in_series = look_around([](Before before, Iterator, Iterator) {
                                   return before.is(1, ChunkKind::in) ||
                                          (before.is(1, ChunkKind::signal) && before.chunk(1)->phrase &&
                                           before.chunk(1)->phrase->signal() == "published");
                               }) >>
                               part(Role::container, is([](Chunk const& chunk) {
                                        return chunk.kind == ChunkKind::text && chunk.is(Trait::series) &&
                                               chunk.is(Trait::upper);
                                    })) >>
                               -comma >> part(Role::number, issue_label | number) >>
                               maybe(-comma >>
                                     (part(Role::publication, publication) | part(Role::date, date)));
auto const any_article =
    attempt(printed_in_series) | attempt(marked_issue) | attempt(article) | attempt(twice_marked) |
    attempt(plain_article) | attempt(gost_article) | attempt(marked_journal) | attempt(law_article) |
    attempt(unquoted_article) | attempt(article_before_dash) | attempt(article_before_stop) |
    attempt(unsigned_article) | attempt(issue_alone) | attempt(year_issue) | attempt(stopped_issue);
/// "Der Spiegel 12/1964, S. 44", "EUROPA-ARCHIV 1971, D 443": the issue and its year, or the year alone, end
/// the name.
auto const known_periodical = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::upper) && !chunk.is(Trait::verb) &&
           (chunk.is(Trait::newspaper) || chunk.is(Trait::magazine) || chunk.is(Trait::journal));
});
auto const ends_in_digits =
    look_around([](Before before, Iterator, Iterator) { return before.chunk(1)->is(Trait::digits); });
auto const issue_of_year = part(Role::container, known_periodical >> (ends_in_digits | number)) >> comma >>
                           ((&page_label >> page_list) | part(Role::pages, lettered_page)) >> ends_piece;
auto const any_piece = attempt(broadcast) | attempt(issue_of_year) | attempt(titled_piece) | issue_of_paper;

}  // namespace

bool read_article(Iterator& first, Iterator last, Draft& draft) {
    return run_to_web(any_article, first, last, draft);
}
bool read_review(Iterator& first, Iterator last, Draft& draft) {
    return run_to_web(review, first, last, draft);
}
bool read_newspaper(Iterator& first, Iterator last, Draft& draft) {
    return run_to_web(any_piece, first, last, draft);
}

}  // namespace fonds::grammar
