// Base64 (RFC 4648 §4).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fonds {

/// The bytes that `text` stands for; white space is skipped, padding may be missing. Nothing where another
/// character stands in it.
[[nodiscard]] std::optional<std::string> from_base64(std::string_view text);

}  // namespace fonds
