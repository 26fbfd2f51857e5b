// Inline mark-up of Markdown (CommonMark, with what pandoc, GFM and kramdown add) read as text.
#pragma once

#include <fonds/document.hpp>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "manuscript/mapped_text.hpp"
#include "manuscript/markdown_block.hpp"

namespace fonds {

/// What inline text leads to beside itself. Any of them may be empty.
struct MarkdownEvents {
    /// A call `[^id]` at `span` of the block; appends what the reader sees. `id` is empty where the notes are
    /// counted.
    std::function<void(std::string_view id, Span source)> call;
    /// An inline note `^[…]`; `content` is its block.
    std::function<void(MarkdownBlock const& content, Span source)> inline_note;
    /// Whether a note has this label, in which a space stands ("[^note 1]").
    std::function<bool(std::string_view label)> is_label;
    std::vector<EmbeddedCitation>* citations = nullptr;
    bool raise_digits = false;  ///< "<sup>7</sup>" is read as "⁷": it may be a call
};

/// Appends the block's text.
void append_markdown(MappedText& out, MarkdownBlock const& block, MarkdownEvents const& events);

}  // namespace fonds
