// Books: who, title, details, imprint, pinpoint; theses; lists of literature with the family name first.

#include "grammar/published.hpp"

namespace fonds::grammar {
namespace {

auto const behind_role = attempt(editors_behind) | attempt(translators_behind) | attempt(same_editor);
auto const who = same | attempt(author);
auto const begins_title = look([](Chunk const* first, Chunk const* last) {
    return first < last && (first->is(Trait::upper) || first->kind == ChunkKind::quote);
});
auto const behind_who = comma | colon | attempt(stop >> begins_title);
auto const named_who = attempt(who >> behind_who) | attempt(part(Role::author, office) >> comma);
auto const itself = plain_title >> details >> imprinted >> pinpoints;
auto const edited = behind_role >> behind_who >> itself;
auto const book = named_who >> itself;
/// A book without author: "Title (Place: Publisher, Year)".
auto const titled = plain_title >> details >> imprinted >> pinpoints;
/// "“Title” (PhD diss., Harvard University, 1999)", "“Title” (paper presented at …)".
auto const unprinted = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::thesis || (chunk.kind == ChunkKind::publication && chunk.is(Trait::conference));
});
auto const quoted_thesis = named_who >> quoted_title >> -comma >> part(Role::publication, unprinted) >> pinpoints;
auto const any_book = attempt(quoted_thesis) | attempt(edited) | attempt(book) | attempt(titled);

}  // namespace

bool read_book(Iterator& first, Iterator last, Draft& draft) {
    return run(any_book, first, last, draft);
}

}  // namespace fonds::grammar
