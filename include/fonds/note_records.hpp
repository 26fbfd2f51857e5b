// Notes as JSON lines, in and out: what pipes, GNU parallel and Spark pass on (`--from notes`, `--to notes`).
#pragma once

#include <fonds/note.hpp>
#include <fonds/result.hpp>
#include <string>
#include <string_view>

#pragma GCC visibility push(default)
namespace fonds {

/// A line of input: {"id", "document"?, "note"}. Other members are ignored.
struct NoteInput {
    std::string id;
    std::string document;  ///< notes of one manuscript name the same document; empty: none is named
    std::string note;
};

/// Reads one line. Errors: malformed (no JSON object, no "note" that is a text), limit_exceeded; `source` is
/// the line's id as far as known.
[[nodiscard]] Result<NoteInput> read_note_input(std::string_view line);

/// One JSON object without a line break: id, works, signals, comments, diagnostics.
[[nodiscard]] std::string write_note_record(ParsedNote const& note);

/// The same for note `index` of a manuscript: its number and its text stand in place of an id, so that the
/// spans can be read without the manuscript, and the lines are the same whatever format it came in.
[[nodiscard]] std::string write_note_record(ParsedNote const& note, Document const& manuscript,
                                            std::size_t index);

/// The record for a line that could not be read: its id as far as known, no works, one diagnostic.
[[nodiscard]] std::string write_note_failure(std::string_view id, Error const& error);

}  // namespace fonds
#pragma GCC visibility pop
