// Plain text: the notes that numbered blocks hold, the body around them, the calls in it.

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/text.hpp"
#include "manuscript/calls.hpp"
#include "manuscript/lines.hpp"
#include "manuscript/mapped_text.hpp"
#include "manuscript/plain_calls.hpp"
#include "manuscript/plain_pages.hpp"
#include "manuscript/plain_runs.hpp"
#include "manuscript/reader.hpp"
#include "manuscript/wikitext.hpp"

namespace fonds {
namespace {

// A note goes on below an empty line without being indented only where its series shows that nothing but
// notes stands there, and not for longer than this.
constexpr std::size_t maximum_loose_lines = 12;

// How numbers call notes, the plainest first.
constexpr std::array number_styles = {CallStyle::bracket,     CallStyle::stroke,   CallStyle::superscript,
                                      CallStyle::parenthesis, CallStyle::attached, CallStyle::attached_roman};

// Whether notes that are marked in a shape are called in a style.
bool may_call(CallStyle style, MarkerShape shape) {
    if (style == CallStyle::parenthesis) return shape == MarkerShape::parenthesis;
    if (style == CallStyle::stroke) return shape == MarkerShape::bracket;
    if (is_attached(style)) return (style == CallStyle::attached_roman) == (shape == MarkerShape::roman);
    return true;
}

class Blocks {
  public:
    Blocks(std::string_view text, std::vector<Line> const& lines, std::vector<MarkerRun> const& runs)
        : text_(text), lines_(lines) {
        for (auto const& run : runs)
            for (auto const& marker : run.markers) markers_.emplace(marker.line, &marker);
        for (auto const& run : runs) measure(run);
    }
    // Of the marker that stands on a line.
    [[nodiscard]] Extent at(std::size_t line) const { return extents_.at(line); }
    // Of all markers, in order.
    [[nodiscard]] std::vector<Extent> all() const {
        std::vector<Extent> out;
        for (auto const& [line, extent] : extents_) out.push_back(extent);
        return out;
    }

  private:
    void measure(MarkerRun const& run) {
        std::size_t dense = 0;
        for (std::size_t i = 0; i < run.markers.size(); ++i) {
            auto const extent = tight(run.markers[i], limit_of(run.markers[i].line));
            extents_[run.markers[i].line] = extent;
            if (i + 1 < run.markers.size() && next_content(extent.last + 1) == run.markers[i + 1].line)
                ++dense;
        }
        // One long note among several is no reason to doubt.
        bool const is_dense = 5 * (dense + 1) >= 4 * run.markers.size();
        if (!is_dense && (run.markers.size() < 4 || dense + 2 < run.markers.size())) return;
        for (std::size_t i = 0; i + 1 < run.markers.size(); ++i) loosen(run, i);
    }

    // Lines of a note never reach the next marker, of whichever series, nor the number of their page, nor the
    // next page's text.
    [[nodiscard]] std::size_t limit_of(std::size_t line) const {
        auto const next = markers_.upper_bound(line);
        auto const end = next == markers_.end() ? lines_.size() : next->first;
        bool is_first_page = next != markers_.end();
        for (auto at = line + 1; at < end; ++at) {
            if (is_page_number(at)) return at;
            if (!is_first_page || !begins_page(at)) continue;
            if (calls_note({at, end - 1}, *next->second)) return at;
            is_first_page = false;  // what lies farther below calls no more
        }
        return end;
    }

    [[nodiscard]] bool begins_page(std::size_t line) const {
        return slice(text_, {lines_[line].span.begin, lines_[line].content}).find('\f') !=
               std::string_view::npos;
    }

    // A number alone, at the end of its page.
    [[nodiscard]] bool is_page_number(std::size_t line) const {
        auto const text = trim(slice(text_, {lines_[line].content, lines_[line].span.end}));
        if (!is_all_digits(text)) return false;
        auto next = line + 1;
        while (next < lines_.size() && lines_[next].blank() && !begins_page(next)) ++next;
        return next < lines_.size() && begins_page(next);
    }

