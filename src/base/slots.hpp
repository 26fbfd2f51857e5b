// Finds the entries of a constant table by hashes of their keys.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace fonds {

/// Open addressing: each slot has the number of an entry plus one, or 0. There are a power of two of them,
/// some empty.
struct Slots {
    std::span<std::uint32_t const> numbers;

    /// The first entry under that hash which `fits(number)`; null where there is none.
    template <class Entry, class Fits>
    [[nodiscard]] Entry const* find(std::span<Entry const> entries, std::uint64_t hash,
                                    Fits const& fits) const {
        auto const last = numbers.size() - 1;
        for (auto slot = hash & last; numbers[slot] != 0; slot = (slot + 1) & last)
            if (auto const& entry = entries[numbers[slot] - 1]; fits(entry)) return &entry;
        return nullptr;
    }
};

/// The numbers of slots, half of them empty, for entries whose keys have those hashes.
[[nodiscard]] inline std::vector<std::uint32_t> slots_for(std::span<std::uint64_t const> hashes) {
    std::size_t size = 2;
    while (size < hashes.size() * 2) size *= 2;
    std::vector<std::uint32_t> out(size);
    for (std::size_t i = 0; i < hashes.size(); ++i) {
        auto slot = hashes[i] & (size - 1);
        while (out[slot] != 0) slot = (slot + 1) & (size - 1);
        out[slot] = static_cast<std::uint32_t>(i + 1);
    }
    return out;
}

}  // namespace fonds
