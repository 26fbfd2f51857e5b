// Rules on the spaces around punctuation, labels and numbers.

#include "base/contains.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "check/citation.hpp"
#include "check/rule.hpp"
#include "check/words.hpp"

namespace fonds::checking {
namespace {

bool is_newline(std::string_view text) { return text.find('\n') != std::string_view::npos; }

// ". . ." and " ..." are ellipses, " .5" a number.
bool is_stop_of_sentence(NoteView const& note, std::size_t at) {
    auto const& tokens = note.tokens;
    if (at + 1 == tokens.size()) return at < 2 || note.text(tokens[at - 2]) != ".";
    auto const next = note.text(tokens[at + 1]);
    if (tokens[at + 1].kind == Token::number || tokens[at + 1].kind == Token::word || next == ".")
        return false;
    if (at >= 2 && note.text(tokens[at - 2]) == ".") return false;
    bool const dotted =
        at + 2 < tokens.size() && tokens[at + 1].kind == Token::space && note.text(tokens[at + 2]) == ".";
    return !dotted;
}

// ",,Akte''": quotation marks as typewriters have them.
bool is_low_quote(NoteView const& note, std::size_t at) {
    auto const& tokens = note.tokens;
    return at + 2 < tokens.size() && note.text(tokens[at]) == "," && note.text(tokens[at + 1]) == "," &&
           tokens[at + 2].kind != Token::space;
}

void space_before_punctuation(NoteView const& note, Findings& findings) {
    auto const& tokens = note.tokens;
    for (std::size_t at = 1; at < tokens.size(); ++at) {
        auto const mark = note.text(tokens[at]);
        if (mark != "," && mark != "." && mark != ")") continue;
        auto const& space = tokens[at - 1];
        if (space.kind != Token::space || at < 2 || is_newline(note.text(space))) continue;
        if (mark == "." && !is_stop_of_sentence(note, at)) continue;
        if (is_low_quote(note, at)) continue;
        if (mark != "." && note.text(tokens[at - 2]) == ".") {
            if (at >= 4 && note.text(tokens[at - 4]) == ".") continue;  // ". . . ,"
        }
        auto& finding = findings.add(note.index, {space.span.begin, tokens[at].span.end},
                                     concat("a space before “", mark, "”; close it up"));
        offer(finding, true, space.span, "", "delete the space");
    }
}

// French has a space before a semicolon, and so have library catalogues: one that is wrong stands among many
// without. In or behind a reference to an archive, which nobody copies from a catalogue.
void space_before_semicolon(Manuscript const& manuscript, Findings& findings) {
    std::vector<std::pair<std::size_t, std::size_t>> spaced;  // note, token
    std::size_t all = 0;
    for (std::size_t index = 0; index < manuscript.notes.size(); ++index) {
        auto const& text = manuscript.notes[index].text;
        auto const& tokens = manuscript.tokens[index];
        for (std::size_t at = 1; at < tokens.size(); ++at) {
            if (spelling(text, tokens[at]) != ";") continue;
            ++all;
            if (at >= 2 && spelling(text, tokens[at - 1]) == " ") spaced.emplace_back(index, at);
        }
    }
    constexpr std::size_t rare = 4;
    if (spaced.size() * rare > all) return;
    for (auto const& [index, at] : spaced) {
        auto const& space = manuscript.tokens[index][at - 1];
        auto const& note = manuscript.notes[index];
        auto const* citation = citation_at(note, {space.span.begin - 1, space.span.begin});
        if (!citation || citation->kind != CitationKind::archival) continue;
        auto& finding = findings.add(index, {space.span.begin, space.span.end + 1},
                                     "a space before “;”, which others do not have; close it up");
        offer(finding, true, space.span, "", "delete the space");
    }
}

bool is_key(NoteView const& note, Span span) {
    auto const* citation = citation_at(note.note, span);
    return citation && citation->is_by_key();
}

// "df.groupby(a,b)", "x[i,j]", "k=a,b": code, which is spaced by rules of its own.
bool is_in_code(NoteView const& note, Span mark) {
    std::string_view const text = note.note.text;
    auto const is_space_at = [&](std::size_t at) { return is_ascii_space(text[at]); };
    auto begin = mark.begin;
    while (begin > 0 && !is_space_at(begin - 1)) --begin;
    for (auto at = begin; at < mark.begin; ++at) {
        if (text[at] == '=' || text[at] == '_') return true;
        bool const opens = text[at] == '(' || text[at] == '[';
        if (opens && at > begin && is_ascii_letter(text[at - 1])) return true;
    }
    return false;
}

bool is_label(std::string_view word) {
    static auto const labels = words_for("pointed-label");
    return contains(labels, to_lower(word));
}

// "9401,op. 2": behind a number only a label is sure to be a word of its own.
bool begins_level(NoteView const& note, std::size_t at) {
    auto const& tokens = note.tokens;
    return at + 1 < tokens.size() && is_label(note.text(tokens[at])) && note.text(tokens[at + 1]) == ".";
}

void missing_space(NoteView const& note, Findings& findings) {
    auto const& tokens = note.tokens;
    for (std::size_t at = 1; at + 1 < tokens.size(); ++at) {
        auto const mark = note.text(tokens[at]);
        if (mark != "," && mark != ";") continue;
        auto const& before = tokens[at - 1];
        auto const& after = tokens[at + 1];
        bool const is_behind_number = before.kind == Token::number && begins_level(note, at + 1);
        if ((before.kind != Token::word && !is_behind_number) || after.kind != Token::word) continue;
        if (is_key(note, before.span) && is_key(note, after.span)) continue;  // \cite{doe,roe}
        if (is_in_code(note, tokens[at].span)) continue;
        auto& finding = findings.add(note.index, {before.span.begin, after.span.end},
                                     concat("no space after “", mark, "”; write “", note.text(before), mark,
                                            " ", note.text(after), "”"));
        offer(finding, true, tokens[at].span, std::string(mark) + " ", "put a space after it");
    }
}

// "d.45": the label runs into its number. One finding a note tells enough; the repair mends all.
void label_space(NoteView const& note, Findings& findings) {
    auto const& tokens = note.tokens;
    Diagnostic* first = nullptr;
    for (std::size_t at = 0; at + 2 < tokens.size(); ++at) {
        if (tokens[at].kind != Token::word || note.text(tokens[at + 1]) != ".") continue;
        if (tokens[at + 2].kind != Token::number || !is_label(note.text(tokens[at]))) continue;
        if (at > 0 && tokens[at - 1].kind == Token::punctuation && note.text(tokens[at - 1]) != "(") continue;
        Span const span{tokens[at].span.begin, tokens[at + 2].span.end};
        Edit edit{tokens[at + 1].span, ". "};
        if (first) {
            first->fixes.front().edits.push_back(std::move(edit));
            continue;
        }
        first = &findings.add(note.index, span,
                              concat("no space between the label and its number; write “",
                                     note.text(tokens[at]), ". ", note.text(tokens[at + 2]), "”"));
        first->fixes.push_back({"put spaces after the labels", true, {std::move(edit)}});
    }
}

void double_space(NoteView const& note, Findings& findings) {
    for (std::size_t at = 1; at + 1 < note.tokens.size(); ++at) {
        auto const& token = note.tokens[at];
        if (token.kind != Token::space || token.span.size() < 2) continue;
        auto const space = note.text(token);
        if (space.find_first_not_of(' ') != std::string_view::npos) continue;
        auto& finding = findings.add(note.index, token.span, "more than one space; write one");
        offer(finding, true, token.span, " ", "write one space");
    }
}

constexpr RuleEntry entries[] = {
    {{"space-before-punctuation", "typing", Severity::note, "a space before a comma, a stop or a bracket"},
     Reach::manuscripts,
     space_before_punctuation},
    {{"space-before-semicolon", "typing", Severity::note, "a space before one semicolon among many without"},
     Reach::manuscripts,
     space_before_semicolon},
    {{"missing-space", "typing", Severity::note, "no space after a comma or semicolon"},
     Reach::manuscripts,
     missing_space},
    {{"label-space", "typing", Severity::note, "no space between a label and its number"},
     Reach::manuscripts,
     label_space},
    {{"double-space", "typing", Severity::note, "more than one space in a row"},
     Reach::manuscripts,
     double_space},
};

}  // namespace

std::span<RuleEntry const> spacing_rules() { return entries; }

}  // namespace fonds::checking
