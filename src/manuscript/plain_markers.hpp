// What stands before a note in plain text: "1. [1]", "[1]", "1.", "1)", "1", "¹", "*".
#pragma once

#include <cstddef>
#include <fonds/span.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "manuscript/lines.hpp"

namespace fonds {

/// Shapes in order of how little else they can mean.
enum class MarkerShape {
    numbered_bracket,  ///< "1. [1]": a numbered list of a web page whose entries carry their call
    bracket,           ///< "[1] text"
    superscript,       ///< "¹ text"
    dot,               ///< "1. text"
    parenthesis,       ///< "1) text", "(1) text"
    bare,              ///< "1 text"
    symbol,            ///< "* text", "† text"
};

struct Marker {
    MarkerShape shape = MarkerShape::bracket;
    std::size_t number = 0;  ///< 1, 2, … also for "iv" and "¹"; of a symbol: its rank
    std::string mark;        ///< as a call writes it: "7", "iv", "*"
    std::size_t line = 0;    ///< index of its line
    std::size_t text = 0;    ///< where the note's text begins on that line; the line's end if it does not
    bool at_foot = false;    ///< in the lines below the rule above a page's notes
    bool strong = false;     ///< nothing of a paragraph stands directly above
};

/// Largest number of a note; a larger one is a year or a shelf mark.
inline constexpr std::size_t maximum_note_number = 4999;

/// The marker at the start of a line, in each shape that fits; most lines have none.
[[nodiscard]] std::vector<Marker> read_markers(std::string_view text, Line const& line, std::size_t index);

/// Digits at the start of `text` as a note number, and how many bytes they take.
struct NumberRead {
    std::size_t number = 0;
    std::size_t size = 0;
};
[[nodiscard]] std::optional<NumberRead> read_number(std::string_view text);
/// The same for superscript digits, and for digits that a caret raises ("^7", "^7^").
[[nodiscard]] std::optional<NumberRead> read_superscript_number(std::string_view text);
/// The same for small Roman numerals up to 200 ("xiv").
[[nodiscard]] std::optional<NumberRead> read_roman_number(std::string_view text);
/// The length in bytes of a note symbol ("*", "**", "†", "‡", "§", "¶") at the start of `text`, or 0.
[[nodiscard]] std::size_t symbol_size(std::string_view text);

}  // namespace fonds
