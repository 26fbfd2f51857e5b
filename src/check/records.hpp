// Records seen as notes, so that one rule serves manuscripts and record files.
#pragma once

#include <fonds/note.hpp>
#include <string_view>
#include <vector>

namespace fonds::checking {

/// A record stands as a note with one citation; its text is the record's piece of the source.
struct RecordNotes {
    std::vector<ParsedNote> notes;
    std::vector<std::size_t> begins;  ///< where each note's text begins in the source
};

[[nodiscard]] RecordNotes records_as_notes(Items const& items, std::string_view source,
                                           Knowledge const& knowledge);

/// Turns places in a record's note into places in the source.
void place_in_source(Diagnostic& finding, RecordNotes const& records);

}  // namespace fonds::checking
