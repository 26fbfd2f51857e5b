// Dates of RIS: year, month, day and a free part between slashes.

#include "base/text.hpp"
#include "format/date_words.hpp"
#include "format/field_text.hpp"
#include "format/ris.hpp"
#include "model/month_names.hpp"

namespace fonds::ris {
namespace {

int read_number(std::string_view text, std::size_t most) {
    int value = 0;
    if (!is_all_digits(text) || text.size() > most) return 0;
    for (char const c : text) value = value * 10 + (c - '0');
    return value;
}

bool is_year(std::string_view text) { return text.size() == 4 && is_all_digits(text); }

bool is_circa(std::string_view word) {
    auto const date = parse_date_words(concat(word, " 1900"));
    return date && date->circa;
}

// "Spring", "14 March", "circa", "?"
bool add_other(std::string_view other, Date& date) {
    date.circa = is_circa(other);
    date.uncertain = other == "?";
    if (date.circa || date.uncertain) return true;
    if (date.start.month != 0 || date.start.season != 0) return false;
    auto const together = parse_date_words(concat(other, " ", std::to_string(date.start.year)));
    if (!together || together->start.year != date.start.year) return false;
    date.start = together->start;
    date.end = together->end;
    return true;
}

std::string two_digits(int number) { return concat(number < 10 ? "0" : "", std::to_string(number)); }

}  // namespace

Date read_date(std::string_view text) {
    text = trim(text);
    auto const parts = split(text, '/');
    if (parts.size() < 2 || !is_year(trim(parts[0]))) return read_date_text(text);
    auto const part = [&](std::size_t index) {
        return index < parts.size() ? trim(parts[index]) : std::string_view();
    };
    auto const other_at =
        parts.size() > 3 ? static_cast<std::size_t>(parts[3].data() - text.data()) : text.size();
    auto const other = trim(text.substr(other_at));
    if (auto const whole = parse_edtf(other)) return *whole;
    Date date;
    date.start.year = read_number(part(0), 4);
    int month = read_number(part(1), 2);
    if (month == 0) month = find_month(part(1));
    if (month <= 12) date.start.month = month;
    if (month == 0) date.start.season = find_season(part(1));
    bool const odd_month =
        month > 12 || (date.start.season == 0 && month == 0 && !part(1).empty() && !is_all_digits(part(1)));
    date.start.day = date.start.month != 0 ? read_number(part(2), 2) : 0;
    bool const odd = !is_possible(date.start) || odd_month;
    if (!is_possible(date.start)) date.start.day = 0;
    // A season and doubt have no places of their own and stand in the free part, as does what people typed.
    bool const unread = !other.empty() && !add_other(other, date);
    if (odd || unread) date.raw = text;
    return date;
}

std::string write_date(Date const& date) {
    if (date.start.year == 0 && !date.end) return date.literal;
    auto const edtf = to_edtf(date);
    bool const plain = !date.end && !date.circa && !date.uncertain && date.start.season == 0 &&
                       date.start.year >= 1000 && date.start.year <= 9999;
    if (!plain && !is_year(edtf.substr(0, 4))) return edtf;
    std::string out = edtf.substr(0, 4) + "/";
    if (date.start.month != 0) out += two_digits(date.start.month);
    out += "/";
    if (date.start.day != 0) out += two_digits(date.start.day);
    return out + "/" + (plain ? std::string() : edtf);
}

}  // namespace fonds::ris
