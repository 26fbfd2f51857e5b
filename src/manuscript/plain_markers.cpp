// What stands before a note in plain text.

#include "manuscript/plain_markers.hpp"

#include <array>

#include "base/text.hpp"

namespace fonds {
namespace {

constexpr std::array<std::string_view, 10> superscripts = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
constexpr std::array<std::string_view, 5> symbols = {"*", "†", "‡", "§", "¶"};
constexpr std::size_t maximum_roman = 200;

std::size_t roman_digit(char c) {
    switch (c) {
        case 'i': return 1;
        case 'v': return 5;
        case 'x': return 10;
        case 'l': return 50;
        case 'c': return 100;
        default: return 0;
    }
}

std::string to_roman(std::size_t number) {
    constexpr std::array<std::pair<std::size_t, std::string_view>, 9> digits = {
        {{100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}}};
    std::string out;
    for (auto const& [value, letters] : digits)
        for (; number >= value; number -= value) out += letters;
    return out;
}

// A place within a line, moved forward by what is recognised.
class Cursor {
  public:
    Cursor(std::string_view text, Line const& line) : text_(text), at_(line.content), end_(line.span.end) {}

    [[nodiscard]] std::string_view rest() const { return text_.substr(at_, end_ - at_); }
    [[nodiscard]] std::size_t at() const { return at_; }
    [[nodiscard]] bool at_end() const { return at_ == end_; }
    bool take(std::string_view wanted) {
        if (rest().substr(0, wanted.size()) != wanted) return false;
        at_ += wanted.size();
        return true;
    }
    bool take_space() {
        auto const before = at_;
        while (take(" ") || take("\t") || take("\u00A0")) {
        }
        return at_ > before || at_end();
    }
    void skip(std::size_t size) { at_ += size; }

  private:
    std::string_view text_;
    std::size_t at_;
    std::size_t end_;
};

// "[7]" or "[iv]"; the mark between the brackets.
std::optional<Marker> take_bracket(Cursor& cursor) {
    Cursor probe = cursor;
    if (!probe.take("[")) return std::nullopt;
    auto read = read_number(probe.rest());
    if (!read) read = read_roman_number(probe.rest());
    if (!read) return std::nullopt;
    Marker marker;
    marker.number = read->number;
    marker.mark = probe.rest().substr(0, read->size);
    probe.skip(read->size);
    if (!probe.take("]")) return std::nullopt;
    cursor = probe;
    return marker;
}

// "**Oral Histories**", "*Palo Alto Times*, 1967": asterisks that the next ones close are emphasis as
// Markdown types it, and mark no note.
bool is_emphasis(std::string_view text, std::size_t size) {
    auto const marks = text.substr(0, size);
    auto const closing = text.find('*', size);
    if (marks.front() != '*' || closing == std::string_view::npos) return false;
    if (is_ascii_space(text[size]) || is_ascii_space(text[closing - 1])) return false;
    return text.substr(closing, size) == marks && text.substr(closing + size, 1) != "*";
}

Marker finished(Marker marker, MarkerShape shape, Cursor cursor) {
    cursor.take_space();
    marker.shape = shape;
    marker.text = cursor.at();
    return marker;
}

// Shapes that begin with plain digits.
void read_digit_markers(Cursor cursor, std::vector<Marker>& out) {
    auto const read = read_number(cursor.rest());
    if (!read) return;
    Marker marker;
    marker.number = read->number;
    marker.mark = std::to_string(read->number);
    cursor.skip(read->size);
    if (cursor.take(".")) {
        if (!cursor.take_space()) return;
        if (auto const inner = take_bracket(cursor); inner && inner->number == marker.number)
            out.push_back(finished(*inner, MarkerShape::numbered_bracket, cursor));
        else out.push_back(finished(marker, MarkerShape::dot, cursor));
    } else if (cursor.take(")")) {
        if (cursor.take_space()) out.push_back(finished(marker, MarkerShape::parenthesis, cursor));
    } else if (cursor.take_space() && !cursor.at_end()) {
        out.push_back(finished(marker, MarkerShape::bare, cursor));
    }
}

}  // namespace

std::optional<NumberRead> read_number(std::string_view text) {
    NumberRead read;
    while (read.size < text.size() && is_digit(text[read.size])) {
        read.number = read.number * 10 + static_cast<std::size_t>(text[read.size] - '0');
        ++read.size;
        if (read.number > maximum_note_number) return std::nullopt;
    }
    if (read.size == 0 || read.number == 0 || text.front() == '0') return std::nullopt;
    return read;
}

std::optional<NumberRead> read_superscript_number(std::string_view text) {
    NumberRead read;
    if (text.substr(0, 1) == "^") {
        auto plain = read_number(text.substr(1));
        if (plain) plain->size += text.substr(plain->size + 1, 1) == "^" ? 2 : 1;
        return plain;
    }
    for (bool found = true; found;) {
        found = false;
        for (std::size_t digit = 0; digit < superscripts.size() && !found; ++digit) {
            if (text.substr(read.size, superscripts[digit].size()) != superscripts[digit]) continue;
            read.number = read.number * 10 + digit;
            read.size += superscripts[digit].size();
            found = true;
        }
        if (read.number > maximum_note_number) return std::nullopt;
    }
    if (read.number == 0) return std::nullopt;
    return read;
}

std::optional<NumberRead> read_roman_number(std::string_view text) {
    NumberRead read;
    while (read.size < text.size() && roman_digit(text[read.size]) > 0 && read.size < 10) {
        auto const value = roman_digit(text[read.size]);
        auto const next = read.size + 1 < text.size() ? roman_digit(text[read.size + 1]) : 0;
        read.number = next > value ? read.number - value : read.number + value;
        ++read.size;
    }
    if (read.size == 0 || read.number > maximum_roman) return std::nullopt;
    if (to_roman(read.number) != text.substr(0, read.size)) return std::nullopt;
    return read;
}

std::size_t symbol_size(std::string_view text) {
    for (auto const symbol : symbols) {
        std::size_t size = 0;
        while (text.substr(size, symbol.size()) == symbol) size += symbol.size();
        if (size > 0) return size <= 3 * symbol.size() ? size : 0;
    }
    return 0;
}

std::vector<Marker> read_markers(std::string_view text, Line const& line, std::size_t index) {
    std::vector<Marker> out;
    if (line.blank()) return out;
    Cursor cursor(text, line);
    if (auto bracket = take_bracket(cursor)) {
        if (cursor.take_space()) out.push_back(finished(*bracket, MarkerShape::bracket, cursor));
    } else if (auto const raised = read_superscript_number(cursor.rest())) {
        Marker marker;
        marker.number = raised->number;
        marker.mark = std::to_string(raised->number);
        cursor.skip(raised->size);
        out.push_back(finished(marker, MarkerShape::superscript, cursor));
    } else if (auto const size = symbol_size(cursor.rest()); size > 0) {
        if (is_emphasis(cursor.rest(), size)) return out;
        Marker marker;
        marker.mark = cursor.rest().substr(0, size);
        cursor.skip(size);
        out.push_back(finished(marker, MarkerShape::symbol, cursor));
    } else if (cursor.take("(")) {
        auto const read = read_number(cursor.rest());
        if (!read) return out;
        Marker marker;
        marker.number = read->number;
        marker.mark = std::to_string(read->number);
        cursor.skip(read->size);
        if (cursor.take(")") && cursor.take_space())
            out.push_back(finished(marker, MarkerShape::parenthesis, cursor));
    } else {
        read_digit_markers(cursor, out);
    }
    for (auto& marker : out) marker.line = index;
    return out;
}

}  // namespace fonds
