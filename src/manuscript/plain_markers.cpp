// What stands before a note in plain text.

#include "manuscript/plain_markers.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/unicode.hpp"

namespace fonds {
namespace {

constexpr std::u32string_view opening_quotes = U"\"“‘«„";

// So far a bracket around a note may reach.
constexpr std::size_t maximum_embraced_size = 10'000;

// Where the writing of the Far East begins, which sets no space behind a bracket.
constexpr char32_t first_far_eastern = U'\u2E80';

// A place within a line, moved forward by what is recognised.
class Cursor {
  public:
    Cursor(std::string_view text, Line const& line) : text_(text), at_(line.content), end_(line.span.end) {}

    [[nodiscard]] std::string_view rest() const { return text_.substr(at_, end_ - at_); }
    [[nodiscard]] std::size_t at() const { return at_; }
    [[nodiscard]] bool at_end() const { return at_ == end_; }
    [[nodiscard]] char32_t next() const { return at_end() ? U' ' : decode(text_, at_).value; }
    bool take(std::string_view wanted) {
        if (rest().substr(0, wanted.size()) != wanted) return false;
        at_ += wanted.size();
        return true;
    }
    bool take_space() {
        auto const before = at_;
        while (take(" ") || take("\t") || take("\u00A0") || take("\u3000")) {
        }
        return at_ > before || at_end();
    }
    void skip(std::size_t size) { at_ += size; }

