// From findings in notes to the bytes of the file.

#include <fonds/check.hpp>

namespace fonds {

std::optional<SourceMap::Place> place_of(Document const& document, std::size_t note, Span span,
                                         std::size_t part) {
    if (note < document.notes.size()) return document.notes[note].map.to_source(span);
    if (part >= document.parts.size()) return std::nullopt;
    return SourceMap::Place{span, part};
}

std::optional<SourceMap::Place> place_of(Document const& document, Diagnostic const& finding) {
    return place_of(document, finding.note, finding.span, finding.part);
}

}  // namespace fonds
