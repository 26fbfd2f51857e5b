// The parts of a DOCX package and how they point to each other (ECMA-376 part 2, §9.3).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "wire/zip.hpp"

namespace fonds {

/// The part that `part` ("word/document.xml"; empty: the package itself) is related to by a relationship
/// whose type ends in `type` ("/footnotes"): transitional and strict documents differ in what stands before.
[[nodiscard]] std::optional<std::string> related_part(zip::Archive& archive, std::string_view part,
                                                      std::string_view type);

/// "word/" of "word/document.xml".
[[nodiscard]] std::string_view folder_of_part(std::string_view part);

}  // namespace fonds
