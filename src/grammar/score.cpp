// The weight of a candidate by its family, and what every family asks: where it stands, who begins it.

#include "grammar/weigher.hpp"

namespace fonds {

std::uint32_t Weigher::words(Role role) const {
    std::uint32_t found = 0;
    for (auto const& part : candidate.parts)
        if (part.role == role) found += at(part.last - 1).last - at(part.first).first;
    return found;
}

bool Weigher::locates(Chunk const& chunk) {
    if (chunk.kind != ChunkKind::level || !chunk.phrase || chunk.phrase->meanings().empty()) return false;
    auto const& meaning = chunk.phrase->meanings()[0];
    return meaning != "page" && meaning != "note" && meaning != "issue" && meaning != "telegram" &&
           meaning != "document" && meaning != "volume" && meaning != "part" && meaning != "chapter" &&
           meaning != "paragraph" && meaning != "column";
}

double Weigher::date() const {
    auto const part = candidate.find(Role::date);
    if (!part) return 0;
    return at(part->first).has_year ? (at(part->first).has_day ? 2 : 1.6) : 0.8;
}

double Weigher::behind_comma() const {
    if (candidate.first == 0) return 0;
    auto const before = at(candidate.first - 1).kind;
    return before == ChunkKind::comma || before == ChunkKind::colon ? 0.5 : 0;
}

double Weigher::orphaned() const {
    // "Татищев С.С. Император Александр II. Его жизнь": behind initials the title begins without a mark.
    if (candidate.first >= 2 && at(candidate.first - 1).kind == ChunkKind::stop &&
        at(candidate.first - 2).inverted)
        return 2.5;
    // "Békés Csaba: Európából Európába. Magyarország": an author stands before the colon.
    if (candidate.first >= 2 && at(candidate.first - 1).kind == ChunkKind::colon &&
        at(candidate.first - 2).kind == ChunkKind::text && at(candidate.first - 2).is(Trait::name))
        return 1;
    // "Gert Leptin, and Ulrich Scheuner, GDR Foreign Policy" read from its last author.
    if (candidate.first >= 3 && at(candidate.first - 1).kind == ChunkKind::conjunction) {
        auto const name =
            at(candidate.first - 2).kind == ChunkKind::comma ? candidate.first - 3 : candidate.first - 2;
        return at(name).kind == ChunkKind::text && at(name).is(Trait::name) ? 1 : 0;
    }
    if (candidate.first < 2 || at(candidate.first - 1).kind != ChunkKind::comma) return 0;
    auto const& before = at(candidate.first - 2);
    return before.kind == ChunkKind::text && before.is(Trait::name) ? 1 : 0;
}

double Weigher::total() const {
    switch (candidate.family) {
        case Family::quoted_document:
        case Family::described_document:
        case Family::letter:
        case Family::location:
        case Family::record: return archival();
        case Family::article: return article();
        case Family::newspaper: return newspaper();
        case Family::book: return book();
        case Family::chapter: return chapter();
        case Family::letter_in_volume: return letter_in_volume();
        case Family::document_volume: return document_volume();
        case Family::review: return review();
        case Family::film: return 3.5 + publication() - 2;
        case Family::entry: return 8 - 2;
        case Family::web: return web();
        case Family::short_form: return short_form();
        case Family::ibid: return ibid();
        case Family::back_reference: return 4.5;
        case Family::hearing: return hearing();
        case Family::session_paper: return session_paper();
        case Family::act: return act();
        case Family::treaty: return treaty();
        case Family::resolution: return resolution();
        case Family::parliament: return parliament();
    }
    return -1;
}

bool Weigher::parts_works(std::uint32_t index) const {
    auto const kind = at(index).kind;
    bool const joins =
        (kind == ChunkKind::conjunction && index > 0 &&
         (at(index - 1).kind == ChunkKind::semicolon || at(index - 1).kind == ChunkKind::comma)) ||
        (kind == ChunkKind::comma && index + 1 < chunks.list.size() &&
         at(index + 1).kind == ChunkKind::conjunction);  // "; and", ", and"
    return kind == ChunkKind::stop || kind == ChunkKind::semicolon || kind == ChunkKind::signal ||
           kind == ChunkKind::open || kind == ChunkKind::close || joins;
}

bool Weigher::stands_alone() const {
    return (candidate.first == 0 || parts_works(candidate.first - 1) || is_led(candidate.first - 1)) &&
           (candidate.last == chunks.list.size() || parts_works(candidate.last) || remark_ends());
}

int Weigher::codes() const {
    int found = 0;
    for (auto i = candidate.first; i < candidate.last; ++i) found += at(i).coded ? 1 : 0;
    return found;
}

double score(Candidate const& candidate, Chunks const& chunks) {
    double const sum = Weigher{chunks, candidate}.total();
    // Between equal readings the one that explains more of the note wins.
    return sum + 0.01 * (candidate.size());
}

}  // namespace fonds
