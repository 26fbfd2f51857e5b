// Cuts a note into tokens in one pass; their spans are bytes of the note as it came.

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "grammar/date_reader.hpp"
#include "grammar/token.hpp"

namespace fonds {
namespace {

using std::string_view;

constexpr string_view url_starts[] = {"http://", "https://", "ftp://", "www.", "doi:10.", "doi.org/"};

bool is_dash(char32_t c) {
    // The last three stand for one in East Asia: "45～47頁".
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFF0D || c == 0xFF5E ||
           c == 0x301C;
}
/// Signs of Han, kana, Hangul, and what stands among them.
bool is_eastern(char32_t c) {
    return (c >= 0x2E80 && c <= 0x9FFF && c != 0x3000) || (c >= 0xAC00 && c <= 0xD7AF) ||
           (c >= 0xF900 && c <= 0xFAFF);
}
bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x02B9 || c == 0x02BC; }

/// The closing marks of a quotation mark that opens; empty for anything else.
std::u32string_view closers_of(char32_t c) {
    switch (c) {
        case '"': return U"\"\u201D";
        case 0x201C: return U"\u201D\"\u201F";
        case 0x201E: return U"\u201C\u201D\"\u201F";
        case 0x00AB: return U"\u00BB";
        case 0x00BB: return U"\u00AB";
        case 0x2018: return U"\u2019'";
        case 0x201A: return U"\u2018\u2019";
        case '\'': return U"'\u2019";
        case 0x226A: return U"\u226B";
        case 0x3008: return U"\u3009";
        case 0x300A: return U"\u300B";
        case 0x300C: return U"\u300D";
        case 0x300E: return U"\u300F";
        default: return {};
    }
}

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

/// What a character of a word is, as bits: a digit, a letter; part of a number, of a Roman numeral; not
/// ASCII.
enum : std::uint8_t {
    sign_digit = 1,
    sign_upper = 2,
    sign_lower = 4,
    sign_number = 8,
    sign_roman = 16,
    sign_beyond = 32
};
constexpr auto ascii_signs = [] {
    std::array<std::uint8_t, 256> out{};
    for (std::size_t i = 0; i < out.size(); ++i) {
        auto const c = static_cast<char>(i);
        unsigned signs = i >= 0x80 ? sign_beyond : 0;
        if (is_digit(c)) signs |= sign_digit;
        if (c >= 'A' && c <= 'Z') signs |= sign_upper;
        if (c >= 'a' && c <= 'z') signs |= sign_lower;
        if (is_digit(c) || c == '-' || c == '/' || c == ':') signs |= sign_number;
        if (c == '-' || string_view("IVXLCDM").find(c) != string_view::npos) signs |= sign_roman;
        out[i] = static_cast<std::uint8_t>(signs);
    }
    return out;
}();

class Lexer {
  public:
    Lexer(string_view text, Lexicon const& lexicon) : text_(text), lexicon_(lexicon) {
        tokens_.reserve(text.size() / 5 + 8);
    }

    std::vector<Token> run() {
        while (at_ < text_.size()) step();
        return std::move(tokens_);
    }

  private:
    [[nodiscard]] char32_t peek(std::size_t at) const {
        return at < text_.size() ? decode(text_, at).value : 0;
    }
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
        auto const closers = closers_of(c);
        if (closers.empty()) return false;
        bool const single = c == '\'' || c == 0x2018 || c == 0x201A;
        if ((c == '"' || single) && !boundary_before()) return false;
        if (c == 0x00BB && !(boundary_before() && is_letter(peek(at_ + size)))) return false;
        auto const end = single ? find_single_close(at_ + size, closers) : find_close(c, at_ + size, closers);
        if (end == string_view::npos) return false;
        quotes_.emplace_back(static_cast<std::uint32_t>(tokens_.size()), end);
        push(TokenKind::quote_open, size);
        return true;
    }

