// What a bracket is: a part of a citation as a whole, or one that holds elements of its own.

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

/// "d. 1600, ll. 7–9 (A. F. Koni to V. I. Ger'e, 2 January 1901)": behind file or leaves a bracket tells the
/// document.
bool Chunker::holds_document(std::uint32_t first, std::uint32_t last) const {
    if (run_ != no_token || out_.list.empty() || last - first < 2) return false;
    auto const& before = out_.list.back();
    if (before.kind != ChunkKind::level || !before.phrase) return false;
    auto const& label = before.phrase->meanings().front();
    auto const& head = token(first);
    auto const form = find(first, mask(WordClass::genre));
    auto const& behind = token(first + form.size);
    // "(note de Kujbyšev à Rykov)", "(telegram from Eikhe to Stalin)", and no "(note 4)".
    bool const sent_form = form.phrase && behind.lower && is_sent(first + form.size, last);
    if (head.kind != TokenKind::word || head.digits || head.is(WordClass::month) ||
        head.is(WordClass::season) || (head.is(WordClass::label) && !sent_form))
        return false;
    // A name and a date, or a form of paper with its date; not a remark.
    bool const dated = std::any_of(out_.tokens.begin() + first, out_.tokens.begin() + last,
                                   [](Token const& token) { return token.digits; });
    // "k. 45 (raport Lipskiego do Becka z 12 XI 1938 r.)": a form in small letters, who wrote to whom.
    bool const leaf = label == "leaf" || label == "folio";
    if (leaf && head.lower && form.phrase && ends_in_date(first, last) &&
        std::any_of(out_.tokens.begin() + first, out_.tokens.begin() + last,
                    [](Token const& token) { return token.lower && token.is(WordClass::direction); }))
        return true;
    if (label == "delo" || label == "list")
        return (dated && form.phrase) || sent_form || (head.upper && ends_in_date(first, last));
    // Volumes and pages are a book's too: there only a letter or a form of paper is told so.
    bool const of_book = label == "volume" || label == "page" || label == "part" || label == "note" ||
                         label == "chapter" || label == "column" || label == "paragraph";
    return !of_book && head.upper && ends_in_date(first, last) && (form.phrase || is_sent(first, last));
}

/// "Lampson to Simon", "Natorp an Görland".
bool Chunker::is_sent(std::uint32_t first, std::uint32_t last) const {
    constexpr std::array prepositions = {string_view{"to"}, string_view{"an"}, string_view{"à"},
                                         string_view{"к"}};
    for (auto at = first + 1; at + 1 < last; ++at)
        if (contains(prepositions, word(at)) && (token(at + 1).upper || word(at) == "an")) return true;
    return false;
}

/// "Neuwied 1962 (ND Frankfurt a. M. 1990)": where it was printed again, behind its own place and year.
bool Chunker::tells_reprint(std::uint32_t first) const {
    bool const behind_year = run_ != no_token
                                 ? is_year(word(at_ - 1))
                                 : !out_.list.empty() && (out_.list.back().kind == ChunkKind::date ||
                                                          out_.list.back().kind == ChunkKind::publication);
    return behind_year && token(first).is(WordClass::reprinted);
}

/// "(1) Memo, … (2) Ltr, …": the works of a note in a row that is counted.
bool Chunker::counts_works(std::uint32_t open, std::uint32_t close) const {
    auto const& next = token(close + 1);
    bool const begins = next.kind == TokenKind::quote_open || (next.kind == TokenKind::word && next.upper);
    bool const behind_work = out_.list.empty() || out_.list.back().kind == ChunkKind::stop ||
                             out_.list.back().kind == ChunkKind::semicolon ||
                             out_.list.back().kind == ChunkKind::comma ||
                             out_.list.back().kind == ChunkKind::colon;
    return run_ == no_token && begins && behind_work && close - open == 2 && word(open + 1).size() <= 2 &&
           is_all_digits(word(open + 1));
}

