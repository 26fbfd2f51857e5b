// The marks that a text gives its notes: "7", "iv", "¹", "*", "[7]", "(note 7)".
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fonds {

/// Largest number of a note; a larger one is a year or a shelf mark.
inline constexpr std::size_t maximum_note_number = 4999;

/// A number at the start of a text, and how many bytes it takes.
struct NumberRead {
    std::size_t number = 0;
    std::size_t size = 0;
};

/// Digits as a note number, those of full width ("７") too.
[[nodiscard]] std::optional<NumberRead> read_number(std::string_view text);
/// The same for superscript digits, for digits that a caret raises ("^7", "^7^"), and in a circle ("⑦").
[[nodiscard]] std::optional<NumberRead> read_superscript_number(std::string_view text);
/// The same for small Roman numerals up to 200 ("xiv").
[[nodiscard]] std::optional<NumberRead> read_roman_number(std::string_view text);
/// The length in bytes of a note symbol ("*", "**", "†", "‡", "§", "¶") at the start of `text`, or 0.
[[nodiscard]] std::size_t symbol_size(std::string_view text);
/// The length of a word of vocabulary/note-labels.txt before a number ("Note ", "fn. "), or 0.
[[nodiscard]] std::size_t note_label_size(std::string_view text);

/// Whether a text is arrows and nothing else ("↩", "^"): they lead from a note back to its call.
[[nodiscard]] bool is_arrow(std::string_view text);

/// A mark of a note: its number, and the mark as the text writes it ("7", "iv", "b").
struct NoteMark {
    std::size_t number = 0;
    std::string mark;
};

/// A mark behind its label, and how many bytes both take.
struct LabelledMark {
    NoteMark mark;
    std::size_t size = 0;
};

/// "Footnote 7:", "Footnote A:", "Note *:" at the start of `text`, with the colon.
[[nodiscard]] std::optional<LabelledMark> read_labelled_mark(std::string_view text);

/// Marks between brackets.
struct EnclosedMarks {
    std::vector<NoteMark> marks;  ///< one, or those of "[2–4]" and "[3, 5]"
    std::size_t size = 0;         ///< with the brackets
    bool is_round = false;        ///< "(7)": numbers stand so in dates and shelf marks too
    bool is_letter = false;       ///< "[b]", "[B]"
    bool is_stroked = false;      ///< "/7/": parts of an address look so too
};

/// Marks between brackets at the start of `text`: "[7]", "{iv}", "<7>", "/7/", "（７）", "⁽⁷⁾", "[note 7]",
/// "[b]".
[[nodiscard]] std::optional<EnclosedMarks> read_enclosed_marks(std::string_view text);
/// The next place from `at` on where a bracket may open; `npos` if there is none.
[[nodiscard]] std::size_t find_opening_bracket(std::string_view text, std::size_t at);

}  // namespace fonds
