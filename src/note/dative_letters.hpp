// Tongues in which the case alone tells whom a letter is to: "Gottwald Stalinovi", "Kekkonen Hruštšoville",
// "Csáky Teleki Pálnak", "Menderes’ten Zorlu’ya".
#pragma once

#include <cstdint>
#include <fonds/name.hpp>
#include <optional>
#include <string_view>

#include "grammar/chunk.hpp"

namespace fonds {

enum class DativeTongue : std::uint8_t { none, west_slavic, finnish, hungarian, turkish };

/// The tongue of archives of a level scheme: "CZ-FSAJ", "HU-FADI".
[[nodiscard]] DativeTongue dative_tongue_of_scheme(std::string_view scheme);

/// The tongue that the archive or the month among the chunks [first, last) tells.
[[nodiscard]] DativeTongue dative_tongue(Chunks const& chunks, std::uint32_t first, std::uint32_t last);

/// A writer and an addressee, each in the nominative, and the tokens they are read from.
struct DativeLetter {
    Names author;
    Name recipient;
    std::uint32_t joint = 0;  ///< the first token of the addressee
};

/// "Kurimszky Sándor feljegyzése", "Boldoczki jelentése": in Hungarian the writer stands before the form of a
/// paper, as he is called; the token of the form, or `last`.
[[nodiscard]] std::uint32_t form_behind_writer(Chunks const& chunks, std::uint32_t first, std::uint32_t last);

/// The letter that the names [first, last) are by their cases; nothing where they are none.
[[nodiscard]] std::optional<DativeLetter> letter_in_dative(Chunks const& chunks, std::uint32_t first,
                                                           std::uint32_t last, DativeTongue tongue);

}  // namespace fonds
