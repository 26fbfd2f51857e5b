// Dynamic programming over the ends of candidates; splitting and typing of works are this one decision.

#include "note/cover.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <map>
#include <memory_resource>
#include <span>

#include "grammar/clues.hpp"
#include "note/further_letters.hpp"
#include "note/outline.hpp"
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

/// The best ways to each place between two chunks, one for each label that the chunk before it may bear.
class Ways {
  public:
    Ways(Chunks const& chunks, std::pmr::memory_resource* memory)
        : outline_(chunks, memory),
          size_(static_cast<std::uint32_t>(chunks.list.size())),
          ways_((size_ + 1) * labels, memory),
          reached_(size_ + 1, memory) {
        way(0, Outline::begin_of_note) = {0, none, 0};
    }

    [[nodiscard]] Outline const& outline() const { return outline_; }

    /// Goes on without a citation at chunk `at`.
    void leave(std::uint32_t at) {
        Way best;
        for_reached(at, [&](Outline::Label before) {
            auto const total = of(at, before).total + outline_.leave(at, before);
            if (total > best.total) best = {total, none, before};
        });
        way(at + 1, Outline::outside) = best;
    }

    /// Looks up the best way to a citation of each kind that begins at chunk `at`.
    void begin(std::uint32_t at) {
        entries_.fill({});
        for_reached(at, [&](Outline::Label before) {
            for (std::size_t kind = 0; kind < Outline::kinds; ++kind) {
                auto const total = of(at, before).total + outline_.between(before, Outline::first_of(kind));
                if (total > entries_[kind].total) entries_[kind] = {total, none, before};
            }
        });
    }

    /// Whether a reading that begins where `begin` was asked is on the best way, so far, to where it ends.
    bool cite(Candidate const& candidate, CitationKinds kinds, std::uint32_t number) {
        // Of which kind it is the reading itself tells better: another than the outline sees costs little.
        std::array<double, Outline::kinds> totals;
        for (std::size_t kind = 0; kind < Outline::kinds; ++kind)
            totals[kind] = entries_[kind].total + outline_.cite(candidate.first, candidate.last, kind) +
                           weight_of_grammar * candidate.score;
        auto const least = *std::max_element(totals.begin(), totals.end()) - other_kind;
        bool best = false;
        for (std::size_t kind = 0; kind < Outline::kinds; ++kind) {
            if ((kinds & (1U << kind)) == 0) continue;
            auto const label =
                candidate.last - candidate.first > 1 ? Outline::further_of(kind) : Outline::first_of(kind);
            auto const total = std::max(totals[kind], least);
            if (total <= of(candidate.last, label).total) continue;
            way(candidate.last, label) = {total, number, entries_[kind].before};
            best = true;
        }
        return best;
    }

    /// The numbers of the readings on the best way through the note, in order.
    [[nodiscard]] std::vector<std::uint32_t> best(std::span<Candidate const> candidates) const {
        std::vector<std::uint32_t> out;
        auto const* last = ways_.data() + size_ * labels;
        auto label = static_cast<Outline::Label>(
            std::max_element(last, last + labels,
                             [](Way const& a, Way const& b) { return a.total < b.total; }) -
            last);
        for (auto at = size_; at > 0;) {
            auto const& here = of(at, label);
            label = here.before;
            if (here.number == none) {
                --at;
            } else {
                out.push_back(here.number);
                at = candidates[here.number].first;
            }
        }
        std::reverse(out.begin(), out.end());
        return out;
    }

  private:
    static constexpr std::uint32_t none = 0xFFFFFFFF;
    static constexpr std::size_t labels = Outline::all_labels;
    /// How much the grammar's scores, which were set before there was an outline, weigh beside it.
    static constexpr double weight_of_grammar = 0.65;
    /// What a reading loses at most for being of another kind than the outline sees.
    static constexpr double other_kind = 1;

    struct Way {
        double total = std::numeric_limits<double>::lowest();
        std::uint32_t number = none;  ///< of the reading that ends here
        Outline::Label before = 0;    ///< of the chunk in front of it
    };

    [[nodiscard]] Way const& of(std::uint32_t at, Outline::Label label) const {
        return ways_[at * labels + label];
    }

    /// The way to a place and label that is to be set.
    [[nodiscard]] Way& way(std::uint32_t at, Outline::Label label) {
        reached_[at] = static_cast<std::uint16_t>(reached_[at] | (1U << label));
        return ways_[at * labels + label];
    }
    /// Calls `act` with each label by which a way comes to a place: few of them.
    template <class Act>
    void for_reached(std::uint32_t at, Act const& act) const {
        for (auto left = reached_[at]; left != 0; left = static_cast<std::uint16_t>(left & (left - 1U)))
            act(static_cast<Outline::Label>(std::countr_zero(left)));
    }

    Outline outline_;
    std::uint32_t size_;
    std::pmr::vector<Way> ways_;
    std::pmr::vector<std::uint16_t> reached_;  ///< for each place the labels that have a way, as bits
    std::array<Way, Outline::kinds> entries_;
};

/// A reading that lacks nothing: of a document, also where it lies.
bool is_whole(Candidate const& candidate) {
    constexpr double least = 0.5;
    bool const paper = candidate.family == Family::letter || candidate.family == Family::described_document ||
                       candidate.family == Family::quoted_document;
    return !candidate.unread && candidate.score >= least && (!paper || candidate.find(Role::location));
}

