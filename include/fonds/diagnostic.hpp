// What was found in an input: severity, rule, place, words, and a repair where there is one.
#pragma once

#include <cstddef>
#include <fonds/span.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#pragma GCC visibility push(default)
namespace fonds {

/// Severity by consequence for the data.
enum class Severity {
    note,     ///< style: nothing is wrong with the data
    warning,  ///< doubtful, or repaired without loss
    error,    ///< information may be lost, or the source cannot be found by it
};

/// "note", "warning", "error": SARIF 2.1.0 §3.27.10 `level`.
[[nodiscard]] std::string_view to_string(Severity severity);

/// The severity of that name, or nothing.
[[nodiscard]] std::optional<Severity> find_severity(std::string_view name);

/// A replacement of one span of text.
struct Edit {
    Span span;
    std::string replacement;
    friend bool operator==(Edit const&, Edit const&) = default;
};

/// A repair: edits that belong together and do not overlap.
struct Fix {
    std::string description;  ///< "write “pp.” for “pgs.”"
    bool safe = false;        ///< true: changes no meaning, `--fix` applies it unasked
    std::vector<Edit> edits;
    friend bool operator==(Fix const&, Fix const&) = default;
};

/// In place of the index of a note, a citation or an item: there is none.
inline constexpr std::size_t no_index = static_cast<std::size_t>(-1);

/// Another place that explains a diagnostic ("first cited here").
struct RelatedPlace {
    std::size_t note = no_index;  ///< index of the note the span lies in, or `no_index`: the source
    Span span;
    std::string message;
    friend bool operator==(RelatedPlace const&, RelatedPlace const&) = default;
};

/// One finding.
struct Diagnostic {
    std::string rule;  ///< stable id, kebab-case ("level-order"); `fonds rules ID` explains it
    Severity severity = Severity::warning;
    std::string message;          ///< what is wrong and what to write instead: one line, to be shown as it is
    std::size_t note = no_index;  ///< index of the note the span lies in, or `no_index`: the source
    Span span;                    ///< bytes of that note's text, or of the source
    std::vector<Fix> fixes;       ///< alternatives, best first
    std::vector<RelatedPlace> related;
    std::size_t part = 0;  ///< index into `Document::parts` of the file that the span lies in
    friend bool operator==(Diagnostic const&, Diagnostic const&) = default;
};

}  // namespace fonds
#pragma GCC visibility pop
