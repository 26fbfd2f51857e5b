// Languages by the names that babel, polyglossia and biblatex's langid use.
#pragma once

#include <string_view>

namespace fonds {

/// "de-DE" for "german"; empty where the name is none of theirs.
[[nodiscard]] std::string_view language_code(std::string_view babel_name);

/// "german" for "de-DE"; empty where there is none.
[[nodiscard]] std::string_view babel_name(std::string_view code);

}  // namespace fonds
