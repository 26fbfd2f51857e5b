// Text under construction that remembers where each of its bytes came from.
#pragma once

#include <fonds/document.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace fonds {

/// Collects the text of a note or of a body with its source map and its italics.
class MappedText {
  public:
    /// Spans are counted from byte `begin` of the part.
    explicit MappedText(std::size_t part = 0, std::size_t begin = 0) : part_(part), begin_(begin) {}

    /// Appends the bytes of `source` that `span` covers, as they stand.
    void copy(std::string_view source, Span span);
    /// Appends `text`, which are the bytes of `span` if it is as long.
    void copy_text(std::string_view text, Span span);
    /// Appends `text`, which stands for `span` as a whole.
    void put(std::string_view text, Span span);
    /// Appends text that has no place in the source.
    void put_placeless(std::string_view text) { text_ += text; }
    /// Appends one space that stands for `span`, unless the text is empty or ends in white space.
    void space(Span span);
    /// Ends a paragraph: spaces at the end give way to one '\n', unless the text is empty.
    void paragraph(Span span);

    void begin_italic();
    void end_italic();

    /// What follows comes from another part of the source, or its spans are counted from another byte.
    void set_part(std::size_t part, std::size_t begin = 0) {
        part_ = part;
        begin_ = begin;
    }

    [[nodiscard]] std::string const& text() const { return text_; }
    [[nodiscard]] std::size_t size() const { return text_.size(); }

    /// The text without white space at its ends, no-break spaces included; `this` is used up.
    struct Finished {
        std::string text;
        SourceMap map;
        std::vector<Span> italics;
        std::size_t cut = 0;  ///< bytes taken away at the start
    };
    [[nodiscard]] Finished finish();
    /// The same, nothing cut.
    [[nodiscard]] Finished finish_untrimmed();

  private:
    void add(std::string_view text, Span span, bool whole);
    [[nodiscard]] Finished cut_to(Span kept);
    void shrink(std::size_t size);

    std::size_t part_;
    std::size_t begin_;
    std::string text_;
    std::vector<SourceMap::Piece> pieces_;
    std::vector<Span> italics_;
    std::size_t italic_depth_ = 0;
};

/// What `kept` of the text makes of a piece; one that is not exact cannot be divided and keeps its source.
[[nodiscard]] SourceMap::Piece cut_piece(SourceMap::Piece piece, Span kept);

/// Gives a note its text, and citations whose spans are those of the uncut text.
void set_text(SourceNote& note, MappedText::Finished text, std::vector<EmbeddedCitation> citations = {});

}  // namespace fonds
