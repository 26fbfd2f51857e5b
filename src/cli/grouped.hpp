// A bibliography with headings.
#pragma once

#include <fonds/house_style.hpp>
#include <string>
#include <vector>

namespace fonds::cli {

/// The items under the headings of `groups`, each group a bibliography of its own: a dash for the author
/// above never stands first under a heading. Adds the diagnostics of all.
[[nodiscard]] std::string write_groups(std::vector<BibliographyGroup> const& groups, Items const& items,
                                       HouseStyle const& style, csl::Options const& options,
                                       std::vector<Diagnostic>& diagnostics);

}  // namespace fonds::cli
