// The series of markers that number a text's notes, told apart from other lists.

#include "manuscript/plain_runs.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/embedded.hpp"
#include "base/table.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "manuscript/plain_calls.hpp"
#include "manuscript/plain_pages.hpp"

namespace fonds {
namespace {

// So many numbers a series may leap over: notes that were lost.
constexpr std::size_t maximum_leap = 10;
constexpr std::size_t maximum_heading_size = 60;

std::set<std::string> const& headings() {
    static auto const folded = read_folded_list(find_embedded("vocabulary/note-headings.txt").value_or(""));
    return folded;
}

bool is_bibliography_heading(std::string_view line) {
    static auto const folded =
        read_folded_list(find_embedded("vocabulary/bibliography-headings.txt").value_or(""));
    auto const begin = std::min(line.find_first_not_of("#=* \t"), line.size());
    line.remove_prefix(begin);
    line = line.substr(0, line.find_last_not_of("#=*:. \t\r") + 1);
    return folded.count(fold(line)) > 0;
}

// Whether a marker goes on with a series whose last number is `last`.
enum class Step { next, restart, none };
Step step_from(std::size_t last, Marker const& marker) {
    if (marker.number == last + 1) return Step::next;
    if (marker.close > 0) return marker.number > last ? Step::next : Step::restart;
    if (!marker.strong) return Step::none;
    bool const begins_page = marker.number == 1 && last == 1 && marker.at_foot;
    if (marker.number >= last && marker.number <= last + maximum_leap && !begins_page) return Step::next;
    if (marker.number == 1) return Step::restart;
    return marker.number < last && marker.number + 2 >= last ? Step::next : Step::none;
}

class RunFinder {
  public:
    RunFinder(std::string_view text, std::vector<Line> const& lines) : text_(text), lines_(lines) {}

    std::vector<MarkerRun> run() {
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (lines_[i].blank() || lines_[i].opens) is_at_foot_ = false;
            if (lines_[i].blank()) continue;
            if (auto marker = read_marker(text_, lines_[i], i)) {
                marker->at_foot = is_at_foot_;
                marker->strong =
                    lines_[i].opens || is_at_foot_ || marker->close > 0 || stands_below_title(i, *marker);
                add(std::move(*marker));
            }
            auto const line = slice(text_, lines_[i].span);
            is_at_foot_ = is_at_foot_ || is_foot_rule(text_, lines_, i);
            if (is_rule(line)) continue;
            if (is_note_heading(line)) last_heading_ = i;
            last_content_ = i;
            ++contents_;
        }
        for (auto& run : runs_) run.is_whole = run.is_whole && ends_the_text(run.markers.back().line);
        std::stable_sort(runs_.begin(), runs_.end(), [](MarkerRun const& a, MarkerRun const& b) {
            return a.markers.front().line < b.markers.front().line;
        });
        return std::move(runs_);
    }

  private:
    // Directly below "Notes", below a rule, or, for the first of a series, below a chapter's name.
    [[nodiscard]] bool stands_below_title(std::size_t line, Marker const& marker) const {
        if (last_heading_ + 1 == line || is_rule(slice(text_, lines_[line - 1].span))) return true;
        auto const above = trim(slice(text_, lines_[line - 1].span));
        return marker.number == 1 && lines_[line - 1].opens && !above.empty() &&
               above.size() <= maximum_heading_size &&
               std::string_view(".,;:").find(above.back()) == std::string_view::npos;
    }

    void add(Marker marker) {
        if (marker.shape == MarkerShape::symbol) {
            start(std::move(marker));
            return;
        }
        auto const open = open_.find(marker.shape);
        if (open == open_.end()) {
            if (marker.strong) start(std::move(marker));
            return;
        }
        auto& run = runs_[open->second];
        // A leap that the series does not follow was none of it ("14 THE WAR" at the head of a page).
        if (auto& markers = run.markers; markers.size() > 1) {
            auto const before = markers[markers.size() - 2].number;
            if (markers.back().number > before + 1 && marker.number == before + 1) markers.pop_back();
        }
        switch (step_from(run.markers.back().number, marker)) {
            case Step::next: run.markers.push_back(std::move(marker)); break;
            case Step::restart: start(std::move(marker)); break;
            case Step::none: break;
        }
    }

    // Whether below the paragraph of a line only indented text follows.
    [[nodiscard]] bool ends_the_text(std::size_t line) const {
        auto const indent = lines_[line].indent;
        do ++line;
        while (line < lines_.size() && !lines_[line].blank() && !lines_[line].opens);
        return std::all_of(lines_.begin() + static_cast<std::ptrdiff_t>(line), lines_.end(),
                           [&](Line const& below) { return below.blank() || below.indent > indent; });
    }

