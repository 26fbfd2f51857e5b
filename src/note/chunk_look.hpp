// What the features of chunks and of words have in common: how a chunk looks, and what stands before and
// behind it in its citation.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <limits>
#include <optional>

#include "grammar/chunk.hpp"
#include "note/learned_weights.hpp"

namespace fonds {

/// The kind of a chunk as a letter.
[[nodiscard]] constexpr char kind_letter(ChunkKind kind) {
    auto const number = static_cast<int>(kind);
    return static_cast<char>(number < 26 ? 'a' + number : 'A' + number - 26);
}

/// How many tokens a chunk has, as far as that tells anything.
[[nodiscard]] inline std::uint32_t size_of(Chunk const& chunk) {
    return std::min<std::uint32_t>(chunk.size(), 8);
}

/// Adds a feature for each bit of a set, counted from `begin`.
template <class Sink>
void add_bits(Sink& sink, CountedName name, std::uint64_t bits, std::uint32_t begin = 0) {
    for (; bits != 0; bits &= bits - 1)
        sink.add_number(name, begin + static_cast<std::uint32_t>(std::countr_zero(bits)));
}

/// What the label of a chunk means, and its first and last word.
template <class Sink>
struct ChunkLook {
    using Value = typename Sink::Value;
    std::optional<Value> meaning, first, last;

    ChunkLook(Chunk const& chunk, Chunks const& chunks) {
        if (chunk.phrase && !chunk.phrase->meanings().empty())
            meaning = Sink::text(chunk.phrase->meanings().front());
        auto const is_word = [&](std::uint32_t i) {
            return chunks.tokens[i].kind == TokenKind::word && !chunks.tokens[i].digits;
        };
        auto begin = chunk.first, end = chunk.last;
        while (begin < end && !is_word(begin)) ++begin;
        if (begin == end) return;
        while (!is_word(end - 1)) --end;
        first = Sink::word(chunks.text, chunks.tokens[begin]);
        last = Sink::word(chunks.text, chunks.tokens[end - 1]);
    }
};

/// Where the chunks of a citation stand that tell, before or behind another, what that one is.
class CitationLandmarks {
  public:
    CitationLandmarks(Chunks const& chunks, std::uint32_t first, std::uint32_t last) {
        for (auto at = first; at < last; ++at)
            for (std::size_t i = 0; i < landmarks.size(); ++i)
                if (chunks.list[at].kind == landmarks[i].kind) {
                    ranges_[i].first = std::min(ranges_[i].first, at);
                    ranges_[i].last = at;
                }
    }

    /// Adds for the first `count` kinds whether one stands before and behind chunk `at`.
    template <class Sink>
    void write(std::uint32_t at, typename Sink::Value const& value, Sink& sink,
               std::size_t count = landmarks.size()) const {
        for (std::size_t i = 0; i < count; ++i) {
            if (ranges_[i].first < at) sink.add(landmarks[i].behind, value);
            if (ranges_[i].last > at) sink.add(landmarks[i].ahead, value);
        }
    }

  private:
    struct Landmark {
        FeatureName behind, ahead;
        ChunkKind kind;
    };
    static constexpr std::array<Landmark, 8> landmarks = {
        {{"behind its date", "before its date", ChunkKind::date},
         {"behind its archive", "before its archive", ChunkKind::archive},
         {"behind its level", "before its level", ChunkKind::level},
         {"behind its quote", "before its quote", ChunkKind::quote},
         {"behind its in", "before its in", ChunkKind::in},
         {"behind its publication", "before its publication", ChunkKind::publication},
         {"behind its url", "before its url", ChunkKind::url},
         {"behind its colon", "before its colon", ChunkKind::colon}}};
    /// Where the first and the last chunk of a kind stand.
    struct Range {
        std::uint32_t first = std::numeric_limits<std::uint32_t>::max(), last = 0;
    };

    std::array<Range, landmarks.size()> ranges_;
};

}  // namespace fonds
