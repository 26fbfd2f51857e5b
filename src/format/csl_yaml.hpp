// CSL-YAML: CSL-JSON's items in YAML, under `references:` or as a bare list, texts in pandoc's Markdown.
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "format/registry.hpp"

namespace fonds {

[[nodiscard]] bool sniff_csl_yaml(std::string_view bytes);
std::optional<Error> read_csl_yaml_file(std::string_view bytes, ReadOptions const& options,
                                        RecordSink const& sink, std::vector<Diagnostic>& diagnostics);
[[nodiscard]] std::unique_ptr<RecordWriter> make_csl_yaml_writer(WriteOptions const& options);

}  // namespace fonds
