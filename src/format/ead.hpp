// EAD 2002 and EAD3 finding aids in: every described unit becomes an item with its archival reference.
//
// The levels are those of the units above it, each by its `unitid` or else its `unittitle`, then its own
// containers as physical levels. The repository is the `archdesc`'s; the title of the whole is
// `archive_collection`.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "format/registry.hpp"

namespace fonds {

[[nodiscard]] bool sniff_ead(std::string_view bytes);
std::optional<Error> read_ead_file(std::string_view bytes, ReadOptions const& options, RecordSink const& sink,
                                   std::vector<Diagnostic>& diagnostics);

}  // namespace fonds
