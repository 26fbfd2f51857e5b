// TEI P5: `biblStruct` and `bibl` for published works, `msDesc` for what lies in an archive (chapters 3.12
// and 10 of the guidelines).
//
// `note[@type="fonds"]` holds the record string (model/record_string.hpp).
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "format/lossless.hpp"
#include "format/registry.hpp"

namespace fonds {

[[nodiscard]] bool sniff_tei(std::string_view bytes);
std::optional<Error> read_tei_file(std::string_view bytes, ReadOptions const& options, RecordSink const& sink,
                                   std::vector<Diagnostic>& diagnostics);
[[nodiscard]] std::unique_ptr<RecordWriter> make_tei_writer(WriteOptions const& options);

namespace tei {

/// The variable of a `biblScope/@unit`, and of an `idno/@type`.
[[nodiscard]] std::optional<Variable> find_scope(std::string_view unit);
[[nodiscard]] std::optional<Variable> find_identifier(std::string_view type);

void write_record(Item const& item, std::string_view record_string, std::string& out);
[[nodiscard]] Item read_record(std::string_view text);
inline constexpr RecordForm form{write_record, read_record};

}  // namespace tei
}  // namespace fonds
