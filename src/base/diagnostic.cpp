// Findings, and the words for severities.

#include "base/diagnostic.hpp"

#include "base/unicode.hpp"

namespace fonds {

std::string_view to_string(Severity severity) {
    switch (severity) {
        case Severity::note: return "note";
        case Severity::warning: return "warning";
        case Severity::error: break;
    }
    return "error";
}

std::optional<Severity> find_severity(std::string_view name) {
    for (auto const severity : {Severity::note, Severity::warning, Severity::error})
        if (to_string(severity) == name) return severity;
    return std::nullopt;
}

Diagnostic make_diagnostic(std::string_view rule, Severity severity, Span span, std::string_view message) {
    Diagnostic diagnostic;
    diagnostic.rule = rule;
    diagnostic.severity = severity;
    diagnostic.span = span;
    diagnostic.message = visible(message);
    return diagnostic;
}

Diagnostic make_diagnostic(std::string_view rule, Severity severity, std::size_t note, Span span,
                           std::string_view message) {
    auto diagnostic = make_diagnostic(rule, severity, span, message);
    diagnostic.note = note;
    return diagnostic;
}

}  // namespace fonds
