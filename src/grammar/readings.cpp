// Lets grammars read, one after the other, and sorts what they read by where it begins.

#include "grammar/readings.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>

#include "grammar/places.hpp"

namespace fonds {
namespace {

using grammar::Draft;
using grammar::Iterator;

bool is_separator(ChunkKind kind) {
    return kind == ChunkKind::comma || kind == ChunkKind::stop || kind == ChunkKind::dash ||
           kind == ChunkKind::colon;
}

/// A grammar's place in the list, and a place to try it at.
struct Attempt {
    std::uint32_t grammar, place;
};

/// Grammar by grammar, all places where it is tried.
std::vector<Attempt> attempts_at(std::span<Place const> places) {
    auto const for_grammars = [](Place const& place, auto const& act) {
        for (auto left = place.grammars; left != 0; left &= left - 1)
            act(static_cast<std::uint32_t>(std::countr_zero(left)));
    };
    std::array<std::uint32_t, most_grammars + 1> begins{};
    for (auto const& place : places) for_grammars(place, [&](auto grammar) { ++begins[grammar + 1]; });
    std::partial_sum(begins.begin(), begins.end(), begins.begin());
    std::vector<Attempt> out(begins.back());
    for (std::uint32_t i = 0; i < places.size(); ++i)
        for_grammars(places[i], [&](auto grammar) { out[begins[grammar]++] = {grammar, i}; });
    return out;
}

/// Lets a grammar read at a place. Most fail: what is left in `candidate` by one is nothing to the next.
bool reads(Grammar const& grammar, Place const& place, Candidate& candidate) {
    auto const& chunks = *place.chunks;
    auto const at = place.at;
    candidate.family = grammar.family;
    candidate.first = at;
    candidate.parts.clear();
    auto const base = chunks.list.data();
    Iterator first = base + at;
    Iterator const last = base + std::min<std::size_t>(chunks.list.size(), at + candidate_reach);
    Draft draft{&chunks, &candidate};
    if (!grammar.read(first, last, draft)) return false;
    candidate.last = static_cast<std::uint32_t>(first - base);
    // A separator taken for its own sake belongs to no citation.
    while (candidate.last > at + 1 && is_separator(chunks.list[candidate.last - 1].kind)) --candidate.last;
    if (candidate.last <= at) return false;
    candidate.score = score(candidate, chunks);
    return candidate.score > 0;
}

/// What grammars read, and where.
struct ReadAt {
    std::vector<Candidate> list;
    std::vector<std::uint32_t> places;
};

ReadAt read_by_grammar(std::span<Place const> places) {
    ReadAt out;
    out.list.reserve(2 * places.size());
    out.places.reserve(2 * places.size());
    auto const grammars = all_grammars();
    Candidate candidate;
    for (auto const& [grammar, place] : attempts_at(places)) {
        if (!reads(grammars[grammar], places[place], candidate)) continue;
        out.list.push_back(candidate);
        out.places.push_back(place);
    }
    return out;
}

/// The numbers of readings by their places, with where each place's begin, and the end of the last.
struct ByPlace {
    std::vector<std::uint32_t> begins, readings;
};

ByPlace by_place(std::span<std::uint32_t const> places, std::size_t place_count) {
    ByPlace out;
    out.begins.resize(place_count + 1);
    for (auto const place : places) ++out.begins[place + 1];
    std::partial_sum(out.begins.begin(), out.begins.end(), out.begins.begin());
    auto next = out.begins;
    out.readings.resize(places.size());
    for (std::uint32_t i = 0; i < places.size(); ++i) out.readings[next[places[i]]++] = i;
    return out;
}

}  // namespace

Readings::Readings(Chunks const& chunks, std::vector<std::uint32_t> starts)
    : chunks_(&chunks), clues_(chunks), starts_(std::move(starts)) {}

std::span<Candidate> Readings::take() {
    if (asked_ > read_) read_some(std::array{this});
    auto const first = taken_;
    while (taken_ < list_.size() && list_[taken_].first == starts_[asked_ - 1]) ++taken_;
    return std::span(list_).subspan(first, taken_ - first);
}

void read_some(std::span<Readings* const> notes) {
    std::vector<Place> places;
    std::vector<std::size_t> ends;  // of each note's places
    for (auto* note : notes) {
        auto const last = std::min(note->read_ + Readings::starts_at_once, note->starts_.size());
        for (; note->read_ < last; ++note->read_) {
            auto const at = note->starts_[note->read_];
            places.push_back(place_at(*note->chunks_, at, note->clues_.at(at)));
        }
        ends.push_back(places.size());
    }
    auto read = read_by_grammar(places);
    auto const [begins, readings] = by_place(read.places, places.size());
    auto next = readings.begin();
    for (std::size_t i = 0; i < notes.size(); ++i) {
        auto const end = readings.begin() + begins[ends[i]];
        auto& list = notes[i]->list_;
        notes[i]->taken_ = 0;
        list.clear();
        list.reserve(static_cast<std::size_t>(end - next));
        for (; next != end; ++next) list.push_back(std::move(read.list[*next]));
    }
}

}  // namespace fonds
