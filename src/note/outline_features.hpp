// The features by which learned weights tell where citations stand in a note; each is a name and a value.
#pragma once

#include <algorithm>
#include <array>
#include <memory_resource>
#include <string>
#include <utility>
#include <vector>

#include "note/chunk_look.hpp"

namespace fonds {

/// The features of the chunks of a note: what a chunk and its neighbours are, and what stands farther off in
/// the same sentence. Their values are made once, for any sink of the kind. Cost: linear.
template <class Sink>
class OutlineFeatures {
  public:
    explicit OutlineFeatures(Chunks const& chunks,
                             std::pmr::memory_resource* memory = std::pmr::get_default_resource())
        : chunks_(chunks), looks_(memory), behind_(memory), ahead_(memory), brackets_(memory), runs_(memory) {
        looks_.reserve(size());
        for (std::size_t i = 0; i < size(); ++i) looks_.push_back(look(i));
        find_kind_runs();
        find_landmarks();
        count_brackets();
    }

    void write(std::size_t index, Sink& sink) const {
        kinds(index, sink);
        neighbour<-1>(index, sink);
        neighbour<0>(index, sink);
        neighbour<1>(index, sink);
        words(index, sink);
        surroundings(index, sink);
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

    using Distances = std::array<std::uint8_t, landmark_count>;
    static constexpr std::uint8_t near_most = 6, barrier_most = 4, stop_barrier = 10, semicolon_barrier = 20,
                                  nothing = 30;

    void find_landmarks() {
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

    /// A distance one chunk farther on: it is told up to a few, behind the end of a sentence up to fewer.
    static constexpr auto farther = [] {
        std::array<std::uint8_t, nothing + 1> out{};
        for (std::uint8_t distance = 0; distance <= nothing; ++distance) {
            bool const told = distance < near_most || (distance >= stop_barrier && distance < nothing &&
                                                       distance % 10 < barrier_most);
            out[distance] = static_cast<std::uint8_t>(distance + (told ? 1 : 0));
        }
        return out;
    }();

    /// The distances seen from the chunk next to `index`, from those seen at it.
    void pass(std::size_t index, Distances& last) const {
        auto const& it = chunk(index);
        if (it.kind == ChunkKind::stop) return last.fill(stop_barrier);
        if (it.kind == ChunkKind::semicolon) return last.fill(semicolon_barrier);
        for (auto& distance : last) distance = farther[distance];
        auto const* const landmark = std::find(landmark_kinds.begin(), landmark_kinds.end(), it.kind);
        if (landmark == landmark_kinds.end()) return;
        last[static_cast<std::size_t>(landmark - landmark_kinds.begin())] = 0;
        if (it.kind == ChunkKind::text && it.size() >= long_run) last.back() = 0;
    }

    // What a chunk looks like by itself.

    struct Look : ChunkLook<Sink> {
        Value shape;
    };

    [[nodiscard]] Look look(std::size_t index) const {
        auto const& it = chunk(index);
        Look out{{it, chunks_}, shape(it)};
        if (!out.first && it.first < it.last) out.first = mark(it.first);
        return out;
    }

    static bool is_word(Token const& token) { return token.kind == TokenKind::word && !token.digits; }

    [[nodiscard]] Value mark(std::uint32_t token) const {
        auto const& it = chunks_.tokens[token];
        return Sink::text(it.kind == TokenKind::url ? "url" : slice(chunks_.text, it.span));
    }

    /// "Aa", "A9.9": capitals, letters, digits and marks, runs drawn together, the first few.
    [[nodiscard]] Value shape(Chunk const& it) const {
        std::array<char, 8> letters;
        std::size_t count = 0;
        for (auto i = it.first; i < it.last && count < letters.size(); ++i) {
            auto const& token = chunks_.tokens[i];
            auto const sign = token.kind != TokenKind::word ? '.'
                              : token.number                ? '9'
                              : token.digits                ? 'C'
                              : token.all_upper             ? 'U'
                              : token.upper                 ? 'A'
                              : token.roman                 ? 'R'
                                                            : 'a';
            if (count == 0 || letters[count - 1] != sign) letters[count++] = sign;
        }
        return Sink::text({letters.data(), count});
    }

    // Features.

    static constexpr std::size_t reach = 3;  ///< how far off the kind of a chunk counts

    /// The kinds of one, two and three chunks as letters, from each place on; `reach` places before the first
    /// chunk and as many behind the last are past the note's ends.
    void find_kind_runs() {
        std::string letters(reach, '^');
        for (auto const& it : chunks_.list) letters += kind_letter(it.kind);
        letters.append(reach, '$');
        runs_.reserve(letters.size());
        for (std::string_view left = letters; !left.empty(); left.remove_prefix(1))
            runs_.push_back({Sink::text(left.substr(0, 1)), Sink::text(left.substr(0, 2)),
                             Sink::text(left.substr(0, 3))});
    }

    void kinds(std::size_t index, Sink& sink) const {
        auto const* const here = runs_.data() + index + reach;
        sink.add("kinds -3", here[-3].one);
        sink.add("kinds -2", here[-2].one);
        sink.add("kinds +2", here[2].one);
        sink.add("kinds +3", here[3].one);
        sink.add("kinds -1..0", here[-1].two);
        sink.add("kinds 0..1", here[0].two);
        sink.add("kinds -1..1", here[-1].three);
        sink.add("kinds -2..0", here[-2].three);
        sink.add("kinds 0..2", here[0].three);
    }

    template <int offset>
    void neighbour(std::size_t index, Sink& sink) const {
        struct Labels {
            CountedName kind, trait;
            FeatureName meaning, first, last;
            CountedName size;
            FeatureName shape;
        };
        static constexpr Labels names[] = {
            {"-1 kind", "-1 trait", "-1 label", "-1 first", "-1 last", "-1 size", "-1 shape"},
            {"kind", "trait", "label", "first", "last", "size", "shape"},
            {"+1 kind", "+1 trait", "+1 label", "+1 first", "+1 last", "+1 size", "+1 shape"},
        };
        static constexpr auto const& name = names[offset + 1];
        auto const at = static_cast<std::ptrdiff_t>(index) + offset;
        if (at < 0) return sink.add(name.kind, Sink::text("begin"));
        if (at >= static_cast<std::ptrdiff_t>(size())) return sink.add(name.kind, Sink::text("end"));
        auto const& seen = looks_[static_cast<std::size_t>(at)];
        auto const& it = chunk(static_cast<std::size_t>(at));
        sink.add_number(name.kind, static_cast<std::uint32_t>(it.kind));
        add_bits(sink, name.trait, it.traits);
        if (seen.meaning) sink.add(name.meaning, *seen.meaning);
        sink.add_number(name.size, size_of(it));
        sink.add(name.shape, seen.shape);
        if (seen.first) sink.add(name.first, *seen.first);
        if (seen.last) sink.add(name.last, *seen.last);
    }

    /// The first words of the chunk, and the first and last of those two away.
    void words(std::size_t index, Sink& sink) const {
        auto const& it = chunk(index);
        for (auto i = it.first; i < std::min(it.last, it.first + 10); ++i)
            if (is_word(chunks_.tokens[i])) sink.add("word", Sink::word(chunks_.text, chunks_.tokens[i]));
        if (index >= 2 && looks_[index - 2].last) sink.add("-2 last", *looks_[index - 2].last);
        if (index >= 2 && looks_[index - 2].first) sink.add("-2 first", *looks_[index - 2].first);
        if (index + 2 < size() && looks_[index + 2].first) sink.add("+2 first", *looks_[index + 2].first);
    }

    void surroundings(std::size_t index, Sink& sink) const {
        struct Labels {
            CountedName behind, ahead;
        };
        static constexpr std::array<Labels, landmark_count> names = {{{"date behind", "date ahead"},
                                                                      {"archive behind", "archive ahead"},
                                                                      {"level behind", "level ahead"},
                                                                      {"quote behind", "quote ahead"},
                                                                      {"number behind", "number ahead"},
                                                                      {"text behind", "text ahead"},
                                                                      {"prose behind", "prose ahead"}}};
        [&]<std::size_t... landmark>(std::index_sequence<landmark...>) {
            ((sink.add_number(names[landmark].behind, behind_[index][landmark]),
              sink.add_number(names[landmark].ahead, ahead_[index][landmark])),
             ...);
        }
        (std::make_index_sequence<landmark_count>());
        sink.add_number("from begin", static_cast<std::uint32_t>(std::min<std::size_t>(index, 5)));
        sink.add_number("from end", static_cast<std::uint32_t>(std::min<std::size_t>(size() - 1 - index, 4)));
        sink.add_number("in brackets", brackets_[index]);
    }

    /// How many brackets are open around each chunk, up to two.
    void count_brackets() {
        brackets_.reserve(size());
        std::vector<std::uint32_t> closes;  // where those around a chunk are closed
        for (std::size_t i = 0; i < size(); ++i) {
            while (!closes.empty() && closes.back() < i) closes.pop_back();
            brackets_.push_back(static_cast<std::uint8_t>(std::min<std::size_t>(closes.size(), 2)));
            if (chunk(i).kind == ChunkKind::open) closes.push_back(chunk(i).close);
        }
    }

    Chunks const& chunks_;
    std::pmr::vector<Look> looks_;
    std::pmr::vector<Distances> behind_, ahead_;
    std::pmr::vector<std::uint8_t> brackets_;
    struct KindRuns {
        Value one, two, three;
    };
    std::pmr::vector<KindRuns> runs_;
};

}  // namespace fonds
