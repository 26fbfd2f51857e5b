// The words for severities.

#include <fonds/diagnostic.hpp>

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

}  // namespace fonds