    // The paragraph at the marker and the indented ones below it, or what the marker's bracket embraces.
    [[nodiscard]] Extent tight(Marker const& marker, std::size_t end) const {
        auto at = marker.line;
        if (marker.close > 0) {
            while (lines_[at].span.end < marker.close) ++at;
            return {marker.line, at};
        }
        bool const is_alone = marker.text == lines_[at].span.end;
        if (is_alone) {
            auto const text = next_content(at + 1);
            if (text >= end) return {marker.line, marker.line};
            at = text;
        }
        auto const wanted =
            is_alone ? std::max<std::size_t>(lines_[at].indent, 1) : lines_[marker.line].indent + 2;
        Extent extent{marker.line, paragraph_end(at, end)};
        for (auto next = next_content(extent.last + 1); next < end && lines_[next].indent >= wanted;
             next = next_content(extent.last + 1)) {
            if (is_note_heading(slice(text_, lines_[next].span))) break;
            extent.last = paragraph_end(next, end);
        }
        return extent;
    }

    void loosen(MarkerRun const& run, std::size_t index) {
        if (run.markers[index].close > 0) return;
        auto& extent = extents_[run.markers[index].line];
        auto const next = limit_of(run.markers[index].line);
        if (next - extent.last > maximum_loose_lines) return;
        auto last = extent.last;
        for (auto at = next_content(last + 1); at < next; at = next_content(last + 1)) {
            if (is_note_heading(slice(text_, lines_[at].span))) return;
            last = paragraph_end(at, next);
        }
        if (!calls_note({extent.last + 1, last}, run.markers[index + 1])) extent.last = last;
    }

    // Whether some lines call the note that follows them: then they are the next page's text.
    [[nodiscard]] bool calls_note(Extent lines, Marker const& note) const {
        if (lines.last < lines.first) return false;
        auto const text = slice(text_, {lines_[lines.first].span.begin, lines_[lines.last].span.end});
        return std::any_of(number_styles.begin(), number_styles.end(), [&](CallStyle style) {
            if (!may_call(style, note.shape)) return false;
            auto const calls = find_calls(text, style, note.number);
            return std::any_of(calls.begin(), calls.end(), [&](CallCandidate const& candidate) {
                return candidate.call.note == note.mark;
            });
        });
    }

    // The last line of the paragraph that begins on a line.
    [[nodiscard]] std::size_t paragraph_end(std::size_t line, std::size_t end) const {
        while (line + 1 < end && !lines_[line + 1].blank() && !lines_[line + 1].opens) ++line;
        return line;
    }
    [[nodiscard]] std::size_t next_content(std::size_t line) const {
        while (line < lines_.size() && lines_[line].blank()) ++line;
        return line;
    }

