// Dates as record files have them in a single text.

#include "format/date_words.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <vector>

#include "base/contains.hpp"
#include "base/embedded.hpp"
#include "base/number.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "model/month_names.hpp"

namespace fonds {
namespace {

using std::string_view;
constexpr auto npos = string_view::npos;

struct SeasonName {
    std::string_view name;  ///< in small letters
    int season;             ///< 1 spring … 4 winter
};
// All of vocabulary/seasons.tsv.
std::vector<SeasonName> const& season_names() {
    static auto const names = [] {
        std::vector<SeasonName> out;
        for (auto const line : embedded_list("vocabulary/seasons.tsv")) {
            auto const columns = split(line, '\t');
            if (columns.size() != 3)
                throw std::logic_error("vocabulary/seasons.tsv: a row has three columns");
            for (auto const name : split(columns[2], '|')) out.push_back({name, leading_number(columns[0])});
        }
        return out;
    }();
    return names;
}

// Words of dates that say nothing more.
constexpr auto date_fillers = std::to_array<std::string_view>(
    {"г",      "г.",      "года",      "году",     "de",     "del",      "le",    "the",
     "of",     "den",     "r.",        "р.",       "року",   "a.d.",     "ad",    "ce",
     "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"});

int number(string_view text) { return is_all_digits(text) && text.size() <= 4 ? leading_number(text) : 0; }

// "14", "14th", "14.", "1er".
int day_number(string_view word) {
    for (string_view const ending : {"st", "nd", "rd", "th", "er", "º", "."})
        if (word.ends_with(ending)) {
            word.remove_suffix(ending.size());
            break;
        }
    return word.size() <= 2 && number(word) <= 31 ? number(word) : 0;
}

// What one side of a date has of day, month, season and year; words in any order that dates have them in.
std::optional<DatePoint> read_words(string_view text) {
    DatePoint point;
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size();) {
        auto const end = std::min(text.find_first_of(" ,\t\n", at), text.size());
        auto const word = text.substr(at, end - at);
        at = end + 1;
        if (word.empty()) continue;
        auto const small = to_lower(word);
        if (contains(date_fillers, small)) continue;
        if (++count > 3) return std::nullopt;
        if (word.size() == 4 && number(word) != 0 && point.year == 0) point.year = number(word);
        else if (int const month = find_month(word); month != 0 && point.month == 0) point.month = month;
        else if (int const day = day_number(word); day != 0 && point.day == 0) point.day = day;
        else if (int const season = find_season(word); season != 0 && point.season == 0)
            point.season = season;
        else return std::nullopt;
    }
    bool const season_with_more = point.season != 0 && (point.month != 0 || point.day != 0);
    if (count == 0 || season_with_more) return std::nullopt;
    return point;
}

// 1961/03/14, 1961-3-14, 1961.03.14; 14.03.1961; 14/3/1961 where the day cannot be a month; 19610314.
std::optional<DatePoint> read_numbers(string_view text) {
    DatePoint point;
    if (text.size() == 8 && is_all_digits(text)) {
        point = {number(text.substr(0, 4)), number(text.substr(4, 2)), number(text.substr(6)), 0};
    } else {
        auto const separator = text.find_first_of("/-.");
        if (separator == npos) return std::nullopt;
        auto const parts = split(text, text[separator]);
        if (parts.size() < 2 || parts.size() > 3 || !std::all_of(parts.begin(), parts.end(), is_all_digits))
            return std::nullopt;
        bool const year_first = parts[0].size() == 4;
        bool const year_last = parts.size() == 3 && parts[2].size() == 4;
        if (year_first) {
            point = {number(parts[0]), number(parts[1]), parts.size() == 3 ? number(parts[2]) : 0, 0};
            if (parts[1].size() > 2 || (parts.size() == 3 && point.day == 0)) return std::nullopt;
        } else if (year_last) {
            int const first = number(parts[0]), second = number(parts[1]);
            bool const day_first = text[separator] == '.' || first > 12;
            if (!day_first && second <= 12) return std::nullopt;  // 4/3/1961: of March or of April
            point = {number(parts[2]), day_first ? second : first, day_first ? first : second, 0};
        }
    }
    if (point.year == 0 || point.month == 0 || !is_possible(point)) return std::nullopt;
    return point;
}

// 1961年3月14日, 1961년 3월 14일
std::optional<DatePoint> read_eastern(string_view text) {
    DatePoint point;
    int* const parts[] = {&point.year, &point.month, &point.day};
    std::size_t part = 0;
    for (std::size_t at = 0; at < text.size() && part < 3; ++part) {
        auto const digits = std::min(text.find_first_not_of("0123456789", at), text.size());
        *parts[part] = number(text.substr(at, digits - at));
        auto const sign = text.substr(digits, 3);
        bool const fits = (part == 0 && (sign == "年" || sign == "년")) ||
                          (part == 1 && (sign == "月" || sign == "월")) ||
                          (part == 2 && (sign == "日" || sign == "일"));
        if (!fits || *parts[part] == 0) return std::nullopt;
        at = digits + 3;
        while (at < text.size() && text[at] == ' ') ++at;
    }
    if (point.year == 0 || !is_possible(point)) return std::nullopt;
    return point;
}

std::optional<DatePoint> read_part(string_view text) {
    text = trim(text);
    // A year of the early Middle Ages stands alone.
    if (text.size() == 3 && number(text) >= 100) return DatePoint{number(text), 0, 0, 0};
    if (auto const point = read_numbers(text)) return point;
    if (auto const point = read_eastern(text)) return point;
    return read_words(text);
}

bool is_whole(DatePoint point) {
    return point.year != 0 && (point.day == 0 || point.month != 0) && is_possible(point);
}

bool take_prefix(string_view& text, string_view prefix) {
    if (!text.starts_with(prefix)) return false;
    text = trim(text.substr(prefix.size()));
    return true;
}

// Brackets of a supplied date, "c." before it, "?" after it.
string_view strip_doubt(string_view text, Date& date) {
    text = trim(text);
    if (text.size() > 2 && text.front() == '[' && text.back() == ']' && text.find("..") == npos)
        text = trim(text.substr(1, text.size() - 2));
    for (string_view const prefix :
         {"circa ", "Circa ", "ca. ", "Ca. ", "ca ", "c. ", "c.", "ca.", "около ", "um ", "vers "})
        if (take_prefix(text, prefix)) {
            date.circa = true;
            break;
        }
    if (text.ends_with("?")) {
        date.uncertain = true;
        text = trim(text.substr(0, text.size() - 1));
    }
    return text;
}

// The full stop with which catalogues end a statement: "1968-1969."; a day's own stays.
string_view without_stop(string_view text) {
    bool const ends = text.size() > 4 && (text.back() == '.' || text.back() == ';');
    auto const before = ends ? text[text.size() - 2] : ' ';
    return before == '?' || before == ']' || is_digit(before) ? text.substr(0, text.size() - 1) : text;
}

// "380 BC", "44 v. Chr."
std::optional<Date> read_before_christ(string_view text) {
    auto const digits = std::min(text.find_first_not_of("0123456789"), text.size());
    int const year = number(text.substr(0, digits));
    auto const era = to_lower(trim(text.substr(digits)));
    static constexpr auto eras = std::to_array<std::string_view>(
        {"bc", "b.c.", "bce", "b.c.e.", "v. chr.", "v.chr.", "av. j.-c.", "a.c.", "до н. э.", "до н.э."});
    if (year == 0 || !contains(eras, era)) return std::nullopt;
    Date date;
    date.start.year = -year;
    return date;
}

// 1960s, 1960's, 1960-е, 1960er; 15th century. The 1900s may be ten years or a hundred.
std::optional<Date> read_span(string_view text) {
    auto const digits = std::min(text.find_first_not_of("0123456789"), text.size());
    int const value = number(text.substr(0, digits));
    auto const ending = text.substr(digits);
    Date date;
    if (digits == 4 && value % 10 == 0 && value % 100 != 0 &&
        (ending == "s" || ending == "'s" || ending == "’s" || ending == "er" || ending == "-е" ||
         ending == "-e")) {
        date.start.year = value;
        date.end = DatePoint{value + 9, 0, 0, 0};
        return date;
    }
    bool const century = ending.ends_with(" century") || ending.ends_with(" cent.");
    if (!century || value == 0 || value > 21 || ending.size() > 11) return std::nullopt;
    date.start.year = 100 * (value - 1) + 1;
    date.end = DatePoint{100 * value, 0, 0, 0};
    return date;
}

// Sides of a range lend each other what they do not repeat: "12-15 April 1964", "1964 Jan-Feb".
std::optional<Date> join_sides(DatePoint start, DatePoint end, Date date) {
    if (start.year == 0) start.year = end.year;
    if (end.year == 0) end.year = start.year;
    if (start.month == 0 && start.season == 0 && start.day != 0) start.month = end.month;
    if (end.month == 0 && end.season == 0 && end.day != 0) end.month = start.month;
    if (!is_whole(start) || !is_whole(end)) return std::nullopt;
    date.start = start;
    date.end = end;
    return date;
}

std::optional<Date> read_range(string_view text, string_view dash, Date date) {
    auto const at = text.find(dash);
    auto const left = strip_doubt(text.substr(0, at), date);
    auto const right = strip_doubt(text.substr(at + dash.size()), date);
    auto const start = read_part(left);
    if (!start) return std::nullopt;
    // "1964-65": two digits that go on, and are no month.
    if (start->year != 0 && start->month == 0 && start->season == 0 && right.size() == 2 &&
        number(right) > 12 && number(right) > start->year % 100) {
        date.start = *start;
        date.end = DatePoint{start->year - start->year % 100 + number(right), 0, 0, 0};
        return date;
    }
    auto const end = read_part(right);
    if (!end) return std::nullopt;
    return join_sides(*start, *end, date);
}

// "1906/19, 1922/45": from the first to the last, with all that is between.
std::optional<Date> read_several(string_view text) {
    std::optional<Date> all;
    for (auto const piece : split(text, text.find(';') == npos ? ',' : ';')) {
        auto const date = parse_date_words(piece);
        if (!date || date->start.year == 0 || (date->end && date->end->year == 0)) return std::nullopt;
        if (!all) all = date;
        else all->end = date->end ? *date->end : date->start;
    }
    return all;
}

}  // namespace