    [[nodiscard]] std::size_t limit(std::size_t from) const {
        auto const end = std::min(text_.size(), from + quotation_reach);
        return quotes_.empty() ? end : std::min(end, quotes_.back().second);
    }

    [[nodiscard]] std::size_t find_close(char32_t opener, std::size_t from,
                                         std::u32string_view closers) const {
        int depth = 0;
        for (std::size_t at = from, end = limit(from); at < end;) {
            auto const [c, size] = decode(text_, at);
            bool const nested_ascii = c == '"' && opener != '"' && at > from && text_[at - 1] == ' ' &&
                                      at + 1 < end && text_[at + 1] != ' ';
            if (c == opener && opener != '"') {
                ++depth;
            } else if (closers.find(c) != closers.npos && !nested_ascii) {
                if (depth-- == 0) return at;
            }
            at += size;
        }
        return string_view::npos;
    }

    /// A single mark also is an apostrophe: it closes where punctuation stands at it, else before a space,
    /// behind an "s" ("Grotius’ Influence’ in") only where no other does.
    [[nodiscard]] std::size_t find_single_close(std::size_t from, std::u32string_view closers) const {
        std::size_t fallback = string_view::npos;
        bool possessive = false;
        bool const spaced = from < text_.size() && is_space(peek(from));
        char32_t before = 0;
        for (std::size_t at = from, end = limit(from); at < end;) {
            auto const [c, size] = decode(text_, at);
            if (c == 0x2018 && is_space(before) && fallback != string_view::npos) return fallback;
            if (closers.find(c) != closers.npos) {
                auto const next = peek(at + size);
                auto following = at + size;
                while (following < text_.size() && text_[following] == ' ') ++following;
                auto const beyond = peek(following);
                bool const ends = next == 0 || !(is_letter(next) || is_number(next));
                if (spaced) {
                    if (is_space(before) && at > from + 1) return at;
                } else if (ends && (before == ',' || before == '.' || before == '?' || before == '!' ||
                                    next == ',' || next == '.' || next == ';' || next == ':' || next == ')' ||
                                    next == 0 || beyond == '(')) {
                    return at;
                } else if (ends && (fallback == string_view::npos || possessive)) {
                    fallback = at;
                    possessive = before == 's';
                }
            }
            before = c;
            at += size;
        }
        return fallback;
    }

    bool url() {
        if (!boundary_before() && text_[at_] != 'h') return false;
        if (text_[at_] != 'h' && text_[at_] != 'w' && text_[at_] != 'd' && text_[at_] != 'f') return false;
        auto const rest = text_.substr(at_);
        if (std::none_of(std::begin(url_starts), std::end(url_starts),
                         [&](string_view start) { return rest.starts_with(start); }))
            return false;
        auto end = url_run(at_);
        // A line break in a printed address leaves a space after a slash.
        while (end < text_.size() && text_[end] == ' ' && text_[end - 1] == '/') {
            auto const next = url_run(end + 1);
            auto const piece = text_.substr(end + 1, next - end - 1);
            if (piece.find('/') == string_view::npos || !(piece[0] >= 'a' && piece[0] <= 'z') ||
                piece.starts_with("http") || piece.starts_with("www."))
                break;
            end = next;
        }
        end = without_trailing_punctuation(end);
        push(TokenKind::url, end - at_);
        return true;
    }

    [[nodiscard]] std::size_t url_run(std::size_t at) const {
        while (at < text_.size()) {
            auto const [c, size] = decode(text_, at);
            if (is_space(c) || c == '<' || c == '>' || c == '"' || c == 0x201C || c == 0x201D ||
                c == 0x300B || c == ';' || (c >= 0x3000 && c <= 0x303F) || c == 0xFF0C || c == 0xFF09)
                break;
            at += size;
        }
        return at;
    }

