// The archival reference as CSL variables: the neutral form, everything written out as it was written.
#pragma once

#include <fonds/item.hpp>
#include <string>
#include <utility>
#include <vector>

namespace fonds {

/// The variables that tell of `item.reference` and that the item does not have itself: archive (repository),
/// archive-place, archive_location (levels), source (digital archive).
[[nodiscard]] std::vector<std::pair<Variable, std::string>> derived_texts(Item const& item);

/// The same for names: translator, and contributor for those who obtained or contributed the copy.
[[nodiscard]] std::vector<std::pair<Variable, Names>> derived_names(Item const& item);

/// Sets them: the item that a style or a format without levels can print.
void fill_csl_fields(Item& item);

}  // namespace fonds
