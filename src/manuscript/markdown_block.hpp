// The lines of a block of Markdown as one text, with the way back.
#pragma once

#include <cstddef>
#include <fonds/span.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace fonds {

/// The lines of one block without indentation and quote marks, joined by '\n', and the way back.
class MarkdownBlock {
  public:
    explicit MarkdownBlock(std::string_view source) : source_(source) {}

    /// Adds the bytes of `span` as the next line.
    void add_line(Span span);
    /// A piece of another block.
    [[nodiscard]] MarkdownBlock sub_block(Span span) const;

    /// Its pieces between blank lines.
    [[nodiscard]] std::vector<MarkdownBlock> paragraphs() const;

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

}  // namespace fonds
