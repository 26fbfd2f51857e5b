// Pages and leaves as a citation names them, and ranges of them.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "check/rule.hpp"

namespace fonds::checking {

/// Pages or leaves as cited, and where they stand.
struct Pages {
    std::string_view text;
    Span span;
    bool leaves = false;  ///< of a file, not of a printed work
};

/// The pages and leaves that a citation names. A "range" in another value may be one long shelf mark.
[[nodiscard]] std::vector<Pages> pages_of(NoteView const& note, Citation const& citation);

/// A range written out: both ends, and the dash between them.
struct WrittenRange {
    NumberRange numbers;
    std::string_view first;
    std::string_view last;
    std::string_view dash;
    Span dash_span;  ///< in the value
};

/// Two numbers with a dash of any kind between them, or nothing.
[[nodiscard]] std::optional<WrittenRange> written_range(std::string_view value);

}  // namespace fonds::checking