    [[nodiscard]] std::size_t without_trailing_punctuation(std::size_t end) const {
        while (end > at_ + 1) {
            char const c = text_[end - 1];
            if (c == '.' || c == ',' || c == ':' || c == '!' || c == '?' || c == '\'' || c == '*' ||
                c == ']') {
                --end;
            } else if (c == ')') {
                auto const piece = text_.substr(at_, end - at_);
                if (std::count(piece.begin(), piece.end(), '(') >=
                    std::count(piece.begin(), piece.end(), ')'))
                    break;
                --end;
            } else if (end >= at_ + 3 && text_.substr(end - 3, 3) == "\u2019") {
                end -= 3;
            } else {
                break;
            }
        }
        return end;
    }

    bool mark(char32_t c, std::size_t size) {
        switch (c) {
            case ',':
            case 0x3001:
            case 0xFF0C: push(TokenKind::mark, size, ','); return true;
            case ';':
            case 0xFF1B: push(TokenKind::mark, size, ';'); return true;
            case ':':
            case 0xFF1A: push(TokenKind::mark, size, ':'); return true;
            case 0x3002: push(TokenKind::mark, size, '.'); return true;
            case '.':
            case '!':
            case '?': push(TokenKind::mark, size, c == '.' ? '.' : '!'); return true;
            case '/':
                if (peek(at_ + 1) == '/') {
                    push(TokenKind::mark, 2, '/');
                    return true;
                }
                push(TokenKind::mark, size, '|');
                return true;
            default: break;
        }
        // "Box 19 -Research Note Cards": a dash, not a hyphen.
        if (is_dash(c) && space_ && is_upper(peek(at_ + size))) {
            push(TokenKind::mark, size, '-');
            return true;
        }
        bool const between = is_dash(c) && !space_ && !tokens_.empty() &&
                             (tokens_.back().number || names_part_of_year(slice(text_, tokens_.back().span)));
        // The hyphen of "PRO-FO", at which the word was parted.
        bool const parted = c == '-' && !space_ && !tokens_.empty() && tokens_.back().all_upper &&
                            tokens_.back().is(WordClass::archive) && tokens_.back().span.end == at_;
        if (is_dash(c) &&
            (between || parted || (!is_letter(peek(at_ + size)) && !is_number(peek(at_ + size))))) {
            push(TokenKind::mark, size, '-');
            return true;
        }
        if (c == '#' && is_number(peek(at_ + size))) return false;
        if (c == '&' && space_) return false;  // "Library & Archives": the word "and"
        if (c == U'№') return false;           // the Russian label of a number
        if (!is_letter(c) && !is_number(c) && !is_mark(c) && !is_dash(c) && !is_apostrophe(c)) {
            push(TokenKind::mark, size, '*');
            return true;
        }
        return false;
    }

    /// Two signs of Han that are a signal of the tables: "参见", "另见".
    static constexpr std::size_t signal_size = 6;
    [[nodiscard]] bool is_signal(string_view word) const {
        for (auto const& phrase : lexicon_.starting_with(hash_word(word)))
            if (phrase.words.size() == 1 && phrase.is(WordClass::signal)) return true;
        return false;
    }

