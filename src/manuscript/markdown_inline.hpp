// Inline mark-up of Markdown (CommonMark, with what pandoc, GFM and kramdown add) read as text.
#pragma once

#include <fonds/document.hpp>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "manuscript/mapped_text.hpp"

namespace fonds {

/// The lines of one block without indentation and quote marks, joined by '\n', and the way back.
class MarkdownBlock {
  public:
    explicit MarkdownBlock(std::string_view source) : source_(source) {}

    /// Adds the bytes of `span` as the next line.
    void add_line(Span span);
    /// A piece of another block.
    [[nodiscard]] MarkdownBlock sub_block(Span span) const;

    [[nodiscard]] std::string_view text() const { return text_; }
    [[nodiscard]] bool empty() const { return text_.empty(); }
    /// The source of a span of the text.
    [[nodiscard]] Span source(Span span) const;

  private:
    struct Line {
        std::size_t begin;   // in text_
        std::size_t source;  // of that byte
    };
    [[nodiscard]] std::size_t source_at(std::size_t at) const;
    std::string_view source_;
    std::string text_;
    std::vector<Line> lines_;
};

/// What inline text leads to beside itself. Any of them may be empty.
struct MarkdownEvents {
    /// A call `[^id]` at `span` of the block; appends what the reader sees.
    std::function<void(std::string_view id, Span source)> call;
    /// An inline note `^[…]`; `content` is its block.
    std::function<void(MarkdownBlock const& content, Span source)> inline_note;
    std::vector<EmbeddedCitation>* citations = nullptr;
};

/// Appends the block's text.
void append_markdown(MappedText& out, MarkdownBlock const& block, MarkdownEvents const& events);

}  // namespace fonds
