// Makes findings.
#pragma once

#include <fonds/diagnostic.hpp>
#include <string>
#include <string_view>

namespace fonds {

/// A finding in the source, without repairs and related places. Its message is one line, and what it quotes
/// of the source is made visible (base/unicode.hpp): people read it at terminals.
[[nodiscard]] Diagnostic make_diagnostic(std::string_view rule, Severity severity, Span span,
                                         std::string_view message);
/// One in a note.
[[nodiscard]] Diagnostic make_diagnostic(std::string_view rule, Severity severity, std::size_t note,
                                         Span span, std::string_view message);

}  // namespace fonds
