// A note cut into words, numbers, addresses and single marks, for rules that look at text.
#pragma once

#include <cstdint>
#include <fonds/span.hpp>
#include <string_view>
#include <vector>

namespace fonds::checking {

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
    Span span;
};

/// The tokens of `text`; they partition it.
[[nodiscard]] std::vector<Token> tokenize(std::string_view text);

/// The text of a token.
[[nodiscard]] inline std::string_view spelling(std::string_view text, Token const& token) {
    return text.substr(token.span.begin, token.span.size());
}

}  // namespace fonds::checking
