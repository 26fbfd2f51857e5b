// Dates as record files have them in a single text.

#include "format/date_words.hpp"

#include <array>
#include <charconv>
#include <vector>

#include "base/text.hpp"

namespace fonds {
namespace {

std::optional<int> number(std::string_view text) {
    int value = 0;
    if (!is_all_digits(text) || text.size() > 4) return std::nullopt;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    std::size_t at = 0;
    while (at < text.size() && words.size() < 5) {
        auto const end = text.find_first_of(" ,\t\n", at);
        auto const word = text.substr(at, end - at);
        if (!word.empty()) words.push_back(word);
        if (end == std::string_view::npos) break;
        at = end + 1;
    }
    return words;
}

// "14" or "14th".
std::optional<int> day_number(std::string_view word) {
    for (std::string_view const ending : {"st", "nd", "rd", "th", "."})
        if (word.ends_with(ending)) {
            word.remove_suffix(ending.size());
            break;
        }
    auto const day = number(word);
    return day && *day >= 1 && *day <= 31 ? day : std::nullopt;
}

std::optional<DatePoint> read_words(std::string_view text) {
    auto const words = words_of(text);
    DatePoint point;
    auto const year = [&](std::string_view word) {
        auto const value = word.size() == 4 ? number(word) : std::nullopt;
        point.year = value.value_or(0);
        return point.year != 0;
    };
    bool fits = false;
    if (words.size() == 1) {
        fits = year(words[0]);
    } else if (words.size() == 2 && find_month(words[0]) != 0) {  // March 1961
        point.month = find_month(words[0]);
        fits = year(words[1]);
    } else if (words.size() == 3) {
        bool const day_first = find_month(words[1]) != 0;  // 14 March 1961
        point.month = find_month(words[day_first ? 1 : 0]);
        auto const day = day_number(words[day_first ? 0 : 1]);
        if (point.month != 0 && day) {
            point.day = *day;
            fits = year(words[2]);
        } else if (day_first && year(words[0])) {  // 1961 March 14
            auto const last = day_number(words[2]);
            point.day = last.value_or(0);
            fits = last.has_value();
        }
    }
    if (!fits || !is_possible(point)) return std::nullopt;
    return point;
}

// 1961/03/14 and 1961-3-14.
std::optional<DatePoint> read_numbers(std::string_view text) {
    char const separator = text.find('/') != std::string_view::npos ? '/' : '-';
    auto const parts = split(text, separator);
    if (parts.size() < 2 || parts.size() > 3 || parts[0].size() != 4) return std::nullopt;
    if (parts[1].size() > 2 || (parts.size() == 3 && parts[2].size() > 2)) return std::nullopt;
    DatePoint const point{number(parts[0]).value_or(0), number(parts[1]).value_or(0),
                          parts.size() == 3 ? number(parts[2]).value_or(0) : 0, 0};
    if (point.year == 0 || point.month == 0 || (parts.size() == 3 && point.day == 0) || !is_possible(point))
        return std::nullopt;
    return point;
}

std::optional<DatePoint> read_point(std::string_view text) {
    text = trim(text);
    if (auto const point = read_words(text)) return point;
    return read_numbers(text);
}

bool take_prefix(std::string_view& text, std::string_view prefix) {
    if (!text.starts_with(prefix)) return false;
    text = trim(text.substr(prefix.size()));
    return true;
}

// Brackets of a supplied date, "c." before it, "?" after it.
std::string_view strip_doubt(std::string_view text, Date& date) {
    text = trim(text);
    if (text.size() > 2 && text.front() == '[' && text.back() == ']' &&
        text.find("..") == std::string_view::npos)
        text = trim(text.substr(1, text.size() - 2));
    for (std::string_view const prefix : {"circa ", "ca. ", "ca ", "c. ", "c.", "ca."})
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

}  // namespace

int find_month(std::string_view name) {
    static constexpr std::array<std::string_view, 12> names = {
        "january", "february", "march",     "april",   "may",      "june",
        "july",    "august",   "september", "october", "november", "december"};
    if (name.ends_with('.')) name.remove_suffix(1);
    if (name.size() < 3 || name.size() > 9) return 0;
    auto const small = ascii_lower(name);
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i].starts_with(small) &&
            (small.size() == 3 || small.size() == names[i].size() || small == "sept"))
            return static_cast<int>(i) + 1;
    return 0;
}

std::optional<Date> parse_date_words(std::string_view text) {
    text = trim(text);
    // EDTF's first drafts, and biblatex before 3.5, had words for the open ends.
    for (std::string_view const word : {"/open", "/unknown"})
        if (text.ends_with(word)) return parse_date_words(text.substr(0, text.size() - word.size() + 1));
    if (text.starts_with("unknown/")) return parse_date_words(text.substr(7));
    if (auto const edtf = parse_edtf(text)) return edtf;
    Date date;
    text = strip_doubt(text, date);
    if (auto const edtf = parse_edtf(text)) {
        auto doubted = *edtf;
        doubted.circa |= date.circa;
        doubted.uncertain |= date.uncertain;
        return doubted;
    }
    if (auto const point = read_point(text)) {
        date.start = *point;
        return date;
    }
    for (std::string_view const dash : {"---", "--", "–", "—", "-", "/"}) {
        auto const at = text.find(dash);
        if (at == std::string_view::npos) continue;
        auto const start = read_point(text.substr(0, at));
        auto const end = read_point(text.substr(at + dash.size()));
        if (!start || !end) return std::nullopt;
        date.start = *start;
        date.end = *end;
        return date;
    }
    return std::nullopt;
}

}  // namespace fonds
