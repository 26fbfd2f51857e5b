// Calls of notes in plain text.

#include "manuscript/plain_calls.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "manuscript/note_marks.hpp"

namespace fonds {
namespace {

// In an ascending series so many numbers may be missing (a call lost with the formatting).
constexpr std::size_t maximum_gap = 3;

CallCandidate candidate(std::string mark, std::size_t number, Span span) {
    return {{std::move(mark), span}, number};
}

// Marks between brackets that `fits` takes.
template <class Fits>
std::vector<CallCandidate> find_enclosed(std::string_view text, Fits fits) {
    std::vector<CallCandidate> out;
    for (auto at = find_opening_bracket(text, 0); at != std::string_view::npos;
         at = find_opening_bracket(text, at + 1)) {
        if (text[at] == '/' && at > 0 && is_digit(text[at - 1])) continue;  // "3/1/1956"
        auto read = read_enclosed_marks(text.substr(at));
        if (!read || !fits(*read)) continue;
        for (auto& mark : read->marks)
            out.push_back(candidate(std::move(mark.mark), mark.number, {at, at + read->size}));
    }
    return out;
}

// "[b]", but not the letter that an editor changed: "[B]ut".
std::vector<CallCandidate> find_letters(std::string_view text) {
    auto out = find_enclosed(text, [](EnclosedMarks const& read) { return read.is_letter; });
    std::erase_if(out, [&](CallCandidate const& found) {
        auto const end = found.call.span.end;
        return end < text.size() && is_letter(decode(text, end).value);
    });
    return out;
}

std::vector<CallCandidate> find_superscripts(std::string_view text) {
    std::vector<CallCandidate> out;
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0xC2 && text[at] != '^') {
            ++at;
            continue;
        }
        auto const read = read_superscript_number(text.substr(at, 24));
        if (!read) {
            ++at;
            continue;
        }
        out.push_back(candidate(std::to_string(read->number), read->number, {at, at + read->size}));
        at += read->size;
    }
    return out;
}

// Whether a sentence begins at a place behind white space, or nothing more stands there.
bool begins_sentence(std::string_view text, std::size_t at) {
    auto const word = text.find_first_not_of(" \n\r\t", at);
    return word == std::string_view::npos || is_upper(decode(text, word).value);
}

std::size_t digits_before(std::string_view text, std::size_t end) {
    std::size_t digits = 0;
    while (digits < end && is_digit(text[end - 1 - digits])) ++digits;
    return digits;
}

std::size_t letters_before(std::string_view text, std::size_t end) {
    std::size_t letters = 0;
    while (end > 0 && is_letter(decode_before(text, end).value)) {
        end -= decode_before(text, end).size;
        ++letters;
    }
    return letters;
}

// A call stands right behind a word or its stop: "war.7", "war”7"; not behind "p.", "f." or a digit. What is
// short may be an abbreviation, and a number go on in decimals ("5.3 percent"), unless a sentence begins
// behind: "so it went on.7 The", "in May 12.7 The".
bool may_carry_call(std::string_view text, std::size_t at, std::size_t end) {
    auto before = decode_before(text, at);
    auto stop_end = at;
    while (is_punctuation(before.value)) {
        if (before.value == '-' || before.value == 0x2013 || before.value == 0x2014 || before.value == '/' ||
            before.value == '(' || before.value == '[' || before.value == '#')
            return false;
        stop_end -= before.size;
        if (stop_end == 0) return false;
        before = decode_before(text, stop_end);
    }
    bool const has_stop = stop_end < at;
    if (has_stop && is_number(before.value))
        return digits_before(text, stop_end) == 4 || begins_sentence(text, end);
    auto const letters = letters_before(text, stop_end);
    return letters > 2 || (letters == 2 && has_stop && begins_sentence(text, end));
}

// Marks of an ascending series of which each stands behind a word or its stop. `read` reads one; `may_begin`
// says of two bytes whether one may begin between them.
template <class Read, class MayBegin>
std::vector<CallCandidate> find_series(std::string_view text, std::size_t first, bool restarts, Read read,
                                       MayBegin may_begin) {
    std::vector<CallCandidate> out;
    auto expected = first;
    for (std::size_t at = 1; at < text.size();) {
        auto const found = may_begin(text[at - 1], text[at]) ? read(text.substr(at)) : std::nullopt;
        if (!found) {
            ++at;
            continue;
        }
        auto const end = at + found->size;
        bool const ends_word = end == text.size() || !is_letter(decode(text, end).value);
        bool const goes_on = found->number >= expected && found->number <= expected + maximum_gap;
        bool const begins_anew = restarts && found->number == first;
        if (ends_word && (goes_on || begins_anew) && may_carry_call(text, at, end)) {
            auto mark =
                is_digit(text[at]) ? std::to_string(found->number) : std::string(slice(text, {at, end}));
            out.push_back(candidate(std::move(mark), found->number, {at, end}));
            expected = found->number + 1;
        }
        at = end;
    }
    return out;
}

std::vector<CallCandidate> find_symbols(std::string_view text) {
    std::vector<CallCandidate> out;
    for (std::size_t at = 0; at < text.size();) {
        auto const size = symbol_size(text.substr(at, 12));
        if (size == 0) {
            ++at;
            continue;
        }
        bool const behind_text = at > 0 && !is_space(decode_before(text, at).value);
        bool const before_space = at + size == text.size() || !is_letter(decode(text, at + size).value);
        if (behind_text && before_space)
            out.push_back(candidate(std::string(text.substr(at, size)), 0, {at, at + size}));
        at += size;
    }
    return out;
}

}  // namespace

std::vector<CallCandidate> find_calls(std::string_view text, CallStyle style, std::size_t first,
                                      bool restarts) {
    switch (style) {
        case CallStyle::bracket:
            return find_enclosed(text, [](EnclosedMarks const& read) {
                return !read.is_round && !read.is_letter && !read.is_stroked;
            });
        case CallStyle::stroke:
            return find_enclosed(text, [](EnclosedMarks const& read) { return read.is_stroked; });
        case CallStyle::letter: return find_letters(text);
        case CallStyle::parenthesis:
            return find_enclosed(text, [](EnclosedMarks const& read) { return read.is_round; });
        case CallStyle::superscript: return find_superscripts(text);
        case CallStyle::attached:
            return find_series(text, first, restarts, read_number,
                               [](char before, char next) { return !is_digit(before) && is_digit(next); });
        case CallStyle::attached_roman:
            return find_series(text, first, restarts, read_roman_number, [](char before, char next) {
                return !is_ascii_letter(before) && !is_digit(before) && !is_ascii_space(before) &&
                       is_ascii_letter(next);
            });
        case CallStyle::symbol: return find_symbols(text);
    }
    return {};
}

}  // namespace fonds
