// Chapters of books, articles of encyclopaedias, and documents printed in volumes.

#include "grammar/published.hpp"

namespace fonds::grammar {
namespace {

auto const who = attempt(owner >> &quote) | attempt(author >> (comma | colon)) |
                 attempt(same >> (comma | colon)) | attempt(part(Role::author, office) >> comma);
auto const container = part(Role::container, title_words);
auto const volume_itself = container >> details >> imprinted >> pinpoints;
/// "in: Hans Roth: Der Weg" has an author; "Vekhi: Sbornik statei" is one title, and so is "in Landmarks
/// Revisited: The Symposium": where a colon parts author and title, one stands behind "in" too.
auto const author_of_volume = look_around([](Before before, Iterator, Iterator) {
                                  return !before.is(1, ChunkKind::in) || before.chunk(1)->colon;
                              }) >>
                              part(Role::note, is([](Chunk const& chunk) {
                                       return chunk.kind == ChunkKind::text && chunk.is(Trait::name) &&
                                              chunk.size() >= 2;
                                   }));
/// "in: Lacan, Jacques: Schriften": the family first, as that of the chapter's author.
auto const inverted_author = part(Role::note, family_and_given);
/// "in: Lacan, Jacques, Schriften": before a comma only a given name that is known for one tells so.
auto const known_inverted_author = part(Role::note, family_and_known_given);
/// "in Hans Roth, ed., Karl Weber, trans., The Way", "in Roth (ed), Weber (tr), The Way".
auto const also_translated = maybe(comma >> translators_behind);
auto const contained = attempt(translators_behind >> -(comma | colon) >> volume_itself) |
                       attempt((attempt(editors_before) | attempt(editors_behind >> !names_before_imprint)) >>
                               also_translated >> -(comma | colon) >> volume_itself) |
                       attempt(inverted_author >> colon >> volume_itself) |
                       attempt(known_inverted_author >> comma >> volume_itself) |
                       attempt(bodies_behind >> comma >> volume_itself) |
                       attempt(part(Role::note, name_list) >> comma >> volume_itself) |
                       attempt(author_of_volume >> colon >> volume_itself) |
                       attempt(part(Role::note, inverted_list) >> stop >> volume_itself) |
                       attempt(same >> stroke >> editors_behind >> -(comma | colon) >> volume_itself) |
                       attempt(same_editor >> (comma | colon) >> volume_itself) |
                       attempt(same >> (comma | colon) >> volume_itself) | volume_itself;
/// "in Scott Parrish and Mikhail Narinsky, New Evidence on the Plan, Working Paper No. 9, CWIHP, March 1994,
/// p. 47": a paper of a series, its project and date without brackets.
auto const paper_of_project = attempt(part(Role::note, name_list) >> comma) >> container >> comma >>
                              part(Role::series, text(Trait::series)) >>
                              part(Role::number, issue_label) >> comma >> project >> comma >>
                              part(Role::date, date) >> pinpoints;
auto const pinpointed = pinpoint_separator >> pinpoint >> pinpoints;
/// "Karner et al., Beiträge, 1007–23": families, and the short title of what they edited.
auto const families = part(Role::editor, is([](Chunk const& chunk) {
                                             return chunk.kind == ChunkKind::text && chunk.is(Trait::name) &&
                                                    !chunk.initials && (chunk.size() == 1 || chunk.several) &&
                                                    !chunk.is(Trait::newspaper) &&
                                                    !chunk.is(Trait::magazine) && !chunk.is(Trait::journal) &&
                                                    !chunk.is(Trait::series);
                                         }) >>
                                             maybe(-comma >> et_al));
auto const short_piece = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::upper) && !chunk.is(Trait::verb) &&
           !chunk.is(Trait::letter);
});
auto const short_title =
    part(Role::container, short_piece >> *attempt((colon | conjunction | x3::eps) >> short_piece));
/// "Einleitung, in: ÖMR. VI/1, XXIII": an edition by its siglum and volume.
auto const siglum = is([](Chunk const& chunk) {
    constexpr std::size_t longest = 14;
    return chunk.kind == ChunkKind::text && chunk.is(Trait::docvolume) && chunk.is(Trait::digits) &&
           chunk.is(Trait::upper) && chunk.span.end - chunk.span.begin <= longest;
});
/// A volume that is known from elsewhere: "in Leffler and Westad, eds., Cambridge History, vol. 2, 327–48",
/// "in Karner et al., Beiträge, 1007–23", "in Penrose (ed.), p. 124", "in this volume".
auto const known_volume =
    attempt(editors_behind >> -(comma | colon) >> container >> details >> -told_before >> pinpointed) |
    attempt(families >> comma >> short_title >> comma >> pinpointed) |
    attempt(editors_behind >> comma >> pinpointed) |
    attempt(maybe((attempt(same) | part(Role::note, name_list)) >> (comma | colon)) >> short_title >>
            part(Role::back, told_before) >> maybe(comma >> pinpointed)) |
    attempt(part(Role::container, siglum) >> comma >> pages >> maybe(comma >> pages)) |
    kind(ChunkKind::op_cit) >> pinpoints;
