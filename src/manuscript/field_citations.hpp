// Citations that reference managers leave in documents, read as records.
#pragma once

#include <fonds/document.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace fonds {

/// The citation of a field's code, its `span` not set: Zotero and Mendeley ("ADDIN ZOTERO_ITEM
/// CSL_CITATION {…}", "ADDIN CSL_CITATION {…}"), Citavi ("ADDIN CitaviPlaceholder{base64}"), EndNote
/// ("ADDIN EN.CITE <EndNote>…"). `data` is the field's binary data in Base64, where EndNote keeps it if the
/// code is too long. Nothing for any other field.
[[nodiscard]] std::optional<EmbeddedCitation> read_field_citation(std::string_view code,
                                                                  std::string_view data = {});

/// The citation of a content control's tag ("MENDELEY_CITATION_v3_" and JSON in Base64).
[[nodiscard]] std::optional<EmbeddedCitation> read_control_citation(std::string_view tag);

}  // namespace fonds
