// Dates as sources have them: EDTF levels 0–1 (ISO 8601-2), seasons, ranges, and the words as written.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#pragma GCC visibility push(default)
namespace fonds {

/// A point in time of year, month, day or season precision. 0 is "not given".
///
/// Years are historical, without a year zero: -44 is 44 BC, as in CSL-JSON (EDTF writes -0043).
struct DatePoint {
    int year = 0;
    int month = 0;   ///< 1–12
    int day = 0;     ///< 1–31
    int season = 0;  ///< 1 spring, 2 summer, 3 autumn, 4 winter; excludes month and day
    friend constexpr bool operator==(DatePoint, DatePoint) = default;
};

/// A date or a range of dates.
struct Date {
    DatePoint start;               ///< year 0: unknown or open beginning
    std::optional<DatePoint> end;  ///< the end of a range; year 0: open ("1961/..")
    bool circa = false;            ///< approximate: EDTF "~"
    bool uncertain = false;        ///< EDTF "?"
    std::string literal;           ///< words instead of a date ("Ming dynasty"); excludes the other parts
    std::string raw;  ///< what was written, kept beside what was understood; empty where EDTF says the same

    [[nodiscard]] bool empty() const { return start.year == 0 && !end && literal.empty(); }
    friend bool operator==(Date const&, Date const&) = default;
};

/// EDTF: "1955-04", "2003-24/2004-21", "1961~", "1961/..", "-0043"; empty for a literal date.
[[nodiscard]] std::string to_edtf(Date const& date);

/// Reads EDTF level 0–1 and the sets `[a..b]`, `{a,b}` (first/last); nothing where it is not EDTF.
/// Unspecified digits ("196X") become the range they stand for.
[[nodiscard]] std::optional<Date> parse_edtf(std::string_view text);

/// Whether month and day exist in that year (proleptic Gregorian); a part that is 0 passes.
[[nodiscard]] bool is_possible(DatePoint point);

}  // namespace fonds
#pragma GCC visibility pop
