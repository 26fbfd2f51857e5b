// A note cut into words, numbers, addresses and single marks, for rules that look at text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <fonds/span.hpp>
#include <string_view>
#include <vector>

namespace fonds::checking {

/// A span in a note, in half the memory.
struct ShortSpan {
    std::uint32_t begin = 0, end = 0;

    [[nodiscard]] constexpr std::size_t size() const { return end - begin; }
    constexpr operator Span() const { return {begin, end}; }
};

struct Token {
    enum Kind : std::uint8_t {
        word,         ///< letters and marks, soft hyphens inside
        number,       ///< ASCII digits
        space,        ///< white space of any width
        address,      ///< a URL, without the punctuation of the sentence around it
        punctuation,  ///< one code point
    };
    Kind kind = punctuation;
    bool is_ascii = true;
    ShortSpan span;
};

/// The token that begins there, an empty one at the end of the text.
[[nodiscard]] Token token_at(std::string_view text, std::size_t at);

/// Whether a token begins at a character, but for those inside addresses.
[[nodiscard]] bool begins_token(std::string_view text, std::size_t at);

/// What a token of an address may begin with.
inline constexpr std::string_view letters_before_addresses = "fFhHwW";

/// Cuts a text into its tokens, which partition it, one at a time: `for (auto const& token : Tokens(text))`.
class Tokens {
  public:
    explicit Tokens(std::string_view text) : text_(text) {}

    class Iterator {
      public:
        Iterator(std::string_view text, std::size_t at) : text_(text), token_(token_at(text, at)) {}

        Token const& operator*() const { return token_; }
        Iterator& operator++() {
            token_ = token_at(text_, token_.span.end);
            return *this;
        }
        bool operator==(Iterator const& other) const { return token_.span.begin == other.token_.span.begin; }

      private:
        std::string_view text_;
        Token token_;
    };

    [[nodiscard]] Iterator begin() const { return {text_, 0}; }
    [[nodiscard]] Iterator end() const { return {text_, text_.size()}; }

  private:
    std::string_view text_;
};

/// All tokens of `text`.
[[nodiscard]] std::vector<Token> tokenize(std::string_view text);

/// The text of a token.
[[nodiscard]] inline std::string_view spelling(std::string_view text, Token const& token) {
    return text.substr(token.span.begin, token.span.size());
}

}  // namespace fonds::checking
