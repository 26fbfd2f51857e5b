// What is written as the pages of a work.
#pragma once

#include <string_view>

#include "base/number.hpp"
#include "base/text.hpp"

namespace fonds {

/// "135", "44–46", "1122–1124".
[[nodiscard]] inline bool is_page(std::string_view written) {
    constexpr std::size_t longest = 11;
    return written.size() <= longest && (is_all_digits(written) || whole_range(written).has_value());
}

}  // namespace fonds
