// Rules on letters and figures that scanning takes for each other.

#include <algorithm>
#include <array>
#include <optional>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "check/citation.hpp"
#include "check/dates.hpp"
#include "check/rule.hpp"
#include "model/month_names.hpp"

namespace fonds::checking {
namespace {

// "848a.OO/6": the letter O after a figure or a stop of the same mark, before a figure or a slash; a small
// one only between stop and slash, for "7o6" is the back of a leaf.
void letter_o(NoteView const& note, Findings& findings) {
    std::string_view const text = note.note.text;
    for (auto const& token : note.tokens) {
        if (token.kind != Token::word) continue;
        auto const word = note.text(token);
        bool const is_small = word.find_first_not_of('o') == std::string_view::npos;
        if (word.find_first_not_of('O') != std::string_view::npos && !is_small) continue;
        auto const begin = token.span.begin;
        auto const end = token.span.end;
        bool const after = end < text.size() && (is_digit(text[end]) || text[end] == '/');
        if (is_small && (end >= text.size() || text[end] != '/')) continue;
        bool before = !is_small && begin > 0 && is_digit(text[begin - 1]);
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

/// A misreading and what was meant.
struct Misreading {
    std::string_view wrong;
    std::string_view right;
};

// "Л. 7 o6.": the mark stands apart from its number, and was not read with it. A figure in it says nothing of
// its letters: they are those of the label.
void detached_verso(NoteView const& note, ArchiveLevel const& level, std::size_t end, Findings& findings) {
    std::string_view const text = note.note.text;
    if (text.substr(end, 1) != " ") return;
    bool const is_latin = !level.label.empty() && is_ascii_letter(level.label.front());
    auto const figured = is_latin ? "ob" : "об";
    for (auto const& [wrong, right] :
         {Misreading{"o6", figured}, Misreading{"о6", "об"}, Misreading{"0б", "об"}, Misreading{"0b", "ob"},
          Misreading{"oб", "об"}}) {
        Span const span{end + 1, end + 1 + wrong.size()};
        bool const ends =
            span.end >= text.size() || !(is_letter(decode(text, span.end).value) || is_digit(text[span.end]));
        if (text.substr(span.begin, wrong.size()) != wrong || !ends) continue;
        auto& finding = findings.add(
            note.index, span, concat("the mark for the back of a leaf was misread; write “", right, ".”"));
        offer(finding, false, concat(right, text.substr(span.end, 1) == "." ? "" : "."));
        return;
    }
}

// "5-7o6": the back of the leaf, misread.
void verso_mark(NoteView const& note, Citation const& citation, Findings& findings) {
    auto const& levels = citation.item.reference.levels;
    for (std::size_t index = 0; index < levels.size(); ++index) {
        if (levels[index].hierarchy != Hierarchy::part) continue;
        auto const place = level_place(note.note, citation, index);
        if (!place) continue;
        auto const& value = levels[index].value;
        detached_verso(note, levels[index], place->end, findings);
        for (auto const& [wrong, right] :
             {Misreading{"o6", "ob"}, Misreading{"0b", "ob"}, Misreading{"о6", "об"}}) {
            auto const at = value.rfind(wrong);
            if (at == std::string::npos || at == 0) continue;
            Span const span{place->begin + at, place->begin + at + wrong.size()};
            auto& finding =
                findings.add(note.index, span,
                             concat("the mark for the back of a leaf was misread; write “", right, ".”"));
            bool const stop = note.note.text.compare(span.end, 1, ".") == 0;
            offer(finding, true, concat(right, stop ? "" : "."));
        }
    }
}

// Letters and figures that scanning takes for each other, in a place for figures only.
std::optional<std::string> as_figures(std::string_view value) {
    std::string out;
    bool changed = false;
    for (auto const c : value) {
        bool const one = c == 'I' || c == 'l' || c == '|';
        bool const zero = c == 'O' || c == 'o';
        changed = changed || one || zero;
        out += one ? '1' : zero ? '0' : c;
    }
    return changed && is_all_digits(out) ? std::optional(out) : std::nullopt;
}

constexpr std::array<std::string_view, 10> numbered_levels = {"box",  "folder", "reel", "roll", "frame",
                                                              "list", "page",   "delo", "fond", "opis"};

void digit_lookalike(NoteView const& note, Citation const& citation, Findings& findings) {
    auto const& levels = citation.item.reference.levels;
    for (std::size_t index = 0; index < levels.size(); ++index) {
        auto const& value = levels[index].value;
        if (!contains(numbered_levels, levels[index].level)) continue;
        // "7o6" of a leaf is its back, misread.
        if (levels[index].hierarchy == Hierarchy::part && value.ends_with("o6")) continue;
        auto const figures = as_figures(value);
        bool const has_small_l = value.find('l') != std::string::npos;
        bool const has_figure = std::any_of(value.begin(), value.end(), [](char c) { return is_digit(c); });
        // "fond I" may be Roman; "box I" is what scanning makes of 1.
        bool const in_box = levels[index].hierarchy == Hierarchy::physical;
        if (!figures || !(has_small_l || has_figure || in_box)) continue;
        auto const place = level_place(note.note, citation, index);
        auto& finding =
            findings.add(note.index, place.value_or(citation.span),
                         concat("“", value, "” where a number belongs: scanning takes ",
                                value.find_first_of("Oo") == std::string::npos ? "1 for I and l" : "0 for O",
                                "; write “", *figures, "”"));
        if (place) offer(finding, false, *figures);
    }
}

// "I December 1965", "I3 April 1951".
void day_lookalike(NoteView const& note, Findings& findings) {
    auto const& tokens = note.tokens;
    for (std::size_t at = 0; at + 2 < tokens.size(); ++at) {
        auto const letter = note.text(tokens[at]);
        if (letter != "I" && letter != "l") continue;
        auto next = at + 1;
        std::string day = "1";
        if (tokens[next].kind == Token::number && tokens[next].span.size() == 1)
            day += note.text(tokens[next++]);
        if (next + 3 >= tokens.size() || tokens[next].kind != Token::space) continue;
        auto const month = note.text(tokens[next + 1]);
        if (find_month(month) == 0 || count_code_points(month) < 4 || !is_upper(decode(month, 0).value))
            continue;
        if (tokens[next + 3].kind != Token::number || tokens[next + 3].span.size() != 4) continue;
        auto& finding =
            findings.add(note.index, {tokens[at].span.begin, tokens[next].span.begin},
                         concat("a letter where the day's figure belongs; write “", day, " ", month, "”"));
        offer(finding, false, day);
    }
}

constexpr RuleEntry entries[] = {
    {{"letter-o-for-zero", "typing", Severity::error, "the letter O where the figure 0 belongs"},
     Reach::manuscripts,
     letter_o},
    {{"verso-mark", "ranges", Severity::warning, "the mark for the back of a leaf is misread"},
     Reach::both,
     verso_mark},
    {{"digit-lookalike", "typing", Severity::warning, "a letter where a number belongs"},
     Reach::both,
     digit_lookalike},
    {{"day-lookalike", "typing", Severity::warning, "a letter where the day of a date belongs"},
     Reach::manuscripts,
     day_lookalike},
};

}  // namespace

std::span<RuleEntry const> lookalike_rules() { return entries; }

}  // namespace fonds::checking
