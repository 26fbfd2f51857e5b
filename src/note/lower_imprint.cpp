// Where and when a work was published: series, volumes, issues, pages, places, houses, theses.

#include <algorithm>
#include <array>

#include "base/contains.hpp"
#include "base/number.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
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

/// "Brookings Staff Paper", "Research Memorandum RM-4012-PR", "(= Studien zur Zeitgeschichte, Bd. 67)".
void Lowerer::series(Part const& part) {
    auto const& chunk = at(part.first);
    series_in(chunk.kind == ChunkKind::aside ? chunk.inner : span_of(part));
}

void Lowerer::series_in(Span span) {
    span = trimmed(span);
    if (text(span).starts_with("=")) span = trimmed({span.begin + 1, span.end});
    for (string_view const of : {"of ", "de ", "di ", "du ", "der "})  // "vol. VII de História de Portugal"
        if (text(span).starts_with(of)) span = trimmed({span.begin + of.size(), span.end});
    // "(Reihe: Wiesbadener Geschichte 1)"
    if (begins_with(span, WordClass::series_noun))
        if (auto const colon = text(span).find(": "); colon != string_view::npos)
            span = trimmed({span.begin + colon + 2, span.end});
    // "Studien zu Politik und Verwaltung 62, 4. Aufl."
    if (auto const comma = text(span).rfind(", "); comma != string_view::npos)
        for (auto const& item : tokens_in(span))
            if (item.span.begin > span.begin + comma && item.span.end <= span.end &&
                item.is(WordClass::edition)) {
                auto const begin = span.begin + comma + 2;
                low.set(Variable::edition, trimmed({begin, std::max(begin + 1, item.span.begin)}));
                span = trimmed({span.begin, span.begin + comma});
                break;
            }
    auto const written = text(span);
    auto const space = written.rfind(' ');
    auto last = space == string_view::npos ? string_view() : written.substr(space + 1);
    bool const years = last.size() >= 8 && is_year(last.substr(0, 4)) && is_digit(last.back());
    if (std::any_of(last.begin(), last.end(), is_digit) && !years) {
        low.set(Variable::number, {span.begin + space + 1, span.end});
        auto end = span.begin + space;
        // "Studien, Bd. 3"; "Befund, Kritik, Perspektive 15" has commas of its own.
        auto const comma = written.find_last_of(",;", space);
        auto const label =
            comma == string_view::npos ? string_view() : trim(written.substr(comma + 1, space - comma - 1));
        constexpr std::size_t longest_label = 5;
        if (comma != string_view::npos && (label.ends_with('.') || label.size() <= longest_label))
            end = span.begin + comma;
        span = trimmed({span.begin, end});
    }
    low.set(Variable::collection_title, span);
}

/// A number stands without its label; words ("rev. ed.") stay as they are.
void Lowerer::edition(Part const& part) {
    auto span = trimmed(span_of(part));
    auto const written = text(span);
    auto const space = written.find(' ');
    bool const number = is_digit(written[0]) && space != string_view::npos &&
                        written.find(' ', space + 1) == string_view::npos;
    if (number) span.end = span.begin + (written[space - 1] == '.' ? space - 1 : space);
    // "wyd. 3"
    auto const last = written.rfind(' ');
    bool const behind = !number && space != string_view::npos && last == space && written[space - 1] == '.' &&
                        !is_digit(written[0]) && at(part.first).last - at(part.first).first == 3;
    if (behind) span.begin += space + 1;
    // "ediția a III-a"
    if (!number && !behind && written.ends_with("-a")) span.begin += space + 1;
    low.set(Variable::edition, span);
}

