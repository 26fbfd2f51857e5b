// What has been read of a LaTeX text.

#include "manuscript/latex_story.hpp"

#include <algorithm>

#include "base/diagnostic.hpp"
#include "base/text.hpp"

namespace fonds {

void WaitingMarks::add(NoteKind kind, Mark mark) {
    auto& of_kind = kinds_[kind];
    of_kind.by_number[mark.number].insert(count_);
    of_kind.marks.emplace(count_++, std::move(mark));
}

std::optional<WaitingMarks::Mark> WaitingMarks::take(NoteKind kind, std::string const& number) {
    auto& [marks, by_number] = kinds_[kind];
    if (marks.empty()) return std::nullopt;
    auto const named = by_number.find(number.empty() ? marks.begin()->second.number : number);
    if (named == by_number.end()) return std::nullopt;
    auto const first = named->second.begin();
    auto taken = std::move(marks.extract(*first).mapped());
    named->second.erase(first);
    if (named->second.empty()) by_number.erase(named);
    return taken;
}

LatexStory::LatexStory(Document& document, std::shared_ptr<LatexState> state, bool inside_note)
    : document_(document), state_(std::move(state)), inside_note_(inside_note), targets_{&body_} {}

void LatexStory::push(FrameKind kind, std::size_t begin) {
    frames_.emplace_back();
    frames_.back().kind = kind;
    frames_.back().begin = begin;
    if (kind == FrameKind::math) ++math_depth_;
    if (kind == FrameKind::quote) ++quote_depth_;
}

void LatexStory::open_frame(FrameKind kind, Span command) {
    if (kind == FrameKind::italic) out().begin_italic();
    if (kind == FrameKind::quote) out().put(quote_depth_ % 2 == 0 ? "“" : "‘", command);
    push(kind, command.begin);
}

void LatexStory::close_frame(Span closing) {
    auto closed = std::move(frames_.back());
    frames_.pop_back();
    if (closed.italic_on || closed.kind == FrameKind::italic) out().end_italic();
    if (closed.kind == FrameKind::math) --math_depth_;
    if (closed.kind == FrameKind::quote) out().put(--quote_depth_ % 2 == 0 ? "”" : "’", closing);
    if (closed.kind == FrameKind::heading) out().paragraph({closing.begin, closing.begin});
    if (closed.kind == FrameKind::note) finish_note(std::move(closed));
}

void LatexStory::slant_frame() {
    if (!has_open_frames() || frames_.back().italic_on) return;
    frames_.back().italic_on = true;
    out().begin_italic();
}

void LatexStory::close_all(std::size_t end) {
    report_open_notes(end);
    while (has_open_frames()) close_frame({end, end});
}

LatexStory::File LatexStory::enter_file(std::size_t part) {
    File const outer{part_, outer_frames_};
    part_ = part;
    outer_frames_ = frames_.size();
    for (auto* target : targets_) target->set_part(part);
    return outer;
}

void LatexStory::leave_file(File const& outer) {
    part_ = outer.part;
    outer_frames_ = outer.outer_frames;
    for (auto* target : targets_) target->set_part(part_);
}

// A note that never closes takes in the rest of the text.
void LatexStory::report_open_notes(std::size_t end) {
    for (auto i = outer_frames_; i < frames_.size(); ++i) {
        auto const& open = frames_[i];
        if (open.kind != FrameKind::note) continue;
        report("unclosed-note", Severity::error, {open.begin, std::min(open.begin + 20, end)},
               concat("note ", document_.notes[open.note].number,
                      " has no closing brace, so that all that follows is read as part of it"));
    }
}

void LatexStory::report(std::string_view rule, Severity severity, Span span, std::string message) {
    document_.diagnostics.push_back(make_diagnostic(rule, severity, span, std::move(message)));
    document_.diagnostics.back().part = part_;
}

std::string LatexStory::next_id(NoteKind kind) {
    auto& count = state_->ids[kind];
    return concat(kind == NoteKind::endnote ? "endnote-" : "footnote-", std::to_string(++count));
}

std::string LatexStory::next_number(NoteKind kind) {
    return std::to_string(kind == NoteKind::endnote ? ++state_->endnotes : ++state_->footnotes);
}

void LatexStory::add_call(std::string id, std::string const& number, Span span) {
    // A note within a note is called where that one is.
    auto const begin = out().size();
    out().put(concat("[", number, "]"), span);
    if (targets_.size() == 1) last_call_ = {begin, out().size()};
    calls_.push_back({std::move(id), last_call_});
}

void LatexStory::open_note(SourceNote note, std::size_t begin) {
    push(FrameKind::note, begin);
    frames_.back().text = std::make_unique<MappedText>(part_);
    frames_.back().note = document_.notes.size();
    document_.notes.push_back(std::move(note));
    targets_.push_back(frames_.back().text.get());
    note_citations_.emplace_back();
}

void LatexStory::finish_note(Frame closed) {
    targets_.pop_back();
    auto finished = closed.text->finish();
    auto& note = document_.notes[closed.note];
    set_text(note, std::move(finished), std::move(note_citations_.back()));
    note_citations_.pop_back();
}

void LatexStory::open_mark(NoteKind kind, std::string number, Span span) {
    auto id = next_id(kind);
    if (number.empty()) number = next_number(kind);
    add_call(id, number, span);
    state_->marks.add(kind, {std::move(id), std::move(number)});
}

SourceNote LatexStory::note_of_mark(NoteKind kind, std::string const& number) {
    SourceNote note;
    note.kind = kind;
    if (auto mark = state_->marks.take(kind, number)) {
        note.id = std::move(mark->id);
        note.number = std::move(mark->number);
    } else {
        note.id = next_id(kind);
        note.number = number;
    }
    return note;
}

void LatexStory::label_note(std::string label) {
    auto const frame = std::find_if(frames_.rbegin(), frames_.rend(),
                                    [](Frame const& open) { return open.kind == FrameKind::note; });
    if (frame == frames_.rend()) return;
    auto const& note = document_.notes[frame->note];
    state_->labels.insert_or_assign(std::move(label), LatexState::LabelledNote{note.id, note.number});
}

void LatexStory::add_citation(std::string key, Span span) {
    EmbeddedCitation citation;
    citation.producer = "latex";
    citation.key = std::move(key);
    citation.span = span;
    add_citation(std::move(citation));
}

void LatexStory::add_citation(EmbeddedCitation citation) {
    (note_citations_.empty() ? document_.embedded : note_citations_.back()).push_back(std::move(citation));
}

void LatexStory::adopt(LatexStory& inner, Span whole) {
    while (inner.has_open_frames()) inner.close_frame({0, 0});
    auto const begin = out().size();
    out().put(inner.body_.text(), whole);
    for (auto& citation : inner.document_.embedded) {
        citation.span = {citation.span.begin + begin, citation.span.end + begin};
        add_citation(std::move(citation));
    }
    for (auto& call : inner.calls_) {
        if (targets_.size() == 1) last_call_ = {call.span.begin + begin, call.span.end + begin};
        calls_.push_back({std::move(call.note), last_call_});
    }
    for (auto& note : inner.document_.notes) {
        note.map = SourceMap();
        if (!note.text.empty()) note.map.add({{0, note.text.size()}, whole, part_, true});
        document_.notes.push_back(std::move(note));
    }
}

void LatexStory::finish() {
    auto finished = body_.finish_untrimmed();
    document_.text = std::move(finished.text);
    document_.map = std::move(finished.map);
    link_calls(document_, calls_);
    order_by_calls(document_);
}

}  // namespace fonds
