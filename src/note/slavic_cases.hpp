// Slavic names in the cases that notes have them in: "Письмо В. С. Соловьева к Н. Н. Страхову", "pod red.
// W. Roszkowskiego".
#pragma once

#include <fonds/name.hpp>
#include <string>
#include <string_view>

namespace fonds {

enum class SlavicCase { genitive, dative, instrumental };

/// A word of a name as it is called: "Соловьева" in the genitive is "Соловьев", "Вере" in the dative "Вера".
/// Of endings that several nominatives share, that of most names is taken; what has no such ending stays.
[[nodiscard]] std::string slavic_nominative(std::string_view word, SlavicCase in_case);

/// Family and given names, patronymics included; initials stay as they are.
void set_nominative(Name& name, SlavicCase in_case);

/// Whether a family name has an ending that only the dative has: "Булгакову", "Горькому".
[[nodiscard]] bool is_dative(std::string_view family);

/// "начальник" of "начальнику", "посол" of "послу": what an official is called, by the dative; the word
/// itself where it is no official's.
[[nodiscard]] std::string office_in_nominative(std::string_view word);

/// "Stalin" of "Stalinovi", "Popović" of "Popoviću", "Tito" stays: the nominative of a family in the Czech or
/// Serbian dative; the word itself where it is none.
[[nodiscard]] std::string western_dative(std::string_view family);

/// Whether a word is a patronymic, in any case: "Николаевича", "Лаврентьевне".
[[nodiscard]] bool is_patronymic(std::string_view word);

}  // namespace fonds
