// Books, chapters and letters printed in volumes.

#include "grammar/terminals.hpp"

namespace fonds::grammar {
namespace {

auto const et_al = is([](Chunk const& chunk) { return chunk.kind == ChunkKind::text && chunk.is(Trait::all_small); });
auto const editors = part(Role::editor, name_list >> maybe(comma >> et_al)) >> -comma >> role_of(WordClass::editor);
auto const editors_first = role_of(WordClass::editor) >> part(Role::editor, name_list);
auto const translators_first = role_of(WordClass::translator) >> part(Role::translator, name_list);
auto const same = part(Role::ibid, kind(ChunkKind::idem)) >> maybe(-comma >> part(Role::editor, role_of(WordClass::editor)));
auto const who = attempt(editors) | attempt(same) | attempt(part(Role::author, name_list) >> maybe(comma >> et_al));

auto const plain_publication = part(
    Role::publication,
    text(Trait::place) >> (attempt(colon >> words >> *attempt((comma | conjunction) >> words) >> -comma >> date) |
                           attempt(-comma >> date) | attempt(comma >> words >> comma >> date)));
auto const published = attempt(-(comma | stop) >> part(Role::publication, publication | thesis)) | attempt(-comma >> plain_publication) |
                       attempt(stop >> -kind(ChunkKind::dash) >> plain_publication);

auto const volume = part(Role::volume, volume_label | part_label) >>
                    maybe((colon | comma | stop) >> part(Role::volume_title,
                          (words | date) >> *attempt((comma | conjunction | stop) >> words) >> &(look([](Chunk const* first, Chunk const* last) {
                              return first < last && (first->kind == ChunkKind::publication || first->kind == ChunkKind::comma);
                          }))));
auto const roman_volume = part(Role::volume, number) >> colon >> part(Role::volume_title, words);
auto const series_aside = is([](Chunk const& chunk) { return chunk.kind == ChunkKind::aside && chunk.is(Trait::series); });
auto const foreword = role_of(WordClass::foreword) >> name_list;
auto const detail = attempt(foreword) | part(Role::series, series_aside) | attempt(volume) | attempt(roman_volume) | part(Role::edition, edition) | attempt(editors_first) | attempt(translators_first) |
                    part(Role::series, text(Trait::series)) | part(Role::number, issue_label);
auto const details = *attempt(-(comma | stop) >> detail);

auto const title_piece = is([](Chunk const& chunk) {
    switch (chunk.kind) {
        case ChunkKind::text: case ChunkKind::date: case ChunkKind::number: case ChunkKind::quote:
        case ChunkKind::colon: case ChunkKind::conjunction: case ChunkKind::aside: case ChunkKind::archive:
        case ChunkKind::dash: case ChunkKind::in: case ChunkKind::mark: case ChunkKind::role: return true;
        case ChunkKind::level: return !is_label(chunk, "volume") && !is_label(chunk, "page");
        default: return false;
    }
});
auto const title_end = attempt(-(comma | stop) >> (volume_label | edition | series_aside | role_of(WordClass::foreword) | text(Trait::series) | role_of(WordClass::editor) | role_of(WordClass::translator) | publication | thesis)) |
                       attempt((comma | stop) >> text(Trait::place) >> -colon >> (date | words)) |
                       attempt((comma | stop) >> text(Trait::place) >> comma >> words >> comma >> date) |
                       attempt(comma >> number >> colon);
auto const title_separator = (comma | stop) >> &title_piece;
auto const title = part(Role::title, x3::repeat(1, 24)[!title_end >> (title_piece | attempt(title_separator))]);

auto const pinpoint = -(comma | colon | stop) >> (pages | part(Role::number, document_label)) >> maybe(comma >> pages);
auto const book = who >> (comma | colon | attempt(stop >> look([](Chunk const* first, Chunk const* last) { return first < last && first->is(Trait::upper); }))) >> title >> details >> -stop >> published >> maybe(pinpoint);
/// A book without author: "Title (Place: Publisher, Year)".
auto const titled = title >> details >> part(Role::publication, publication | thesis) >> maybe(pinpoint);

auto const quoted_title = part(Role::title, quote >> maybe(colon >> words));
auto const container_title = part(Role::container, x3::repeat(1, 24)[!title_end >> (title_piece | attempt(title_separator))]);
auto const volume_itself = container_title >> details >> -comma >> published >> maybe(pinpoint);
auto const contained = attempt((attempt(editors_first >> comma) | attempt(editors >> -comma)) >> volume_itself) |
                       attempt(part(Role::note, name_list) >> comma >> volume_itself) | volume_itself;
/// A volume that is known from elsewhere: "in Leffler and Westad, eds., Cambridge History, vol. 2, 327–48".
auto const known_volume = editors >> -comma >> container_title >> details >> pinpoint;
auto const chapter_who = attempt(part(Role::author, name_list) >> (comma | colon)) |
                         attempt(part(Role::ibid, kind(ChunkKind::idem)) >> comma) |
                         attempt(part(Role::author, text(Trait::institution)) >> comma);
auto const plain_chapter_title = part(Role::title, x3::repeat(1, 24)[!attempt(-(comma | stop) >> in) >> (title_piece | attempt(title_separator))]);
auto const chapter = maybe(chapter_who) >> quoted_title >> -(comma | stop) >> in >> (attempt(contained) | known_volume);
auto const plain_chapter = part(Role::author, name_list) >> (comma | colon) >> plain_chapter_title >> -(comma | stop) >> in >> contained;

/// Unpublished: “Title” (PhD diss., Harvard University, 1999).
auto const quoted_thesis = chapter_who >> quoted_title >> -comma >> part(Role::thesis, thesis) >> maybe(pinpoint);

auto const letter_chunk = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && (chunk.is(Trait::letter) || chunk.is(Trait::genre_head));
});
auto const session = -comma >> text(Trait::congress);
auto const volume_words = words >> *attempt(comma >> !text(Trait::congress) >> ((words >> !document_label) | date));
auto const series_number = is([](Chunk const& chunk) { return is_label(chunk, "series"); });
auto const letter_in_volume =
    part(Role::head, letter_chunk) >> comma >> part(Role::date, date) >> -comma >> in >>
    maybe(editors >> comma) >> part(Role::container, volume_words) >>
    *attempt(session) >>
    *attempt(-comma >> (attempt(editors_first) | part(Role::number, words >> document_label) | series_number |
                        part(Role::volume, volume_label | part_label) | part(Role::number, issue_label | document_label) |
                        part(Role::publication, publication) | part(Role::tail, number) | aside |
                        part(Role::date, date))) >>
    maybe(comma >> pages);

}  // namespace

bool read_book(Iterator& first, Iterator last, Draft& draft) {
    return run(attempt(book) | attempt(titled) | attempt(quoted_thesis), first, last, draft);
}
bool read_chapter(Iterator& first, Iterator last, Draft& draft) {
    return run(attempt(chapter) | attempt(plain_chapter), first, last, draft);
}
bool read_letter_in_volume(Iterator& first, Iterator last, Draft& draft) {
    return run(letter_in_volume, first, last, draft);
}

}  // namespace fonds::grammar
