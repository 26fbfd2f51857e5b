// The tokens of a note in their order, which may be asked for beyond either end.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "grammar/token.hpp"

namespace fonds {

/// Grammars look some tokens ahead and behind. Where the note has no token, before its first as well as
/// behind its last, stands `none`: it is no word and no mark, and nothing holds of it, so that `tokens[at +
/// 2].is_mark(',')` needs no look at the size.
class Tokens {
  public:
    static constexpr Token none = [] {
        Token token;
        token.kind = TokenKind::none;
        return token;
    }();

    Tokens() = default;
    explicit Tokens(std::vector<Token> tokens) : list_(std::move(tokens)), size_(list_.size()) {}
    Tokens(Tokens const&) = default;
    Tokens(Tokens&& other) noexcept : list_(std::move(other.list_)), size_(std::exchange(other.size_, 0)) {}
    Tokens& operator=(Tokens other) noexcept {
        list_.swap(other.list_);
        std::swap(size_, other.size_);
        return *this;
    }
    ~Tokens() = default;

    [[nodiscard]] Token const& operator[](std::size_t at) const { return at < size_ ? list_[at] : none; }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(size_); }
    [[nodiscard]] bool empty() const { return size_ == 0; }
    /// Where a token of this list stands in it.
    [[nodiscard]] std::uint32_t index_of(Token const& token) const {
        return static_cast<std::uint32_t>(&token - list_.data());
    }
    [[nodiscard]] auto begin() const { return list_.begin(); }
    [[nodiscard]] auto end() const { return list_.end(); }

    /// The word at `at` has another meaning there than `word_class`.
    void drop(std::uint32_t at, WordClass word_class) { list_[at].classes &= ~mask(word_class); }

  private:
    std::vector<Token> list_;
    std::size_t size_ = 0;  ///< of the list: every look at a token asks for it
};

/// The tokens of `text`. Cost: linear in its length.
[[nodiscard]] Tokens lex(std::string_view text, Lexicon const& lexicon);

/// The longest phrase of one of `classes` that begins at token `at`, and how many tokens it takes with the
/// stops inside it; null where there is none.
struct PhraseMatch {
    Phrase const* phrase = nullptr;
    std::uint32_t size = 0;
};
[[nodiscard]] PhraseMatch match_phrase(Tokens const& tokens, std::string_view text, std::uint32_t at,
                                       WordClasses classes);

}  // namespace fonds
