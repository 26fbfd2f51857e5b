// TeX's accents: a command puts a mark over or under the letter that follows.
#pragma once

#include <string>
#include <string_view>

namespace fonds::latex {

/// The combining characters that an accent command (without its backslash) puts on a letter, in UTF-8;
/// empty where it is none.
[[nodiscard]] std::string_view marks_of(std::string_view command);

/// `marks` on the first letter of `text`, after the marks it has.
[[nodiscard]] std::string with_marks(std::string_view text, std::string_view marks);

}  // namespace fonds::latex
