// Cuts text into tokens in one pass.

#include "check/tokens.hpp"

#include <array>

#include "base/text.hpp"
#include "base/unicode.hpp"

namespace fonds::checking {
namespace {

constexpr char32_t soft_hyphen = 0x00AD;

bool starts_address(std::string_view rest) {
    for (std::string_view const scheme : {"http://", "https://", "www.", "ftp://"}) {
        if (rest.size() <= scheme.size() || ascii_lower(rest[0]) != scheme[0]) continue;
        if (ascii_lower(rest.substr(0, scheme.size())) == scheme) return true;
    }
    return false;
}

bool ends_address(char32_t c) {
    constexpr std::array<char32_t, 10> stops = {U'<',   U'>', U'"', 0x201C, 0x201D,
                                                0x201E, 0xAB, 0xBB, U'{',   U'}'};
    for (auto const stop : stops)
        if (c == stop) return true;
    return is_space(c) || c < 0x20;
}

// The stop, comma or bracket after an address belongs to the sentence; a bracket that was opened inside
// belongs to the address.
std::size_t without_sentence_marks(std::string_view text, std::size_t begin, std::size_t end) {
    int open = 0;
    for (auto const c : text.substr(begin, end - begin)) open += c == '(' ? 1 : c == ')' ? -1 : 0;
    while (end > begin) {
        char const last = text[end - 1];
        if (last == ')' && open < 0) {
            ++open;
        } else if (std::string_view(".,;:!?'*]").find(last) == std::string_view::npos) {
            break;
        }
        --end;
    }
    return end;
}

std::size_t address_end(std::string_view text, std::size_t begin) {
    auto end = begin;
    while (end < text.size()) {
        auto const c = decode(text, end);
        if (ends_address(c.value)) break;
        end += c.size;
    }
    return without_sentence_marks(text, begin, end);
}

Token::Kind kind_of(char32_t c) {
    if (c >= U'0' && c <= U'9') return Token::number;
    if (is_letter(c) || is_mark(c)) return Token::word;
    return is_space(c) ? Token::space : Token::punctuation;
}

/// The kinds of ASCII characters: most text is nothing else.
std::array<Token::Kind, 0x80> const& ascii_kinds() {
    static auto const kinds = [] {
        std::array<Token::Kind, 0x80> table{};
        for (char32_t c = 0; c < table.size(); ++c) table[c] = kind_of(c);
        return table;
    }();
    return kinds;
}

/// Where the ASCII characters of that kind end that stand from `at` on.
std::size_t ascii_run_end(std::string_view text, std::size_t at, Token::Kind kind,
                          std::array<Token::Kind, 0x80> const& kinds) {
    auto const belongs = [&](unsigned char c) { return c < kinds.size() && kinds[c] == kind; };
    while (at < text.size() && belongs(static_cast<unsigned char>(text[at]))) ++at;
    return at;
}

}  // namespace

std::vector<Token> tokenize(std::string_view text) {
    constexpr auto place = [](std::size_t at) { return static_cast<std::uint32_t>(at); };
    std::vector<Token> tokens;
    tokens.reserve(text.size() / 2);  // few words and their spaces are shorter
    auto const& kinds = ascii_kinds();
    std::size_t at = 0;
    while (at < text.size()) {
        auto const c = decode(text, at);
        bool const is_plain = c.value < kinds.size();
        auto const kind = is_plain ? kinds[c.value] : kind_of(c.value);
        bool const after_word = !tokens.empty() && tokens.back().kind == Token::word;
        if (kind == Token::word && !after_word && starts_address(text.substr(at))) {
            auto const end = address_end(text, at);
            tokens.push_back({Token::address, false, {place(at), place(end)}});
            at = end;
            continue;
        }
        bool const joins = !tokens.empty() && kind != Token::punctuation && tokens.back().kind == kind;
        auto end = at + c.size;
        bool const inside_word = c.value == soft_hyphen && after_word;
        if (!joins && !inside_word) tokens.push_back({kind, true, {place(at), place(end)}});
        if (c.size > 1) tokens.back().is_ascii = false;
        if (is_plain && kind != Token::punctuation) end = ascii_run_end(text, end, kind, kinds);
        tokens.back().span.end = place(end);
        at = end;
    }
    tokens.shrink_to_fit();
    return tokens;
}

}  // namespace fonds::checking
