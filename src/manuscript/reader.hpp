// What the readers of manuscript formats share with the registry that chooses among them.
#pragma once

#include <fonds/document.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "manuscript/mapped_text.hpp"

namespace fonds {

/// A reader takes a document whose name, format and first part (the bytes; as UTF-8 unless the format is a
/// package) are set and fills it. Returns an error where there is no document.
using ReadInto = std::optional<Error> (*)(Document& document);

/// Where a manuscript's bytes came from: only one that was itself a file takes in others beside it.
enum class Surroundings { in_memory, on_disk };

/// `read_document_bytes` for a manuscript of several files (LaTeX's \input): `others` are read as they are
/// given, by name; the rest, where there are surroundings, from there.
[[nodiscard]] Result<Document> read_document_among(std::string bytes, std::string name,
                                                   std::string_view format, Surroundings surroundings,
                                                   std::vector<SourcePart> others = {},
                                                   Bibliography const& bibliography = {});

std::optional<Error> read_plain_text(Document& document);
/// Looks in a body for notes that were typed as plain text has them. Where there are some, they and the text
/// without them become the document's.
void find_typed_notes(Document& document, MappedText::Finished body);
std::optional<Error> read_lines(Document& document);
std::optional<Error> read_markdown(Document& document);
std::optional<Error> read_latex(Document& document, Surroundings surroundings);
std::optional<Error> read_html(Document& document);
std::optional<Error> read_tei(Document& document);
std::optional<Error> read_docx(Document& document);
std::optional<Error> read_odt(Document& document);

/// Where the text of the first part begins: after a byte order mark.
[[nodiscard]] std::size_t text_begin(std::string_view bytes);

}  // namespace fonds