    /// Whether a word goes on with `c` at `at`.
    [[nodiscard]] bool continues(char32_t c, std::size_t at, std::size_t size, std::size_t begin) const {
        if (!quotes_.empty() && at == quotes_.back().second) return false;
        // "参见王明": a signal before a name, written without a space.
        if (at == begin + signal_size && c > 0x2E7F && is_signal(slice(text_, {begin, at}))) return false;
        // "2000年第2期", "第1卷第5页": a year and counters, written without spaces.
        if (at > begin && c == U'第' && is_number(peek(at + size))) return false;
        if (at > begin && is_digit(text_[begin]) && decode_before(text_, at).value == U'年' && !is_number(c))
            return false;
        if (is_letter(c) || is_number(c) || is_mark(c) || c == 0x00AD) return true;
        auto const next = peek(at + size);
        bool const goes_on = is_letter(next) || is_number(next);
        // "fol. 84–84’": the back of a leaf.
        if (c == 0x2019 && is_number(decode_before(text_, at).value) && !goes_on) return true;
        if (is_apostrophe(c)) return goes_on || is_letter(decode_before(text_, at).value);
        if (is_dash(c)) {
            if (goes_on) return !begins_date_word(at + size, at, begin);
            return next == ' ' && is_lower(peek(at + size + 1)) && at > begin &&
                   joins_line_break(at + size + 1);
        }
        // "ARG 1/3/1/ 75": a break behind the slash of a code.
        if (c == '/' && next == ' ' && at > begin && is_digit(text_[at - 1]) &&
            is_number(peek(at + size + 1)))
            return true;
        if (c == '/' && goes_on && begins_date_word(at + size, at, begin)) return false;
        // "Hertle/Jarausch", "Wien/Leipzig": two names; a shelf mark has capitals or digits at its slash.
        if (c == '/' && is_upper(next) && is_lower(decode_before(text_, at).value) &&
            is_lower(peek(at + size + decode(text_, at + size).size)))
            return false;
        // "G.-H. Soutou": initials of a double name.
        if (c == '.' && is_dash(next) && is_upper(decode_before(text_, at).value))
            return is_upper(peek(at + size + decode(text_, at + size).size));
        if (c == '.' && begins_roman_month(at + size, begin)) return false;
        if (c == '.' || c == '/' || c == '_' || c == '&' || c == '\\' || c == '+' || c == 0x00BA ||
            c == 0x00B0)
            return goes_on || c == 0x00BA || c == 0x00B0 || (c == '.' && next == '/');
        // "E2001E#1976/17#2119*": the Swiss archives' numbers.
        if (c == '#') return goes_on && is_number(decode_before(text_, at).value);
        if (c == '*')
            return text_.substr(begin, at - begin).find('#') != string_view::npos &&
                   is_number(decode_before(text_, at).value);
        if (c == ',') return in_thousands(at);
        if (c == ':')
            return (is_number(next) && is_number(decode_before(text_, at).value) &&
                    !is_year(text_.substr(begin, at - begin))) ||  // "Hogan (1987:302)": a year and its page
                   declines_abbreviation(at, begin);
        return false;
    }

    /// "UD:s arkiv", "UM:n", "Kungl. Maj:t", "n:o 12": Swedish and Finnish put a colon between an
    /// abbreviation and its ending.
    [[nodiscard]] bool declines_abbreviation(std::size_t at, std::size_t begin) const {
        constexpr std::size_t longest_ending = 3;
        auto const before = decode_before(text_, at).value;
        bool const shortened =
            at - begin <= 1 || is_upper(before) || text_.substr(begin, at - begin) == "Maj";
        if (!shortened || !is_letter(before)) return false;
        auto end = at + 1;
        std::size_t letters = 0;
        for (; end < text_.size() && is_lower(peek(end)) && letters <= longest_ending; ++letters)
            end += decode(text_, end).size;
        return letters > 0 && letters <= longest_ending && !is_letter(peek(end)) && !is_number(peek(end));
    }

    /// Whether a word ends at the digit behind `sign`: "82巻 | 9号", "出版社 | 2012年版"; the years of an era
    /// ("昭和31年") are fewer and go on.
    [[nodiscard]] bool parts_number(char32_t sign, std::size_t at) const {
        constexpr std::size_t year = 4;
        if (sign == U'巻' || sign == U'卷' || sign == U'권') return true;
        if (!is_eastern(sign) || at + year >= text_.size() || !is_all_digits(text_.substr(at, year)))
            return false;
        auto const behind = peek(at + year);
        return behind == U'年' || behind == U'년';
    }

