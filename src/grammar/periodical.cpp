// Articles of journals, magazines and newspapers, and reports in numbered series.

#include "grammar/terminals.hpp"

namespace fonds::grammar {
namespace {

auto const quoted_title = part(Role::title, quote >> maybe(colon >> words));
auto const translator = part(Role::translator, role_of(WordClass::translator) >> name_list);

auto const container_piece = is([](Chunk const& chunk) {
    return (chunk.kind == ChunkKind::text && !chunk.is(Trait::begins) && !chunk.is(Trait::verb) &&
            chunk.is(Trait::upper)) ||
           chunk.kind == ChunkKind::archive;
});
auto const container =
    part(Role::container, container_piece >> *attempt((comma | colon | conjunction | x3::eps) >> container_piece));

/// "(blog)", "(Bombay)": the kind of the container or where it appears.
auto const short_aside = part(Role::aside, is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::aside && chunk.last - chunk.first <= 5;
}));

auto const tail_piece = part(Role::volume, volume_label) | part(Role::issue, issue_label) |
                        part(Role::number, document_label) | part(Role::volume, part_label) |
                        part(Role::publication, publication) | part(Role::date, date) |
                        part(Role::pages, page_label) | part(Role::tail, number) | part(Role::tail, any_level) |
                        part(Role::url, url) | part(Role::accessed, accessed);
auto const tail_separator = attempt(comma >> conjunction) | comma | colon | attempt(stop >> look([](Chunk const* first, Chunk const* last) {
    return first < last && (first->kind == ChunkKind::url || first->kind == ChunkKind::accessed);
})) | x3::eps;
auto const tail = +attempt(tail_separator >> tail_piece);

auto const who = attempt(part(Role::author, name_list) >> (comma | colon)) |
                 attempt(part(Role::ibid, kind(ChunkKind::idem)) >> comma) |
                 attempt(part(Role::author, text(Trait::institution)) >> comma);

/// A cutting: the paper it is from, then the archive that keeps it.
auto const kept_words = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::archive || chunk.kind == ChunkKind::hereafter ||
           (chunk.kind == ChunkKind::level && !is_label(chunk, "page")) ||
           (chunk.kind == ChunkKind::text && chunk.is(Trait::upper) && !chunk.is(Trait::begins) && !chunk.is(Trait::verb));
});
auto const kept = maybe(comma >> part(Role::location, kept_words >> +attempt((comma | x3::eps) >> kept_words)));
auto const article = maybe(who) >> quoted_title >> -(comma | stop) >> maybe(translator >> comma) >> maybe(in) >>
                     maybe(container >> maybe(short_aside)) >> tail >> kept;
/// An article whose title has no quotation marks: "Blaas, Die italienische Frage. In: Mitteilungen 22 (1969) 151–245".
auto const plain_piece = is([](Chunk const& chunk) {
    return (chunk.kind == ChunkKind::text && !chunk.is(Trait::verb)) || chunk.kind == ChunkKind::colon ||
           chunk.kind == ChunkKind::conjunction || chunk.kind == ChunkKind::aside || chunk.kind == ChunkKind::number ||
           chunk.kind == ChunkKind::dash || chunk.kind == ChunkKind::date || chunk.kind == ChunkKind::quote ||
           chunk.kind == ChunkKind::archive;
});
auto const inner_separator = (comma | stop | in) >> &plain_piece;
auto const plain_title =
    part(Role::title, words >> *(attempt(!attempt(-(comma | stop) >> in >> -role_of(WordClass::editor)) >> (plain_piece | attempt(inner_separator)))));
auto const plain_article = part(Role::author, name_list) >> (comma | colon) >> plain_title >>
                           -(comma | stop | kind(ChunkKind::slashes)) >> in >> container >> tail;
/// GOST: "Author. Title // Journal. 1998. № 4. С. 12–34."
auto const gost_tail = *attempt((stop | comma | kind(ChunkKind::dash) | x3::eps) >> -(stop | kind(ChunkKind::dash)) >> tail_piece);
auto const gost_title = part(Role::title, (words | quote) >> *(plain_piece | attempt((comma | stop) >> &plain_piece)));
auto const gost_article = maybe(part(Role::author, name_list) >> (stop | comma | x3::eps)) >> gost_title >>
                          kind(ChunkKind::slashes) >> container >> gost_tail;

auto const newspaper_name = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::upper) && !chunk.is(Trait::letter) &&
           !chunk.is(Trait::verb) && !chunk.is(Trait::genre_head);
});
auto const day = is([](Chunk const& chunk) { return chunk.kind == ChunkKind::date && chunk.has_day; });
auto const newspaper = part(Role::container, newspaper_name >> -aside) >> comma >> part(Role::date, day) >>
                       maybe(-comma >> part(Role::pages, page_label)) ;

}  // namespace

bool read_article(Iterator& first, Iterator last, Draft& draft) {
    return run(attempt(article) | attempt(plain_article) | attempt(gost_article), first, last, draft);
}
bool read_newspaper(Iterator& first, Iterator last, Draft& draft) { return run(newspaper, first, last, draft); }

}  // namespace fonds::grammar
