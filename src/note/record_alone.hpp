// Citations whose item is a record as a whole: nothing of it was read in the note's words.
#pragma once

#include <fonds/note.hpp>
#include <string_view>

namespace fonds {

/// In place of a grammar, for the text of a reference manager's field in which no citation was read.
inline constexpr std::string_view field_family = "field";

/// Whether the item is the record of a key, or of a field in whose text no citation was read.
[[nodiscard]] inline bool is_record_alone(Citation const& citation) {
    return citation.is_by_key() || citation.family == field_family;
}

}  // namespace fonds