    /// "和田春樹編『…", "研究室编：", "外交史料館所蔵", "国史馆藏": where what a person did, or that a keeper
    /// has it, is written at the name; `end` where it is not.
    [[nodiscard]] std::size_t split_eastern_role(std::size_t begin, std::size_t end) const {
        constexpr std::size_t sign = 3, longest = 3 * sign;
        if (end - begin <= sign || !is_eastern(decode_before(text_, end).value)) return end;
        auto const whole = text_.substr(begin, end - begin);
        if (is_known_as(whole, WordClass::editor) || is_known_as(whole, WordClass::translator)) return end;
        for (auto size = std::min(longest, end - begin - sign); size >= sign; size -= sign) {
            auto const stem = text_.substr(begin, end - begin - size), role = text_.substr(end - size, size);
            for (auto const& phrase : lexicon_.starting_with(hash_word(role))) {
                if (phrase.words.size() != 1) continue;
                bool const did = phrase.is(WordClass::editor) || phrase.is(WordClass::translator) ||
                                 phrase.is(WordClass::op_cit);
                if (did && role_ends_at(end)) return end - size;
                if (phrase.is(WordClass::kept_sign) && names_keeper(stem)) return end - size;
            }
        }
        return end;
    }
    /// Behind a person's part in a work stands its title, or a mark before it.
    [[nodiscard]] bool role_ends_at(std::size_t at) const {
        auto const next = peek(at);
        return next == 0x300A || next == 0x300C || next == 0x300E || next == 0x3008 || next == ':' ||
               next == 0xFF1A || next == ',' || next == 0xFF0C || next == 0x3001;
    }
    [[nodiscard]] bool names_keeper(string_view stem) const {
        for (auto const& phrase : lexicon_.starting_with(hash_word(stem)))
            if (phrase.words.size() == 1 && phrase.is(WordClass::archive)) return true;
        return (lexicon_.classes_by_ending(stem) & fonds::mask(WordClass::repository)) != 0;
    }

    /// "12.IX. 1878": behind the day a month in Roman numerals, its stop and a space.
    [[nodiscard]] bool begins_roman_month(std::size_t at, std::size_t begin) const {
        constexpr std::size_t longest_day = 2, longest_month = 4;
        auto const day = text_.substr(begin, at - 1 - begin);
        if (day.empty() || day.size() > longest_day || !is_all_digits(day)) return false;
        auto const end = text_.find_first_not_of("IVX", at);
        return end != string_view::npos && end > at && end - at <= longest_month &&
               text_.substr(end).starts_with(". ") && end + 2 < text_.size() && is_digit(text_[end + 2]);
    }

    /// "45,663": a comma inside a number.
    [[nodiscard]] bool in_thousands(std::size_t at) const {
        auto const digit = [&](std::size_t i) { return i < text_.size() && is_digit(text_[i]); };
        return is_digit(text_[at - 1]) && digit(at + 1) && digit(at + 2) && digit(at + 3) && !digit(at + 4);
    }

    /// "1884–July 31", "2003-Spring", "June–July": a dash between two dates, not inside a word.
    [[nodiscard]] bool begins_date_word(std::size_t at, std::size_t dash, std::size_t begin) const {
        if (!is_upper(peek(at))) return false;
        auto const before = text_.substr(begin, dash - begin);
        if (!is_all_digits(before) && !names_part_of_year(before)) return false;
        auto end = at;
        while (end < text_.size() && is_letter(peek(end))) end += decode(text_, end).size;
        return names_part_of_year(text_.substr(at, end - at));
    }
    /// A month or a season.
    [[nodiscard]] bool names_part_of_year(string_view word) const {
        for (auto const& phrase : lexicon_.starting_with(hash_folded(word)))
            if (phrase.words.size() == 1 && (phrase.is(WordClass::month) || phrase.is(WordClass::season)))
                return true;
        return false;
    }

    /// "Republi- can" is one word; "Vor- und Nachname" is not.
    [[nodiscard]] bool joins_line_break(std::size_t at) const {
        auto end = at;
        while (end < text_.size() && is_ascii_letter(text_[end])) ++end;
        auto const word = text_.substr(at, end - at);
        return word != "and" && word != "or" && word != "und" && word != "oder" && word != "bzw" &&
               word != "to" && word != "et" && word != "y" && word.size() > 1;
    }

