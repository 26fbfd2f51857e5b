// What stands before a note in plain text: "1. [1]", "[1]", "1.", "1)", "Note 1:", "1", "iv.", "¹", "*",
// "[Footnote 1:".
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "manuscript/lines.hpp"
#include "manuscript/note_marks.hpp"

namespace fonds {

/// Shapes in order of how little else they can mean.
enum class MarkerShape {
    embracing,         ///< "[Footnote 1: text]": brackets that hold the note, as Project Gutenberg sets it
    numbered_bracket,  ///< "1. [1]": a numbered list of a web page whose entries carry their call
    bracket,           ///< "[1] text", "{1} text", "[fn 1]: text"
    superscript,       ///< "¹ text"
    labelled,          ///< "Note 1: text"
    dot,               ///< "1. text"
    parenthesis,       ///< "1) text", "(1) text"
    bare,              ///< "1 text"
    roman,             ///< "iv text", "iv. text", "iv) text"
    glued,             ///< "1Text", as where a raised number lost its formatting
    symbol,            ///< "* text", "† text"
    letter,            ///< "[b] text"
};

struct Marker {
    MarkerShape shape = MarkerShape::bracket;
    std::size_t number = 0;  ///< 1, 2, … also for "iv", "b" and "¹"; 0 for a symbol
    std::string mark;        ///< as a call writes it: "7", "iv", "*"
    std::size_t line = 0;    ///< index of its line
    std::size_t text = 0;    ///< where the note's text begins on that line; the line's end if it does not
    std::size_t close =
        0;  ///< of "[Footnote 1: text]", also "A" and "*": where the bracket closes, on this line or below
    bool at_foot = false;  ///< in the lines below the rule above a page's notes
    bool strong = false;   ///< nothing of a paragraph stands directly above
};

/// The marker at the start of a line; most lines have none.
[[nodiscard]] std::optional<Marker> read_marker(std::string_view text, Line const& line, std::size_t index);

}  // namespace fonds
