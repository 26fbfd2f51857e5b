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
    [[nodiscard]] bool have(Trait trait) const { return (traits & mask(trait)) != 0; }
    [[nodiscard]] bool have(WordClass role) const { return (roles & mask(role)) != 0; }

    void add(Chunk const& chunk) {
        kinds |= bit(chunk.kind);
        if (chunk.kind == ChunkKind::text) traits |= chunk.traits;
        traits |= chunk.traits & mask(Trait::symbol);  // "UN Doc. S/6228" is a level
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

/// The clues from a chunk of a note on, as far as a citation reaches: over the rest of a block of as many
/// chunks and the begin of the next. Both are gathered once where chunks are asked for in order: linear.
class CluesAhead {
  public:
    explicit CluesAhead(Chunks const& chunks) : list_(chunks.list) {}

    [[nodiscard]] Clues at(std::size_t first) {
        if (first < begin_ || first >= begin_ + reach) gather(first / reach * reach);
        auto out = to_end_[first - begin_];
        auto const last = std::min(list_.size(), first + reach) - 1;
        if (last >= begin_ + reach) out.add(of_next_[last - begin_ - reach]);
        return out;
    }

  private:
    static constexpr std::size_t reach = candidate_reach;

    void gather(std::size_t begin) {
        begin_ = begin;
        auto const end = std::min(list_.size(), begin + reach);
        to_end_.assign(end - begin, {});
        for (auto i = end; i-- > begin;) {
            auto& clues = to_end_[i - begin];
            if (i + 1 < end) clues = to_end_[i + 1 - begin];
            clues.add(list_[i]);
        }
        of_next_.clear();
        Clues clues;
        for (auto i = end; i < std::min(list_.size(), end + reach); ++i) {
            clues.add(list_[i]);
            of_next_.push_back(clues);
        }
    }

    std::vector<Chunk> const& list_;
    std::size_t begin_ = static_cast<std::size_t>(-1) - reach;  ///< of the block; none yet
    std::vector<Clues> to_end_;                                 ///< from each of its chunks on
    std::vector<Clues> of_next_;                                ///< up to each chunk of the next block
};

}  // namespace fonds
