// Rules on marks that stand twice, and on brackets without their partner.

#include <array>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "check/rule.hpp"

namespace fonds::checking {
namespace {

bool is_mark(NoteView const& note, std::size_t at, std::string_view mark) {
    return at < note.tokens.size() && note.tokens[at].kind == Token::punctuation &&
           note.text(note.tokens[at]) == mark;
}

// "1)", "b)" at the start of a step: a list, no bracket.
bool numbers_a_step(NoteView const& note, std::size_t at) {
    if (at == 0) return false;
    auto const& before = note.tokens[at - 1];
    bool const is_short = (before.kind == Token::number && before.span.size() <= 2) ||
                          (before.kind == Token::word && before.span.size() <= 2);
    return is_short && (at == 1 || note.tokens[at - 2].kind != Token::number);
}

// What ends a word or a sentence and never stands twice; three stops are an ellipsis.
void doubled_mark(NoteView const& note, Findings& findings) {
    static constexpr std::array<std::string_view, 4> pairs = {",,", ";;", "..", ";,"};
    auto const& tokens = note.tokens;
    for (std::size_t at = 1; at + 1 < tokens.size(); ++at) {
        Span const span{tokens[at].span.begin, tokens[at + 1].span.end};
        if (tokens[at].kind != Token::punctuation || span.size() != 2) continue;
        auto const both = note.text(span);
        if (!contains(pairs, both) || tokens[at - 1].kind == Token::space) continue;
        bool const goes_on = is_mark(note, at - 1, ".") || is_mark(note, at + 2, ".");
        bool const is_inside = at + 2 < tokens.size() && tokens[at + 2].kind != Token::space &&
                               tokens[at + 2].kind != Token::punctuation;
        if (both == ".." && (goes_on || is_inside)) continue;
        auto& finding =
            findings.add(note.index, span,
                         both == ";," ? std::string("a semicolon and a comma: one of them is too many")
                                      : concat("“", both, "”: the mark stands twice; write it once"));
        offer(finding, both != ";,", std::string(both.substr(0, 1)));
    }
}

void unpaired_bracket(NoteView const& note, Findings& findings) {
    struct Kind {
        char open, close;
        std::vector<std::size_t> waiting = {};  // tokens that opened one
    };
    std::array<Kind, 2> kinds = {{{'(', ')'}, {'[', ']'}}};
    auto const tell = [&](std::size_t at, char wanted) {
        findings.add(note.index, note.tokens[at].span,
                     concat("“", note.text(note.tokens[at]), "” has no “", std::string(1, wanted),
                            "”; close the bracket or take it out"));
    };
    for (std::size_t at = 0; at < note.tokens.size(); ++at) {
        auto const& token = note.tokens[at];
        if (token.kind != Token::punctuation || token.span.size() != 1) continue;
        for (auto& kind : kinds) {
            auto const mark = note.note.text[token.span.begin];
            if (mark == kind.open) kind.waiting.push_back(at);
            if (mark != kind.close) continue;
            if (!kind.waiting.empty()) kind.waiting.pop_back();
            else if (!numbers_a_step(note, at)) tell(at, kind.open);
        }
    }
    for (auto const& kind : kinds)
        for (auto const at : kind.waiting) tell(at, kind.close);
}

constexpr RuleEntry entries[] = {
    {{"doubled-mark", "typing", Severity::note, "a comma, a stop or a semicolon stands twice"},
     Reach::manuscripts,
     doubled_mark},
    {{"unpaired-bracket", "typing", Severity::warning, "a bracket without its partner"},
     Reach::manuscripts,
     unpaired_bracket},
};

}  // namespace

std::span<RuleEntry const> punctuation_rules() { return entries; }

}  // namespace fonds::checking
