// Short forms, ibid. and its kin, web pages, laws and parliamentary papers.

#include "grammar/terminals.hpp"

namespace fonds::grammar {
namespace {

auto const quoted_title = part(Role::title, quote >> maybe(colon >> words));
auto const short_words = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::upper) && !chunk.is(Trait::verb) &&
           !chunk.is(Trait::letter);
});
auto const short_title = part(Role::title, short_words >> *attempt((comma | colon | conjunction | in | x3::eps) >> short_words));
auto const et_al = is([](Chunk const& chunk) { return chunk.kind == ChunkKind::text && chunk.is(Trait::all_small); });
auto const who = part(Role::ibid, kind(ChunkKind::idem)) |
                 attempt(part(Role::editor, name_list >> maybe(comma >> et_al)) >> -comma >> role_of(WordClass::editor)) |
                 part(Role::author, name_list >> maybe(comma >> et_al));
auto const pinpoint = part(Role::pages, page_label) | part(Role::pages, number);
auto const volume = part(Role::volume, volume_label | number);
auto const op_cit = kind(ChunkKind::op_cit);
auto const ends_element = look([](Chunk const* first, Chunk const* last) {
    return first == last || first->kind == ChunkKind::semicolon || first->kind == ChunkKind::stop ||
           (first->kind == ChunkKind::text && first->is(Trait::upper));
});
auto const short_form =
    attempt(who >> comma >> quoted_title >> -comma >> maybe(volume >> (comma | colon)) >> pinpoint) |
    attempt(who >> -(comma | stop) >> (op_cit | kind(ChunkKind::ibid)) >> maybe(-(comma | stop) >> pinpoint)) |
    attempt(who >> comma >> short_title >> maybe(aside) >> -comma >> maybe(volume >> (comma | colon)) >> pinpoint) |
    attempt(who >> comma >> (quoted_title | short_title) >> comma >> op_cit >> maybe(-comma >> pinpoint)) |
    attempt(who >> comma >> volume >> (comma | colon) >> pinpoint) |
    attempt(who >> comma >> pinpoint) |
    attempt(who >> comma >> quoted_title >> ends_element) |
    attempt(quoted_title >> -comma >> part(Role::pages, page_label)) |
    attempt(short_title >> -comma >> part(Role::pages, page_label)) |
    attempt(part(Role::head, words) >> comma >> part(Role::date, date) >> -comma >> in >> part(Role::editor, name) >> comma >> volume >>
            comma >> pinpoint) |
    attempt(part(Role::head, words) >> comma >> part(Role::date, date) >> -comma >> in >> part(Role::editor, name) >> comma >> pinpoint);

auto const leaf = is([](Chunk const& chunk) {
    return is_label(chunk, "list") || is_label(chunk, "leaf") || is_label(chunk, "khuu") || is_label(chunk, "sheet") ||
           is_label(chunk, "folio") || chunk.means("list") || chunk.means("leaf");
});
auto const ibid = part(Role::ibid, kind(ChunkKind::ibid) | kind(ChunkKind::idem)) >>
                  *attempt((comma | colon | attempt(stop >> &(leaf | page_label)) | x3::eps) >>
                           (part(Role::location, leaf) | part(Role::pages, page_label | number)));

auto const note_label = is([](Chunk const& chunk) { return is_label(chunk, "note"); });
auto const cited = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::signal && chunk.phrase && chunk.phrase->signal == "quoted";
});
auto const above = is([](Chunk const& chunk) { return chunk.kind == ChunkKind::text && chunk.is(Trait::all_small); });
auto const description = part(Role::head, words >> *attempt(comma >> words));
auto const back_reference =
    attempt(description >> maybe(-comma >> part(Role::date, date)) >> -comma >> cited >> part(Role::back, note_label) >> -above) |
    attempt(who >> comma >> maybe(short_title >> comma) >> maybe(cited) >> part(Role::back, note_label) >> -above >>
            maybe(comma >> pinpoint));

auto const web_words = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text || chunk.kind == ChunkKind::archive;
});
auto const web_who = attempt(part(Role::author, name_list) >> comma) |
                     attempt(part(Role::ibid, kind(ChunkKind::idem)) >> comma) |
                     attempt(part(Role::author, text(Trait::institution)) >> comma);
auto const web_date = part(Role::date, date) | part(Role::publication, publication);
auto const web_container = part(Role::container, web_words >> *attempt(comma >> web_words)) >> maybe(part(Role::aside, aside));
auto const via = is([](Chunk const& chunk) { return chunk.kind == ChunkKind::signal; });
auto const web_end = -(comma | stop | colon) >> -via >> -colon >> part(Role::url, url) >>
                     maybe(-(comma | stop) >> part(Role::accessed, accessed)) >>
                     maybe(colon >> part(Role::number, number >> *attempt(comma >> number)));
auto const web = attempt(maybe(web_who) >> quoted_title >> -(comma | stop) >> maybe(web_date >> -comma) >>
                         maybe(web_container >> -comma) >> maybe(web_date >> -comma) >> web_end) |
                 attempt(part(Role::title, web_words >> *attempt(date >> web_words)) >> -comma >> maybe(web_date >> -comma) >> maybe(web_container) >>
                         -comma >> maybe(web_date >> -comma) >> web_end) |
                 attempt(web_end);

auto const session = text(Trait::congress);
auto const legal_title = part(Role::title, is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::upper) && !chunk.is(Trait::letter) && !chunk.is(Trait::verb);
}));
auto const legal = legal_title >>
                   *attempt(comma >> words) >>
                   *attempt(-comma >> session >> -comma) >>
                   *attempt(-comma >> (part(Role::date, date) | part(Role::pages, page_label | number) |
                                       part(Role::number, text(Trait::digits)) | aside | part(Role::volume, volume_label) |
                                       part(Role::publication, publication)));

}  // namespace

bool read_short_form(Iterator& first, Iterator last, Draft& draft) { return run(short_form, first, last, draft); }
bool read_ibid(Iterator& first, Iterator last, Draft& draft) { return run(ibid, first, last, draft); }
bool read_back_reference(Iterator& first, Iterator last, Draft& draft) { return run(back_reference, first, last, draft); }
bool read_web(Iterator& first, Iterator last, Draft& draft) { return run(web, first, last, draft); }
bool read_legal(Iterator& first, Iterator last, Draft& draft) { return run(legal, first, last, draft); }

}  // namespace fonds::grammar
