// Rules on abbreviations that a manuscript introduces ("hereafter NARA").

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "base/text.hpp"
#include "check/rule.hpp"

namespace fonds::checking {
namespace {

void abbreviation_too_early(Manuscript const& manuscript, Findings& findings) {
    auto const& uses = manuscript.abbreviation_uses();
    std::unordered_set<std::string_view> seen;
    for (auto const& introduction : manuscript.introductions()) {
        if (!seen.insert(introduction.abbreviation).second) continue;
        auto const at = uses.find(introduction.abbreviation);
        if (at == uses.end() || at->second.first_note >= introduction.note) continue;
        auto& finding = findings.add(at->second.first_note, at->second.first_span,
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
    auto const& uses = manuscript.abbreviation_uses();
    std::unordered_map<std::string_view, std::size_t> times;
    for (auto const& introduction : introduced) ++times[introduction.abbreviation];
    for (auto const& introduction : introduced) {
        auto const at = uses.find(introduction.abbreviation);
        auto const count = at == uses.end() ? 0 : at->second.times;
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
