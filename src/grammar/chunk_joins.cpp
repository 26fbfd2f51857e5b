// Chunks that are one: writer and addressee beside a dash, the matters of a collection, a session and its
// count.

#include "grammar/chunk_labels.hpp"
#include "grammar/chunker.hpp"

namespace fonds {

/// Takes chunks that were joined to others out of the list: ranges in their order.
void Chunker::take_out(std::vector<ChunkRange> const& joined) {
    if (joined.empty()) return;
    auto& list = out_.list;
    std::vector<std::uint32_t> places(list.size());
    auto range = joined.begin();
    std::uint32_t place = 0;
    for (std::uint32_t at = 0; at < list.size(); ++at) {
        while (range != joined.end() && range->last <= at) ++range;
        places[at] = place;
        if (range == joined.end() || at < range->first) list[place++] = list[at];
    }
    list.resize(place);
    for (auto& chunk : list)
        if (chunk.kind == ChunkKind::open && chunk.close != 0) chunk.close = places[chunk.close];
}

/// "Новак Б. — Зеллер П., 19 марта 1940 г.": the standard of Russia parts writer and addressee by a dash.
void Chunker::join_correspondents() {
    auto& list = out_.list;
    std::vector<ChunkRange> joined;
    auto const writes = [](Chunk const& chunk) {
        return chunk.kind == ChunkKind::text && !chunk.is(Trait::genre) && !chunk.is(Trait::verb) &&
               (chunk.is(Trait::name) || (chunk.is(Trait::institution) && chunk.is(Trait::upper)));
    };
    for (std::uint32_t at = 0; at + 5 < list.size(); ++at) {
        auto& writer = list[at];
        bool const in_bracket = at > 0 && list[at - 1].kind == ChunkKind::open;
        if (!writes(writer) || !(in_bracket || begins_sentence(out_, at))) continue;
        auto const dash = list[at + 1].kind == ChunkKind::stop
                              ? at + 2
                              : at + 1;  // the stop of "Б." stands before the dash
        auto const& addressee = list[dash + 1];
        if (list[dash].kind != ChunkKind::dash || !writes(addressee)) continue;
        auto& mark = list[dash + 2];
        bool const parted = mark.kind == ChunkKind::comma || mark.kind == ChunkKind::stop;
        auto const& date = parted ? list[dash + 3] : mark;
        // "Krim – Kaukasus, 1942": only a day is a letter's.
        if (date.kind != ChunkKind::date || !date.has_day) continue;
        if (parted) mark.kind = ChunkKind::comma;
        writer.to = list[dash].first;
        writer.to_by_dash = true;
        writer.last = addressee.last;
        writer.span.end = writer.inner.end = addressee.span.end;
        writer.set(Trait::letter);
        joined.push_back({at + 1, dash + 2});
        at = dash + 1;
    }
    take_out(joined);
}

/// "Family, Business, and Personal Affairs Papers": one collection of several matters, before its boxes.
void Chunker::join_papers_of_several() {
    auto& list = out_.list;
    std::vector<ChunkRange> joined;
    auto const is_matter = [&](Chunk const& chunk) {
        return chunk.kind == ChunkKind::text && chunk.size() <= 2 && chunk.is(Trait::upper) &&
               !chunk.is(Trait::digits) && !chunk.is(Trait::capitals) && !chunk.is(Trait::place) &&
               !chunk.is(Trait::collection) && !chunk.is(Trait::repository) && !chunk.is(Trait::letter);
    };
    for (std::uint32_t at = 2; at + 2 < list.size(); ++at) {
        auto& papers = list[at + 1];
        bool const last = list[at].kind == ChunkKind::conjunction && list[at - 1].kind == ChunkKind::comma &&
                          papers.kind == ChunkKind::text && papers.is(Trait::upper) &&
                          papers.is(Trait::collection) && !papers.is(Trait::name);
        if (!last) continue;
        auto comma = at - 1;
        while (comma >= 2 && is_matter(list[comma - 1]) && list[comma - 2].kind == ChunkKind::comma)
            comma -= 2;
        if (at - 1 - comma < 2 || list[comma].kind != ChunkKind::comma) continue;
        auto const first = comma + 1;
        papers.first = list[first].first;
        papers.span.begin = papers.inner.begin = list[first].span.begin;
        joined.push_back({first, at + 1});
        ++at;
    }
    take_out(joined);
}

/// "3. Session, 45. Sitzung v. 3. 3. 1865", "II. Reihe": sessions of a parliament and series of an edition
/// count behind a comma, as one element each.
void Chunker::join_sessions() {
    auto& list = out_.list;
    std::vector<ChunkRange> joined;
    for (std::uint32_t at = 1; at + 2 < list.size(); ++at) {
        auto const& count = list[at];
        auto& session = list[at + 2];
        // "II. Session 1893/94", "18. Leg.-Per."
        bool const roman = count.kind == ChunkKind::text && count.size() == 1 && token(count.first).roman;
        auto const words = session.size();
        bool const noun = words == 1 || token(session.first + 1).is_mark('.') ||
                          (words == 2 && token(session.first + 1).digits);
        if (list[at - 1].kind != ChunkKind::comma || !(count.kind == ChunkKind::number || roman) ||
            list[at + 1].kind != ChunkKind::stop || session.kind != ChunkKind::text || !noun)
            continue;
        auto const& head = token(session.first);
        bool const series = head.is(WordClass::label) && means(*head.phrase, "series");
        if (!series && !head.is(WordClass::session)) continue;
        session.first = count.first;
        session.span.begin = session.inner.begin = count.span.begin;
        session.set(series ? Trait::nth_series : Trait::congress);
        joined.push_back({at, at + 2});
        at += 2;
    }
    take_out(joined);
}

}  // namespace fonds
