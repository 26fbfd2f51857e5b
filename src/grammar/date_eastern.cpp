// Dates of East Asia: "1956年10月25日", "昭和31年8月15日", "一九四五年八月", "1961년 10월 5일", "1957 nian 6
// yue".

#include <algorithm>
#include <array>

#include "base/number.hpp"
#include "base/text.hpp"
#include "grammar/date_points.hpp"

namespace fonds {
namespace {

using std::string_view;

struct Era {
    string_view name;
    int before;  ///< the year before its first
};

/// The era whose year a word begins with: "昭和31年", "民國34年"; no name where there is none.
Era era_of(string_view w) {
    constexpr std::array eras = {Era{"明治", 1867}, Era{"大正", 1911}, Era{"昭和", 1925},
                                 Era{"平成", 1988}, Era{"令和", 2018}, Era{"民国", 1911},
                                 Era{"民國", 1911}, Era{"光绪", 1874}, Era{"光緒", 1874}};
    for (auto const& era : eras)
        if (w.starts_with(era.name)) return era;
    return {{}, 0};
}

/// What a sign of Han counts: "三" is 3, "〇" 0, "元" (of a first year) 1; -1 where it counts nothing.
int counted(string_view sign) {
    constexpr std::array digits = {string_view{"〇"}, string_view{"一"}, string_view{"二"}, string_view{"三"},
                                   string_view{"四"}, string_view{"五"}, string_view{"六"}, string_view{"七"},
                                   string_view{"八"}, string_view{"九"}};
    auto const found = std::find(digits.begin(), digits.end(), sign);
    return found == digits.end() ? (sign == "元" ? 1 : -1) : static_cast<int>(found - digits.begin());
}

/// A year, a month and a day, or some of them, each before its sign.
std::optional<DatePoint> parts_of_date(string_view w) {
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

}  // namespace

std::optional<DateReader::Point> DateReader::east_asian(std::uint32_t at) const {
    auto const era = era_of(word(at));
    auto const own = parts_of_date(word(at).substr(era.name.size()));
    if (!own) return std::nullopt;
    Point out;
    out.end = at + 1;
    out.point = *own;
    // Korean has spaces between.
    for (; tokens_[out.end].exists() && out.point.day == 0 && word(at).ends_with("년"); ++out.end) {
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

/// "1957 nian 6 yue 3 ri", "5 tháng 7 năm 1963": the words for year and month in Latin letters.
std::optional<DateReader::Point> DateReader::spelled_eastern(std::uint32_t at) const {
    constexpr int months = 12, days = 31;
    Point out;
    if (word(at + 1) == "nian" && is_year(word(at))) {
        out.point.year = leading_number(word(at));
        out.end = at + 2;
        if (word(at + 3) != "yue") return out;
        out.point.month = small_number(at + 2, months);
        out.end = at + 4;
        if (word(at + 5) != "ri") return out;
        out.point.day = small_number(at + 4, days);
        out.end = at + 6;
        return out;
    }
    if (word(at + 1) != "tháng" || word(at + 3) != "năm" || !is_year(word(at + 4))) return std::nullopt;
    out.point = {leading_number(word(at + 4)), small_number(at + 2, months), small_number(at, days)};
    out.end = at + 5;
    return may_be_day(out.point) ? std::optional(out) : std::nullopt;
}

/// The number that a token is, where it is one of 1 to `most`; else 0.
int DateReader::small_number(std::uint32_t at, int most) const {
    auto const w = word(at);
    if (w.empty() || w.size() > 2 || !is_all_digits(w)) return 0;
    auto const number = leading_number(w);
    return number <= most ? number : 0;
}

}  // namespace fonds
