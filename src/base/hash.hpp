// A hash that is the same everywhere and always.
#pragma once

#include <cstdint>
#include <string_view>

namespace fonds {

/// FNV-1a of 64 bits (G. Fowler, L. C. Noll, P. Vo).
[[nodiscard]] constexpr std::uint64_t fnv1a(std::string_view text) {
    std::uint64_t hash = 14695981039346656037U;
    for (char const c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
    return hash;
}

}  // namespace fonds
