// BibTeX and BibLaTeX in the table of formats.
#pragma once

#include "format/registry.hpp"

namespace fonds {

/// A .bib file is BibLaTeX unless it has years and none of the fields that only biblatex knows.
[[nodiscard]] bool sniff_biblatex(std::string_view bytes);
[[nodiscard]] bool sniff_bibtex(std::string_view bytes);
std::optional<Error> read_bibtex(std::string_view bytes, ReadOptions const& options, RecordSink const& sink,
                                 std::vector<Diagnostic>& diagnostics);
std::optional<Error> read_biblatex(std::string_view bytes, ReadOptions const& options, RecordSink const& sink,
                                   std::vector<Diagnostic>& diagnostics);
[[nodiscard]] std::unique_ptr<RecordWriter> make_bibtex_writer(WriteOptions const& options);
[[nodiscard]] std::unique_ptr<RecordWriter> make_biblatex_writer(WriteOptions const& options);
[[nodiscard]] std::unique_ptr<RecordWriter> make_biblatex_chicago_writer(WriteOptions const& options);

/// What the lossless field beside the readable fields makes of them.
[[nodiscard]] Item restore_bibtex(Item readable, std::string_view record_string, Span where,
                                  std::vector<Diagnostic>& diagnostics);

/// With `ReadOptions::keep_source` an item has, as foreign fields of the format it was read in, "@before":
/// the text between it and the entry before; "@source:" and this fingerprint: its own text; "@after": the end
/// of the file.
[[nodiscard]] std::string source_fingerprint(Item const& item);

}  // namespace fonds
