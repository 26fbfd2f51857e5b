// Characters of LaTeX text: those that stand for others, groups, white space and comments.

#include <algorithm>

#include "base/text.hpp"
#include "manuscript/latex_reader.hpp"

namespace fonds {

// What stands here, and moves behind it.
void LatexReader::step() {
    switch (source_[at_]) {
        case '\\': return command();
        case '%': return comment();
        case '{': return open_brace();
        case '}': return close_brace();
        case '$': return math();
        case '~': return put("\u00A0", 1);
        case '&': return put(" ", 1);
        case ' ':
        case '\t':
        case '\r':
        case '\n': return white_space();
        case '`': return next_is("``") ? put("“", 2) : put("‘", 1);
        case '\'': return next_is("''") ? put("”", 2) : put("’", 1);
        case '"': return double_quote();
        case '-': return dash();
        case ',': return begins_low_quote() ? put("„", 2) : copy_one();
        case '<': return next_is("<<") ? put("«", 2) : copy_one();
        case '>': return next_is(">>") ? put("»", 2) : copy_one();
        case '^':
        case '_': return in_math() ? void(++at_) : letters();
        default: return letters();
    }
}

// Up to the next character that is more than itself.
void LatexReader::letters() {
    auto const stop = source_.find_first_of("\\%{}$~& \t\r\n`'\"-,<>^_", at_ + 1);
    auto const end = std::min(stop == std::string_view::npos ? end_ : stop, end_);
    out().copy(source_, {at_, end});
    at_ = end;
}

bool LatexReader::next_is(std::string_view text) const { return source_.substr(at_, text.size()) == text; }

// ,,Zitat'': a ligature of the encoding T1; two commas before a space are two commas.
bool LatexReader::begins_low_quote() const {
    constexpr std::string_view no_quotation = " \t\r\n,}";
    return next_is(",,") && at_ + 2 < end_ && no_quotation.find(source_[at_ + 2]) == std::string_view::npos;
}

void LatexReader::put(std::string_view text, std::size_t size) {
    out().put(text, {at_, at_ + size});
    at_ += size;
}

void LatexReader::copy_one() {
    out().copy(source_, {at_, at_ + 1});
    ++at_;
}

// babel's shorthands of German and its like.
void LatexReader::double_quote() {
    if (next_is("\"`")) put("„", 2);
    else if (next_is("\"'")) put("“", 2);
    else if (next_is("\"=") || next_is("\"~")) put("-", 2);
    else copy_one();
}

void LatexReader::dash() {
    if (next_is("---")) put("—", 3);
    else if (next_is("--")) put("–", 2);
    else copy_one();
}

// A line's rest, and the white space that begins the next line.
void LatexReader::comment() {
    at_ = std::min(source_.find('\n', at_), end_);
    if (at_ < end_) ++at_;
    while (at_ < end_ && (source_[at_] == ' ' || source_[at_] == '\t')) ++at_;
}

void LatexReader::white_space() {
    auto const begin = at_;
    std::size_t breaks = 0;
    while (at_ < end_ && is_ascii_space(source_[at_])) breaks += source_[at_++] == '\n' ? 1 : 0;
    breaks > 1 ? out().paragraph({begin, at_}) : out().space({begin, at_});
}

void LatexReader::math() {
    auto const size = next_is("$$") ? 2u : 1u;
    if (innermost() == FrameKind::math) close_frame({at_, at_});
    else open_frame(FrameKind::math, {at_, at_});
    at_ += size;
}

void LatexReader::open_brace() {
    open_frame(FrameKind::group, {at_, at_ + 1});
    ++at_;
}

void LatexReader::close_brace() {
    Span const brace{at_, at_ + 1};
    ++at_;
    while (innermost() == FrameKind::math) close_frame(brace);
    if (has_open_frames()) close_frame(brace);
}

}  // namespace fonds
