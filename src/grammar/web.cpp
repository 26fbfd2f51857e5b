// Pages of the web: a title or none, what site it is on, dates, the address.

#include "grammar/published.hpp"

namespace fonds::grammar {
namespace {

auto const site_words =
    is([](Chunk const& chunk) { return chunk.kind == ChunkKind::text || chunk.kind == ChunkKind::archive; });
auto const who = attempt(author >> comma) | attempt(same >> comma) |
                 attempt(part(Role::author, office) >> comma) |
                 attempt(part(Role::author, text(Trait::capitals)) >> comma);
auto const small_words = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::all_small) && chunk.size() <= 4;
});
/// "last modified November 9, 2011": not the date of what is cited.
auto const changed = part(Role::aside, small_words >> date);
auto const numbered_series = part(Role::series, text(Trait::series)) >>
                             maybe(-comma >> part(Role::number, issue_label));
auto const detail = attempt(changed) | part(Role::date, date) | part(Role::publication, publication) |
                    part(Role::accessed, accessed) | attempt(editors_before) | attempt(numbered_series);
auto const site = part(Role::container,
                       !small_words >> site_words >> *attempt(comma >> !small_words >> site_words)) >>
                  maybe(part(Role::aside, aside));
auto const details = *attempt(-(comma | stop) >> detail);
auto const via = is([](Chunk const& chunk) { return chunk.kind == ChunkKind::signal; });
auto const address = -(comma | stop | colon | semicolon) >> -via >> -colon >> part(Role::url, url) >>
                     maybe(-(comma | stop) >> part(Role::accessed, accessed)) >>
                     maybe(colon >> part(Role::number, number >> *attempt(comma >> number))) >>
                     maybe(comma >> part(Role::pages, page_label));
auto const quoted = maybe(who) >> quoted_title >> details >> maybe(-(comma | stop) >> site) >> details
                    >> address;
auto const plain_title =
    part(Role::title, site_words >> *attempt(maybe(comma) >> date >> -comma >> site_words));
auto const plain = plain_title >> details >> maybe(-comma >> site) >> details >> address;
/// "Marshall Doak, My Years in the Navy, http://…", "U.S. Census Bureau, Census 1920, http://…".
auto const writer = is([](Chunk const& chunk) {
    bool const person = chunk.is(Trait::name) && chunk.size() >= 2;
    return chunk.kind == ChunkKind::text && (person || chunk.is(Trait::institution)) &&
           chunk.is(Trait::upper) && !chunk.is(Trait::web) && !chunk.is(Trait::digital) &&
           !chunk.is(Trait::place) && !chunk.is(Trait::newspaper) && !chunk.is(Trait::genre) &&
           !chunk.is(Trait::repository) && !chunk.is(Trait::collection) && !chunk.is(Trait::encyclopedia);
});
auto const title_of_page = part(Role::title, is([](Chunk const& chunk) {
                                                 return chunk.kind == ChunkKind::text &&
                                                        chunk.is(Trait::upper) && chunk.size() >= 2 &&
                                                        !chunk.is(Trait::web) && !chunk.is(Trait::digital) &&
                                                        !chunk.is(Trait::repository);
                                             }) >>
                                                 *attempt(comma >> !small_words >> words));
auto const written = part(Role::author, writer) >> comma >> title_of_page >> details >> address;
auto const any_page = attempt(quoted) | attempt(written) | attempt(plain) | attempt(address);

}  // namespace

bool read_web(Iterator& first, Iterator last, Draft& draft) { return run(any_page, first, last, draft); }

}  // namespace fonds::grammar
