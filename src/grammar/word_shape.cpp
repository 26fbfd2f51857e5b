// Reads the shape of a word: quickly where it is of ASCII, as most are, else character by character.

#include "grammar/word_shape.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "grammar/characters.hpp"

namespace fonds {
namespace {

using std::string_view;

/// "DDI", "DDS": letters of numerals, of which five, fifty and five hundred are never doubled, are no
/// number.
bool doubles_a_five(string_view letters) {
    for (auto const* twice : {"VV", "LL", "DD"})
        if (letters.find(twice) != string_view::npos) return true;
    return false;
}

/// A word of ASCII alone, by what each of its characters is; whether it is one.
bool describe_ascii(Token& token, string_view written) {
    unsigned any = 0, all = ~0U;
    int letters = 0;
    for (char const c : written) {
        auto const signs = ascii_signs[static_cast<unsigned char>(c)];
        any |= signs;
        all &= signs;
        letters += (signs & (sign_upper | sign_lower)) != 0 ? 1 : 0;
    }
    if ((any & sign_beyond) != 0) return false;
    auto const first = ascii_signs[static_cast<unsigned char>(written.front())];
    token.upper = (first & sign_upper) != 0;
    token.lower = (first & sign_lower) != 0;
    token.digits = (any & sign_digit) != 0;
    token.number = (all & sign_number) != 0 && token.digits;
    token.roman = (all & sign_roman) != 0 && letters > 0 && !doubles_a_five(written);
    token.all_upper = (any & sign_lower) == 0 && letters >= 2;
    return true;
}

void describe_any(Token& token, string_view written) {
    bool all_upper = true, number = true, roman = true;
    int letters = 0;
    for (std::size_t at = 0; at < written.size();) {
        auto const [c, size] = decode(written, at);
        bool const digit = c >= '0' && c <= '9';
        bool const upper = c < 0x80 ? c >= 'A' && c <= 'Z' : is_upper(c);
        token.digits = token.digits || digit;
        number = number && (digit || is_dash(c) || c == '/' || c == ':');
        roman =
            roman && (is_dash(c) || (upper && c < 0x80 &&
                                     string_view("IVXLCDM").find(static_cast<char>(c)) != string_view::npos));
        if (upper || (c < 0x80 ? is_ascii_letter(static_cast<char>(c)) : is_letter(c))) {
            ++letters;
            if (at == 0) {
                token.upper = upper;
                token.lower = !upper && is_lower(c);
                token.han = !token.upper && !token.lower;
            }
            all_upper = all_upper && upper;
        }
        at += size;
    }
    token.all_upper = all_upper && letters >= 2;
    token.number = number && token.digits;
    token.roman = roman && letters > 0 && !doubles_a_five(written);
}

}  // namespace

void describe(Token& token, string_view written) {
    if (!describe_ascii(token, written)) describe_any(token, written);
}

std::size_t possessive_size(std::string_view word) {
    for (std::string_view const sign : {"'s", "\u2019s"})
        if (word.ends_with(sign)) return sign.size();
    return 0;
}

}  // namespace fonds
