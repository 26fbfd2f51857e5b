// Reads dates: points of day, month, season or year precision, then ranges and lists of them.

#include "grammar/date_reader.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.hpp"

namespace fonds {
namespace {

using std::string_view;

int to_int(string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

int roman_month(string_view word) {
    constexpr std::array<string_view, 12> months = {"I",   "II",   "III", "IV", "V",  "VI",
                                                    "VII", "VIII", "IX",  "X",  "XI", "XII"};
    constexpr std::array<string_view, 12> small = {"i",   "ii",   "iii", "iv", "v",  "vi",
                                                   "vii", "viii", "ix",  "x",  "xi", "xii"};
    for (std::size_t i = 0; i < months.size(); ++i)
        if (months[i] == word || small[i] == word) return static_cast<int>(i) + 1;
    return 0;
}

/// The digit that a scan took for a letter: "I3 April", "1O May"; 0 for none.
char scanned_digit(char c) {
    return c == 'I' || c == 'l' || c == '|' ? '1' : c == 'O' || c == 'o' ? '0' : is_digit(c) ? c : '\0';
}

/// Whether figures can be month and day of a calendar.
bool may_be_day(DatePoint point) {
    return point.month >= 1 && point.month <= 12 && point.day >= 1 && point.day <= 31;
}

struct Point {
    DatePoint point;
    std::optional<DatePoint> last;  ///< "1–5", "1955–1959": the end, in one token
    std::uint32_t end = 0;
};

class Reader {
  public:
    Reader(std::vector<Token> const& tokens, string_view text) : tokens_(tokens), text_(text) {}

    std::optional<ReadDate> read(std::uint32_t at) const {
        auto const bound = behind_bound(at);
        bool const circa = bound != at || is_circa(at);
        if (bound != at) at = bound;
        else if (circa) at = skip_stop(at + 1);
        auto first = point(at);
        if (!first) return std::nullopt;
        ReadDate out;
        out.date.circa = circa;
        out.date.start = first->point;
        out.date.end = first->last;
        out.end = first->end;
        extend(out);
        if (out.date.end && *out.date.end == out.date.start) out.date.end.reset();
        return out;
    }

  private:
    [[nodiscard]] bool in(std::uint32_t at) const { return at < tokens_.size(); }
    [[nodiscard]] string_view word(std::uint32_t at) const {
        if (!in(at) || tokens_[at].kind != TokenKind::word) return {};
        return {text_.data() + tokens_[at].span.begin, tokens_[at].span.size()};
    }
    [[nodiscard]] bool mark(std::uint32_t at, char c) const { return in(at) && tokens_[at].is_mark(c); }
    [[nodiscard]] std::uint32_t skip_stop(std::uint32_t at) const {
        return mark(at, '.') && !tokens_[at].space_before ? at + 1 : at;
    }
    [[nodiscard]] std::uint32_t skip_comma(std::uint32_t at) const { return mark(at, ',') ? at + 1 : at; }
    [[nodiscard]] bool is_circa(std::uint32_t at) const {
        auto const w = word(at);
        return w == "c" || w == "ca" || w == "circa" || w == "um";
    }
    /// The token behind "no later than", "Не позднее", "не ранее": a day that a paper's own is near to.
    [[nodiscard]] std::uint32_t behind_bound(std::uint32_t at) const {
        auto const first = word(at);
        if (first == "No" || first == "no" || first == "Not" || first == "not") {
            auto const side = word(at + 1);
            return word(at + 2) == "than" && (side == "later" || side == "earlier") ? at + 3 : at;
        }
        if (first == "Не" || first == "не") {
            auto const side = word(at + 1);
            return side == "позднее" || side == "позже" || side == "ранее" || side == "раньше" ? at + 2 : at;
        }
        return at;
    }
    [[nodiscard]] int month(std::uint32_t at) const {
        if (!in(at) || !tokens_[at].is(WordClass::month)) return 0;
        // "may" and "mar." as common words are small; the months of most tongues too, but then have a day.
        return tokens_[at].phrase->number;
    }
    [[nodiscard]] int season(std::uint32_t at) const {
        return in(at) && tokens_[at].is(WordClass::season) && (tokens_[at].upper || year(at + 1))
                   ? tokens_[at].phrase->number
                   : 0;
    }
    /// "I950", "195O": a year with a letter that stands for a digit.
    [[nodiscard]] static std::optional<Point> scanned_year(string_view w, std::uint32_t at) {
        constexpr std::size_t figures = 4;
        if (w.size() != figures) return std::nullopt;
        std::string digits;
        for (char const c : w) digits.push_back(scanned_digit(c));
        auto const letters = std::count_if(w.begin(), w.end(), [](char c) { return !is_digit(c); });
        if (letters != 1 || digits.find('\0') != std::string::npos || !is_year(digits)) return std::nullopt;
        Point out;
        out.point.year = to_int(digits);
        out.end = at + 1;
        return out;
    }
    [[nodiscard]] std::optional<Point> year(std::uint32_t at) const {
        auto w = word(at);
        if (auto const scanned = scanned_year(w, at)) return scanned;
        if (w.size() < 4 || !is_year(w.substr(0, 4))) return std::nullopt;
        Point out;
        out.point.year = to_int(w.substr(0, 4));
        out.end = at + 1;
        auto rest = w.substr(4);
        if (rest.empty() || rest == "г" || rest == "гг") return out;
        std::size_t dash = 0;
        for (auto const mark : {"-", "\u2013", "/", "\u2014"})
            if (rest.starts_with(mark)) dash = string_view(mark).size();
        rest.remove_prefix(dash);
        if (dash == 0 || !is_all_digits(rest)) return std::nullopt;
        int last = to_int(rest);
        if (rest.size() == 2) last += out.point.year / 100 * 100;
        if (rest.size() == 1) last += out.point.year / 10 * 10;
        // "1994/95" are one season; "2000/24" is a file.
        if (w[4] == '/' && last != out.point.year + 1) return std::nullopt;
        if ((rest.size() != 4 && rest.size() > 2) || last < out.point.year || last > 2100)
            return std::nullopt;
        out.last = DatePoint{.year = last};
        return out;
    }
    /// A day, or a span of days in one token.
    [[nodiscard]] bool day(std::uint32_t at, int& first, int& last) const {
        auto w = word(at);
        for (auto const suffix : {"st", "nd", "rd", "th", "er"})
            if (w.size() > 2 && w.ends_with(suffix) && is_digit(w[0])) w.remove_suffix(2);
        if (scanned_day(w, first)) {
            last = first;
            return true;
        }
        std::size_t digits = 0;
        while (digits < w.size() && is_digit(w[digits])) ++digits;
        if (digits == 0 || digits > 2) return false;
        first = last = to_int(w.substr(0, digits));
        auto rest = w.substr(digits);
        if (!rest.empty()) {
            for (auto const dash : {"-", "\u2013", "/"})
                if (rest.starts_with(dash)) {
                    rest.remove_prefix(string_view(dash).size());
                    break;
                }
            if (rest.empty() || rest.size() > 2 || !is_all_digits(rest)) return false;
            last = to_int(rest);
            // "May 13/25, 1833": one day in the old and the new style.
            if (w[digits] == '/' && last - first >= 10 && last - first <= 13) last = first;
        }
        return first >= 1 && first <= 31 && last >= 1 && last <= 31;
    }

    /// A day of two characters, one of them a letter that stands for a digit.
    [[nodiscard]] static bool scanned_day(string_view w, int& day) {
        if (w.size() != 2 || is_digit(w[0]) == is_digit(w[1])) return false;
        std::array const digits = {scanned_digit(w[0]), scanned_digit(w[1])};
        if (digits[0] == '\0' || digits[1] == '\0') return false;
        day = (digits[0] - '0') * 10 + (digits[1] - '0');
        return day >= 1 && day <= 31;
    }

    /// Whether a date can begin with a token: with a figure, a month or a season.
    [[nodiscard]] bool may_begin(std::uint32_t at) const {
        return in(at) && tokens_[at].kind == TokenKind::word &&
               (tokens_[at].digits || tokens_[at].is(WordClass::month) || tokens_[at].is(WordClass::season));
    }

    [[nodiscard]] std::optional<Point> point(std::uint32_t at) const {
        if (!may_begin(at)) return std::nullopt;
        if (auto out = compact(at)) return out;
        if (auto out = time_group(at)) return out;
        if (auto out = fraction(at)) return out;
        if (auto out = year_first(at)) return out;
        if (auto out = month_first(at)) return out;
        if (auto out = day_first(at)) return out;
        if (auto const s = season(at)) {
            auto next = skip_comma(at + 1);
            if (word(next) == "of") ++next;
            if (auto const y = year(next)) {
                Point out = *y;
                out.point.season = s;
                if (out.last) out.last->season = s;
                return out;
            }
            return std::nullopt;
        }
        return year(at);
    }

    /// "3 (15) December 1889", "December 3 (15), 1889": behind a day of the Julian calendar, which is kept,
    /// that of the Gregorian in brackets.
    [[nodiscard]] std::uint32_t skip_new_style(std::uint32_t at) const {
        int first = 0, last = 0;
        bool const bracket = in(at) && tokens_[at].kind == TokenKind::open && tokens_[at].match == at + 2;
        return bracket && day(at + 1, first, last) && first == last ? at + 3 : at;
    }

    void finish(Point& out, std::uint32_t next, bool comma) const {
        auto const with_comma = comma ? skip_comma(next) : next;
        if (auto const y = year(with_comma); y && (!y->last || is_double_year(out.point, *y))) {
            out.point.year = y->last ? y->last->year : y->point.year;
            if (out.last) out.last->year = out.point.year;
            next = y->end;
        }
        out.end = next;
    }

    /// "6 Feb. 1671/2": before 25 March the English year had not begun; ours had.
    [[nodiscard]] static bool is_double_year(DatePoint day, Point const& year) {
        constexpr int last_english_year = 1751;
        return day.day != 0 && day.month <= 3 && year.last && year.last->year == year.point.year + 1 &&
               year.point.year <= last_english_year;
    }

    /// "3/9 1968": day and month, as the notes of the north have them.
    [[nodiscard]] std::optional<Point> fraction(std::uint32_t at) const {
        auto const parts = split(word(at), '/');
        if (parts.size() != 2 || parts[0].size() > 2 || parts[1].size() > 2 || !is_all_digits(parts[0]) ||
            !is_all_digits(parts[1]))
            return std::nullopt;
        auto const y = year(at + 1);
        if (!y || y->last) return std::nullopt;
        Point out;
        out.point = {y->point.year, to_int(parts[1]), to_int(parts[0])};
        if (!may_be_day(out.point)) return std::nullopt;
        out.end = y->end;
        return out;
    }

    /// "141030Z Aug 61": day, hour, minute and time zone of a military message.
    [[nodiscard]] std::optional<Point> time_group(std::uint32_t at) const {
        constexpr std::size_t figures = 6;
        auto const w = word(at);
        if (w.size() != figures + 1 || !is_all_digits(w.substr(0, figures)) || w.back() < 'A' ||
            w.back() > 'Z')
            return std::nullopt;
        Point out;
        out.point.day = to_int(w.substr(0, 2));
        out.point.month = month(at + 1);
        if (out.point.day == 0 || out.point.day > 31 || out.point.month == 0) return std::nullopt;
        auto const next = skip_stop(at + 2);
        if (is_short_year(next)) {
            out.point.year = 1900 + to_int(word(next));
            out.end = next + 1;
            return out;
        }
        finish(out, next, false);
        return out;
    }

    /// "1960. május 14.", Hungarian; "1961. 14 апреля", "2004 March 8".
    [[nodiscard]] std::optional<Point> year_first(std::uint32_t at) const {
        auto const y = year(at);
        if (!y || y->last) return std::nullopt;
        auto next = skip_stop(y->end);
        Point out;
        out.point.year = y->point.year;
        int first = 0, last = 0;
        if (next != y->end && month(next) != 0 && day(skip_stop(next + 1), first, last)) {
            out.point.month = month(next);
            out.end = skip_stop(next + 1) + 1;
        } else if (auto const named = skip_new_style(next + 1);
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
        out.point.day = first;
        if (last != first) out.last = DatePoint{.year = y->point.year, .month = out.point.month, .day = last};
        return out;
    }

    [[nodiscard]] std::optional<Point> month_first(std::uint32_t at) const {
        int const m = month(at);
        if (m == 0 || !tokens_[at].upper) return std::nullopt;
        Point out;
        out.point.month = m;
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
            out.point.year = 1900 + to_int(word(next));
            out.end = next + 1;
            return out;
        }
        return months(out, next);
    }

    /// "June–July 1960", "July/August 1953": two months of one year.
    [[nodiscard]] std::optional<Point> months(Point out, std::uint32_t dash) const {
        if ((!mark(dash, '-') && !mark(dash, '|')) || month(dash + 1) <= out.point.month) return std::nullopt;
        auto const y = year(skip_comma(skip_stop(dash + 2)));
        if (!y || y->last) return std::nullopt;
        out.point.year = y->point.year;
        out.last = DatePoint{.year = y->point.year, .month = month(dash + 1)};
        out.end = y->end;
        return out;
    }

    /// "November 22, 26 and 27, 1869": more days of the month, then the year.
    [[nodiscard]] Point month_with_days(Point out, std::uint32_t next) const {
        auto probe = next;
        int last_day = 0;
        for (int count = 0; count < 12; ++count) {
            auto item = skip_comma(probe);
            if (in(item) && tokens_[item].is(WordClass::conjunction)) ++item;
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

    /// "1 and 3 May 1961": a day, and behind "and" at `joint` a later one of the same month, with its year.
    [[nodiscard]] std::optional<Point> days_of_month(std::uint32_t joint, int earlier) const {
        int first = 0, last = 0;
        if (!in(joint) || !tokens_[joint].is(WordClass::conjunction) || !day(joint + 1, first, last) ||
            first <= earlier || first != last || month(skip_stop(joint + 2)) == 0)
            return std::nullopt;
        auto out = day_first(joint + 1);
        if (!out || out->point.year == 0 || out->last) return std::nullopt;
        out->last = out->point;
        out->point.day = earlier;
        return out;
    }

    [[nodiscard]] std::optional<Point> day_first(std::uint32_t at) const {
        int first = 0, last = 0;
        if (!day(at, first, last)) return std::nullopt;
        auto next = skip_new_style(skip_stop(at + 1));
        bool const stop = next != at + 1;
        if (auto const later = days_of_month(next, first)) return later;
        if (word(next) == "of" || word(next) == "de") ++next;
        int m = month(next);
        if (m == 0 && in(next) && tokens_[next].roman) m = roman_month(word(next));
        bool numeric = false;
        if (m == 0 && stop && is_all_digits(word(next)) && word(next).size() <= 2) {
            m = to_int(word(next));
            numeric = true;
        }
        if (m < 1 || m > 12) return std::nullopt;
        Point out;
        out.point = {.year = 0, .month = m, .day = first};
        if (last != first) out.last = DatePoint{.year = 0, .month = m, .day = last};
        auto after = skip_stop(next + 1);
        if ((word(after) == "de" || word(after) == "del") && year(after + 1))
            ++after;  // "3 de marzo de 1953"
        finish(out, after, true);
        if (out.point.year == 0 && !numeric && tokens_[next].upper && is_short_year(after)) {
            out.point.year = 1900 + to_int(word(after));
            if (out.last) out.last->year = out.point.year;
            out.end = after + 1;
            return out;
        }
        if (out.point.year == 0 && (numeric || (!tokens_[next].upper && month(next) == 0))) {
            // "21. 9. 1865/I": a Roman numeral of the sitting follows the year.
            auto const w = word(after);
            if (numeric && w.size() > 5 && is_year(w.substr(0, 4)) && w[4] == '/') {
                out.point.year = to_int(w.substr(0, 4));
                out.end = after + 1;
                return out;
            }
            return std::nullopt;
        }
        if (out.point.year == 0 && tokens_[next].roman) return std::nullopt;
        if (out.point.year == 0) out.end = next + 1;
        return out;
    }

    /// "17 Jan 43": armies write the years of their century in two digits, right behind the month.
    [[nodiscard]] bool is_short_year(std::uint32_t at) const {
        auto const w = word(at);
        // "Pt 3 May 17, 1947": the day of an American date.
        if (mark(at + 1, ',') && in(at + 2) && is_year(word(at + 2))) return false;
        return w.size() == 2 && is_all_digits(w) &&
               (!in(at + 1) || (tokens_[at + 1].kind != TokenKind::word && !mark(at + 1, '-')));
    }

    /// "15.X.1957", "21.9.1865", "1956-10-25", "1956年10月25日" in one token.
    [[nodiscard]] std::optional<Point> compact(std::uint32_t at) const {
        auto const w = word(at);
        bool const beyond_latin = w.size() > 4 && static_cast<unsigned char>(w.back()) >= 0x80;
        if (beyond_latin && (w.find("年") != string_view::npos || w.ends_with("년"))) return east_asian(at);
        if (!is_digit(w[0])) return std::nullopt;
        if (auto const short_date = short_year(at)) return short_date;
        if (auto const spaced = year_behind_space(at)) return spaced;
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
        if (separator == '-' && is_year(parts[0]) && is_all_digits(parts[1]) && is_all_digits(parts[2])) {
            out.point = {to_int(parts[0]), to_int(parts[1]), to_int(parts[2])};
        } else if (separator == '.' && is_year(parts[0]) && is_all_digits(parts[1]) &&
                   is_all_digits(parts[2])) {
            out.point = {to_int(parts[0]), to_int(parts[1]),
                         to_int(parts[2])};  // "1953.6.8", in Korea and Hungary
        } else if (is_year(parts[2]) && is_all_digits(parts[0])) {
            int const m = is_all_digits(parts[1]) ? to_int(parts[1]) : roman_month(parts[1]);
            out.point = {to_int(parts[2]), m, to_int(parts[0])};
            // Slashes are American: the month comes first, where it can be one.
            if (separator == '/' && to_int(parts[0]) <= 12)
                out.point = {to_int(parts[2]), to_int(parts[0]), m};
        } else {
            return std::nullopt;
        }
        if (!may_be_day(out.point)) return std::nullopt;
        return out;
    }

    /// "26.03. 1927", "5.2. 1950": German typists put a space before the year.
    [[nodiscard]] std::optional<Point> year_behind_space(std::uint32_t at) const {
        auto const parts = split(word(at), '.');
        if (parts.size() != 2 || !mark(at + 1, '.') || !in(at + 2) || !is_year(word(at + 2)))
            return std::nullopt;
        for (auto const part : parts)
            if (part.empty() || part.size() > 2 || !is_all_digits(part)) return std::nullopt;
        Point out;
        out.point = {to_int(word(at + 2)), to_int(parts[1]), to_int(parts[0])};
        if (!may_be_day(out.point)) return std::nullopt;
        out.end = at + 3;
        return out;
    }

    /// "Evening Standard 8/10/36".
    [[nodiscard]] bool behind_newspaper(std::uint32_t at) const {
        for (std::uint32_t words = 1; words <= 2 && words <= at; ++words)
            if (tokens_[at - words].upper &&
                match_phrase(tokens_, text_, at - words, mask(WordClass::newspaper)).size == words)
                return true;
        return false;
    }

    /// "2/18/42" alone between separators: month, day and year of an American note; "18.2.42": day, month and
    /// year of a European one. Years that were not over when this was written are of this century.
    [[nodiscard]] std::optional<Point> short_year(std::uint32_t at) const {
        constexpr int this_century = 25;
        auto const w = word(at);
        bool const american = w.find('/') != string_view::npos;
        auto const parts = split(w, american ? '/' : '.');
        if (parts.size() != 3 || !(at == 0 || mark(at - 1, ',') || mark(at - 1, ';') ||
                                   tokens_[at - 1].lower || behind_newspaper(at)))
            return std::nullopt;
        if (in(at + 1) && tokens_[at + 1].kind == TokenKind::word && (american || !tokens_[at + 1].lower))
            return std::nullopt;
        for (auto const part : parts)
            if (!is_all_digits(part) || part.size() > 2) return std::nullopt;
        if (parts[2].size() != 2) return std::nullopt;
        Point out;
        auto const year = to_int(parts[2]);
        out.point = {year + (year <= this_century ? 2000 : 1900), to_int(parts[american ? 0 : 1]),
                     to_int(parts[american ? 1 : 0])};
        if (american && out.point.month > 12) std::swap(out.point.month, out.point.day);
        if (!may_be_day(out.point)) return std::nullopt;
        out.end = at + 1;
        return out;
    }

    /// The year before the first of an era: "昭和31年", "民國34年"; 0 where the word begins with none.
    struct Era {
        string_view name;
        int before;
    };
    [[nodiscard]] static Era era_of(string_view w) {
        constexpr std::array eras = {Era{"明治", 1867}, Era{"大正", 1911}, Era{"昭和", 1925},
                                     Era{"平成", 1988}, Era{"令和", 2018}, Era{"民国", 1911},
                                     Era{"民國", 1911}, Era{"光绪", 1874}, Era{"光緒", 1874}};
        for (auto const& era : eras)
            if (w.starts_with(era.name)) return era;
        return {{}, 0};
    }

    /// What a sign of Han counts: "三" is 3, "〇" 0, "元" (of a first year) 1; -1 where it counts nothing.
    [[nodiscard]] static int counted(string_view sign) {
        constexpr std::array digits = {
            string_view{"〇"}, string_view{"一"}, string_view{"二"}, string_view{"三"}, string_view{"四"},
            string_view{"五"}, string_view{"六"}, string_view{"七"}, string_view{"八"}, string_view{"九"}};
        auto const found = std::find(digits.begin(), digits.end(), sign);
        return found == digits.end() ? (sign == "元" ? 1 : -1) : static_cast<int>(found - digits.begin());
    }

    /// "1956年10月25日", "昭和31年8月15日", "一九四五年八月", "1961년 10월 5일".
    [[nodiscard]] std::optional<Point> east_asian(std::uint32_t at) const {
        auto const era = era_of(word(at));
        auto const own = parts_of_date(word(at).substr(era.name.size()));
        if (!own) return std::nullopt;
        Point out;
        out.end = at + 1;
        out.point = *own;
        // Korean has spaces between.
        for (; in(out.end) && out.point.day == 0 && word(at).ends_with("년"); ++out.end) {
            auto const next = parts_of_date(word(out.end));
            if (!next || next->year != 0 || (next->month == 0) == (out.point.month == 0)) break;
            if (out.point.month == 0) out.point.month = next->month;
            else out.point.day = next->day;
        }
        constexpr int earliest = 1000;
        out.point.year += era.before;
        if (out.point.year < earliest || out.point.month > 12 || out.point.day > 31) return std::nullopt;
        return out;
    }

    [[nodiscard]] static std::optional<DatePoint> parts_of_date(string_view w) {
        DatePoint out;
        int number = 0;
        bool tens = false;
        for (std::size_t i = 0; i < w.size();) {
            if (is_digit(w[i])) {
                number = number < 10000 ? number * 10 + (w[i] - '0') : number;
                ++i;
                continue;
            }
            auto const sign = w.substr(i, 3);
            i += 3;
            if (auto const digit = counted(sign); digit >= 0 && number < 10000) {
                number = tens ? number + digit : number * 10 + digit;
                continue;
            }
            if (sign == "十") {
                number = std::max(number, 1) * 10;
                tens = true;
                continue;
            }
            if (sign == "年" || sign == "년") out.year = number;
            else if (sign == "月" || sign == "월") out.month = number;
            else if (sign == "日" || sign == "일") out.day = number;
            else return std::nullopt;
            number = 0;
            tens = false;
        }
        if (number != 0 || (out.year == 0 && out.month == 0 && out.day == 0)) return std::nullopt;
        return out;
    }

    /// A range or list that goes on behind the first point.
    void extend(ReadDate& out) const {
        for (int count = 0; count < 16; ++count) {
            auto at = out.end;
            bool const range = mark(at, '-') || mark(at, '|') || word(at) == "to" || word(at) == "bis";
            bool const list = !range && out.date.start.year == 0 &&
                              (mark(at, ',') || (in(at) && tokens_[at].is(WordClass::conjunction)));
            if (!range && !list) return;
            auto const next = point(at + 1);
            if (!next) return;
            if (list && (next->point.month == 0 || next->point.day == 0)) return;
            if (range && next->point.year == 0 && out.date.start.year != 0) return;
            auto const& last = next->last ? *next->last : next->point;
            if (list && last.year == 0 && !more(next->end)) return;
            out.date.end = last;
            if (out.date.start.year == 0 && last.year != 0) {
                out.date.start.year = last.year;
                out.end = next->end;
                return;
            }
            out.end = next->end;
            if (range) return;
        }
    }
    [[nodiscard]] bool more(std::uint32_t at) const {
        return mark(at, ',') || (in(at) && tokens_[at].is(WordClass::conjunction)) || year(at).has_value();
    }

    std::vector<Token> const& tokens_;
    string_view text_;
};

/// A list without a year at its end reads as the first date alone.
bool is_whole(Date const& date) { return !date.end || date.end->year != 0 || date.start.year == 0; }

}  // namespace

bool is_year(string_view word) {
    return word.size() == 4 && is_all_digits(word) && (word[0] == '1' || (word[0] == '2' && word[1] == '0'));
}

std::optional<ReadDate> read_date(std::vector<Token> const& tokens, string_view text, std::uint32_t at) {
    auto out = Reader(tokens, text).read(at);
    if (!out) return out;
    if (!is_whole(out->date)) out->date.end.reset();
    if (out->date.end && out->date.start.year == 0) out->date.end.reset();
    out->date.raw = slice(text, {tokens[at].span.begin, tokens[out->end - 1].span.end});
    // "5 мая 1960 г.", "30 noiabria 1960 g.", "5 V 1956 r."
    auto const word = [&](std::uint32_t i) {
        return i < tokens.size() ? slice(text, tokens[i].span) : string_view();
    };
    constexpr std::array year_words = {string_view{"г"},  string_view{"гг"}, string_view{"g"},
                                       string_view{"gg"}, string_view{"р"},  string_view{"рр"},
                                       string_view{"r"}};
    bool const told = std::find(year_words.begin(), year_words.end(), word(out->end)) != year_words.end();
    if (out->date.start.year != 0 && told && word(out->end + 1) == ".") out->end += 2;
    return out;
}

}  // namespace fonds
