// EndNote's citations: XML in the field's code.
#pragma once

#include <fonds/document.hpp>
#include <optional>
#include <string_view>

namespace fonds {

/// The citation of an `<EndNote>` element.
[[nodiscard]] std::optional<EmbeddedCitation> read_endnote_citation(std::string_view xml);

}  // namespace fonds
