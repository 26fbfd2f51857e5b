// Names found in a table by a hash that the compiler makes.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace fonds {

/// Where a name may stand in its table, by its length and three of its letters: names are looked up for each
/// member of each record that is read.
template <std::size_t Size>
class NameIndex {
  public:
    constexpr explicit NameIndex(std::array<std::string_view, Size> const& names) : names_(names) {
        slots_.fill(none);
        for (std::size_t i = 0; i < Size; ++i) {
            auto slot = first_slot(names[i]);
            while (slots_[slot] != none) slot = (slot + 1) % slots_.size();
            slots_[slot] = static_cast<std::uint8_t>(i);
        }
    }

    [[nodiscard]] constexpr std::optional<std::size_t> find(std::string_view name) const {
        if (name.empty()) return std::nullopt;
        for (auto slot = first_slot(name); slots_[slot] != none; slot = (slot + 1) % slots_.size())
            if (names_[slots_[slot]] == name) return slots_[slot];
        return std::nullopt;
    }

  private:
    static constexpr std::uint8_t none = 0xff;
    static constexpr std::size_t slot_count = Size < 128 ? 256 : 512;
    static_assert(Size < none);

    static constexpr std::size_t first_slot(std::string_view name) {
        auto const letter = [&](std::size_t at) { return std::size_t{static_cast<unsigned char>(name[at])}; };
        // The factors spread the names of the tables so that hardly any slot is wanted twice.
        return (name.size() * 3 + letter(0) * 29 + letter(name.size() / 2) * 3 + letter(name.size() - 1)) %
               slot_count;
    }

    std::array<std::string_view, Size> const& names_;
    std::array<std::uint8_t, slot_count> slots_{};
};

}  // namespace fonds
