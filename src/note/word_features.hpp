// The features by which the words of a citation are weighed; each is a name and a value, handed to a sink.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/unicode.hpp"
#include "note/learned_weights.hpp"
#include "note/word_fields.hpp"

namespace fonds {

/// What a chunk says to all its words, and what each word says by itself. Values are made once.
template <class Sink>
class WordFeatures {
  public:
    WordFeatures(CitationWords const& citation, Chunks const& chunks) : citation_(citation), chunks_(chunks) {
        first_seen_ = citation.first_chunk > 0 ? citation.first_chunk - 1 : 0;
        auto const end = std::min<std::size_t>(citation.last_chunk + 1, chunks.list.size());
        for (std::size_t i = first_seen_; i < end; ++i) looks_.push_back(look(chunks.list[i]));
        for (auto i = citation.first; i < citation.last; ++i) tokens_.push_back(look(chunks.tokens[i]));
        for (auto const& rule : citation.rule) rules_.push_back(Sink::text(rule));
        find_landmarks();
    }

    /// Of chunk `index` of the note, which is one of the citation's.
    void write_chunk(std::uint32_t index, Sink& sink) const {
        auto const& own = looks_[index - first_seen_];
        auto const kind = static_cast<char>('a' + static_cast<int>(citation_.kind));
        sink.add("of", letters({kind}));
        sink.add("of, kind", letters({kind, letter(index, 0)}));
        sink.add("kind", own.kind);
        sink.add("size", own.size);
        for (auto i = own.traits; i < own.traits_end; ++i) sink.add("trait", traits_[i]);
        if (own.meaning) sink.add("label", *own.meaning);
        if (own.first) sink.add("first", *own.first);
        if (own.last) sink.add("last", *own.last);
        if (index > first_seen_) {
            auto const& before = looks_[index - first_seen_ - 1];
            for (auto i = before.traits; i < before.traits_end; ++i) sink.add("-1 trait", traits_[i]);
            if (before.meaning) sink.add("-1 label", *before.meaning);
            if (before.last) sink.add("-1 last", *before.last);
        }
        if (index + 1 - first_seen_ < looks_.size()) {
            auto const& behind = looks_[index - first_seen_ + 1];
            for (auto i = behind.traits; i < behind.traits_end; ++i) sink.add("+1 trait", traits_[i]);
            if (behind.meaning) sink.add("+1 label", *behind.meaning);
            if (behind.first) sink.add("+1 first", *behind.first);
        }
        sink.add("kinds -2..0", letters({letter(index, -2), letter(index, -1), letter(index, 0)}));
        sink.add("kinds -1..1", letters({letter(index, -1), letter(index, 0), letter(index, 1)}));
        sink.add("kinds 0..2", letters({letter(index, 0), letter(index, 1), letter(index, 2)}));
        for (std::size_t i = 0; i < landmarks.size(); ++i) {
            if (ranges_[i].first < index) sink.add(landmarks[i].behind, letters({kind, letter(index, 0)}));
            if (ranges_[i].last > index) sink.add(landmarks[i].ahead, letters({kind, letter(index, 0)}));
        }
    }

    /// Of a token, counted from the citation's first.
    void write_word(std::size_t at, Sink& sink) const {
        bool const begins = at == 0 || citation_.chunk[at - 1] != citation_.chunk[at];
        bool const ends = at + 1 == tokens_.size() || citation_.chunk[at + 1] != citation_.chunk[at];
        auto const& own = tokens_[at];
        sink.add("word", own.word);
        sink.add("shape", own.shape);
        sink.add("ending", own.ending);
        for (auto i = own.classes; i < own.classes_end; ++i) sink.add("class", classes_[i]);
        neighbours(at, sink);
        sink.add("begins, ends", letters({begins ? 'b' : '-', ends ? 'e' : '-'}));
        sink.add("from begin", Sink::number(std::min<std::size_t>(at, 6)));
        sink.add("from end", Sink::number(std::min<std::size_t>(tokens_.size() - 1 - at, 6)));
    }

