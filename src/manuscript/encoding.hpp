// The encoding of a text file, and its bytes as UTF-8.
#pragma once

#include <fonds/document.hpp>
#include <string>
#include <string_view>

namespace fonds {

/// Decodes UTF-16 with a byte order mark; replaces what is no UTF-8, with the diagnostic
/// `invalid-encoding`. Where that changes the bytes they are kept in `original`.
void decode_first_part(Document& document);

/// Whether bytes begin with a byte order mark of UTF-16, and such bytes as UTF-8 without it.
[[nodiscard]] bool is_utf16(std::string_view bytes);
[[nodiscard]] std::string from_utf16(std::string_view bytes);

}  // namespace fonds
