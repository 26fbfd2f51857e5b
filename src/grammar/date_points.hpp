// The reader of dates: a class over the tokens of a note; its functions stand in date_reader.cpp and in the
// files date_*.cpp named here.
//
// A function that reads something at a token gives it with the token behind it, or nothing.
#pragma once

#include <cstdint>
#include <fonds/date.hpp>
#include <optional>
#include <string_view>
#include <vector>

#include "grammar/date_reader.hpp"
#include "grammar/tokens.hpp"

namespace fonds {

class DateReader {
  public:
    DateReader(Tokens const& tokens, std::string_view text) : tokens_(tokens), text_(text) {}

    [[nodiscard]] std::optional<ReadDate> read(std::uint32_t at) const;

  private:
    struct Point {
        DatePoint point;
        std::optional<DatePoint> last;  ///< "1–5", "1955–1959": the end, in one token
        std::uint32_t end = 0;
    };

    [[nodiscard]] std::string_view word(std::uint32_t at) const {
        auto const& token = tokens_[at];
        if (token.kind != TokenKind::word) return {};
        return {text_.data() + token.span.begin, token.span.size()};
    }
    [[nodiscard]] bool mark(std::uint32_t at, char c) const { return tokens_[at].is_mark(c); }
    [[nodiscard]] std::uint32_t skip_stop(std::uint32_t at) const {
        return mark(at, '.') && !tokens_[at].space_before ? at + 1 : at;
    }
    [[nodiscard]] std::uint32_t skip_comma(std::uint32_t at) const { return mark(at, ',') ? at + 1 : at; }

    // date_reader.cpp: ranges and lists, and what stands before them
    [[nodiscard]] bool is_circa(std::uint32_t at) const;
    [[nodiscard]] std::uint32_t behind_bound(std::uint32_t at) const;
    void extend(ReadDate& out) const;
    [[nodiscard]] bool is_same_day(ReadDate const& first, Point const& next, std::uint32_t joint) const;
    [[nodiscard]] bool more(std::uint32_t at) const;

    // date_points.cpp: days, months and years in their orders
    [[nodiscard]] std::optional<Point> point(std::uint32_t at) const;
    [[nodiscard]] bool may_begin(std::uint32_t at) const;
    [[nodiscard]] std::optional<Point> season_first(std::uint32_t at) const;
    [[nodiscard]] int month_before_day(std::uint32_t at) const;
    [[nodiscard]] std::optional<Point> year_first(std::uint32_t at) const;
    [[nodiscard]] std::optional<Point> month_first(std::uint32_t at) const;
    [[nodiscard]] std::optional<Point> small_month(Point out, std::uint32_t at) const;
    [[nodiscard]] std::optional<Point> months(Point out, std::uint32_t dash) const;
    [[nodiscard]] Point month_with_days(Point out, std::uint32_t next) const;
    [[nodiscard]] std::optional<Point> day_first(std::uint32_t at) const;
    [[nodiscard]] std::optional<Point> days_of_month(std::uint32_t joint, int earlier) const;
    [[nodiscard]] std::uint32_t skip_new_style(std::uint32_t at) const;
    [[nodiscard]] std::optional<Point> year_or_given(std::uint32_t at) const;
    void finish(Point& out, std::uint32_t next, bool comma) const;
    [[nodiscard]] static bool is_double_year(DatePoint day, Point const& year);

    // date_figures.cpp: dates in figures, within one token or two
    [[nodiscard]] std::optional<Point> compact(std::uint32_t at) const;
    [[nodiscard]] std::optional<Point> year_behind_space(std::uint32_t at) const;
    [[nodiscard]] std::optional<Point> month_in_figures(std::uint32_t at) const;
    [[nodiscard]] std::optional<Point> short_year(std::uint32_t at) const;
    [[nodiscard]] bool is_month_first(std::uint32_t at) const;
    [[nodiscard]] bool behind_newspaper(std::uint32_t at) const;
    [[nodiscard]] std::optional<Point> fraction(std::uint32_t at) const;
    [[nodiscard]] std::optional<Point> time_group(std::uint32_t at) const;

    // date_republican.cpp: of the French Republic
    [[nodiscard]] std::optional<Point> republican(std::uint32_t at) const;
    [[nodiscard]] int year_of_republic(std::uint32_t at) const;

    // date_eastern.cpp: with the signs of year, month and day, or the words for them
    [[nodiscard]] std::optional<Point> east_asian(std::uint32_t at) const;
    [[nodiscard]] std::optional<Point> spelled_eastern(std::uint32_t at) const;
    [[nodiscard]] int small_number(std::uint32_t at, int most) const;

    // date_parts.cpp: one day, month or year
    [[nodiscard]] int month(std::uint32_t at) const;
    [[nodiscard]] int season(std::uint32_t at) const;
    [[nodiscard]] std::optional<Point> year(std::uint32_t at) const;
    [[nodiscard]] bool behind_place(std::uint32_t at) const;
    [[nodiscard]] static std::optional<Point> scanned_year(std::string_view w, std::uint32_t at);
    [[nodiscard]] bool is_short_year(std::uint32_t at) const;
    [[nodiscard]] bool day(std::uint32_t at, int& first, int& last) const;
    [[nodiscard]] static bool scanned_day(std::string_view w, int& day);

    Tokens const& tokens_;
    std::string_view text_;
};

/// The month that a Roman numeral counts: "X" or "x" is 10; 0 for anything else.
[[nodiscard]] int roman_month(std::string_view word);
/// Whether figures can be month and day of a calendar.
[[nodiscard]] bool may_be_day(DatePoint point);

}  // namespace fonds
