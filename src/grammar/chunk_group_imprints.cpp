// Whether a bracket is an imprint, and the series that stands in one or behind it.

#include <algorithm>
#include <array>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "grammar/chunk_labels.hpp"
#include "grammar/chunker.hpp"
#include "grammar/date_reader.hpp"

namespace fonds {

using std::string_view;

/// "(Lanham: Lexington Books, 2013)", "(Cambridge, 2010)", "(1969)", "(Winter 2003-Spring 2004)",
/// "(Wien/Leipzig 1934)".
bool Chunker::is_publication(std::uint32_t first, std::uint32_t last, Chunk& chunk) {
    DatedBracket in;
    in.first = first;
    in.last = last;
    find_year(in);
    if (in.year == no_token) return undated_imprint(first, last, chunk);
    in.begin = std::min(behind_details(first, last), in.year);
    if (!reads_as_imprint(in)) return false;
    auto const& date = in.read.date;
    // "(The Great Famine: China’s population in 1959–1961)": years within the translation of a title.
    if (in.year > first + 1 && date.end && date.start.day == 0 && token(in.year - 1).lower &&
        places_end(first) == first) {
        chunk.is_span = true;
        return false;
    }
    bool const words = in.year > first && !says_about(first, in.year);  // "[c. November 1958]"
    if (words && !fits_imprint(in, chunk)) return false;
    chunk.has_year = true;
    chunk.has_day = date.start.day != 0;
    chunk.colon = in.colon;
    // "(1899; New York: Dover, 1998)": behind the year of the first print the imprint of another.
    bool const another =
        in.year == first && mark(in.read.end, ';') && in.read.end + 2 < last && is_year(word(last - 1));
    if ((words && !chunk.is(Trait::verb)) || another) chunk.set(Trait::publisher);
    chunk.date = keep(std::move(in.read.date));
    return true;
}

/// The last date with a year; of two prints the first one's.
void Chunker::find_year(DatedBracket& in) const {
    for (auto at = in.first; at < in.last; ++at) {
        // "(New York: Telos, 2003 [1950])": the first print in its own bracket.
        if (in.year != no_token && token(at - 1).kind == TokenKind::open) return;
        auto read = read_date(out_.tokens, out_.text, at);
        if (!read || read->date.start.year == 0) continue;
        in.year = at;
        in.read = std::move(*read);
        at = in.read.end - 1;
        // "(New York: Knopf, 1986; repr., London: Cape, 1987)"
        if (in.read.end >= in.last || mark(in.read.end, ';')) return;
    }
}

/// Whether no prose stands before the year, and the year ends the bracket or has a colon before it; tells
/// whether there is one.
bool Chunker::reads_as_imprint(DatedBracket& in) const {
    for (auto at = in.begin; at < in.year; ++at) {
        auto const& item = token(at);
        in.colon = in.colon || item.is_mark(':');
        bool const parts_towns = at < places_end(in.begin);  // "New York; London: Macmillan"
        if (item.is_mark(';') && !in.colon && !parts_towns && !known_house(at + 1)) return false;
        if (item.kind == TokenKind::word && item.is(WordClass::verb) && item.lower) return false;
    }
    auto const end = in.read.end;
    // "(Harmondsworth, 1970 edn)", "(London, 1968 ed.)"
    bool const edition =
        find(end, mask(WordClass::edition_word) | mask(WordClass::editor)).phrase || word(end) == "edn";
    auto const behind = edition ? end + (mark(end + 1, '.') ? 2 : 1) : end;
    return in.colon || behind >= in.last || token(end).kind == TokenKind::open || mark(end, ';');
}

/// Whether the words before the year may be those of an imprint; tells `chunk` where it begins behind a
/// series, and whether they are a decree's.
bool Chunker::fits_imprint(DatedBracket const& in, Chunk& chunk) const {
    auto const first = in.first;
    auto const& head = token(first);
    // "[Soviet-Chinese relations, 1945–1977]": the translation of a title.
    if (word(first - 1) == "[" && places_end(first) == first) return false;
    bool const begins = head.upper || head.han || head.digits || head.kind == TokenKind::open;
    if (in.begin == first && !begins && unstated_end(first) == first) {
        // "(personal decree to Governors General of January 13, 1782)"
        auto const& date = in.read.date;
        bool const decree = in.year > first + 1 && !date.raw.empty() && date.start.day != 0;
        if (!decree) return false;
        chunk.set(Trait::verb);
    }
    if (chunk.imprint == no_token) chunk.imprint = behind_series(in);
    if (chunk.imprint == no_token && !in.colon) {
        if (translates_title(in)) return false;
        // "(Springfield, Mass., G. & C. Merriam Co., 1967)"
        bool const placed = mark(places_end(in.begin), ',') ||
                            (mark(in.begin + 1, ',') && find(in.begin + 2, mask(WordClass::region)).phrase);
        std::uint32_t const longest = placed ? 16 : 8;
        if (in.year - in.begin > longest && !chunk.is(Trait::verb)) return false;
    }
    return in.colon || !head.is(WordClass::label) || !head.lower;
}

/// "(Veröffentlichungen der Kommission 100/2, | Wien – Köln 2004)": where the imprint begins behind a series;
/// `no_token` where none stands there.
std::uint32_t Chunker::behind_series(DatedBracket const& in) const {
    for (auto at = in.year - 1; at > in.begin + 1; --at)
        if (mark(at - 1, ',') && (places_end(at) == in.year || is_series_before(in.begin, at - 1, in.year)) &&
            (place_end(in.first) == in.first || token(place_end(in.first)).kind == TokenKind::word))
            return at;
    return no_token;
}

/// "Nianpu (A Chronicle, 1949–1976) (Beijing: …, 1997)": the imprint stands in the next bracket.
bool Chunker::translates_title(DatedBracket const& in) const {
    auto const next = in.last + 2;
    return in.begin == in.first && places_end(in.first) == in.first &&
           token(in.last + 1).kind == TokenKind::open && places_end(next) != next &&
           mark(places_end(next), ':');
}

/// "Cambridge Texts in the History of Thought | , Cambridge, | 1996": words too many for a house, a place and
/// the year's comma.
bool Chunker::is_series_before(std::uint32_t first, std::uint32_t comma, std::uint32_t year) const {
    constexpr std::uint32_t longest_house = 3;
    auto const place = places_end(comma + 1);
    return mark(place, ',') && place + 1 == year && comma - first > longest_house;
}

/// The token behind "8 vols., ", "2nd edn; " at the beginning of an imprint; `first` where none stand there.
std::uint32_t Chunker::behind_details(std::uint32_t first, std::uint32_t last) const {
    constexpr std::uint32_t reach = 6;
    auto at = first;
    while (at < last && at < first + reach && !mark(at, ',') && !mark(at, ';')) {
        // "2d ed. Chicago: …"
        bool const noun = at > first && (token(at).is(WordClass::edition) || word(at) == "ed");
        if (noun && mark(at + 1, '.') && token(at + 2).upper) return at + 2;
        ++at;
    }
    if (!mark(at, ',') && !mark(at, ';')) return first;
    auto end = at;
    while (end > first && mark(end - 1, '.')) --end;
    if (end < first + 2) return first;
    auto const& noun = token(end - 1);
    bool const volumes = end - first == 2 && is_all_digits(word(first)) && noun.is(WordClass::label) &&
                         noun.phrase && noun.phrase->meanings().front() == "volume";
    bool const edition = noun.is(WordClass::edition) || word(end - 1) == "ed";
    return volumes || edition ? at + 1 : first;
}

/// "(Washington, D.C.: Woodrow Wilson Center, n.d.)": place and house without a year.
bool Chunker::undated_imprint(std::uint32_t first, std::uint32_t last, Chunk& chunk) const {
    bool const says_so = word(last - 1) == "n.d" || word(last - 2) == "n.d" || word(last - 1) == "s.d" ||
                         word(last - 2) == "s.d" ||
                         (last - first > 4 && word(last - 2) == "J" && word(last - 4) == "o");
    if (!says_so || places_end(first) == first) return false;
    chunk.set(Trait::publisher);
    return true;
}

/// "c.", "circa", "probably": all that stands before a date.
bool Chunker::says_about(std::uint32_t first, std::uint32_t last) const {
    constexpr std::array words = {string_view{"c"}, string_view{"ca"}, string_view{"circa"},
                                  string_view{"about"}, string_view{"probably"}};
    while (last > first && mark(last - 1, '.')) --last;
    return last == first + 1 && contains(words, fold_word(word(first)));
}

/// The year of a thesis, the last in its bracket.
void Chunker::last_year(std::uint32_t first, std::uint32_t close, Chunk& chunk) {
    for (auto at = close; at > first; --at)
        if (auto read = read_date(out_.tokens, out_.text, at - 1);
            read && read->date.start.year != 0 && read->date.start.month == 0) {
            chunk.has_year = true;
            chunk.date = keep(std::move(read->date));
            return;
        }
}

/// "(paper presented at the annual meeting of …, Boston, November 22, 2013)": where and when it was spoken.
std::uint32_t Chunker::spoken(std::uint32_t at, std::uint32_t close, Chunk& chunk) {
    for (auto date = at; date < close; ++date)
        if (auto read = read_date(out_.tokens, out_.text, date); read && read->date.start.year != 0) {
            chunk.imprint = date;
            for (auto place = date; place > at; --place)
                if (place_end(place - 1) != place - 1 && mark(place_end(place - 1), ',') &&
                    place_end(place - 1) + 1 == date)
                    chunk.imprint = place - 1;
            chunk.set(Trait::conference);
            chunk.has_year = true;
            chunk.has_day = read->date.start.day != 0;
            chunk.date = keep(std::move(read->date));
            return read->end;
        }
    return no_token;
}

/// "Neuwied 1962 (ND Frankfurt a. M. 1990)": where it was printed again, behind its own place and year.
bool Chunker::tells_reprint(std::uint32_t first) const {
    bool const behind_year = run_ != no_token
                                 ? is_year(word(at_ - 1))
                                 : !out_.list.empty() && (out_.list.back().kind == ChunkKind::date ||
                                                          out_.list.back().kind == ChunkKind::publication);
    return behind_year && token(first).is(WordClass::reprinted);
}

/// The end of a series' name before its number: "(Bollingen Series 75)", "(BEFAR, 123)", "(Studien, Bd. 5)".
std::uint32_t Chunker::before_number_in_series(std::uint32_t first, std::uint32_t close) const {
    constexpr std::size_t most_figures = 3;
    auto end = close - 1;
    if (names_years(word(end))) return end;  // "(Österreichische Geschichte 1890–1990)"
    if (!token(end).number || word(end).size() > most_figures) return close;
    if (end > first && mark(end - 1, '.')) --end;
    if (end > first && token(end - 1).is(WordClass::label)) --end;
    while (end > first && (mark(end - 1, ',') || mark(end - 1, ';'))) --end;
    return end > first ? end : close;
}

/// "Göttingen 1999 (Kritische Studien zur Geschichtswissenschaft)", "Milano 2003 (Percorsi Montessori)":
/// behind an imprint words that have the noun of a series, or nothing but capitals.
bool Chunker::is_series_behind_imprint(std::uint32_t first, std::uint32_t close) const {
    if (run_ != no_token || out_.list.empty() || close - first < 2 || !token(first).upper) return false;
    auto const& before = out_.list.back();
    bool const behind_imprint = before.kind == ChunkKind::publication && before.is(Trait::publisher) &&
                                token(before.first).kind != TokenKind::open;
    if (!behind_imprint || !at_boundary(close + 1) || place_end(first) != first) return false;
    auto const end = before_number_in_series(first, close);
    bool noun = false, capitals = !token(first).is_given();  // "(Hans Roth)"
    for (auto at = first; at < end; ++at) {
        auto const& item = token(at);
        if (item.kind != TokenKind::word || item.digits || item.is(WordClass::genre) ||
            item.is(WordClass::label) || (item.lower && item.is(WordClass::verb)))
            return false;
        noun = noun || (item.upper && item.is(WordClass::series_noun));
        capitals =
            capitals && (item.upper || item.is(WordClass::particle) || item.is(WordClass::conjunction));
    }
    return noun || capitals;
}

/// "(Theory and History of Literature 78)": words with a capital and a number of few figures that no label
/// tells.
bool Chunker::names_numbered_series(std::uint32_t first, std::uint32_t close) const {
    constexpr std::size_t most_figures = 3;
    auto const& before = token(close - 2);
    return close - first >= 3 && token(first).upper && token(close - 1).number &&
           word(close - 1).size() <= most_figures && before.kind == TokenKind::word &&
           !before.is(WordClass::label) && !before.is(WordClass::month);
}

/// "Basel: Schwabe 1996 (Itinera, Fasc. 18), S. 45"
bool Chunker::is_series_behind_year(std::uint32_t first, std::uint32_t close) const {
    return run_ == no_token && !out_.list.empty() && out_.list.back().kind == ChunkKind::publication &&
           out_.list.back().is(Trait::publisher) && token(close - 1).digits && !is_year(word(close - 1)) &&
           close - first >= 3 && mark(close + 1, ',') && token(close + 2).is(WordClass::label);
}

}  // namespace fonds
