// Citations as word processors' plug-ins write them in JSON.
#pragma once

#include <fonds/csl.hpp>
#include <vector>

#include "wire/json.hpp"

namespace fonds::csl {

[[nodiscard]] Citation citation_of(json::Value const& value);
[[nodiscard]] std::vector<Cite> cites_of(json::Value const& list);
/// 0, in the text, where it is no whole number or greater than any note has.
[[nodiscard]] int note_number_of(json::Value const& value);

}  // namespace fonds::csl
