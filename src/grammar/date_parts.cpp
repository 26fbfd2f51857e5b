// The parts of dates: a day, a month, a season, a year; also with a letter that a scan took for a digit.

#include <algorithm>
#include <array>

#include "base/number.hpp"
#include "base/text.hpp"
#include "grammar/date_points.hpp"
#include "grammar/fold_word.hpp"

namespace fonds {
namespace {

using std::string_view;

/// The digit that a scan took for a letter: "I3 April", "1O May"; 0 for none.
char scanned_digit(char c) {
    return c == 'I' || c == 'l' || c == '|' ? '1' : c == 'O' || c == 'o' ? '0' : is_digit(c) ? c : '\0';
}

}  // namespace

int roman_month(string_view word) {
    constexpr std::array<string_view, 12> months = {"I",   "II",   "III", "IV", "V",  "VI",
                                                    "VII", "VIII", "IX",  "X",  "XI", "XII"};
    constexpr std::array<string_view, 12> small = {"i",   "ii",   "iii", "iv", "v",  "vi",
                                                   "vii", "viii", "ix",  "x",  "xi", "xii"};
    for (std::size_t i = 0; i < months.size(); ++i)
        if (months[i] == word || small[i] == word) return static_cast<int>(i) + 1;
    return 0;
}

bool may_be_day(DatePoint point) {
    return point.month >= 1 && point.month <= 12 && point.day >= 1 && point.day <= 31;
}

bool is_year(string_view word) {
    return word.size() == 4 && is_all_digits(word) && (word[0] == '1' || (word[0] == '2' && word[1] == '0'));
}

int DateReader::month(std::uint32_t at) const {
    if (!tokens_[at].is(WordClass::month)) return 0;
    // "may" and "mar." as common words are small; the months of most tongues too, but then have a day.
    return tokens_[at].phrase->number;
}

int DateReader::season(std::uint32_t at) const {
    return tokens_[at].is(WordClass::season) && (tokens_[at].upper || year(at + 1))
               ? tokens_[at].phrase->number
               : 0;
}

std::optional<DateReader::Point> DateReader::year(std::uint32_t at) const {
    auto w = word(at);
    if (auto const scanned = scanned_year(w, at)) return scanned;
    // "(Lawrence, c2002)": the year of the copyright.
    if (w.size() == 5 && w[0] == 'c' && tokens_[at - 1].is_mark(',') &&
        tokens_[at + 1].kind == TokenKind::close)
        w.remove_prefix(1);
    if (auto const numbered = flat_edition(w); numbered.year != 0 && behind_place(at)) {
        Point out;
        out.point.year = numbered.year;
        out.end = at + 1;
        return out;
    }
    if (w.size() < 4 || !is_year(w.substr(0, 4))) return std::nullopt;
    Point out;
    out.point.year = leading_number(w.substr(0, 4));
    out.end = at + 1;
    auto rest = w.substr(4);
    if (rest.empty() || rest == "г" || rest == "гг") return out;
    std::size_t dash = 0;
    for (auto const mark : {"-", "\u2013", "/", "\u2014"})
        if (rest.starts_with(mark)) dash = string_view(mark).size();
    rest.remove_prefix(dash);
    if (dash == 0 || !is_all_digits(rest)) return std::nullopt;
    int last = leading_number(rest);
    if (rest.size() == 2) last += out.point.year / 100 * 100;
    if (rest.size() == 1) last += out.point.year / 10 * 10;
    // "1994/95" are one season; "2000/24" is a file, "(Leipzig 1920/26)" are the years of two volumes.
    bool const imprint = tokens_[at - 1].is(WordClass::place) && tokens_[at + 1].kind == TokenKind::close;
    if (w[4] == '/' && last != out.point.year + 1 && !imprint) return std::nullopt;
    if ((rest.size() != 4 && rest.size() > 2) || last < out.point.year || last > 2100) return std::nullopt;
    out.last = DatePoint{.year = last};
    return out;
}

/// "Stuttgart |", "Paderborn u. a. |": towns of an imprint.
bool DateReader::behind_place(std::uint32_t at) const {
    auto before = at;
    if (before > 1 && mark(before - 1, '.')) {
        --before;
        if (before > 2 && word(before - 1) == "a" && mark(before - 2, '.')) before -= 3;  // "u. a."
    }
    if (before == 0) return false;
    // "Wien–Köln–Weimar"
    auto const towns = word(before - 1);
    auto const last = towns.find_last_of("-/\x93");
    return tokens_[before - 1].is(WordClass::place) ||
           (last != string_view::npos && last + 1 < towns.size() &&
            Lexicon::builtin().is_any(hash_folded(towns.substr(last + 1)), mask(WordClass::place)));
}

/// "I950", "195O": a year with a letter that stands for a digit.
std::optional<DateReader::Point> DateReader::scanned_year(string_view w, std::uint32_t at) {
    constexpr std::size_t figures = 4;
    if (w.size() != figures) return std::nullopt;
    std::string digits;
    for (char const c : w) digits.push_back(scanned_digit(c));
    auto const letters = std::count_if(w.begin(), w.end(), [](char c) { return !is_digit(c); });
    if (letters != 1 || digits.find('\0') != std::string::npos || !is_year(digits)) return std::nullopt;
    Point out;
    out.point.year = leading_number(digits);
    out.end = at + 1;
    return out;
}

/// "17 Jan 43": armies write the years of their century in two digits, right behind the month.
bool DateReader::is_short_year(std::uint32_t at) const {
    auto const w = word(at);
    // "Pt 3 May 17, 1947": the day of an American date.
    if (mark(at + 1, ',') && is_year(word(at + 2))) return false;
    return w.size() == 2 && is_all_digits(w) && tokens_[at + 1].kind != TokenKind::word && !mark(at + 1, '-');
}

/// A day, or a span of days in one token.
bool DateReader::day(std::uint32_t at, int& first, int& last) const {
    auto w = word(at);
    for (auto const suffix : {"st", "nd", "rd", "th", "er"})
        if (w.size() > 2 && w.ends_with(suffix) && is_digit(w[0])) w.remove_suffix(2);
    if (scanned_day(w, first)) {
        last = first;
        return true;
    }
    auto const digits = count_digits(w);
    if (digits == 0 || digits > 2) return false;
    first = last = leading_number(w.substr(0, digits));
    auto rest = w.substr(digits);
    if (!rest.empty()) {
        for (auto const dash : {"-", "\u2013", "/", "./"})  // "9./10. April 1933"
            if (rest.starts_with(dash)) {
                rest.remove_prefix(string_view(dash).size());
                break;
            }
        if (rest.empty() || rest.size() > 2 || !is_all_digits(rest)) return false;
        last = leading_number(rest);
        // "24-5 March": the tens of the first day are those of the second too.
        constexpr int ten = 10;
        if (rest.size() == 1 && first >= ten && last > first % ten && w[digits] != '/')
            last += first - first % ten;
        // "May 13/25, 1833", "18./30. März", "16./4. März": one day in two styles; the one named first.
        auto const apart = last < first ? first - last : last - first;
        bool const stroke = w[digits] == '/' || w.substr(digits, 2) == "./";
        if (stroke && apart >= 10 && apart <= 13) last = first;
    }
    return first >= 1 && first <= 31 && last >= 1 && last <= 31;
}

/// A day of two characters, one of them a letter that stands for a digit.
bool DateReader::scanned_day(string_view w, int& day) {
    if (w.size() != 2 || is_digit(w[0]) == is_digit(w[1])) return false;
    std::array const digits = {scanned_digit(w[0]), scanned_digit(w[1])};
    if (digits[0] == '\0' || digits[1] == '\0') return false;
    day = (digits[0] - '0') * 10 + (digits[1] - '0');
    return day >= 1 && day <= 31;
}

}  // namespace fonds
