// Notes as JSON objects, one a line: what `fonds parse --from notes` reads.
#pragma once

#include <fonds/document.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace fonds {

/// Whether the first line is such an object.
[[nodiscard]] bool looks_like_note_lines(std::string_view bytes);

/// Fills a document whose first part is set: a note for each line that has one, named by its "id".
std::optional<Error> read_note_lines(Document& document);

/// The "document" of each note that `read_note_lines` found, in their order: which manuscript it belongs to.
[[nodiscard]] std::vector<std::string> manuscripts_of_note_lines(std::string_view bytes);

}  // namespace fonds
