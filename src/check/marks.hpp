// Shelf marks and the like: runs of characters without white space.
#pragma once

#include <fonds/span.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "check/tokens.hpp"

namespace fonds::checking {

/// A run of characters without white space, and without the punctuation of the sentence.
struct Mark {
    std::string_view text;
    Span span;
};

/// The marks of a text that was cut into tokens; longer ones than a person writes are left out.
[[nodiscard]] std::vector<Mark> find_marks(std::string_view text, std::vector<Token> const& tokens);

/// The text with every kind of dash as a hyphen.
[[nodiscard]] std::string with_plain_dashes(std::string_view text);

}  // namespace fonds::checking
