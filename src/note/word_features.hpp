// The features by which the words of a citation are weighed; each is a name and a value, handed to a sink.
#pragma once

#include <algorithm>
#include <array>
#include <memory_resource>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/unicode.hpp"
#include "note/chunk_look.hpp"
#include "note/word_fields.hpp"

namespace fonds {

/// What a chunk says to all its words, and what each word says by itself. Values are made once.
template <class Sink>
class WordFeatures {
  public:
    WordFeatures(CitationWords const& citation, Chunks const& chunks,
                 std::pmr::memory_resource* memory = std::pmr::get_default_resource())
        : citation_(citation),
          chunks_(chunks),
          looks_(memory),
          tokens_(memory),
          rules_(memory),
          landmarks_(chunks, citation.first_chunk, citation.last_chunk) {
        first_seen_ = citation.first_chunk > 0 ? citation.first_chunk - 1 : 0;
        auto const end = std::min<std::size_t>(citation.last_chunk + 1, chunks.list.size());
        looks_.reserve(end - first_seen_);
        tokens_.reserve(citation.size());
        rules_.reserve(citation.list.size());
        for (std::size_t i = first_seen_; i < end; ++i) looks_.emplace_back(chunks.list[i], chunks);
        for (auto i = citation.first; i < citation.last; ++i) tokens_.push_back(look(chunks.tokens[i]));
        for (std::size_t i = 0; i < citation.list.size(); ++i)
            rules_.push_back(i > 0 && citation.list[i].rule == citation.list[i - 1].rule
                                 ? rules_.back()
                                 : Sink::text(citation.list[i].rule));
        to_ = letter_to();
        family_ = Sink::text(citation.family);
    }

    /// Of chunk `index` of the note, which is one of the citation's.
    void write_chunk(std::uint32_t index, Sink& sink) const {
        auto const& own = looks_[index - first_seen_];
        auto const kind = static_cast<char>('a' + static_cast<int>(citation_.kind));
        sink.add("of", letters({kind}));
        sink.add("of, kind", letters({kind, letter(index, 0)}));
        auto const& chunk = chunks_.list[index];
        sink.add_number("kind", static_cast<std::uint32_t>(chunk.kind));
        sink.add_number("size", size_of(chunk));
        add_bits(sink, "trait", chunk.traits);
        if (own.meaning) sink.add("label", *own.meaning);
        if (own.first) sink.add("first", *own.first);
        if (own.last) sink.add("last", *own.last);
        if (index > first_seen_) {
            auto const& before = looks_[index - first_seen_ - 1];
            add_bits(sink, "-1 trait", chunks_.list[index - 1].traits);
            if (before.meaning) sink.add("-1 label", *before.meaning);
            if (before.last) sink.add("-1 last", *before.last);
        }
        if (index + 1 - first_seen_ < looks_.size()) {
            auto const& behind = looks_[index - first_seen_ + 1];
            add_bits(sink, "+1 trait", chunks_.list[index + 1].traits);
            if (behind.meaning) sink.add("+1 label", *behind.meaning);
            if (behind.first) sink.add("+1 first", *behind.first);
        }
        sink.add("kinds -2..0", letters({letter(index, -2), letter(index, -1), letter(index, 0)}));
        sink.add("kinds -1..1", letters({letter(index, -1), letter(index, 0), letter(index, 1)}));
        sink.add("kinds 0..2", letters({letter(index, 0), letter(index, 1), letter(index, 2)}));
        landmarks_.write(index, letters({kind, letter(index, 0)}), sink, landmarks_seen);
    }

    /// Of a token, counted from the citation's first.
    void write_word(std::size_t at, Sink& sink) const {
        bool const begins = at == 0 || citation_.list[at - 1].chunk != citation_.list[at].chunk;
        bool const ends =
            at + 1 == tokens_.size() || citation_.list[at + 1].chunk != citation_.list[at].chunk;
        auto const& own = tokens_[at];
        sink.add("word", own.word);
        sink.add("shape", own.shape);
        sink.add("ending", own.ending);
        if (own.last) sink.add("last of abbreviation", *own.last);
        if (to_ != no_token)
            sink.add("letter",
                     letters({static_cast<char>('a' + static_cast<int>(citation_.kind)), at < to_   ? '<'
                                                                                         : at > to_ ? '>'
                                                                                                    : '='}));
        add_bits(sink, "class", own.classes.low);
        add_bits(sink, "class", own.classes.middle, 64);
        add_bits(sink, "class", own.classes.high, 128);
        neighbours(at, sink);
        sink.add("begins, ends", letters({begins ? 'b' : '-', ends ? 'e' : '-'}));
        sink.add_number("from begin", static_cast<std::uint32_t>(std::min<std::size_t>(at, 6)));
        sink.add_number("from end",
                        static_cast<std::uint32_t>(std::min<std::size_t>(tokens_.size() - 1 - at, 6)));
    }

