// Dates in EDTF (ISO 8601-2:2019, levels 0 and 1, and of level 2 what a date of this kind can hold).

#include <cstdio>
#include <fonds/date.hpp>

#include "base/text.hpp"

namespace fonds {
namespace {

// EDTF has a year 0000 for 1 BC; history has none.
int to_historical(int astronomical) { return astronomical <= 0 ? astronomical - 1 : astronomical; }
int to_astronomical(int historical) { return historical < 0 ? historical + 1 : historical; }

std::string write_point(DatePoint point) {
    if (point.year == 0) return "..";
    char text[32];
    int const year = to_astronomical(point.year);
    bool const is_long = year > 9999 || year < -9999;
    std::snprintf(text, sizeof text, "%s%s%04d", is_long ? "Y" : "", year < 0 ? "-" : "", year < 0 ? -year : year);
    std::string out = text;
    int const month = point.season ? 20 + point.season : point.month;
    if (month == 0) return out;
    std::snprintf(text, sizeof text, "-%02d", month);
    out += text;
    if (point.season == 0 && point.day != 0) {
        std::snprintf(text, sizeof text, "-%02d", point.day);
        out += text;
    }
    return out;
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
    auto const parts = split(text, '-');
    if (parts.size() > 3 || parts[0].size() < 4 || (parts[0].size() > 4 && !is_long)) return std::nullopt;
    if (parts[0].find_first_of("0123456789") == std::string_view::npos) return std::nullopt;  // XXXX

    std::string low(parts[0]);
    std::string high(parts[0]);
    for (std::size_t i = 0; i < low.size(); ++i) {
        if (low[i] == 'X' || low[i] == 'x' || low[i] == 'u') {
            low[i] = '0';
            high[i] = '9';
        }
    }
    auto const first = number(low);
    auto const last = number(high);
    if (!first || !last) return std::nullopt;
    side.first.year = to_historical(negative ? -*last : *first);
    side.last.year = to_historical(negative ? -*first : *last);

    if (parts.size() > 1 && !is_unspecified(parts[1])) {
        auto const month = number(parts[1]);
        if (!month || parts[1].size() != 2) return std::nullopt;
        // 25–32 are the seasons of one hemisphere (level 2).
        if (*month >= 21 && *month <= 32 && parts.size() == 2)
            side.first.season = (*month - 21) % 4 + 1;
        else if (*month >= 1 && *month <= 12)
            side.first.month = *month;
        else
            return std::nullopt;
        side.last.season = side.first.season;
        side.last.month = side.first.month;
        if (parts.size() == 3 && !is_unspecified(parts[2])) {
            auto const day = number(parts[2]);
            if (!day || parts[2].size() != 2) return std::nullopt;
            side.first.day = side.last.day = *day;
            if (!is_possible(side.first)) return std::nullopt;
        }
    }
    return side;
}

bool is_open(std::string_view side) { return side.empty() || side == ".."; }

}  // namespace

std::string to_edtf(Date const& date) {
    if (!date.literal.empty() || date.empty()) return {};
    std::string const mark = date.circa && date.uncertain ? "%" : date.circa ? "~" : date.uncertain ? "?" : "";
    auto const side = [&](DatePoint point) {
        return write_point(point) + (point.year == 0 ? std::string() : mark);
    };
    return side(date.start) + (date.end ? "/" + side(*date.end) : std::string());
}

std::optional<Date> parse_edtf(std::string_view text) {
    text = trim(text);
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
    Date date;
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