    /// What the grammar made of a token.
    void write_rule(std::size_t at, Sink& sink) const {
        sink.add("rule", rules_[at]);
        sink.add("-1 rule", at > 0 ? rules_[at - 1] : Sink::text("begin"));
        sink.add("+1 rule", at + 1 < rules_.size() ? rules_[at + 1] : Sink::text("end"));
        sink.add("rule, shape", Sink::pair(rules_[at], tokens_[at].shape));
    }

  private:
    using Value = typename Sink::Value;

    // Chunks.

    struct ChunkLook {
        Value kind, size;
        std::optional<Value> meaning, first, last;
        std::size_t traits = 0, traits_end = 0;  ///< in `traits_`
    };

    ChunkLook look(Chunk const& chunk) {
        ChunkLook out{Sink::number(static_cast<std::uint32_t>(chunk.kind)),
                      Sink::number(std::min<std::uint32_t>(chunk.last - chunk.first, 8)),
                      {},
                      {},
                      {},
                      traits_.size(),
                      0};
        for (auto traits = chunk.traits; traits != 0; traits &= traits - 1)
            traits_.push_back(Sink::number(static_cast<std::uint32_t>(std::countr_zero(traits))));
        out.traits_end = traits_.size();
        if (chunk.phrase && !chunk.phrase->meanings.empty())
            out.meaning = Sink::text(chunk.phrase->meanings.front());
        for (auto i = chunk.first; i < chunk.last; ++i) {
            auto const& token = chunks_.tokens[i];
            if (token.kind != TokenKind::word || token.digits) continue;
            if (!out.first) out.first = Sink::word(chunks_.text, token);
            out.last = Sink::word(chunks_.text, token);
        }
        return out;
    }

    /// The kind of the chunk at an offset, or past the note's ends, as a letter.
    [[nodiscard]] char letter(std::uint32_t index, int offset) const {
        auto const at = static_cast<std::ptrdiff_t>(index) + offset;
        if (at < 0) return '^';
        if (at >= static_cast<std::ptrdiff_t>(chunks_.list.size())) return '$';
        auto const kind = static_cast<int>(chunks_.list[static_cast<std::size_t>(at)].kind);
        return static_cast<char>(kind < 26 ? 'a' + kind : 'A' + kind - 26);
    }

    static Value letters(std::initializer_list<char> all) { return Sink::text({all.begin(), all.size()}); }

    /// A kind of chunk that tells, before or behind another of the citation, what that one is.
    struct Landmark {
        FeatureName behind, ahead;
        ChunkKind kind;
    };
    static constexpr std::array<Landmark, 6> landmarks = {
        {{"behind its date", "before its date", ChunkKind::date},
         {"behind its archive", "before its archive", ChunkKind::archive},
         {"behind its level", "before its level", ChunkKind::level},
         {"behind its quote", "before its quote", ChunkKind::quote},
         {"behind its in", "before its in", ChunkKind::in},
         {"behind its publication", "before its publication", ChunkKind::publication}}};
    /// Where the first and the last chunk of a kind stand.
    struct Range {
        std::uint32_t first = std::numeric_limits<std::uint32_t>::max(), last = 0;
    };

    void find_landmarks() {
        for (auto at = citation_.first_chunk; at < citation_.last_chunk; ++at)
            for (std::size_t i = 0; i < landmarks.size(); ++i)
                if (chunks_.list[at].kind == landmarks[i].kind) {
                    ranges_[i].first = std::min(ranges_[i].first, at);
                    ranges_[i].last = at;
                }
    }

    // Words.

    struct WordLook {
        Value word, shape, ending;
        std::size_t classes = 0, classes_end = 0;  ///< in `classes_`
    };

