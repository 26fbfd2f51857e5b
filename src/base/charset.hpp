// Encodings other than UTF-8 and UTF-16: through ICU where the library was built with it, else none.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fonds {

/// `bytes` as UTF-8, read in the encoding of that name ("windows-1251", "koi8-r", "latin1"). Nothing where
/// the encoding is not known, or where the bytes are no text in it.
[[nodiscard]] std::optional<std::string> decode_charset(std::string_view bytes, std::string_view charset);

}  // namespace fonds
