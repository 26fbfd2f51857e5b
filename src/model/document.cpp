// What is asked of a manuscript as a whole.

#include <fonds/document.hpp>

namespace fonds {

std::string_view Document::text_of(Diagnostic const& finding) const {
    if (finding.note < notes.size()) return notes[finding.note].text;
    return finding.part < parts.size() ? std::string_view(parts[finding.part].bytes) : std::string_view(text);
}

}  // namespace fonds
