// The marks that a text gives its notes.

#include "manuscript/note_marks.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "base/embedded.hpp"
#include "base/table.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "manuscript/note_numbers.hpp"

namespace fonds {
namespace {

constexpr std::array<std::string_view, 5> symbols = {"*", "†", "‡", "§", "¶"};
constexpr std::size_t maximum_roman = 200;
constexpr std::size_t maximum_label_size = 32;
constexpr std::size_t maximum_enclosed_size = 48;
// A call names so many notes at most ("[2–4]").
constexpr std::size_t maximum_marks = 20;

constexpr char32_t first_full_width_digit = U'０';
constexpr char32_t first_circled_number = U'①', last_circled_number = U'⑳';

struct Brackets {
    std::string_view open, close;
    bool are_round = false;
};
constexpr std::array<Brackets, 10> brackets = {{{"[", "]"},
                                                {"(", ")", true},
                                                {"{", "}"},
                                                {"<", ">"},
                                                {"/", "/"},
                                                {"⁽", "⁾"},
                                                {"（", "）", true},
                                                {"［", "］"},
                                                {"〔", "〕"},
                                                {"【", "】"}}};

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

std::optional<unsigned> superscript_digit(char32_t point) {
    if (point == U'¹') return 1;
    if (point == U'²' || point == U'³') return point - U'²' + 2;
    if (point == U'⁰' || (point >= U'⁴' && point <= U'⁹')) return point - U'⁰';
    return std::nullopt;
}

std::optional<unsigned> plain_digit(char32_t point) {
    if (point >= U'0' && point <= U'9') return point - U'0';
    if (point >= first_full_width_digit && point < first_full_width_digit + 10)
        return point - first_full_width_digit;
    return std::nullopt;
}

// The number that the digits at the start of a text make.
template <class Digit>
std::optional<NumberRead> read_digits(std::string_view text, Digit digit_of) {
    NumberRead read;
    while (read.size < text.size()) {
        auto const point = decode(text, read.size);
        auto const digit = digit_of(point.value);
        if (!digit) break;
        if (*digit == 0 && read.number == 0) return std::nullopt;
        read.number = read.number * 10 + *digit;
        read.size += point.size;
        if (read.number > maximum_note_number) return std::nullopt;
    }
    if (read.number == 0) return std::nullopt;
    return read;
}

std::set<std::string> const& labels() {
    static auto const folded = read_folded_list(find_embedded("vocabulary/note-labels.txt").value_or(""));
    return folded;
}

bool is_digit_at(std::string_view text, std::size_t at) { return at < text.size() && is_digit(text[at]); }

// A letter as a number of its place in the alphabet.
std::optional<NumberRead> read_letter(std::string_view text) {
    if (text.empty() || !is_ascii_letter(text[0])) return std::nullopt;
    return NumberRead{static_cast<std::size_t>(ascii_lower(text.substr(0, 1))[0] - 'a') + 1, 1};
}

// The letters of a word of the labels at the start of a text, or 0.
std::size_t label_word_size(std::string_view text) {
    std::size_t size = 0;
    while (size < text.size() && size < maximum_label_size && is_letter(decode(text, size).value))
        size += decode(text, size).size;
    return size > 0 && labels().count(fold(text.substr(0, size))) > 0 ? size : 0;
}

// What stands between brackets: a number of whichever kind, behind a label or not, or one letter.
std::optional<EnclosedMarks> read_first_mark(std::string_view inner) {
    EnclosedMarks out;
    out.size = note_label_size(inner);
    inner.remove_prefix(out.size);
    auto read = read_number(inner);
    if (!read) read = read_superscript_number(inner);
    if (!read) read = read_roman_number(inner);
    if (!read && out.size == 0) {
        read = read_letter(inner);
        out.is_letter = read.has_value();
    }
    if (!read) return std::nullopt;
    bool const is_figure = !is_ascii_letter(inner[0]);
    out.marks.push_back(
        {read->number, is_figure ? std::to_string(read->number) : std::string(inner.substr(0, read->size))});
    out.size += read->size;
    return out;
}

// Adds the notes that ", 5" or "–5" behind a first number call. Nothing if it is no such list.
void read_further_marks(std::string_view inner, EnclosedMarks& out) {
    for (auto rest = inner.substr(out.size); !rest.empty(); rest = inner.substr(out.size)) {
        auto const sign = decode(rest, 0);
        bool const is_range = sign.value == U'-' || sign.value == U'–';
        if (!is_range && sign.value != U',' && sign.value != U';') return;
        auto at = sign.size;
        while (rest.substr(at, 1) == " ") ++at;
        auto const read = read_number(rest.substr(at));
        auto const last = out.marks.back().number;
        if (!read || read->number <= last || out.marks.size() >= maximum_marks) return;
        auto const first = is_range ? last + 1 : read->number;
        if (read->number - first >= maximum_marks) return;
        for (auto number = first; number <= read->number; ++number)
            out.marks.push_back({number, std::to_string(number)});
        out.size += at + read->size;
    }
}

}  // namespace

std::optional<NumberRead> read_number(std::string_view text) { return read_digits(text, plain_digit); }

std::optional<NumberRead> read_superscript_number(std::string_view text) {
    if (text.substr(0, 1) == "^") {
        auto plain = read_number(text.substr(1));
        if (plain) plain->size += text.substr(plain->size + 1, 1) == "^" ? 2 : 1;
        return plain;
    }
    if (text.empty()) return std::nullopt;
    auto const point = decode(text, 0);
    if (point.value >= first_circled_number && point.value <= last_circled_number)
        return NumberRead{point.value - first_circled_number + 1, point.size};
    return read_digits(text, superscript_digit);
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
    if (note_number(read.number, "lowerRoman") != text.substr(0, read.size)) return std::nullopt;
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

std::size_t note_label_size(std::string_view text) {
    auto size = label_word_size(text);
    if (size == 0) return 0;
    if (text.substr(size, 1) == "." || text.substr(size, 1) == ":") ++size;
    while (text.substr(size, 1) == " ") ++size;
    return size < text.size() && plain_digit(decode(text, size).value) ? size : 0;
}

std::optional<LabelledMark> read_labelled_mark(std::string_view text) {
    auto const word = label_word_size(text);
    if (word == 0 || text.substr(word, 1) != " ") return std::nullopt;
    auto const rest = text.substr(word + 1, maximum_enclosed_size);
    auto read = read_number(rest);
    if (!read) read = read_roman_number(rest);
    if (!read) read = read_letter(rest);
    if (!read && symbol_size(rest) > 0) read = NumberRead{0, symbol_size(rest)};
    if (!read || rest.substr(read->size, 1) != ":") return std::nullopt;
    return LabelledMark{{read->number, std::string(rest.substr(0, read->size))}, word + 1 + read->size + 1};
}

bool is_arrow(std::string_view text) {
    text = trim(text);
    if (text.empty()) return false;
    for (std::size_t at = 0; at < text.size();) {
        auto const point = decode(text, at);
        bool const is_part = (point.value >= U'←' && point.value <= U'\u21FF') || point.value == U'⏎' ||
                             point.value == U'^' || point.value == U'\uFE0E' || point.value == U'\uFE0F' ||
                             point.value == U'⬆' || is_space(point.value);
        if (!is_part) return false;
        at += point.size;
    }
    return true;
}

std::optional<EnclosedMarks> read_enclosed_marks(std::string_view text) {
    auto const pair = std::find_if(brackets.begin(), brackets.end(),
                                   [&](Brackets const& one) { return text.starts_with(one.open); });
    if (pair == brackets.end()) return std::nullopt;
    auto const inner = text.substr(pair->open.size(), maximum_enclosed_size);
    auto out = read_first_mark(inner);
    if (!out || (pair->are_round && out->is_letter)) return std::nullopt;
    out->is_round = pair->are_round;
    if (!out->is_round && !out->is_letter) read_further_marks(inner, *out);
    if (!inner.substr(out->size).starts_with(pair->close)) return std::nullopt;
    out->is_stroked = pair->open == "/";
    if (out->is_stroked && (out->is_letter || is_digit_at(inner, out->size + 1))) return std::nullopt;
    out->size += pair->open.size() + pair->close.size();
    return out;
}

std::size_t find_opening_bracket(std::string_view text, std::size_t at) {
    return text.find_first_of("[({</\xE2\xE3\xEF", at);
}

}  // namespace fonds
