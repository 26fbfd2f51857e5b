// Dates in EDTF (ISO 8601-2:2019, levels 0 and 1, and of level 2 what a date of this kind can hold).

#include <array>
#include <charconv>
#include <fonds/date.hpp>

#include "base/text.hpp"
#include "model/plain_date.hpp"

namespace fonds {
namespace {

// EDTF has a year 0000 for 1 BC; history has none.
int to_historical(int astronomical) { return astronomical <= 0 ? astronomical - 1 : astronomical; }
int to_astronomical(int historical) { return historical < 0 ? historical + 1 : historical; }

// At least `width` digits.
void append_number(std::string& out, int value, std::size_t width) {
    std::array<char, 12> digits{};
    auto const end = std::to_chars(digits.begin(), digits.end(), value).ptr;
    auto const size = static_cast<std::size_t>(end - digits.begin());
    if (size < width) out.append(width - size, '0');
    out.append(digits.begin(), size);
}

void append_point(std::string& out, DatePoint point) {
    if (point.year == 0) {
        out += "..";
        return;
    }
    int const year = to_astronomical(point.year);
    if (year > 9999 || year < -9999) out += 'Y';
    if (year < 0) out += '-';
    append_number(out, year < 0 ? -year : year, 4);
    int const month = point.season ? 20 + point.season : point.month;
    if (month == 0) return;
    out += '-';
    append_number(out, month, 2);
    if (point.season != 0 || point.day == 0) return;
    out += '-';
    append_number(out, point.day, 2);
}

std::optional<int> number(std::string_view digits) {
    if (!is_all_digits(digits) || digits.size() > 9) return std::nullopt;
    int value = 0;
    for (char const c : digits) value = value * 10 + (c - '0');
    return value;
}

struct Side {
    DatePoint first;
    DatePoint last;  // differs from `first` where digits are unspecified
    bool circa = false;
    bool uncertain = false;
};

bool is_unspecified(std::string_view part) { return part == "XX" || part == "xx" || part == "uu"; }

// "1955-04-05" as year, month and day.
struct DateTexts {
    std::string_view year;
    std::optional<std::string_view> month;
    std::optional<std::string_view> day;
};

std::optional<DateTexts> split_date(std::string_view text) {
    DateTexts parts;
    auto const first = text.find('-');
    parts.year = text.substr(0, first);
    if (first == std::string_view::npos) return parts;
    text.remove_prefix(first + 1);
    auto const second = text.find('-');
    parts.month = text.substr(0, second);
    if (second == std::string_view::npos) return parts;
    parts.day = text.substr(second + 1);
    if (parts.day->find('-') != std::string_view::npos) return std::nullopt;
    return parts;
}

// The year with its unspecified digits ("196X") replaced; one of nothing else is none.
std::optional<int> year_with(std::string_view digits, char unspecified) {
    int value = 0;
    bool any = false;
    for (char c : digits) {
        bool const known = c != 'X' && c != 'x' && c != 'u';
        any = any || known;
        if (!known) c = unspecified;
        if (!is_digit(c)) return std::nullopt;
        value = value * 10 + (c - '0');
    }
    if (!any) return std::nullopt;
    return value;
}

std::optional<Side> read_side(std::string_view text) {
    Side side;
    text = trim(text);
    if (!text.empty() && std::string_view("~?%").find(text.front()) != std::string_view::npos) {
        side.circa = text.front() != '?';
        side.uncertain = text.front() != '~';
        text.remove_prefix(1);
    }
    while (!text.empty() && (text.back() == '~' || text.back() == '?' || text.back() == '%')) {
        side.circa |= text.back() != '?';
        side.uncertain |= text.back() != '~';
        text.remove_suffix(1);
    }
    if (auto const time = text.find('T'); time != std::string_view::npos) text = text.substr(0, time);
    bool const is_long = text.starts_with('Y');  // a year of more than four digits
    if (is_long) text.remove_prefix(1);
    bool const negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    auto const parts = split_date(text);
    if (!parts) return std::nullopt;
    auto const [year, month_text, day_text] = *parts;
    if (year.size() < 4 || (year.size() > 4 && !is_long) || year.size() > 9) return std::nullopt;
    auto const lowest = year_with(year, '0');
    auto const highest = year_with(year, '9');
    if (!lowest || !highest) return std::nullopt;
    side.first.year = to_historical(negative ? -*highest : *lowest);
    side.last.year = to_historical(negative ? -*lowest : *highest);

    if (!month_text || is_unspecified(*month_text)) return side;
    auto const month = number(*month_text);
    if (!month || month_text->size() != 2) return std::nullopt;
    // 25–32 are the seasons of one hemisphere (level 2).
    if (*month >= 21 && *month <= 32 && !day_text) side.first.season = (*month - 21) % 4 + 1;
    else if (*month >= 1 && *month <= 12) side.first.month = *month;
    else return std::nullopt;
    side.last.season = side.first.season;
    side.last.month = side.first.month;
    if (!day_text || is_unspecified(*day_text)) return side;
    auto const day = number(*day_text);
    if (!day || day_text->size() != 2) return std::nullopt;
    side.first.day = side.last.day = *day;
    if (!is_possible(side.first)) return std::nullopt;
    return side;
}

bool is_open(std::string_view side) { return side.empty() || side == ".."; }

}  // namespace

std::string to_edtf(Date const& date) {
    std::string out;
    if (!date.literal.empty() || date.empty()) return out;
    std::string_view const mark = date.circa && date.uncertain ? "%"
                                  : date.circa                 ? "~"
                                  : date.uncertain             ? "?"
                                                               : "";
    auto const side = [&](DatePoint point) {
        append_point(out, point);
        if (point.year != 0) out += mark;
    };
    side(date.start);
    if (date.end) {
        out += '/';
        side(*date.end);
    }
    return out;
}

std::optional<DatePoint> read_plain_date(std::string_view text) {
    if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (i == 4 || i == 7 ? text[i] != '-' : !is_digit(text[i])) return std::nullopt;
    auto const two_digits = [&](std::size_t at) { return 10 * (text[at] - '0') + (text[at + 1] - '0'); };
    DatePoint point{100 * two_digits(0) + two_digits(2), 0, 0, 0};
    if (text.size() > 4) point.month = two_digits(5);
    if (text.size() > 7) point.day = two_digits(8);
    bool const is_whole = (text.size() == 4 || point.month != 0) && (text.size() < 10 || point.day != 0);
    if (point.year == 0 || !is_whole || !is_possible(point)) return std::nullopt;
    return point;
}

std::optional<Date> parse_edtf(std::string_view text) {
    text = trim(text);
    Date date;
    if (auto const point = read_plain_date(text)) {
        date.start = *point;
        return date;
    }
    std::string_view first = text;
    std::optional<std::string_view> last;
    bool const is_set = text.size() > 2 && ((text.front() == '[' && text.back() == ']') ||
                                            (text.front() == '{' && text.back() == '}'));
    if (is_set) {
        text = text.substr(1, text.size() - 2);
        auto const begin = text.find_first_of(",.");
        auto const end = text.find_last_of(",.");
        first = text.substr(0, begin);
        if (end != std::string_view::npos) last = text.substr(end + 1);
    } else if (auto const slash = text.find('/'); slash != std::string_view::npos) {
        first = text.substr(0, slash);
        last = text.substr(slash + 1);
    }
    first = trim(first);
    if (!last || !is_open(first)) {
        auto const side = read_side(first);
        if (!side) return std::nullopt;
        date.start = side->first;
        date.circa = side->circa;
        date.uncertain = side->uncertain;
        if (!last && side->last != side->first) date.end = side->last;
    }
    if (last) {
        last = trim(*last);
        date.end = DatePoint{};
        if (!is_open(*last)) {
            auto const side = read_side(*last);
            if (!side) return std::nullopt;
            date.end = side->last;
            date.circa |= side->circa;
            date.uncertain |= side->uncertain;
        }
        if (date.start.year == 0 && date.end->year == 0) return std::nullopt;
    }
    return date;
}

bool is_possible(DatePoint point) {
    if (point.month < 0 || point.month > 12 || point.season < 0 || point.season > 4) return false;
    static constexpr int lengths[] = {31, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int length = lengths[point.month];
    int const year = to_astronomical(point.year);
    bool const leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    if (point.month == 2 && point.year != 0 && !leap) length = 28;
    return point.day >= 0 && point.day <= length && (point.day == 0 || point.month != 0);
}

}  // namespace fonds
