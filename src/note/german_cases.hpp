// Names and offices in the cases of German, as letters and papers have them.
#pragma once

#include <fonds/name.hpp>
#include <string>
#include <string_view>

namespace fonds {

/// "Bauers" of "Brief Bauers an Hertling": a family's name as it is called. Names that end so of themselves
/// ("Fuchs", "Behrens", "Marcus") keep their letter.
[[nodiscard]] std::string german_nominative(std::string_view family);

/// "Scholz’ an Winzer": behind s, ß, x and z the genitive has only its sign.
void drop_genitive_sign(Names* names);

/// The same for the only name of a list, be it a family's or a literal.
void set_german_nominative(Names* names);

/// "Bundeskanzleramtes", "Ministeriums": an office as it is called.
[[nodiscard]] std::string german_office(std::string_view genitive);

/// "Auswärtiges Amt" of "Auswärtigen Amts", "Bundesminister der Finanzen" of "Bundesministers der Finanzen":
/// the name of an office behind "des" (`strong`) or "der"; empty where its noun is not in the genitive.
[[nodiscard]] std::string german_office_in_nominative(std::string_view genitive, bool strong);

/// "Staatssekretärs", "Gesandten", "Grafen": what a person is, in the genitive.
[[nodiscard]] bool is_german_rank_in_genitive(std::string_view word);

}  // namespace fonds
