// Cuts a note into tokens in one pass; their spans are bytes of the note as it came.

#include <algorithm>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "grammar/characters.hpp"
#include "grammar/quotation_marks.hpp"
#include "grammar/tokens.hpp"
#include "grammar/web_address.hpp"
#include "grammar/word_end.hpp"
#include "grammar/word_parting.hpp"
#include "grammar/word_shape.hpp"

namespace fonds {
namespace {

using std::string_view;

char32_t closing_bracket(char32_t c) {
    switch (c) {
        case '(': return ')';
        case '[': return ']';
        case '{': return '}';
        case 0xFF08: return 0xFF09;
        case 0x3010: return 0x3011;
        default: return 0;
    }
}

/// The mark, in ASCII, that punctuation of any script stands for; 0 for anything else.
char sign_of_punctuation(char32_t c) {
    switch (c) {
        case ',':
        case 0x3001:
        case 0xFF0C: return ',';
        case ';':
        case 0xFF1B: return ';';
        case ':':
        case 0xFF1A: return ':';
        case '.':
        case 0x3002: return '.';
        case '!':
        case '?': return '!';
        default: return 0;
    }
}

class Lexer {
  public:
    Lexer(string_view text, Lexicon const& lexicon) : text_(text), lexicon_(lexicon) {
        tokens_.reserve(text.size() / 5 + 8);
    }

    Tokens run() {
        while (at_ < text_.size()) step();
        return Tokens(std::move(tokens_));
    }

  private:
    [[nodiscard]] char32_t peek(std::size_t at) const { return character_at(text_, at); }
    [[nodiscard]] bool boundary_before() const {
        return space_ || tokens_.empty() || tokens_.back().kind == TokenKind::open ||
               tokens_.back().kind == TokenKind::quote_open || tokens_.back().is_mark('-');
    }

    void step() {
        auto const [c, size] = decode(text_, at_);
        if (c < 0x80 ? is_ascii_space(static_cast<char>(c)) : is_space(c) || c == 0xFEFF || c == 0x200B) {
            space_ = true;
            at_ += size;
            return;
        }
        if (!quotes_.empty() && at_ == quotes_.back().second) return close_quote(size);
        if (auto const year = behind_raised_digits(text_, at_); year != at_) {
            at_ = year;
            return;
        }
        if (url()) return;
        if (is_letter_or_digit(text_[at_])) return word();
        if (auto const closer = closing_bracket(c)) {
            brackets_.emplace_back(static_cast<std::uint32_t>(tokens_.size()), closer);
            push(TokenKind::open, size);
            return;
        }
        if (!brackets_.empty() && c == brackets_.back().second) {
            auto const opener = brackets_.back().first;
            brackets_.pop_back();
            tokens_[opener].match = static_cast<std::uint32_t>(tokens_.size());
            push(TokenKind::close, size);
            tokens_.back().match = opener;
            return;
        }
        if (open_quote(c, size)) return;
        if (mark(c, size)) return;
        word();
    }

    void push(TokenKind kind, std::size_t size, char mark = 0) {
        Token token;
        token.kind = kind;
        token.mark = mark;
        token.space_before = space_;
        token.span = {at_, at_ + size};
        tokens_.push_back(token);
        space_ = false;
        at_ += size;
    }

    void close_quote(std::size_t size) {
        auto const opener = quotes_.back().first;
        quotes_.pop_back();
        tokens_[opener].match = static_cast<std::uint32_t>(tokens_.size());
        push(TokenKind::quote_close, size);
        tokens_.back().match = opener;
    }

    /// Opens a quotation where its end is near enough.
    bool open_quote(char32_t c, std::size_t size) {
        if (closers_of(c).empty()) return false;
        if ((c == '"' || is_single_quotation_mark(c)) && !boundary_before()) return false;
        if (c == 0x00BB && !(boundary_before() && is_letter(peek(at_ + size)))) return false;
        auto const end = find_closer(text_, c, at_ + size, limit(at_ + size));
        if (end == string_view::npos) return false;
        quotes_.emplace_back(static_cast<std::uint32_t>(tokens_.size()), end);
        push(TokenKind::quote_open, size);
        return true;
    }

    [[nodiscard]] std::size_t limit(std::size_t from) const {
        auto const end = std::min(text_.size(), from + quotation_reach);
        return quotes_.empty() ? end : std::min(end, quotes_.back().second);
    }

