// The encoding of a text file, and its bytes as UTF-8.
#pragma once

#include <fonds/document.hpp>
#include <string>
#include <string_view>

namespace fonds {

/// Decodes UTF-16 with a byte order mark; replaces what is no UTF-8, with the diagnostic
/// `invalid-encoding`. Where that changes the bytes they are kept in `original`.
void decode_first_part(Document& document);

}  // namespace fonds