void Lowerer::pages(Part const& part) {
    auto const& chunk = at(part.first);
    auto span = trimmed(chunk.inner);
    // "ch. 4", "n. 23": a place, but no page.
    if (chunk.kind == ChunkKind::level && chunk.phrase && !chunk.phrase->meanings().empty())
        for (auto const label : {string_view("chapter"), string_view("note"), string_view("paragraph")})
            if (chunk.phrase->meanings().front() == label) {
                if (label == "note" && joins_chapter(span)) return;
                low.citation.locator = text(span);
                low.citation.locator_label = label;
                return low.field("locator", span);
            }
    // "Dokumente, #104": a document of a volume.
    auto const before = trim(low.chunks.text.substr(0, span.begin));
    // "p. 17, col. 3": a column of the page.
    if (chunk.kind == ChunkKind::level && chunk.means("column") && !item().text(Variable::page).empty()) {
        low.citation.locator = text(span);
        low.citation.locator_label = "column";
        return low.field("locator", span);
    }
    if (before.ends_with('#')) return low.set(Variable::number, span);  // "Dokumente, #87", "# 100"
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
    low.citation.locator = text(span);
    low.citation.locator_label = "page";
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

/// "14/15": two volumes in one.
bool is_double_volume(string_view written) {
    constexpr std::size_t longest = 4;
    auto const stroke = written.find('/');
    if (stroke == string_view::npos || written.size() > 2 * longest + 1) return false;
    auto const first = written.substr(0, stroke), second = written.substr(stroke + 1);
    return is_all_digits(first) && is_all_digits(second) &&
           page_range(first).first + 1 == page_range(second).first;
}

/// "Gentleman's Magazine for | 1742", "JORF du | 21 septembre 1947": the word that leads to the date is none
/// of the name.
Span Lowerer::without_lead_to_year(Part const& part, Span span) const {
    auto const last = at(part.last - 1).last - 1;
    constexpr std::array leads = {string_view{"for"}, string_view{"of"}, string_view{"du"}};
    bool const leading = last > at(part.first).first && contains(leads, word(last)) &&
                         part.last < low.chunks.list.size() && at(part.last).kind == ChunkKind::date;
    return leading ? trimmed({span.begin, token(last).span.begin}) : span;
}

/// A series name before its number is a collection, a journal's a container.
/// "RGBl. I", "BBl 1962 I", "Dz.U. 1952": a gazette, and behind its name the year and the volume.
bool Lowerer::gazette(Part const& part) {
    auto const& chunk = at(part.first);
    if (part.last - part.first != 1 || chunk.kind != ChunkKind::text || !chunk.is(Trait::legal)) return false;
    auto last = chunk.last;
    for (; last > chunk.first + 1; --last) {
        auto const span = token(last - 1).span;
        // "PSZ II" and "GBl. DDR I" are names in whole.
        bool const apart = token(last - 2).is_mark('.') || is_year(text(token(last - 2).span));
        if (token(last - 1).roman && apart && item().text(Variable::volume).empty())
            low.set(Variable::volume, span);
        else if (!is_year(text(span))) break;
        else if (!item().dates.find(Variable::issued)) issued_in(span);
        low.settled.push_back(span);
    }
    if (last == chunk.last) return false;
    auto const name = trimmed(span_of(chunk.first, last));
    low.set(Variable::container_title, name);
    low.settled.push_back(name);
    return true;
}

void Lowerer::container(Part const& part) {
    if (gazette(part)) return;
    if (part.last - part.first == 1 && at(part.first).kind == ChunkKind::quote) {
        // "„Voprosy istorii“ (Moskva), No. 10": without a title before it, it is no title itself.
        if (!candidate.find(Role::title)) low.settled.push_back(at(part.first).inner);
        return low.set(Variable::container_title, at(part.first).inner);
    }
    bool const siglum = candidate.family == Family::short_form ||
                        (candidate.family == Family::chapter && part.last - part.first == 1 &&
                         at(part.first).is(Trait::docvolume) && at(part.first).is(Trait::digits));
    if (siglum && edition_by_siglum(at(part.first))) return;
    auto span = trimmed(span_of(part));
    // "The Correspondence of G. E. Brandt, vol. I, p. 22: Brandt to Hale": an edition that stands first is
    // its name, whatever its words are elsewhere.
    if (auto const letter = candidate.find(Role::head);
        letter && candidate.family == Family::letter_in_volume && part.first < letter->first)
        low.settled.push_back(span);
    // "FRUS, 1961–1963": nothing else in the citation is the edition.
    if (candidate.family == Family::letter_in_volume && at(part.first).is(Trait::docvolume))
        low.settled.push_back(span);
    span = without_lead_to_year(part, span);
    bool series = false;
    for (auto i = part.first; i < part.last; ++i) series = series || at(i).is(Trait::series);
    series = series && !at(part.first).is(Trait::docvolume);  // "DDF, 2e série"
    auto const written = text(span);
    // "US-Korea Institute at SAIS Working Paper 08-08": the number ends the name.
    auto const space = written.rfind(' ');
    if (series && space != string_view::npos && is_digit(written[space + 1])) {
        low.set(Variable::number, {span.begin + space + 1, span.end});
        span = trimmed({span.begin, span.begin + space});
    }
    // "translated in CWIHP e-Dossier No. 13": nothing else in the citation is the series.
    if (series && !candidate.find(Role::title)) low.settled.push_back(span);
    if (!series) span = without_numbers(span);
    auto const variable = series ? Variable::collection_title : Variable::container_title;
    low.set(variable, span);
    // "Foreign Relations of the United States (hereafter FRUS), 1950": what is said on the name is none of
    // it.
    for (auto i = part.first; i < part.last; ++i)
        if (at(i).kind == ChunkKind::hereafter && i > part.first && i + 1 < part.last) {
            item().texts.set(
                variable, concat(text({span.begin, at(i - 1).span.end}), text({at(i).span.end, span.end})));
            low.settled.push_back(span);
        }
}

/// "APW II C 1", "SSRQ ZH NF II/3", "SSRQ SG III/4 134-1": an edition's letters, then its volume, behind a
/// volume with a stroke the number of a document.
bool Lowerer::edition_by_siglum(Chunk const& chunk) {
    auto const numeral = [&](std::uint32_t i) {
        bool const series = word(i).size() == 1 || word(i).find('/') != string_view::npos;  // "ADAP D/V"
        return token(i).kind == TokenKind::word &&
               ((token(i).upper && (token(i).roman || series)) || token(i).digits);
    };
    auto volume = chunk.first + 1;
    while (volume < chunk.last && !numeral(volume)) ++volume;
    if (volume >= chunk.last) return false;
    auto last = chunk.last;
    if (volume + 2 == last && word(volume).find('/') != string_view::npos && token(last - 1).digits) {
        low.set(Variable::number, token(--last).span);
        low.settled.push_back(token(last).span);
    }
    Span const name{token(chunk.first).span.begin, token(volume - 1).span.end};
    Span const numbers{token(volume).span.begin, token(last - 1).span.end};
    low.set(Variable::container_title, name);
    low.set(Variable::volume, numbers);
    low.settled.push_back(name);
    low.settled.push_back(numbers);
    return true;
}

namespace {
/// "41", "3–4": issues of a year.
bool counts_issues(string_view written) {
    return !written.empty() && is_digit(written.front()) && is_digit(written.back()) && written.size() <= 7 &&
           written.find_first_not_of("0123456789-\u2013") == string_view::npos;
}
}  // namespace

void Lowerer::issued_in(Span year) {
    Date date;
    date.start.year = std::stoi(std::string(text(year)));
    item().dates.set(Variable::issued, date);
    low.field("issued", year);
}

/// "Der Spiegel 41/1962", "Tokovi istorije 3–4/2008", "H-Diplo Roundtable XXIII-45", "Slavic Review 27.1",
/// "Neue Deutsche Biographie 23": numbers that end the name.
Span Lowerer::without_numbers(Span span) {
    auto const written = text(span);
    auto const space = written.rfind(' ');
    if (space == string_view::npos || space == 0) return span;
    auto const last = written.substr(space + 1);
    auto const begin = span.begin + space + 1;
    auto const stroke = last.find('/');
    auto const cut = stroke != string_view::npos ? stroke : last.find_first_of("/-.");
    auto const head = last.substr(0, cut),
               rest = cut == string_view::npos ? string_view() : last.substr(cut + 1);
    if (cut == string_view::npos) {
        bool const year = candidate.family == Family::newspaper && is_year(last);  // "Europa-Archiv 1972"
        if (year) return issued_in({begin, span.end}), trimmed({span.begin, span.begin + space});
        if (!is_all_digits(last) || last.size() > 3) return span;
        low.set(Variable::volume, {begin, span.end});
    } else if (counts_issues(head) && is_year(rest) && last[cut] == '/') {
        low.set(Variable::issue, {begin, begin + cut});
        issued_in({begin + cut + 1, span.end});
    } else if (is_year(head) && counts_issues(rest) && last[cut] == '/') {  // "Századok 1999/2"
        issued_in({begin, begin + cut});
        low.set(Variable::issue, {begin + cut + 1, span.end});
    } else if (is_all_digits(rest) && (head.find_first_not_of("IVXLC") == string_view::npos ||
                                       (last[cut] == '.' && is_all_digits(head)))) {
        // "MRP. V/3": a volume of an edition, which has no issues.
        bool const edition = candidate.family == Family::letter_in_volume && last[cut] == '/';
        low.set(Variable::volume, {begin, edition ? span.end : begin + cut});
        if (edition) low.settled.push_back({begin, span.end});
        else low.set(Variable::issue, {begin + cut + 1, span.end});
    } else {
        return span;
    }
    return trimmed({span.begin, span.begin + space});
}

/// "Redlich, Reichsproblem 1/1, 460", "Biographisches Lexikon 27, 101–104": before its pages a figure that
/// ends a short title is the volume; a lexicon has more than nine.
Span Lowerer::without_volume(Part const& part, Span span) {
    auto const* pages = candidate.find(Role::pages);
    auto const written = text(span);
    auto const space = written.rfind(' ');
    if (candidate.find(Role::volume) || !pages || pages->first < part.last || space == string_view::npos)
        return span;
    auto const number = written.substr(space + 1);
    auto const stroke = number.find('/');
    auto const figures = [](string_view some, std::size_t most) {
        return !some.empty() && some.size() <= most && is_all_digits(some);
    };
    bool const lexicon = at(part.first).is(Trait::encyclopedia);
    bool const volume = stroke == string_view::npos
                            ? figures(number, lexicon ? 2 : 1)
                            : figures(number.substr(0, stroke), 2) && figures(number.substr(stroke + 1), 2);
    if (!volume) return span;
    low.set(Variable::volume, {span.begin + space + 1, span.end});
    return trimmed({span.begin, span.begin + space});
}

/// "VKST 1962, Heft 23": a year before issue and page.
void Lowerer::publication_year(Chunk const& chunk) {
    auto const read = read_date(low.chunks.tokens, low.chunks.text, chunk.first);
    if (!read) return;
    item().dates.set(Variable::issued, read->date).raw.clear();
    low.field(std::string(to_string(Variable::issued)), chunk.inner);
}

/// "96, pt. 2:1954–57": a part of the volume, and its pages; of another label the number.
void Lowerer::labelled_tail(Part const& part) {
    auto const& chunk = at(part.first);
    if (!chunk.means("part")) return labelled(Variable::number, part);
    auto const colon = text(chunk.inner).find_first_of(":.");
    if (colon == string_view::npos || !item().text(Variable::page).empty())
        return labelled(Variable::part_number, part);
    Span const page{chunk.inner.begin + colon + 1, chunk.inner.end};
    low.set(Variable::part_number, {chunk.inner.begin, chunk.inner.begin + colon});
    low.settled.push_back(page);
    return low.set(Variable::page, page);
}

/// Numbers behind a periodical's name: "33:2", "18", "119-41".
void Lowerer::tail(Part const& part) {
    auto const& chunk = at(part.first);
    auto const written = text(chunk.inner);
    auto const colon = written.find_first_of(":.");
    auto const slash = written.find('/');
    // "CWIHP Bulletin 6-7 (Winter 1995/1996)": with a bracket behind it a number is no page.
    bool const volume = part.last < low.chunks.list.size() && at(part.last).kind == ChunkKind::publication;
    bool const range = !volume && has_dash(written);
    bool const dated = item().dates.find(Variable::issued) != nullptr;
    if (is_document_volume() && chunk.kind == ChunkKind::number)
        return chunk_is_roman(chunk) && item().text(Variable::volume).empty()
                   ? low.set(Variable::volume, chunk.inner)
                   : pages(part);
    if (chunk.kind == ChunkKind::level) return labelled_tail(part);
    // "VKST 1962, Heft 23": a year before issue and page is the journal's.
    if (!dated && !candidate.find(Role::date) && !candidate.find(Role::publication) && is_year(written) &&
        !volume)
        return publication_year(chunk);
    // A day's paper has pages, no volume: "October 24, 1962, 1, 21".
    auto const* day = item().dates.find(Variable::issued);
    if (day && day->start.day != 0 && candidate.family == Family::article && colon == string_view::npos) {
        if (container_is(Trait::newspaper)) low.settled.push_back(chunk.inner);  // "12 Oct. 1847, 5, col. 3"
        return pages(part);
    }
    if (!item().text(Variable::collection_title).empty() && item().text(Variable::number).empty() && !dated)
        return low.set(Variable::number, chunk.inner);
    bool const pages_behind = !volume && colon != string_view::npos &&
                              written.find_first_of("-\u2013", colon) != string_view::npos &&
                              written[colon] == ':';
    if (pages_behind && item().text(Variable::volume).empty()) return pages(part);  // "1987;316:965–70"
    if (colon != string_view::npos && item().text(Variable::volume).empty()) {
        low.set(Variable::volume, {chunk.inner.begin, chunk.inner.begin + colon});
        return low.set(Variable::issue, {chunk.inner.begin + colon + 1, chunk.inner.end});
    }
    bool const has_volume = !item().text(Variable::volume).empty();
    if (is_double_volume(written) && is_bulletin_of_project()) low.settled.push_back(chunk.inner);
    if (is_double_volume(written) && !has_volume && candidate.find(Role::publication))
        return low.set(
            counts_its_issues(item().text(Variable::container_title)) ? Variable::issue : Variable::volume,
            chunk.inner);
    // "Isis (1993) 84, pp. 1–25": behind the year the volume, where labelled pages follow.
    if (dated && !has_volume && is_all_digits(written) && item().text(Variable::issue).empty() &&
        pages_follow(part) && candidate.family == Family::article)
        return low.set(Variable::volume, chunk.inner);
    // "JAMA, 1910, 55: 1105–13": a colon parts volume and pages.
    bool const before_pages = part.last + 1 < low.chunks.list.size() &&
                              at(part.last).kind == ChunkKind::colon &&
                              at(part.last + 1).kind == ChunkKind::number;
    if (dated && !has_volume && before_pages && candidate.family == Family::article &&
        item().text(Variable::issue).empty())
        return low.set(Variable::volume, chunk.inner);
    auto const joint =  // "41/2" or, of a journal, "41.2"
        slash == string_view::npos && candidate.family == Family::article ? written.find('.') : slash;
    // "Múltunk, 1994/1–2": the year and its issue.
    if (slash != string_view::npos && !has_volume && !dated && is_year(written.substr(0, slash)) &&
        counts_issues(written.substr(slash + 1))) {
        issued_in({chunk.inner.begin, chunk.inner.begin + slash});
        return low.set(Variable::issue, {chunk.inner.begin + slash + 1, chunk.inner.end});
    }
    // "B 22/1986": the issue and its year.
    if (joint != string_view::npos && !has_volume && !dated && counts_issues(written.substr(0, joint)) &&
        is_year(written.substr(joint + 1))) {
        issued_in({chunk.inner.begin + joint + 1, chunk.inner.end});
        return low.set(Variable::issue, {chunk.inner.begin, chunk.inner.begin + joint});
    }
    if (joint != string_view::npos && !has_volume && !range) {
        low.set(Variable::volume, {chunk.inner.begin, chunk.inner.begin + joint});
        return low.set(Variable::issue, {chunk.inner.begin + joint + 1, chunk.inner.end});
    }
    // "XXI, 1990, 3, pp. 463–493": behind volume and year the issue, where labelled pages follow.
    if (dated && has_volume && !range && is_all_digits(written) && item().text(Variable::issue).empty() &&
        pages_follow(part))
        return low.set(Variable::issue, chunk.inner);
    if ((dated && (range || has_volume || !item().text(Variable::issue).empty())) || range ||
        (dated && !has_volume && item().text(Variable::page).empty()))
        return pages(part);
    if (!has_volume && is_bulletin_of_project()) {
        low.settled.push_back(chunk.inner);
        return low.set(Variable::issue, chunk.inner);
    }
    if (!has_volume) return low.set(Variable::volume, chunk.inner);
    if (item().text(Variable::issue).empty()) return low.set(Variable::issue, chunk.inner);
    pages(part);
}

/// "CWIHP Bulletin 14/15": a bulletin counts its issues and has no volumes.
bool Lowerer::counts_its_issues(string_view periodical) const {
    auto const words = split(periodical, ' ');
    return std::any_of(words.begin(), words.end(), [&](string_view word) {
        return low.lexicon.is_any(hash_folded(word), mask(WordClass::counts_issues));
    });
}

/// "CWIHP Bulletin 10", "Cold War International History Project Bulletin 5": as no other bulletin does, those
/// of the Wilson Center's projects count their issues alone.
bool Lowerer::is_bulletin_of_project() const {
    auto const& periodical = item().text(Variable::container_title);
    return counts_its_issues(periodical) &&
           (periodical.starts_with("CWIHP ") || periodical.starts_with("NKIDP ") ||
            periodical.find(" Project ") != std::string::npos);
}

/// Whether labelled pages stand behind a part.
bool Lowerer::pages_follow(Part const& part) const {
    return std::any_of(candidate.parts.begin(), candidate.parts.end(), [&](Part const& later) {
        return later.role == Role::pages && later.first >= part.last &&
               at(later.first).kind == ChunkKind::level;
    });
}

bool Lowerer::chunk_is_roman(Chunk const& chunk) const { return low.chunks.tokens[chunk.first].roman; }

/// "Lanham: Lexington Books, 2013", "Cambridge, 2010", "Wien/Leipzig 1934", "1969".
void Lowerer::publication(Part const& part) {
    auto const& chunk = at(part.first);
    // "Frankfurt/M. 1994 (zugl. Diss. Univ. München 1992)": a printed book, whatever it was before.
    if (chunk.kind == ChunkKind::thesis && item().dates.find(Variable::issued)) return;
    if (chunk.kind == ChunkKind::thesis) return thesis(chunk);
    bool const bracket = low.chunks.tokens[chunk.first].kind == TokenKind::open;
    auto span = chunk.inner;
    if (chunk.imprint != no_token) {
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
        bool const printed_later =
            candidate.family == Family::letter_in_volume && item().dates.find(Variable::issued);
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
    if (span.begin < span.end) return place_and_publisher(span);
    reprint(rest);
}

/// "(London: Hutchinson, n.d. [1948])": before the year that is known from elsewhere.
Span Lowerer::without_undated(Span span) const {
    auto const bracket = trimmed(span);
    if (!text(bracket).ends_with('[')) return span;
    auto const rest = trimmed({bracket.begin, bracket.end - 1});
    for (string_view const word : {"n.d.", "n. d.", "s.d.", "s.a."})
        if (text(rest).ends_with(word)) return {rest.begin, rest.end - word.size()};
    return span;
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
        read_date_at(Variable::issued, static_cast<std::uint32_t>(&year.front() - low.chunks.tokens.data()));
    }
    auto begin = semicolon + 1;
    auto const comma = written.find(',', begin);
    if (comma < last && comma - begin < 12) begin = comma + 1;
    place_and_publisher(trimmed({span.begin + begin, span.begin + last}));
}

/// "(2 vols., Boppard, 1983)", "(2nd edn; Basingstoke: Palgrave, 2006)": how many volumes, or which edition,
/// before the place; what stands behind them.
Span Lowerer::behind_details(Span span) {
    constexpr std::size_t longest = 14;
    auto end = std::min(text(span).find_first_of(",;"), span.size());
    // "2d ed. Chicago: …"
    for (string_view const noun : {" ed. ", " edn. ", " Aufl. "})
        if (auto const at = text(span).find(noun); at < end) end = at + noun.size() - 1;
    auto const detail = trimmed({span.begin, span.begin + end});
    auto const written = text(detail);
    auto const space = written.find(' ');
    if (end > longest || space == string_view::npos) return span;
    auto const tokens = tokens_in(detail);
    bool const edition = std::any_of(tokens.begin(), tokens.end(), [&](Token const& token) {
        return token.is(WordClass::edition) || text(token.span) == "ed";
    });
    bool const count = is_all_digits(written.substr(0, space));
    if (edition) {
        low.set(Variable::edition, is_digit(written[0]) ? Span{detail.begin, detail.begin + space} : detail);
    } else if (count) {
        Span const number{detail.begin, detail.begin + space};
        low.set(Variable::number_of_volumes, number);
        low.settled.push_back(number);
    } else {
        return span;
    }
    return trimmed({span.begin + end, span.end});
}

void Lowerer::place_and_publisher(Span span) {
    // "Tübingen ¹¹1967": the edition's number is the year's neighbour, not the place's.
    while (span.end > span.begin)
        if (auto const [c, size] = decode_before(low.chunks.text, span.end); raised_digit(c) != 0)
            span.end -= size;
        else break;
    span = trimmed(span);
    span = behind_details(span);
    if (span.begin >= span.end) return;
    span = without_series(span);
    constexpr string_view wide_colon = "：";
    for (string_view const wide_comma : {"，", "、"})
        if (text(span).ends_with(wide_comma)) span.end -= wide_comma.size();
    auto const written = text(span);
    if (auto const wide = written.find(wide_colon); wide != string_view::npos) {
        low.set(Variable::publisher_place, {span.begin, span.begin + wide});
        return low.set(Variable::publisher, {span.begin + wide + wide_colon.size(), span.end});
    }
    auto const colon = written.find(':');
    if (colon != string_view::npos) {
        if (auto const second = written.find("; ");
            second != string_view::npos && second > colon && written.find(':', second) != string_view::npos)
            return two_imprints(span, second);
        auto place = trimmed({span.begin, span.begin + colon});
        auto house = trimmed({span.begin + colon + 1, span.end});
        // "Routledge: London": the house before its town.
        if (names_town(house) && !is_publisher(house) && !names_town(place)) {
            std::swap(place, house);
            low.settled.push_back(span);
        }
        low.set(Variable::publisher_place, place);
        return low.set(Variable::publisher, house);
    }
    if (is_command_paper(span)) return low.set(Variable::number, span);
    // "Paris, Gallimard": place and house; "New Brunswick, NJ": one place.
    auto const comma = written.rfind(',');
    // "Cambridge, MA, and London": two towns.
    if (comma != string_view::npos && text(trimmed({span.begin + comma, span.end})).starts_with("and "))
        return low.set(Variable::publisher_place, span);
    if (comma != string_view::npos && !is_region(trimmed({span.begin + comma, span.end}))) {
        auto first = trimmed({span.begin, span.begin + comma});
        auto second = trimmed({span.begin + comma + 1, span.end});
        // "Allen Lane, London": the house before its town.
        if (names_town(second) && (!names_town(first) || is_publisher(first))) std::swap(first, second);
        else if (!names_town(first) && (is_house_of_two(first, second) || is_institution(second)))
            return low.set(Variable::publisher, span);
        low.set(Variable::publisher_place, first);
        return low.set(Variable::publisher, second);
    }
    if (comma == string_view::npos && (is_publisher(span) || is_partnership(span) || is_institution(span) ||
                                       ((has_initial(written) || names_person(span)) && !names_town(span))))
        return low.set(Variable::publisher, span);
    low.set(Variable::publisher_place, span);
}

/// "Longmans": no series has a name so short.
bool Lowerer::is_one_word(Span span) const {
    while (span.end > span.begin && text(span).ends_with(',')) --span.end;
    return text(span).find(' ') == string_view::npos && is_upper(decode(text(span), 0).value);
}

/// "Maurice Temple Smith", "Victor Gollancz": a house by its founder's given name.
bool Lowerer::names_person(Span span) const {
    auto const words = tokens_in(span);
    return words.size() >= 2 && words.front().is(WordClass::given) && words[1].upper &&
           words[1].span.end <= span.end;
}

/// "Ivan R. Dee", "W.W. Norton": a house by its founder's name.
bool Lowerer::has_initial(string_view name) {
    for (std::size_t at = 0; at + 2 < name.size(); ++at)
        if (name[at] >= 'A' && name[at] <= 'Z' && name[at + 1] == '.' &&
            (at == 0 || name[at - 1] == ' ' || name[at - 1] == '.'))
            return name.find(' ') != string_view::npos;
    return false;
}

/// "Washington: Wilson Center Press; Stanford: Stanford University Press": two houses, each with its place.
void Lowerer::two_imprints(Span span, std::size_t second) {
    place_and_publisher({span.begin + second + 2, span.end});
    auto const place = std::string(item().text(Variable::publisher_place)),
               house = std::string(item().text(Variable::publisher));
    place_and_publisher({span.begin, span.begin + second});
    item().texts.set(Variable::publisher_place, concat(item().text(Variable::publisher_place), "; ", place));
    item().texts.set(Variable::publisher, concat(item().text(Variable::publisher), "; ", house));
    low.settled.push_back(span);
}

/// "Paris, CNRS Éditions, coll. « Biblis »", "Madrid, Alianza, «El libro de bolsillo», 45": the series behind
/// the house, and the book's number in it.
Span Lowerer::without_series(Span span) {
    auto const items = tokens_in(span);
    auto const inside = [&](std::size_t i) { return i < items.size() && items[i].span.end <= span.end; };
    auto const is_label = [&](std::size_t i) {
        return inside(i) && items[i].phrase && items[i].is(WordClass::label);
    };
    for (std::size_t comma = 0; inside(comma + 1); ++comma) {
        if (!items[comma].is_mark(',')) continue;
        auto name = comma + 1;
        bool const labelled = is_label(name) && means(*items[name].phrase, "collection");
        if (labelled) name += inside(name + 1) && items[name + 1].is_mark('.') ? 2 : 1;
        bool const quoted =
            inside(name) && items[name].kind == TokenKind::quote_open && items[name].match != no_token;
        if (!inside(name) || !(labelled || quoted)) continue;
        auto end = name;
        while (inside(end) && !items[end].is_mark(',')) ++end;
        series_in(quoted ? Span{items[name].span.end, token(items[name].match).span.begin}
                         : Span{items[name].span.begin, items[end - 1].span.end});
        auto number = end + 1;
        if (is_label(number)) ++number;
        if (inside(number) && items[number].is_mark('.')) ++number;
        if (inside(number) && items[number].number) low.set(Variable::number, items[number].span);
        return {span.begin, items[comma].span.begin};
    }
    return span;
}

/// "Cmnd. 814": a paper laid before Parliament.
bool Lowerer::is_command_paper(Span span) const {
    auto const written = text(span);
    return (written.starts_with("Cmd") || written.starts_with("Cmnd") || written.starts_with("Cm.")) &&
           is_digit(written.back());
}

/// Whether the word at the beginning of a span is one of that class: a region, or a town (alone or the first
/// of several).
bool Lowerer::begins_with(Span span, WordClass word_class) const {
    for (auto const& item : tokens_in({span.begin, span.begin + 1}))
        if (item.span.begin == span.begin) return item.is(word_class);
    return false;
}

/// "NJ", "Mass.", "N. Y.": the state or country of a town.
bool Lowerer::is_region(Span span) const {
    constexpr std::size_t initials = 4, longest = 6;  // "N. Mex."
    std::string written;
    for (char const c : text(span))
        if (c != ' ') written.push_back(c);
    bool const spaced = written.size() >= initials && written.size() <= longest && written[1] == '.' &&
                        written.back() == '.' && written.size() < text(span).size();
    return spaced || (begins_with(span, WordClass::region) && !names_house(span));
}

/// "La Découverte", "De Gruyter": capitals go on behind letters that elsewhere are a state's.
bool Lowerer::names_house(Span span) const {
    constexpr std::size_t longest = 2;
    auto const items = tokens_in(span);
    return items.size() == 2 && items[0].span.size() <= longest && !items[0].all_upper &&
           items[1].kind == TokenKind::word && items[1].upper;
}

/// "New York", "Berlin": whether a span begins with a town.
bool Lowerer::names_town(Span span) const {
    auto const first = tokens_in({span.begin, span.begin + 1});
    if (first.empty()) return false;
    auto const& tokens = low.chunks.tokens;
    auto const at = static_cast<std::uint32_t>(first.data() - tokens.data());
    return match_phrase(tokens, low.chunks.text, at, mask(WordClass::place)).phrase != nullptr;
}

/// "Little, Brown": a house known by two names.
bool Lowerer::is_house_of_two(Span first, Span second) const {
    for (auto const& phrase : low.lexicon.starting_with(hash_folded(text(first))))
        if (phrase.is(WordClass::publisher) && phrase.words.size() == 2 &&
            phrase.words[1] == hash_folded(text(second)))
            return true;
    return false;
}

/// "National Academy of Sciences": a body that prints its own books.
bool Lowerer::is_institution(Span span) const {
    if (names_town(span)) return false;
    auto const tokens = tokens_in(span);
    return std::any_of(tokens.begin(), tokens.end(), [&](Token const& token) {
        return token.span.end <= span.end && token.upper && token.is(WordClass::institution);
    });
}

/// "Simon and Schuster", "Angus & Robertson": names joined, none of them a town's.
bool Lowerer::is_partnership(Span span) const {
    bool joined = false;
    for (auto const& item : tokens_in(span)) {
        if (item.span.end > span.end) continue;
        if (item.is(WordClass::place) || item.is(WordClass::region)) return false;
        joined = joined || (item.is(WordClass::conjunction) && item.span.begin > span.begin) ||
                 text(item.span) == "&";
    }
    return joined;
}

/// "Princeton University Press", "MGU", "RFE/RL": a house by its words, or an abbreviation that is no town's.
bool Lowerer::is_publisher(Span span) const {
    auto const is_house = [&](Token const& token) {
        if (token.kind != TokenKind::word || token.is(WordClass::place) || token.is(WordClass::region))
            return false;
        return token.is(WordClass::publisher) || token.all_upper || text(token.span).ends_with("-Verlag");
    };
    for (auto const& token : tokens_in(span))
        if (token.span.end <= span.end && is_house(token)) return true;
    return false;
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
    low.set(Variable::genre, trimmed({chunk.inner.begin, genre_end}));
    auto const behind = low.chunks.text.find_first_not_of(" (", genre_end);  // "thesis (Cambridge, 1998)"
    auto const university = trimmed({std::min(behind, end), end});
    if (university.begin >= university.end) return;
    bool const place =
        text(university).find(' ') == string_view::npos && begins_with(university, WordClass::place);
    low.set(place ? Variable::publisher_place : Variable::publisher, university);
}

}  // namespace fonds
