// Points in time: days, months, seasons and years in the orders that notes have them.

#include "grammar/date_points.hpp"

#include "base/number.hpp"
#include "base/text.hpp"

namespace fonds {

using std::string_view;

std::optional<DateReader::Point> DateReader::point(std::uint32_t at) const {
    if (!may_begin(at)) return std::nullopt;
    if (auto out = compact(at)) return out;
    bool const digits = tokens_[at].digits;
    if (digits) {
        if (auto out = time_group(at)) return out;
        if (auto out = fraction(at)) return out;
        if (auto out = spelled_eastern(at)) return out;
        if (auto out = republican(at)) return out;
        if (auto out = year_first(at)) return out;
    }
    if (tokens_[at].is(WordClass::month)) {
        if (auto out = month_first(at)) return out;
    }
    if (digits) {
        if (auto out = day_first(at)) return out;
    }
    if (tokens_[at].is(WordClass::season) && season(at) != 0) return season_first(at);
    return year(at);
}

/// "Spring 1995", "Fall of 1994"; of "Winter–Spring 2001" the first.
std::optional<DateReader::Point> DateReader::season_first(std::uint32_t at) const {
    bool const two = (mark(at + 1, '-') || mark(at + 1, '|')) && tokens_[at + 2].is(WordClass::season) &&
                     season(at + 2) != 0;
    auto next = skip_comma(two ? at + 3 : at + 1);
    if (word(next) == "of") ++next;
    auto out = year(next);
    if (!out || (two && out->last)) return std::nullopt;
    out->point.season = season(at);
    if (out->last) out->last->season = season(at);
    return out;
}

/// Whether a date can begin with a token: with a figure, a month or a season.
bool DateReader::may_begin(std::uint32_t at) const {
    return tokens_[at].kind == TokenKind::word &&
           (tokens_[at].digits || tokens_[at].is(WordClass::month) || tokens_[at].is(WordClass::season));
}

/// The month of "1956. 10. 23." and "1956. X. 23.", as Hungarian has it; 0 where `at` is none of such a date.
int DateReader::month_before_day(std::uint32_t at) const {
    constexpr int december = 12;
    auto const written = word(at);
    bool const stops = mark(at - 1, '.') && mark(at + 1, '.') && tokens_[at].space_before;
    if (!stops || !tokens_[at + 2].space_before) return 0;
    if (tokens_[at].roman) return roman_month(written);
    auto const out = is_all_digits(written) && written.size() <= 2 ? leading_number(written) : 0;
    return out <= december ? out : 0;
}

/// "1960. május 14.", "1956. 10. 23.", Hungarian; "1956 m. gruodžio 5 d.", "1956. gada 5. decembrī", Baltic;
/// "1961. 14 апреля", "2004 March 8".
std::optional<DateReader::Point> DateReader::year_first(std::uint32_t at) const {
    auto const y = year(at);
    if (!y || y->last) return std::nullopt;
    auto next = skip_stop(y->end);
    if (next != y->end && mark(next, '-')) ++next;  // "Правда. – 1933. – 6 січня"
    if (word(next) == "m" || word(next) == "gada") next = skip_stop(next + 1);
    Point out;
    out.point.year = y->point.year;
    int first = 0, last = 0;
    if (int const figures = next != y->end ? month_before_day(next) : 0;
        figures != 0 && day(next + 2, first, last)) {
        out.point.month = figures;
        out.end = skip_stop(next + 3);
    } else if (next != y->end && month(next) != 0 && day(skip_stop(next + 1), first, last)) {
        out.point.month = month(next);
        out.end = skip_stop(next + 1) + 1;
    } else if (auto const named = skip_new_style(skip_stop(next + 1));
               next != y->end && day(next, first, last) && month(named) != 0 && !tokens_[named].upper) {
        out.point.month = month(named);
        out.end = named + 1;
    } else if (month(next) != 0 && tokens_[next].upper && day(skip_stop(next + 1), first, last)) {
        // "1944 Nov 20", as the journals of medicine have it.
        out.point.month = month(next);
        out.end = skip_stop(next + 1) + 1;
    } else if (month(next) != 0 && tokens_[next].upper && !year(skip_stop(next + 1))) {
        out.point.month = month(next);
        out.end = skip_stop(next + 1);
        return out;
    } else {
        return std::nullopt;
    }
    if (year(out.end)) return std::nullopt;
    if (word(out.end) == "d") ++out.end;
    out.point.day = first;
    if (last != first) out.last = DatePoint{.year = y->point.year, .month = out.point.month, .day = last};
    return out;
}

std::optional<DateReader::Point> DateReader::month_first(std::uint32_t at) const {
    int const m = month(at);
    if (m == 0) return std::nullopt;
    Point out;
    out.point.month = m;
    if (!tokens_[at].upper) return small_month(out, at);
    auto next = skip_stop(at + 1);
    int first = 0, last = 0;
    if (day(next, first, last)) {
        out.point.day = first;
        if (last != first) out.last = DatePoint{.year = 0, .month = m, .day = last};
        return month_with_days(out, skip_new_style(next + 1));
    }
    if (auto const y = year(skip_comma(next))) {
        out.point.year = y->point.year;
        out.end = y->end;
        if (y->last) return std::nullopt;
        return out;
    }
    if (is_short_year(next)) {  // "Jun 50", no day
        out.point.year = 1900 + leading_number(word(next));
        out.end = next + 1;
        return out;
    }
    return months(out, next);
}

/// "octobre 1937", "octubre de 1961", "май 1956": most tongues begin a month with a small letter; "march" and
/// short ones are other words too.
std::optional<DateReader::Point> DateReader::small_month(Point out, std::uint32_t at) const {
    constexpr std::size_t shortest = 4;
    auto const written = word(at);
    if (written == "march") return std::nullopt;
    if (written.size() < shortest)  // "jul./dez. 2004"
        return mark(at + 1, '.') ? months(out, at + 2) : std::nullopt;
    auto next = at + 1;
    if (word(next) == "de" || word(next) == "del") ++next;
    auto const y = year(next);
    if (!y) return months(out, skip_stop(at + 1));
    if (y->last) return std::nullopt;
    out.point.year = y->point.year;
    out.end = y->end;
    return out;
}

/// "June–July 1960", "July/August 1953": two months of one year.
std::optional<DateReader::Point> DateReader::months(Point out, std::uint32_t dash) const {
    if ((!mark(dash, '-') && !mark(dash, '|')) || month(dash + 1) <= out.point.month) return std::nullopt;
    auto const y = year(skip_comma(skip_stop(dash + 2)));
    if (!y || y->last) return std::nullopt;
    out.point.year = y->point.year;
    out.last = DatePoint{.year = y->point.year, .month = month(dash + 1)};
    out.end = y->end;
    return out;
}

/// "November 22, 26 and 27, 1869": more days of the month, then the year.
DateReader::Point DateReader::month_with_days(Point out, std::uint32_t next) const {
    constexpr int most_days = 12;
    auto probe = next;
    int last_day = 0;
    for (int count = 0; count < most_days; ++count) {
        auto item = skip_comma(probe);
        if (tokens_[item].is(WordClass::conjunction)) ++item;
        int first = 0, last = 0;
        if (item == probe || !day(item, first, last) || first <= out.point.day) break;
        if (month(item + 1) != 0) break;
        last_day = last;
        probe = item + 1;
    }
    if (last_day != 0) {
        if (auto const y = year(skip_comma(probe))) {
            out.last = DatePoint{.year = y->point.year, .month = out.point.month, .day = last_day};
            out.point.year = y->point.year;
            out.end = y->end;
            return out;
        }
    }
    finish(out, next, true);
    return out;
}

std::optional<DateReader::Point> DateReader::day_first(std::uint32_t at) const {
    int first = 0, last = 0;
    if (!day(at, first, last)) return std::nullopt;
    auto next = skip_new_style(skip_stop(at + 1));
    bool const stop = next != at + 1;
    if (auto const later = days_of_month(next, first)) return later;
    if (word(next) == "of" || word(next) == "de") ++next;
    int m = month(next);
    if (m == 0 && tokens_[next].roman) m = roman_month(word(next));
    bool numeric = false;
    if (m == 0 && stop && is_all_digits(word(next)) && word(next).size() <= 2) {
        m = leading_number(word(next));
        numeric = true;
    }
    if (m < 1 || m > 12) return std::nullopt;
    Point out;
    out.point = {.year = 0, .month = m, .day = first};
    if (last != first) out.last = DatePoint{.year = 0, .month = m, .day = last};
    auto after = skip_new_style(skip_stop(next + 1));
    if ((word(after) == "de" || word(after) == "del") && year(after + 1)) ++after;  // "3 de marzo de 1953"
    finish(out, after, true);
    if (out.point.year == 0 && !numeric && tokens_[next].upper && is_short_year(after)) {
        out.point.year = 1900 + leading_number(word(after));
        if (out.last) out.last->year = out.point.year;
        out.end = after + 1;
        return out;
    }
    if (out.point.year == 0 && (numeric || (!tokens_[next].upper && month(next) == 0))) {
        // "21. 9. 1865/I": a Roman numeral of the sitting follows the year.
        auto const w = word(after);
        if (numeric && w.size() > 5 && is_year(w.substr(0, 4)) && w[4] == '/') {
            out.point.year = leading_number(w.substr(0, 4));
            out.end = after + 1;
            return out;
        }
        return std::nullopt;
    }
    if (out.point.year == 0 && tokens_[next].roman) return std::nullopt;
    // "6 Oct., 13 Oct. 1832": the stop of the month before the next day of the list.
    bool const shortened = out.point.year == 0 && mark(next + 1, '.') && mark(next + 2, ',');
    if (out.point.year == 0) out.end = shortened ? next + 2 : next + 1;
    return out;
}

/// "1 and 3 May 1961": a day, and behind "and" at `joint` a later one of the same month, with its year.
std::optional<DateReader::Point> DateReader::days_of_month(std::uint32_t joint, int earlier) const {
    int first = 0, last = 0;
    if (!tokens_[joint].is(WordClass::conjunction) || !day(joint + 1, first, last) || first <= earlier ||
        first != last || month(skip_stop(joint + 2)) == 0)
        return std::nullopt;
    auto out = day_first(joint + 1);
    if (!out || out->point.year == 0 || out->last) return std::nullopt;
    out->last = out->point;
    out->point.day = earlier;
    return out;
}

/// "3 (15) December 1889", "December 3 (15), 1889", "24. April (6. Mai) 1879": behind a day of the Julian
/// calendar, which is kept, that of the Gregorian in brackets.
std::uint32_t DateReader::skip_new_style(std::uint32_t at) const {
    constexpr std::uint32_t longest = 6;
    int first = 0, last = 0;
    if (tokens_[at].kind != TokenKind::open || tokens_[at].match > at + longest ||
        !day(at + 1, first, last) || first != last)
        return at;
    auto end = skip_stop(at + 2);
    if (end != tokens_[at].match && month(end) != 0) end = skip_stop(end + 1);
    return end == tokens_[at].match ? end + 1 : at;
}

void DateReader::finish(Point& out, std::uint32_t next, bool comma) const {
    auto const with_comma = comma ? skip_comma(next) : next;
    if (auto const y = year_or_given(with_comma); y && (!y->last || is_double_year(out.point, *y))) {
        out.point.year = y->last ? y->last->year : y->point.year;
        if (out.last) out.last->year = out.point.year;
        next = y->end;
    }
    out.end = next;
}

/// A year, or one that an editor gave: "11 January [1844]".
std::optional<DateReader::Point> DateReader::year_or_given(std::uint32_t at) const {
    bool const given = tokens_[at].kind == TokenKind::open && text_[tokens_[at].span.begin] == '[' &&
                       tokens_[at].match == at + 2;
    if (!given) return year(at);
    auto out = year(at + 1);
    if (!out || out->last || out->end != at + 2) return std::nullopt;
    out->end = at + 3;
    return out;
}

/// "6 Feb. 1671/2": before 25 March the English year had not begun; ours had.
bool DateReader::is_double_year(DatePoint day, Point const& year) {
    constexpr int last_english_year = 1751;
    return day.day != 0 && day.month <= 3 && year.last && year.last->year == year.point.year + 1 &&
           year.point.year <= last_english_year;
}

}  // namespace fonds
