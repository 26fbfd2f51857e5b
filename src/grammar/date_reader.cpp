// Reads dates: a point of day, month, season or year precision, then ranges and lists of them.

#include "grammar/date_reader.hpp"

#include <array>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "grammar/date_points.hpp"

namespace fonds {
namespace {

using std::string_view;

/// A list without a year at its end reads as the first date alone.
bool is_whole(Date const& date) { return !date.end || date.end->year != 0 || date.start.year == 0; }

}  // namespace

std::optional<ReadDate> DateReader::read(std::uint32_t at) const {
    auto const bound = behind_bound(at);
    bool const circa = bound != at || is_circa(at);
    if (bound != at) at = bound;
    else if (circa) at = skip_stop(at + 1);
    auto first = point(at);
    if (!first) return std::nullopt;
    ReadDate out;
    out.date.circa = circa;
    out.date.start = first->point;
    out.date.end = first->last;
    out.end = first->end;
    extend(out);
    if (out.date.end && *out.date.end == out.date.start) out.date.end.reset();
    return out;
}

bool DateReader::is_circa(std::uint32_t at) const {
    auto const w = word(at);
    bool const about = w == "Anfang" || w == "Mitte" || w == "Ende";  // "Anfang 1890", "Ende Mai 1848"
    return w == "c" || w == "ca" || w == "circa" || w == "um" ||
           (about && (year(at + 1) || month(at + 1) != 0));
}

/// The token behind "no later than", "Не позднее", "не ранее": a day that a paper's own is near to.
std::uint32_t DateReader::behind_bound(std::uint32_t at) const {
    return at + match_phrase(tokens_, text_, at, mask(WordClass::day_bound)).size;
}

/// "29 July/8 August 1645", "27 Aug./8 Sept. 1878": one day in the old and the new style; the old is kept.
bool DateReader::is_same_day(ReadDate const& first, Point const& next, std::uint32_t joint) const {
    constexpr int month = 30, year = 365, least = 9, most = 14;
    auto const& old_style = first.date.start;
    if (!mark(joint, '|') || old_style.day == 0 || old_style.year != 0 || next.point.day == 0 ||
        next.point.year == 0 || next.last)
        return false;
    auto const days = (next.point.month - old_style.month) * month + next.point.day - old_style.day;
    auto const apart = days < 0 ? days + year : days;
    return apart >= least && apart <= most;
}

/// A range or list that goes on behind the first point.
void DateReader::extend(ReadDate& out) const {
    constexpr int most_points = 16;
    for (int count = 0; count < most_points; ++count) {
        auto at = out.end;
        bool const range = mark(at, '-') || mark(at, '|') || word(at) == "to" || word(at) == "bis";
        bool const list =
            !range && out.date.start.year == 0 && (mark(at, ',') || tokens_[at].is(WordClass::conjunction));
        if (!range && !list) return;
        auto const next = point(at + 1);
        if (!next) return;
        if (list && (next->point.month == 0 || next->point.day == 0)) return;
        if (range && next->point.year == 0 && out.date.start.year != 0) return;
        auto const& last = next->last ? *next->last : next->point;
        if (is_same_day(out, *next, at)) {
            out.date.start.year = last.year;
            out.end = next->end;
            return;
        }
        if (list && last.year == 0 && !more(next->end)) return;
        out.date.end = last;
        if (out.date.start.year == 0 && last.year != 0) {
            out.date.start.year = last.year;
            out.end = next->end;
            return;
        }
        out.end = next->end;
        if (range) return;
    }
}

bool DateReader::more(std::uint32_t at) const {
    return mark(at, ',') || tokens_[at].is(WordClass::conjunction) || year(at).has_value();
}

std::optional<ReadDate> read_date(Tokens const& tokens, string_view text, std::uint32_t at) {
    auto out = DateReader(tokens, text).read(at);
    if (!out) return out;
    if (!is_whole(out->date)) out->date.end.reset();
    if (out->date.end && out->date.start.year == 0) out->date.end.reset();
    out->date.raw = slice(text, {tokens[at].span.begin, tokens[out->end - 1].span.end});
    // "5 мая 1960 г.", "30 noiabria 1960 g.", "5 V 1956 r."
    auto const word = [&](std::uint32_t i) { return slice(text, tokens[i].span); };
    constexpr std::array year_words = {string_view{"г"},  string_view{"гг"}, string_view{"g"},
                                       string_view{"gg"}, string_view{"р"},  string_view{"рр"},
                                       string_view{"r"}};
    bool const told = contains(year_words, word(out->end));
    if (out->date.start.year != 0 && told && word(out->end + 1) == ".") out->end += 2;
    return out;
}

}  // namespace fonds
