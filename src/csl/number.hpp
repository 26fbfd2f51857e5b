// Number variables: their parts, whether they are numeric and plural, ranges, ordinals and roman numerals.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "csl/words.hpp"

namespace fonds::csl {

/// One number of a value such as "A12, 15–17".
struct NumberPiece {
    std::string particle;  ///< "A"
    std::string value;     ///< "12"
    std::string joiner;    ///< what stands before the next: ", ", "-", " & "
    bool counts = false;   ///< arabic or roman: ordinals and ranges can be made of it
    Term label = no_term;  ///< written before it: it counts something else than the numbers before
    bool several = false;  ///< the label is that of more numbers
};

struct NumberField {
    std::vector<NumberPiece> pieces;
    Term label =
        no_term;  ///< written before the first number, where it is the variable's or the number's own
    bool numeric = false;
    bool plural = false;
};

/// Whether the numbers of a variable may be ranges and ordinals, in cs:text too.
[[nodiscard]] bool takes_range(Variable variable);

/// Reads the value of a number variable (CSL 1.0.2, "Number", `is-numeric`, `plural`). `locator`: what a
/// locator counts. `commas`: a comma without a space behind it parts numbers too.
[[nodiscard]] NumberField parse_number(std::string_view text, Variable variable, Words const& words,
                                       Term locator, bool commas);

/// Whether a text that is no number variable is nothing but numbers.
[[nodiscard]] bool consists_of_numbers(std::string_view text, Variable variable, Words const& words);

/// Writes ranges in the style's page-range-format and puts the locale's delimiter in. `is_page`: a page or a
/// locator that counts pages.
void format_ranges(NumberField& field, Variable variable, bool is_page, PageRange format, Words const& words);

/// "2" as "2nd", "second", "ii" or "2".
[[nodiscard]] std::string format_number(std::string_view value, NumberForm form, Gender gender,
                                        Words const& words);

/// "a" for 0, "z" for 25, "aa" for 26.
[[nodiscard]] std::string year_suffix_letters(int number);

}  // namespace fonds::csl
