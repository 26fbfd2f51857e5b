// Rules on the words before numbers ("no.", "pp.", "listy"): their points, their spelling, and that a work
// keeps to one form.

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "check/rule.hpp"
#include "check/words.hpp"

namespace fonds::checking {
namespace {

// Short words that take a point before a number: the word, and how it is written. British style drops the
// point where the last letter is kept ("vols 2", "nos 3"): those are not here.
constexpr std::array<std::pair<std::string_view, std::string_view>, 7> pointed = {{{"no", "no."},
                                                                                   {"No", "No."},
                                                                                   {"vol", "vol."},
                                                                                   {"Vol", "Vol."},
                                                                                   {"pp", "pp."},
                                                                                   {"pgs", "pgs."},
                                                                                   {"Nr", "Nr."}}};

// Calls `visit(row, word, number)` for every number behind a word of the table.
template <class Visit>
void for_each_pointless(NoteView const& note, Visit visit) {
    auto const& tokens = note.tokens;
    for (std::size_t at = 0; at + 2 < tokens.size(); ++at) {
        if (tokens[at].kind != Token::word || tokens[at + 1].kind != Token::space) continue;
        if (tokens[at + 2].kind != Token::number) continue;
        for (std::size_t row = 0; row < pointed.size(); ++row)
            if (note.text(tokens[at]) == pointed[row].first) visit(row, tokens[at], tokens[at + 2]);
    }
}

// “no 130” of a French note is “nº 130” whose small letter has lost its place; it takes no point.
bool is_french_number(NoteView const& note, std::string_view word) {
    if (word != "no" && word != "No") return false;
    static auto const french = words_for("french-note");
    // French alone sets a space within its quotation marks.
    for (std::string_view const quote : {"« ", "«\u00A0", "«\u202F"})
        if (note.note.text.find(quote) != std::string::npos) return true;
    return std::any_of(note.tokens.begin(), note.tokens.end(),
                       [&](Token const& token) { return contains(french, note.text(token)); });
}

// A work that never writes the point, and has had the choice more than once or twice, does so by its style.
std::array<bool, pointed.size()> dropped_by_style(Manuscript const& manuscript) {
    constexpr std::size_t habit = 3;
    std::array<std::size_t, pointed.size()> bare{};
    for (std::size_t index = 0; index < manuscript.notes.size(); ++index)
        for_each_pointless(NoteView(manuscript, index),
                           [&](std::size_t row, Token const&, Token const&) { ++bare[row]; });
    auto const has_point = [&](std::string_view abbreviation) {
        return std::any_of(manuscript.notes.begin(), manuscript.notes.end(), [&](ParsedNote const& note) {
            return note.text.find(abbreviation) != std::string::npos;
        });
    };
    std::array<bool, pointed.size()> dropped{};
    for (std::size_t row = 0; row < pointed.size(); ++row)
        dropped[row] = bare[row] >= habit && !has_point(pointed[row].second);
    return dropped;
}

void abbreviation_point(Manuscript const& manuscript, Findings& findings) {
    auto const dropped = dropped_by_style(manuscript);
    for (std::size_t index = 0; index < manuscript.notes.size(); ++index) {
        NoteView const note(manuscript, index);
        for_each_pointless(note, [&](std::size_t row, Token const& abbreviation, Token const& number) {
            auto const [word, right] = pointed[row];
            if (dropped[row] || is_french_number(note, word)) return;
            auto& finding = findings.add(
                index, {abbreviation.span.begin, number.span.end},
                concat("“", word, "” is an abbreviation: write “", right, " ", note.text(number), "”"));
            offer(finding, true, abbreviation.span, std::string(right), concat("write “", right, "”"));
        });
    }
}

/// One way of writing a label, and where it was seen first.
struct Form {
    std::string text;
    std::size_t note = 0;
    Span span;
    std::size_t count = 0;
};

// What a label before a number means; nothing for other words. "Nr." and "№" are those of German and Russian
// archives and journals, which keep their language beside an English "no.".
std::string_view meaning_of(std::string_view label) {
    if (label == "pp." || label == "pgs." || label == "pgs" || label == "pp") return "pages";
    if (label == "no." || label == "No." || label == "#") return "number";
    if (label == "vol." || label == "Vol.") return "volume";
    return {};
}

// "No." and "no." differ in case alone: Chicago capitalises neither, but both are one habit of writing.
std::string form_of(std::string_view label) {
    auto form = ascii_lower(label);
    if (form == "pp" || form == "pgs") form += '.';
    return form;
}

template <class Visit>
void for_each_numbered_label(std::string_view text, std::vector<Token> const& tokens, Visit visit) {
    for (std::size_t at = 0; at + 1 < tokens.size(); ++at) {
        if (tokens[at].kind != Token::word && tokens[at].kind != Token::punctuation) continue;
        Span label = tokens[at].span;
        // "E4320B#1991": a part of a shelf mark.
        if (at > 0 && slice(text, label) == "#" && tokens[at - 1].kind != Token::space) continue;
        auto next = at + 1;
        if (tokens[at].kind == Token::word && spelling(text, tokens[next]) == ".")
            label.end = tokens[next++].span.end;
        while (next < tokens.size() && tokens[next].kind == Token::space) ++next;
        if (next >= tokens.size() || tokens[next].kind != Token::number) continue;
        if (!meaning_of(slice(text, label)).empty()) visit(label);
    }
}

void mixed_abbreviation(Manuscript const& manuscript, Findings& findings) {
    std::unordered_map<std::string_view, std::vector<Form>> forms;
    for (std::size_t index = 0; index < manuscript.notes.size(); ++index) {
        auto const& text = manuscript.notes[index].text;
        for_each_numbered_label(text, manuscript.tokens[index], [&](Span span) {
            auto const label = slice(text, span);
            auto& known = forms[meaning_of(label)];
            auto const form = form_of(label);
            auto const at = std::find_if(known.begin(), known.end(),
                                         [&](Form const& other) { return other.text == form; });
            if (at == known.end()) known.push_back({form, index, span, 1});
            else ++at->count;
        });
    }
    for (auto const meaning : {"pages", "number"}) {
        auto known = forms[meaning];
        if (known.size() < 2) continue;
        std::stable_sort(known.begin(), known.end(),
                         [](Form const& a, Form const& b) { return a.count > b.count; });
        // A form that is wrong by itself is not what the others should follow.
        std::stable_partition(known.begin(), known.end(),
                              [](Form const& form) { return form.text != "pgs."; });
        auto const& usual = known.front();
        for (auto form = known.begin() + 1; form != known.end(); ++form) {
            auto& finding = findings.add(form->note, form->span,
                                         concat("“", form->text, "” here and “", usual.text,
                                                "” elsewhere: take one in the whole work"));
            finding.related.push_back({usual.note, usual.span, concat("“", usual.text, "” is written here")});
        }
    }
}

// Forms that are no word of the language they pretend to be.
struct WrongForm {
    std::string_view wrong;
    std::string_view right;
    std::string_view why;
};
constexpr std::array<WrongForm, 3> wrong_forms = {{{"listi", "listy", "the plural of list is listy"},
                                                   {"listov", "listy", "the plural of list is listy"},
                                                   {"pgs.", "pp.", "the abbreviation of pages is pp."}}};

void label_form(NoteView const& note, Findings& findings) {
    auto const& tokens = note.tokens;
    for (std::size_t at = 0; at + 2 < tokens.size(); ++at) {
        if (tokens[at].kind != Token::word) continue;
        Span span = tokens[at].span;
        auto next = at + 1;
        if (note.text(tokens[next]) == ".") span.end = tokens[next++].span.end;
        if (next + 1 >= tokens.size() || tokens[next].kind != Token::space ||
            tokens[next + 1].kind != Token::number)
            continue;
        auto const label = note.text(span);
        for (auto const& form : wrong_forms) {
            if (ascii_lower(label) != form.wrong) continue;
            auto right = std::string(form.right);
            if (is_upper(decode(label, 0).value)) right[0] = ascii_upper(right[0]);
            auto& finding =
                findings.add(note.index, span, concat("“", label, "”: ", form.why, "; write “", right, "”"));
            offer(finding, true, right);
        }
    }
}

constexpr RuleEntry entries[] = {
    {{"abbreviation-point", "labels", Severity::note, "an abbreviation without its point"},
     Reach::manuscripts,
     abbreviation_point},
    {{"mixed-abbreviation", "labels", Severity::note, "one word abbreviated in two ways"},
     Reach::manuscripts,
     mixed_abbreviation},
    {{"label-form", "labels", Severity::note, "a label that is no word of its language"},
     Reach::manuscripts,
     label_form},
};

}  // namespace

std::span<RuleEntry const> number_word_rules() { return entries; }

}  // namespace fonds::checking