    /// "Staats- und Universitätsbibliothek", "Haus-, Hof- und Staatsarchiv": the hyphen stands for the end
    /// that the words share.
    [[nodiscard]] bool leaves_end_to_next(std::size_t begin, std::size_t hyphen) const {
        constexpr std::array joints = {string_view{" und "}, string_view{" u. "}, string_view{" oder "},
                                       string_view{", "}};
        auto const rest = text_.substr(hyphen + 1);
        auto const joint = std::find_if(joints.begin(), joints.end(),
                                        [&](string_view word) { return rest.starts_with(word); });
        return joint != joints.end() && is_upper(peek(begin)) && is_upper(peek(hyphen + 1 + joint->size())) &&
               is_letter(decode_before(text_, hyphen).value);
    }

    /// "FO 371 / 5049", "867.4016 / 122": a slash between blanks that a number has on both its sides.
    static constexpr std::size_t spaced_slash = 3;
    [[nodiscard]] bool slash_between_numbers(std::size_t begin, std::size_t at) const {
        return at > begin && is_digit(text_[at - 1]) && text_.substr(at).starts_with(" / ") &&
               at + spaced_slash < text_.size() && is_digit(text_[at + spaced_slash]);
    }

    /// Of ASCII.
    [[nodiscard]] static bool is_letter_or_digit(char c) {
        return (ascii_signs[static_cast<unsigned char>(c)] & (sign_digit | sign_upper | sign_lower)) != 0;
    }

    void word() {
        auto const begin = at_;
        auto end = at_ + decode(text_, at_).size;
        bool plain = is_letter_or_digit(text_[begin]);
        while (end < text_.size()) {
            if (is_letter_or_digit(text_[end])) {
                ++end;
                continue;
            }
            if (slash_between_numbers(begin, end)) {
                end += spaced_slash;
                plain = false;
                continue;
            }
            if (text_[end] == ' ') break;
            if (text_[end] == ',' && !in_thousands(end)) break;
            auto const [c, size] = decode(text_, end);
            if (c == '-' && leaves_end_to_next(begin, end)) {
                end += size;
                plain = false;
                break;
            }
            if (!continues(c, end, size, begin)) break;
            plain = false;
            if ((is_dash(c) || c == '/') && peek(end + size) == ' ') {
                end += size + 1;
                continue;
            }
            end += size;
            if (c >= 0x2E80 && end < text_.size() && is_digit(text_[end]) && parts_number(c, end)) break;
        }
        end = plain ? split_record_group(begin, end) : split_eastern_role(begin, split_label(begin, end));
        finish_word(end - begin);
    }

    /// "PRO-FO 371/4171", "PRO-WO": a keeper's letters and a department's; where the hyphen stands, or npos.
    [[nodiscard]] std::size_t keeper_before_hyphen(string_view word) const {
        auto const hyphen = word.find('-');
        if (hyphen == string_view::npos || hyphen < 2) return string_view::npos;
        // "HR-HDA-1220": the keeper's letters and the number of a fond.
        if (auto const last = word.rfind('-'); last > hyphen && is_all_digits(word.substr(last + 1)) &&
                                               is_known_as(word.substr(0, last), WordClass::archive))
            return last;
        auto const keeper = word.substr(0, hyphen), office = word.substr(hyphen + 1);
        if (office.size() < 2 || office.size() > 5 ||
            !std::all_of(office.begin(), office.end(), [](char c) { return c >= 'A' && c <= 'Z'; }))
            return string_view::npos;
        return is_known_as(keeper, WordClass::archive) && is_known_as(office, WordClass::department)
                   ? hyphen
                   : string_view::npos;
    }

