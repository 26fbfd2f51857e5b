// Two more tagged formats, in: RefWorks' and PubMed's (MEDLINE, `.nbib`). Their tags are read as RIS's.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "format/registry.hpp"

namespace fonds {

[[nodiscard]] bool sniff_refworks(std::string_view bytes);
std::optional<Error> read_refworks_file(std::string_view bytes, ReadOptions const& options,
                                        RecordSink const& sink, std::vector<Diagnostic>& diagnostics);

[[nodiscard]] bool sniff_nbib(std::string_view bytes);
std::optional<Error> read_nbib_file(std::string_view bytes, ReadOptions const& options,
                                    RecordSink const& sink, std::vector<Diagnostic>& diagnostics);

}  // namespace fonds
