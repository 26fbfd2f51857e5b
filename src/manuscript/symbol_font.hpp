// What the characters of symbol fonts look like.
#pragma once

#include <string_view>

namespace fonds {

/// The Unicode character that a reader sees where `code` is set in `font`; `code` itself where that is
/// unknown.
[[nodiscard]] char32_t symbol_character(std::string_view font, char32_t code);

}  // namespace fonds
