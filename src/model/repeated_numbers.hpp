// Numbers of levels that those below have in them.
#pragma once

#include <cstddef>
#include <fonds/reference.hpp>
#include <vector>

namespace fonds {

/// Whether the number of a level begins that of its neighbour, as finding aids number: "MS 123" above
/// "MS 123/4", or is a span of numbers beside it: "F/7/3000-F/7/3999" above "F/7/3321". Written out, the one
/// in the other is enough.
[[nodiscard]] bool is_repeated(std::vector<ArchiveLevel> const& levels, std::size_t index);
/// Whether a level's number has its neighbour's in it: a whole shelf mark, which needs no label.
[[nodiscard]] bool is_whole_mark(std::vector<ArchiveLevel> const& levels, std::size_t index);

}  // namespace fonds
