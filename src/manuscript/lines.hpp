// The lines of a text with their places.
#pragma once

#include <fonds/span.hpp>
#include <string_view>
#include <vector>

namespace fonds {

struct Line {
    Span span;                ///< without the line's end
    std::size_t next = 0;     ///< where the next line begins
    std::size_t indent = 0;   ///< columns of white space before the first character; tabs to the next 4
    std::size_t content = 0;  ///< where that character stands; `span.end` for a blank line
    bool opens = false;       ///< a paragraph begins here: the line above is blank, or a page ends there

    [[nodiscard]] bool blank() const { return content == span.end; }
};

/// The lines of `text` from byte `begin` on; ends are "\n", "\r\n" or "\r".
[[nodiscard]] std::vector<Line> split_lines(std::string_view text, std::size_t begin = 0);

/// "_____", "-----", "* * *": a line that parts what stands above it from what stands below.
[[nodiscard]] bool is_rule(std::string_view line);

}  // namespace fonds
