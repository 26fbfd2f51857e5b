// Finds marks among tokens.

#include "check/marks.hpp"

#include <array>

#include "base/contains.hpp"
#include "base/unicode.hpp"

namespace fonds::checking {
namespace {

// The mark without the stops and brackets of the sentence; empty where nothing is left.
Mark without_sentence_marks(Mark mark) {
    auto& text = mark.text;
    while (!text.empty() && std::string_view(".,;:)]\"'").find(text.back()) != std::string_view::npos)
        text.remove_suffix(1);
    while (!text.empty() && std::string_view("([\"'").find(text.front()) != std::string_view::npos) {
        text.remove_prefix(1);
        ++mark.span.begin;
    }
    mark.span.end = mark.span.begin + text.size();
    return mark;
}

// "，", "。", "、": no space stands behind them.
bool is_far_eastern_stop(std::string_view text, Token const& token) {
    if (token.kind != Token::punctuation || token.is_ascii) return false;
    auto const point = decode(text, token.span.begin).value;
    return (point >= 0x3000 && point < 0x3040) || (point >= 0xFF00 && point < 0xFFF0);
}

}  // namespace

std::vector<Mark> find_marks(std::string_view text, std::vector<Token> const& tokens) {
    constexpr std::size_t longest = 80;
    auto const parts = [&](Token const& token) {
        return token.kind == Token::space || token.kind == Token::address || is_far_eastern_stop(text, token);
    };
    std::vector<Mark> marks;
    for (std::size_t at = 0; at < tokens.size();) {
        if (parts(tokens[at])) {
            ++at;
            continue;
        }
        Span span = tokens[at].span;
        while (at < tokens.size() && !parts(tokens[at])) span.end = tokens[at++].span.end;
        auto const mark = without_sentence_marks({text.substr(span.begin, span.size()), span});
        if (!mark.text.empty() && mark.text.size() <= longest) marks.push_back(mark);
    }
    return marks;
}

std::string with_plain_dashes(std::string_view text) {
    constexpr std::array<std::string_view, 6> dashes = {"–", "—", "‐", "‑", "‒", "−"};
    constexpr char first_byte = '\xe2';  // of all of them
    std::string out(text);
    for (auto at = out.find(first_byte); at != std::string::npos; at = out.find(first_byte, at + 1)) {
        auto const mark = std::string_view(out).substr(at, dashes.front().size());
        if (contains(dashes, mark)) out.replace(at, mark.size(), "-");
    }
    return out;
}

}  // namespace fonds::checking
