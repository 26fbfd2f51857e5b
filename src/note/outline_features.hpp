// The features by which learned weights tell where citations stand in a note; each is a name and a value.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "grammar/chunk.hpp"
#include "note/learned_weights.hpp"

namespace fonds {

/// Writes the features of chunks to a sink: what a chunk and its neighbours are, and what stands farther off
/// in the same sentence.
template <class Sink>
class OutlineFeatures {
  public:
    OutlineFeatures(Chunks const& chunks, Sink const& sink) : chunks_(chunks), sink_(sink) {
        looks_.reserve(size());
        for (std::size_t i = 0; i < size(); ++i) looks_.push_back(look(i));
        landmarks();
    }

    void write(std::size_t index) {
        kinds(index);
        for (int offset = -1; offset <= 1; ++offset) neighbour(index, offset);
        words(index);
        surroundings(index);
    }

  private:
    using Value = typename Sink::Value;

    [[nodiscard]] std::size_t size() const { return chunks_.list.size(); }
    [[nodiscard]] Chunk const& chunk(std::size_t index) const { return chunks_.list[index]; }

    // Landmarks: what tells that a citation is here. How far the next one is, unless a sentence ends before.

    static constexpr std::array landmark_kinds = {ChunkKind::date,  ChunkKind::archive, ChunkKind::level,
                                                  ChunkKind::quote, ChunkKind::number,  ChunkKind::text};
    static constexpr std::size_t landmark_count = landmark_kinds.size() + 1;  // and a long run of words
    static constexpr std::uint32_t long_run = 8;                              // tokens

    [[nodiscard]] bool is_landmark(std::size_t index, std::size_t landmark) const {
        auto const& it = chunk(index);
        if (landmark < landmark_kinds.size()) return it.kind == landmark_kinds[landmark];
        return it.kind == ChunkKind::text && it.last - it.first >= long_run;
    }

    using Distances = std::array<std::uint8_t, landmark_count>;
    static constexpr std::uint8_t near_most = 6, barrier_most = 4, stop_barrier = 10, semicolon_barrier = 20,
                                  nothing = 30;

    void landmarks() {
        behind_.resize(size());
        ahead_.resize(size());
        Distances last;
        last.fill(nothing);
        for (std::size_t i = 0; i < size(); ++i) {
            behind_[i] = last;
            pass(i, last);
        }
        last.fill(nothing);
        for (auto i = size(); i-- > 0;) {
            ahead_[i] = last;
            pass(i, last);
        }
    }

    /// The distances seen from the chunk next to `index`, from those seen at it.
    void pass(std::size_t index, Distances& last) const {
        auto const kind = chunk(index).kind;
        for (std::size_t landmark = 0; landmark < landmark_count; ++landmark) {
            auto& distance = last[landmark];
            if (kind == ChunkKind::stop) distance = stop_barrier;
            else if (kind == ChunkKind::semicolon) distance = semicolon_barrier;
            else if (is_landmark(index, landmark)) distance = 0;
            else if (distance < near_most ||
                     (distance >= stop_barrier && distance < nothing && distance % 10 < barrier_most))
                ++distance;
        }
    }

    // What a chunk looks like by itself.

    struct Look {
        Value kind, size, shape;
        std::optional<Value> meaning, first, last;
        std::size_t traits = 0, traits_end = 0;  ///< in `traits_`
    };

    Look look(std::size_t index) {
        auto const& it = chunk(index);
        Look out{sink_.number(static_cast<std::uint32_t>(it.kind)),
                 sink_.number(std::min<std::uint32_t>(it.last - it.first, 8)),
                 sink_.text(shape(it)),
                 {},
                 {},
                 {},
                 traits_.size(),
                 0};
        for (auto traits = it.traits; traits != 0; traits &= traits - 1)
            traits_.push_back(sink_.number(static_cast<std::uint32_t>(std::countr_zero(traits))));
        out.traits_end = traits_.size();
        if (it.phrase && !it.phrase->meanings.empty()) out.meaning = sink_.text(it.phrase->meanings.front());
        for (auto i = it.first; i < it.last; ++i)
            if (is_word(chunks_.tokens[i])) {
                if (!out.first) out.first = sink_.word(chunks_.tokens[i]);
                out.last = sink_.word(chunks_.tokens[i]);
            }
        if (!out.first && it.first < it.last) out.first = mark(it.first);
        return out;
    }

    static bool is_word(Token const& token) { return token.kind == TokenKind::word && !token.digits; }

    [[nodiscard]] Value mark(std::uint32_t token) const {
        auto const& it = chunks_.tokens[token];
        return sink_.text(it.kind == TokenKind::url ? "url" : slice(chunks_.text, it.span));
    }

    /// "Aa", "A9.9": capitals, letters, digits and marks, runs drawn together, the first few.
    [[nodiscard]] std::string_view shape(Chunk const& it) {
        shape_.clear();
        for (auto i = it.first; i < it.last && shape_.size() < 8; ++i) {
            auto const& token = chunks_.tokens[i];
            auto const sign = token.kind != TokenKind::word ? '.'
                              : token.number                ? '9'
                              : token.digits                ? 'C'
                              : token.all_upper             ? 'U'
                              : token.upper                 ? 'A'
                              : token.roman                 ? 'R'
                                                            : 'a';
            if (shape_.empty() || shape_.back() != sign) shape_ += sign;
        }
        return shape_;
    }

