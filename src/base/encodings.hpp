// Encodings other than UTF-8, and the mark that UTF-8 may begin with.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fonds {

/// Bytes that are no UTF-8 read as windows-1252 (as browsers read ISO 8859-1); what is UTF-8 stays: files
/// that several programs wrote have both.
[[nodiscard]] std::string from_latin1(std::string_view bytes);
/// The bytes of a text in windows-1252; nothing where one of its characters is not of that code page.
[[nodiscard]] std::optional<std::string> to_latin1(std::string_view text);

/// UTF-8 without the byte order mark at its beginning.
[[nodiscard]] std::string_view without_byte_order_mark(std::string_view text);

/// Whether bytes begin with the byte order mark of UTF-16.
[[nodiscard]] bool is_utf16(std::string_view bytes);
/// Such bytes as UTF-8; half a pair of surrogates is U+FFFD.
[[nodiscard]] std::string from_utf16(std::string_view bytes);

/// `bytes` as UTF-8, read in the encoding of that name ("windows-1251", "koi8-r", "latin1"), through ICU
/// where the library was built with it. Nothing where the encoding is not known, or where the bytes are no
/// text in it.
[[nodiscard]] std::optional<std::string> decode_charset(std::string_view bytes, std::string_view charset);

}  // namespace fonds
