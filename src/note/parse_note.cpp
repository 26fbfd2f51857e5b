// One note by itself: chunks, best cover, lowering, what works of one note share, the partition.

#include <algorithm>
#include <array>
#include <fonds/note.hpp>
#include <memory_resource>

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

namespace {

/// A note between two passes.
struct NoteInWork {
    Chunks chunks;
    std::vector<Candidate> chosen;
    std::vector<LoweredByRule> lowered;
};

void find_covers(std::vector<NoteInWork>& notes) {
    std::pmr::monotonic_buffer_resource memory;
    std::vector<CoverSearch> searches;
    std::vector<Readings*> readings;
    searches.reserve(notes.size());
    for (auto const& note : notes) {
        searches.emplace_back(note.chunks, &memory);
        readings.push_back(&searches.back().readings());
    }
    read_some(readings);
    for (std::size_t i = 0; i < notes.size(); ++i) notes[i].chosen = searches[i].best().chosen;
}

}  // namespace

std::vector<SingleNote> parse_singles(std::span<std::string_view const> texts, Lexicon const& lexicon) {
    std::vector<SingleNote> out(texts.size());
    std::vector<NoteInWork> notes(texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        out[i].note.text = texts[i];
        notes[i].chunks = chunk(out[i].note.text, lexicon);
    }
    find_covers(notes);
    for (auto& note : notes)
        for (auto const& candidate : note.chosen)
            note.lowered.push_back(lower_by_rule(candidate, note.chunks, lexicon));
    for (std::size_t i = 0; i < texts.size(); ++i) {
        auto& note = notes[i];
        for (std::size_t work = 0; work < note.chosen.size(); ++work)
            out[i].note.citations.push_back(
                weigh(std::move(note.lowered[work]), note.chosen[work], note.chunks, lexicon).citation);
    }
    for (std::size_t i = 0; i < texts.size(); ++i) {
        auto const& [chunks, chosen, lowered] = notes[i];
        for (auto const& candidate : chosen)
            out[i].location_ibid.push_back(candidate_location_ibid(candidate, chunks));
        share(out[i].note, chosen, chunks, out[i].location_ibid);
        partition(out[i].note, chunks);
    }
    return out;
}

ParsedNote parse_note(std::string_view text, Knowledge const& knowledge) {
    NoteParser parser(knowledge);
    return parser.next({}, text);
}

}  // namespace fonds
