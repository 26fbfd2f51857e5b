// What a bracket is: a part of a citation as a whole, or one that holds elements of its own.

#include <algorithm>

#include "base/text.hpp"
#include "grammar/chunk_labels.hpp"
#include "grammar/chunker.hpp"
#include "grammar/date_reader.hpp"

namespace fonds {

using std::string_view;

/// The kind of a bracket that words of known meaning tell: "(eds.)", "(accessed …)", "(PhD diss., …)".
std::optional<ChunkKind> Chunker::kind_by_words(std::uint32_t first, std::uint32_t close, Chunk& chunk) {
    constexpr std::uint32_t head_words = 3, longest_hereafter = 20;
    if (auto const found = find(first, mask(WordClass::editor) | mask(WordClass::translator));
        found.phrase && close - first <= found.size + 2) {
        chunk.phrase = found.phrase;
        return ChunkKind::role;
    }
    // "(courtesy of Craig Wright)"
    constexpr auto handed_on =
        mask(WordClass::obtained) | mask(WordClass::contributed) | mask(WordClass::provided);
    if ((token(first).classes & handed_on) != 0 && close - first >= 3 &&
        (word(first + 1) == "of" || token(first + 1).is(WordClass::by_whom)))
        return ChunkKind::provenance;
    for (auto at = first; at < std::min(close, first + head_words); ++at) {
        if (find(at, mask(WordClass::accessed)).phrase && take_date(at, close, chunk))
            return ChunkKind::accessed;
        if (find(at, mask(WordClass::hereafter)).phrase) return ChunkKind::hereafter;
    }
    for (auto at = first; at < close; ++at)
        if (token(at).is(WordClass::hereafter) && close - first <= longest_hereafter &&
            !holds_reference(first, at))
            return ChunkKind::hereafter;
    for (auto at = first; at < close; ++at)
        if (auto const found = find(at, mask(WordClass::thesis)); found.phrase) {
            chunk.imprint = mark(at + found.size, '.') ? at + found.size + 1 : at + found.size;
            last_year(at, close, chunk);
            return ChunkKind::thesis;
        }
    for (auto at = first; at < close; ++at)
        if (find(at, mask(WordClass::conference)).phrase && spoken(at, close, chunk) != no_token)
            return ChunkKind::publication;
    if (bracketed_page(first, close, chunk)) return ChunkKind::level;
    if (!find(first, mask(WordClass::unpublished)).phrase) return std::nullopt;
    chunk.set(Trait::unpublished);
    return ChunkKind::aside;
}

/// The first date with a year in the tokens [first, last).
bool Chunker::take_date(std::uint32_t first, std::uint32_t last, Chunk& chunk) {
    for (auto at = first; at < last; ++at)
        if (auto read = read_date(out_.tokens, out_.text, at); read && read->date.start.year != 0) {
            chunk.date = keep(std::move(read->date));
            return true;
        }
    return false;
}

ChunkKind Chunker::classify_group(std::uint32_t open, std::uint32_t close, Chunk& chunk) {
    auto const first = open + 1;
    if (first >= close) return ChunkKind::aside;
    if (is_day_of_access(first, close, chunk)) return ChunkKind::accessed;
    if (auto const kind = kind_of_print(first, close, chunk)) return *kind;
    if (auto const kind = kind_by_words(first, close, chunk)) return *kind;
    if (auto const kind = kind_of_series(first, close, chunk)) return *kind;
    // "(Madison: State Historical Society of Wisconsin, 1961)": a keeper as publisher.
    bool const imprint =
        places_end(first) != first && mark(places_end(first), ':') && is_year(word(close - 1));
    if (imprint && is_publication(first, close, chunk)) return ChunkKind::publication;
    if (is_series_behind_year(first, close)) {
        chunk.set(Trait::digits);
        return ChunkKind::aside;
    }
    if (counts_works(open, close)) return ChunkKind::mark;
    if (holds_reference(first, close) || holds_work(first, close) || holds_imprint(first, close) ||
        holds_year_and_page(first, close) || holding_end(out_, first, close) != first ||
        holds_years_of_authors(first, close))
        return ChunkKind::open;
    if (is_publication(first, close, chunk)) return ChunkKind::publication;
    describe_aside(open, close, chunk);
    return ChunkKind::aside;
}

/// "https://… [10.02.2021]": the day on which it was read.
bool Chunker::is_day_of_access(std::uint32_t first, std::uint32_t close, Chunk& chunk) {
    if (out_.list.empty() || out_.list.back().kind != ChunkKind::url) return false;
    auto read = read_date(out_.tokens, out_.text, first);
    if (!read || read->end != close || read->date.start.day == 0) return false;
    chunk.date = keep(std::move(read->date));
    return true;
}

/// "Hachette, 1965 (2e éd.)", "München 1999 (1. Aufl. 1985)", "Milano 1995 (ed. or. 1994)": behind an imprint
/// which print it is, or when another came out.
std::optional<ChunkKind> Chunker::kind_of_print(std::uint32_t first, std::uint32_t close,
                                                Chunk& chunk) const {
    constexpr std::uint32_t longest = 7;
    if (out_.list.empty() || out_.list.back().kind != ChunkKind::publication ||
        out_.list.back().last != first - 1 || close - first > longest || !mark(close + 1, ','))
        return std::nullopt;
    bool noun = false, year = false;
    for (auto at = first; at < close; ++at) {
        auto const& item = token(at);
        if (item.is_mark('.')) continue;
        if (item.kind != TokenKind::word) return std::nullopt;
        year = year || is_year(word(at));
        noun = noun || item.is(WordClass::edition) || word(at) == "ed" || word(at) == "éd";
    }
    if (!noun) return std::nullopt;
    if (!year) return ChunkKind::edition;
    chunk.set(Trait::reprinted);
    return ChunkKind::aside;
}

/// The kind of a bracket that names a series: behind "=", by its noun, or behind an imprint.
std::optional<ChunkKind> Chunker::kind_of_series(std::uint32_t first, std::uint32_t close, Chunk& chunk) {
    bool const equated = word(first) == "=";
    if (equated) {
        // "(= Österreichische Geschichte 1804–1914, Wien 1997)": series and imprint in one.
        if (is_publication(first + 1, close, chunk) && chunk.imprint != no_token)
            return ChunkKind::publication;
        chunk = Chunk();  // "(= Studien zur Zeitgeschichte, Bd. 67)"
    }
    // "(Schriftenreihe der Hefte, Sondernummer), München 2003"
    bool const by_noun = token(first).is(WordClass::series_noun) && token(first).upper &&
                         close - first >= 3 && !is_year(word(close - 1));
    if (!equated && !by_noun && !is_series_behind_imprint(first, close)) return std::nullopt;
    chunk.set(Trait::series);
    return ChunkKind::aside;
}

/// What a bracket is like that is no element by itself.
void Chunker::describe_aside(std::uint32_t open, std::uint32_t close, Chunk& chunk) const {
    auto const first = open + 1;
    if (token(close - 1).kind == TokenKind::word && token(close - 1).digits && close - first >= 2 &&
        !chunk.is_span)
        chunk.set(Trait::digits);
    if (chunk.is(Trait::digits) && names_numbered_series(first, close)) chunk.set(Trait::numbered);
    if (auto const copy = find(first, mask(WordClass::signal));
        copy.phrase && copy.phrase->signal() == "copy" && first + copy.size == close)
        chunk.set(Trait::web);  // "[Электронный ресурс]"
    if (close - first >= 2 && (word(first) == "by" || word(first) == "von" || word(first) == "par") &&
        reads_as_names(out_, first + 1, close))
        chunk.set(Trait::sender);  // "(by R. T. Shannon)"
    // "[Edward Hyde], A Brief View": who is not named on the title page.
    if (word(open) == "[" && after_break() && close - first >= 2 && mark(close + 1, ',') &&
        reads_as_names(out_, first, close))
        chunk.set(Trait::name);
    auto const place = find(first, mask(WordClass::place));
    if (names_place(first, close) || (place.phrase && first + place.size >= close && token(first).upper))
        chunk.set(Trait::place);
}

/// "(p. 480)": the page meant within those before.
bool Chunker::bracketed_page(std::uint32_t first, std::uint32_t close, Chunk& chunk) const {
    auto const found = find(first, mask(WordClass::label));
    if (!found.phrase || found.phrase->meanings().front() != "page") return false;
    auto const value = mark(first + found.size, '.') ? first + found.size + 1 : first + found.size;
    if (value >= close || !token(value).number || close - value > 3) return false;
    chunk.phrase = found.phrase;
    chunk.inner = {token(value).span.begin, token(close - 1).span.end};
    return true;
}

/// "(Rochester, MN)", "(Norwich, England)": a place, and the state or country behind its comma.
bool Chunker::names_place(std::uint32_t first, std::uint32_t close) const {
    auto comma = first;
    while (comma < close && !mark(comma, ',')) {
        if (token(comma).kind == TokenKind::word && (!token(comma).upper || token(comma).digits))
            return false;
        ++comma;
    }
    if (comma == first || comma - first > 4 || comma + 1 >= close) return false;
    auto const found = find(comma + 1, mask(WordClass::region) | mask(WordClass::country));
    auto end = comma + 1 + found.size;
    if (mark(end, '.')) ++end;
    return found.phrase && end >= close;
}

}  // namespace fonds
