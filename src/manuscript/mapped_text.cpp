// Text under construction that remembers where each of its bytes came from.

#include "manuscript/mapped_text.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/unicode.hpp"

namespace fonds {
SourceMap::Piece cut_piece(SourceMap::Piece piece, Span kept) {
    auto const begin = std::max(piece.text.begin, kept.begin);
    auto const end = std::min(piece.text.end, kept.end);
    if (piece.is_exact()) {
        piece.source.begin += begin - piece.text.begin;
        piece.source.end -= piece.text.end - end;
    }
    piece.text = {begin, end};
    return piece;
}

void MappedText::add(std::string_view text, Span span, bool whole) {
    if (text.empty()) return;
    Span const source{begin_ + span.begin, begin_ + span.end};
    pieces_.push_back({{text_.size(), text_.size() + text.size()}, source, part_, whole});
    text_ += text;
}

void MappedText::copy(std::string_view source, Span span) { add(slice(source, span), span, false); }
void MappedText::copy_text(std::string_view text, Span span) { add(text, span, text.size() != span.size()); }
void MappedText::put(std::string_view text, Span span) { add(text, span, true); }

void MappedText::space(Span span) {
    if (!text_.empty() && !is_ascii_space(text_.back())) put(" ", span);
}

void MappedText::paragraph(Span span) {
    auto size = text_.size();
    while (size > 0 && (text_[size - 1] == ' ' || text_[size - 1] == '\t')) --size;
    shrink(size);
    if (!text_.empty() && text_.back() != '\n') put("\n", span);
}

void MappedText::begin_italic() {
    if (italic_depth_++ == 0) italics_.push_back({text_.size(), text_.size()});
}

void MappedText::end_italic() {
    if (italic_depth_ == 0 || --italic_depth_ > 0) return;
    italics_.back().end = text_.size();
    if (italics_.back().empty()) italics_.pop_back();
}

void MappedText::shrink(std::size_t size) {
    while (!pieces_.empty() && pieces_.back().text.begin >= size) pieces_.pop_back();
    if (!pieces_.empty() && pieces_.back().text.end > size)
        pieces_.back() = cut_piece(pieces_.back(), {pieces_.back().text.begin, size});
    text_.resize(size);
}

MappedText::Finished MappedText::cut_to(Span kept) {
    while (italic_depth_ > 0) end_italic();
    Finished out;
    out.cut = kept.begin;
    SourceMap map;
    for (auto const& piece : pieces_) {
        if (piece.text.end <= kept.begin || piece.text.begin >= kept.end) continue;
        auto cut = cut_piece(piece, kept);
        cut.text = {cut.text.begin - kept.begin, cut.text.end - kept.begin};
        map.add(cut);
    }
    // Copies take no more memory than they need; these stay as long as the document.
    out.map = map;
    out.text = text_.substr(kept.begin, kept.size());
    for (auto const italic : italics_) {
        Span const inside{std::clamp(italic.begin, kept.begin, kept.end) - kept.begin,
                          std::clamp(italic.end, kept.begin, kept.end) - kept.begin};
        if (!inside.empty()) out.italics.push_back(inside);
    }
    return out;
}

MappedText::Finished MappedText::finish() {
    auto const kept = trim_spaces(text_);
    auto const begin = static_cast<std::size_t>(kept.data() - text_.data());
    return cut_to({begin, begin + kept.size()});
}

MappedText::Finished MappedText::finish_untrimmed() { return cut_to({0, text_.size()}); }

namespace {

/// `span` of an uncut text as a span of the finished one.
Span shifted(Span span, MappedText::Finished const& finished) {
    auto const shift = [&](std::size_t at) {
        return std::min(at > finished.cut ? at - finished.cut : 0, finished.text.size());
    };
    return {shift(span.begin), shift(span.end)};
}

}  // namespace

void set_text(SourceNote& note, MappedText::Finished text, std::vector<EmbeddedCitation> citations) {
    for (auto& citation : citations) {
        citation.span = shifted(citation.span, text);
        note.embedded.push_back(std::move(citation));
    }
    note.text = std::move(text.text);
    note.map = std::move(text.map);
    note.italics = std::move(text.italics);
}

}  // namespace fonds
