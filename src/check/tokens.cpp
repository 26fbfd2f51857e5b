// Cuts text into tokens in one pass.

#include "check/tokens.hpp"

#include <array>

#include "base/text.hpp"
#include "base/unicode.hpp"

namespace fonds::checking {
namespace {

constexpr char32_t soft_hyphen = 0x00AD;

bool starts_address(std::string_view rest) {
    auto const is = [&](std::string_view scheme) {
        return rest.size() > scheme.size() && ascii_lower(rest.substr(0, scheme.size())) == scheme;
    };
    switch (ascii_lower(rest.front())) {
        case 'f': return is("ftp://");
        case 'h': return is("http://") || is("https://");
        case 'w': return is("www.");
        default: return false;
    }
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

using AsciiKinds = std::array<Token::Kind, 0x80>;

constexpr AsciiKinds kinds_of_ascii() {
    AsciiKinds kinds{};
    for (std::size_t c = 0; c < kinds.size(); ++c) {
        bool const is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        bool const is_digit = c >= '0' && c <= '9';
        bool const is_space = c == ' ' || (c >= '\t' && c <= '\r');
        kinds[c] = is_letter  ? Token::word
                   : is_digit ? Token::number
                   : is_space ? Token::space
                              : Token::punctuation;
    }
    return kinds;
}

/// Most text is nothing else.
constexpr auto ascii_kinds = kinds_of_ascii();

Token::Kind kind_of(char32_t c) {
    if (c < ascii_kinds.size()) return ascii_kinds[c];
    if (is_letter(c) || is_mark(c)) return Token::word;
    return is_space(c) ? Token::space : Token::punctuation;
}

/// Where the run of characters of that kind ends that begins at `at`. A soft hyphen belongs to the word it
/// stands in.
std::size_t run_end(std::string_view text, std::size_t at, Token::Kind kind, bool& is_ascii) {
    while (at < text.size()) {
        auto const byte = static_cast<unsigned char>(text[at]);
        if (byte < ascii_kinds.size()) {
            if (ascii_kinds[byte] != kind) break;
            ++at;
            continue;
        }
        auto const c = decode(text, at);
        bool const inside_word = kind == Token::word && c.value == soft_hyphen;
        if (kind_of(c.value) != kind && !inside_word) break;
        is_ascii = false;
        at += c.size;
    }
    return at;
}

}  // namespace

bool begins_token(std::string_view text, std::size_t at) {
    if (at == 0) return true;
    auto const byte = [&](std::size_t place) { return static_cast<unsigned char>(text[place]); };
    bool const is_ascii = byte(at - 1) < ascii_kinds.size() && byte(at) < ascii_kinds.size();
    auto const before = is_ascii ? char32_t{byte(at - 1)} : decode_before(text, at).value;
    auto const kind = kind_of(is_ascii ? char32_t{byte(at)} : decode(text, at).value);
    bool const inside_word = kind == Token::word && before == soft_hyphen;
    return kind == Token::punctuation || (kind_of(before) != kind && !inside_word);
}

Token token_at(std::string_view text, std::size_t at) {
    auto const token = [&](Token::Kind kind, bool is_ascii, std::size_t end) -> Token {
        return {kind, is_ascii, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}};
    };
    if (at >= text.size()) return token(Token::punctuation, true, at);
    auto const c = decode(text, at);
    bool is_ascii = c.size == 1;
    auto const kind = kind_of(c.value);
    if (kind == Token::punctuation) return token(kind, is_ascii, at + c.size);
    if (kind == Token::word && starts_address(text.substr(at)))
        return token(Token::address, false, address_end(text, at));
    auto const end = run_end(text, at + c.size, kind, is_ascii);
    return token(kind, is_ascii, end);
}

std::vector<Token> tokenize(std::string_view text) {
    std::vector<Token> tokens;
    tokens.reserve(text.size() / 2);  // few words and their spaces are shorter
    for (auto const& token : Tokens(text)) tokens.push_back(token);
    tokens.shrink_to_fit();
    return tokens;
}

}  // namespace fonds::checking
