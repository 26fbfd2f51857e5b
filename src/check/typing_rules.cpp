// Rules on what typing and scanning leave behind: words twice, broken words, stray marks.

#include <algorithm>

#include "base/contains.hpp"
#include "base/embedded.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "check/dates.hpp"
#include "check/rule.hpp"
#include "check/words.hpp"
#include "model/month_names.hpp"

namespace fonds::checking {
namespace {

bool begins_upper(std::string_view word) { return !word.empty() && is_upper(decode(word, 0).value); }

// "Pago Pago", "Sirhan Sirhan": names are repeated by right.
bool may_stand_twice(NoteView const& note, Token const& first, Token const& second) {
    static auto const repeated = words_for("repeated");
    auto const word = note.text(first);
    if (count_code_points(word) < 2 || contains(repeated, to_lower(word))) return true;
    return begins_upper(word) && begins_upper(note.text(second));
}

// Whether two words differ in their case at most; most differ in their first letter.
bool is_same_word(std::string_view a, std::string_view b) {
    auto const is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    if (is_ascii(a[0]) && is_ascii(b[0]) && ascii_lower(a[0]) != ascii_lower(b[0])) return false;
    return to_lower(a) == to_lower(b);
}

// The word before a "Source: Source:" pair, colon and space included.
bool is_doubled_heading(NoteView const& note, std::size_t at) {
    auto const& tokens = note.tokens;
    return at + 4 < tokens.size() && note.text(tokens[at + 1]) == ":" &&
           tokens[at + 2].kind == Token::space && tokens[at + 3].kind == Token::word &&
           note.text(tokens[at + 4]) == ":" && note.text(tokens[at]) == note.text(tokens[at + 3]);
}

void doubled_word(NoteView const& note, Findings& findings) {
    auto const& tokens = note.tokens;
    for (std::size_t at = 0; at + 2 < tokens.size(); ++at) {
        if (tokens[at].kind != Token::word) continue;
        Span span;
        if (is_doubled_heading(note, at)) {
            span = {tokens[at].span.begin, tokens[at + 4].span.end};
        } else {
            auto const& second = tokens[at + 2];
            if (tokens[at + 1].kind != Token::space || second.kind != Token::word) continue;
            if (!is_same_word(note.text(tokens[at]), note.text(second))) continue;
            if (may_stand_twice(note, tokens[at], second)) continue;
            bool const in_compound = at + 3 < tokens.size() &&
                                     (note.text(tokens[at + 3]) == "-" || note.text(tokens[at + 3]) == "’");
            if (in_compound) continue;
            span = {tokens[at].span.begin, second.span.end};
        }
        auto const once = std::string(note.text(tokens[at])) + (is_doubled_heading(note, at) ? ":" : "");
        auto& finding = findings.add(note.index, span, concat("“", once, "” stands twice; write it once"));
        offer(finding, true, once);
        at += 2;
    }
}

void soft_hyphen(NoteView const& note, Findings& findings) {
    constexpr std::string_view mark = "\xC2\xAD";
    for (auto const& token : note.tokens) {
        if (token.kind != Token::word || token.is_ascii) continue;
        auto const word = note.text(token);
        if (word.find(mark) == std::string_view::npos) continue;
        auto const whole = replace_all(word, mark, "");
        auto& finding =
            findings.add(note.index, token.span,
                         concat("a soft hyphen inside “", whole, "” hides the word from searches"));
        offer(finding, true, whole);
    }
}

void broken_word(NoteView const& note, Findings& findings) {
    static auto const after_open_hyphen = embedded_list("vocabulary/after-open-hyphen.txt");
    auto const& tokens = note.tokens;
    for (std::size_t at = 0; at + 3 < tokens.size(); ++at) {
        if (tokens[at].kind != Token::word || note.text(tokens[at + 1]) != "-") continue;
        if (tokens[at + 2].kind != Token::space || tokens[at + 3].kind != Token::word) continue;
        auto const second = note.text(tokens[at + 3]);
        if (!is_lower(decode(second, 0).value) || contains(after_open_hyphen, second)) continue;
        if (count_code_points(note.text(tokens[at])) < 2) continue;
        auto const whole = concat(note.text(tokens[at]), second);
        auto& finding = findings.add(note.index, {tokens[at].span.begin, tokens[at + 3].span.end},
                                     concat("a line-end hyphen was left inside a word; write “", whole, "”"));
        offer(finding, false, whole);
    }
}

// "BundY": a capital at the end of a word of small letters. Names of programs end in an X.
bool ends_in_noise(std::string_view word) {
    if (word.size() < 5 || !is_upper(decode(word, 0).value)) return false;
    auto const letters = word.substr(1);
    return std::all_of(letters.begin(), letters.end() - 1, [](char c) { return c >= 'a' && c <= 'z'; }) &&
           letters.back() >= 'A' && letters.back() <= 'Z' && letters.back() != 'X';
}

// "box n", "Box u" for 11; "OX 11" for "Box 11".
bool is_damaged_box(NoteView const& note, std::size_t at) {
    auto const& tokens = note.tokens;
    if (at + 2 >= tokens.size() || tokens[at + 1].kind != Token::space) return false;
    auto const label = note.text(tokens[at]);
    auto const number = note.text(tokens[at + 2]);
    if (label == "OX" || label == "ox") return tokens[at + 2].kind == Token::number;
    bool const ends =
        at + 3 == tokens.size() || note.text(tokens[at + 3]) == "," || note.text(tokens[at + 3]) == ";";
    return (label == "box" || label == "Box") && (number == "n" || number == "u" || number == "ii") && ends;
}

// "3 May 196S", "June l956": a letter among the figures of a year behind a month.
bool is_damaged_year(NoteView const& note, std::size_t at) {
    auto const& tokens = note.tokens;
    if (at + 2 >= tokens.size() || tokens[at + 1].kind != Token::space) return false;
    auto const begin = tokens[at + 2].span.begin;
    auto const first = note.note.text[begin];
    if ((first != '1' && first != 'l' && first != 'I') || find_month(note.text(tokens[at])) == 0)
        return false;
    auto const end = note.note.text.find_first_not_of("0123456789SBOolI", begin);
    auto const year = slice(note.note.text, {begin, std::min(end, note.note.text.size())});
    auto const figures = std::count_if(year.begin(), year.end(), [](char c) { return is_digit(c); });
    bool const ends = end == std::string::npos || !is_letter(decode(note.note.text, end).value);
    return ends && year.size() == 4 && figures == 3;
}

// A mark that scanning or a form left in a word or a number.
void stray_mark(NoteView const& note, std::size_t at, Findings& findings) {
    auto const& tokens = note.tokens;
    auto const mark = note.text(tokens[at]);
    bool const between = at > 0 && at + 1 < tokens.size() && tokens[at - 1].kind == Token::number &&
                         tokens[at + 1].kind == Token::number;
    bool const inside_word = at > 0 && tokens[at - 1].kind == Token::word;
    // "gaza_iliad": the name of a file or of data.
    bool const joins_words = at + 1 < tokens.size() && tokens[at + 1].kind == Token::word;
    if ((mark == "%" || mark == "$") && between) {
        findings.add(note.index, {tokens[at - 1].span.begin, tokens[at + 1].span.end},
                     concat("“", mark, "” inside a number is scanning noise; look the number up"));
    } else if (mark == "_" && inside_word && !joins_words) {
        auto& finding = findings.add(note.index, tokens[at].span,
                                     "a stray “_” was left by scanning or by a form; delete it");
        offer(finding, false, "");
    }
}

// A word, or what stands behind it, in which scanning took letters for others or for figures.
void damaged_word(NoteView const& note, std::size_t at, Findings& findings) {
    auto const& tokens = note.tokens;
    auto const word = note.text(tokens[at]);
    if (is_damaged_year(note, at)) {
        auto const begin = tokens[at + 2].span.begin;
        findings.add(note.index, {begin, begin + 4},
                     concat("“", slice(note.note.text, {begin, begin + 4}),
                            "” is a year with a letter that scanning took for a figure; look it up"));
    } else if (is_damaged_box(note, at)) {
        findings.add(note.index, {tokens[at].span.begin, tokens[at + 2].span.end},
                     "a box whose word or number was damaged by scanning; look the number up");
    } else if (ends_in_noise(word)) {
        findings.add(note.index, tokens[at].span,
                     concat("“", word, "” ends in a capital: scanning noise; look the word up"));
    }
}

void scan_noise(NoteView const& note, Findings& findings) {
    for (std::size_t at = 0; at < note.tokens.size(); ++at) {
        auto const kind = note.tokens[at].kind;
        if (kind == Token::punctuation) stray_mark(note, at, findings);
        if (kind == Token::word) damaged_word(note, at, findings);
    }
}

constexpr RuleEntry entries[] = {
    {{"doubled-word", "typing", Severity::warning, "a word stands twice in a row"},
     Reach::manuscripts,
     doubled_word},
    {{"soft-hyphen", "typing", Severity::note, "a soft hyphen inside a word"}, Reach::both, soft_hyphen},
    {{"broken-word", "typing", Severity::note, "a line-end hyphen left inside a word"},
     Reach::manuscripts,
     broken_word},
    {{"scan-noise", "typing", Severity::warning,
      "marks and capitals that scanning left in words and numbers"},
     Reach::manuscripts,
     scan_noise},
};

}  // namespace

std::span<RuleEntry const> typing_rules() { return entries; }

}  // namespace fonds::checking
