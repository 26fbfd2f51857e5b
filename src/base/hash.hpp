// A hash that is the same everywhere and always.
#pragma once

#include <cstdint>
#include <string_view>

namespace fonds {

inline constexpr std::uint64_t fnv1a_of_nothing = 14695981039346656037U;

/// FNV-1a of 64 bits (G. Fowler, L. C. Noll, P. Vo). `hash` is that of the text before it, where several
/// pieces are hashed as if written together.
[[nodiscard]] constexpr std::uint64_t fnv1a(std::string_view text, std::uint64_t hash = fnv1a_of_nothing) {
    for (char const c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
    return hash;
}

}  // namespace fonds
