// What lies between citations: signals of the tables, marks and spaces, the author's prose.

#include "note/segments.hpp"

namespace fonds {
namespace {

class Partition {
  public:
    Partition(ParsedNote& note, Chunks const& chunks) : note_(note), chunks_(chunks) {}

    void run() {
        std::size_t at = 0;
        for (std::size_t i = 0; i < note_.citations.size(); ++i) {
            auto const span = note_.citations[i].span;
            if (span.begin < at) continue;
            gap(at, span.begin);
            note_.segments.push_back({SegmentKind::citation, span, i});
            at = span.end;
        }
        gap(at, note_.text.size());
    }

  private:
    /// Chunks from `begin` to `end`: each gives its kind, neighbours of one kind are joined.
    void gap(std::size_t begin, std::size_t end) {
        auto at = begin;
        while (next_ < chunks_.list.size() && chunks_.list[next_].span.begin < begin) ++next_;
        while (next_ < chunks_.list.size() && chunks_.list[next_].span.begin < end) {
            auto const& chunk = chunks_.list[next_++];
            add(SegmentKind::joiner, at, chunk.span.begin);
            add(kind_of(chunk), std::max(at, chunk.span.begin), std::min(chunk.span.end, end));
            at = std::max(at, std::min(chunk.span.end, end));
        }
        add(SegmentKind::joiner, at, end);
    }

    static SegmentKind kind_of(Chunk const& chunk) {
        switch (chunk.kind) {
            case ChunkKind::signal: return SegmentKind::signal;
            case ChunkKind::comma:
            case ChunkKind::semicolon:
            case ChunkKind::stop:
            case ChunkKind::colon:
            case ChunkKind::conjunction:
            case ChunkKind::in:
            case ChunkKind::slashes:
            case ChunkKind::dash:
            case ChunkKind::open:
            case ChunkKind::close:
            case ChunkKind::mark: return SegmentKind::joiner;
            default: return SegmentKind::comment;
        }
    }

    void add(SegmentKind kind, std::size_t begin, std::size_t end) {
        if (begin >= end) return;
        if (!note_.segments.empty()) {
            auto& last = note_.segments.back();
            bool const prose = last.kind == SegmentKind::comment && kind == SegmentKind::joiner;
            if (last.kind == kind || (prose && note_.text[begin] == ' ' && end - begin == 1)) {
                if (last.kind != SegmentKind::citation) {
                    last.span.end = end;
                    return;
                }
            }
            // Marks between two pieces of prose are prose.
            if (kind == SegmentKind::comment && last.kind == SegmentKind::joiner &&
                note_.segments.size() > 1 &&
                note_.segments[note_.segments.size() - 2].kind == SegmentKind::comment) {
                note_.segments.pop_back();
                note_.segments.back().span.end = end;
                return;
            }
        }
        note_.segments.push_back({kind, {begin, end}, no_index});
    }

    ParsedNote& note_;
    Chunks const& chunks_;
    std::size_t next_ = 0;
};

}  // namespace

void partition(ParsedNote& note, Chunks const& chunks) { Partition(note, chunks).run(); }

}  // namespace fonds
