// The series of markers that number a text's notes, told apart from other lists.
#pragma once

#include <string_view>
#include <vector>

#include "manuscript/lines.hpp"
#include "manuscript/plain_markers.hpp"

namespace fonds {

/// Markers of one shape whose numbers follow each other: the notes of a text or of one chapter.
struct MarkerRun {
    MarkerShape shape = MarkerShape::bracket;
    bool has_heading = false;  ///< "Notes" or the like stands above the first
    bool lists_works = false;  ///< that heading is "Bibliography" or the like
    bool is_whole = false;     ///< nothing but a title stands above the first, nothing below the last
    std::vector<Marker> markers;
};

/// Whether a line is a heading that notes stand under, in a language of vocabulary/note-headings.txt.
[[nodiscard]] bool is_note_heading(std::string_view line);

/// Chooses the runs that are notes, in the order of the text. `text` is the source, from `begin` on.
[[nodiscard]] std::vector<MarkerRun> choose_runs(std::string_view text, std::vector<Line> const& lines);

}  // namespace fonds
