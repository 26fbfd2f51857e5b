// What has been read of a LaTeX text: the body, the notes, and the groups that are still open.
#pragma once

#include <fonds/document.hpp>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "manuscript/calls.hpp"
#include "manuscript/latex_macros.hpp"
#include "manuscript/mapped_text.hpp"

namespace fonds {

/// Marks of notes that wait for their text, each found without a look at the others.
class WaitingMarks {
  public:
    struct Mark {
        std::string id;
        std::string number;
    };
    void add(NoteKind kind, Mark mark);
    /// The one that waits longest, of a number where it is not empty; it waits no more.
    std::optional<Mark> take(NoteKind kind, std::string const& number);

  private:
    struct OfKind {
        std::map<std::size_t, Mark> marks;  // in their order
        std::map<std::string, std::set<std::size_t>, std::less<>> by_number;
    };
    std::map<NoteKind, OfKind> kinds_;
    std::size_t count_ = 0;
};

/// What a text and the macros in it share.
struct LatexState {
    LatexMacros macros;
    bool citations_are_notes = true;
    std::map<NoteKind, std::size_t> ids;
    std::size_t footnotes = 0;
    std::size_t endnotes = 0;
    WaitingMarks marks;
    struct LabelledNote {
        std::string id;
        std::string number;
    };
    std::map<std::string, LabelledNote, std::less<>> labels;
    std::size_t expanded_size = 0;
    std::size_t inputs = 0;  ///< files taken in
};

class LatexStory {
  public:
    /// `inside_note`: the text of a macro that stands in a note.
    LatexStory(Document& document, std::shared_ptr<LatexState> state, bool inside_note);

    enum class FrameKind { group, italic, quote, heading, note, math };

    /// Where text goes: the body, or the innermost open note.
    [[nodiscard]] MappedText& out() { return *targets_.back(); }
    [[nodiscard]] bool in_note() const { return inside_note_ || targets_.size() > 1; }
    [[nodiscard]] bool in_math() const { return math_depth_ > 0; }
    /// Groups of the file that is being read; those around a file that is taken in are not its own.
    [[nodiscard]] bool has_open_frames() const { return frames_.size() > outer_frames_; }
    [[nodiscard]] FrameKind innermost() const {
        return has_open_frames() ? frames_.back().kind : FrameKind::group;
    }

    /// Opens a group; `command` is what opens it.
    void open_frame(FrameKind kind, Span command);
    /// Closes the innermost group; `closing` is what closes it.
    void close_frame(Span closing);
    /// Italics from here to the end of the innermost group.
    void slant_frame();
    /// Closes all groups at the end of the text; a note among them is named.
    void close_all(std::size_t end);

    /// Where reading stands among the files.
    struct File {
        std::size_t part = 0;
        std::size_t outer_frames = 0;
    };
    /// What follows is the text of another part; gives back where reading stood.
    File enter_file(std::size_t part);
    void leave_file(File const& outer);
    [[nodiscard]] std::size_t part() const { return part_; }
    /// A finding in the file that is being read.
    void report(std::string_view rule, Severity severity, Span span, std::string message);

    [[nodiscard]] std::string next_id(NoteKind kind);
    [[nodiscard]] std::string next_number(NoteKind kind);
    void add_call(std::string id, std::string const& number, Span span);
    void open_note(SourceNote note, std::size_t begin);
    void open_mark(NoteKind kind, std::string number, Span span);
    /// The note of the mark with that number, or of the first that waits; a new one where there is none.
    [[nodiscard]] SourceNote note_of_mark(NoteKind kind, std::string const& number);
    /// Names the innermost open note.
    void label_note(std::string label);

    void add_citation(std::string key, Span span);
    void add_citation(EmbeddedCitation citation);
    /// Takes over what the text of a macro made; all of it stands for `whole`.
    void adopt(LatexStory& inner, Span whole);
    /// Gives the body to the document and links its notes.
    void finish();

  protected:
    Document& document_;
    std::shared_ptr<LatexState> state_;

  private:
    struct Frame {
        FrameKind kind = FrameKind::group;
        bool italic_on = false;            // \itshape within it
        std::size_t begin = 0;             // of the command, for messages
        std::unique_ptr<MappedText> text;  // of a note
        std::size_t note = 0;              // its index
    };
    void push(FrameKind kind, std::size_t begin);
    void finish_note(Frame closed);
    void report_open_notes(std::size_t end);

    bool inside_note_;
    std::size_t part_ = 0;
    std::size_t outer_frames_ = 0;
    MappedText body_;
    std::vector<MappedText*> targets_;
    std::vector<Frame> frames_;
    std::vector<std::vector<EmbeddedCitation>> note_citations_;  // of the notes that are open
    std::size_t math_depth_ = 0;
    std::size_t quote_depth_ = 0;
    std::vector<Call> calls_;
    Span last_call_;
};

}  // namespace fonds
