// The lines of a Markdown text as blocks.
#pragma once

#include <fonds/span.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace fonds {

/// A block of the body, by its lines without indentation and quote marks.
struct MarkdownPart {
    enum class Kind { text, code, blank } kind = Kind::text;
    std::vector<Span> lines;
};

/// A definition "[^id]:", or what a site generator's tags make of one, and the lines of its paragraphs.
struct MarkdownDefinition {
    std::string id;
    Span label;  ///< where the id stands
    std::vector<std::vector<Span>> paragraphs;
};

struct MarkdownBlocks {
    std::vector<MarkdownPart> metadata;  ///< values of the front matter that may call notes
    std::vector<MarkdownPart> body;
    std::vector<MarkdownDefinition> definitions;
    Span front_matter;  ///< YAML at the start, without the lines around it; empty where there is none
    bool has_code = false;
    bool has_inline_templates = false;  ///< notes between tags, where they are called
};

[[nodiscard]] MarkdownBlocks read_markdown_blocks(std::string_view source);

}  // namespace fonds
