// Where a place in a work stands, and when the work was published: pages, imprints, reprints, theses.

#include <algorithm>
#include <array>

#include "base/contains.hpp"
#include "base/number.hpp"
#include "base/text.hpp"
#include "grammar/chunk_labels.hpp"
#include "grammar/date_reader.hpp"
#include "note/lowerer.hpp"

namespace fonds {

using std::string_view;

namespace {

/// The first and last of "140–81", where the last is written short; both 0 where no digits stand.
std::pair<int, int> page_range(string_view written) {
    auto const digits = [](string_view from) {
        auto const end = std::find_if_not(from.begin(), from.end(), is_digit);
        return from.substr(0, static_cast<std::size_t>(end - from.begin()));
    };
    auto const first = digits(written);
    if (first.empty() || first.size() > 6) return {0, 0};
    auto const rest = written.find_first_of("0123456789", first.size());
    auto const last = rest == string_view::npos ? first : digits(written.substr(rest));
    if (last.size() > 6) return {0, 0};
    auto const full = last.size() < first.size()
                          ? std::string(first.substr(0, first.size() - last.size())) + std::string(last)
                          : std::string(last);
    return {std::stoi(std::string(first)), std::stoi(full)};
}

}  // namespace

void Lowerer::pages(Part const& part) {
    auto const& chunk = at(part.first);
    if (chunk.means("extent")) return;  // "320 p.": how many pages the book has
    auto span = trimmed(chunk.inner);
    if (auto const label = place_but_page(chunk); !label.empty()) {
        if (label == "note" && joins_chapter(span)) return;
        return locate(label, span);
    }
    // "Dokumente, #87", "# 100": a document of a volume.
    if (trim(low.chunks.text.substr(0, span.begin)).ends_with('#')) return low.set(Variable::number, span);
    bool const volume_stands = candidate.find(Role::publication) || is_document_volume() ||
                               candidate.family == Family::article ||
                               candidate.family == Family::short_form || candidate.family == Family::ibid;
    if (volume_stands) span = page_of_volume(span);
    // Behind a session or a reporter's name, and before a year, "The Lost Promise 81 (2007)", a number is a
    // page.
    auto const* imprint = candidate.find(Role::publication);
    bool const before_year = candidate.family == Family::book && imprint && imprint->first == part.last;
    if (is_of_parliament() || is_reporter() || before_year) low.settled.push_back(span);
    if (item().text(Variable::page).empty()) return low.set(Variable::page, span);
    bool const unlabelled = chunk.inner.begin == token(chunk.first).span.begin;
    if (unlabelled && continues_pages(span)) return;
    locate("page", span);
}

/// "ch. 4", "n. 23", "p. 17, col. 3": what a place is that is no page; empty where it is one.
string_view Lowerer::place_but_page(Chunk const& chunk) const {
    constexpr std::array places = {string_view{"chapter"}, string_view{"note"}, string_view{"paragraph"}};
    if (chunk.kind != ChunkKind::level || !chunk.phrase || chunk.phrase->meanings().empty()) return {};
    auto const label = chunk.phrase->meanings().front();
    if (contains(places, label)) return label;
    return chunk.means("column") && !item().text(Variable::page).empty() ? "column" : string_view();
}

/// The place that the citation is for.
void Lowerer::locate(string_view label, Span span) {
    low.citation.locator = text(span);
    low.citation.locator_label = label;
    low.field("locator", span);
}

/// "ch. 2, n. 44": the note of a chapter, both one locator.
bool Lowerer::joins_chapter(Span note) {
    if (low.citation.locator_label != "chapter") return false;
    for (auto& field : low.citation.fields) {
        if (field.field != "locator" || field.span.end > note.begin) continue;
        field.span.end = note.end;
        low.citation.locator = text(field.span);
        return true;
    }
    return false;
}

/// "2:44": the volume is set where none is yet; its page.
Span Lowerer::page_of_volume(Span span) {
    auto const colon = text(span).find(':');
    if (colon == string_view::npos || !item().text(Variable::volume).empty()) return span;
    low.set(Variable::volume, {span.begin, span.begin + colon});
    return {span.begin + colon + 1, span.end};
}

/// "(Princeton, 2001), xi, 143–51": a book that is not told to have volumes has no eleventh; its preface has
/// such pages.
bool Lowerer::is_front_page(Part const& part) const {
    auto const& chunk = at(part.first);
    constexpr std::array volumes = {string_view{"i"},  string_view{"ii"}, string_view{"iii"},
                                    string_view{"iv"}, string_view{"v"},  string_view{"vi"}};
    return candidate.family == Family::book && chunk.kind == ChunkKind::number && chunk.roman &&
           token(chunk.first).lower && item().text(Variable::number_of_volumes).empty() &&
           item().text(Variable::page).empty() && candidate.find(Role::publication) &&
           candidate.find(Role::publication)->first < part.first && !contains(volumes, text(chunk.inner));
}

bool Lowerer::is_of_parliament() const {
    return candidate.family == Family::hearing || candidate.family == Family::session_paper ||
           candidate.family == Family::parliament;
}

/// "41 Stan. L. Rev. 61, 73 (1988)": the volume before the periodical's name.
bool Lowerer::is_reporter() const {
    auto const* volume = candidate.find(Role::volume);
    auto const* container = candidate.find(Role::container);
    return candidate.family == Family::article && volume && container && volume->first < container->first;
}

/// "216–17, 235": pages behind those before are one list with them; a page within them is the one meant.
/// Of a case the first page is where it begins.
bool Lowerer::continues_pages(Span span) {
    if (candidate.family == Family::act || is_reporter()) return false;
    for (auto& field : low.citation.fields) {
        if (field.field != to_string(Variable::page) || field.span.end > span.begin) continue;
        constexpr std::size_t joint = 6;  // ", ", " and ", ", und "
        if (span.begin - field.span.end > joint ||
            text({field.span.end, span.begin}).find(' ') == string_view::npos)
            return false;
        auto const before = low.citation.item.text(Variable::page);
        auto const list = before.rfind(',');
        auto const [first, last] =
            page_range(trim(list == string_view::npos ? before : before.substr(list + 1)));
        auto const next = page_range(text(span)).first;
        if (next <= last && next >= first) return false;
        field.span.end = span.end;
        item().texts.set(Variable::page, std::string(text(field.span)));
        return true;
    }
    return false;
}

/// "Historical Journal (Vol. 36, 1986)", "(36: 2, 1986)": a periodical's volume and issue, in the bracket
/// that has place and house for a book. Whether `span` is that and nothing more.
bool Lowerer::volume_in_bracket(Span span) {
    if (candidate.family != Family::article || !candidate.find(Role::container)) return false;
    auto words = tokens_in(span);
    auto const skip = [&](auto const& is_skipped) {
        if (!words.empty() && is_skipped(words.front())) words = words.subspan(1);
    };
    auto const take_number = [&](string_view label) {
        skip([&](Token const& word) { return word.phrase && means(*word.phrase, label); });
        skip([](Token const& word) { return word.is_mark('.'); });
        if (words.empty() || !(words.front().roman || is_all_digits(text(words.front().span)))) return Span();
        auto const number = words.front().span;
        words = words.subspan(1);
        skip([](Token const& word) { return word.is_mark(':') || word.is_mark(','); });
        return number;
    };
    auto const volume = take_number("volume");
    auto const issue = take_number("issue");
    if (volume.empty() || !words.empty()) return false;
    low.set(Variable::volume, volume);
    if (!issue.empty()) low.set(Variable::issue, issue);
    low.settled.push_back(span);
    return true;
}

/// "Lanham: Lexington Books, 2013", "Cambridge, 2010", "Wien/Leipzig 1934", "1969".
void Lowerer::publication(Part const& part) {
    auto const& chunk = at(part.first);
    // "Frankfurt/M. 1994 (zugl. Diss. Univ. München 1992)": a printed book, whatever it was before.
    if (chunk.kind == ChunkKind::thesis && item().dates.find(Variable::issued)) return;
    if (chunk.kind == ChunkKind::thesis) return thesis(chunk);
    bool const bracket = token(chunk.first).kind == TokenKind::open;
    auto span = behind_people(trimmed(chunk.inner));
    if (chunk.imprint != no_token && token(chunk.imprint).span.begin > span.begin) {
        auto const begin = token(chunk.imprint).span.begin;
        // "(Indiana UP, Bloomington 2008)": the house before its town, no series.
        auto const before = trimmed({span.begin, begin});
        bool const house = text(before).find_first_of("0123456789") == string_view::npos &&
                           (is_publisher(before) || is_one_word(before));
        if (!chunk.is(Trait::conference) && !house) series_in({span.begin, begin});
        if (!house) span.begin = begin;
    }
    auto const rest = span;
    if (chunk.date >= 0) {
        // "Protocol No. 49, 4 November 1956, in … (Moscow: ROSSPEN, 2003)": a paper has the day of its
        // writing.
        auto const* written = item().dates.find(Variable::issued);
        bool const printed_later =
            written && (candidate.family == Family::letter_in_volume ||
                        (candidate.family == Family::chapter && written->start.day != 0));
        if (!printed_later) set_date(Variable::issued, chunk);
        auto const& raw = low.chunks.dates[static_cast<std::size_t>(chunk.date)].raw;
        auto const begin = low.chunks.text.find(raw, span.begin);
        // "1950. Vol. VII. Washington: Government Printing Office, 1976": the year behind a house.
        if (begin < span.end && text(rest).find(": ") < begin - span.begin && !printed_later)
            low.settled.push_back({begin, begin + raw.size()});
        if (begin < span.end) span = without_undated({span.begin, begin});
    } else if (auto const written = text(span); written.ends_with("n.d.") || written.ends_with("s.d.")) {
        span.end -= 4;
    }
    if (chunk.is(Trait::verb) && bracket) return;  // a decree's description, only its date tells
    span = trimmed(span);
    // "Stuttgart 1967, ²1975": the year of the first edition.
    if (!bracket)
        for (auto const& word : tokens_in(span))
            if (word.span.begin > span.begin && word.number && is_year(text(word.span))) {
                span = trimmed({span.begin, word.span.begin});
                break;
            }
    if (volume_in_bracket(span)) return;
    if (span.begin < span.end) return place_and_publisher(span);
    reprint(rest);
}

/// "(2003; repr., London: Free Press, 2005)": the first print has only its year.
void Lowerer::reprint(Span span) {
    auto const written = text(span);
    auto const semicolon = written.find(';');
    auto const last = written.rfind(',');
    if (semicolon == string_view::npos || last == string_view::npos || last < semicolon) return;
    // The edition that is cited is the one with house and place.
    auto const year = tokens_in({span.begin + last + 1, span.end});
    if (!year.empty() && is_year(text(year.front().span))) {
        low.forget(to_string(Variable::issued));
        read_date_at(Variable::issued, low.chunks.tokens.index_of(year.front()));
    }
    auto begin = semicolon + 1;
    auto const comma = written.find(',', begin);
    if (comma < last && comma - begin < 12) begin = comma + 1;
    place_and_publisher(trimmed({span.begin + begin, span.begin + last}));
}

/// "University of Oxford | PhD thesis, 1999": where the form begins, behind the university's name.
std::size_t Lowerer::form_behind_university(Chunk const& chunk) const {
    auto const first = token(chunk.first).kind == TokenKind::open ? chunk.first + 1 : chunk.first;
    bool university = false;
    for (auto at = first; at < chunk.imprint; ++at) {
        auto const form = match_phrase(low.chunks.tokens, low.chunks.text, at, mask(WordClass::thesis));
        if (form.phrase) return university && at > first ? token(at).span.begin : chunk.inner.begin;
        university = university || (token(at).upper && fold_word(word(at)).starts_with("univ"));
    }
    return chunk.inner.begin;
}

/// "PhD diss., Harvard University, 1999", "Diss. Univ. Tübingen 2005 (Masch.)": the form, the university, the
/// year.
void Lowerer::thesis(Chunk const& chunk) {
    auto end = chunk.inner.end;
    if (chunk.date >= 0) {
        set_date(Variable::issued, chunk);
        auto const year = low.chunks.text.find(low.chunks.dates[static_cast<std::size_t>(chunk.date)].raw,
                                               token(chunk.imprint - 1).span.end);
        if (year < end) end = year;
    }
    auto const genre_end = std::min(token(chunk.imprint - 1).span.end, end);
    auto const form = form_behind_university(chunk);
    low.set(Variable::genre, trimmed({form, genre_end}));
    if (form > chunk.inner.begin) {
        low.set(Variable::publisher, trimmed({chunk.inner.begin, form}));
        return low.settled.push_back({chunk.inner.begin, genre_end});
    }
    auto const behind = low.chunks.text.find_first_not_of(" (", genre_end);  // "thesis (Cambridge, 1998)"
    auto const university = trimmed({std::min(behind, end), end});
    if (university.begin >= university.end) return;
    bool const place =
        text(university).find(' ') == string_view::npos && begins_with(university, WordClass::place);
    low.set(place ? Variable::publisher_place : Variable::publisher, university);
}

}  // namespace fonds
