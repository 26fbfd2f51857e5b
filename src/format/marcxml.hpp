// Bibliographic records of MARC 21 and UNIMARC in XML, in: catalogues' records of books and of collections
// (852, 773, 541, 561).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "format/registry.hpp"

namespace fonds {

[[nodiscard]] bool sniff_marcxml(std::string_view bytes);
std::optional<Error> read_marcxml_file(std::string_view bytes, ReadOptions const& options,
                                       RecordSink const& sink, std::vector<Diagnostic>& diagnostics);

}  // namespace fonds
