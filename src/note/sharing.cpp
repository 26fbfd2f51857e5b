// What works of a note share is told once; each that takes it is linked to where it is told, never silent.

#include "note/sharing.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "note/note_works.hpp"

namespace fonds {
namespace {

/// Whether the form of the paper is that of a press release.
bool is_press_release(Citation const& citation, Chunks const& chunks) {
    return std::any_of(citation.fields.begin(), citation.fields.end(), [&](FieldSpan const& field) {
        if (field.field != to_string(Variable::genre)) return false;
        auto const words = chunks.tokens_in(field.span);
        if (words.empty()) return false;
        auto const first = chunks.tokens.index_of(words.front());
        auto const found = match_phrase(chunks.tokens, chunks.text, first, mask(WordClass::press_release));
        return found.phrase && found.size == words.size();
    });
}

/// "Department of State Press Release No. 664, December 8, 1953", given to all and kept nowhere in
/// particular.
void publish_releases(ParsedNote& note, Chunks const& chunks) {
    for (auto& citation : note.citations) {
        auto& item = citation.item;
        if (citation.kind != CitationKind::archival || has_location(citation) ||
            item.text(Variable::number).empty() || !is_press_release(citation, chunks))
            continue;
        citation.kind = CitationKind::published;
        item.type = ItemType::report;
    }
}

}  // namespace

Joint NoteWorks::joint(std::size_t i) const {
    bool semicolon = false, conjunction = false, stop = false;
    for (auto at = candidates[i - 1].last; at < candidates[i].first; ++at) switch (chunks.list[at].kind) {
            case ChunkKind::comma: break;
            case ChunkKind::conjunction: conjunction = true; break;
            case ChunkKind::semicolon: semicolon = true; break;
            case ChunkKind::stop: stop = true; break;
            default: return Joint::apart;
        }
    if (stop) return Joint::stop;
    return semicolon && !conjunction ? Joint::semicolon : Joint::listed;
}

std::string_view NoteWorks::between(std::size_t i) const {
    return trim(slice(note.text, {work(i - 1).span.end, work(i).span.begin}));
}

void NoteWorks::link(std::size_t to, std::size_t from, std::string_view relation,
                     std::string_view reason) const {
    CitationLink link;
    link.citation = from;
    link.relation = relation;
    link.reason = reason;
    link.confidence = 0.9;
    work(to).refers_to = std::move(link);
}

bool is_told(Citation const& citation) {
    return citation.kind == CitationKind::archival &&
           (citation.item.names.find(Variable::recipient) || citation.item.names.find(Variable::author) ||
            !citation.item.text(Variable::title).empty() || !citation.item.text(Variable::genre).empty() ||
            !citation.item.text(Variable::number).empty());
}

bool is_dated_document(Citation const& citation) {
    return is_told(citation) && citation.item.dates.find(Variable::issued) != nullptr;
}

bool begins_with_date(Candidate const& candidate) {
    return !candidate.parts.empty() && candidate.parts.front().role == Role::date &&
           candidate.parts.front().first == candidate.first;
}

bool candidate_location_ibid(Candidate const& candidate, Chunks const& chunks) {
    auto const part = candidate.find(Role::location);
    if (!part) return false;
    for (auto i = part->first; i < part->last; ++i)
        if (chunks.list[i].kind == ChunkKind::ibid) return true;
    return false;
}

void share(ParsedNote& note, std::vector<Candidate> const& candidates, Chunks const& chunks,
           std::vector<bool> const& location_ibid) {
    NoteWorks const works{note, candidates, chunks, location_ibid};
    if (works.size() > 1) {
        share_people(works);
        share_container(works);
        share_location(works);
    }
    publish_releases(note, chunks);
}

}  // namespace fonds
