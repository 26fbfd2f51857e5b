// Where inline mark-up of Markdown stands, found before any text is read.
#pragma once

#include <cstddef>
#include <fonds/span.hpp>
#include <map>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "manuscript/markdown_emphasis.hpp"

namespace fonds {

/// What stands at a place of the text that is more than itself.
struct MarkdownMarkup {
    enum class Kind { drop, code, escape, call, inline_note, citation_group, key_tag };
    Kind kind = Kind::drop;
    std::size_t end = 0;  ///< where it ends
    Span inner;           ///< its content, where it has some
};

struct ScannedMarkdown {
    std::map<std::size_t, MarkdownMarkup> markup;  ///< by where it begins
    std::vector<DelimiterRun> runs;                ///< of '*' and '_' outside of it
};

/// Finds all mark-up in time linear in the text.
[[nodiscard]] ScannedMarkdown scan_markdown(std::string_view text);

/// Characters that words and citation keys are made of.
[[nodiscard]] constexpr bool is_markdown_word(char c) {
    return is_ascii_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace fonds
