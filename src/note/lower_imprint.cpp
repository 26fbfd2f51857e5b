// Where and when a work was published: series, volumes, issues, pages, places, houses, theses.

#include <algorithm>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "note/lowerer.hpp"

namespace fonds {

using std::string_view;

/// "Brookings Staff Paper", "Research Memorandum RM-4012-PR", "(= Studien zur Zeitgeschichte, Bd. 67)".
void Lowerer::series(Part const& part) {
    auto const& chunk = at(part.first);
    auto span = trimmed(low.chunks.text, chunk.kind == ChunkKind::aside ? chunk.inner : span_of(part));
    if (text(span).starts_with("=")) span = trimmed(low.chunks.text, {span.begin + 1, span.end});
    auto const written = text(span);
    auto const space = written.rfind(' ');
    auto last = space == string_view::npos ? string_view() : written.substr(space + 1);
    if (std::any_of(last.begin(), last.end(), is_digit)) {
        low.set(Variable::number, {span.begin + space + 1, span.end});
        auto end = span.begin + space;
        auto const comma = written.rfind(',', space);
        if (comma != string_view::npos) end = span.begin + comma;
        span = trimmed(low.chunks.text, {span.begin, end});
    }
    low.set(Variable::collection_title, span);
}

void Lowerer::edition(Part const& part) {
    low.set(Variable::edition, trimmed(low.chunks.text, span_of(part)));
}

void Lowerer::pages(Part const& part) {
    auto const& chunk = at(part.first);
    auto span = trimmed(low.chunks.text, chunk.inner);
    // "2:44": the page of a volume.
    auto const colon = text(span).find(':');
    if (colon != string_view::npos && candidate.find(Role::publication) && item().text(Variable::volume).empty()) {
        low.set(Variable::volume, {span.begin, span.begin + colon});
        span.begin += colon + 1;
    }
    if (item().text(Variable::page).empty()) return low.set(Variable::page, span);
    low.citation.locator = text(span);
    low.citation.locator_label = "page";
    low.field("locator", span);
}

/// A series name before its number is a collection, a journal's a container.
void Lowerer::container(Part const& part) {
    auto span = trimmed(low.chunks.text, span_of(part));
    bool series = false;
    for (auto i = part.first; i < part.last; ++i) series = series || at(i).is(Trait::series);
    auto const written = text(span);
    // "US-Korea Institute at SAIS Working Paper 08-08": the number ends the name.
    auto const space = written.rfind(' ');
    if (series && space != string_view::npos && is_digit(written[space + 1])) {
        low.set(Variable::number, {span.begin + space + 1, span.end});
        span = trimmed(low.chunks.text, {span.begin, span.begin + space});
    }
    low.set(series ? Variable::collection_title : Variable::container_title, span);
}

/// Numbers behind a periodical's name: "33:2", "18", "119-41".
void Lowerer::tail(Part const& part) {
    auto const& chunk = at(part.first);
    auto const written = text(chunk.inner);
    auto const colon = written.find_first_of(":.");
    auto const slash = written.find('/');
    bool const range = written.find('-') != string_view::npos || written.find("\u2013") != string_view::npos;
    bool const dated = item().dates.find(Variable::issued) != nullptr;
    if (chunk.kind == ChunkKind::level) return labelled(Variable::number, part);
    // A day's paper has pages, no volume: "October 24, 1962, 1, 21".
    auto const* day = item().dates.find(Variable::issued);
    if (day && day->start.day != 0 && candidate.family == Family::article && colon == string_view::npos) return pages(part);
    if (!item().text(Variable::collection_title).empty() && item().text(Variable::number).empty() &&
        !dated)
        return low.set(Variable::number, chunk.inner);
    if (colon != string_view::npos && item().text(Variable::volume).empty()) {
        low.set(Variable::volume, {chunk.inner.begin, chunk.inner.begin + colon});
        return low.set(Variable::issue, {chunk.inner.begin + colon + 1, chunk.inner.end});
    }
    bool const has_volume = !item().text(Variable::volume).empty();
    if (slash != string_view::npos && !has_volume && !range) {
        low.set(Variable::volume, {chunk.inner.begin, chunk.inner.begin + slash});
        return low.set(Variable::issue, {chunk.inner.begin + slash + 1, chunk.inner.end});
    }
    if ((dated && (range || has_volume || !item().text(Variable::issue).empty())) || range ||
        (dated && !has_volume && item().text(Variable::page).empty() && candidate.family != Family::letter_in_volume))
        return pages(part);
    if (candidate.family == Family::letter_in_volume) {
        return chunk_is_roman(chunk) ? low.set(Variable::volume, chunk.inner) : pages(part);
    }
    if (!has_volume) return low.set(Variable::volume, chunk.inner);
    if (item().text(Variable::issue).empty()) return low.set(Variable::issue, chunk.inner);
    pages(part);
}

bool Lowerer::chunk_is_roman(Chunk const& chunk) const { return low.chunks.tokens[chunk.first].roman; }

/// "Lanham: Lexington Books, 2013", "Cambridge, 2010", "Wien/Leipzig 1934", "1969".
void Lowerer::publication(Part const& part) {
    auto const& chunk = at(part.first);
    if (chunk.kind == ChunkKind::thesis) return thesis(chunk);
    bool const bracket = chunk.kind == ChunkKind::publication;
    auto span = bracket ? chunk.inner : span_of(part);
    Chunk const* dated = nullptr;
    for (auto i = part.first; i < part.last; ++i)
        if (at(i).date >= 0) dated = &at(i);
    if (dated) {
        set_date(Variable::issued, *dated);
        auto const& raw = low.chunks.dates[static_cast<std::size_t>(dated->date)].raw;
        auto const begin = low.chunks.text.rfind(raw, span.end);
        if (begin != string_view::npos && begin >= span.begin) span.end = begin;
    }
    if (chunk.is(Trait::verb) && bracket) return;  // a decree's description, only its date tells
    span = trimmed(low.chunks.text, span);
    if (span.begin >= span.end) return;
    place_and_publisher(span);
}

void Lowerer::place_and_publisher(Span span) {
    auto const written = text(span);
    auto const colon = written.find(':');
    if (colon != string_view::npos) {
        low.set(Variable::publisher_place, trimmed(low.chunks.text, {span.begin, span.begin + colon}));
        return low.set(Variable::publisher, trimmed(low.chunks.text, {span.begin + colon + 1, span.end}));
    }
    // "Paris, Gallimard": place and house; "New Brunswick, NJ": one place.
    auto const comma = written.rfind(',');
    if (comma != string_view::npos && written.size() - comma > 4) {
        low.set(Variable::publisher_place, trimmed(low.chunks.text, {span.begin, span.begin + comma}));
        return low.set(Variable::publisher, trimmed(low.chunks.text, {span.begin + comma + 1, span.end}));
    }
    if (is_publisher(span)) return low.set(Variable::publisher, span);
    low.set(Variable::publisher_place, span);
}

bool Lowerer::is_publisher(Span span) const {
    for (auto const& token : low.chunks.tokens)
        if (token.span.begin >= span.begin && token.span.end <= span.end && token.is(WordClass::publisher) &&
            !token.is(WordClass::place))
            return true;
    return false;
}

void Lowerer::thesis(Chunk const& chunk) {
    set_thesis_date(chunk);
    auto const written = text(chunk.inner);
    auto const comma = written.find(',');
    low.set(Variable::genre, trimmed(low.chunks.text, {chunk.inner.begin, comma == string_view::npos ? chunk.inner.end : chunk.inner.begin + comma}));
    if (comma == string_view::npos) return;
    auto const last = written.rfind(',');
    if (last > comma)
        low.set(Variable::publisher, trimmed(low.chunks.text, {chunk.inner.begin + comma + 1, chunk.inner.begin + last}));
}

void Lowerer::set_thesis_date(Chunk const& chunk) {
    auto const written = text(chunk.inner);
    for (std::size_t i = written.size(); i >= 4; --i) {
        auto const year = written.substr(i - 4, 4);
        if (!is_all_digits(year)) continue;
        Date date;
        date.start.year = (year[0] - '0') * 1000 + (year[1] - '0') * 100 + (year[2] - '0') * 10 + (year[3] - '0');
        date.raw = year;
        item().dates.set(Variable::issued, date);
        return low.field("issued", {chunk.inner.begin + i - 4, chunk.inner.begin + i});
    }
}

}  // namespace fonds