    std::string_view text_;
    std::vector<Line> const& lines_;
    std::map<std::size_t, Marker const*> markers_;  // by line
    std::map<std::size_t, Extent> extents_;
};

// Text -> body -> source, as text -> source.
SourceMap composed(SourceMap const& to_body, SourceMap const& to_source) {
    SourceMap out;
    auto const end = to_source.pieces().end();
    if (to_body.pieces().empty()) return out;
    // The text of one of many notes begins far down the body.
    auto inner = std::partition_point(to_source.pieces().begin(), end, [&](SourceMap::Piece const& piece) {
        return piece.text.end <= to_body.pieces().front().source.begin;
    });
    for (auto const& piece : to_body.pieces()) {
        while (inner != end && inner->text.end <= piece.source.begin) ++inner;
        for (auto at = inner; at != end && at->text.begin < piece.source.end; ++at) {
            Span const common{std::max(at->text.begin, piece.source.begin),
                              std::min(at->text.end, piece.source.end)};
            SourceMap::Piece joined{piece.text, at->source, at->part, piece.whole || at->whole};
            if (piece.is_exact())
                joined.text = {piece.text.begin + (common.begin - piece.source.begin),
                               piece.text.begin + (common.end - piece.source.begin)};
            if (at->is_exact())
                joined.source = {at->source.begin + (common.begin - at->text.begin),
                                 at->source.begin + (common.end - at->text.begin)};
            out.add(joined);
            if (!piece.is_exact()) break;
        }
    }
    return out;
}

class PlainTextReader {
  public:
    PlainTextReader(Document& document, std::vector<Line> lines)
        : document_(document),
          source_(document.parts.front().bytes),
          lines_(std::move(lines)),
          runs_(choose_runs(source_, lines_)),
          blocks_(source_, lines_, runs_),
          continuations_(find_continuations(source_, lines_, blocks_.all())) {
        // Symbols begin anew on each page, each for itself.
        std::map<std::pair<MarkerShape, std::string>, std::size_t> count;
        for (auto const& run : runs_) {
            auto const symbol = run.shape == MarkerShape::symbol ? run.markers.front().mark : std::string();
            ordinals_.push_back(++count[{run.shape, symbol}]);
        }
    }

    void read() {
        add_notes();
        add_body();
        auto const found = calls();
        mark_lists(found);
        link_calls(document_, found);
    }

  private:
    void add_notes() {
        for (std::size_t r = 0; r < runs_.size(); ++r)
            for (auto const& marker : runs_[r].markers) {
                SourceNote note;
                note.id = id_of(r, marker.mark);
                note.number = marker.mark;
                auto const extent = blocks_.at(marker.line);
                if (extent.first != marker.line || taken_.count(marker.line) > 0) continue;
                set_text(note, text_of(marker, extent));
                document_.notes.push_back(std::move(note));
                take(extent);
                for (auto const& more : continued(extent)) take(more);
            }
    }

    // A numbered list of works, to which no number of the text leads where others lead to notes.
    void mark_lists(std::vector<Call> const& found) {
        std::set<std::string_view> called;
        for (auto const& call : found) called.insert(call.note);
        std::set<std::string> listed;
        for (std::size_t r = 0; r < runs_.size() && !called.empty(); ++r) {
            auto const& markers = runs_[r].markers;
            auto const is_called = [&](Marker const& marker) {
                return called.count(id_of(r, marker.mark)) > 0;
            };
            if (!runs_[r].lists_works || std::any_of(markers.begin(), markers.end(), is_called)) continue;
            for (auto const& marker : markers) listed.insert(id_of(r, marker.mark));
        }
        for (auto& note : document_.notes)
            if (listed.count(note.id) > 0) note.kind = NoteKind::reference;
    }

    void take(Extent lines) {
        for (auto line = lines.first; line <= lines.last; ++line) taken_.insert(line);
    }

    // The lines on later pages that belong to a note.
    [[nodiscard]] std::vector<Extent> continued(Extent note) const {
        auto const found = continuations_.find(note.first);
        return found == continuations_.end() ? std::vector<Extent>() : found->second;
    }

    // Notes of later chapters are told from those of the first by their run.
    [[nodiscard]] std::string id_of(std::size_t run, std::string const& mark) const {
        if (ordinals_[run] == 1) return mark;
        return std::to_string(ordinals_[run]) + "." + mark;
    }

    [[nodiscard]] MappedText::Finished text_of(Marker const& marker, Extent extent) const {
        MappedText text;
        auto const end = marker.close > 0 ? marker.close : source_.size();
        text.copy(source_, {marker.text, std::min(lines_[marker.line].span.end, end)});
        for (auto i = extent.first + 1; i <= extent.last; ++i) add_line(text, i, lines_[i].opens, end);
        for (auto const& more : continued(extent))
            for (auto i = more.first; i <= more.last; ++i)
                add_line(text, i, lines_[i].opens && i > more.first, end);
        return text.finish();
    }

