// Character references of HTML that people type by hand: "&amp;", "&nbsp;", "&#8211;", "&#x2013;".
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace fonds {

struct CharacterReference {
    std::string text;
    std::size_t size = 0;  ///< bytes of the reference
};

/// The reference at the start of `text`, or nothing.
[[nodiscard]] std::optional<CharacterReference> read_character_reference(std::string_view text);

}  // namespace fonds
