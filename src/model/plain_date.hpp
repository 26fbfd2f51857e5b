// The commonest dates, in digits alone.
#pragma once

#include <fonds/date.hpp>
#include <optional>
#include <string_view>

namespace fonds {

/// "1955", "1955-04" or "1955-04-05", as EDTF writes them and in no other way; nothing for any other text.
[[nodiscard]] std::optional<DatePoint> read_plain_date(std::string_view text);

}  // namespace fonds
