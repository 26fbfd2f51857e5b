// Shelf marks and the like: runs of characters without white space.
#pragma once

#include <string>
#include <string_view>

#include "base/text.hpp"
#include "check/rule.hpp"

namespace fonds::checking {

/// A run of characters without white space, and without the punctuation of the sentence.
struct Mark {
    std::string_view text;
    Span span;
};

/// Visits the marks of a note; longer ones than a person writes are left out.
template <class Visit>
void for_each_mark(NoteView const& note, Visit visit) {
    auto const& tokens = note.tokens;
    for (std::size_t at = 0; at < tokens.size();) {
        if (tokens[at].kind == Token::space || tokens[at].kind == Token::address) {
            ++at;
            continue;
        }
        Span span = tokens[at].span;
        while (at < tokens.size() && tokens[at].kind != Token::space && tokens[at].kind != Token::address)
            span.end = tokens[at++].span.end;
        auto text = note.text(span);
        while (!text.empty() && std::string_view(".,;:)]\"'").find(text.back()) != std::string_view::npos)
            text.remove_suffix(1);
        while (!text.empty() && std::string_view("([\"'").find(text.front()) != std::string_view::npos) {
            text.remove_prefix(1);
            ++span.begin;
        }
        constexpr std::size_t longest = 80;
        if (!text.empty() && text.size() <= longest)
            visit(Mark{text, {span.begin, span.begin + text.size()}});
    }
}

/// The text with every kind of dash as a hyphen.
[[nodiscard]] inline std::string with_plain_dashes(std::string_view text) {
    constexpr char first_byte = '\xe2';  // of all of them
    std::string out(text);
    if (text.find(first_byte) == std::string_view::npos) return out;
    for (std::string_view const dash : {"–", "—", "‐", "‑", "‒", "−"}) out = replace_all(out, dash, "-");
    return out;
}

}  // namespace fonds::checking
