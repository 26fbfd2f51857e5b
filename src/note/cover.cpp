// Dynamic programming over the ends of candidates; splitting and typing of works are this one decision.

#include "note/cover.hpp"

#include <algorithm>

namespace fonds {
namespace {

/// Whether a citation may begin at a chunk: behind a separator, a signal, or prose of the same element.
bool is_start(Chunks const& chunks, std::uint32_t at) {
    if (at == 0) return true;
    switch (chunks.list[at - 1].kind) {
        case ChunkKind::comma:
        case ChunkKind::semicolon:
        case ChunkKind::stop:
        case ChunkKind::colon:
        case ChunkKind::signal:
        case ChunkKind::conjunction:
        case ChunkKind::open:
        case ChunkKind::in:
        case ChunkKind::slashes:
        case ChunkKind::mark:
        case ChunkKind::dash:
        case ChunkKind::url:
        case ChunkKind::accessed:
        case ChunkKind::aside:
        case ChunkKind::on_file:
        case ChunkKind::provenance: return true;
        case ChunkKind::text:
            return chunks.list[at].kind != ChunkKind::date && chunks.list[at].kind != ChunkKind::number;
        case ChunkKind::level: return chunks.list[at].kind == ChunkKind::text;
        default: return false;
    }
}

double lead(Candidate const& candidate, std::vector<Candidate> const& others) {
    double best = 0;
    for (auto const& other : others)
        if (&other != &candidate) best = std::max(best, other.score);
    return candidate.score - best;
}

}  // namespace

Cover best_cover(Chunks const& chunks, bool keep_rejected) {
    auto const size = static_cast<std::uint32_t>(chunks.list.size());
    constexpr std::uint32_t none = 0xFFFFFFFF;
    std::vector<double> best(size + 1, 0.0);
    std::vector<std::uint32_t> choice(size + 1, none);
    std::vector<Candidate> kept;
    std::vector<Candidate> here;
    Cover cover;
    for (std::uint32_t at = 0; at < size; ++at) {
        // What ends before or at `at` is settled.
        if (at > 0 && best[at - 1] >= best[at] && choice[at] == none) best[at] = best[at - 1];
        if (at > 0 && best[at - 1] > best[at]) {
            best[at] = best[at - 1];
            choice[at] = none;
        }
        if (!is_start(chunks, at)) continue;
        here.clear();
        read_candidates(chunks, at, here);
        for (auto& candidate : here) candidate.margin = lead(candidate, here);
        for (auto& candidate : here) {
            double const total = best[at] + candidate.score;
            if (total > best[candidate.last]) {
                best[candidate.last] = total;
                choice[candidate.last] = static_cast<std::uint32_t>(kept.size());
                kept.push_back(std::move(candidate));
            } else if (keep_rejected) {
                cover.rejected.push_back(std::move(candidate));
            }
        }
    }
    for (std::uint32_t end = size; end > 0;) {
        bool const skip = best[end - 1] >= best[end] || choice[end] == none;
        if (skip) {
            --end;
            continue;
        }
        auto& candidate = kept[choice[end]];
        end = candidate.first;
        cover.chosen.push_back(std::move(candidate));
        candidate.parts.clear();
    }
    std::reverse(cover.chosen.begin(), cover.chosen.end());
    if (keep_rejected)
        for (auto& candidate : kept)
            if (!candidate.parts.empty()) cover.rejected.push_back(std::move(candidate));
    return cover;
}

}  // namespace fonds
