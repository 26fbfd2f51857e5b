// Quotation marks of all tongues, and which closes which.
#pragma once

#include <cstddef>
#include <string_view>

namespace fonds {

/// The closing marks of a quotation mark that opens; empty for anything else.
[[nodiscard]] std::u32string_view closers_of(char32_t opener);

/// A single mark also is an apostrophe.
[[nodiscard]] constexpr bool is_single_quotation_mark(char32_t c) {
    return c == '\'' || c == 0x2018 || c == 0x201A;
}

/// The byte of the mark that closes the quotation which `opener` opens before byte `from`; npos where none
/// does so before `end`.
[[nodiscard]] std::size_t find_closer(std::string_view text, char32_t opener, std::size_t from,
                                      std::size_t end);

}  // namespace fonds