    /// What the grammar made of a token.
    void write_rule(std::size_t at, Sink& sink) const {
        sink.add("rule", rules_[at]);
        sink.add("-1 rule", at > 0 ? rules_[at - 1] : Sink::text("begin"));
        sink.add("+1 rule", at + 1 < rules_.size() ? rules_[at + 1] : Sink::text("end"));
        sink.add("rule, shape", Sink::pair(rules_[at], tokens_[at].shape));
        sink.add("rule, family", Sink::pair(rules_[at], family_));
    }

  private:
    using Value = typename Sink::Value;

    /// Of the landmarks of a citation these tell of its words.
    static constexpr std::size_t landmarks_seen = 6;

    /// The kind of the chunk at an offset, or past the note's ends, as a letter.
    [[nodiscard]] char letter(std::uint32_t index, int offset) const {
        auto const at = static_cast<std::ptrdiff_t>(index) + offset;
        if (at < 0) return '^';
        if (at >= static_cast<std::ptrdiff_t>(chunks_.list.size())) return '$';
        return kind_letter(chunks_.list[static_cast<std::size_t>(at)].kind);
    }

    static Value letters(std::initializer_list<char> all) { return Sink::text({all.begin(), all.size()}); }

    struct WordLook {
        Value word, shape, ending;
        std::optional<Value> last;  ///< letter of an abbreviation: "JHP" are papers, "HSTL" is a library
        WordClasses classes;
    };

    [[nodiscard]] WordLook look(Token const& token) const {
        auto const written = slice(chunks_.text, token.span);
        return {token.kind == TokenKind::word ? Sink::word(chunks_.text, token)
                                              : Sink::text(token.kind == TokenKind::url ? "url" : written),
                shape(token, written), ending(token, written),
                abbreviates(token, written) ? std::optional(Sink::text(written.substr(written.size() - 1)))
                                            : std::nullopt,
                token.classes};
    }

    static bool abbreviates(Token const& token, std::string_view written) {
        return token.kind == TokenKind::word && token.all_upper && !token.digits && written.size() > 1 &&
               is_ascii_letter(written.back());
    }

    /// "Miles to Assistant Adjutant General, Department of Dakota, …": the word, counted from the citation's
    /// first, before whom a letter is to.
    [[nodiscard]] std::uint32_t letter_to() const {
        for (auto index = citation_.first_chunk; index < citation_.last_chunk; ++index) {
            auto const& chunk = chunks_.list[index];
            if (chunk.to != no_token && (chunk.is(Trait::letter) || chunk.is(Trait::to_head)) &&
                chunk.to >= citation_.first && chunk.to < citation_.last)
                return chunk.to - citation_.first;
        }
        return no_token;
    }

    /// A few letters that are put together.
    struct Letters {
        std::array<char, 16> text;
        std::size_t size = 0;
        void add(char letter) { text[size++] = letter; }
        operator std::string_view() const { return {text.data(), size}; }
    };

    /// A mark as it is; "9999" for a year, "A1" for an initial, "A2" for a short word: letters, digits,
    /// length.
    static Value shape(Token const& token, std::string_view written) {
        if (token.kind == TokenKind::url) return Sink::text("url");
        if (token.kind != TokenKind::word) return Sink::text(written);
        if (token.number) return Sink::text(std::string_view("99999").substr(0, written.size()));
        Letters out;
        out.add(token.digits ? 'C' : token.all_upper ? 'U' : token.upper ? 'A' : token.roman ? 'R' : 'a');
        if (written.size() < 4) out.add(written.size() == 1 ? '1' : '2');
        return Sink::text(out);
    }

    /// The last three letters of a word, small where they are of ASCII.
    static Value ending(Token const& token, std::string_view written) {
        if (token.kind != TokenKind::word || token.digits) return Sink::text({});
        auto begin = written.size();
        for (int letters = 0; letters < 3 && begin > 0; ++letters) do
                --begin;
            while (begin > 0 && (static_cast<unsigned char>(written[begin]) & 0xC0U) == 0x80U);
        auto const last = written.substr(begin);
        Letters out;
        if (last.size() > out.text.size()) return Sink::text(last);  // no letters of any script
        for (auto const c : last) out.add(ascii_lower(c));
        return Sink::text(out);
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
    std::uint32_t to_ = no_token;
    std::size_t first_seen_ = 0;  ///< the chunk that `looks_` begins with
    std::pmr::vector<ChunkLook<Sink>> looks_;
    std::pmr::vector<WordLook> tokens_;
    std::pmr::vector<Value> rules_;
    Value family_;
    CitationLandmarks landmarks_;
};

}  // namespace fonds
