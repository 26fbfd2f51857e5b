// Variables written as lines in `note`, as Zotero users and citeproc-js do ("cheater syntax").
//
// A line is `name: value` with a CSL variable's name in small letters (or DOI, ISBN, URL … as they are); the
// lines stand together at the top, with at most one line of free text before them; a line whose name is no
// variable stays in the note. The older form is `{:name: value}` anywhere.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fonds {

struct NoteFields {
    std::vector<std::pair<std::string, std::string>> fields;  ///< name ("type" or a variable's), value
    std::string rest;                                         ///< the note without them
};

[[nodiscard]] NoteFields read_note_fields(std::string_view note);

/// Whether `read_note_fields` would find any.
[[nodiscard]] bool has_note_fields(std::string_view note);

}  // namespace fonds
