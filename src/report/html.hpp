// The pieces of the HTML report.
#pragma once

#include <fonds/report.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace fonds::reporting {

/// For text and for attributes in double quotes.
[[nodiscard]] std::string escape_html(std::string_view text);

/// The note's text with its parts and its findings marked up.
[[nodiscard]] std::string marked_text(ParsedNote const& note, std::vector<Diagnostic const*> const& findings);

/// A citation's record as a definition list. `rendered`: its form in a style, as HTML; may be empty.
[[nodiscard]] std::string record_card(Citation const& citation, Document const& document,
                                      std::string_view rendered);

/// The full citations of the notes, note by note, in the style of the options, as HTML; empty strings for the
/// other kinds, and for all where the style cannot be had.
[[nodiscard]] std::vector<std::vector<std::string>> rendered_forms(std::vector<ParsedNote> const& notes,
                                                                   ReportOptions const& options);

/// The group of colours that a field belongs to: "title", "name", "date", "archive", "level", "copy" …
[[nodiscard]] std::string_view field_group(std::string_view field);

extern std::string_view const html_style;   ///< CSS
extern std::string_view const html_script;  ///< JavaScript: filters only, the page reads well without

}  // namespace fonds::reporting
