// Where elements and sentences end: stops that are no abbreviation's, marks, brackets.

#include <array>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "grammar/characters.hpp"
#include "grammar/chunker.hpp"
#include "grammar/date_reader.hpp"

namespace fonds {
namespace {

using std::string_view;

/// Initials that Cyrillic letters become in Latin: "P. Ia. Chaadaev", "Yu. V. Andropov".
bool is_transliterated_initial(string_view word) {
    constexpr std::array initials = {
        string_view{"Ia"}, string_view{"Iu"}, string_view{"Ya"},   string_view{"Yu"},  string_view{"Ye"},
        string_view{"Zh"}, string_view{"Kh"}, string_view{"Ts"},   string_view{"Ch"},  string_view{"Sh"},
        string_view{"Ju"}, string_view{"Ja"}, string_view{"Shch"}, string_view{"Dzh"}, string_view{"Dž"},
        string_view{"Th"}, string_view{"Ph"}, string_view{"Дж"}};
    return contains(initials, word);
}

/// "O’G" of "Benedict R. O’G. Anderson".
bool is_elided_initial(string_view word) {
    constexpr std::size_t letter = 1;
    return count_code_points(word) == 3 && is_apostrophe(decode(word, letter).value) &&
           is_upper(decode_before(word, word.size()).value);
}

bool ends_with_capital(string_view word) { return is_upper(decode_before(word, word.size()).value); }

}  // namespace

/// Whether the stop at token `at` ends a sentence or an element, not an abbreviation.
bool Chunker::is_stop(std::uint32_t at) const {
    auto const& next = token(at + 1);
    if (!next.exists()) return true;
    if (next.is_mark('.')) return false;
    bool const by_dash = next.is_mark('-');  // "p. 97.—De Beaucourt"
    bool const closes = next.kind == TokenKind::close || next.kind == TokenKind::quote_close;
    // A sentence of Han or kana has no spaces.
    if (!next.space_before && !by_dash && !closes) return word(at) != ".";
    if (next.is_mark(',') || next.is_mark(';') || next.is_mark(':') || next.kind == TokenKind::close)
        return false;
    if (by_dash) return !goes_on_behind_dash(at);
    if (at == 0 || imprint_begins(at + 1) || edition_begins(at + 1)) return true;
    auto const& before = token(at - 1);
    if (before.kind != TokenKind::word) return true;
    auto const written = word(at - 1);
    constexpr std::size_t shortest_keeper = 4;  // "РГАСПИ. ф. 17"
    if (next.lower)
        return (before.digits || (before.all_upper && count_code_points(written) >= shortest_keeper)) &&
               is_labelled_number(at + 1);
    // "Bl. 3 f. Ulbrichts Notizen": the leaves that follow end the citation.
    if ((written == "f" || written == "ff") && token(at - 2).digits)
        return next.upper && !next.is(WordClass::label) && !next.digits;
    bool const initial =
        count_code_points(written) == 1 || is_double_initial(at) || is_elided_initial(written);
    if (before.upper && initial)
        return next.kind == TokenKind::url || (ends_file_subject(at) && is_sentence_of_marking(at + 1));
    // "Ch.-R. Ageron", "Ned.-Ind. Regering": what a hyphen joins to an abbreviation is one too.
    constexpr std::size_t longest_joined = 5;
    if (written.size() <= longest_joined && written[0] == '-') return next.kind == TokenKind::url;
    if (is_ordinal(at) || is_ordinal_of_reference(at) || is_code_stop(at) || goes_on_behind_number(at) ||
        ends_short_name(at))
        return false;
    // "L.H. Oswald", "O.F. 268", "Dipl.-Ing. Haarmann": initials and titles.
    constexpr std::size_t longest_title = 9;
    if (before.upper && written.size() <= longest_title && written.find('.') != string_view::npos &&
        !before.digits)
        return next.kind == TokenKind::url || (next.upper && next.is(WordClass::signal));
    if (before.is(WordClass::abbreviation) || before.is(WordClass::rank)) {
        // "pp. 9-24" goes on, "… and Co. See" ends.
        bool const signal =
            next.kind == TokenKind::word && next.upper && find(at + 1, mask(WordClass::signal)).phrase;
        // "ГА Пермской обл. Ф. Р-1213"
        bool const fond = before.lower && next.upper && next.is(WordClass::label) &&
                          script_of(decode(word(at + 1), 0).value) == Script::cyrillic &&
                          is_labelled_number(at + 1);
        return signal || fond || next.kind == TokenKind::url || is_sentence_of_marking(at + 1) ||
               ends_year_before_keeper(at);
    }
    return !shortens_periodical(at);
}

/// "Отчет за 1949 г. ГАРФ. Ф. 5283": behind the word for a year the letters of an archive.
bool Chunker::ends_year_before_keeper(std::uint32_t at) const {
    auto const written = word(at - 1);
    bool const year =
        at >= 2 && token(at - 2).digits &&
        (written == "г" || written == "гг" || written == "р" || written == "рр" || written == "r");
    return year && token(at + 1).all_upper && find(at + 1, mask(WordClass::archive)).phrase;
}

/// Whether a number before the stop goes on behind it.
bool Chunker::goes_on_behind_number(std::uint32_t at) const {
    auto const& before = token(at - 1);
    auto const& next = token(at + 1);
    auto const written = word(at - 1);
    if (!before.digits) return false;
    // "ED 120/Bd. 34": a label behind the number of a holding.
    if (auto const stroke = written.find('/');
        stroke != string_view::npos && stroke > 0 && is_digit(written.front()) && next.digits &&
        lexicon_.is_any(hash_folded(written.substr(stroke + 1)), mask(WordClass::label)))
        return true;
    // "Оп. 1. 1806 г. Д. 122": a year of its own.
    bool const year = is_year(word(at + 1)) && token(at + 2).is(WordClass::label);
    if (next.digits && written.size() <= 2 && !year && !is_volume_before_year(at - 1)) return true;
    // "1st. Sess.", "2d. Ser.": an ordinal.
    constexpr std::size_t longest_ordinal = 4;
    if (written.size() <= longest_ordinal && !is_digit(written.back()) &&
        (next.is(WordClass::congress) || next.is(WordClass::series) || word(at + 1) == "Ser"))
        return true;
    // "3.2.5. O-8-2001/143": a code in dots.
    return written.find('.') != string_view::npos && next.digits && !next.number;
}

/// "George McT. Kahin": a name cut short ends with a capital.
bool Chunker::ends_short_name(std::uint32_t at) const {
    auto const& before = token(at - 1);
    auto const written = word(at - 1);
    return before.upper && !before.all_upper && written.size() > 2 && written.size() <= 5 &&
           ends_with_capital(written) && token(at + 1).upper;
}

/// "“The Long Table,” J. Mod. Hist. 9", "“…,” Am. Hist. Rev. 12": behind a title in marks, words with
/// capitals that are cut short, one behind the other.
bool Chunker::shortens_periodical(std::uint32_t at) const {
    constexpr std::size_t longest = 6;
    auto const is_cut_short = [&](std::uint32_t i) {
        auto const& one = token(i);
        return one.kind == TokenKind::word && one.upper && !one.digits &&
               count_code_points(word(i)) <= longest && mark(i + 1, '.') && !one.is(WordClass::signal) &&
               !one.is(WordClass::ibid);
    };
    if (at == 0 || !is_cut_short(at - 1) || !is_cut_short(at + 1)) return false;
    auto first = at - 1;
    while (first >= 2 && is_cut_short(first - 2)) first -= 2;
    if (first == 0) return false;
    auto const before = mark(first - 1, ',') ? first - 2 : first - 1;
    return before < first && token(before).kind == TokenKind::quote_close;
}

/// "ÖStA/KA, NFA, 1. Armee, Fasz. 12": an ordinal begins a piece of an archival reference.
bool Chunker::is_ordinal_of_reference(std::uint32_t at) const {
    constexpr std::size_t longest = 2;
    auto const& number = token(at - 1);
    auto const& noun = token(at + 1);
    return number.number && number.span.size() <= longest && at >= 2 && mark(at - 2, ',') &&
           noun.kind == TokenKind::word && noun.upper && !noun.all_upper && !noun.digits &&
           !noun.is(WordClass::signal) && !noun.is(WordClass::month) && !noun.is(WordClass::label) &&
           mark(at + 2, ',') && is_behind_archive();
}

/// "fond C.C. al P.C.R. – Secția Externă": behind letters with stops inside a dash parts a name, where it
/// leads to no label: "ЦДАГО У.Р. – Ф. 1".
bool Chunker::goes_on_behind_dash(std::uint32_t at) const {
    auto const& next = token(at + 2);
    if (at == 0 || next.kind != TokenKind::word || !next.upper || next.is(WordClass::label)) return false;
    auto const& before = token(at - 1);
    return before.kind == TokenKind::word && before.upper && !before.digits &&
           word(at - 1).find('.') != string_view::npos && ends_with_capital(word(at - 1)) &&
           !token(at).space_before;
}

/// "POL 27 VIET S. | Secret", "DEF 18 US. | Secret": the letters of a country behind a file's number.
bool Chunker::ends_file_subject(std::uint32_t at) const {
    if (at < 2) return false;
    auto const& before = token(at - 2);
    return before.kind == TokenKind::word && (before.all_upper || before.digits) && before.span.size() > 1;
}

/// "WPB Chron. | Top Secret; Nodis.": how secret a paper is makes a sentence of its own.
bool Chunker::is_sentence_of_marking(std::uint32_t at) const {
    if (!token(at).upper || token(at).kind != TokenKind::word) return false;
    auto const found = find(at, mask(WordClass::marking));
    return found.phrase && (mark(at + found.size, '.') || mark(at + found.size, ';'));
}

/// "Protokoll der 41. Sitzung": behind an article of German a number and its noun; "Dokumente zur
/// Deutschlandpolitik, III. Reihe": a series counted.
bool Chunker::is_ordinal(std::uint32_t at) const {
    constexpr std::array articles = {string_view{"der"}, string_view{"die"}, string_view{"das"},
                                     string_view{"des"}, string_view{"dem"}, string_view{"den"},
                                     string_view{"zur"}, string_view{"zum"}};
    constexpr std::size_t longest = 3;
    if (at < 2) return false;
    auto const& number = token(at - 1);
    if (number.roman && mark(at - 2, ',') && token(at + 1).upper && token(at + 1).is(WordClass::series))
        return true;
    return number.number && number.span.size() <= longest && token(at + 1).upper &&
           !token(at + 1).is(WordClass::month) && contains(articles, word(at - 2));
}

/// "ф. 17. | оп. 3. | а. е. 607": a label in small letters and its number.
bool Chunker::is_labelled_number(std::uint32_t at) const {
    auto const label = find(at, mask(WordClass::label));
    if (!label.phrase) return false;
    auto number = at + label.size;
    if (mark(number, '.')) ++number;
    return number > at + 1 && token(number).digits;
}

/// "P. Ia. | Chaadaev", "Iu. | A. Zhukov": a name goes on with an initial before or behind, or a family name.
bool Chunker::is_double_initial(std::uint32_t at) const {
    if (!is_transliterated_initial(word(at - 1)) || !token(at + 1).upper) return false;
    bool const before = at >= 2 && mark(at - 2, '.');
    bool const behind = mark(at + 2, '.') && count_code_points(word(at + 1)) <= 2;
    bool const begins = at == 1 || token(at - 2).kind != TokenKind::word;
    return before || behind || begins;
}

/// "… в 1940-х гг. М.: РОССПЭН", "… И. В. М., 2004": behind the stop a place cut short, then a house or a
/// year.
bool Chunker::imprint_begins(std::uint32_t at) const {
    if (!token(at).is(WordClass::place)) return false;
    // "… в 1930-х гг. Новосибирск, 2008": the name in full, behind an abbreviation in small letters.
    // "… 1953–1964 г. София: ИИ-БАН": or before its house; but "г. София" is the town itself.
    bool const in_full =
        token(at - 2).lower && token(at).upper && script_of(decode(word(at), 0).value) == Script::cyrillic;
    if (in_full && mark(at + 1, ',') && is_year(word(at + 2)) && at_boundary(at + 3)) return true;
    if (in_full && mark(at + 1, ':') && (word(at - 2) != "г" || (at >= 3 && token(at - 3).digits)))
        return true;
    if (!mark(at + 1, '.') || count_code_points(word(at)) > 3) return false;
    if (mark(at + 2, ':')) return true;
    if (is_year(word(at + 2)) && (mark(at + 3, ',') || mark(at + 3, '.'))) return true;
    // "Попов И. М., Лавренов С. Я.": an initial before the next author is no place before another.
    return (mark(at + 2, ',') || mark(at + 2, ';')) &&
           (is_year(word(at + 3)) || token(at + 3).is(WordClass::place));
}

/// "… в 1953–1964 гг. 2-е изд.": behind the stop of an abbreviation an edition by its number.
bool Chunker::edition_begins(std::uint32_t at) const {
    auto const& ordinal = token(at);
    auto const& noun = token(at + 1);
    return ordinal.digits && !ordinal.number && ordinal.span.size() <= 5 && is_digit(word(at)[0]) &&
           (noun.is(WordClass::edition) || word(at + 1) == "ed");
}

/// "KA., MKSM. 1866", "CK. 47-4/2", "MNL. OL.": letters of a registry with their stop, and what goes on
/// behind it.
bool Chunker::is_code_stop(std::uint32_t at) const {
    auto const& before = token(at - 1);
    auto const& next = token(at + 1);
    if (!before.all_upper || before.digits || before.is(WordClass::place) || next.kind != TokenKind::word)
        return false;
    auto const written = slice(out_.text, before.span);
    bool const parted = written.find('-') != string_view::npos;
    if (count_code_points(written) > (parted ? 16U : 5U)) return false;
    // "Известия ЦК КПСС. 1989. № 11": the year of a periodical.
    if (is_year(slice(out_.text, next.span)) && mark(at + 2, '.') && token(at + 3).is(WordClass::label))
        return false;
    if (next.digits && is_digit(slice(out_.text, next.span)[0])) {
        auto const read = read_date(out_.tokens, out_.text, at + 1);
        return !read || read->date.start.month == 0;
    }
    // "HHStA, KK. Vorträge, Karton 15": an office by its letters, directly behind the archive.
    if (auto const& list = out_.list; next.upper && run_ == at - 1 && list.size() >= 2 &&
                                      list.back().kind == ChunkKind::comma &&
                                      list[list.size() - 2].kind == ChunkKind::archive)
        return true;
    if (before.roman && next.all_upper && !next.digits && count_code_points(slice(out_.text, next.span)) <= 2)
        return true;  // "VI. HA"
    return next.all_upper && !next.digits && !next.is(WordClass::label) &&
           count_code_points(slice(out_.text, next.span)) <= 4 && mark(at + 2, '.');
}

bool Chunker::at_boundary(std::uint32_t at) const {
    auto const& item = token(at);
    return item.kind != TokenKind::word;
}

/// Whether a new element begins here.
bool Chunker::after_break() const {
    if (out_.list.empty()) return true;
    switch (out_.list.back().kind) {
        case ChunkKind::stop:
        case ChunkKind::semicolon:
        case ChunkKind::open:
        case ChunkKind::signal:
        case ChunkKind::colon:
        case ChunkKind::dash:
        case ChunkKind::slashes:
        case ChunkKind::mark:
        case ChunkKind::conjunction: return true;
        default: return false;
    }
}

std::uint32_t Chunker::sentence_end(std::uint32_t at) const {
    constexpr std::uint32_t reach = 160;
    auto const end = std::min(out_.tokens.size(), at + reach);
    for (; at < end; ++at) {
        auto const& item = token(at);
        if (item.is_mark('.') && is_stop(at)) return at;
        if (item.is_mark(';') || item.kind == TokenKind::url || item.kind == TokenKind::close) return at;
    }
    return end;
}

}  // namespace fonds
