// Rules on numbers and ranges of pages and leaves.

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "check/citation.hpp"
#include "check/dates.hpp"
#include "check/rule.hpp"

namespace fonds::checking {
namespace {

/// Pages or leaves as cited, and where they stand.
struct Pages {
    std::string_view text;
    Span span;
    bool leaves = false;  ///< of a file, not of a printed work
};

// Values of these are numbers of pages or leaves; a "range" elsewhere may be one long shelf mark.
std::vector<Pages> pages_of(NoteView const& note, Citation const& citation) {
    std::vector<Pages> pages;
    auto const add = [&](std::string_view field, std::string_view value) {
        auto const place = place_of(citation, field);
        if (!value.empty() && place) pages.push_back({value, *place, false});
    };
    add("page", citation.item.text(Variable::page));
    if (citation.locator_label.empty() || citation.locator_label == "page") add("locator", citation.locator);
    auto const& levels = citation.item.reference.levels;
    for (std::size_t index = 0; index < levels.size(); ++index) {
        if (levels[index].hierarchy != Hierarchy::part) continue;
        if (auto const place = level_place(note.note, citation, index))
            pages.push_back({levels[index].value, *place, true});
    }
    return pages;
}

constexpr std::array<std::string_view, 9> dashes = {"-", "–", "—", "−", "‐", "‑", "‒", "--", "―"};

/// A range written out: both ends, and the dash between them.
struct WrittenRange {
    NumberRange numbers;
    std::string_view first;
    std::string_view last;
    std::string_view dash;
    Span dash_span;  ///< in the value
};

std::string_view digits_at_end(std::string_view text) {
    auto begin = text.size();
    while (begin > 0 && is_digit(text[begin - 1])) --begin;
    return text.substr(begin);
}

std::optional<WrittenRange> written_range(std::string_view value) {
    for (auto const dash : dashes) {
        auto const at = value.find(dash);
        if (at == std::string_view::npos) continue;
        WrittenRange range;
        range.first = trim(value.substr(0, at));
        range.last = trim(value.substr(at + dash.size()));
        if (range.last.empty() || !is_digit(range.last.front()) || range.first.empty()) continue;
        auto const numbers = parse_number_range(concat(range.first, "-", range.last));
        if (!numbers) continue;
        range.numbers = *numbers;
        range.dash = dash;
        range.dash_span = {at, at + dash.size()};
        return range;
    }
    return std::nullopt;
}

void reversed_range(NoteView const& note, Citation const& citation, Findings& findings) {
    for (auto const& pages : pages_of(note, citation)) {
        auto const range = written_range(pages.text);
        if (!range || range->numbers.abbreviated || range->numbers.first <= range->numbers.last) continue;
        if (range->last.size() < digits_at_end(range->first).size()) continue;  // "319-22"
        auto& finding = findings.add(note.index, pages.span,
                                     concat("the range ends before it begins: write “", range->last, "–",
                                            range->first, "”, or look the numbers up"));
        offer(finding, false, concat(range->last, range->dash, range->first));
    }
}

void one_value_range(NoteView const& note, Citation const& citation, Findings& findings) {
    for (auto const& pages : pages_of(note, citation)) {
        auto const range = written_range(pages.text);
        if (!range || range->first != range->last) continue;
        auto& finding =
            findings.add(note.index, pages.span,
                         concat("a range from ", range->first, " to itself: write “", range->first, "”"));
        offer(finding, true, std::string(range->first));
    }
}

void abbreviated_leaves(NoteView const& note, Citation const& citation, Findings& findings) {
    for (auto const& pages : pages_of(note, citation)) {
        auto const range = written_range(pages.text);
        if (!pages.leaves || !range || !range->numbers.abbreviated) continue;
        auto const whole = concat(range->first, range->dash, std::to_string(range->numbers.last));
        auto& finding =
            findings.add(note.index, pages.span,
                         concat("leaf numbers are written out, as an archive prints them: “", whole, "”"));
        offer(finding, false, whole);
    }
}

void range_dash(NoteView const& note, Citation const& citation, Findings& findings) {
    for (auto const& pages : pages_of(note, citation)) {
        auto const range = written_range(pages.text);
        if (!range || range->dash == "–") continue;
        if (slice(note.note.text, pages.span) != pages.text) continue;
        auto const whole = concat(range->first, "–", range->last);
        auto& finding =
            findings.add(note.index, pages.span, concat("a range takes an en dash: “", whole, "”"));
        Span const dash{pages.span.begin + range->dash_span.begin, pages.span.begin + range->dash_span.end};
        offer(finding, true, dash, "–", "write an en dash");
    }
}

struct LabelPair {
    std::string_view one;
    std::string_view many;
};

// Lower case only: GOST's capital "Л." stands for one leaf and for many.
constexpr std::array<LabelPair, 8> label_pairs = {{{"p.", "pp."},
                                                   {"l.", "ll."},
                                                   {"л.", "лл."},
                                                   {"fol.", "fols."},
                                                   {"page", "pages"},
                                                   {"sheet", "sheets"},
                                                   {"leaf", "leaves"},
                                                   {"folio", "folios"}}};

// The label directly before `begin`, with its spaces.
std::string_view word_before(std::string_view text, std::size_t begin) {
    auto end = begin;
    while (end > 0 && is_space(decode_before(text, end).value)) end -= decode_before(text, end).size;
    auto from = end;
    while (from > 0 && end - from < 16) {
        auto const c = decode_before(text, from);
        if (!is_letter(c.value) && c.value != U'.') break;
        from -= c.size;
    }
    return text.substr(from, end - from);
}

enum class Amount { unsure, one, many };

Amount amount_of(std::string_view value) {
    if (auto const range = written_range(value)) {
        bool const same = range->numbers.first == range->numbers.last && range->first == range->last;
        return same ? Amount::unsure : Amount::many;
    }
    return is_all_digits(value) ? Amount::one : Amount::unsure;
}

// "pp. 30ff.", "pp. 30 and 45", "p. 3, 5": what follows decides, and is not read here.
bool goes_on(std::string_view text, std::size_t end) {
    auto const rest = text.substr(end, 12);
    auto const next = trim(rest);
    for (std::string_view const word : {"f", "and", "und", "et", "u.", "i ", "и", "&", "passim", "sq", "("})
        if (next.starts_with(word)) return true;
    return next.size() > 2 && (next[0] == ',' || next[0] == ';') && is_digit(trim(next.substr(1))[0]);
}

// The pairs by which a manuscript tells one from many: French "p. 245-250" and Bulgarian "л. 1–3" do not. One
// work in another language does not make it a habit: the plural has to be as frequent as the singular.
std::vector<LabelPair> pairs_in_use(Manuscript const& manuscript) {
    std::array<std::size_t, label_pairs.size()> plural{};
    std::array<std::size_t, label_pairs.size()> singular_for_many{};
    for (std::size_t index = 0; index < manuscript.notes.size(); ++index) {
        std::string_view const text = manuscript.notes[index].text;
        for (auto const& token : manuscript.tokens[index]) {
            if (token.kind != Token::number) continue;
            auto const label = word_before(text, token.span.begin);
            auto const range = text.substr(token.span.end, 4);
            bool const many = range.starts_with("-") || range.starts_with("–");
            for (std::size_t at = 0; at < label_pairs.size(); ++at) {
                if (label == label_pairs[at].many) ++plural[at];
                if (many && label == label_pairs[at].one) ++singular_for_many[at];
            }
        }
    }
    std::vector<LabelPair> pairs;
    for (std::size_t at = 0; at < label_pairs.size(); ++at)
        if (plural[at] > 0 && plural[at] >= singular_for_many[at]) pairs.push_back(label_pairs[at]);
    return pairs;
}

void label_numbers(NoteView const& note, Citation const& citation, std::span<LabelPair const> pairs,
                   Findings& findings) {
    for (auto const& pages : pages_of(note, citation)) {
        auto const amount = amount_of(pages.text);
        if (amount == Amount::unsure || goes_on(note.note.text, pages.span.end)) continue;
        auto const label = word_before(note.note.text, pages.span.begin);
        for (auto const& pair : pairs) {
            if (label != (amount == Amount::one ? pair.many : pair.one)) continue;
            auto const right = amount == Amount::one ? pair.one : pair.many;
            auto const begin = static_cast<std::size_t>(label.data() - note.note.text.data());
            auto& finding = findings.add(
                note.index, {begin, pages.span.end},
                concat("“", label, "” stands before ", amount == Amount::one ? "one number" : "several",
                       "; write “", right, " ", pages.text, "”"));
            offer(finding, true, {begin, begin + label.size()}, std::string(right),
                  concat("write “", right, "”"));
        }
    }
}

void label_number(Manuscript const& manuscript, Findings& findings) {
    auto const pairs = pairs_in_use(manuscript);
    for (std::size_t index = 0; index < manuscript.notes.size() && !pairs.empty(); ++index) {
        NoteView const view(manuscript, index);
        for (auto const& citation : view.note.citations) label_numbers(view, citation, pairs, findings);
    }
}

void absurd_number(NoteView const& note, Citation const& citation, Findings& findings) {
    constexpr long most_leaves = 1000;
    constexpr long most_files = 100000;
    for (auto const& pages : pages_of(note, citation)) {
        auto const range = written_range(pages.text);
        if (pages.leaves && range && range->numbers.last - range->numbers.first > most_leaves)
            findings.add(note.index, pages.span,
                         "more than a thousand leaves of one file; a figure is wrong");
    }
    auto const& levels = citation.item.reference.levels;
    for (std::size_t index = 0; index < levels.size(); ++index) {
        auto const number =
            levels[index].level == "delo" ? parse_number_range(levels[index].value) : std::nullopt;
        if (number && number->first > most_files)
            findings.add(note.index, level_and_label(note.note, citation, index),
                         "no inventory has so many files; a figure is wrong, or a comma is missing");
    }
}

// "Л. 7 o6.": the mark stands apart from its number, and was not read with it.
void detached_verso(NoteView const& note, std::size_t end, Findings& findings) {
    std::string_view const text = note.note.text;
    if (text.substr(end, 1) != " ") return;
    for (auto const& [wrong, right] : {LabelPair{"o6", "об"}, LabelPair{"о6", "об"}, LabelPair{"0б", "об"},
                                       LabelPair{"0b", "ob"}, LabelPair{"oб", "об"}}) {
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
        detached_verso(note, place->end, findings);
        for (auto const& [wrong, right] :
             {LabelPair{"o6", "ob"}, LabelPair{"0b", "ob"}, LabelPair{"о6", "об"}}) {
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
        if (std::find(numbered_levels.begin(), numbered_levels.end(), levels[index].level) ==
            numbered_levels.end())
            continue;
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
                         concat("“", value, "” where a number belongs: scanning takes 1 for I and l; write “",
                                *figures, "”"));
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
        if (month_of(month) == 0 || count_code_points(month) < 4 || !is_upper(decode(month, 0).value))
            continue;
        if (tokens[next + 3].kind != Token::number || tokens[next + 3].span.size() != 4) continue;
        auto& finding =
            findings.add(note.index, {tokens[at].span.begin, tokens[next].span.begin},
                         concat("a letter where the day's figure belongs; write “", day, " ", month, "”"));
        offer(finding, false, day);
    }
}

// One series of volumes is numbered one way.
void roman_volume(Manuscript const& manuscript, Findings& findings) {
    struct First {
        std::size_t note;
        Span span;
        bool roman;
    };
    std::unordered_map<std::string, First> firsts;
    for (std::size_t index = 0; index < manuscript.notes.size(); ++index) {
        for (auto const& citation : manuscript.notes[index].citations) {
            auto const volume = citation.item.text(Variable::volume);
            auto const of_article = citation.item.text(Variable::container_title);
            auto const container = of_article.empty() ? citation.item.text(Variable::title) : of_article;
            auto const place = place_of(citation, "volume");
            bool const roman = roman_value(volume) > 0;
            if (container.empty() || !place || (!roman && !is_all_digits(volume))) continue;
            auto const [at, is_new] = firsts.try_emplace(fold(container), First{index, *place, roman});
            if (is_new || at->second.roman == roman) continue;
            auto& finding = findings.add(
                index, *place, "volumes of this work are numbered in Roman and in Arabic figures; take one");
            finding.related.push_back({at->second.note, at->second.span, "first written here"});
        }
    }
}

constexpr RuleEntry entries[] = {
    {{"reversed-range", "ranges", Severity::error, "a range that ends before it begins"},
     Reach::both,
     nullptr,
     reversed_range},
    {{"one-value-range", "ranges", Severity::note, "a range from a number to itself"},
     Reach::both,
     nullptr,
     one_value_range},
    {{"abbreviated-leaves", "ranges", Severity::note, "a range of leaves with a shortened end"},
     Reach::both,
     nullptr,
     abbreviated_leaves},
    {{"range-dash", "ranges", Severity::note, "a hyphen or other dash in a range"},
     Reach::manuscripts,
     nullptr,
     range_dash},
    {{"label-number", "ranges", Severity::warning,
      "a label of one number before several, or of several before one"},
     Reach::manuscripts,
     nullptr,
     nullptr,
     label_number},
    {{"absurd-number", "ranges", Severity::warning, "a number of files or leaves that cannot be"},
     Reach::both,
     nullptr,
     absurd_number},
    {{"verso-mark", "ranges", Severity::warning, "the mark for the back of a leaf is misread"},
     Reach::both,
     nullptr,
     verso_mark},
    {{"digit-lookalike", "typing", Severity::warning, "a letter where a number belongs"},
     Reach::both,
     nullptr,
     digit_lookalike},
    {{"day-lookalike", "typing", Severity::warning, "a letter where the day of a date belongs"},
     Reach::manuscripts,
     day_lookalike},
    {{"roman-volume", "ranges", Severity::note, "volumes of one work in Roman and in Arabic figures"},
     Reach::manuscripts,
     nullptr,
     nullptr,
     roman_volume},
};

}  // namespace

std::span<RuleEntry const> range_rules() { return entries; }

}  // namespace fonds::checking