auto const into = -(comma | stop | semicolon) >> (in | kind(ChunkKind::slashes));
auto const plain_piece = !attempt(into) >> next_title_piece;
/// "On the Jews and Their Lies, 1543, in": when the piece was written.
auto const written_in = part(Role::aside, is([](Chunk const& chunk) {
                                 return chunk.kind == ChunkKind::date && !chunk.has_day && !chunk.is_span;
                             }));
/// "„Kein Anschluß“. Österreichs Emanzipation, in: …".
auto const title_and_more = part(Role::title, quote >> maybe((colon | stop) >> words >> &into));
/// "„Kritische Methode?“ (1883), in: …": when the piece first came out.
auto const first_print =
    part(Role::aside,
         is([](Chunk const& chunk) { return is_bracketed_year(chunk) && !chunk.colon && !chunk.has_day; }));
/// "Art. „Zeit“, in: …": that it is an article, a lecture or a review, before its title.
auto const kind_of_piece = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.size() <= 2 && !chunk.is(Trait::verb) &&
           !chunk.is(Trait::digits) && !chunk.several;
});
/// "chap. 7 in The Humanizing Brain": which chapter it is.
auto const its_number = maybe(
    -comma >> part(Role::pages, is([](Chunk const& chunk) { return is_label(chunk, "chapter"); })) >> &in);
/// "“Title,” trans. Karl Weber, in": who translated the piece.
auto const translated = maybe(comma >> (attempt(translators_before) | translators_behind) >> &into);
auto const chapter = maybe(who) >> maybe(kind_of_piece >> &quote) >> title_and_more >>
                     maybe(first_print) >> translated >> its_number >> into >>
                     (attempt(paper_of_project) | attempt(contained) | attempt(known_volume));
auto const unquoted_title =
    part(Role::title, x3::repeat(1, 24)[!peek(comma >> written_in >> into) >> !peek(first_print >> into) >>
                                        !(comma >> translator_role) >> plain_piece]) >>
    (attempt(comma >> written_in) | maybe(first_print)) >> translated;
auto const plain_chapter = (attempt(family_first) | attempt(author >> (comma | colon | stop)) |
                            attempt(same >> (comma | colon))) >>
                           unquoted_title >> into >> (attempt(contained) | attempt(known_volume));
/// "“İkinci Dünya Savaşı ve Türkiye”, Baskın Oran (der.), Türk Dış Politikası, İstanbul: İletişim, 2001":
/// without a word for "in".
auto const chapter_of_editor = maybe(who) >> part(Role::title, quote) >> comma >>
                               (attempt(editors_behind) | bodies_behind) >> -(comma | colon) >> volume_itself;
/// "Relacja Stefana Staszewskiego, [w:] T. Torańska, Oni, Warszawa 1989", "Vorwort, in: Hans Roth (Hrsg.),
/// Der Weg": a piece that is told without its author, in somebody's book.
auto const in_colon = is([](Chunk const& chunk) { return chunk.kind == ChunkKind::in && chunk.colon; });
auto const unsigned_chapter = part(Role::title, x3::repeat(1, 12)[plain_piece]) >> -(comma | stop) >> in_colon
                              >> (attempt((attempt(editors_before) |
                                           attempt(editors_behind >> !names_before_imprint)) >>
                                          -(comma | colon) >> volume_itself) |
                                  (part(Role::note, name_list) >> comma >> volume_itself));
/// "Беседа с послом // Сто бесед: Из дневника, заметок и писем. М.: Терра, 1991. С. 114": a piece of a book
/// that has a house.
auto const behind_slashes = part(Role::title, x3::repeat(1, 12)[plain_piece]) >>
                            kind(ChunkKind::slashes) >> volume_itself;
auto const any_chapter = attempt(chapter) | attempt(plain_chapter) | attempt(unsigned_chapter) |
                         attempt(chapter_of_editor) | attempt(behind_slashes);

}  // namespace

bool read_chapter(Iterator& first, Iterator last, Draft& draft) {
    return run_to_web(any_chapter, first, last, draft);
}

}  // namespace fonds::grammar
