// What the metadata of a Markdown text says about its bibliography.
#pragma once

#include <fonds/document.hpp>
#include <fonds/span.hpp>

namespace fonds {

/// Takes `bibliography:` (a file or a list of them) and `references:` (records) from YAML metadata, which
/// `yaml` covers in the first part, without its fences. YAML that cannot be read says nothing.
void read_markdown_metadata(Document& document, Span yaml);

}  // namespace fonds
