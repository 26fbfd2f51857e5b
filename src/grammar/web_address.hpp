// Where a web address ends that stands in a sentence.
#pragma once

#include <cstddef>
#include <string_view>

namespace fonds {

/// The end of the web address that begins at byte `at` of a note; `at` where none does.
[[nodiscard]] std::size_t web_address_end(std::string_view text, std::size_t at);

}  // namespace fonds
