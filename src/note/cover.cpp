// Dynamic programming over the ends of candidates; splitting and typing of works are this one decision.

#include "note/cover.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <span>

#include "grammar/word_shape.hpp"
#include "note/further_letters.hpp"
#include "note/outlined.hpp"

namespace fonds {
namespace {

/// Whether a citation may begin at a chunk: behind a separator, a signal, or prose of the same element.
bool is_start(Chunks const& chunks, std::uint32_t at) {
    if (at == 0) return true;
    switch (chunks.list[at - 1].kind) {
        case ChunkKind::comma:
        case ChunkKind::semicolon:
        case ChunkKind::stop:
        case ChunkKind::colon:
        case ChunkKind::signal:
        case ChunkKind::conjunction:
        case ChunkKind::open:
        case ChunkKind::in:
        case ChunkKind::slashes:
        case ChunkKind::mark:
        case ChunkKind::dash:
        case ChunkKind::url:
        case ChunkKind::accessed:
        case ChunkKind::aside:
        case ChunkKind::on_file:
        case ChunkKind::provenance: return true;
        case ChunkKind::text:
            return chunks.list[at].kind != ChunkKind::date && chunks.list[at].kind != ChunkKind::number;
        case ChunkKind::level: return chunks.list[at].kind == ChunkKind::text;
        default: return false;
    }
}

double lead(Candidate const& candidate, std::span<Candidate const> others) {
    double best = 0;
    for (auto const& other : others)
        if (&other != &candidate) best = std::max(best, other.score);
    return candidate.score - best;
}

/// The kinds that a reading can turn out to be of.
CitationKinds kinds_of(Candidate const& candidate) {
    switch (candidate.family) {
        case Family::quoted_document:
        case Family::described_document:
        case Family::letter:
        case Family::location:
        case Family::record:
            if (candidate.find(Role::location)) return mask(CitationKind::archival);
            return mask(CitationKind::archival) | mask(CitationKind::published) |
                   mask(CitationKind::short_form);
        case Family::article:
        case Family::newspaper: return mask(CitationKind::published) | mask(CitationKind::web);
        case Family::web:
            return mask(CitationKind::web) | mask(CitationKind::published) | mask(CitationKind::archival);
        case Family::short_form:
        case Family::back_reference: return mask(CitationKind::short_form);
        case Family::ibid: return mask(CitationKind::ibid);
        default: return mask(CitationKind::published);
    }
}

/// Whether the outline alone sees a citation of that kind just there.
bool is_outlined(Candidate const& candidate, std::vector<OutlinedCitation> const& outlined) {
    auto const found = std::lower_bound(
        outlined.begin(), outlined.end(), candidate.first,
        [](OutlinedCitation const& citation, std::uint32_t first) { return citation.first < first; });
    return found != outlined.end() && found->first == candidate.first && found->last == candidate.last &&
           (kinds_of(candidate) & mask(found->kind)) != 0;
}

/// A reading that lacks nothing: of a document, also where it lies.
bool is_whole(Candidate const& candidate) {
    constexpr double least = 0.5;
    bool const paper = candidate.family == Family::letter || candidate.family == Family::described_document ||
                       candidate.family == Family::quoted_document;
    return !candidate.unread && candidate.score >= least && (!paper || candidate.find(Role::location));
}

/// Where the next work of a note may begin behind `at`: behind separators, and behind words of the sentence
/// that "and" joins: "…, and, from a different perspective, by | …".
std::uint32_t behind_separators(Chunks const& chunks, std::uint32_t at, std::uint32_t last) {
    for (bool joined = false; at < last; ++at) {
        auto const& chunk = chunks.list[at];
        bool const separates = chunk.kind == ChunkKind::stop || chunk.kind == ChunkKind::semicolon ||
                               chunk.kind == ChunkKind::comma || chunk.kind == ChunkKind::conjunction ||
                               chunk.kind == ChunkKind::signal;
        bool const words = joined && chunk.kind == ChunkKind::text && chunk.is(Trait::all_small);
        if (!separates && !words) return at;
        joined = joined || chunk.kind == ChunkKind::conjunction;
    }
    return at;
}

/// "above, p. 112", "ch. 3 below": a place in the text that the note belongs to.
bool points_within_text(Chunk const& chunk, Chunks const& chunks) {
    bool const words = chunk.kind == ChunkKind::text && chunk.is(Trait::all_small);
    auto const& word = chunks.tokens[words ? chunk.first : chunk.last - 1];
    return (words || chunk.kind == ChunkKind::level) && word.is(WordClass::above);
}

/// "Document 45", "Dok. 123, Anm. 4": a document of the edition that the note belongs to, and a note on it.
bool names_own_document(OutlinedCitation const& citation, Chunks const& chunks) {
    auto const& first = chunks.list[citation.first];
    if (first.kind != ChunkKind::level || !first.means("document") || first.is(Trait::symbol)) return false;
    return std::all_of(
        chunks.list.begin() + citation.first, chunks.list.begin() + citation.last, [](Chunk const& chunk) {
            bool const place =
                chunk.kind == ChunkKind::level && (chunk.means("document") || chunk.means("note"));
            return place || chunk.kind == ChunkKind::comma || chunk.kind == ChunkKind::conjunction;
        });
}

/// No citation has more chunks: a row of numbers or names without an end is none, and what reads the parts of
/// a citation may look at each of them from each other.
constexpr std::uint32_t longest_citation = 1024;

/// What tells where a document lies, or which one it is.
constexpr bool tells_place(Chunk const& chunk) {
    constexpr auto placing = mask(Trait::repository) | mask(Trait::collection) | mask(Trait::reference) |
                             mask(Trait::department) | mask(Trait::shelfmark) | mask(Trait::holding) |
                             mask(Trait::kept) | mask(Trait::registered) | mask(Trait::telegram) |
                             mask(Trait::digital) | mask(Trait::symbol) | mask(Trait::paper) |
                             mask(Trait::bound) | mask(Trait::capitals) | mask(Trait::eastern);
    switch (chunk.kind) {
        case ChunkKind::text: return (chunk.traits & placing) != 0;
        case ChunkKind::date:
        case ChunkKind::comma:
        case ChunkKind::conjunction:
        case ChunkKind::stop:
        case ChunkKind::aside: return false;
        default: return true;
    }
}

/// "Stalin to Mao, 12 May 1950, | states this": a sentence that begins with a document told as notes tell it,
/// by its day and without article or possessive, cites it.
bool begins_as_note(OutlinedCitation const& citation, Chunks const& chunks) {
    if (!begins_sentence(chunks, citation.first)) return false;
    auto const first = chunks.list.begin() + citation.first, last = chunks.list.begin() + citation.last;
    auto const is_day = [](Chunk const& chunk) { return chunk.has_day; };
    auto const words = chunks.tokens_in({first->span.begin, (last - 1)->span.end});
    auto const is_possession = [&](Token const& word) {
        return is_possessive(slice(chunks.text, word.span));
    };
    return std::any_of(first, last, is_day) && !words.front().is(WordClass::article) &&
           std::none_of(words.begin(), words.end(), is_possession);
}

/// "The minister's letter to Adams, written on 3 May 1800, | has not survived": a sentence that speaks of a
/// document cites none.
bool speaks_of_document(OutlinedCitation const& citation, Chunks const& chunks) {
    auto const first = chunks.list.begin() + citation.first, last = chunks.list.begin() + citation.last;
    if (std::any_of(first, last, tells_place) || begins_as_note(citation, chunks)) return false;
    auto const is_verb = [](Chunk const& chunk) {
        // "the letter is CO 1015/2439": figures may be its place.
        return chunk.kind == ChunkKind::text && chunk.is(Trait::verb) && !chunk.is(Trait::digits);
    };
    auto behind = last;
    if (behind != chunks.list.end() && behind->kind == ChunkKind::comma) ++behind;
    bool const goes_on = behind != chunks.list.end() && is_verb(*behind) && behind->is(Trait::all_small);
    return goes_on || std::any_of(first, last, is_verb);
}

/// "… repeated to Bonn and USUN": one text that nobody knows for an archive is no reference to one.
bool may_cite(OutlinedCitation const& citation, Chunks const& chunks) {
    if (citation.size() > longest_citation) return false;
    auto const& chunk = chunks.list[citation.first];
    if (citation.kind == CitationKind::short_form && points_within_text(chunk, chunks)) return false;
    // "… lasted to 6:20 p.m. (Johnson Library)": no document begins with an hour.
    if (chunk.kind == ChunkKind::text && chunk.is(Trait::marking) && chunk.is(Trait::digits)) return false;
    if (names_own_document(citation, chunks)) return false;
    if (citation.kind == CitationKind::archival && speaks_of_document(citation, chunks)) return false;
    return citation.kind != CitationKind::archival || citation.size() > 1 || chunk.kind != ChunkKind::text ||
           chunk.is(Trait::digits);
}

/// The readings that begin at a chunk; `kept` has them in the order of their begins.
std::span<Candidate const> readings_at(std::uint32_t at, std::span<Candidate const> kept) {
    auto const first =
        std::partition_point(kept.begin(), kept.end(), [&](Candidate const& it) { return it.first < at; });
    return {first, std::find_if(first, kept.end(), [&](Candidate const& it) { return it.first != at; })};
}

/// Where the outline saw one citation that no grammar reads: the whole readings, several, that the grammar
/// has from its begin to its end, with nothing but separators between; none where there are no such.
std::vector<std::uint32_t> whole_readings(Candidate const& unread, std::span<Candidate const> kept,
                                          Chunks const& chunks) {
    struct Reached {
        double score = 0;
        std::vector<std::uint32_t> readings;
    };
    std::map<std::uint32_t, Reached> reached = {{unread.first, {}}};
    for (auto const& [at, way] : reached) {
        for (auto const& reading : readings_at(at, kept)) {
            if (reading.last > unread.last || !is_whole(reading)) continue;
            auto const next = behind_separators(chunks, reading.last, unread.last);
            auto& there = reached[next];
            if (there.score >= way.score + reading.score) continue;
            there.score = way.score + reading.score;
            there.readings = way.readings;
            there.readings.push_back(static_cast<std::uint32_t>(&reading - kept.data()));
        }
    }
    auto const end = reached.find(unread.last);
    return end == reached.end() || end->second.readings.size() < 2 ? std::vector<std::uint32_t>{}
                                                                   : end->second.readings;
}

/// "Thompson to Rusk, 24 July 1961, in | U.S. Department of State, Foreign Relations of the United States": a
/// paper that the outline parted from the volume that prints it. The reading of both; none where there is no
/// such.
std::optional<std::uint32_t> reading_with_volume(Candidate const& unread, Candidate const& volume,
                                                 std::span<Candidate const> kept, Chunks const& chunks) {
    if (!unread.unread || volume.first != unread.last || chunks.list[unread.last - 1].kind != ChunkKind::in)
        return std::nullopt;
    for (auto const& reading : readings_at(unread.first, kept))
        if (reading.family == Family::letter_in_volume && reading.last == volume.last && is_whole(reading) &&
            reading.score > volume.score)
            return static_cast<std::uint32_t>(&reading - kept.data());
    return std::nullopt;
}

/// The numbers of the readings on the best way; instead of an unread citation the whole readings within it,
/// or the one of it and its volume.
std::vector<std::uint32_t> readings_on_way(Ways const& ways, std::span<Candidate const> kept,
                                           Chunks const& chunks) {
    std::vector<std::uint32_t> out;
    for (auto const number : ways.best(kept)) {
        if (!out.empty())
            if (auto const both = reading_with_volume(kept[out.back()], kept[number], kept, chunks)) {
                out.back() = *both;
                continue;
            }
        auto const instead =
            kept[number].unread ? whole_readings(kept[number], kept, chunks) : std::vector<std::uint32_t>{};
        if (instead.empty()) out.push_back(number);
        else out.insert(out.end(), instead.begin(), instead.end());
    }
    return out;
}

/// Adds a reading, or what it says of the one before it; of several letters, each.
void add_reading(Candidate&& reading, Chunks const& chunks, std::vector<Candidate>& chosen) {
    while (!chosen.empty() && take_author_before(reading, chosen.back(), chunks)) chosen.pop_back();
    if (!chosen.empty()) {
        auto& before = chosen.back();
        if (take_keeper(before, reading, chunks) || take_same_place(before, reading, chunks) ||
            take_address(before, reading, chunks) || take_letter(before, reading, chunks) ||
            take_copies(before, reading, chunks))
            return;
    }
    for (auto& letter : letters_of(std::move(reading), chunks)) chosen.push_back(std::move(letter));
}

/// "Cowley's letter, in TNA, FO 519/218 |, is less sanguine": words of the sentence that goes on.
void leave_sentence(Candidate& unread, Chunks const& chunks) {
    auto const& list = chunks.list;
    while (unread.last > unread.first + 2) {
        auto const& words = list[unread.last - 1];
        bool const sentence =
            words.kind == ChunkKind::text && words.is(Trait::verb) && words.is(Trait::all_small);
        if (!sentence || list[unread.last - 2].kind != ChunkKind::comma) return;
        unread.last -= 2;
    }
}

/// A note that is nothing but addresses, a signal before them perhaps: each is a page of the web. In a
/// sentence an address may only say where something can be had.
std::vector<Candidate> pages_alone(Chunks const& chunks) {
    std::vector<Candidate> out;
    for (std::uint32_t at = 0; at < chunks.list.size(); ++at) {
        switch (chunks.list[at].kind) {
            case ChunkKind::url: {
                auto& page = out.emplace_back();
                page.family = Family::web;
                page.first = at;
                page.last = at + 1;
                page.parts.push_back({Role::url, at, at + 1});
                page.score = score(page, chunks);
                break;
            }
            case ChunkKind::accessed:
                if (out.empty()) return {};
                out.back().parts.push_back({Role::accessed, at, at + 1});
                out.back().last = at + 1;
                break;
            case ChunkKind::signal:
            case ChunkKind::stop:
            case ChunkKind::comma:
            case ChunkKind::semicolon:
            case ChunkKind::colon:
            case ChunkKind::open:
            case ChunkKind::close:
            case ChunkKind::conjunction: break;
            default: return {};
        }
    }
    return out;
}

/// The chunks where citations may begin, in order.
std::vector<std::uint32_t> starts_of(Chunks const& chunks, std::vector<OutlinedCitation> const& outlined) {
    std::vector<std::uint32_t> out;
    out.reserve(chunks.list.size());
    auto next = outlined.begin();
    for (std::uint32_t at = 0; at < chunks.list.size(); ++at) {
        bool const is_outlined = next != outlined.end() && next->first == at;
        if (is_outlined) ++next;
        if (is_outlined || is_start(chunks, at)) out.push_back(at);
    }
    return out;
}

}  // namespace

CoverSearch::CoverSearch(Chunks const& chunks, std::pmr::memory_resource* memory)
    : chunks_(&chunks),
      ways_(chunks, memory),
      outlined_(ways_.outline().citations()),
      readings_(chunks, starts_of(chunks, outlined_)) {}

Cover CoverSearch::best(bool keep_rejected) {
    auto const& chunks = *chunks_;
    Cover cover;
    std::vector<Candidate> kept;  // grows with the note
    kept.reserve(32);
    std::size_t next = 0;
    std::uint32_t unread_end = 0;  // of the last citation that may be taken without a reading
    for (std::uint32_t at = 0; at < chunks.list.size(); ++at) {
        ways_.leave(at);
        if (!readings_.begin_at(at)) continue;
        auto const here = readings_.take();
        auto const* citation =
            next < outlined_.size() && outlined_[next].first == at ? &outlined_[next++] : nullptr;
        ways_.begin(at);
        if (citation && may_cite(*citation, chunks)) {
            auto unread = unread_candidate(*citation, chunks, !here.empty());
            if (ways_.cite(unread, mask(citation->kind), static_cast<std::uint32_t>(kept.size()))) {
                unread_end = unread.last;
                kept.push_back(std::move(unread));
            }
        }
        for (auto& candidate : here) candidate.margin = lead(candidate, here);
        for (auto& candidate : here) {
            bool const on_way =
                ways_.cite(candidate, kinds_of(candidate), static_cast<std::uint32_t>(kept.size()));
            bool const printed = candidate.family == Family::letter_in_volume && candidate.first < unread_end;
            if (on_way || ((candidate.last <= unread_end || printed) && is_whole(candidate)))
                kept.push_back(std::move(candidate));
            else if (keep_rejected) cover.rejected.push_back(std::move(candidate));
        }
    }
    std::vector<bool> chosen(kept.size());
    for (auto const number : readings_on_way(ways_, kept, chunks)) {
        chosen[number] = true;
        auto& reading = kept[number];
        reading.outlined = is_outlined(reading, outlined_);
        if (reading.unread) {
            leave_sentence(reading, chunks);
            read_parts(reading, chunks, ways_.outline().features());
        }
        add_reading(std::move(reading), chunks, cover.chosen);
    }
    if (cover.chosen.empty()) cover.chosen = pages_alone(chunks);
    if (keep_rejected)
        for (std::size_t i = 0; i < kept.size(); ++i)
            if (!chosen[i]) cover.rejected.push_back(std::move(kept[i]));
    return cover;
}

Cover best_cover(Chunks const& chunks, bool keep_rejected) {
    std::pmr::monotonic_buffer_resource memory;
    return CoverSearch(chunks, &memory).best(keep_rejected);
}

}  // namespace fonds