/// "[Fox 1993; Pearson 1977: 12]", "(Gatrell 1994: 231–232)": works by author and year; in round brackets a
/// page tells them from a place and its year.
bool Chunker::holds_years_of_authors(std::uint32_t first, std::uint32_t last) const {
    constexpr std::uint32_t longest = 7;
    if (!token(first).upper || token(first).digits || token(first).is(WordClass::month) ||
        (mark(places_end(first), ',') && places_end(first) + 2 == last))  // "[Portland, 1898]"
        return false;
    auto at = first;
    while (at < last && at < first + longest && !token(at).digits &&
           (token(at).kind == TokenKind::word || mark(at, '.') || mark(at, ',')))
        ++at;
    if (at >= last || !is_year(word(at)) || !reads_as_names(out_, first, first + 1)) return false;
    bool const square = word(first - 1) == "[";
    return mark(at + 1, ':') || (square && (at + 1 == last || mark(at + 1, ';')));
}

/// "Gowing (1964: 78)", "Rhodes (1986, pp. 12–14)": year and page of a work known by its author.
bool Chunker::holds_year_and_page(std::uint32_t first, std::uint32_t last) const {
    constexpr std::uint32_t longest = 12;
    if (last - first < 3 || last - first > longest || run_ == no_token || !is_year(word(first)) ||
        !(mark(first + 1, ':') || mark(first + 1, ',')))
        return false;
    auto const& name = token(at_ - 1);
    if (name.kind != TokenKind::word || !name.upper || name.digits || name.is(WordClass::month)) return false;
    auto const& page = token(first + 2);
    return page.number ||
           (page.is(WordClass::label) && page.phrase && page.phrase->meanings().front() == "page");
}

/// "(Троцкий Л. Моя жизнь. Т. 2. С. 308)", "(Дневники императора. Т. 2. М., 2013. С. 14)": a work cited
/// within prose, not an imprint; it begins with a family name and initials or ends with a page behind several
/// stops.
bool Chunker::holds_work(std::uint32_t first, std::uint32_t last) const {
    constexpr std::uint32_t shortest = 8;
    if (last - first < shortest || token(first).kind != TokenKind::word || !token(first).upper) return false;
    auto const title = skip_initials(out_, first + 1, last);
    bool const authored = title > first + 1 && title < last && token(title).upper &&
                          token(title).kind == TokenKind::word &&
                          script_of(decode(word(first), 0).value) == Script::cyrillic;
    auto const& label = token(last - 3);
    bool const paged = token(last - 1).digits && mark(last - 2, '.') && label.is(WordClass::label) &&
                       label.upper && label.phrase && label.phrase->meanings().front() == "page";
    int stops = 0;
    for (auto at = first; at < last; ++at) stops += mark(at, '.') && is_stop(at) ? 1 : 0;
    return authored || (paged && stops >= 2);
}

/// "(Kenneth M. Stampp, The Peculiar Institution [New York: Knopf, 1956], 165)": a work whose own imprint
/// stands in square brackets.
bool Chunker::holds_imprint(std::uint32_t first, std::uint32_t last) const {
    for (auto at = first + 2; at < last; ++at) {
        auto const& open = token(at);
        if (open.kind == TokenKind::open && open.match != no_token && open.match < last &&
            is_year(word(open.match - 1)))
            return open.match > at + 3 && token(at + 1).upper;
    }
    return false;
}

