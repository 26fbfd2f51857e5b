// A note cut into words, numbers, addresses and single marks, for rules that look at text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <fonds/span.hpp>
#include <string_view>
#include <vector>

namespace fonds::checking {

/// A span in a note, in half the memory: a manuscript's tokens are all there together.
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

/// The tokens of `text`; they partition it.
[[nodiscard]] std::vector<Token> tokenize(std::string_view text);

/// The text of a token.
[[nodiscard]] inline std::string_view spelling(std::string_view text, Token const& token) {
    return text.substr(token.span.begin, token.span.size());
}

}  // namespace fonds::checking