    void start(Marker marker) {
        if (!may_begin(marker)) return;
        MarkerRun run;
        run.shape = marker.shape;
        run.has_heading = last_heading_ != no_line && last_heading_ == last_content_;
        run.lists_works =
            run.has_heading && is_bibliography_heading(slice(text_, lines_[last_heading_].span));
        run.is_whole = contents_ <= 1;
        open_[marker.shape] = runs_.size();
        run.markers.push_back(std::move(marker));
        runs_.push_back(std::move(run));
    }

    // Where letters number notes, a series has its "a" or "i"; others stand before much else ("v. 5").
    [[nodiscard]] static bool may_begin(Marker const& marker) {
        bool const is_number = !is_ascii_letter(marker.mark.front());
        bool const may_be_word = marker.shape == MarkerShape::roman || marker.mark.size() == 1;
        return is_number || marker.number == 1 || !may_be_word || marker.close > 0;
    }

    static constexpr std::size_t no_line = static_cast<std::size_t>(-2);
    std::string_view text_;
    std::vector<Line> const& lines_;
    std::vector<MarkerRun> runs_;
    std::map<MarkerShape, std::size_t> open_;
    std::size_t last_heading_ = no_line;
    std::size_t last_content_ = no_line;
    std::size_t contents_ = 0;
    bool is_at_foot_ = false;  // below the rule above a page's notes
};

using Marks = std::map<std::string, std::vector<std::size_t>, std::less<>>;  // mark -> places of calls

// Brackets that stand at the start of a line, or behind its number ("1. [1]"), are markers, not calls.
Marks brackets_in_text(std::string_view text, CallStyle style, std::vector<Line> const& lines) {
    std::set<std::size_t> starts;
    for (auto const& line : lines) starts.insert(line.content);
    Marks marks;
    for (auto& found : find_calls(text, style)) {
        auto const at = found.call.span.begin;
        auto const line = starts.upper_bound(at);
        auto const before = line == starts.begin() ? std::string_view() : slice(text, {*std::prev(line), at});
        bool const is_marker = trim(before).find_first_not_of("0123456789.") == std::string_view::npos;
        if (!is_marker) marks[found.call.note].push_back(at);
    }
    return marks;
}

Marks marks_in_text(std::string_view text, CallStyle style, std::size_t first) {
    Marks marks;
    for (auto& found : find_calls(text, style, first))
        marks[found.call.note].push_back(found.call.span.begin);
    return marks;
}

class RunJudge {
  public:
    RunJudge(std::string_view text, std::vector<Line> const& lines)
        : text_(text), lines_(lines), has_pages_(text.find('\f') != std::string_view::npos) {}

    bool is_notes(MarkerRun const& run) {
        bool const chosen = decide(run);
        if (chosen) chosen_.insert(run.shape);
        return chosen;
    }

  private:
    bool decide(MarkerRun const& run) {
        auto const size = run.markers.size();
        switch (run.shape) {
            case MarkerShape::embracing:
            case MarkerShape::numbered_bracket: return true;
            case MarkerShape::bracket:
                return run.has_heading || size > 1 || called(run, CallStyle::bracket) > 0 ||
                       called(run, CallStyle::stroke) > 0;
            case MarkerShape::superscript:
                return run.has_heading || size > 1 || called(run, CallStyle::superscript) > 0;
            case MarkerShape::symbol: return called(run, CallStyle::symbol) > 0;
            case MarkerShape::letter:
                return (size > 1 || run.markers.front().close > 0) && called(run, CallStyle::letter) > 0;
            case MarkerShape::glued:
                if (size < 2) return false;
                [[fallthrough]];
            case MarkerShape::bare:
            case MarkerShape::roman:
                if (size < 3 && !run.has_heading) return is_called(run);
                break;
            case MarkerShape::labelled:
            case MarkerShape::dot:
            case MarkerShape::parenthesis: break;
        }
        return run.has_heading || (run.is_whole && size > 1 && run.markers.front().number == 1) ||
               is_called(run);
    }

    bool is_called(MarkerRun const& run) {
        auto const enough = (run.markers.size() + 1) / 2;
        return called(run, CallStyle::bracket) >= enough || called(run, CallStyle::superscript) >= enough ||
               (run.shape == MarkerShape::parenthesis && called(run, CallStyle::parenthesis) >= enough) ||
               ((run.markers.size() > 1 || stands_at_foot(run) || chosen_.count(run.shape) > 0) &&
                called(run, run.shape == MarkerShape::roman ? CallStyle::attached_roman
                                                            : CallStyle::attached) >= enough);
    }