    WordLook look(Token const& token) {
        auto const written = slice(chunks_.text, token.span);
        WordLook out{
            token.kind == TokenKind::word ? Sink::word(chunks_.text, token)
                                          : Sink::text(token.kind == TokenKind::url ? "url" : written),
            Sink::text(shape(token, written)), Sink::text(ending(token, written)), classes_.size(), 0};
        auto const set = token.classes;
        for (auto bits = set.low; bits != 0; bits &= bits - 1)
            classes_.push_back(Sink::number(static_cast<std::uint32_t>(std::countr_zero(bits))));
        for (auto bits = set.high; bits != 0; bits &= bits - 1)
            classes_.push_back(Sink::number(64U + static_cast<std::uint32_t>(std::countr_zero(bits))));
        out.classes_end = classes_.size();
        return out;
    }

    /// A mark as it is; "9999" for a year, "A1" for an initial, "A2" for a short word: letters, digits,
    /// length.
    std::string_view shape(Token const& token, std::string_view written) {
        if (token.kind == TokenKind::url) return "url";
        if (token.kind != TokenKind::word) return written;
        shape_.clear();
        if (token.number) {
            shape_.assign(std::min<std::size_t>(written.size(), 5), '9');
            return shape_;
        }
        shape_ += token.digits ? 'C' : token.all_upper ? 'U' : token.upper ? 'A' : token.roman ? 'R' : 'a';
        if (written.size() < 4) shape_ += written.size() == 1 ? '1' : '2';
        return shape_;
    }

    /// The last three letters of a word, small where they are of ASCII.
    std::string_view ending(Token const& token, std::string_view written) {
        ending_.clear();
        if (token.kind != TokenKind::word || token.digits) return ending_;
        auto begin = written.size();
        for (int letters = 0; letters < 3 && begin > 0; ++letters) do
                --begin;
            while (begin > 0 && (static_cast<unsigned char>(written[begin]) & 0xC0U) == 0x80U);
        for (auto const c : written.substr(begin))
            ending_ += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        return ending_;
    }

    void neighbours(std::size_t at, Sink& sink) const {
        struct Labels {
            int offset;
            FeatureName word, shape;
        };
        static constexpr Labels names[] = {{-3, "-3 word", "-3 shape"}, {-2, "-2 word", "-2 shape"},
                                           {-1, "-1 word", "-1 shape"}, {1, "+1 word", "+1 shape"},
                                           {2, "+2 word", "+2 shape"},  {3, "+3 word", "+3 shape"}};
        for (auto const& name : names) {
            if (auto const* seen = token(at, name.offset)) {
                sink.add(name.word, seen->word);
                sink.add(name.shape, seen->shape);
            } else {
                sink.add(name.word, Sink::text("#"));
            }
        }
        auto const& own = tokens_[at];
        auto const* before = token(at, -1);
        auto const* behind = token(at, 1);
        if (before) {
            sink.add("words -1..0", Sink::pair(before->word, own.word));
            sink.add("shapes -1..0", Sink::pair(before->shape, own.shape));
        }
        if (behind) {
            sink.add("words 0..1", Sink::pair(own.word, behind->word));
            sink.add("shapes 0..1", Sink::pair(own.shape, behind->shape));
        }
        if (before && behind)
            sink.add("shapes -1..1", Sink::pair(Sink::pair(before->shape, own.shape), behind->shape));
    }

    [[nodiscard]] WordLook const* token(std::size_t at, int offset) const {
        auto const there = static_cast<std::ptrdiff_t>(at) + offset;
        if (there < 0 || there >= static_cast<std::ptrdiff_t>(tokens_.size())) return nullptr;
        return &tokens_[static_cast<std::size_t>(there)];
    }

    CitationWords const& citation_;
    Chunks const& chunks_;
    std::size_t first_seen_ = 0;  ///< the chunk that `looks_` begins with
    std::vector<ChunkLook> looks_;
    std::vector<WordLook> tokens_;
    std::vector<Value> traits_, classes_, rules_;
    std::array<Range, landmarks.size()> ranges_;
    std::string shape_, ending_;
};

}  // namespace fonds
