// Dates of the calendar of the French Republic: "12 prairial an III", "20 Messidor, An xiii".

#include <algorithm>
#include <array>
#include <chrono>

#include "base/number.hpp"
#include "base/text.hpp"
#include "grammar/date_points.hpp"
#include "grammar/fold_word.hpp"

namespace fonds {
namespace {

using std::string_view;

/// The month's number, 1 to 12; 0 for another word.
int republican_month(string_view word) {
    constexpr int months = 12;
    constexpr std::array names = {
        string_view{"vendémiaire"}, string_view{"brumaire"},  string_view{"frimaire"},
        string_view{"nivôse"},      string_view{"pluviôse"},  string_view{"ventôse"},
        string_view{"germinal"},    string_view{"floréal"},   string_view{"prairial"},
        string_view{"messidor"},    string_view{"thermidor"}, string_view{"fructidor"},
        string_view{"vendemiaire"}, string_view{"brumaire"},  string_view{"frimaire"},
        string_view{"nivose"},      string_view{"pluviose"},  string_view{"ventose"},
        string_view{"germinal"},    string_view{"floreal"}};
    auto const found = std::find(names.begin(), names.end(), fold_word(word));
    return found == names.end() ? 0 : static_cast<int>(found - names.begin()) % months + 1;
}

/// The day of ours on which a day of that calendar fell; its years began on the equinox of Paris.
DatePoint day_of_republic(int year, int month, int day) {
    constexpr int days_of_month = 30, year_before = 1791;
    constexpr std::array first_day = {22, 22, 22, 23, 22, 22, 22, 23, 23, 23, 23, 24, 23, 23};
    auto const new_year =
        std::chrono::sys_days{std::chrono::year{year_before + year} / std::chrono::September /
                              first_day[static_cast<std::size_t>(year) - 1]};
    std::chrono::year_month_day const found{new_year +
                                            std::chrono::days{(month - 1) * days_of_month + day - 1}};
    return {static_cast<int>(found.year()), static_cast<int>(static_cast<unsigned>(found.month())),
            static_cast<int>(static_cast<unsigned>(found.day()))};
}

}  // namespace

/// A year of the Republic, 1 to 14, in Roman numerals or figures; 0 where the token is none.
int DateReader::year_of_republic(std::uint32_t at) const {
    constexpr std::array numerals = {
        string_view{"i"},  string_view{"ii"},  string_view{"iii"},  string_view{"iv"}, string_view{"v"},
        string_view{"vi"}, string_view{"vii"}, string_view{"viii"}, string_view{"ix"}, string_view{"x"},
        string_view{"xi"}, string_view{"xii"}, string_view{"xiii"}, string_view{"xiv"}};
    auto const found = std::find(numerals.begin(), numerals.end(), fold_word(word(at)));
    if (found != numerals.end()) return static_cast<int>(found - numerals.begin()) + 1;
    return small_number(at, static_cast<int>(numerals.size()));
}

/// "20 Messidor, An xiii. (July 9, 1805)": the day of our calendar behind it says the same.
std::optional<DateReader::Point> DateReader::republican(std::uint32_t at) const {
    constexpr int days_of_month = 30;
    auto const day = small_number(at, days_of_month);
    auto const month = day != 0 ? republican_month(word(at + 1)) : 0;
    if (month == 0) return std::nullopt;
    auto next = skip_comma(at + 2);
    if (word(next) == "de") ++next;
    auto const lead = fold_word(word(next));
    if (lead != "an" && lead != "lan" && lead != "year") return std::nullopt;
    auto const year = year_of_republic(next + 1);
    if (year == 0) return std::nullopt;
    Point out;
    out.point = day_of_republic(year, month, day);
    out.end = next + 2;
    constexpr std::uint32_t longest_day = 6;
    auto const bracket = skip_stop(out.end);
    auto const close = tokens_[bracket].match;
    bool const brief =
        tokens_[bracket].kind == TokenKind::open && close != no_token && close <= bracket + longest_day;
    if (auto const same = brief ? point(bracket + 1) : std::nullopt;
        same && same->end == close && same->point == out.point)
        out.end = close + 1;
    return out;
}

}  // namespace fonds