/// What stands between two works of one note.
bool may_stand_between(ChunkKind kind) {
    return kind == ChunkKind::stop || kind == ChunkKind::semicolon || kind == ChunkKind::comma ||
           kind == ChunkKind::conjunction || kind == ChunkKind::signal;
}

/// "above, p. 112", "ch. 3 below": a place in the text that the note belongs to.
bool points_within_text(Chunk const& chunk, Chunks const& chunks) {
    bool const words = chunk.kind == ChunkKind::text && chunk.is(Trait::all_small);
    auto const& word = chunks.tokens[words ? chunk.first : chunk.last - 1];
    return (words || chunk.kind == ChunkKind::level) && word.is(WordClass::above);
}

/// "… repeated to Bonn and USUN": one text that nobody knows for an archive is no reference to one.
bool may_cite(OutlinedCitation const& citation, Chunks const& chunks) {
    auto const& chunk = chunks.list[citation.first];
    if (citation.kind == CitationKind::short_form && points_within_text(chunk, chunks)) return false;
    return citation.kind != CitationKind::archival || citation.last - citation.first > 1 ||
           chunk.kind != ChunkKind::text || chunk.is(Trait::digits);
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
        for (std::uint32_t number = 0; number < kept.size(); ++number) {
            auto const& reading = kept[number];
            if (reading.first != at || reading.last > unread.last || !is_whole(reading)) continue;
            auto next = reading.last;
            while (next < unread.last && may_stand_between(chunks.list[next].kind)) ++next;
            auto& there = reached[next];
            if (there.score >= way.score + reading.score) continue;
            there.score = way.score + reading.score;
            there.readings = way.readings;
            there.readings.push_back(number);
        }
    }
    auto const end = reached.find(unread.last);
    return end == reached.end() || end->second.readings.size() < 2 ? std::vector<std::uint32_t>{}
                                                                   : end->second.readings;
}

/// The numbers of the readings on the best way; instead of an unread citation the whole readings within it.
std::vector<std::uint32_t> readings_on_way(Ways const& ways, std::span<Candidate const> kept,
                                           Chunks const& chunks) {
    std::vector<std::uint32_t> out;
    for (auto const number : ways.best(kept)) {
        auto const instead =
            kept[number].unread ? whole_readings(kept[number], kept, chunks) : std::vector<std::uint32_t>{};
        if (instead.empty()) out.push_back(number);
        else out.insert(out.end(), instead.begin(), instead.end());
    }
    return out;
}

/// Adds a reading, or what it says of the one before it; of several letters, each.
void add_reading(Candidate&& reading, Chunks const& chunks, std::vector<Candidate>& chosen) {
    if (!chosen.empty()) {
        auto& before = chosen.back();
        if (take_keeper(before, reading, chunks) || take_same_place(before, reading, chunks) ||
            take_address(before, reading, chunks) || take_letter(before, reading, chunks))
            return;
    }
    for (auto& letter : letters_of(std::move(reading), chunks)) chosen.push_back(std::move(letter));
}

}  // namespace

Cover best_cover(Chunks const& chunks, bool keep_rejected) {
    Cover cover;
    std::array<std::byte, 32'768> room;  // enough for most notes
    std::pmr::monotonic_buffer_resource memory(room.data(), room.size());
    Ways ways(chunks, &memory);
    std::vector<Candidate> kept;  // grows with the note
    std::pmr::vector<Candidate> here(&memory);
    kept.reserve(32);
    here.reserve(16);
    CluesAhead clues(chunks);
    auto const outlined = ways.outline().citations();
    std::size_t next = 0;
    std::uint32_t unread_end = 0;  // of the last citation that may be taken without a reading
    for (std::uint32_t at = 0; at < chunks.list.size(); ++at) {
        ways.leave(at);
        auto const* citation =
            next < outlined.size() && outlined[next].first == at ? &outlined[next++] : nullptr;
        if (!citation && !is_start(chunks, at)) continue;
        here.clear();
        read_candidates(chunks, at, clues.at(at), here);
        ways.begin(at);
        if (citation && may_cite(*citation, chunks)) {
            auto unread = unread_candidate(*citation, chunks, !here.empty());
            if (ways.cite(unread, mask(citation->kind), static_cast<std::uint32_t>(kept.size()))) {
                unread_end = unread.last;
                kept.push_back(std::move(unread));
            }
        }
        for (auto& candidate : here) candidate.margin = lead(candidate, here);
        for (auto& candidate : here) {
            bool const on_way =
                ways.cite(candidate, kinds_of(candidate), static_cast<std::uint32_t>(kept.size()));
            if (on_way || (candidate.last <= unread_end && is_whole(candidate)))
                kept.push_back(std::move(candidate));
            else if (keep_rejected) cover.rejected.push_back(std::move(candidate));
        }
    }
    std::vector<bool> chosen(kept.size());
    for (auto const number : readings_on_way(ways, kept, chunks)) {
        chosen[number] = true;
        auto& reading = kept[number];
        reading.outlined = is_outlined(reading, outlined);
        if (reading.unread) read_parts(reading, chunks, ways.outline().features());
        add_reading(std::move(reading), chunks, cover.chosen);
    }
    if (keep_rejected)
        for (std::size_t i = 0; i < kept.size(); ++i)
            if (!chosen[i]) cover.rejected.push_back(std::move(kept[i]));
    return cover;
}

}  // namespace fonds
