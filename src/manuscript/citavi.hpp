// Citavi's citation placeholders.
#pragma once

#include <fonds/document.hpp>
#include <optional>
#include <string_view>

namespace fonds {

/// The citation of a placeholder's JSON.
[[nodiscard]] std::optional<EmbeddedCitation> read_citavi_placeholder(std::string_view json);

}  // namespace fonds
