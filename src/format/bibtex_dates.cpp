// Dates of BibTeX and BibLaTeX.

#include "format/bibtex_dates.hpp"

#include <array>
#include <charconv>
#include <string>

#include "base/text.hpp"
#include "format/date_words.hpp"
#include "model/month_names.hpp"
#include "model/plain_date.hpp"
#include "wire/latex_text.hpp"

namespace fonds::bibtex {
namespace {

using std::string_view;

int small_number(string_view text, int highest) {
    int value = 0;
    auto const [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    return code == std::errc() && end == text.data() + text.size() && value >= 1 && value <= highest ? value
                                                                                                     : 0;
}

// Months, days and seasons of the field month; false where there is a word that is none of them.
bool read_month(string_view text, DatePoint& start, std::optional<DatePoint>& end) {
    DatePoint* point = &start;
    std::size_t at = 0;
    while (at < text.size()) {
        if (text[at] == '-' || text[at] == '/' || static_cast<unsigned char>(text[at]) == 0xE2) {
            if (!end) end = DatePoint{start.year, 0, 0, 0};
            point = &*end;
            at += static_cast<unsigned char>(text[at]) == 0xE2 ? 3 : 1;
            continue;
        }
        if (!is_digit(text[at]) && !is_ascii_letter(text[at])) {
            if (string_view(" ~,.\t\n\xC2\xA0").find(text[at]) == string_view::npos) return false;
            ++at;
            continue;
        }
        auto const begin = at;
        bool const digits = is_digit(text[at]);
        while (at < text.size() && (digits ? is_digit(text[at]) : is_ascii_letter(text[at]))) ++at;
        auto const word = text.substr(begin, at - begin);
        if (digits && point->month == 0 && text.find_first_not_of("0123456789-/ ") == string_view::npos) {
            point->month = small_number(word, 12);
            if (point->month == 0) return false;
        } else if (digits) {
            point->day = small_number(word, 31);
            if (point->day == 0) return false;
            if (text.substr(at).starts_with("th") || text.substr(at).starts_with("st") ||
                text.substr(at).starts_with("nd") || text.substr(at).starts_with("rd"))
                at += 2;
        } else if (int const month = find_month(word)) {
            point->month = month;
        } else if (int const season = find_season(word)) {
            point->season = season;
        } else {
            return false;
        }
    }
    // "14--16 February" and "February 14--16": a month stands for both ends.
    if (end && end->month == 0 && end->season == 0) end->month = start.month;
    if (end && start.month == 0 && start.season == 0) start.month = end->month;
    return true;
}

}  // namespace

Date read_date(string_view text) {
    Date date;
    text = trim(text);
    if (text.empty()) return date;
    if (auto const point = read_plain_date(text)) {
        date.start = *point;
        return date;
    }
    auto const understood = parse_date_words(text);
    if (!understood) {
        date.literal = latex::to_unicode(text, {false});
        return date;
    }
    date = *understood;
    if (to_edtf(date) != text) date.raw = text;
    return date;
}

Date read_year_month_day(string_view year, string_view month, string_view day) {
    auto const words = latex::to_unicode(trim(year), {false});
    Date date = read_date(words);
    if (date.start.year == 0 || date.end) {
        // Nothing to put a month to: keep the words together.
        if (date.start.year == 0 && !month.empty() && !date.literal.empty())
            date.literal = concat(latex::to_unicode(month, {false}), " ", date.literal);
        return date;
    }
    if (date.start.month != 0 || month.empty()) return date;
    DatePoint start = date.start;
    std::optional<DatePoint> end;
    if (!read_month(trim(month), start, end)) {
        date.raw = concat(latex::to_unicode(month, {false}), " ", words);
        return date;
    }
    if (start.day == 0 && !end && start.month != 0) start.day = small_number(trim(day), 31);
    if (start.season != 0) start.month = start.day = 0;
    if (!is_possible(start)) start.day = 0;
    if (end && !is_possible(*end)) end->day = 0;
    date.start = start;
    if (end && *end != start) date.end = end;
    return date;
}

}  // namespace fonds::bibtex
