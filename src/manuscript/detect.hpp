// What kind of file bytes are, by content.
#pragma once

#include <fonds/result.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace fonds {

/// The error for bytes that are no manuscript of any format (PDF, RTF, an old or encrypted Word file, an
/// image); nothing for everything else.
[[nodiscard]] std::optional<Error> refuse_foreign(std::string_view bytes);

/// Whether an XML file is TEI, by its first element.
[[nodiscard]] bool is_tei(std::string_view bytes);

/// Whether bytes begin as a zip archive does.
[[nodiscard]] bool is_zip(std::string_view bytes);

}  // namespace fonds
