// EndNote's XML, also of Mendeley, Papers and Zotero: the fields of RIS under names of their own.
//
// `research-notes` may hold the record string (model/record_string.hpp) that restores what no field can hold.
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "format/lossless.hpp"
#include "format/registry.hpp"

namespace fonds {

[[nodiscard]] bool sniff_endnote_xml(std::string_view bytes);
std::optional<Error> read_endnote_xml_file(std::string_view bytes, ReadOptions const& options,
                                           RecordSink const& sink, std::vector<Diagnostic>& diagnostics);
[[nodiscard]] std::unique_ptr<RecordWriter> make_endnote_xml_writer(WriteOptions const& options);

namespace endnote {

void write_record(Item const& item, std::string_view record_string, std::string& out);
[[nodiscard]] Item read_record(std::string_view text);
inline constexpr RecordForm form{write_record, read_record};

}  // namespace endnote

}  // namespace fonds
