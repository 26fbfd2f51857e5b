// From extracted text back to its source.

#include <algorithm>
#include <fonds/document.hpp>

namespace fonds {

void SourceMap::add(Piece piece) {
    if (piece.text.empty()) return;
    if (!pieces_.empty()) {
        auto& last = pieces_.back();
        if (last.part == piece.part && last.is_exact() && piece.is_exact() &&
            last.text.end == piece.text.begin && last.source.end == piece.source.begin) {
            last.text.end = piece.text.end;
            last.source.end = piece.source.end;
            return;
        }
    }
    pieces_.push_back(piece);
}

std::optional<SourceMap::Place> SourceMap::to_source(Span text) const {
    auto piece = std::partition_point(pieces_.begin(), pieces_.end(), [&](Piece const& p) {
        return p.text.end <= text.begin && !(text.empty() && p.text.end == text.begin);
    });
    std::optional<Place> place;
    for (; piece != pieces_.end(); ++piece) {
        bool const touches = text.empty() ? piece->text.begin <= text.begin : piece->text.begin < text.end;
        if (!touches || (place && place->part != piece->part)) break;
        Span source = piece->source;
        if (piece->is_exact()) {
            source.begin += std::max(text.begin, piece->text.begin) - piece->text.begin;
            source.end -= piece->text.end - std::min(text.end, piece->text.end);
            source.end = std::max(source.begin, source.end);
        }
        if (!place) place = Place{source, piece->part};
        else place->span = {std::min(place->span.begin, source.begin), std::max(place->span.end, source.end)};
        if (text.empty()) break;
    }
    return place;
}

}  // namespace fonds
