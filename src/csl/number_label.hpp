// Labels written inside a number or locator: "vol. 1, fol. 186", "7, p. 3-8".
#pragma once

#include <cstddef>
#include <fonds/csl.hpp>
#include <string_view>

#include "csl/number.hpp"

namespace fonds::csl {

/// Where a cite points to.
struct ReadLocator {
    Term term = term::page;  ///< what it counts
    std::string_view value;  ///< without a label at its beginning
};

/// A locator of nothing but spaces is none.
[[nodiscard]] bool has_locator(Cite const& cite);

/// A label that is written in the locator counts more than the cite's own ("vol. 1, fol. 186").
[[nodiscard]] ReadLocator read_locator(Cite const& cite, Words const& words, TermTable const& terms);

/// Takes the label off the beginning of a number variable's value where it says what the variable says
/// itself ("vol. 2" is volume 2), or what a number that has no name counts ("no. 5"), or what stands in the
/// place of pages ("fol. 3r").
[[nodiscard]] Term take_own_label(std::string& value, Variable variable, Words const& words);

/// Where a number is followed by a labelled one without anything between them ("12 n. 4"): the place of the
/// space before the label, or npos.
[[nodiscard]] std::size_t find_inner_label(std::string_view text, Variable variable, Words const& words);

/// Sets the numbers from the first on that is labelled as something else apart from the variable's own: no
/// ordinals are made of them. Gives how many are the variable's own. `locator`: what a locator counts.
std::size_t settle_labels(NumberField& field, Variable variable, Term locator, Words const& words);

}  // namespace fonds::csl
