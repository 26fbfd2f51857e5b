// What the characters of symbol fonts look like.

#include "manuscript/symbol_font.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace fonds {
namespace {

// Adobe's Symbol encoding from 0x20 and from 0xA0 on (symbol.txt among Unicode's mappings).
constexpr std::u32string_view low =
    U" !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼";
constexpr std::u32string_view high = U"€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊";

// Of Wingdings those that stand in texts.
constexpr std::array<std::pair<char32_t, char32_t>, 12> wingdings = {{{0x4A, U'☺'},
                                                                      {0x6C, U'●'},
                                                                      {0x6E, U'■'},
                                                                      {0xA7, U'▪'},
                                                                      {0xA8, U'◻'},
                                                                      {0xDF, U'←'},
                                                                      {0xE0, U'→'},
                                                                      {0xE1, U'↑'},
                                                                      {0xE2, U'↓'},
                                                                      {0xFB, U'✗'},
                                                                      {0xFC, U'✓'},
                                                                      {0xFE, U'☑'}}};

}  // namespace

char32_t symbol_character(std::string_view font, char32_t code) {
    // Symbol fonts stand in the private use area, their codes moved by 0xF000 (ECMA-376 part 1, §17.3.3.30).
    bool const is_moved = code >= 0xF020 && code <= 0xF0FF;
    auto const plain = is_moved ? code - 0xF000 : code;
    if (plain > 0xFF) return code;
    if (font == "Symbol") {
        auto const& row = plain < 0xA0 ? low : high;
        auto const at = plain - (plain < 0xA0 ? 0x20 : 0xA0);
        return plain >= 0x20 && at < row.size() ? row[at] : code;
    }
    if (font.starts_with("Wingdings")) {
        auto const found = std::find_if(wingdings.begin(), wingdings.end(),
                                        [&](auto const& pair) { return pair.first == plain; });
        return found == wingdings.end() ? code : found->second;
    }
    return is_moved && plain < 0x7F ? plain : code;
}

}  // namespace fonds
