// Reads dates from tokens.

#include "check/dates.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "base/number.hpp"
#include "base/text.hpp"
#include "model/month_names.hpp"

namespace fonds::checking {
namespace {

int roman_month(std::string_view word) {
    auto const value = roman_value(word);
    return value <= 12 ? value : 0;
}

// Reads tokens forward over spaces and chosen marks.
class Reader {
  public:
    Reader(std::string_view text, std::vector<Token> const& tokens, std::size_t at)
        : text_(text), tokens_(tokens), at_(at) {}

    bool number(int& value, std::size_t shortest, std::size_t longest) {
        if (at_ >= tokens_.size() || tokens_[at_].kind != Token::number) return false;
        auto const digits = spelling(text_, tokens_[at_]);
        if (digits.size() < shortest || digits.size() > longest) return false;
        value = leading_number(digits);
        end_ = tokens_[at_++].span.end;
        return true;
    }
    bool month(int& value, bool numerals) {
        if (at_ >= tokens_.size()) return false;
        auto const word = spelling(text_, tokens_[at_]);
        if (tokens_[at_].kind == Token::word) value = numerals ? roman_month(word) : find_month(word);
        if (value == 0) return false;
        end_ = tokens_[at_++].span.end;
        return true;
    }
    void skip(std::string_view marks) {
        while (at_ < tokens_.size() && (tokens_[at_].kind == Token::space ||
                                        marks.find(spelling(text_, tokens_[at_])) != std::string_view::npos))
            ++at_;
    }
    bool mark(std::string_view wanted) {
        if (at_ >= tokens_.size() || spelling(text_, tokens_[at_]) != wanted) return false;
        ++at_;
        return true;
    }
    [[nodiscard]] std::size_t end() const { return end_; }

  private:
    std::string_view text_;
    std::vector<Token> const& tokens_;
    std::size_t at_;
    std::size_t end_ = 0;
};

// Whether a number follows behind spaces and stops: by it most words are told from months.
bool leads_to_number(std::string_view text, std::vector<Token> const& tokens, std::size_t at) {
    ++at;
    while (at < tokens.size() && (tokens[at].kind == Token::space || spelling(text, tokens[at]) == ".")) ++at;
    return at < tokens.size() && tokens[at].kind == Token::number;
}

bool day_month_year(Reader& reader, DatePoint& date) {
    if (!reader.number(date.day, 1, 2)) return false;
    reader.skip(".");
    if (!reader.month(date.month, false)) return false;
    reader.skip(".,");
    return reader.number(date.year, 4, 4);
}

bool month_day_year(Reader& reader, DatePoint& date) {
    if (!reader.month(date.month, false)) return false;
    reader.skip(".");
    if (!reader.number(date.day, 1, 2)) return false;
    reader.skip(",");
    return reader.number(date.year, 4, 4);
}

bool dotted(Reader& reader, DatePoint& date) {
    if (!reader.number(date.day, 1, 2) || !reader.mark(".")) return false;
    reader.skip("");
    if (!reader.month(date.month, true) && !reader.number(date.month, 1, 2)) return false;
    if (!reader.mark(".")) reader.skip("");
    reader.skip("");
    return date.month > 0 && reader.number(date.year, 4, 4);
}

}  // namespace

int roman_value(std::string_view text) {
    constexpr std::string_view letters = "IVXLC";
    constexpr std::array<int, 5> values = {1, 5, 10, 50, 100};
    if (text.empty() || text.size() > 8) return 0;
    int total = 0;
    int before = 0;
    for (auto at = text.size(); at-- > 0;) {
        auto const letter = letters.find(text[at]);
        if (letter == std::string_view::npos) return 0;
        auto const value = values[letter];
        total += value < before ? -value : value;
        before = std::max(before, value);
    }
    return total;
}

std::vector<WrittenDate> find_dates(std::string_view text, std::vector<Token> const& tokens) {
    std::vector<WrittenDate> dates;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        auto const kind = tokens[at].kind;
        if (kind != Token::number && kind != Token::word) continue;
        if (kind == Token::number && tokens[at].span.size() > 2) continue;  // no day
        if (!dates.empty() && tokens[at].span.begin < dates.back().span.end) continue;
        // "12.5.1956" is no date where a longer row of numbers goes on before it.
        bool const in_row =
            at >= 2 && spelling(text, tokens[at - 1]) == "." && tokens[at - 2].kind == Token::number;
        // "26 Oct 44, 1621 hours": an army's date, whose year has two figures.
        bool const behind_day = kind == Token::word && at >= 2 && tokens[at - 1].kind == Token::space &&
                                tokens[at - 2].kind == Token::number && tokens[at - 2].span.size() <= 2;
        if (behind_day || in_row || (kind == Token::word && !leads_to_number(text, tokens, at))) continue;
        for (auto const form : {day_month_year, month_day_year, dotted}) {
            Reader reader(text, tokens, at);
            DatePoint point;
            if (!form(reader, point)) continue;
            dates.push_back({point, {tokens[at].span.begin, reader.end()}});
            break;
        }
    }
    return dates;
}

}  // namespace fonds::checking
