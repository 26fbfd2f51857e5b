// YAML 1.1 through libyaml, as the tree that JSON has: places kept, anchors limited.
#pragma once

#include <fonds/result.hpp>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "wire/json.hpp"

namespace fonds::yaml {

/// Collections nested deeper than this are an error.
inline constexpr std::size_t maximum_depth = 256;
/// Aliases (`*x`) may add this many nodes to a file; more is the "billion laughs" attack.
inline constexpr std::size_t maximum_alias_nodes = 100000;

/// Hands over the documents of a stream one by one; each is there until the call returns. Plain scalars that
/// JSON would write alike become null, booleans and numbers, all others strings. Offsets are bytes of `text`,
/// which must be UTF-8. Errors: malformed, limit_exceeded, with the offset; documents before it are
/// delivered.
[[nodiscard]] std::optional<Error> read_each(std::string_view text,
                                             std::function<void(json::Value const&)> const& document);

/// Appends `value` as block YAML, with a line break at its end. Strings that would read as anything else
/// are quoted.
void append(std::string& out, json::Value const& value);

}  // namespace fonds::yaml
