// The encoding of a text file, and its bytes as UTF-8.
#pragma once

#include <fonds/document.hpp>
#include <string>
#include <string_view>

namespace fonds {

/// The encoding that a text names for itself, in lower case; empty where it names none.
[[nodiscard]] std::string declared_charset(std::string_view text, std::string_view format);

/// Decodes UTF-16 with a byte order mark, and what names its encoding. Of other bytes that are no UTF-8,
/// those of HTML are read as Windows-1252 (`encoding-guessed`), all others replaced (`invalid-encoding`).
/// Where that changes the bytes they are kept in `original`.
void decode_first_part(Document& document);

}  // namespace fonds
