// The best ways through a note: what it explains to leave chunks outside or to read them as citations.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <limits>
#include <memory_resource>
#include <span>
#include <vector>

#include "grammar/candidate.hpp"
#include "note/outline.hpp"

namespace fonds {

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
            auto const label = candidate.size() > 1 ? Outline::further_of(kind) : Outline::first_of(kind);
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

}  // namespace fonds