    // A rule above it, or pages: then even one note is a series, as it is where others of its shape are
    // notes.
    [[nodiscard]] bool stands_at_foot(MarkerRun const& run) const {
        auto line = run.markers.front().line;
        while (line > 0 && lines_[line - 1].blank()) --line;
        return (line > 0 && is_rule(slice(text_, lines_[line - 1].span))) || has_pages_;
    }

    // How many of a run's marks the text above each calls in a style.
    std::size_t called(MarkerRun const& run, CallStyle style) {
        auto const* marks = marks_of(style, run.markers.front().number);
        if (!marks) return 0;
        return static_cast<std::size_t>(
            std::count_if(run.markers.begin(), run.markers.end(), [&](Marker const& marker) {
                auto const found = marks->find(marker.mark);
                if (found == marks->end()) return false;
                auto const top = lines_[marker.line].span.begin;
                auto const bottom = style == CallStyle::symbol ? top - std::min(top, symbol_reach) : 0;
                auto const place = std::lower_bound(found->second.begin(), found->second.end(), bottom);
                return place != found->second.end() && *place < top;
            }));
    }

    // The calls of a style in the whole text, looked for once; nothing where too many series were tried.
    Marks const* marks_of(CallStyle style, std::size_t first) {
        if (!is_attached(style)) first = 1;
        auto const found = marks_.find({style, first});
        if (found != marks_.end()) return &found->second;
        if (marks_.size() >= maximum_searches) return nullptr;
        bool const is_bracket =
            style == CallStyle::bracket || style == CallStyle::stroke || style == CallStyle::letter;
        auto marks = is_bracket ? brackets_in_text(text_, style, lines_) : marks_in_text(text_, style, first);
        return &marks_.emplace(std::pair(style, first), std::move(marks)).first->second;
    }

    // A symbol is set at the foot of its page or table: its call is not farther above.
    static constexpr std::size_t symbol_reach = 20'000;
    static constexpr std::size_t maximum_searches = 16;

    std::string_view text_;
    std::vector<Line> const& lines_;
    bool has_pages_;  // parted by form feeds
    std::set<MarkerShape> chosen_;
    std::map<std::pair<CallStyle, std::size_t>, Marks> marks_;
};

}  // namespace

bool is_note_heading(std::string_view line) {
    line = trim(line);
    bool const had_stop = line.ends_with('.');
    while (!line.empty() &&
           (line.front() == '#' || line.front() == '=' || line.front() == '*' || line.front() == ' '))
        line.remove_prefix(1);
    while (!line.empty() && (line.back() == ':' || line.back() == '*' || line.back() == '#' ||
                             line.back() == '=' || line.back() == '.' || line.back() == ' '))
        line.remove_suffix(1);
    if (line.empty() || line.size() > maximum_heading_size) return false;
    auto const folded = fold(line);
    if (headings().count(folded) > 0) return true;
    return std::any_of(headings().begin(), headings().end(), [&](std::string_view heading) {
        if (!heading.ends_with('*')) return false;
        heading.remove_suffix(1);
        return folded.starts_with(heading) && folded.size() > heading.size() && !had_stop;
    });
}

std::vector<MarkerRun> choose_runs(std::string_view text, std::vector<Line> const& lines) {
    auto runs = RunFinder(text, lines).run();
    RunJudge judge(text, lines);
    std::map<MarkerShape, std::vector<MarkerRun>> by_shape;
    for (auto& run : runs) by_shape[run.shape].push_back(std::move(run));
    std::vector<MarkerRun> chosen;
    for (auto& [shape, candidates] : by_shape) {
        if (!chosen.empty() && shape < MarkerShape::symbol) continue;
        bool const any_heading = std::any_of(candidates.begin(), candidates.end(),
                                             [](MarkerRun const& run) { return run.has_heading; });
        for (auto& run : candidates) {
            // Where one series has its heading, a like one without is a list of the text.
            if (any_heading && !run.has_heading && shape >= MarkerShape::dot && shape < MarkerShape::symbol)
                continue;
            if (judge.is_notes(run)) chosen.push_back(std::move(run));
        }
    }
    std::sort(chosen.begin(), chosen.end(), [](MarkerRun const& a, MarkerRun const& b) {
        return a.markers.front().line < b.markers.front().line;
    });
    return chosen;
}

}  // namespace fonds
