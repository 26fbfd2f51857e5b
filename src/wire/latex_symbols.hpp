// Commands of LaTeX that stand for characters.
#pragma once

#include <string_view>

namespace fonds::latex {

/// The characters of a command without arguments ("ss", "ldots", "og"; without its backslash); empty where it
/// is none.
[[nodiscard]] std::string_view symbol_of(std::string_view command);

}  // namespace fonds::latex
