// Citations put into a note that was read without them.

#include "note/insert_citation.hpp"

#include <utility>
#include <vector>

namespace fonds {
namespace {

/// The segments of a note with those of added citations cut out of them; one counts its citation behind all
/// that the note has already. What lies in another citation, or in several segments, is not added.
class Cut {
  public:
    Cut(ParsedNote const& note, std::vector<Citation> added) : known_(note.citations.size()) {
        auto next = added.begin();
        for (auto const& segment : note.segments) {
            auto rest = segment.span;
            for (; next != added.end() && next->span.begin < segment.span.end; ++next) {
                if (segment.kind == SegmentKind::citation || !rest.contains(next->span)) continue;
                if (rest.begin < next->span.begin)
                    add(segment.kind, {rest.begin, next->span.begin}, no_index);
                add(SegmentKind::citation, next->span, known_ + citations.size());
                rest.begin = next->span.end;
                citations.push_back(std::move(*next));
            }
            if (rest.begin < rest.end) add(segment.kind, rest, segment.citation);
        }
    }

    std::vector<Segment> segments;
    std::vector<Citation> citations;

  private:
    void add(SegmentKind kind, Span span, std::size_t citation) {
        segments.push_back({kind, span, citation});
    }

    std::size_t known_;
};

/// Where each of two rows of citations comes to stand when they are one, by their begins.
std::vector<std::size_t> places_in_order(std::vector<Citation> const& known,
                                         std::vector<Citation> const& added) {
    std::vector<std::size_t> places(known.size() + added.size());
    std::size_t at = 0, other = 0;
    while (at < known.size() || other < added.size()) {
        bool const takes_known =
            other == added.size() || (at < known.size() && known[at].span.begin < added[other].span.begin);
        places[takes_known ? at : known.size() + other] = at + other;
        ++(takes_known ? at : other);
    }
    return places;
}

}  // namespace

void insert_citations(SingleNote& single, std::vector<Citation> added) {
    if (added.empty()) return;
    auto& note = single.note;
    Cut cut(note, std::move(added));
    auto const places = places_in_order(note.citations, cut.citations);
    auto known = std::exchange(note.citations, std::vector<Citation>(places.size()));
    auto const were_ibid = std::exchange(single.location_ibid, std::vector<bool>(places.size()));
    for (std::size_t i = 0; i < places.size(); ++i) {
        bool const is_known = i < known.size();
        note.citations[places[i]] = std::move(is_known ? known[i] : cut.citations[i - known.size()]);
        single.location_ibid[places[i]] = is_known && were_ibid[i];
    }
    for (auto& citation : note.citations)
        if (auto& link = citation.refers_to) link->citation = places[link->citation];
    note.segments = std::move(cut.segments);
    for (auto& segment : note.segments)
        if (segment.citation != no_index) segment.citation = places[segment.citation];
}

CitationKind kind_of_record(Item const& record) {
    if (!record.reference.empty() || record.texts.find(Variable::archive)) return CitationKind::archival;
    bool const is_page = record.type == ItemType::webpage || record.type == ItemType::post_weblog;
    return is_page ? CitationKind::web : CitationKind::published;
}

}  // namespace fonds
