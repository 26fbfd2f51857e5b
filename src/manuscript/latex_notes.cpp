// Notes of LaTeX, marks whose text comes later, and references to notes by their labels.

#include <algorithm>

#include "base/text.hpp"
#include "manuscript/latex_reader.hpp"
#include "manuscript/note_marks.hpp"

namespace fonds {

void LatexReader::note(Name const& name, NoteKind kind, bool is_numbered) {
    auto number = is_numbered ? own_number() : "";
    skip_options();  // "[][-2cm]" of Tufte's classes: how far the note is moved
    if (!enter_argument()) return;
    SourceNote note;
    note.kind = kind;
    note.id = next_id(kind);
    note.number = number ? std::move(*number) : next_number(kind);
    add_call(note.id, note.number, {name.begin, at_});
    open_note(std::move(note), name.begin);
}

// A mark alone, whose text follows.
void LatexReader::mark(Name const& name, NoteKind kind) {
    auto const number = own_number();
    open_mark(kind, number.value_or(""), {name.begin, at_});
}

void LatexReader::text_of_mark(Name const& name, NoteKind kind) {
    // "\\let\\thefootnote\\relax\\footnotetext{…}": a note without a mark.
    if (trim(source_.substr(0, name.begin)).ends_with("\\thefootnote\\relax")) return note(name, kind, false);
    auto const number = own_number();
    skip_options();
    if (enter_argument()) open_note(note_of_mark(kind, number.value_or("")), name.begin);
}

// "[3]" behind the command, where the author sets the number.
std::optional<std::string> LatexReader::own_number() {
    auto const option = skip_option();
    if (!option || trim(slice(source_, *option)).empty()) return std::nullopt;
    return std::string(trim(slice(source_, *option)));
}

// "\\setcounter{footnote}{9}", "\\addtocounter{footnote}{-1}", "\\stepcounter{footnote}".
void LatexReader::counter(Name const& name) {
    auto const which = skip_argument();
    bool const is_step = name.text.ends_with("stepcounter");
    auto const value = is_step ? std::nullopt : skip_argument();
    if (!which || (!is_step && !value)) return;
    auto const counter = slice(source_, *which);
    auto* number = counter == "footnote"  ? &state_->footnotes
                   : counter == "endnote" ? &state_->endnotes
                                          : nullptr;
    if (!number) return;
    auto written = is_step ? std::string_view("1") : trim(slice(source_, *value));
    bool const is_less = written.starts_with('-');
    if (is_less) written.remove_prefix(1);
    auto const read = read_number(written);
    if (!read && written != "0") return;
    auto const change = read ? read->number : 0;
    if (name.text == "setcounter") *number = change;
    else *number = is_less ? *number - std::min(*number, change) : *number + change;
}

// In a note a label names its number.
void LatexReader::label() {
    if (auto const name = skip_argument()) label_note(std::string(slice(source_, *name)));
}

// The number of a note. Only what stands above is known; of the rest LaTeX itself would first have to be run.
void LatexReader::reference(Name const& name) {
    if (auto const* note = labelled_note()) out().put(note->number, {name.begin, at_});
}

// \footref calls a note again.
void LatexReader::note_reference(Name const& name) {
    if (auto const* note = labelled_note()) add_call(note->id, note->number, {name.begin, at_});
}

LatexState::LabelledNote const* LatexReader::labelled_note() {
    auto const label = skip_argument();
    if (!label) return nullptr;
    auto const found = state_->labels.find(slice(source_, *label));
    return found == state_->labels.end() ? nullptr : &found->second;
}

}  // namespace fonds
