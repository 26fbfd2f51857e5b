#pragma once

#include <cstddef>
#include <string_view>

namespace fonds {

/// How many bytes of `a` must be changed, added, taken away or exchanged with the next to make `b` of it (the
/// distance of optimal string alignment), as far as `most`: `most` + 1 where it is more.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t most);

}  // namespace fonds
