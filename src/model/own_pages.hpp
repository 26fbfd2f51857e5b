// Whose pages are what: those of an article are its own, those of a book the place in it that is cited.
#pragma once

#include <fonds/variable.hpp>

namespace fonds {

/// Whether `page` of an item of that type says where the item stands in a larger one (an article, a chapter,
/// an entry, a law), and not which place of it is cited.
[[nodiscard]] bool has_own_pages(ItemType type);

}  // namespace fonds