    // A line of a note that reaches to `end` at most.
    void add_line(MappedText& text, std::size_t index, bool is_paragraph, std::size_t end) const {
        auto const& line = lines_[index];
        if (line.blank()) return;
        Span const gap{lines_[index - 1].span.end, line.content};
        is_paragraph ? text.paragraph(gap) : text.space(gap);
        text.copy(source_, {line.content, std::max(line.content, std::min(line.span.end, end))});
    }

    void add_body() {
        MappedText text;
        for (std::size_t i = 0; i < lines_.size(); ++i)
            if (taken_.count(i) == 0) text.copy(source_, {lines_[i].span.begin, lines_[i].next});
        auto finished = text.finish_untrimmed();
        document_.text = std::move(finished.text);
        document_.map = std::move(finished.map);
    }

    [[nodiscard]] std::vector<Call> calls() const {
        std::vector<Call> out;
        std::set<MarkerShape> done;
        for (std::size_t r = 0; r < runs_.size(); ++r) {
            if (!done.insert(runs_[r].shape).second) continue;
            switch (runs_[r].shape) {
                case MarkerShape::symbol:
                    add_symbols(find_calls(document_.text, CallStyle::symbol), out);
                    break;
                case MarkerShape::letter:
                    add_known(r, find_calls(document_.text, CallStyle::letter), out);
                    break;
                default: add_known(r, best_calls(r), out);
            }
        }
        std::stable_sort(out.begin(), out.end(),
                         [](Call const& a, Call const& b) { return a.span.begin < b.span.begin; });
        return out;
    }

    // The calls of the style that reaches most notes.
    [[nodiscard]] std::vector<CallCandidate> best_calls(std::size_t run) const {
        std::set<std::string> marks;
        for (auto const& marker : runs_[run].markers) marks.insert(marker.mark);
        std::vector<CallCandidate> best;
        std::size_t best_count = 0;
        for (auto const style : number_styles) {
            bool const may_be_enclosed = style == CallStyle::parenthesis && runs_[run].has_heading;
            if (!may_call(style, runs_[run].shape) && !may_be_enclosed) continue;
            auto found = find_calls(document_.text, style, runs_[run].markers.front().number, restarts(run));
            std::set<std::string> reached;
            for (auto const& candidate : found)
                if (marks.count(candidate.call.note) > 0) reached.insert(candidate.call.note);
            if (reached.size() <= best_count) continue;
            best_count = reached.size();
            best = std::move(found);
        }
        return best;
    }

    // Whether the numbers of a series begin anew, by chapter or by page.
    [[nodiscard]] bool restarts(std::size_t run) const {
        return std::any_of(runs_.begin() + static_cast<std::ptrdiff_t>(run) + 1, runs_.end(),
                           [&](MarkerRun const& later) { return later.shape == runs_[run].shape; });
    }

    // Numbers that begin anew belong to the next run of the shape; what reaches far beyond is no call.
    void add_known(std::size_t run, std::vector<CallCandidate> found, std::vector<Call>& out) const {
        std::vector<std::size_t> series;
        for (std::size_t r = run; r < runs_.size(); ++r)
            if (runs_[r].shape == runs_[run].shape) series.push_back(r);
        std::size_t at = 0;
        std::size_t last = 0;
        for (auto& candidate : found) {
            auto const first = runs_[series[at]].markers.front().number;
            bool const is_passed = candidate.number < last ||
                                   (candidate.number == last && runs_[series[at]].markers.size() == 1);
            bool const restarts = is_passed && candidate.number == first;
            if (restarts && at + 1 < series.size()) ++at;
            if (candidate.number > runs_[series[at]].markers.back().number + 1) continue;
            last = candidate.number;
            candidate.call.note = id_of(series[at], candidate.call.note);
            out.push_back(std::move(candidate.call));
        }
    }

