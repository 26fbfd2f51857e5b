// Where findings lie in the file.
#include <fonds/check.hpp>
#include <optional>

#include "support/catch.hpp"

using namespace fonds;

TEST_CASE("spans of notes and of the source have a place in the parts of a manuscript") {
    Document document;
    document.parts = {{"", "a &amp; b"}, {"chapter.tex", "c"}};
    document.notes.resize(1);
    document.notes[0].map.add({{0, 2}, {0, 2}, 0});
    document.notes[0].map.add({{2, 3}, {2, 7}, 0});
    struct Row {
        std::size_t note;
        Span span;
        std::size_t part;
        std::optional<SourceMap::Place> place;
    };
    for (auto const& row : {
             Row{0, {0, 3}, 0, SourceMap::Place{{0, 7}, 0}},
             Row{0, {2, 3}, 1, SourceMap::Place{{2, 7}, 0}},  // the note knows its part
             Row{0, {8, 9}, 0, std::nullopt},
             Row{no_index, {2, 3}, 0, SourceMap::Place{{2, 3}, 0}},
             Row{no_index, {0, 1}, 1, SourceMap::Place{{0, 1}, 1}},
             Row{no_index, {0, 1}, 2, std::nullopt},
         }) {
        CHECK(place_of(document, row.note, row.span, row.part) == row.place);
        Diagnostic finding;
        finding.note = row.note;
        finding.span = row.span;
        finding.part = row.part;
        CHECK(place_of(document, finding) == row.place);
    }
}
