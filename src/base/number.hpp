// Numbers in text, and ranges of them.
#pragma once

#include <charconv>
#include <cstddef>
#include <optional>
#include <string_view>

#include "base/text.hpp"

namespace fonds {

/// The number that `text` begins with, a minus before its digits included; 0 where there is none, or one too
/// great for an int.
[[nodiscard]] inline int leading_number(std::string_view text) {
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

/// The bytes of the hyphen or en dash that `text` begins with; 0 where it begins with neither.
[[nodiscard]] constexpr std::size_t dash_size(std::string_view text) {
    constexpr std::string_view en_dash = "\u2013";
    return text.starts_with('-') ? 1 : text.starts_with(en_dash) ? en_dash.size() : 0;
}

[[nodiscard]] constexpr bool has_dash(std::string_view text) {
    return text.find('-') != std::string_view::npos || text.find("\u2013") != std::string_view::npos;
}

[[nodiscard]] constexpr std::size_t count_digits(std::string_view text) {
    std::size_t digits = 0;
    while (digits < text.size() && is_digit(text[digits])) ++digits;
    return digits;
}

/// "46–9", "122-155": the digits on both sides of the dash.
struct WrittenRange {
    std::string_view first, last;
};

/// The range that `text` begins with.
[[nodiscard]] constexpr std::optional<WrittenRange> leading_range(std::string_view text) {
    auto const first = text.substr(0, count_digits(text));
    auto const rest = text.substr(first.size());
    auto const last = rest.substr(dash_size(rest));
    auto const digits = count_digits(last);
    if (first.empty() || last.size() == rest.size() || digits == 0) return std::nullopt;
    return WrittenRange{first, last.substr(0, digits)};
}

/// The range that is all of `text`.
[[nodiscard]] constexpr std::optional<WrittenRange> whole_range(std::string_view text) {
    auto const range = leading_range(text);
    return range && range->last.data() + range->last.size() == text.data() + text.size() ? range
                                                                                         : std::nullopt;
}

}  // namespace fonds
