// Numbers of notes as word processors write them.

#include "manuscript/note_numbers.hpp"

#include <array>
#include <utility>

#include "base/unicode.hpp"

namespace fonds {
namespace {

// Past these a repeated letter or symbol helps no one.
constexpr std::size_t maximum_roman = 3999;
constexpr std::size_t maximum_repeats = 20;

std::string to_roman(std::size_t number) {
    constexpr std::array<std::pair<std::size_t, std::string_view>, 13> digits = {{{1000, "m"},
                                                                                  {900, "cm"},
                                                                                  {500, "d"},
                                                                                  {400, "cd"},
                                                                                  {100, "c"},
                                                                                  {90, "xc"},
                                                                                  {50, "l"},
                                                                                  {40, "xl"},
                                                                                  {10, "x"},
                                                                                  {9, "ix"},
                                                                                  {5, "v"},
                                                                                  {4, "iv"},
                                                                                  {1, "i"}}};
    std::string out;
    for (auto const& [value, letters] : digits)
        for (; number >= value; number -= value) out += letters;
    return out;
}

std::string repeated(std::string_view mark, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += mark;
    return out;
}

}  // namespace

std::string note_number(std::size_t number, std::string_view format) {
    if (number == 0) return "0";
    bool const upper = format.substr(0, 5) == "upper";
    if ((format == "lowerRoman" || format == "upperRoman") && number <= maximum_roman)
        return upper ? to_upper(to_roman(number)) : to_roman(number);
    if ((format == "lowerLetter" || format == "upperLetter") && number <= 26 * maximum_repeats) {
        char const letter = static_cast<char>((upper ? 'A' : 'a') + static_cast<char>((number - 1) % 26));
        return std::string((number - 1) / 26 + 1, letter);
    }
    if (format == "chicago" && number <= 4 * maximum_repeats) {
        constexpr std::array<std::string_view, 4> marks = {"*", "†", "‡", "§"};
        return repeated(marks[(number - 1) % 4], (number - 1) / 4 + 1);
    }
    return std::to_string(number);
}

}  // namespace fonds
