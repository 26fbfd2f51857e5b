// What stands within reach of a place where a citation may begin: a family whose sign is missing there is not
// tried.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "grammar/candidate.hpp"

namespace fonds {

struct Clues {
    std::uint64_t traits = 0;  ///< of the words
    std::uint64_t kinds = 0;   ///< a bit for each kind of chunk
    WordClasses roles;
    bool earlier_note = false;  ///< a note is named by its number

    [[nodiscard]] bool have(ChunkKind kind) const { return (kinds & bit(kind)) != 0; }
    [[nodiscard]] bool have(Trait trait) const { return (traits & static_cast<std::uint64_t>(trait)) != 0; }
    [[nodiscard]] bool have(WordClass role) const { return (roles & mask(role)) != 0; }

    void add(Chunk const& chunk) {
        kinds |= bit(chunk.kind);
        if (chunk.kind == ChunkKind::text) traits |= chunk.traits;
        if (chunk.kind == ChunkKind::role && chunk.phrase) roles |= chunk.phrase->classes;
        earlier_note = earlier_note || (chunk.kind == ChunkKind::level && chunk.means("note"));
    }
    void add(Clues const& other) {
        traits |= other.traits;
        kinds |= other.kinds;
        roles |= other.roles;
        earlier_note = earlier_note || other.earlier_note;
    }

  private:
    static std::uint64_t bit(ChunkKind kind) { return std::uint64_t{1} << static_cast<unsigned>(kind); }
};

/// The clues from each chunk of a note on, as far as a citation reaches. A reach covers the rest of a block
/// of as many chunks and the begin of the next: both are gathered once. Cost: linear.
class CluesAhead {
  public:
    explicit CluesAhead(Chunks const& chunks) {
        auto const& list = chunks.list;
        from_begin_.resize(list.size());
        to_end_.resize(list.size());
        for (std::size_t i = 0; i < list.size(); ++i) {
            if (i % candidate_reach != 0) from_begin_[i] = from_begin_[i - 1];
            from_begin_[i].add(list[i]);
        }
        for (auto i = list.size(); i-- > 0;) {
            if (i + 1 < list.size() && (i + 1) % candidate_reach != 0) to_end_[i] = to_end_[i + 1];
            to_end_[i].add(list[i]);
        }
    }

    [[nodiscard]] Clues at(std::size_t first) const {
        auto out = to_end_[first];
        auto const last = std::min(to_end_.size(), first + candidate_reach) - 1;
        if (last / candidate_reach != first / candidate_reach) out.add(from_begin_[last]);
        return out;
    }

  private:
    std::vector<Clues> from_begin_, to_end_;  ///< of its block, at each chunk
};

}  // namespace fonds
