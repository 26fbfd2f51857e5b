// The pairs come from Unicode Technical Standard 39, confusables, cut to the letters of shelf marks.

#include "check/confusables.hpp"

#include <array>

namespace fonds::checking {
namespace {

struct Twins {
    char32_t latin;
    char32_t cyrillic;
    char32_t greek;
};

constexpr std::array<Twins, 31> twins = {{
    {U'A', 0x0410, 0x0391}, {U'B', 0x0412, 0x0392}, {U'C', 0x0421, 0x03F9}, {U'E', 0x0415, 0x0395},
    {U'H', 0x041D, 0x0397}, {U'I', 0x0406, 0x0399}, {U'J', 0x0408, 0x037F}, {U'K', 0x041A, 0x039A},
    {U'M', 0x041C, 0x039C}, {U'N', 0, 0x039D},      {U'O', 0x041E, 0x039F}, {U'P', 0x0420, 0x03A1},
    {U'S', 0x0405, 0},      {U'T', 0x0422, 0x03A4}, {U'X', 0x0425, 0x03A7}, {U'Y', 0x04AE, 0x03A5},
    {U'Z', 0, 0x0396},      {U'a', 0x0430, 0},      {U'c', 0x0441, 0x03F2}, {U'e', 0x0435, 0},
    {U'i', 0x0456, 0},      {U'j', 0x0458, 0x03F3}, {U'k', 0x043A, 0x03BA}, {U'm', 0x043C, 0},
    {U'o', 0x043E, 0x03BF}, {U'p', 0x0440, 0x03C1}, {U's', 0x0455, 0},      {U'x', 0x0445, 0},
    {U'y', 0x0443, 0},      {U'v', 0, 0x03BD},      {U'h', 0x04BB, 0},
}};

}  // namespace

char32_t latin_twin(char32_t letter) {
    for (auto const& twin : twins)
        if (letter == twin.cyrillic || letter == twin.greek) return twin.latin;
    return 0;
}

char32_t cyrillic_twin(char32_t letter) {
    for (auto const& twin : twins)
        if (letter == twin.latin || (twin.greek != 0 && letter == twin.greek)) return twin.cyrillic;
    return 0;
}

}  // namespace fonds::checking
