// What a label of a level or locator may mean, and the words that end a page.
#pragma once

#include <array>
#include <string_view>

#include "grammar/lexicon.hpp"

namespace fonds {

/// The label of a number that stands without one.
struct OwnLabel {
    constexpr explicit OwnLabel(std::string_view meaning) : meanings{meaning} {
        details.meanings = meanings;
        phrase.details = &details;
    }
    OwnLabel(OwnLabel const&) = delete;
    OwnLabel& operator=(OwnLabel const&) = delete;

    std::array<std::string_view, 1> meanings;
    PhraseDetails details;
    Phrase phrase;
};
inline constexpr OwnLabel own_page("page"), own_issue("issue"), own_volume("volume"), own_extent("extent"),
    own_level("number");

/// Whether a label can mean that level or locator.
[[nodiscard]] bool means(Phrase const& label, std::string_view meaning);

/// Locators run on over lists: "fos. 187, 217", "ll. 5-7ob., 12".
[[nodiscard]] bool is_page_like(Phrase const& label);

/// "1945", "1945–1989": years, as the name of a fond has them.
[[nodiscard]] bool names_years(std::string_view word);

/// "XXIIa": a Roman numeral and a letter.
[[nodiscard]] bool is_roman_with_letter(std::string_view word);
/// "f.", "ff.", "sq.", "passim": and the pages that follow.

/// "ss." of "y ss.", "suiv." of "et suiv.", "n." of "i n.": the same behind "and".

}  // namespace fonds
