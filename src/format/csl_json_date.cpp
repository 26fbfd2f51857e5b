// Dates of CSL-JSON in all the forms that files have them.

#include <array>

#include "base/text.hpp"
#include "format/csl_json.hpp"
#include "format/field_text.hpp"
#include "format/json_records.hpp"

namespace fonds {
namespace {

std::optional<int> small_number(json::Value const& value) {
    auto const number = value.integer();
    if (!number || *number < -99999 || *number > 99999) return std::nullopt;
    return static_cast<int>(*number);
}

// Seasons stand as 1–4, and in the place of a month as 13–16 and 17–20 (citeproc-js; the latter are those of
// the south) or 21–24 (EDTF).
void set_month(DatePoint& point, int month) {
    if (month >= 1 && month <= 12) point.month = month;
    if (month >= 13 && month <= 24) point.season = (month - 13) % 4 + 1;
}

std::optional<DatePoint> read_point(json::Value const& value) {
    auto const* parts = value.array();
    if (parts == nullptr || parts->empty()) return std::nullopt;
    DatePoint point;
    auto const year = small_number((*parts)[0]);
    if (!year) return std::nullopt;
    point.year = *year;
    if (parts->size() > 1) set_month(point, small_number((*parts)[1]).value_or(0));
    if (parts->size() > 2 && point.month != 0) {
        point.day = small_number((*parts)[2]).value_or(0);
        if (!is_possible(point)) point.day = 0;
    }
    return point;
}

// The parts as they were written, where they name a day that there is not: the day is no part of the date,
// but is not lost.
std::string words_of_impossible(json::Value const& value, DatePoint const& point) {
    auto const* parts = value.array();
    if (parts == nullptr || parts->size() < 3 || point.month == 0 || point.day != 0) return {};
    auto const day = small_number((*parts)[2]).value_or(0);
    if (day == 0) return {};
    return concat(std::to_string(point.year), "-", std::to_string(point.month), "-", std::to_string(day));
}

// `[[1961, 3], [1962]]`, and `[1961, 3]` as some programs write it.
bool read_parts(json::Array const& parts, Date& date) {
    if (parts.empty()) return false;
    if (parts[0].array() == nullptr) {
        auto const point = read_point(json::Value(parts));
        if (point) date.start = *point;
        return point.has_value();
    }
    auto const start = read_point(parts[0]);
    if (!start) return false;
    date.start = *start;
    date.raw = words_of_impossible(parts[0], *start);
    if (parts.size() > 1) date.end = read_point(parts[1]).value_or(DatePoint{});
    if (date.end && date.end->year != 0 && *date.end == date.start) date.end.reset();
    return true;
}

int read_season(json::Value const& value) {
    if (auto const number = small_number(value)) {
        DatePoint point;
        set_month(point, *number >= 1 && *number <= 4 ? *number + 20 : *number);
        return point.season;
    }
    static constexpr std::array<std::string_view, 5> names = {"spring", "summer", "autumn", "winter", "fall"};
    auto const name = ascii_lower(value.text().value_or(std::string_view()));
    for (std::size_t i = 0; i < names.size(); ++i)
        if (name == names[i]) return i == 4 ? 3 : static_cast<int>(i) + 1;
    return 0;
}

// What stands in a date's object; of duplicates the last.
struct DateMembers {
    json::Value const* parts = nullptr;
    json::Value const* season = nullptr;
    json::Value const* circa = nullptr;
    std::string_view raw;
    std::string_view literal;

    explicit DateMembers(json::Value const& date) {
        auto const* members = date.object();
        if (members == nullptr) return;
        for (auto const& [name, value, offset] : *members) {
            if (name == "date-parts") parts = &value;
            else if (name == "season") season = &value;
            else if (name == "circa") circa = &value;
            else if (name == "raw") raw = trimmed(value);
            else if (name == "literal") literal = trimmed(value);
        }
    }

    static std::string_view trimmed(json::Value const& value) {
        return trim(value.text().value_or(std::string_view()));
    }
};

}  // namespace

Date read_csl_date(json::Value const& value) {
    if (auto const text = value.text()) return read_date_text(*text);
    Date date;
    if (auto const* parts = value.array()) {
        read_parts(*parts, date);
        return date;
    }
    DateMembers const members(value);
    auto const* parts = members.parts;
    bool understood = parts && parts->array() && read_parts(*parts->array(), date);
    auto const raw = members.raw;
    if (!understood && !raw.empty()) {
        date = read_date_text(raw);
        understood = date.start.year != 0;
    } else if (understood) {
        if (!raw.empty()) date.raw = raw;
    }
    if (auto const* season = members.season; season && understood && date.start.month == 0) {
        if (int const number = read_season(*season)) date.start.season = number;
        else if (date.raw.empty() && season->text())  // "Michaelmas"
            date.raw = concat(*season->text(), " ", std::to_string(date.start.year));
    }
    if (members.circa != nullptr) date.circa = members.circa->is_true();
    if (!members.literal.empty()) (understood ? date.raw : date.literal) = members.literal;
    return date;
}

}  // namespace fonds
