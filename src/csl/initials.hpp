// Given names to initials (CSL 1.0.2, "Name": `initialize`, `initialize-with`, `initialize-with-hyphen`).
#pragma once

#include <string>
#include <string_view>

namespace fonds::csl {

/// "Jean-Luc" with "." to "J.-L."; `full_names`: only names that are initials already get the mark.
[[nodiscard]] std::string initialize(std::string_view given, std::string_view mark, bool keep_hyphen,
                                     bool full_names);

}  // namespace fonds::csl
