#include "model/repeated_numbers.hpp"

#include <algorithm>
#include <string_view>

#include "base/text.hpp"

namespace fonds {
namespace {

// "FO" of "FO 371": a code of capitals, and no word that begins a title.
bool is_code(std::string_view number) {
    return std::all_of(number.begin(), number.end(),
                       [](char c) { return c == ascii_upper(c) && !is_ascii_space(c); });
}

bool parts_numbers(std::string_view number, std::string_view rest) {
    if (std::string_view("/.-:").find(rest.front()) != std::string_view::npos) return true;
    return rest.front() == ' ' && is_digit(rest[1]) && is_code(number);
}

// Without a letter the numbers may be two of a kind: fond 5, file 5-2.
bool goes_on_in(ArchiveLevel const& upper, ArchiveLevel const& lower) {
    auto const& number = upper.value;
    return upper.label.empty() && lower.label.empty() && lower.value.size() > number.size() + 1 &&
           lower.value.starts_with(number) &&
           parts_numbers(number, std::string_view(lower.value).substr(number.size())) &&
           std::any_of(number.begin(), number.end(), is_ascii_letter);
}

// "F/7", "F/7/3000-F/7/3999", "F/7/3321": the numbers of two levels have that of the one above both.
bool are_under_one(std::vector<ArchiveLevel> const& levels, std::size_t upper) {
    return upper + 2 < levels.size() && goes_on_in(levels[upper], levels[upper + 1]) &&
           goes_on_in(levels[upper], levels[upper + 2]);
}

}  // namespace

bool is_repeated(std::vector<ArchiveLevel> const& levels, std::size_t index) {
    auto const goes_on = [&](std::size_t other) {
        return other < levels.size() && goes_on_in(levels[index], levels[other]);
    };
    return goes_on(index + 1) || goes_on(index - 1) || (index > 0 && are_under_one(levels, index - 1));
}

bool is_whole_mark(std::vector<ArchiveLevel> const& levels, std::size_t index) {
    auto const has = [&](std::size_t other) {
        return other < levels.size() && goes_on_in(levels[other], levels[index]);
    };
    return has(index + 1) || has(index - 1) || (index > 1 && are_under_one(levels, index - 2));
}

}  // namespace fonds