int find_season(string_view name) {
    auto const small = to_lower(name);
    for (auto const& row : season_names())
        if (row.name == small) return row.season;
    return 0;
}

std::optional<Date> parse_date_words(string_view text) {
    text = without_stop(trim(text));
    // EDTF's first drafts, and biblatex before 3.5, had words for the open ends.
    for (string_view const word : {"/open", "/unknown"})
        if (text.ends_with(word)) return parse_date_words(text.substr(0, text.size() - word.size() + 1));
    if (text.starts_with("unknown/")) return parse_date_words(text.substr(7));
    if (auto const edtf = parse_edtf(text)) return edtf;
    Date date;
    text = strip_doubt(text, date);
    if (auto edtf = parse_edtf(text)) {
        edtf->circa |= date.circa;
        edtf->uncertain |= date.uncertain;
        return edtf;
    }
    if (auto const point = read_part(text); point && is_whole(*point)) {
        date.start = *point;
        return date;
    }
    auto span = read_span(text);
    if (!span) span = read_before_christ(text);
    if (span) {
        span->circa = date.circa;
        span->uncertain = date.uncertain;
        return span;
    }
    if (take_prefix(text, "between ") && text.find(" and ") != npos) return read_range(text, " and ", date);
    for (string_view const dash : {" to ", "---", "--", "–", "—", "-", "/"}) {
        if (text.find(dash) == npos) continue;
        if (auto range = read_range(text, dash, date)) return range;
        break;
    }
    return text.find_first_of(",;") == npos ? std::nullopt : read_several(text);
}

}  // namespace fonds