    // A symbol calls the first note below it that is so marked.
    void add_symbols(std::vector<CallCandidate> found, std::vector<Call>& out) const {
        std::map<std::string, std::vector<std::size_t>> notes;  // by mark, the last first
        for (std::size_t r = runs_.size(); r-- > 0;)
            if (runs_[r].shape == MarkerShape::symbol) notes[runs_[r].markers.front().mark].push_back(r);
        for (auto& candidate : found) {
            auto const place = document_.map.to_source(candidate.call.span);
            auto const below = notes.find(candidate.call.note);
            if (!place || below == notes.end()) continue;
            auto& runs = below->second;
            auto const is_above = [&](std::size_t run) {
                return lines_[runs_[run].markers.front().line].span.begin <= place->span.begin;
            };
            while (!runs.empty() && is_above(runs.back())) runs.pop_back();
            if (runs.empty()) continue;
            candidate.call.note = id_of(runs.back(), candidate.call.note);
            out.push_back(std::move(candidate.call));
        }
    }

    Document& document_;
    std::string_view source_;
    std::vector<Line> lines_;
    std::vector<MarkerRun> runs_;
    Blocks blocks_;
    std::map<std::size_t, std::vector<Extent>> continuations_;
    std::vector<std::size_t> ordinals_;  // of each run among those of its shape (and symbol), from 1
    std::set<std::size_t> taken_;
};

// Whether each line is a paragraph, as word processors write plain text: most of it stands in lines that
// nobody breaks so late.
bool has_line_paragraphs(std::vector<Line> const& lines) {
    constexpr std::size_t longest_broken_line = 200;
    std::size_t all = 0;
    std::size_t in_long_lines = 0;
    for (auto const& line : lines) {
        all += line.span.size();
        if (line.span.size() > longest_broken_line) in_long_lines += line.span.size();
    }
    return 2 * in_long_lines > all;
}

}  // namespace

std::optional<Error> read_plain_text(Document& document) {
    std::string_view const source = document.parts.front().bytes;
    if (has_wiki_notes(source)) {
        read_wikitext(document);
        return std::nullopt;
    }
    auto lines = split_lines(source, text_begin(source));
    if (has_line_paragraphs(lines))
        for (auto& line : lines) line.opens = true;
    PlainTextReader(document, std::move(lines)).read();
    return std::nullopt;
}

void find_typed_notes(Document& document, MappedText::Finished body) {
    Document as_text;
    as_text.parts.push_back({"", std::move(body.text)});
    // Each line is a paragraph of the document.
    auto lines = split_lines(as_text.parts.front().bytes);
    for (auto& line : lines) line.opens = true;
    PlainTextReader(as_text, std::move(lines)).read();
    if (as_text.notes.empty()) return;
    for (auto& note : as_text.notes) {
        note.map = composed(note.map, body.map);
        document.notes.push_back(std::move(note));
    }
    for (auto& diagnostic : as_text.diagnostics) {
        if (diagnostic.note == no_index)
            if (auto const place = body.map.to_source(diagnostic.span)) diagnostic.span = place->span;
        document.diagnostics.push_back(std::move(diagnostic));
    }
    document.map = composed(as_text.map, body.map);
    document.text = std::move(as_text.text);
    document.embedded.clear();
}

std::optional<Error> read_lines(Document& document) {
    std::string_view const source = document.parts.front().bytes;
    std::size_t number = 0;
    for (auto const& line : split_lines(source, text_begin(source))) {
        ++number;
        if (line.blank()) continue;
        MappedText text;
        text.copy(source, {line.content, line.span.end});
        auto finished = text.finish();
        SourceNote note;
        note.id = note.number = std::to_string(number);
        note.kind = NoteKind::reference;
        set_text(note, std::move(finished));
        document.notes.push_back(std::move(note));
    }
    return std::nullopt;
}

}  // namespace fonds