    bool url() {
        if (!boundary_before() && text_[at_] != 'h') return false;
        if (string_view("hwdfD").find(text_[at_]) == string_view::npos) return false;
        auto const end = web_address_end(text_, at_);
        if (end == at_) return false;
        push(TokenKind::url, end - at_);
        return true;
    }

    bool mark(char32_t c, std::size_t size) {
        if (auto const sign = sign_of_punctuation(c)) {
            push(TokenKind::mark, size, sign);
            return true;
        }
        if (c == '/') {
            bool const twice = peek(at_ + 1) == '/';
            push(TokenKind::mark, twice ? 2 : 1, twice ? '/' : '|');
            return true;
        }
        if (is_dash(c)) {
            // "p. 12.--Moore": typewriters have two hyphens for the long dash.
            if (c == '-' && peek(at_ + 1) == '-')
                size = std::min(text_.find_first_not_of('-', at_), text_.size()) - at_;
            else if (!is_dash_of_its_own(c, size)) return false;
            push(TokenKind::mark, size, '-');
            return true;
        }
        if (c == '#' && is_number(peek(at_ + size))) return false;
        if (c == '&' && space_) return false;  // "Library & Archives": the word "and"
        if (c == U'№') return false;           // the Russian label of a number
        if (is_letter(c) || is_number(c) || is_mark(c) || is_apostrophe(c)) return false;
        push(TokenKind::mark, size, '*');
        return true;
    }

    /// A dash between parts of the sentence, not a hyphen at a word.
    [[nodiscard]] bool is_dash_of_its_own(char32_t c, std::size_t size) const {
        auto const next = peek(at_ + size);
        // "Box 19 -Research Note Cards".
        if (space_ && is_upper(next)) return true;
        if (!is_letter(next) && !is_number(next)) return true;
        if (space_ || tokens_.empty()) return false;
        if (is_long_dash(c)) return true;
        auto const& before = tokens_.back();
        if (before.number || names_part_of_year(slice(text_, before.span), lexicon_)) return true;
        // The hyphen of "PRO-FO", at which the word was parted.
        return c == '-' && before.all_upper && before.is(WordClass::archive) && before.span.end == at_;
    }

    void word() {
        auto const closing_quote = quotes_.empty() ? string_view::npos : quotes_.back().second;
        auto const [end, plain] = find_word_end(text_, at_, closing_quote, lexicon_);
        finish_word(first_part_end(text_, at_, end, plain, lexicon_) - at_);
    }

    void finish_word(std::size_t size) {
        auto const written = text_.substr(at_, size);
        push(TokenKind::word, size);
        auto& token = tokens_.back();
        describe(token, written);
        token.key = key_of(written);
        // Endings have three letters and more; folding makes no word longer than half as long again.
        if ((token.upper || token.han) && written.size() > 5 && lexicon_.may_be_known_by_ending(written)) {
            auto const folded = folded_whole(written);
            if (folded.size() > 8) token.classes |= lexicon_.classes_by_ending(folded);
        }
        token.start = lexicon_.start(token.key);
        token.phrase = token.start ? token.start->alone() : nullptr;
        if (!token.phrase) return;
        token.classes |= token.phrase->classes;
        if (!token.phrase->may_stand(written)) token.classes &= ~mask(WordClass::archive);
    }

    /// "Republi- can": the word without the break.
    static std::string folded_whole(string_view written) {
        auto folded = fold_word(written);
        if (auto const hyphen = folded.find("- "); hyphen != std::string::npos) folded.erase(hyphen, 2);
        return folded;
    }
    static std::uint64_t key_of(string_view written) {
        return written.find(' ') == string_view::npos ? hash_folded(written)
                                                      : hash_word(folded_whole(written));
    }

    string_view text_;
    Lexicon const& lexicon_;
    std::vector<Token> tokens_;
    std::vector<std::pair<std::uint32_t, char32_t>> brackets_;
    std::vector<std::pair<std::uint32_t, std::size_t>> quotes_;
    std::size_t at_ = 0;
    bool space_ = false;
};

}  // namespace

Tokens lex(string_view text, Lexicon const& lexicon) { return Lexer(text, lexicon).run(); }

}  // namespace fonds