/// "(Kabinettsprotokolle, Bd. 2, S. 203)": a title, a volume and a page, each by its label; "(Jefferson,
/// Writings, V, 198.)", "(Works, iv. 84)": or the volume in Roman numerals.
bool Chunker::holds_volume_and_page(std::uint32_t first, std::uint32_t last) const {
    auto const is_labelled = [&](std::uint32_t at, string_view meaning) {
        auto const& label = token(at);
        auto const& value = token(at + 2);
        return label.is(WordClass::label) && label.phrase && mark(at + 1, '.') && value.digits &&
               means(*label.phrase, meaning);
    };
    bool volume = false;
    if (!token(first).upper) return false;
    constexpr std::uint32_t shortest = 5;
    auto const end = mark(last - 1, '.') ? last - 1 : last;
    auto const is_numeral = [&](std::uint32_t at) {
        return token(at).roman ||
               (token(at).lower && word(at).find_first_not_of("ivxlc") == string_view::npos);
    };
    if (end - first >= shortest && token(end - 1).number && !is_year(word(end - 1)) &&
        (mark(end - 2, ',') || mark(end - 2, '.')) && is_numeral(end - 3) && mark(end - 4, ','))
        return true;
    if (token(first).is(WordClass::place)) return false;
    for (auto at = first + 1; at + 2 < last; ++at) {
        if (is_year(word(at))) return false;
        if (!mark(at - 1, ',')) continue;
        volume = volume || is_labelled(at, "volume");
        if (volume && is_labelled(at, "page") && at + 3 == last) return true;
    }
    return false;
}

/// Whether a date, with a comma or "vom" before it, ends the tokens [first, last).
bool Chunker::ends_in_date(std::uint32_t first, std::uint32_t last) const {
    for (auto at = first + 1; at + 1 < last; ++at)
        if (mark(at, ',') || (token(at).lower && token(at).is(WordClass::date_lead)))
            if (auto const read = read_date(out_.tokens, out_.text, at + 1); read && read->end == last)
                return true;
    return false;
}

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

