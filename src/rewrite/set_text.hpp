// How pieces of a manuscript's notes are set: italics and the like put into DOCX and ODT, and taken out.
#pragma once

#include <fonds/document.hpp>
#include <fonds/result.hpp>
#include <string>
#include <vector>

#include "manuscript/docx_styles.hpp"
#include "manuscript/odt_styles.hpp"
#include "manuscript/setting.hpp"
#include "rewrite/splice.hpp"

namespace fonds {

/// A piece of a note's text and the settings it is to have, one for each byte.
struct SetPiece {
    std::size_t note = 0;
    Span span;
    std::vector<Setting> settings;
};

/// Whether a format's text can be set so.
[[nodiscard]] bool can_be_set(std::string_view format);

/// The file with the pieces set. Its text stays as it is: where it would read otherwise, the result is the
/// file as it was. Runs whose setting is right already are not touched. Errors: those of `zip::replace`.
[[nodiscard]] Result<std::string> set_pieces(Document const& document, std::string const& bytes,
                                             std::vector<SetPiece> const& pieces);

/// A piece of a part's source in one setting.
struct SetSource {
    Span source;
    Setting setting;
};

/// The splices that set pieces of a part; `wanted` in order. What is wanted is relative to the paragraph: in
/// one whose style is italic, italics stand upright. The styles of a part itself need not be among `styles`.
[[nodiscard]] std::vector<Splice> set_docx_runs(std::string_view part, std::vector<SetSource> const& wanted,
                                                DocxStyles const& styles);
[[nodiscard]] std::vector<Splice> set_odt_spans(std::string_view part, std::vector<SetSource> const& wanted,
                                                OdtStyles const& styles);

}  // namespace fonds
