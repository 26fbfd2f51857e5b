// Whether anything is known of a work.
#pragma once

#include <fonds/item.hpp>

namespace fonds {

/// Whether an item has more than an id and a type.
[[nodiscard]] inline bool says_something(Item const& item) {
    return !item.texts.empty() || !item.names.empty() || !item.dates.empty() || !item.reference.empty();
}

}  // namespace fonds
