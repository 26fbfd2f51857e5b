// Numbers set as superscripts by formatting, as the characters that look so.
#pragma once

#include <string>
#include <string_view>

namespace fonds {

/// "12" as "¹²"; empty where the text is no number of at most four digits.
[[nodiscard]] inline std::string raised_digits(std::string_view text) {
    constexpr std::string_view digits[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    std::string out;
    if (text.empty() || text.size() > 4) return out;
    for (char const c : text) {
        if (c < '0' || c > '9') return {};
        out += digits[c - '0'];
    }
    return out;
}

}  // namespace fonds
