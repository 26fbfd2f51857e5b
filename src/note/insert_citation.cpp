// Citations put into a note that was read without them.

#include "note/insert_citation.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace fonds {
namespace {

// Cuts the span out of the segment that it lies in; false where that is a citation already.
bool cut_out(std::vector<Segment>& segments, Span span) {
    auto const at = std::find_if(segments.begin(), segments.end(),
                                 [&](Segment const& segment) { return segment.span.contains(span); });
    if (at == segments.end() || at->kind == SegmentKind::citation) return false;
    std::vector<Segment> pieces;
    if (at->span.begin < span.begin) pieces.push_back({at->kind, {at->span.begin, span.begin}, no_index});
    pieces.push_back({SegmentKind::citation, span, no_index});
    if (span.end < at->span.end) pieces.push_back({at->kind, {span.end, at->span.end}, no_index});
    segments.insert(segments.erase(at), pieces.begin(), pieces.end());
    return true;
}

}  // namespace

bool insert_citation(SingleNote& single, Citation citation) {
    auto& note = single.note;
    auto const span = citation.span;
    auto const before = [&](Citation const& other) { return other.span.begin < span.begin; };
    auto const at = std::find_if_not(note.citations.begin(), note.citations.end(), before);
    auto const index = static_cast<std::size_t>(at - note.citations.begin());
    if (!cut_out(note.segments, span)) return false;
    for (auto& segment : note.segments) {
        if (segment.span == span) segment.citation = index;
        else if (segment.citation != no_index && segment.citation >= index) ++segment.citation;
    }
    for (auto& other : note.citations)
        if (auto& link = other.refers_to; link && link->citation >= index) ++link->citation;
    note.citations.insert(at, std::move(citation));
    single.location_ibid.insert(single.location_ibid.begin() + static_cast<std::ptrdiff_t>(index), false);
    return true;
}

CitationKind kind_of_record(Item const& record) {
    if (!record.reference.empty() || record.texts.find(Variable::archive)) return CitationKind::archival;
    bool const is_page = record.type == ItemType::webpage || record.type == ItemType::post_weblog;
    return is_page ? CitationKind::web : CitationKind::published;
}

}  // namespace fonds
