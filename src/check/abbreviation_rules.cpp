// Rules on abbreviations that a manuscript introduces ("hereafter NARA").

#include <string>
#include <unordered_map>
#include <vector>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "check/rule.hpp"

namespace fonds::checking {
namespace {

/// Where each abbreviation is used: notes in order, with the place, then the body (`no_index`).
using Uses = std::unordered_map<std::string, std::vector<std::pair<std::size_t, Span>>>;

// One pass over all notes: abbreviations are looked up by the words that they begin with.
Uses uses_of(Manuscript const& manuscript, std::vector<Introduction> const& introduced) {
    std::unordered_map<std::string, std::vector<std::string>> by_first_word;
    for (auto const& introduction : introduced) {
        auto const tokens = tokenize(introduction.abbreviation);
        auto& list = by_first_word[std::string(spelling(introduction.abbreviation, tokens.front()))];
        if (list.size() < 16 && !contains(list, introduction.abbreviation))
            list.push_back(introduction.abbreviation);
    }
    Uses uses;
    auto const look = [&](std::size_t index, std::string_view text, std::vector<Token> const& tokens) {
        for (auto const& token : tokens) {
            auto const at = by_first_word.find(std::string(spelling(text, token)));
            if (at == by_first_word.end()) continue;
            for (auto const& abbreviation : at->second) {
                auto const end = token.span.begin + abbreviation.size();
                if (text.substr(token.span.begin, abbreviation.size()) != abbreviation) continue;
                if (end < text.size() && is_letter(decode(text, end).value)) continue;
                uses[abbreviation].push_back({index, {token.span.begin, end}});
            }
        }
    };
    for (std::size_t index = 0; index < manuscript.notes.size(); ++index)
        look(index, manuscript.notes[index].text, manuscript.tokens[index]);
    if (manuscript.document) look(no_index, manuscript.document->text, tokenize(manuscript.document->text));
    return uses;
}

void abbreviation_too_early(Manuscript const& manuscript, Findings& findings) {
    auto const& introduced = manuscript.introductions();
    if (introduced.empty()) return;
    auto const uses = uses_of(manuscript, introduced);
    std::unordered_map<std::string, bool> seen;
    for (auto const& introduction : introduced) {
        if (!seen.try_emplace(introduction.abbreviation, true).second) continue;
        auto const at = uses.find(introduction.abbreviation);
        if (at == uses.end() || at->second.empty() || at->second.front().first >= introduction.note) continue;
        auto const& [note, span] = at->second.front();
        auto& finding = findings.add(note, span,
                                     concat("“", introduction.abbreviation,
                                            "” is used here and introduced only later; introduce it here"));
        finding.related.push_back({introduction.note, introduction.span, "introduced here"});
    }
}

void abbreviation_introduced_twice(Manuscript const& manuscript, Findings& findings) {
    std::unordered_map<std::string, Introduction> firsts;
    for (auto const& introduction : manuscript.introductions()) {
        auto const [first, is_new] = firsts.try_emplace(introduction.abbreviation, introduction);
        if (is_new) continue;
        auto& finding = findings.add(
            introduction.note, introduction.span,
            concat("“", introduction.abbreviation, "” is introduced a second time; the reader knows it"));
        finding.related.push_back({first->second.note, first->second.span, "first introduced here"});
    }
}

void abbreviation_unused(Manuscript const& manuscript, Findings& findings) {
    auto const& introduced = manuscript.introductions();
    if (introduced.empty() || manuscript.notes.size() < 2) return;
    auto const uses = uses_of(manuscript, introduced);
    std::unordered_map<std::string, std::size_t> times;
    for (auto const& introduction : introduced) ++times[introduction.abbreviation];
    for (auto const& introduction : introduced) {
        auto const at = uses.find(introduction.abbreviation);
        auto const count = at == uses.end() ? 0 : at->second.size();
        if (count > times[introduction.abbreviation]) continue;
        findings.add(introduction.note, introduction.span,
                     concat("“", introduction.abbreviation, "” is introduced and never used; drop it"));
    }
}

constexpr RuleEntry entries[] = {
    {{"abbreviation-too-early", "notes", Severity::warning, "an abbreviation used before it is introduced"},
     Reach::manuscripts,
     abbreviation_too_early},
    {{"abbreviation-introduced-twice", "notes", Severity::note, "an abbreviation introduced twice"},
     Reach::manuscripts,
     abbreviation_introduced_twice},
    {{"abbreviation-unused", "notes", Severity::note, "an abbreviation introduced and never used"},
     Reach::manuscripts,
     abbreviation_unused},
};

}  // namespace

std::span<RuleEntry const> abbreviation_rules() { return entries; }

}  // namespace fonds::checking
