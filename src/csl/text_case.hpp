// Text case of marked-up text (CSL 1.0.2, "Text-case").
#pragma once

#include <string>
#include <string_view>

#include "csl/style.hpp"

namespace fonds::csl {

/// Whose small and capital letters: Turkish and Azeri have an i with a dot and one without in both cases.
enum class Alphabet : unsigned char { common, turkic };

/// The letters of a language ("tr-TR").
[[nodiscard]] Alphabet alphabet_of(std::string_view language);

/// `text` in that case. Tags stay; what stands in `<span class="nocase">`, small capitals, superscript and
/// subscript keeps its case.
[[nodiscard]] std::string apply_case(std::string_view text, TextCase text_case,
                                     Alphabet alphabet = Alphabet::common);

/// Whether title case leaves the word small inside a title.
[[nodiscard]] bool is_stop_word(std::string_view word);

/// The first letter in upper case, the rest as it is.
[[nodiscard]] std::string capitalize(std::string_view word);

}  // namespace fonds::csl
