// Whether a list has a value.
#pragma once

#include <algorithm>
#include <iterator>

namespace fonds {

template <class Range, class Value>
[[nodiscard]] constexpr bool contains(Range const& range, Value const& value) {
    return std::find(std::begin(range), std::end(range), value) != std::end(range);
}

}  // namespace fonds
