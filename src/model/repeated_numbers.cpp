#include "model/repeated_numbers.hpp"

#include <algorithm>
#include <string_view>

#include "base/text.hpp"

namespace fonds {
namespace {

// Without a letter the numbers may be two of a kind: fond 5, file 5-2.
bool goes_on_in(ArchiveLevel const& upper, ArchiveLevel const& lower) {
    constexpr std::string_view separators = "/.-:";
    auto const& number = upper.value;
    return upper.label.empty() && lower.label.empty() && lower.value.size() > number.size() + 1 &&
           lower.value.starts_with(number) &&
           separators.find(lower.value[number.size()]) != separators.npos &&
           std::any_of(number.begin(), number.end(), is_ascii_letter);
}

}  // namespace

bool is_repeated(std::vector<ArchiveLevel> const& levels, std::size_t index) {
    auto const goes_on = [&](std::size_t other) {
        return other < levels.size() && goes_on_in(levels[index], levels[other]);
    };
    return goes_on(index + 1) || goes_on(index - 1);
}

bool is_whole_mark(std::vector<ArchiveLevel> const& levels, std::size_t index) {
    auto const has = [&](std::size_t other) {
        return other < levels.size() && goes_on_in(levels[other], levels[index]);
    };
    return has(index + 1) || has(index - 1);
}

}  // namespace fonds
