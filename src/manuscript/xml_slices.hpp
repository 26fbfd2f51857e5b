// Long parts of packages, read some elements at a time: the tree of a whole part takes five times its size.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

#include "wire/xml.hpp"

namespace fonds {

/// Hands the trees of slices of `part` to `take`, one after the other. Each has whole elements of that local
/// name below the part's root, and no other slice has the same. `begin` is to be added to an offset in the
/// tree for the offset in the part. False where one of them is no well-formed tree: then the part has to be
/// read as a whole, which also tells what is wrong with it.
[[nodiscard]] bool read_slices(std::string_view part, std::string_view element,
                               std::function<void(xml::Node root, std::size_t begin)> const& take);

}  // namespace fonds
