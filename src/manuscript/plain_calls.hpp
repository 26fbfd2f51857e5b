// Calls of notes in plain text: "[7]", "⁷", "text.7", "text*".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "manuscript/calls.hpp"

namespace fonds {

enum class CallStyle {
    bracket,         ///< "[7]", "[iv]", "{7}", "[note 7]"; "[2–4]" calls three
    stroke,          ///< "/7/"
    superscript,     ///< "⁷", "^7", "⑦"
    parenthesis,     ///< "(7)"
    attached,        ///< "text.7": digits that the loss of formatting left behind a word or stop
    attached_roman,  ///< "text.iv"
    symbol,          ///< "text*", "text†"
    letter,          ///< "[b]"
};

/// Whether the style means much else, so that only an ascending series of it counts.
[[nodiscard]] constexpr bool is_attached(CallStyle style) {
    return style == CallStyle::attached || style == CallStyle::attached_roman;
}

/// A place that looks like a call; `note` is the mark.
struct CallCandidate {
    Call call;
    std::size_t number = 0;  ///< 0 for symbols
};

/// Candidates of one style in `text`, in order. Those that are attached to a word count only as the next of
/// an ascending series that starts at `first`, and, with `restarts`, may start there anew.
[[nodiscard]] std::vector<CallCandidate> find_calls(std::string_view text, CallStyle style,
                                                    std::size_t first = 1, bool restarts = false);

}  // namespace fonds
