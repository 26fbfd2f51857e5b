// Calls of notes in plain text.

#include "manuscript/plain_calls.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "manuscript/plain_markers.hpp"

namespace fonds {
namespace {

// In an ascending series so many numbers may be missing (a call lost with the formatting).
constexpr std::size_t maximum_gap = 3;

CallCandidate candidate(std::string mark, std::size_t number, Span span) {
    return {{std::move(mark), span}, number};
}

std::vector<CallCandidate> find_brackets(std::string_view text) {
    std::vector<CallCandidate> out;
    for (auto at = text.find('['); at != std::string_view::npos; at = text.find('[', at + 1)) {
        auto const inner = text.substr(at + 1, 12);
        auto read = read_number(inner);
        if (!read) read = read_roman_number(inner);
        if (!read || inner.substr(read->size, 1) != "]") continue;
        out.push_back(
            candidate(std::string(inner.substr(0, read->size)), read->number, {at, at + read->size + 2}));
    }
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

// "(7)" behind a word: a number in brackets of a shelf mark or date mostly stands otherwise.
std::vector<CallCandidate> find_parentheses(std::string_view text) {
    std::vector<CallCandidate> out;
    for (auto at = text.find('('); at != std::string_view::npos; at = text.find('(', at + 1)) {
        auto const read = read_number(text.substr(at + 1, 12));
        if (read && text.substr(at + 1 + read->size, 1) == ")")
            out.push_back(candidate(std::to_string(read->number), read->number, {at, at + read->size + 2}));
    }
    return out;
}

// A call stands right behind a word or its stop: "war.7", "war”7"; not behind "p.", "f." or a digit.
bool may_carry_call(std::string_view text, std::size_t at) {
    if (at == 0) return false;
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
    std::size_t letters = 0;
    for (auto end = stop_end; end > 0 && letters < 3; ++letters) {
        auto const letter = decode_before(text, end);
        if (!is_letter(letter.value)) break;
        end -= letter.size;
    }
    return letters == 3 || (stop_end < at && is_number(before.value));
}

std::vector<CallCandidate> find_attached(std::string_view text, std::size_t first, bool restarts) {
    std::vector<CallCandidate> out;
    auto expected = first;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_digit(text[at])) {
            ++at;
            continue;
        }
        auto end = at;
        while (end < text.size() && is_digit(text[end])) ++end;
        auto const read = read_number(text.substr(at, end - at));
        bool const ends_word = end == text.size() || !is_letter(decode(text, end).value);
        bool const goes_on = read && read->number >= expected && read->number <= expected + maximum_gap;
        bool const begins_anew = read && restarts && read->number == first;
        if (ends_word && (goes_on || begins_anew) && may_carry_call(text, at)) {
            out.push_back(candidate(std::to_string(read->number), read->number, {at, end}));
            expected = read->number + 1;
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
        case CallStyle::bracket: return find_brackets(text);
        case CallStyle::superscript: return find_superscripts(text);
        case CallStyle::parenthesis: return find_parentheses(text);
        case CallStyle::attached: return find_attached(text, first, restarts);
        case CallStyle::symbol: return find_symbols(text);
    }
    return {};
}

}  // namespace fonds
