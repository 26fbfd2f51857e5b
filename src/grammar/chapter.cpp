// Chapters of books, articles of encyclopaedias, and documents printed in volumes.

#include "grammar/published.hpp"

namespace fonds::grammar {
namespace {

auto const who = attempt(author >> (comma | colon)) | attempt(same >> comma) | attempt(part(Role::author, office) >> comma);
auto const container = part(Role::container, title_words);
auto const volume_itself = container >> details >> imprinted >> pinpoints;
auto const contained = attempt((attempt(editors_before) | attempt(editors_behind)) >> -(comma | colon) >> volume_itself) |
                       attempt(part(Role::note, name_list) >> (comma | colon) >> volume_itself) |
                       attempt(part(Role::note, inverted_list) >> stop >> volume_itself) |
                       attempt(same >> -comma >> -editor_role >> comma >> volume_itself) | volume_itself;
/// A volume that is known from elsewhere: "in Leffler and Westad, eds., Cambridge History, vol. 2, 327–48".
auto const known_volume = editors_behind >> -comma >> container >> details >> pinpoint_separator >> pinpoint >> pinpoints;
auto const into = -(comma | stop) >> (in | kind(ChunkKind::slashes));
auto const plain_piece = !attempt(into) >> (title_piece | attempt(title_separator));
/// "On the Jews and Their Lies, 1543, in": when the piece was written.
auto const written_in = part(Role::aside, is([](Chunk const& chunk) { return chunk.kind == ChunkKind::date && !chunk.has_day && !chunk.is_span; }));
auto const unquoted_title = part(Role::title, x3::repeat(1, 24)[!peek(comma >> written_in >> into) >> plain_piece]) >> maybe(comma >> written_in);
/// "„Kein Anschluß“. Österreichs Emanzipation, in: …".
auto const title_and_more = part(Role::title, quote >> maybe((colon | stop) >> words >> &into));
auto const chapter = maybe(who) >> title_and_more >> into >> (attempt(contained) | attempt(known_volume));
auto const plain_chapter = (attempt(author >> (comma | colon | stop)) | attempt(same >> comma)) >>
                           unquoted_title >> into >> (attempt(contained) | attempt(known_volume));
auto const any_chapter = attempt(chapter) | attempt(plain_chapter);

}  // namespace

bool read_chapter(Iterator& first, Iterator last, Draft& draft) {
    return run(any_chapter, first, last, draft);
}

}  // namespace fonds::grammar
