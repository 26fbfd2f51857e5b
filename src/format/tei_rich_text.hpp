// The mark-up of titles as TEI has it: `hi` (TEI P5, 3.3.2.2) for CSL's italic, bold, small capitals, super-
// and subscript.
#pragma once

#include <string>
#include <string_view>

#include "wire/xml.hpp"

namespace fonds::tei {

/// A text as the content of an element. Mark-up that does not nest is text like any other.
[[nodiscard]] std::string to_content(std::string_view text);

/// The content of an element as a text with CSL's mark-up, spaces collapsed.
[[nodiscard]] std::string rich_text_of(xml::Node node);

}  // namespace fonds::tei