ChunkKind Chunker::classify_group(std::uint32_t open, std::uint32_t close, Chunk& chunk) {
    auto const first = open + 1;
    if (first >= close) return ChunkKind::aside;
    // "https://… [10.02.2021]": the day on which it was read.
    if (!out_.list.empty() && out_.list.back().kind == ChunkKind::url)
        if (auto read = read_date(out_.tokens, out_.text, first);
            read && read->end == close && read->date.start.day != 0) {
            chunk.date = keep(std::move(read->date));
            return ChunkKind::accessed;
        }
    if (auto const kind = kind_by_words(first, close, chunk)) return *kind;
    if (word(first) == "=") {
        // "(= Österreichische Geschichte 1804–1914, Wien 1997)": series and imprint in one.
        if (is_publication(first + 1, close, chunk) && chunk.imprint != no_token)
            return ChunkKind::publication;
        chunk = Chunk();
        chunk.set(Trait::series);  // "(= Studien zur Zeitgeschichte, Bd. 67)"
        return ChunkKind::aside;
    }
    // "(Schriftenreihe der Hefte, Sondernummer), München 2003"
    bool const by_noun = token(first).is(WordClass::series_noun) && token(first).upper &&
                         close - first >= 3 && !is_year(word(close - 1));
    if (by_noun || is_series_behind_imprint(first, close)) {
        chunk.set(Trait::series);
        return ChunkKind::aside;
    }
    // "(Madison: State Historical Society of Wisconsin, 1961)": a keeper as publisher.
    bool const imprint =
        places_end(first) != first && mark(places_end(first), ':') && is_year(word(close - 1));
    if (imprint && is_publication(first, close, chunk)) return ChunkKind::publication;
    // "Basel: Schwabe 1996 (Itinera, Fasc. 18), S. 45": the series behind the year.
    if (run_ == no_token && !out_.list.empty() && out_.list.back().kind == ChunkKind::publication &&
        out_.list.back().is(Trait::publisher) && token(close - 1).digits && !is_year(word(close - 1)) &&
        close - first >= 3 && mark(close + 1, ',') && token(close + 2).is(WordClass::label)) {
        chunk.set(Trait::digits);
        return ChunkKind::aside;
    }
    if (counts_works(open, close)) return ChunkKind::mark;
    if (holds_reference(first, close) || holds_work(first, close) || holds_imprint(first, close) ||
        holds_year_and_page(first, close) || holding_end(out_, first, close) != first ||
        holds_years_of_authors(first, close))
        return ChunkKind::open;
    if (is_publication(first, close, chunk)) return ChunkKind::publication;
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
    return ChunkKind::aside;
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

/// "Cambridge Texts in the History of Thought | , Cambridge, | 1996": words too many for a house, a place and
/// the year's comma.
bool Chunker::is_series_before(std::uint32_t first, std::uint32_t comma, std::uint32_t year) const {
    constexpr std::uint32_t longest_house = 3;
    auto const place = places_end(comma + 1);
    return mark(place, ',') && place + 1 == year && comma - first > longest_house;
}

/// "(Lanham: Lexington Books, 2013)", "(Cambridge, 2010)", "(1969)", "(Winter 2003-Spring 2004)",
/// "(Wien/Leipzig 1934)".
bool Chunker::is_publication(std::uint32_t first, std::uint32_t last, Chunk& chunk) {
    std::uint32_t best = no_token;
    ReadDate found;
    for (auto at = first; at < last; ++at) {
        auto read = read_date(out_.tokens, out_.text, at);
        // "(New York: Telos, 2003 [1950])": the first print in its own bracket.
        if (best != no_token && at > first && token(at - 1).kind == TokenKind::open) break;
        if (read && read->date.start.year != 0) {
            best = at;
            found = *read;
            at = read->end - 1;
            // "(New York: Knopf, 1986; repr., London: Cape, 1987)": the first print.
            if (read->end >= last || mark(read->end, ';')) break;
        }
    }
    if (best == no_token) return undated_imprint(first, last, chunk);
    // "(Harmondsworth, 1970 edn)", "(London, 1968 ed.)"
    auto const behind_year =
        find(found.end, mask(WordClass::edition_word) | mask(WordClass::editor)).phrase ||
                word(found.end) == "edn"
            ? found.end + 1 + (mark(found.end + 1, '.') ? 1 : 0)
            : found.end;
    bool const at_end =
        behind_year >= last || token(found.end).kind == TokenKind::open || mark(found.end, ';');
    bool colon = false;
    auto const start = std::min(behind_details(first, last), best);
    for (auto at = start; at < best; ++at) {
        auto const& item = token(at);
        colon = colon || item.is_mark(':');
        bool const parts_towns = at < places_end(start);  // "New York; London: Macmillan"
        if (item.is_mark(';') && !colon && !parts_towns && !known_house(at + 1)) return false;
        if (item.kind == TokenKind::word && item.is(WordClass::verb) && item.lower) return false;
    }
    if (!at_end && !colon) {
        // "(1998), " with a reprint's date or pages inside is rare; prose is not.
        return false;
    }
    auto const& head = token(first);
    bool const words = best > first && !says_about(first, best);  // "[c. November 1958]"
    // "(The Great Famine: China’s population in 1959–1961)": years within the translation of a title.
    if (best > first + 1 && found.date.end && found.date.start.day == 0 && token(best - 1).lower &&
        places_end(first) == first) {
        chunk.is_span = true;
        return false;
    }
    // "[Soviet-Chinese relations, 1945–1977]": the translation of a title.
    bool const square = word(first - 1) == "[";
    if (words && square && places_end(first) == first) return false;
    if (words && start == first && !(head.upper || head.han || head.digits || head.kind == TokenKind::open) &&
        unstated_end(first) == first) {
        bool const decree = best > first + 1 && !found.date.raw.empty() && found.date.start.day != 0;
        if (!decree) return false;
        chunk.set(Trait::verb);  // "(personal decree to Governors General of January 13, 1782)"
    }
    // "(Veröffentlichungen der Kommission 100/2, Wien – Köln 2004)": a series, then the imprint.
    if (words)
        for (auto at = best; at > start + 1 && chunk.imprint == no_token; --at)
            if (token(at - 1).is_mark(',') && at < best &&
                (places_end(at) == best || is_series_before(start, at - 1, best)) &&
                (place_end(first) == first || token(place_end(first)).kind == TokenKind::word))
                chunk.imprint = at;
    // "Nianpu (A Chronicle, 1949–1976) (Beijing: …, 1997)": the translation of the title, before the imprint.
    if (words && !colon && start == first && places_end(first) == first && chunk.imprint == no_token &&
        token(last + 1).kind == TokenKind::open && places_end(last + 2) != last + 2 &&
        mark(places_end(last + 2), ':'))
        return false;
    // "(Springfield, Mass., G. & C. Merriam Co., 1967)"
    bool const placed = mark(places_end(start), ',') ||
                        (mark(start + 1, ',') && find(start + 2, mask(WordClass::region)).phrase);
    std::uint32_t const longest = placed ? 16 : 8;
    if (words && !colon && best - start > longest && !chunk.is(Trait::verb) && chunk.imprint == no_token)
        return false;
    if (words && token(first).is(WordClass::label) && !colon && token(first).lower) return false;
    chunk.has_year = true;
    chunk.has_day = found.date.start.day != 0;
    chunk.colon = colon;
    if (words && !chunk.is(Trait::verb)) chunk.set(Trait::publisher);
    chunk.date = keep(std::move(found.date));
    return true;
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

/// "(StAZH A 123.5, Nr. 302)", "(vgl. StABE A II 204)": a shelfmark at once behind the keeper's letters.
bool Chunker::is_shelfmark_ahead(std::uint32_t at, std::uint32_t last) const {
    constexpr std::size_t longest = 4;  // letters of a holding
    if (at >= last || token(at).kind != TokenKind::word || !token(at).upper) return false;
    for (auto const end = std::min(last, at + 3); at < end; ++at) {
        auto const& item = token(at);
        if (item.kind != TokenKind::word || !(item.upper || item.digits)) return false;
        if (item.digits) return true;
        if (word(at).size() > longest) return false;
    }
    return false;
}

/// Whether the word at `at` may be a family's name, and no word for a part of a book.
bool Chunker::names_writer(std::uint32_t at) const {
    auto const& item = token(at);
    return item.kind == TokenKind::word && item.upper && !item.digits && !item.all_upper &&
           !item.is(WordClass::label) && count_code_points(word(at)) > 3;
}

/// Whether a bracket holds an archival reference, an ibid. or an address.
bool Chunker::holds_reference(std::uint32_t first, std::uint32_t last) const {
    int levels = 0;
    bool paper = false, keeper = false;
    for (auto at = first; at < last; ++at) {
        auto const& item = token(at);
        if (item.kind == TokenKind::url) return true;
        // "(Washington Post, March 19, 1975)"
        if (paper && mark(at, ','))
            if (auto const read = read_date(out_.tokens, out_.text, at + 1);
                read && read->date.start.day != 0 && read->date.start.year != 0)
                return true;
        paper = paper || (item.upper && item.is(WordClass::newspaper));
        if (item.kind != TokenKind::word) continue;
        if (item.is(WordClass::ibid) && at == first && !are_dotted_capitals(at)) return true;
        // "(memorandum, 27 November 1941, FRUS 1941, 4:673)"
        if (item.all_upper && item.is(WordClass::docvolume) && at + 2 < last && token(last - 1).digits &&
            (at == first || mark(at - 1, ',')))
            return true;
        bool const boundary = at == first || token(at - 1).kind == TokenKind::mark;
        bool const led = boundary || token(at - 1).is(WordClass::signal);
        if (led && item.upper && find(at, mask(WordClass::archive)).phrase &&
            find(at, mask(WordClass::archive)).size + at <= last) {
            auto const end = find(at, mask(WordClass::archive)).size + at;
            if ((end == last || at_boundary(end)) && (end < last || at > first)) return true;
            if (is_shelfmark_ahead(end, last) && item.span.size() > 2) return true;
        }
        // "(UB Heidelberg, Heid. Hs. 3820, 302)"
        if (at == first && item.all_upper && item.is(WordClass::keeper_head) && item.span.size() > 1 &&
            at + 4 < last && token(at + 1).upper && mark(at + 2, ',') && token(last - 1).digits &&
            !is_year(word(last - 1)))
            return true;
        // "(Karl Barth-Archiv Basel, KBA 9234.123)"
        keeper = keeper ||
                 (item.upper && lexicon_.tongue_by_ending(fold_word(slice(out_.text, item.span))) == "de");
        if (keeper && boundary && at > first && !item.digits && is_shelfmark_ahead(at, last) &&
            !item.is(WordClass::month) && at + 1 < last && !is_year(word(at + 1)))
            return true;
        // "(vgl. Rolleder, S. 158; …)": a signal, and a name before its page.
        if (at > first + 2 && token(first).is(WordClass::signal) && word(at) == "S" && mark(at - 1, ',') &&
            mark(at + 1, '.') && at + 2 < last && token(at + 2).digits && names_writer(at - 2))
            return true;
        bool const month = item.upper && item.is(WordClass::month);  // "Apr. 1999"
        if (!month && item.is(WordClass::label) && item.phrase->meanings().size() > 0 && at + 1 < last) {
            auto const& meaning = item.phrase->meanings()[0];
            bool const archival = (keeper && (meaning == "signature" || meaning == "leaf")) ||
                                  meaning == "box" || meaning == "folder" || meaning == "record-group" ||
                                  meaning == "fond" || meaning == "carton" || meaning == "container" ||
                                  meaning == "opis";
            auto const value = mark(at + 1, '.') || mark(at + 1, ':') ? at + 2 : at + 1;
            // "(PolA AA)": the letters of an archive are a label as well.
            bool const worded = archival && !item.is(WordClass::archive);
            if ((archival || meaning == "fascicle") && value < last && token(value).kind == TokenKind::word &&
                (token(value).digits || (worded && token(value).upper)))
                ++levels;
        }
        if (!boundary && names_papers_whole(at, last)) return true;
    }
    return levels > 0 || begins_with_keeper(first, last);
}

/// "(Salisbury Papers, A 12)", "(Place MSS., vol. 4)", "(Hardwicke MSS.)": the noun that ends the name of
/// papers; behind "Papers" alone a title may go on.
bool Chunker::names_papers_whole(std::uint32_t at, std::uint32_t last) const {
    if (word(at) == "Papers") return at + 1 < last && mark(at + 1, ',');
    auto const behind = mark(at + 1, '.') ? at + 2 : at + 1;
    return word(at) == "MSS" && (behind == last || mark(behind, ','));
}

/// "(MS. Arch. Gen. de Indias, Seville, 90-3-18)": a keeper by the words that such names are made of, and a
/// number of its own behind a comma.
bool Chunker::begins_with_keeper(std::uint32_t first, std::uint32_t last) const {
    auto const& head = token(first);
    bool const manuscript =
        head.is(WordClass::label) && head.phrase && head.phrase->meanings().front() == "signature";
    auto const name = !manuscript ? first : mark(first + 1, '.') ? first + 2 : first + 1;
    if (name >= last || !token(name).upper) return false;
    auto const keeper = find(name, mask(WordClass::repository));
    auto const end = mark(last - 1, '.') ? last - 1 : last;
    auto const& number = token(end - 1);
    return keeper.phrase && keeper.size > 1 && number.digits && !is_year(word(end - 1)) &&
           std::any_of(out_.tokens.begin() + name + keeper.size, out_.tokens.begin() + last,
                       [](Token const& token) { return token.is_mark(','); });
}

}  // namespace fonds
