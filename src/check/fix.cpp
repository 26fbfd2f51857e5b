// Chooses repairs that can be applied together, and applies them.

#include <algorithm>
#include <fonds/check.hpp>
#include <map>
#include <numeric>

namespace fonds {
namespace {

// The spans that are taken in one note, by their begin.
class Taken {
  public:
    [[nodiscard]] bool is_free(Span span) const {
        auto const next = spans_.lower_bound(span.begin);
        // Two insertions at one place have no order: the second waits.
        if (next != spans_.end() && (next->first < span.end || next->first == span.begin)) return false;
        return next == spans_.begin() || std::prev(next)->second <= span.begin;
    }
    void take(Span span) { spans_[span.begin] = span.end; }

  private:
    std::map<std::size_t, std::size_t> spans_;
};

Fix const* best_fix(Diagnostic const& finding, FixLevel level) {
    for (auto const& fix : finding.fixes)
        if (fix.safe || level == FixLevel::all) return &fix;
    return nullptr;
}

}  // namespace

std::vector<ChosenFix> choose_fixes(std::vector<Diagnostic> const& findings, FixLevel level) {
    std::vector<ChosenFix> chosen;
    if (level == FixLevel::none) return chosen;
    std::vector<std::size_t> order(findings.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return findings[a].severity > findings[b].severity;
    });
    std::map<std::size_t, Taken> taken;  // by note
    for (auto const index : order) {
        auto const* fix = best_fix(findings[index], level);
        if (!fix) continue;
        auto& spans = taken[findings[index].note];
        if (!std::all_of(fix->edits.begin(), fix->edits.end(),
                         [&](Edit const& edit) { return spans.is_free(edit.span); }))
            continue;
        for (auto const& edit : fix->edits) spans.take(edit.span);
        chosen.push_back({index, *fix});
    }
    std::sort(chosen.begin(), chosen.end(),
              [](ChosenFix const& a, ChosenFix const& b) { return a.finding < b.finding; });
    return chosen;
}

}  // namespace fonds
