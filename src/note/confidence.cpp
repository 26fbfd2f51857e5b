// The figures are shares of wholly right works on the gold notes, rounded down; tests/note/reliability.py prints
// how they hold.

#include "note/confidence.hpp"

#include <algorithm>

namespace fonds {
namespace {

/// What an archival reference's signs are worth.
double archival(Candidate const& candidate, Citation const& citation) {
    auto const& reference = citation.item.reference;
    auto const labelled = std::count_if(reference.levels.begin(), reference.levels.end(),
                                        [](ArchiveLevel const& level) { return !level.label.empty(); });
    bool const all_labelled = !reference.levels.empty() &&
                              labelled == static_cast<std::ptrdiff_t>(reference.levels.size());
    bool const known = !reference.repository_id.empty();
    bool const soviet = std::any_of(reference.levels.begin(), reference.levels.end(),
                                    [](ArchiveLevel const& level) { return level.level == "opis" || level.level == "dans"; });
    switch (candidate.family) {
        case Family::record: return all_labelled ? 0.95 : 0.7;
        case Family::quoted_document:
            if (all_labelled && known && (soviet || !reference.document_id.empty())) return 0.95;
            return all_labelled ? 0.7 : 0.3;
        case Family::letter: {
            bool const people = citation.item.names.find(Variable::author) && citation.item.names.find(Variable::recipient);
            return people && (known || labelled > 0) ? 0.82 : people ? 0.65 : 0.45;
        }
        case Family::described_document: return !known ? 0.3 : all_labelled ? 0.6 : 0.65;
        default: return all_labelled && known ? 0.78 : labelled > 0 ? 0.45 : 0.3;
    }
}

double published(Candidate const& candidate, Citation const& citation) {
    auto const& item = citation.item;
    bool const author = item.names.find(Variable::author) != nullptr;
    bool const page = !item.text(Variable::page).empty();
    bool const title = !item.text(Variable::title).empty();
    switch (candidate.family) {
        case Family::article: {
            bool const numbered = !item.text(Variable::volume).empty() && !item.text(Variable::issue).empty();
            if (author && title && page && numbered && candidate.score >= 7) return 0.93;
            return author && title && page ? 0.85 : 0.7;
        }
        case Family::book:
            if (!author && !item.names.find(Variable::editor)) return 0.45;
            return item.text(Variable::publisher).empty() ? 0.8 : page ? 0.86 : 0.82;
        case Family::chapter: return candidate.score >= 7 ? 0.88 : 0.65;
        case Family::short_form:
            if (title && author && item.type == ItemType::document) return 0.95;
            return title ? 0.88 : 0.8;
        case Family::ibid: return 0.88;
        case Family::back_reference: return 0.8;
        case Family::newspaper: return 0.8;
        case Family::letter_in_volume: return 0.7;
        case Family::web: return 0.4;
        default: return 0.35;
    }
}

}  // namespace

double confidence(Candidate const& candidate, Citation const& citation, Chunks const&) {
    switch (candidate.family) {
        case Family::quoted_document: case Family::described_document: case Family::letter: case Family::location:
        case Family::record: return archival(candidate, citation);
        default: return published(candidate, citation);
    }
}

}  // namespace fonds
