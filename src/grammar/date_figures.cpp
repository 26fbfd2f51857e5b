// Dates in figures: "15.X.1957", "1956-10-25", "2/18/42", "141030Z Aug 61".

#include <algorithm>
#include <array>

#include "base/number.hpp"
#include "base/text.hpp"
#include "grammar/date_points.hpp"
#include "knowledge/title_language.hpp"

namespace fonds {

using std::string_view;

/// "15.X.1957", "21.9.1865", "1956-10-25", "1956年10月25日" in one token.
std::optional<DateReader::Point> DateReader::compact(std::uint32_t at) const {
    auto const w = word(at);
    bool const beyond_latin = w.size() > 4 && static_cast<unsigned char>(w.back()) >= 0x80;
    if (beyond_latin && (w.find("年") != string_view::npos || w.ends_with("년"))) return east_asian(at);
    if (!is_digit(w[0])) return std::nullopt;
    if (auto const short_date = short_year(at)) return short_date;
    if (auto const spaced = year_behind_space(at)) return spaced;
    if (auto const month = month_in_figures(at)) return month;
    if (w.size() < 8) return std::nullopt;
    char const separator = w.find('.') != string_view::npos   ? '.'
                           : w.find('/') != string_view::npos ? '/'
                                                              : '-';
    if (std::count(w.begin(), w.end(), separator) != 2) return std::nullopt;
    auto const first = w.find(separator), second = w.find(separator, first + 1);
    std::array const parts = {w.substr(0, first), w.substr(first + 1, second - first - 1),
                              w.substr(second + 1)};
    Point out;
    out.end = at + 1;
    // "1956-10-25", "1950/10/13"; "1953.6.8" in Korea and Hungary.
    if (is_year(parts[0]) && is_all_digits(parts[1]) && is_all_digits(parts[2])) {
        out.point = {leading_number(parts[0]), leading_number(parts[1]), leading_number(parts[2])};
    } else if (is_year(parts[2]) && is_all_digits(parts[0])) {
        int const m = is_all_digits(parts[1]) ? leading_number(parts[1]) : roman_month(parts[1]);
        out.point = {leading_number(parts[2]), m, leading_number(parts[0])};
        // The month comes first in America, where it can be one.
        if (separator == '/' && leading_number(parts[0]) <= 12 && is_month_first(at))
            out.point = {leading_number(parts[2]), leading_number(parts[0]), m};
    } else {
        return std::nullopt;
    }
    if (!may_be_day(out.point)) return std::nullopt;
    return out;
}

/// "26.03. 1927", "5.2. 1950": German typists put a space before the year.
std::optional<DateReader::Point> DateReader::year_behind_space(std::uint32_t at) const {
    auto const parts = split(word(at), '.');
    if (parts.size() != 2 || !mark(at + 1, '.') || !is_year(word(at + 2))) return std::nullopt;
    for (auto const part : parts)
        if (part.empty() || part.size() > 2 || !is_all_digits(part)) return std::nullopt;
    Point out;
    out.point = {leading_number(word(at + 2)), leading_number(parts[1]), leading_number(parts[0])};
    if (!may_be_day(out.point)) return std::nullopt;
    out.end = at + 3;
    return out;
}

/// "Mind 11 (3), 09.1996, S. 246", "(09.1996)": month and year between separators.
std::optional<DateReader::Point> DateReader::month_in_figures(std::uint32_t at) const {
    constexpr std::size_t figures = 7, stop = 2;
    constexpr int months = 12;
    auto const w = word(at);
    if (w.size() != figures || w[stop] != '.' || !is_all_digits(w.substr(0, stop)) ||
        !is_year(w.substr(stop + 1)) || at == 0)
        return std::nullopt;
    auto const& before = tokens_[at - 1];
    bool const parted = before.is_mark(',') || before.kind == TokenKind::open;
    bool const ends =
        !tokens_[at + 1].exists() || mark(at + 1, ',') || tokens_[at + 1].kind == TokenKind::close;
    Point out;
    out.point = {leading_number(w.substr(stop + 1)), leading_number(w), 0};
    if (!parted || !ends || out.point.month == 0 || out.point.month > months) return std::nullopt;
    out.end = at + 1;
    return out;
}

/// "2/18/42" alone between separators: month, day and year of an American note; "18.2.42": day, month and
/// year of a European one. Years that were not over when this was written are of this century.
std::optional<DateReader::Point> DateReader::short_year(std::uint32_t at) const {
    constexpr int this_century = 25;
    auto const w = word(at);
    bool const strokes = w.find('/') != string_view::npos;
    auto const parts = split(w, strokes ? '/' : '.');
    if (parts.size() != 3 ||
        !(at == 0 || mark(at - 1, ',') || mark(at - 1, ';') || tokens_[at - 1].lower || behind_newspaper(at)))
        return std::nullopt;
    if (tokens_[at + 1].kind == TokenKind::word && (strokes || !tokens_[at + 1].lower)) return std::nullopt;
    auto const is_figure = [](string_view part) { return is_all_digits(part) && part.size() <= 2; };
    auto const roman = strokes ? 0 : roman_month(parts[1]);  // "12.V.56"
    if (!is_figure(parts[0]) || !(is_figure(parts[1]) || roman != 0) || !is_figure(parts[2]) ||
        parts[2].size() != 2)
        return std::nullopt;
    Point out;
    auto const year = leading_number(parts[2]);
    bool const american = strokes && is_month_first(at);
    auto const middle = roman != 0 ? roman : leading_number(parts[1]), first = leading_number(parts[0]);
    out.point = {year + (year <= this_century ? 2000 : 1900), american ? first : middle,
                 american ? middle : first};
    if (american && out.point.month > 12) std::swap(out.point.month, out.point.day);
    if (!may_be_day(out.point)) return std::nullopt;
    out.end = at + 1;
    return out;
}

/// Whether "3/7/1963" is the 7th of March: it is in America and the 3rd of July elsewhere, as the words
/// around it tell, or the country of an archive among them.
bool DateReader::is_month_first(std::uint32_t at) const {
    constexpr std::uint32_t reach = 40;
    auto const first = at > reach ? at - reach : 0;
    auto const last = std::min(tokens_.size(), at + reach);
    auto const around = slice(text_, {tokens_[first].span.begin, tokens_[last - 1].span.end});
    if (!title_language(around).code.empty()) return false;
    for (auto i = first; i < last; ++i)
        if (tokens_[i].phrase && tokens_[i].is(WordClass::archive))
            return tokens_[i].phrase->archives().front()->country == "US";
    return true;
}

/// "Evening Standard 8/10/36".
bool DateReader::behind_newspaper(std::uint32_t at) const {
    for (std::uint32_t words = 1; words <= 2 && words <= at; ++words)
        if (tokens_[at - words].upper &&
            match_phrase(tokens_, text_, at - words, mask(WordClass::newspaper)).size == words)
            return true;
    return false;
}

/// "3/9 1968": day and month, as the notes of the north have them.
std::optional<DateReader::Point> DateReader::fraction(std::uint32_t at) const {
    auto const parts = split(word(at), '/');
    if (parts.size() != 2 || parts[0].size() > 2 || parts[1].size() > 2 || !is_all_digits(parts[0]) ||
        !is_all_digits(parts[1]))
        return std::nullopt;
    auto const y = year(at + 1);
    if (!y || y->last) return std::nullopt;
    Point out;
    out.point = {y->point.year, leading_number(parts[1]), leading_number(parts[0])};
    if (!may_be_day(out.point)) return std::nullopt;
    out.end = y->end;
    return out;
}

/// "141030Z Aug 61": day, hour, minute and time zone of a military message.
std::optional<DateReader::Point> DateReader::time_group(std::uint32_t at) const {
    constexpr std::size_t figures = 6;
    auto const w = word(at);
    if (w.size() != figures + 1 || !is_all_digits(w.substr(0, figures)) || w.back() < 'A' || w.back() > 'Z')
        return std::nullopt;
    Point out;
    out.point.day = leading_number(w.substr(0, 2));
    out.point.month = month(at + 1);
    if (out.point.day == 0 || out.point.day > 31 || out.point.month == 0) return std::nullopt;
    auto const next = skip_stop(at + 2);
    if (is_short_year(next)) {
        out.point.year = 1900 + leading_number(word(next));
        out.end = next + 1;
        return out;
    }
    finish(out, next, false);
    return out;
}

}  // namespace fonds
