// Brackets and quotations: which are a part of a citation as a whole, which hold elements of their own.

#include <algorithm>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "grammar/chunker.hpp"
#include "grammar/date_reader.hpp"

namespace fonds {

using std::string_view;

namespace {
/// Longer brackets hold prose or citations, never a publisher.
constexpr std::uint32_t group_reach = 120;

/// "TsAMO", "RGANI", "ЦАМО", "ÖStA": short, with several capitals.
bool is_abbreviation(string_view word) {
    int capitals = 0;
    for (std::size_t at = 0; at < word.size();) {
        auto const [c, size] = decode(word, at);
        capitals += is_upper(c) ? 1 : 0;
        at += size;
    }
    return capitals >= 2 && word.size() <= 16;
}
}  // namespace

bool Chunker::quotation() {
    auto const& head = out_.tokens[at_];
    if (head.kind != TokenKind::quote_open || head.match == no_token || head.match == at_ + 1) return false;
    end_run();
    auto& chunk = add(ChunkKind::quote, at_, head.match + 1);
    chunk.eastern = slice(out_.text, head.span) == "《" || slice(out_.text, head.span) == "『";
    auto inner = trim(slice(out_.text, {head.span.end, out_.tokens[head.match].span.begin}));
    while (!inner.empty() && (inner.back() == ',' || inner.back() == ';'))
        inner = trim(inner.substr(0, inner.size() - 1));
    if (inner.size() > 1 && inner.back() == '.' && !inner.ends_with("..")) inner.remove_suffix(1);
    auto const begin = static_cast<std::size_t>(inner.data() - out_.text.data());
    chunk.inner = {begin, begin + inner.size()};
    if (may_name_paper(at_)) chunk.set(Trait::newspaper);
    at_ = head.match + 1;
    name_of_folder();
    return true;
}

/// "„Trybuna Ludu”, 21 X 1956", "«l’Unità», 26 ottobre 1956": where newspapers stand in marks; a short
/// quotation that the paper's day follows.
bool Chunker::may_name_paper(std::uint32_t open) const {
    constexpr std::uint32_t longest = 5, longest_unknown = 3;
    auto const marks = slice(out_.text, out_.tokens[open].span);
    auto const close = out_.tokens[open].match;
    auto const words = close - open - 1;
    if ((marks != "«" && marks != "„") || words > longest) return false;
    for (auto at = open + 1; at < close; ++at)
        if (out_.tokens[at].digits || out_.tokens[at].is(WordClass::genre)) return false;
    for (auto at = open + 1; at < close; ++at)
        if (find(at, mask(WordClass::newspaper)).phrase) return true;
    auto const behind = mark(close + 1, ',') ? close + 2 : close + 1;
    if (words > longest_unknown || behind >= out_.tokens.size()) return false;
    auto const read = read_date(out_.tokens, out_.text, behind);
    return read && read->date.start.day != 0 && read->date.start.year != 0 && at_boundary(read->end);
}

/// "“123 Kennan” folder", "‘Personal’ file": a quotation that the word behind it makes the name of a folder.
void Chunker::name_of_folder() {
    auto const label = token(at_);
    if (!label || label->kind != TokenKind::word || !label->lower) return;
    auto const found = find(at_, mask(WordClass::label));
    if (!found.phrase || !at_boundary(at_ + found.size)) return;
    auto const& meaning = found.phrase->meanings().front();
    if (meaning != "folder" && meaning != "file") return;
    auto& chunk = out_.list.back();
    chunk.kind = ChunkKind::level;
    chunk.phrase = found.phrase;
    chunk.label_last = true;
    chunk.label = {label->span.begin, out_.tokens[at_ + found.size - 1].span.end};
    at_ += found.size;
    chunk.last = at_;
    chunk.span.end = chunk.label.end;
}

bool Chunker::group() {
    auto const& head = out_.tokens[at_];
    if (head.kind != TokenKind::open) return false;
    auto const close = head.match;
    if (close == no_token) {
        end_run();
        add(ChunkKind::mark, at_, at_ + 1);
        ++at_;
        return true;
    }
    Chunk described;
    auto kind = close - at_ <= group_reach ? classify_group(at_, close, described) : ChunkKind::open;
    if ((kind == ChunkKind::aside || kind == ChunkKind::publication) && holds_document(at_ + 1, close))
        kind = ChunkKind::open;
    // "GCM to FDR, 18 Feb. 1942, FDRL (“war effort”)": the words that a keeper's paper is cited for.
    if (kind == ChunkKind::aside && token(at_ + 1)->kind == TokenKind::quote_open && run_ == no_token &&
        !out_.list.empty() && out_.list.back().kind == ChunkKind::archive)
        kind = ChunkKind::open;
    // "[Name not declassified] for Chief …": a bracket that begins a run of words is part of it.
    bool const begins_words = kind == ChunkKind::aside && run_ == no_token && token(close + 1) &&
                              token(close + 1)->kind == TokenKind::word && slice(out_.text, head.span) == "[";
    if (begins_words) {
        run_ = at_;
        at_ = close + 1;
        return true;
    }
    // "CM (56) 74th", "Elkhart (Indiana) Review", "Records (Central Files), 1910": words go on behind it.
    bool const inside_words = kind == ChunkKind::aside && run_ != no_token && token(close + 1) &&
                              token(close + 1)->kind == TokenKind::word && close - at_ <= 14;
    bool const adjacent = run_ != no_token && token(close + 1) && token(close + 1)->is_mark('|') &&
                          !token(close + 1)->space_before && kind != ChunkKind::open;
    if (adjacent) {
        at_ = close + 2;
        return true;
    }
    bool const inside_hereafter = kind == ChunkKind::hereafter && run_ != no_token && token(close + 1) &&
                                  token(close + 1)->kind == TokenKind::word;
    if (inside_words || inside_hereafter) {
        at_ = close + 1;
        return true;
    }
    end_run();
    if ((kind == ChunkKind::aside || kind == ChunkKind::hereafter) && abbreviates(close)) {
        out_.list.back().kind = ChunkKind::archive;
        out_.list.back().traits = 0;
    }
    if (kind == ChunkKind::open) {
        open_.push_back(static_cast<std::uint32_t>(out_.list.size()));
        add(ChunkKind::open, at_, at_ + 1);
        ++at_;
        return true;
    }
    auto& chunk = add(kind, at_, close + 1);
    auto const span = chunk.span;
    if (described.date >= 0) {
        chunk.date = described.date;
        chunk.has_year = described.has_year;
        chunk.has_day = described.has_day;
        chunk.colon = described.colon;
    }
    chunk.phrase = described.phrase;
    chunk.traits = described.traits;
    for (auto i = at_ + 1; kind == ChunkKind::aside && i < close && close - at_ <= 9; ++i)
        chunk.back = chunk.back || (out_.tokens[i].is(WordClass::label) && out_.tokens[i].phrase &&
                                    out_.tokens[i].phrase->meanings().front() == "note");
    chunk.square = slice(out_.text, head.span) == "[";
    chunk.inner = kind == ChunkKind::level ? described.inner
                                           : Span{out_.tokens[at_].span.end, out_.tokens[close].span.begin};
    chunk.imprint = described.imprint;
    chunk.span = span;
    at_ = close + 1;
    return true;
}

/// "d. 1600, ll. 7–9 (A. F. Koni to V. I. Ger'e, 2 January 1901)": behind file or leaves a bracket tells the
/// document.
bool Chunker::holds_document(std::uint32_t first, std::uint32_t last) const {
    if (run_ != no_token || out_.list.empty() || last - first < 2) return false;
    auto const& before = out_.list.back();
    bool const of_file =
        before.kind == ChunkKind::level && before.phrase &&
        (before.phrase->meanings().front() == "delo" || before.phrase->meanings().front() == "list");
    auto const& head = out_.tokens[first];
    if (!of_file || head.kind != TokenKind::word || head.digits || head.is(WordClass::month) ||
        head.is(WordClass::season) || head.is(WordClass::label))
        return false;
    // A name and a date, or a form of paper with its date; not a remark.
    bool const dated = std::any_of(out_.tokens.begin() + first, out_.tokens.begin() + last,
                                   [](Token const& token) { return token.digits; });
    return (dated && find(first, mask(WordClass::genre)).phrase) || (head.upper && ends_in_date(first, last));
}

/// "(1) Memo, … (2) Ltr, …": the works of a note in a row that is counted.
bool Chunker::counts_works(std::uint32_t open, std::uint32_t close) const {
    auto const next = token(close + 1);
    bool const begins =
        next && (next->kind == TokenKind::quote_open || (next->kind == TokenKind::word && next->upper));
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
    if (!out_.tokens[first].upper || out_.tokens[first].digits || out_.tokens[first].is(WordClass::month))
        return false;
    auto at = first;
    while (at < last && at < first + longest && !out_.tokens[at].digits &&
           (out_.tokens[at].kind == TokenKind::word || mark(at, '.') || mark(at, ',')))
        ++at;
    if (at >= last || !is_year(word(at)) || !reads_as_names(out_, first, first + 1)) return false;
    bool const square = slice(out_.text, out_.tokens[first - 1].span) == "[";
    return mark(at + 1, ':') || (square && (at + 1 == last || mark(at + 1, ';')));
}

/// "Gowing (1964: 78)", "Rhodes (1986, pp. 12–14)": year and page of a work known by its author.
bool Chunker::holds_year_and_page(std::uint32_t first, std::uint32_t last) const {
    constexpr std::uint32_t longest = 12;
    if (last - first < 3 || last - first > longest || run_ == no_token || !is_year(word(first)) ||
        !(mark(first + 1, ':') || mark(first + 1, ',')))
        return false;
    auto const& name = out_.tokens[at_ - 1];
    if (name.kind != TokenKind::word || !name.upper || name.digits || name.is(WordClass::month)) return false;
    auto const page = token(first + 2);
    return page->number ||
           (page->is(WordClass::label) && page->phrase && page->phrase->meanings().front() == "page");
}

/// "(Троцкий Л. Моя жизнь. Т. 2. С. 308)", "(Дневники императора. Т. 2. М., 2013. С. 14)": a work cited
/// within prose, not an imprint; it begins with a family name and initials or ends with a page behind several
/// stops.
bool Chunker::holds_work(std::uint32_t first, std::uint32_t last) const {
    constexpr std::uint32_t shortest = 8;
    if (last - first < shortest || out_.tokens[first].kind != TokenKind::word || !out_.tokens[first].upper)
        return false;
    auto const title = skip_initials(out_, first + 1, last);
    bool const authored = title > first + 1 && title < last && out_.tokens[title].upper &&
                          out_.tokens[title].kind == TokenKind::word &&
                          script_of(decode(word(first), 0).value) == Script::cyrillic;
    auto const& label = out_.tokens[last - 3];
    bool const paged = out_.tokens[last - 1].digits && mark(last - 2, '.') && label.is(WordClass::label) &&
                       label.upper && label.phrase && label.phrase->meanings().front() == "page";
    int stops = 0;
    for (auto at = first; at < last; ++at) stops += mark(at, '.') && is_stop(at) ? 1 : 0;
    return authored || (paged && stops >= 2);
}

/// Whether a date, with a comma before it, ends the tokens [first, last).
bool Chunker::ends_in_date(std::uint32_t first, std::uint32_t last) const {
    for (auto at = first + 1; at + 1 < last; ++at)
        if (mark(at, ','))
            if (auto const read = read_date(out_.tokens, out_.text, at + 1); read && read->end == last)
                return true;
    return false;
}

/// "Tsentral'nyi arkhiv Ministerstva oborony (TsAMO)": the words before the bracket name the archive that the
/// tables know by the abbreviation inside it. They become a chunk of that archive.
bool Chunker::abbreviates(std::uint32_t close) {
    if (out_.list.empty()) return false;
    auto& before = out_.list.back();
    if (before.kind != ChunkKind::text || before.last != at_ || !before.is(Trait::upper) ||
        before.last - before.first < 2 || before.is(Trait::letter) || before.is(Trait::verb) ||
        (before.is(Trait::collection) && !before.is(Trait::repository)))  // "Litvinov Papers (HIA)"
        return false;
    auto first = at_ + 1;
    if (auto const hereafter = find(first, mask(WordClass::hereafter)); hereafter.phrase)
        first += hereafter.size;
    auto const found = find(first, mask(WordClass::archive));
    if (!found.phrase || first + found.size < close || !is_abbreviation(word(first))) return false;
    before.phrase = found.phrase;
    return true;
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
    if (auto const found = find(first, mask(WordClass::editor) | mask(WordClass::translator));
        found.phrase && close - first <= found.size + 2) {
        chunk.phrase = found.phrase;
        return ChunkKind::role;
    }
    // "(courtesy of Craig Wright)"
    constexpr auto handed_on =
        mask(WordClass::obtained) | mask(WordClass::contributed) | mask(WordClass::provided);
    if ((out_.tokens[first].classes & handed_on) != 0 && close - first >= 3 &&
        (word(first + 1) == "of" || out_.tokens[first + 1].is(WordClass::by_whom)))
        return ChunkKind::provenance;
    for (auto at = first; at < std::min(close, first + 3); ++at) {
        if (find(at, mask(WordClass::accessed)).phrase) {
            for (auto probe = at; probe < close; ++probe)
                if (auto read = read_date(out_.tokens, out_.text, probe);
                    read && read->date.start.year != 0) {
                    chunk.date = keep(std::move(read->date));
                    return ChunkKind::accessed;
                }
        }
        if (find(at, mask(WordClass::hereafter)).phrase) return ChunkKind::hereafter;
    }
    for (auto at = first; at < close; ++at)
        if (out_.tokens[at].is(WordClass::hereafter) && close - first <= 20 && !holds_reference(first, at))
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
    if (find(first, mask(WordClass::unpublished)).phrase) {
        chunk.set(Trait::unpublished);
        return ChunkKind::aside;
    }
    if (slice(out_.text, out_.tokens[first].span) == "=") {
        // "(= Österreichische Geschichte 1804–1914, Wien 1997)": series and imprint in one.
        if (is_publication(first + 1, close, chunk) && chunk.imprint != no_token)
            return ChunkKind::publication;
        chunk = Chunk();
        chunk.set(Trait::series);  // "(= Studien zur Zeitgeschichte, Bd. 67)"
        return ChunkKind::aside;
    }
    // "(Madison: State Historical Society of Wisconsin, 1961)": a keeper as publisher.
    bool const imprint =
        places_end(first) != first && mark(places_end(first), ':') && is_year(word(close - 1));
    if (imprint && is_publication(first, close, chunk)) return ChunkKind::publication;
    if (counts_works(open, close)) return ChunkKind::mark;
    if (holds_reference(first, close) || holds_work(first, close) || holds_year_and_page(first, close) ||
        holding_end(out_, first, close) != first || holds_years_of_authors(first, close))
        return ChunkKind::open;
    if (is_publication(first, close, chunk)) return ChunkKind::publication;
    if (out_.tokens[close - 1].kind == TokenKind::word && out_.tokens[close - 1].digits && close - first >= 2)
        chunk.set(Trait::digits);
    if (names_place(first, close)) chunk.set(Trait::place);
    if (find(first, mask(WordClass::place)).size + first >= close && out_.tokens[first].upper &&
        find(first, mask(WordClass::place)).phrase)
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
    if (value >= close || !out_.tokens[value].number || close - value > 3) return false;
    chunk.phrase = found.phrase;
    chunk.inner = {out_.tokens[value].span.begin, out_.tokens[close - 1].span.end};
    return true;
}

/// "(Rochester, MN)", "(Norwich, England)": a place, and the state or country behind its comma.
bool Chunker::names_place(std::uint32_t first, std::uint32_t close) const {
    auto comma = first;
    while (comma < close && !mark(comma, ',')) {
        if (out_.tokens[comma].kind == TokenKind::word &&
            (!out_.tokens[comma].upper || out_.tokens[comma].digits))
            return false;
        ++comma;
    }
    if (comma == first || comma - first > 4 || comma + 1 >= close) return false;
    auto const found = find(comma + 1, mask(WordClass::region) | mask(WordClass::country));
    auto end = comma + 1 + found.size;
    if (mark(end, '.')) ++end;
    return found.phrase && end >= close;
}

/// "(Lanham: Lexington Books, 2013)", "(Cambridge, 2010)", "(1969)", "(Winter 2003-Spring 2004)",
/// "(Wien/Leipzig 1934)".
bool Chunker::is_publication(std::uint32_t first, std::uint32_t last, Chunk& chunk) {
    std::uint32_t best = no_token;
    ReadDate found;
    for (auto at = first; at < last; ++at) {
        auto read = read_date(out_.tokens, out_.text, at);
        // "(New York: Telos, 2003 [1950])": the first print in its own bracket.
        if (best != no_token && at > first && out_.tokens[at - 1].kind == TokenKind::open) break;
        if (read && read->date.start.year != 0) {
            best = at;
            found = *read;
            at = read->end - 1;
            // "(New York: Knopf, 1986; repr., London: Cape, 1987)": the first print.
            if (read->end >= last || mark(read->end, ';')) break;
        }
    }
    if (best == no_token) return undated_imprint(first, last, chunk);
    bool const at_end =
        found.end >= last || out_.tokens[found.end].kind == TokenKind::open || mark(found.end, ';');
    bool colon = false;
    for (auto at = first; at < best; ++at) {
        auto const& token = out_.tokens[at];
        colon = colon || token.is_mark(':');
        if (token.is_mark(';') && !colon) return false;
        if (token.kind == TokenKind::word && token.is(WordClass::verb) && token.lower) return false;
    }
    if (!at_end && !colon) {
        // "(1998), " with a reprint's date or pages inside is rare; prose is not.
        return false;
    }
    auto const& head = out_.tokens[first];
    bool const words = best > first;
    // "[Soviet-Chinese relations, 1945–1977]": the translation of a title.
    bool const square = first > 0 && slice(out_.text, out_.tokens[first - 1].span) == "[";
    if (words && square && places_end(first) == first) return false;
    if (words && !(head.upper || head.han || head.digits || head.kind == TokenKind::open)) {
        bool const decree = best > first + 1 && !found.date.raw.empty() && found.date.start.day != 0;
        if (!decree) return false;
        chunk.set(Trait::verb);  // "(personal decree to Governors General of January 13, 1782)"
    }
    // "(Veröffentlichungen der Kommission 100/2, Wien – Köln 2004)": a series, then the imprint.
    if (words)
        for (auto at = best; at > first + 1 && chunk.imprint == no_token; --at)
            if (out_.tokens[at - 1].is_mark(',') && places_end(at) == best && at < best &&
                place_end(first) == first)
                chunk.imprint = at;
    // "(Springfield, Mass., G. & C. Merriam Co., 1967)"
    bool const placed = mark(places_end(first), ',') ||
                        (mark(first + 1, ',') && find(first + 2, mask(WordClass::region)).phrase);
    std::uint32_t const longest = placed ? 16 : 8;
    if (words && !colon && best - first > longest && !chunk.is(Trait::verb) && chunk.imprint == no_token)
        return false;
    if (out_.tokens[first].is(WordClass::label) && !colon && out_.tokens[first].lower) return false;
    chunk.has_year = true;
    chunk.has_day = found.date.start.day != 0;
    chunk.colon = colon;
    if (words && !chunk.is(Trait::verb)) chunk.set(Trait::publisher);
    chunk.date = keep(std::move(found.date));
    return true;
}

/// Whether a bracket holds an archival reference, an ibid. or an address.
/// "(StAZH A 123.5, Nr. 302)", "(vgl. StABE A II 204)": a shelfmark at once behind the keeper's letters.
bool Chunker::is_shelfmark_ahead(std::uint32_t at, std::uint32_t last) const {
    constexpr std::size_t longest = 4;  // letters of a holding
    if (at >= last || out_.tokens[at].kind != TokenKind::word || !out_.tokens[at].upper) return false;
    for (auto const end = std::min(last, at + 3); at < end; ++at) {
        auto const& token = out_.tokens[at];
        if (token.kind != TokenKind::word || !(token.upper || token.digits)) return false;
        if (token.digits) return true;
        if (word(at).size() > longest) return false;
    }
    return false;
}

/// Whether the word at `at` may be a family's name, and no word for a part of a book.
bool Chunker::names_writer(std::uint32_t at) const {
    auto const& token = out_.tokens[at];
    return token.kind == TokenKind::word && token.upper && !token.digits && !token.all_upper &&
           !token.is(WordClass::label) && count_code_points(word(at)) > 3;
}

bool Chunker::holds_reference(std::uint32_t first, std::uint32_t last) const {
    int levels = 0;
    bool paper = false, keeper = false;
    for (auto at = first; at < last; ++at) {
        auto const& token = out_.tokens[at];
        if (token.kind == TokenKind::url) return true;
        // "(Washington Post, March 19, 1975)"
        if (paper && mark(at, ','))
            if (auto const read = read_date(out_.tokens, out_.text, at + 1);
                read && read->date.start.day != 0 && read->date.start.year != 0)
                return true;
        paper = paper || (token.upper && token.is(WordClass::newspaper));
        if (token.kind != TokenKind::word) continue;
        if (token.is(WordClass::ibid) && at == first) return true;
        bool const boundary = at == first || out_.tokens[at - 1].kind == TokenKind::mark;
        bool const led = boundary || out_.tokens[at - 1].is(WordClass::signal);
        if (led && token.upper && find(at, mask(WordClass::archive)).phrase &&
            find(at, mask(WordClass::archive)).size + at <= last) {
            auto const end = find(at, mask(WordClass::archive)).size + at;
            if ((end == last || at_boundary(end)) && (end < last || at > first)) return true;
            if (is_shelfmark_ahead(end, last) && token.span.size() > 2) return true;
        }
        // "(Karl Barth-Archiv Basel, KBA 9234.123)"
        keeper = keeper ||
                 (token.upper && lexicon_.tongue_by_ending(fold_word(slice(out_.text, token.span))) == "de");
        if (keeper && boundary && at > first && !token.digits && is_shelfmark_ahead(at, last) &&
            !token.is(WordClass::month) && at + 1 < last && !is_year(word(at + 1)))
            return true;
        // "(vgl. Rolleder, S. 158; …)": a signal, and a name before its page.
        if (at > first + 2 && out_.tokens[first].is(WordClass::signal) && word(at) == "S" &&
            mark(at - 1, ',') && mark(at + 1, '.') && at + 2 < last && out_.tokens[at + 2].digits &&
            names_writer(at - 2))
            return true;
        bool const month = token.upper && token.is(WordClass::month);  // "Apr. 1999"
        if (!month && token.is(WordClass::label) && token.phrase->meanings().size() > 0 && at + 1 < last) {
            auto const& meaning = token.phrase->meanings()[0];
            bool const archival = meaning == "box" || meaning == "folder" || meaning == "record-group" ||
                                  meaning == "fond" || meaning == "carton" || meaning == "container" ||
                                  meaning == "opis";
            auto const value = mark(at + 1, '.') || mark(at + 1, ':') ? at + 2 : at + 1;
            if ((archival || meaning == "fascicle") && value < last &&
                out_.tokens[value].kind == TokenKind::word &&
                (out_.tokens[value].digits || (archival && out_.tokens[value].upper)))
                ++levels;
        }
        if (token.is(WordClass::collection) && token.upper && boundary == false && at + 1 < last &&
            mark(at + 1, ',') && word(at) == "Papers")
            return true;
    }
    return levels > 0;
}

}  // namespace fonds
