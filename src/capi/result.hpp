// What every C call returns, and the wall that no exception crosses.
#pragma once

#include <fonds/fonds.h>

#include <cstddef>
#include <exception>
#include <fonds/diagnostic.hpp>
#include <fonds/result.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"

struct fonds_result {
    bool ok = false;
    std::string text;  // or the error message
    std::string messages;
};

namespace fonds::capi {

inline fonds_result* make_text(std::string text, std::vector<Diagnostic> const& diagnostics = {}) {
    std::string messages;
    for (auto const& diagnostic : diagnostics)
        messages += concat(to_string(diagnostic.severity), ": ", diagnostic.message, "\n");
    return new fonds_result{true, std::move(text), std::move(messages)};
}

inline fonds_result* make_error(std::string message) {
    return new fonds_result{false, std::move(message), {}};
}

/// A text that a caller gives; empty where it gives no pointer.
inline char const* or_empty(char const* text) { return text ? text : ""; }
inline std::string_view or_empty(char const* bytes, std::size_t size) {
    return bytes ? std::string_view(bytes, size) : std::string_view();
}

/// NULL where there is no memory for the error itself.
inline fonds_result* make_failure(char const* message) noexcept {
    try {
        return make_error(message);
    } catch (...) {
        return nullptr;
    }
}

/// Runs `work`; what it throws becomes an error.
template <class Work>
fonds_result* guarded(Work work) noexcept {
    try {
        return work();
    } catch (std::exception const& error) {
        return make_failure(error.what());
    } catch (...) {
        return make_failure("an unknown failure");
    }
}

}  // namespace fonds::capi
