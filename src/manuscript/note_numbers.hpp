// Numbers of notes as word processors write them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace fonds {

/// A number in a format of ECMA-376 §17.18.59 ("decimal", "lowerRoman", "upperRoman", "lowerLetter",
/// "upperLetter", "chicago"); any other is written as decimal.
[[nodiscard]] std::string note_number(std::size_t number, std::string_view format);

}  // namespace fonds
