// Raised digits: the number of an edition before its year, "³1996".

#include "base/number.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "grammar/date_reader.hpp"
#include "grammar/token.hpp"

namespace fonds {

using std::string_view;

char raised_digit(char32_t c) {
    switch (c) {
        case 0x00B9: return '1';
        case 0x00B2: return '2';
        case 0x00B3: return '3';
        default: break;
    }
    bool const raised = c == 0x2070 || (c >= 0x2074 && c <= 0x2079);
    return raised ? static_cast<char>('0' + (c - 0x2070)) : '\0';
}

std::size_t behind_raised_digits(string_view text, std::size_t at) {
    constexpr std::size_t year = 4;
    auto end = at;
    while (end < text.size() && static_cast<unsigned char>(text[end]) >= 0x80) {
        auto const [c, size] = decode(text, end);
        if (raised_digit(c) == 0) break;
        end += size;
    }
    bool const before_year = end > at && end + year <= text.size() && is_year(text.substr(end, year));
    return before_year ? end : at;
}

FlatEdition flat_edition(string_view word) {
    constexpr std::size_t year = 4;
    constexpr int first_print = 1500, last_print = 2100;
    if (word.size() != year + 1 || !is_all_digits(word)) return {};
    auto const may_count = [](char c) { return c >= '2'; };
    auto const printed = [](string_view digits) {
        auto const number = leading_number(digits);
        return is_year(digits) && number >= first_print && number < last_print;
    };
    if (may_count(word.front()) && printed(word.substr(1)))
        return {.year = leading_number(word.substr(1)), .number = word.front()};
    if (may_count(word.back()) && printed(word.substr(0, year)))
        return {.year = leading_number(word.substr(0, year)), .number = word.back()};
    return {};
}

}  // namespace fonds
