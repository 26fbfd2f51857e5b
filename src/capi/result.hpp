// What every C call returns, and the wall that no exception crosses.
#pragma once

#include <fonds/fonds.h>

#include <exception>
#include <fonds/diagnostic.hpp>
#include <fonds/result.hpp>
#include <new>
#include <string>
#include <vector>

struct fonds_result {
    bool ok = false;
    std::string text;  // or the error message
    std::string messages;
};

namespace fonds::capi {

inline fonds_result* make_text(std::string text, std::vector<Diagnostic> const& diagnostics = {}) {
    std::string messages;
    for (auto const& diagnostic : diagnostics)
        messages += std::string(to_string(diagnostic.severity)) + ": " + diagnostic.message + '\n';
    return new fonds_result{true, std::move(text), std::move(messages)};
}

inline fonds_result* make_error(std::string message) {
    return new fonds_result{false, std::move(message), {}};
}

/// A text that a caller gives; empty where it gives no pointer.
inline char const* or_empty(char const* text) { return text ? text : ""; }

/// Runs `work`; what it throws becomes an error. NULL only where there is no memory for the error itself.
template <class Work>
fonds_result* guarded(Work work) noexcept {
    try {
        return work();
    } catch (std::exception const& error) {
        return new (std::nothrow) fonds_result{false, error.what(), {}};
    } catch (...) {
        return new (std::nothrow) fonds_result{false, "an unknown failure", {}};
    }
}

}  // namespace fonds::capi