    /// Whether a word alone is of a class in the tables.
    [[nodiscard]] bool is_known_as(string_view word, WordClass word_class) const {
        auto const phrases = lexicon_.starting_with(hash_folded(word));
        return std::any_of(phrases.begin(), phrases.end(), [&](Phrase const& phrase) {
            return phrase.words.size() == 1 && phrase.is(word_class) &&
                   (word_class != WordClass::archive || phrase.may_stand(word));
        });
    }

    /// "RG10", "MG26": a record group and its number.
    [[nodiscard]] std::size_t split_record_group(std::size_t begin, std::size_t end) const {
        constexpr std::size_t letters = 2;
        auto const word = text_.substr(begin, end - begin);
        bool const group = (word.starts_with("RG") || word.starts_with("MG")) && word.size() > letters &&
                           is_all_digits(word.substr(letters));
        return group ? begin + letters : end;
    }

    /// "op.1", "F.R-5446", "全宗1": a label and its value written together.
    [[nodiscard]] std::size_t split_label(std::size_t begin, std::size_t end) const {
        auto const word = text_.substr(begin, end - begin);
        if (static_cast<unsigned char>(word[0]) >= 0xE3 && is_digit(word.back())) {
            auto const digit =
                static_cast<std::size_t>(std::find_if(word.begin(), word.end(), is_digit) - word.begin());
            for (auto const& phrase : lexicon_.starting_with(hash_word(word.substr(0, digit))))
                if (phrase.words.size() == 1 && phrase.is(WordClass::label)) return begin + digit;
        }
        if (auto const hyphen = keeper_before_hyphen(word); hyphen != string_view::npos)
            return begin + hyphen;
        auto stop = word.find('.');
        // "24.März 1927": a day and its month.
        if (stop != string_view::npos && stop <= 2 && stop > 0 && is_all_digits(word.substr(0, stop)) &&
            names_part_of_year(word.substr(stop + 1)))
            return begin + stop;
        // "Ед.хр.311": the label has a stop of its own.
        if (auto const second = stop == string_view::npos ? stop : word.find('.', stop + 1);
            second != string_view::npos && second <= 10 &&
            std::none_of(word.begin(), word.begin() + static_cast<std::ptrdiff_t>(second), is_digit))
            stop = second;
        if (stop == string_view::npos || stop == 0 || stop > 10 || stop + 1 >= word.size()) return end;
        auto const rest = word.substr(stop + 1);
        if (std::none_of(rest.begin(), rest.end(), is_digit)) return end;
        auto const head = word.substr(0, stop);
        if (std::any_of(head.begin(), head.end(), is_digit)) return end;
        for (auto const& phrase : lexicon_.starting_with(hash_folded(head)))
            if (phrase.words.size() == 1 &&
                ((phrase.is(WordClass::label) && !phrase.meanings().empty() &&
                  phrase.meanings()[0] != "item") ||
                 (phrase.is(WordClass::archive) && phrase.exact_case && phrase.may_stand(head))))
                return begin + stop;
        return end;
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
        if (!token.phrase->may_stand(written)) token.classes &= ~mask_of_archive();
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
    static constexpr WordClasses mask_of_archive() { return fonds::mask(WordClass::archive); }

    static void describe(Token& token, string_view written) {
        if (!describe_ascii(token, written)) describe_any(token, written);
    }

    /// A word of ASCII alone, by what each of its characters is; whether it is one.
    static bool describe_ascii(Token& token, string_view written) {
        unsigned any = 0, all = ~0U;
        int letters = 0;
        for (char const c : written) {
            auto const signs = ascii_signs[static_cast<unsigned char>(c)];
            any |= signs;
            all &= signs;
            letters += (signs & (sign_upper | sign_lower)) != 0 ? 1 : 0;
        }
        if ((any & sign_beyond) != 0) return false;
        auto const first = ascii_signs[static_cast<unsigned char>(written.front())];
        token.upper = (first & sign_upper) != 0;
        token.lower = (first & sign_lower) != 0;
        token.digits = (any & sign_digit) != 0;
        token.number = (all & sign_number) != 0 && token.digits;
        token.roman = (all & sign_roman) != 0 && letters > 0;
        token.all_upper = (any & sign_lower) == 0 && letters >= 2;
        return true;
    }

    static void describe_any(Token& token, string_view written) {
        bool all_upper = true, number = true, roman = true;
        int letters = 0;
        for (std::size_t at = 0; at < written.size();) {
            auto const [c, size] = decode(written, at);
            bool const digit = c >= '0' && c <= '9';
            bool const upper = c < 0x80 ? c >= 'A' && c <= 'Z' : is_upper(c);
            token.digits = token.digits || digit;
            number = number && (digit || is_dash(c) || c == '/' || c == ':');
            roman = roman &&
                    (is_dash(c) || (upper && c < 0x80 &&
                                    string_view("IVXLCDM").find(static_cast<char>(c)) != string_view::npos));
            if (upper || (c < 0x80 ? is_ascii_letter(static_cast<char>(c)) : is_letter(c))) {
                ++letters;
                if (at == 0) {
                    token.upper = upper;
                    token.lower = !upper && is_lower(c);
                    token.han = !token.upper && !token.lower;
                }
                all_upper = all_upper && upper;
            }
            at += size;
        }
        token.all_upper = all_upper && letters >= 2;
        token.number = number && token.digits;
        token.roman = roman && letters > 0;
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

std::vector<Token> lex(string_view text, Lexicon const& lexicon) { return Lexer(text, lexicon).run(); }

std::size_t behind_raised_digits(string_view text, std::size_t at) {
    constexpr std::size_t year = 4;
    auto end = at;
    while (end < text.size() && static_cast<unsigned char>(text[end]) >= 0x80) {
        auto const [c, size] = decode(text, end);
        if (raised_digit(c) == 0) break;
        end += size;
    }
    bool const before_year = end > at && end + year <= text.size() && is_year(text.substr(end, year));
    return before_year ? end : at;
}

char raised_digit(char32_t c) {
    switch (c) {
        case 0x00B9: return '1';
        case 0x00B2: return '2';
        case 0x00B3: return '3';
        default: break;
    }
    bool const raised = c == 0x2070 || (c >= 0x2074 && c <= 0x2079);
    return raised ? static_cast<char>('0' + (c - 0x2070)) : '\0';
}

PhraseMatch match_phrase(std::vector<Token> const& tokens, string_view text, std::uint32_t at,
                         WordClasses classes) {
    auto const* start = at < tokens.size() ? tokens[at].start : nullptr;
    if (!start || (start->classes & classes) == 0) return {};
    for (auto const& phrase : start->phrases) {
        if ((phrase.classes & classes) == 0) continue;
        std::uint32_t next = at + 1;
        bool fits = true;
        for (std::size_t i = 1; i < phrase.words.size() && fits; ++i) {
            // A stop inside an abbreviation ("ed. khr.", "d. h.") is no word of the phrase, nor is the comma
            // of "Haus-, Hof- und Staatsarchiv".
            while (next < tokens.size() && next > at && !tokens[next].space_before &&
                   (tokens[next].is_mark('.') ||
                    (tokens[next].is_mark(',') && text[tokens[next].span.begin - 1] == '-')))
                ++next;
            fits = next < tokens.size() && tokens[next].kind == TokenKind::word &&
                   tokens[next].key == phrase.words[i];
            ++next;
        }
        if (!fits) continue;
        if (phrase.exact_case && (phrase.classes & classes) == mask(WordClass::archive)) {
            auto const written = slice(text, {tokens[at].span.begin, tokens[next - 1].span.end});
            auto const plain = replace_all(written, ".", "");
            if (!phrase.may_stand(written) && !phrase.may_stand(plain)) continue;
        }
        return {&phrase, next - at};
    }
    return {};
}

}  // namespace fonds
