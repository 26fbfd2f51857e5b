// The lines of a block of Markdown as one text, with the way back.

#include "manuscript/markdown_block.hpp"

#include <algorithm>
#include <iterator>

#include "base/text.hpp"

namespace fonds {

void MarkdownBlock::add_line(Span span) {
    if (!lines_.empty()) text_ += '\n';
    lines_.push_back({text_.size(), span.begin});
    text_ += slice(source_, span);
}

std::size_t MarkdownBlock::source_at(std::size_t at) const {
    auto const line =
        std::prev(std::upper_bound(lines_.begin(), lines_.end(), at,
                                   [](std::size_t offset, Line const& l) { return offset < l.begin; }));
    return line->source + (at - line->begin);
}

Span MarkdownBlock::source(Span span) const {
    auto const begin = source_at(span.begin);
    // The end belongs to the line of the last character, not to the next line.
    return {begin, span.empty() ? begin : source_at(span.end - 1) + 1};
}

MarkdownBlock MarkdownBlock::sub_block(Span span) const {
    MarkdownBlock out(source_);
    for (auto begin = span.begin; begin <= span.end;) {
        auto const end = std::min(text_.find('\n', begin), span.end);
        out.add_line({source_at(begin), source_at(begin) + (end - begin)});
        begin = end + 1;
    }
    return out;
}

std::vector<MarkdownBlock> MarkdownBlock::paragraphs() const {
    std::vector<MarkdownBlock> out;
    for (std::size_t begin = 0; begin < text_.size();) {
        auto const end = std::min(text_.find("\n\n", begin), text_.size());
        if (auto const piece = slice(text_, {begin, end}); !trim(piece).empty())
            out.push_back(sub_block({begin, end}));
        begin = end + 2;
    }
    return out;
}

}  // namespace fonds
