// Notes as JSON objects, one a line: what `fonds parse --from notes` reads.
#pragma once

#include <fonds/document.hpp>
#include <string_view>

namespace fonds {

/// Whether the first line is such an object.
[[nodiscard]] bool looks_like_note_lines(std::string_view bytes);

/// Fills a document whose first part is set: a note for each line that has one, named by its "id", of the
/// manuscript that its "document" names.
std::optional<Error> read_note_lines(Document& document);

}  // namespace fonds
