// Finds the slots of keys in a constant table at one look: no two keys share a slot, and hardly any is empty.
//
// Hash and displace (Pagh 1999; Belazzougui, Botelho, Dietzfelbinger 2009): keys fall into small groups, and
// each group has a seed with which all of its keys come to slots of their own. Open addressing would need
// thrice the slots to be as fast, and tables that notes are read with should stay in the processor's caches.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <numeric>
#include <span>
#include <vector>

namespace fonds {

/// The way from the hash of a key to its slot; what is no key comes to some slot, too.
struct PerfectHash {
    std::span<std::uint16_t const> seeds;  ///< of the groups; at least one
    std::size_t slots = 0;

    [[nodiscard]] constexpr std::size_t group(std::uint64_t hash) const {
        return scaled(spread(hash), seeds.size());
    }
    [[nodiscard]] constexpr std::size_t slot(std::uint64_t hash, std::uint16_t seed) const {
        return scaled((spread(hash) ^ seed) * 0xD6E8FEB86659FD93ULL, slots);
    }
    [[nodiscard]] constexpr std::size_t operator()(std::uint64_t hash) const {
        return slot(hash, seeds[group(hash)]);
    }

  private:
    static constexpr std::uint64_t spread(std::uint64_t hash) { return hash * 0x9E3779B97F4A7C15ULL; }
    /// A number below `size`, by the upper bits.
    static constexpr std::size_t scaled(std::uint64_t bits, std::size_t size) {
        return static_cast<std::size_t>(((bits >> 32U) * size) >> 32U);
    }
};

/// Finds the seeds for keys of those hashes, all different.
class PerfectHashDraft {
  public:
    explicit PerfectHashDraft(std::span<std::uint64_t const> hashes) {
        constexpr std::size_t keys_a_group = 4;
        seeds_.resize(hashes.size() / keys_a_group + 1);
        // One slot in twenty stays empty: the last groups find theirs soon.
        for (slots_ = hashes.size() + hashes.size() / 20 + 1; !place_all(hashes);) ++slots_;
    }

    /// It looks at seeds that belong to the draft.
    [[nodiscard]] PerfectHash hash() const { return {seeds_, slots_}; }

  private:
    using Group = std::vector<std::uint64_t>;

    // The largest groups first, while there is room.
    bool place_all(std::span<std::uint64_t const> hashes) {
        std::vector<Group> groups(seeds_.size());
        for (auto const hash_of_key : hashes) groups[hash().group(hash_of_key)].push_back(hash_of_key);
        std::vector<std::size_t> order(groups.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return groups[a].size() > groups[b].size(); });
        std::vector<bool> is_taken(slots_);
        return std::all_of(order.begin(), order.end(),
                           [&](std::size_t at) { return place(groups[at], seeds_[at], is_taken); });
    }

    bool place(Group const& group, std::uint16_t& seed, std::vector<bool>& is_taken) const {
        std::vector<std::size_t> places;
        for (std::size_t tried = 0; tried <= std::numeric_limits<std::uint16_t>::max(); ++tried) {
            seed = static_cast<std::uint16_t>(tried);
            places.clear();
            for (auto const hash_of_key : group) {
                auto const slot = hash().slot(hash_of_key, seed);
                if (is_taken[slot]) break;
                is_taken[slot] = true;
                places.push_back(slot);
            }
            if (places.size() == group.size()) return true;
            for (auto const slot : places) is_taken[slot] = false;
        }
        return false;
    }

    std::vector<std::uint16_t> seeds_;
    std::size_t slots_ = 0;
};

}  // namespace fonds
