// Which `*` and `_` of a Markdown block are mark-up (CommonMark 0.31 §6.2).
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace fonds {

enum class EmphasisRole : char { literal, open, close, strong };

/// A run of delimiters that was found in a block's text.
struct DelimiterRun {
    std::size_t begin = 0;
    std::size_t size = 0;
};

/// The role of every character of the runs, in order: `open` and `close` bound emphasis, `strong` bounds
/// strong emphasis on either side.
[[nodiscard]] std::vector<EmphasisRole> resolve_emphasis(std::string_view text,
                                                         std::vector<DelimiterRun> const& runs);

}  // namespace fonds
