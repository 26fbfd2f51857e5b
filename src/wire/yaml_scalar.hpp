// What a plain YAML scalar means; shared by reader and writer so that they agree.
#pragma once

#include <string_view>

#include "wire/json.hpp"

namespace fonds::yaml {

/// Null, boolean, number or string; the latter two are views of `content`.
[[nodiscard]] json::Value resolve_plain(std::string_view content, std::size_t offset);
/// Whether JSON would write it so; "007", "1e3" and "0x1F" stay text.
[[nodiscard]] bool is_json_number(std::string_view text);

}  // namespace fonds::yaml
