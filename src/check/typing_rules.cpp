// Rules on damage by typing, scanning and encoding.

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "check/confusables.hpp"
#include "check/rule.hpp"

namespace fonds::checking {
namespace {

template <std::size_t n>
bool is_one_of(std::string_view word, std::array<std::string_view, n> const& list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

bool begins_upper(std::string_view word) { return !word.empty() && is_upper(decode(word, 0).value); }

// Words that good prose of these languages does repeat.
constexpr std::array<std::string_view, 22> repeated_in_prose = {
    "that", "had", "is",   "die",  "der", "das", "sie", "den",  "dem",  "nous", "vous",
    "nos",  "dat", "zich", "quae", "was", "in",  "lui", "elle", "blah", "very", "tak"};

// "Pago Pago", "Sirhan Sirhan": names are repeated by right.
bool may_stand_twice(NoteView const& note, Token const& first, Token const& second) {
    auto const word = note.text(first);
    if (count_code_points(word) < 2 || is_one_of(to_lower(word), repeated_in_prose)) return true;
    return begins_upper(word) && begins_upper(note.text(second));
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
            if (to_lower(note.text(tokens[at])) != to_lower(note.text(second))) continue;
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

struct Scripts {
    std::size_t latin = 0;
    std::size_t cyrillic = 0;
    std::size_t greek = 0;
    [[nodiscard]] bool mixed() const { return (latin > 0) + (cyrillic > 0) + (greek > 0) > 1; }
};

Scripts scripts_of(std::string_view word) {
    Scripts scripts;
    for (std::size_t at = 0; at < word.size();) {
        auto const c = decode(word, at);
        at += c.size;
        switch (script_of(c.value)) {
            case Script::latin:
                ++scripts.latin;
                break;
            case Script::cyrillic:
                ++scripts.cyrillic;
                break;
            case Script::greek:
                ++scripts.greek;
                break;
            default:
                break;
        }
    }
    return scripts;
}

// The nearest word before a token that has letters of one alphabet and more than one of them, or a label's
// stop.
Script script_before(NoteView const& note, std::size_t at) {
    constexpr std::size_t farthest = 6;
    for (std::size_t back = 1; back <= std::min(at, farthest); ++back) {
        auto const& token = note.tokens[at - back];
        if (token.kind != Token::word) continue;
        auto const scripts = scripts_of(note.text(token));
        if (scripts.mixed()) return Script::other;
        return scripts.cyrillic > 0 ? Script::cyrillic : scripts.latin > 0 ? Script::latin : Script::other;
    }
    return Script::other;
}

// The word in one script, where every strange letter has a twin in it.
std::optional<std::string> in_one_script(std::string_view word, bool latin) {
    std::string out;
    for (std::size_t at = 0; at < word.size();) {
        auto const c = decode(word, at);
        at += c.size;
        auto const script = script_of(c.value);
        bool const strange = latin ? script == Script::cyrillic || script == Script::greek
                                   : script == Script::latin || script == Script::greek;
        auto const twin = strange ? (latin ? latin_twin(c.value) : cyrillic_twin(c.value)) : c.value;
        if (twin == 0) return std::nullopt;
        append_utf8(out, twin);
    }
    return out;
}

// "22/а", "ф. 1B": one letter of the other alphabet at a number.
void strange_letter(NoteView const& note, Findings& findings) {
    auto const& tokens = note.tokens;
    for (std::size_t at = 2; at < tokens.size(); ++at) {
        auto const letter = note.text(tokens[at]);
        if (tokens[at].kind != Token::word || count_code_points(letter) != 1) continue;
        bool const at_number = tokens[at - 1].kind == Token::number ||
                               (note.text(tokens[at - 1]) == "/" && tokens[at - 2].kind == Token::number);
        auto const point = decode(letter, 0).value;
        auto const script = script_of(point);
        auto const around = at_number ? script_before(note, at) : Script::other;
        bool const is_strange =
            (script == Script::cyrillic && around == Script::latin && latin_twin(point) != 0) ||
            (script == Script::latin && around == Script::cyrillic && cyrillic_twin(point) != 0);
        if (!is_strange) continue;
        auto& finding =
            findings.add(note.index, tokens[at].span,
                         concat("“", letter, "” is a ", script == Script::cyrillic ? "Cyrillic" : "Latin",
                                " letter in a reference of the other alphabet: no search will find it"));
        // A Latin B may stand for В, or for Б.
        if (letter == "B") continue;
        std::string twin;
        append_utf8(twin, script == Script::cyrillic ? latin_twin(point) : cyrillic_twin(point));
        offer(finding, false, twin);
    }
}

void mixed_script(NoteView const& note, Findings& findings) {
    strange_letter(note, findings);
    for (std::size_t at = 0; at < note.tokens.size(); ++at) {
        auto const& token = note.tokens[at];
        if (token.kind != Token::word) continue;
        auto const word = note.text(token);
        auto const scripts = scripts_of(word);
        if (!scripts.mixed()) continue;
        // Half and half does not tell which alphabet was meant; the word before it does.
        bool const half = scripts.latin == scripts.cyrillic + scripts.greek;
        auto const around = half ? script_before(note, at) : Script::other;
        bool const mostly_latin =
            half ? around != Script::cyrillic : scripts.latin > scripts.cyrillic + scripts.greek;
        auto repaired = in_one_script(word, mostly_latin);
        bool const sure = repaired.has_value();
        if (!sure) repaired = in_one_script(word, !mostly_latin);
        if (!repaired) continue;
        auto& finding = findings.add(
            note.index, token.span,
            concat("“", word,
                   "” mixes letters of two alphabets that look alike: no search will find it; write “",
                   *repaired, "” in one alphabet"));
        offer(finding, sure && (!half || around != Script::other), *repaired);
    }
}

// "Kim И Sung": a lone Cyrillic capital between Latin words is a misread pair of letters.
void lone_cyrillic(NoteView const& note, Findings& findings) {
    auto const& tokens = note.tokens;
    for (std::size_t at = 2; at + 2 < tokens.size(); ++at) {
        if (tokens[at].kind != Token::word || note.text(tokens[at]) != "И") continue;
        if (tokens[at - 1].kind != Token::space || tokens[at + 1].kind != Token::space) continue;
        if (scripts_of(note.text(tokens[at - 2])).latin == 0 ||
            scripts_of(note.text(tokens[at + 2])).latin == 0)
            continue;
        auto& finding = findings.add(note.index, tokens[at].span,
                                     "a Cyrillic “И” between Latin words: “Il” was misread; write “Il”");
        offer(finding, false, "Il");
    }
}

// Bytes of windows-1252 that the characters came from; nothing where one is not of that code page.
std::optional<std::string> as_bytes(std::string_view text) {
    std::string bytes;
    for (std::size_t at = 0; at < text.size();) {
        auto const c = decode(text, at);
        at += c.size;
        if (c.value < 0x80 || (c.value >= 0xA0 && c.value <= 0xFF)) {
            bytes += static_cast<char>(c.value);
            continue;
        }
        bool found = false;
        for (unsigned byte = 0x80; byte < 0xA0 && !found; ++byte) {
            char const raw = static_cast<char>(byte);
            if (decode(from_latin1({&raw, 1}), 0).value != c.value) continue;
            bytes += raw;
            found = true;
        }
        if (!found) return std::nullopt;
    }
    return bytes;
}

bool is_continuation_look(char32_t c) {
    return (c >= 0x80 && c <= 0xBF) || (c >= 0x2010 && c <= 0x2122) || c == 0x0152 || c == 0x0153 ||
           c == 0x0160 || c == 0x0161 || c == 0x0178 || c == 0x017D || c == 0x017E || c == 0x0192 ||
           c == 0x02C6 || c == 0x02DC;
}

// The end of a run that began as UTF-8 and was read as windows-1252: "Ã©", "â€™", "Ð°".
std::size_t mojibake_end(std::string_view text, std::size_t begin) {
    auto end = begin;
    while (end < text.size()) {
        auto const lead = decode(text, end);
        if (lead.value < 0xC2 || lead.value > 0xF4) break;
        auto const wanted = lead.value >= 0xF0 ? 3U : lead.value >= 0xE0 ? 2U : 1U;
        auto next = end + lead.size;
        unsigned count = 0;
        while (count < wanted && next < text.size() && is_continuation_look(decode(text, next).value)) {
            next += decode(text, next).size;
            ++count;
        }
        if (count < wanted) break;
        end = next;
    }
    return end;
}

bool is_half_kana(char32_t c) { return c >= 0xFF61 && c <= 0xFF9F; }

// The end of what cannot have been meant: replacement characters, control characters, half-width katakana.
std::size_t noise_end(std::string_view text, std::size_t begin) {
    auto end = begin;
    while (end < text.size()) {
        auto const c = decode(text, end);
        bool const noise = c.value == 0xFFFD || (c.value >= 0x80 && c.value < 0xA0 && c.value != 0x85) ||
                           is_half_kana(c.value);
        if (!noise) break;
        end += c.size;
    }
    return end;
}

void mojibake(NoteView const& note, Findings& findings) {
    std::string_view const text = note.note.text;
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            ++at;
            continue;
        }
        auto const misread = mojibake_end(text, at);
        auto const end = std::max(misread, noise_end(text, at));
        if (end == at) {
            at += decode(text, at).size;
            continue;
        }
        std::optional<std::string> repaired;
        if (misread == end) repaired = as_bytes(text.substr(at, end - at));
        bool const repairs = repaired && is_valid_utf8(*repaired);
        if (misread != end || repairs) {
            auto& finding =
                findings.add(note.index, {at, end},
                             repairs ? concat("text in the wrong encoding; “", *repaired, "” was meant")
                                     : std::string("damaged characters; look the word up and retype it"));
            if (repairs) offer(finding, false, *repaired);
        }
        at = end;
    }
}

void soft_hyphen(NoteView const& note, Findings& findings) {
    constexpr std::string_view mark = "\xC2\xAD";
    for (auto const& token : note.tokens) {
        if (token.kind != Token::word) continue;
        auto const word = note.text(token);
        if (word.find(mark) == std::string_view::npos) continue;
        auto const whole = replace_all(word, mark, "");
        auto& finding =
            findings.add(note.index, token.span,
                         concat("a soft hyphen inside “", whole, "” hides the word from searches"));
        offer(finding, true, whole);
    }
}

// "pre- and post-war", "Wirtschafts- und Sozialrat" keep their hyphen.
constexpr std::array<std::string_view, 16> after_open_hyphen = {
    "and", "or", "to", "und", "oder", "bzw", "et", "ou", "och", "en", "of", "i", "y", "и", "или", "nor"};

void broken_word(NoteView const& note, Findings& findings) {
    auto const& tokens = note.tokens;
    for (std::size_t at = 0; at + 3 < tokens.size(); ++at) {
        if (tokens[at].kind != Token::word || note.text(tokens[at + 1]) != "-") continue;
        if (tokens[at + 2].kind != Token::space || tokens[at + 3].kind != Token::word) continue;
        auto const second = note.text(tokens[at + 3]);
        if (!is_lower(decode(second, 0).value) || is_one_of(second, after_open_hyphen)) continue;
        if (count_code_points(note.text(tokens[at])) < 2) continue;
        auto const whole = concat(note.text(tokens[at]), second);
        auto& finding = findings.add(note.index, {tokens[at].span.begin, tokens[at + 3].span.end},
                                     concat("a line-end hyphen was left inside a word; write “", whole, "”"));
        offer(finding, false, whole);
    }
}

// "848a.OO/6": capital O after a figure or a stop of the same mark, before a figure or a slash.
void letter_o(NoteView const& note, Findings& findings) {
    std::string_view const text = note.note.text;
    for (auto const& token : note.tokens) {
        if (token.kind != Token::word) continue;
        auto const word = note.text(token);
        if (word.find_first_not_of('O') != std::string_view::npos) continue;
        auto const begin = token.span.begin;
        auto const end = token.span.end;
        bool const after = end < text.size() && (is_digit(text[end]) || text[end] == '/');
        bool before = begin > 0 && is_digit(text[begin - 1]);
        if (begin > 1 && text[begin - 1] == '.') {
            auto from = text.find_last_of(" ,;(", begin - 1);
            from = from == std::string_view::npos ? 0 : from + 1;
            auto const head = text.substr(from, begin - 1 - from);
            before = std::any_of(head.begin(), head.end(), [](char c) { return is_digit(c); });
        }
        if (!before || !after) continue;
        auto& finding = findings.add(
            note.index, token.span,
            concat("the letter O stands for the figure 0; write “", std::string(word.size(), '0'), "”"));
        offer(finding, true, std::string(word.size(), '0'));
    }
}

// "BundY": a capital at the end of a word of small letters.
bool ends_in_noise(std::string_view word) {
    if (word.size() < 5 || !is_upper(decode(word, 0).value)) return false;
    auto const letters = word.substr(1);
    return std::all_of(letters.begin(), letters.end() - 1, [](char c) { return c >= 'a' && c <= 'z'; }) &&
           letters.back() >= 'A' && letters.back() <= 'Z';
}

// "box n", "Box u" for 11; "OX 11" for "Box 11".
bool is_damaged_box(NoteView const& note, std::size_t at) {
    auto const& tokens = note.tokens;
    if (at + 2 >= tokens.size() || tokens[at].kind != Token::word || tokens[at + 1].kind != Token::space)
        return false;
    auto const label = note.text(tokens[at]);
    auto const number = note.text(tokens[at + 2]);
    if (label == "OX" || label == "ox") return tokens[at + 2].kind == Token::number;
    bool const ends =
        at + 3 == tokens.size() || note.text(tokens[at + 3]) == "," || note.text(tokens[at + 3]) == ";";
    return (label == "box" || label == "Box") && (number == "n" || number == "u" || number == "ii") && ends;
}

void scan_noise(NoteView const& note, Findings& findings) {
    auto const& tokens = note.tokens;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        auto const mark = note.text(tokens[at]);
        bool const between = at > 0 && at + 1 < tokens.size() && tokens[at - 1].kind == Token::number &&
                             tokens[at + 1].kind == Token::number;
        bool const inside_word = at > 0 && tokens[at - 1].kind == Token::word;
        if ((mark == "%" || mark == "$") && between) {
            findings.add(note.index, {tokens[at - 1].span.begin, tokens[at + 1].span.end},
                         concat("“", mark, "” inside a number is scanning noise; look the number up"));
        } else if (mark == "_" && inside_word) {
            auto& finding = findings.add(note.index, tokens[at].span,
                                         "a stray “_” was left by scanning or by a form; delete it");
            offer(finding, false, "");
        } else if (is_damaged_box(note, at)) {
            findings.add(note.index, {tokens[at].span.begin, tokens[at + 2].span.end},
                         "a box whose word or number was damaged by scanning; look the number up");
        } else if (tokens[at].kind == Token::word && ends_in_noise(mark)) {
            findings.add(note.index, tokens[at].span,
                         concat("“", mark, "” ends in a capital: scanning noise; look the word up"));
        }
    }
}

constexpr RuleEntry entries[] = {
    {{"doubled-word", "typing", Severity::warning, "a word stands twice in a row"},
     Reach::manuscripts,
     doubled_word},
    {{"mixed-script", "typing", Severity::error, "letters of two alphabets that look alike in one word"},
     Reach::both,
     mixed_script},
    {{"lone-cyrillic", "typing", Severity::warning, "a lone Cyrillic letter between Latin words"},
     Reach::both,
     lone_cyrillic},
    {{"mojibake", "typing", Severity::warning, "text in the wrong encoding"}, Reach::both, mojibake},
    {{"soft-hyphen", "typing", Severity::note, "a soft hyphen inside a word"}, Reach::both, soft_hyphen},
    {{"broken-word", "typing", Severity::note, "a line-end hyphen left inside a word"},
     Reach::manuscripts,
     broken_word},
    {{"letter-o-for-zero", "typing", Severity::error, "the letter O where the figure 0 belongs"},
     Reach::manuscripts,
     letter_o},
    {{"scan-noise", "typing", Severity::warning,
      "marks and capitals that scanning left in words and numbers"},
     Reach::manuscripts,
     scan_noise},
};

}  // namespace

std::span<RuleEntry const> typing_rules() { return entries; }

}  // namespace fonds::checking
