// A bibliography with headings.
#pragma once

#include <fonds/csl.hpp>
#include <fonds/house.hpp>
#include <string>
#include <vector>

namespace fonds::cli {

/// A style and what it is run with.
struct StyleRun {
    csl::Style const& style;
    csl::Locales const& locales;
    csl::Options const& options;
};

/// The items under the headings of `groups`, each group a bibliography of its own: a dash for the author
/// above never stands first under a heading. Adds the diagnostics of all.
[[nodiscard]] std::string write_groups(std::vector<BibliographyGroup> const& groups, Items const& items,
                                       StyleRun const& run, std::vector<Diagnostic>& diagnostics);

}  // namespace fonds::cli