    // Features.

    /// The kind of the chunk at an offset, or past the note's ends, as a letter.
    [[nodiscard]] char kind_letter(std::size_t index, int offset) const {
        auto const at = static_cast<std::ptrdiff_t>(index) + offset;
        if (at < 0) return '^';
        if (at >= static_cast<std::ptrdiff_t>(size())) return '$';
        auto const kind = static_cast<int>(chunk(static_cast<std::size_t>(at)).kind);
        return static_cast<char>(kind < 26 ? 'a' + kind : 'A' + kind - 26);
    }

    Value kind_run(std::size_t index, int first, int last) {
        shape_.clear();
        for (int offset = first; offset <= last; ++offset) shape_ += kind_letter(index, offset);
        return sink_.text(shape_);
    }

    void kinds(std::size_t index) {
        sink_.add("kinds -3", kind_run(index, -3, -3));
        sink_.add("kinds -2", kind_run(index, -2, -2));
        sink_.add("kinds +2", kind_run(index, 2, 2));
        sink_.add("kinds +3", kind_run(index, 3, 3));
        sink_.add("kinds -1..0", kind_run(index, -1, 0));
        sink_.add("kinds 0..1", kind_run(index, 0, 1));
        sink_.add("kinds -1..1", kind_run(index, -1, 1));
        sink_.add("kinds -2..0", kind_run(index, -2, 0));
        sink_.add("kinds 0..2", kind_run(index, 0, 2));
    }

    void neighbour(std::size_t index, int offset) {
        struct Labels {
            FeatureName kind, trait, meaning, first, last, size, shape;
        };
        static constexpr Labels names[] = {
            {"-1 kind", "-1 trait", "-1 label", "-1 first", "-1 last", "-1 size", "-1 shape"},
            {"kind", "trait", "label", "first", "last", "size", "shape"},
            {"+1 kind", "+1 trait", "+1 label", "+1 first", "+1 last", "+1 size", "+1 shape"},
        };
        auto const& name = names[static_cast<std::size_t>(offset + 1)];
        auto const at = static_cast<std::ptrdiff_t>(index) + offset;
        if (at < 0) return sink_.add(name.kind, sink_.text("begin"));
        if (at >= static_cast<std::ptrdiff_t>(size())) return sink_.add(name.kind, sink_.text("end"));
        auto const& seen = looks_[static_cast<std::size_t>(at)];
        sink_.add(name.kind, seen.kind);
        for (auto i = seen.traits; i < seen.traits_end; ++i) sink_.add(name.trait, traits_[i]);
        if (seen.meaning) sink_.add(name.meaning, *seen.meaning);
        sink_.add(name.size, seen.size);
        sink_.add(name.shape, seen.shape);
        if (seen.first) sink_.add(name.first, *seen.first);
        if (seen.last) sink_.add(name.last, *seen.last);
    }

    /// The first words of the chunk, and the first and last of those two away.
    void words(std::size_t index) {
        auto const& it = chunk(index);
        for (auto i = it.first; i < std::min(it.last, it.first + 10); ++i)
            if (is_word(chunks_.tokens[i])) sink_.add("word", sink_.word(chunks_.tokens[i]));
        if (index >= 2 && looks_[index - 2].last) sink_.add("-2 last", *looks_[index - 2].last);
        if (index >= 2 && looks_[index - 2].first) sink_.add("-2 first", *looks_[index - 2].first);
        if (index + 2 < size() && looks_[index + 2].first) sink_.add("+2 first", *looks_[index + 2].first);
    }

    void surroundings(std::size_t index) {
        struct Labels {
            FeatureName behind, ahead;
        };
        static constexpr std::array<Labels, landmark_count> names = {{{"date behind", "date ahead"},
                                                                      {"archive behind", "archive ahead"},
                                                                      {"level behind", "level ahead"},
                                                                      {"quote behind", "quote ahead"},
                                                                      {"number behind", "number ahead"},
                                                                      {"text behind", "text ahead"},
                                                                      {"prose behind", "prose ahead"}}};
        for (std::size_t landmark = 0; landmark < landmark_count; ++landmark) {
            sink_.add(names[landmark].behind, sink_.number(behind_[index][landmark]));
            sink_.add(names[landmark].ahead, sink_.number(ahead_[index][landmark]));
        }
        sink_.add("from begin", sink_.number(std::min<std::size_t>(index, 5)));
        sink_.add("from end", sink_.number(std::min<std::size_t>(size() - 1 - index, 4)));
        sink_.add("in brackets", sink_.number(std::min<std::uint32_t>(depth(index), 2)));
    }

    /// How many brackets are open around a chunk. Chunks are asked in order.
    [[nodiscard]] std::uint32_t depth(std::size_t index) {
        for (; asked_ < index; ++asked_)
            if (chunk(asked_).kind == ChunkKind::open) closes_.push_back(chunk(asked_).close);
        while (!closes_.empty() && closes_.back() < index) closes_.pop_back();
        return static_cast<std::uint32_t>(closes_.size());
    }

    Chunks const& chunks_;
    Sink sink_;
    std::vector<Look> looks_;
    std::vector<Value> traits_;
    std::vector<Distances> behind_, ahead_;
    std::vector<std::uint32_t> closes_;  ///< where the brackets around the chunk asked last are closed
    std::size_t asked_ = 0;
    std::string shape_;
};

}  // namespace fonds
