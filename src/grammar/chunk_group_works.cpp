// Whether a bracket holds works of its own: by author and year, by title and page, or with their imprint.

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "grammar/chunk_labels.hpp"
#include "grammar/chunker.hpp"
#include "grammar/small_roman.hpp"

namespace fonds {

using std::string_view;

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
    auto const is_numeral = [&](std::uint32_t at) { return token(at).roman || is_small_roman(word(at)); };
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

}  // namespace fonds
