// Labels written inside a number or locator: "vol. 1, fol. 186", "7, p. 3-8".
#pragma once

#include <cstddef>
#include <string_view>

#include "csl/number.hpp"

namespace fonds::csl {

/// A label at the beginning of a number; `no_term` where there is none.
struct WrittenLabel {
    Term term = no_term;
    std::size_t length = 0;  ///< bytes, without the space after it
};

/// Reads the short form of a locator term of the locale before a digit.
[[nodiscard]] WrittenLabel read_label(std::string_view text, Words const& words);

/// Sets the numbers from the first labelled one on apart from the variable's own: no ordinals are made of
/// them, and a label before a range becomes plural. Gives how many are the variable's own. A label before the
/// first number stays as it is.
std::size_t settle_labels(NumberField& field, Words const& words);

}  // namespace fonds::csl
