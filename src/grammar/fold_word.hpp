// Words as the tables have them: lower case, without stops and apostrophes, dashes as hyphens.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/hash.hpp"

namespace fonds {

[[nodiscard]] std::string fold_word(std::string_view word);

/// A hash of a folded word. `hash` is that of the words before it, where several are hashed as if written
/// together.
inline constexpr std::uint64_t hash_of_nothing = fnv1a_of_nothing;
[[nodiscard]] constexpr std::uint64_t hash_word(std::string_view folded,
                                                std::uint64_t hash = hash_of_nothing) {
    return fnv1a(folded, hash);
}

/// `hash_word(fold_word(word), hash)`.
[[nodiscard]] std::uint64_t hash_folded(std::string_view word, std::uint64_t hash = hash_of_nothing);

/// A hash of a folded label, without regard to its spaces: "a. e." and "a.e." are one.
[[nodiscard]] std::uint64_t hash_label(std::string_view label);

}  // namespace fonds
