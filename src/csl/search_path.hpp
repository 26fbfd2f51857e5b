// Where styles and locales are looked for by name.
#pragma once

#include <fonds/csl.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace fonds::csl {

/// The file `name` of the search path, from the first place that has it; `kind` is the folder of such files:
/// "styles", "locales".
[[nodiscard]] std::optional<std::string> find_file(std::string_view kind, std::string const& name,
                                                   SearchPath const& path);

/// A language as locales name it: "de_at" is "de-AT". Letters for private use are left out.
[[nodiscard]] std::string language_tag(std::string_view language);

}  // namespace fonds::csl