  private:
    std::string_view text_;
    std::size_t at_;
    std::size_t end_;
};

// "**Oral Histories**", "*Palo Alto Times*, 1967": asterisks that the next ones close are emphasis as
// Markdown types it, and mark no note.
bool is_emphasis(std::string_view text, std::size_t size) {
    auto const marks = text.substr(0, size);
    auto const closing = text.find('*', size);
    if (marks.front() != '*' || closing == std::string_view::npos) return false;
    if (is_ascii_space(text[size]) || is_ascii_space(text[closing - 1])) return false;
    return text.substr(closing, size) == marks && text.substr(closing + size, 1) != "*";
}

// "1 – Text": the dash that parts a mark from its text.
void skip_dash(Cursor& cursor) {
    for (auto const* dash : {"--", "–", "—", "-"}) {
        Cursor probe = cursor;
        if (probe.take(dash) && probe.take_space()) cursor = probe;
    }
}

Marker finished(NoteMark mark, MarkerShape shape, Cursor cursor) {
    cursor.take_space();
    skip_dash(cursor);
    Marker marker;
    marker.shape = shape;
    marker.number = mark.number;
    marker.mark = std::move(mark.mark);
    marker.text = cursor.at();
    return marker;
}

Marker finished(std::size_t number, MarkerShape shape, Cursor cursor) {
    return finished(NoteMark{number, std::to_string(number)}, shape, cursor);
}

// The one mark between brackets, taken.
std::optional<NoteMark> take_enclosed(Cursor& cursor, EnclosedMarks const& read) {
    if (read.marks.size() != 1) return std::nullopt;
    cursor.skip(read.size);
    return read.marks.front();
}

// "[1] Text", "[1]: Text", "[1]Text", "(1) text"; ".. [1] text" in reStructuredText.
std::optional<Marker> enclosed_marker(Cursor cursor) {
    cursor.take(".. ");
    auto const read = read_enclosed_marks(cursor.rest());
    auto const mark = read ? take_enclosed(cursor, *read) : std::nullopt;
    if (!mark) return std::nullopt;
    if (!read->is_round && !cursor.take(":")) cursor.take(".");
    bool const touches_text = !read->is_round && !read->is_letter && is_letter(cursor.next());
    if (!cursor.take_space() && !touches_text && cursor.next() < first_far_eastern) return std::nullopt;
    auto const shape = read->is_round    ? MarkerShape::parenthesis
                       : read->is_letter ? MarkerShape::letter
                                         : MarkerShape::bracket;
    return finished(*mark, shape, cursor);
}

// Where the bracket closes in which a text stands; nothing if it stays open.
std::optional<std::size_t> closing_bracket(std::string_view text, std::size_t at) {
    auto const end = std::min(text.size(), at + maximum_embraced_size);
    for (std::size_t depth = 1; at < end; ++at) {
        if (text[at] == '[') ++depth;
        else if (text[at] == ']' && --depth == 0) return at;
    }
    return std::nullopt;
}

// "[Footnote 1: text]".
std::optional<Marker> embracing_marker(std::string_view text, Cursor cursor) {
    if (!cursor.take("[")) return std::nullopt;
    auto read = read_labelled_mark(cursor.rest());
    if (!read) return std::nullopt;
    cursor.skip(read->size);
    auto const close = closing_bracket(text, cursor.at());
    if (!close) return std::nullopt;
    bool const is_letter = is_ascii_letter(read->mark.mark.front()) && !read_roman_number(read->mark.mark);
    auto const shape = read->mark.number == 0 ? MarkerShape::symbol
                       : is_letter            ? MarkerShape::letter
                                              : MarkerShape::embracing;
    auto marker = finished(std::move(read->mark), shape, cursor);
    marker.close = *close;
    return marker;
}

// "Note 1: text", "fn. 1. text".
std::optional<Marker> labelled_marker(Cursor cursor) {
    cursor.skip(note_label_size(cursor.rest()));
    auto const read = read_number(cursor.rest());
    if (!read) return std::nullopt;
    cursor.skip(read->size);
    bool const ends = cursor.take(".") || cursor.take(":") || cursor.take(")");
    if (!ends || !cursor.take_space()) return std::nullopt;
    return finished(read->number, MarkerShape::labelled, cursor);
}

std::optional<Marker> roman_marker(Cursor cursor) {
    auto const read = read_roman_number(cursor.rest());
    if (!read) return std::nullopt;
    std::string mark(cursor.rest().substr(0, read->size));
    cursor.skip(read->size);
    if (!cursor.take(".")) cursor.take(")");
    if (!cursor.take_space() || cursor.at_end()) return std::nullopt;
    return finished(NoteMark{read->number, std::move(mark)}, MarkerShape::roman, cursor);
}

// "1. [1] text": the mark in the brackets, if it says the same.
std::optional<NoteMark> take_repeated(Cursor& cursor, std::size_t number) {
    auto const read = read_enclosed_marks(cursor.rest());
    if (!read || read->is_round || read->marks.front().number != number) return std::nullopt;
    return take_enclosed(cursor, *read);
}

// Shapes that begin with plain digits.
std::optional<Marker> digit_marker(Cursor cursor) {
    auto const read = read_number(cursor.rest());
    if (!read) return std::nullopt;
    cursor.skip(read->size);
    if (cursor.take(".")) {
        if (!cursor.take_space()) return std::nullopt;
        if (auto repeated = take_repeated(cursor, read->number))
            return finished(std::move(*repeated), MarkerShape::numbered_bracket, cursor);
        return finished(read->number, MarkerShape::dot, cursor);
    }
    if (cursor.take(")")) {
        if (!cursor.take_space()) return std::nullopt;
        return finished(read->number, MarkerShape::parenthesis, cursor);
    }
    if (cursor.take_space() && !cursor.at_end()) return finished(read->number, MarkerShape::bare, cursor);
    if (is_upper(cursor.next()) || opening_quotes.find(cursor.next()) != opening_quotes.npos)
        return finished(read->number, MarkerShape::glued, cursor);
    return std::nullopt;
}

std::optional<Marker> symbol_marker(Cursor cursor, std::size_t size) {
    if (is_emphasis(cursor.rest(), size)) return std::nullopt;
    std::string mark(cursor.rest().substr(0, size));
    cursor.skip(size);
    return finished(NoteMark{0, std::move(mark)}, MarkerShape::symbol, cursor);
}

std::optional<Marker> marker_at(Cursor cursor) {
    auto const rest = cursor.rest();
    if (auto const size = symbol_size(rest); size > 0) return symbol_marker(cursor, size);
    if (auto marker = enclosed_marker(cursor)) return marker;
    if (auto const raised = read_superscript_number(rest)) {
        cursor.skip(raised->size);
        return finished(raised->number, MarkerShape::superscript, cursor);
    }
    if (note_label_size(rest) > 0) return labelled_marker(cursor);
    return is_ascii_letter(rest.front()) ? roman_marker(cursor) : digit_marker(cursor);
}

}  // namespace

std::optional<Marker> read_marker(std::string_view text, Line const& line, std::size_t index) {
    if (line.blank()) return std::nullopt;
    Cursor const start(text, line);
    auto marker = embracing_marker(text, start);
    if (!marker) marker = marker_at(start);
    if (marker) marker->line = index;
    return marker;
}

}  // namespace fonds
