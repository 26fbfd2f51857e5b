// One note by itself: chunks, best cover, lowering, what works of one note share, the partition.

#include <algorithm>
#include <array>
#include <fonds/note.hpp>

#include "base/text.hpp"
#include "note/confidence.hpp"
#include "note/cover.hpp"
#include "note/lowering.hpp"
#include "note/segments.hpp"
#include "note/sharing.hpp"
#include "note/single_note.hpp"

namespace fonds {

std::string_view to_string(CitationKind kind) {
    constexpr std::array names = {std::string_view{"archival"}, std::string_view{"published"},
                                  std::string_view{"web"},      std::string_view{"short-form"},
                                  std::string_view{"ibid"},     std::string_view{"unparsed"}};
    return names[static_cast<std::size_t>(kind)];
}

SingleNote parse_single(std::string_view text, Lexicon const& lexicon) {
    SingleNote out;
    out.note.text = text;
    auto const chunks = chunk(out.note.text, lexicon);
    auto cover = best_cover(chunks);
    for (auto const& candidate : cover.chosen) {
        auto citation = lower(candidate, chunks, lexicon).citation;
        out.location_ibid.push_back(candidate_location_ibid(candidate, chunks));
        out.note.citations.push_back(std::move(citation));
    }
    share(out.note, cover.chosen, chunks, out.location_ibid);
    partition(out.note, chunks);
    return out;
}

ParsedNote parse_note(std::string_view text, Knowledge const& knowledge) {
    NoteParser parser(knowledge);
    return parser.next({}, text);
}

}  // namespace fonds
