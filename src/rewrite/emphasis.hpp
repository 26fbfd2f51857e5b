// Italics put into formats that are text themselves: Markdown, LaTeX, HTML, TEI.
#pragma once

#include <fonds/document.hpp>
#include <string_view>
#include <vector>

#include "rewrite/set_text.hpp"
#include "rewrite/splice.hpp"

namespace fonds {

/// Whether a format has a mark for italics that is put around text.
[[nodiscard]] bool has_emphasis(std::string_view format);

/// The marks for what is to stand in italics in the pieces and does not yet, and those that go because they
/// stand around other words. Text that other marks run through keeps what it has.
[[nodiscard]] std::vector<Wrap> emphasis_wraps(Document const& document, std::vector<SetPiece> const& pieces);

}  // namespace fonds
