// What a work stands in: series, editions, periodicals with their volumes and issues, gazettes.

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
        bool const labelled = label.ends_with('.') || label.size() <= longest_label ||
                              low.lexicon.is_any(hash_folded(label), mask(WordClass::label));
        if (comma != string_view::npos && labelled) end = span.begin + comma;
        span = trimmed({span.begin, end});
    }
    low.set(Variable::collection_title, span);
}

/// A number stands without its label; words ("rev. ed.") stay as they are.
void Lowerer::edition(Part const& part) {
    // "Hachette, 1965 (2e éd.)": in a bracket.
    bool const bracketed = token(at(part.first).first).kind == TokenKind::open;
    auto span = trimmed(bracketed ? at(part.first).inner : span_of(part));
    auto const written = text(span);
    auto const space = written.find(' ');
    bool const number = is_digit(written[0]) && space != string_view::npos &&
                        written.find(' ', space + 1) == string_view::npos;
    if (number) span.end = span.begin + (written[space - 1] == '.' ? space - 1 : space);
    // "wyd. 3"
    auto const last = written.rfind(' ');
    bool const behind = !number && space != string_view::npos && last == space && written[space - 1] == '.' &&
                        !is_digit(written[0]) && at(part.first).size() == 3;
    if (behind) span.begin += space + 1;
    // "ediția a III-a"
    if (!number && !behind && written.ends_with("-a")) span.begin += space + 1;
    low.set(Variable::edition, span);
}

/// "41", "3–4": issues of a year.
bool counts_issues(string_view written) {
    return !written.empty() && is_digit(written.front()) && is_digit(written.back()) && written.size() <= 7 &&
           written.find_first_not_of("0123456789-\u2013") == string_view::npos;
}

/// "14/15": two volumes in one.
bool is_double_volume(string_view written) {
    constexpr std::size_t longest = 4;
    auto const stroke = written.find('/');
    if (stroke == string_view::npos || written.size() > 2 * longest + 1) return false;
    auto const first = written.substr(0, stroke), second = written.substr(stroke + 1);
    return is_all_digits(first) && is_all_digits(second) &&
           leading_number(first) + 1 == leading_number(second);
}

/// "45-2", "45/2", "45.1–2": a volume and its issue; "45/46", "45-46" and "12-3" are two volumes.
bool Lowerer::volume_and_issue(Span span) {
    auto const written = text(span);
    auto const first = written.substr(0, count_digits(written));
    auto const behind = written.substr(first.size());
    auto const dash = dash_size(behind);
    bool const parted = behind.starts_with('.') || behind.starts_with('/');
    auto const second = behind.substr(std::min(parted ? 1 : dash, behind.size()));
    if (first.empty() || (!parted && dash == 0) || !counts_issues(second) || is_double_volume(written) ||
        is_year(first) || is_year(second) || !item().text(Variable::issue).empty())
        return false;
    if (dash != 0) {
        auto const volume = leading_number(first), issue = leading_number(second);
        auto const last_figures = second.size() == 1 ? volume % 10 : volume % 100;
        if (!is_all_digits(second) || issue > volume || last_figures + 1 == issue) return false;
    }
    low.set(Variable::volume, {span.begin, span.begin + first.size()});
    low.set(Variable::issue, {span.end - second.size(), span.end});
    low.settled.push_back(span);
    return true;
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

/// "RGBl. I", "BBl 1962 I", "Dz.U. 1952": a gazette, and behind its name the year and the volume.
bool Lowerer::gazette(Part const& part) {
    auto const& chunk = at(part.first);
    if (part.size() != 1 || chunk.kind != ChunkKind::text || !chunk.is(Trait::legal)) return false;
    auto last = chunk.last;
    for (; last > chunk.first + 1; --last) {
        auto const span = token(last - 1).span;
        // "PSZ II" and "GBl. DDR I" are names in whole.
        bool const apart = token(last - 2).is_mark('.') || is_year(word(last - 2));
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

/// A series name before its number is a collection, a journal's a container.
void Lowerer::container(Part const& part) {
    if (gazette(part)) return;
    if (tells_kind_of_periodical(part)) {
        settle(at(part.first).first, at(part.first).last);
        return container({part.role, part.first + 1, part.last});
    }
    auto const& first = at(part.first);
    if (part.size() == 1 && first.kind == ChunkKind::quote) {
        // "„Voprosy istorii“ (Moskva), No. 10": without a title before it, it is no title itself.
        if (!candidate.find(Role::title)) low.settled.push_back(first.inner);
        return low.set(Variable::container_title, first.inner);
    }
    bool const siglum =
        candidate.family == Family::short_form || (candidate.family == Family::chapter && part.size() == 1 &&
                                                   first.is(Trait::docvolume) && first.is(Trait::digits));
    if (siglum && edition_by_siglum(first)) return;
    settle_edition(part);
    auto const span = without_lead_to_year(part, trimmed(span_of(part)));
    if (names_series(part)) {
        series_and_number(part, span);
    } else {
        auto const name = without_numbers(span);
        low.set(Variable::container_title, name);
        without_hereafter(Variable::container_title, part, name);
    }
    if (part.last < candidate.last && at(part.last).kind == ChunkKind::number &&
        !candidate.find(Role::volume) && !candidate.find(Role::issue))
        number_behind_container(part.last);
}

/// "Вестник | „Работническо дело“": the word for what it is, before a name in marks.
bool Lowerer::tells_kind_of_periodical(Part const& part) const {
    if (part.size() != 2) return false;
    auto const &kind = at(part.first), &name = at(part.first + 1);
    return kind.kind == ChunkKind::text && kind.size() == 1 && kind.span.end < name.span.begin &&
           name.kind == ChunkKind::quote &&
           (kind.is(Trait::newspaper) || kind.is(Trait::journal) || kind.is(Trait::magazine));
}

/// "The Correspondence of G. E. Brandt, vol. I, p. 22: Brandt to Hale": an edition that stands first is its
/// name, whatever its words are elsewhere. "FRUS, 1961–1963": nothing else in the citation is the edition.
void Lowerer::settle_edition(Part const& part) {
    bool const with_letter = candidate.family == Family::letter_in_volume;
    if (!with_letter && candidate.family != Family::document_volume) return;
    auto const* letter = candidate.find(Role::head);
    auto const* tail = candidate.find(Role::tail);
    bool const siglum_and_volume = !with_letter && tail && !at(tail->first).roman;  // "MGH Capit. 2"
    if ((letter && part.first < letter->first) || (at(part.first).is(Trait::docvolume) && !siglum_and_volume))
        low.settled.push_back(trimmed(span_of(part)));
}

/// Whether words for a series stand in a container; "DDF, 2e série" counts those of an edition.
bool Lowerer::names_series(Part const& part) const {
    if (at(part.first).is(Trait::docvolume)) return false;
    for (auto i = part.first; i < part.last; ++i)
        if (at(i).is(Trait::series)) return true;
    return false;
}

/// "US-Korea Institute at SAIS Working Paper 08-08": the number ends the name.
void Lowerer::series_and_number(Part const& part, Span span) {
    auto const written = text(span);
    if (auto const space = written.rfind(' '); space != string_view::npos && is_digit(written[space + 1])) {
        low.set(Variable::number, {span.begin + space + 1, span.end});
        span = trimmed({span.begin, span.begin + space});
    }
    // "translated in CWIHP e-Dossier No. 13": nothing else in the citation is the series.
    if (!candidate.find(Role::title)) low.settled.push_back(span);
    low.set(Variable::collection_title, span);
    without_hereafter(Variable::collection_title, part, span);
}

/// "Foreign Relations of the United States (hereafter FRUS), 1950": what is said on the name is none of it.
void Lowerer::without_hereafter(Variable variable, Part const& part, Span name) {
    for (auto i = part.first + 1; i + 1 < part.last; ++i)
        if (at(i).kind == ChunkKind::hereafter) {
            item().texts.set(
                variable, concat(text({name.begin, at(i - 1).span.end}), text({at(i).span.end, name.end})));
            low.settled.push_back(name);
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

void Lowerer::issued_in(Span year) {
    Date date;
    date.start.year = std::stoi(std::string(text(year)));
    item().dates.set(Variable::issued, date);
    low.field("issued", year);
}

/// "41/1962", "3–4/2008", "1999/2": an issue and its year. Whether the span is that.
bool Lowerer::issue_of_year(Span span) {
    auto const written = text(span);
    auto const stroke = written.find('/');
    if (stroke == string_view::npos) return false;
    Span issue{span.begin, span.begin + stroke}, year{span.begin + stroke + 1, span.end};
    if (is_year(text(issue))) std::swap(issue, year);
    if (!counts_issues(text(issue)) || !is_year(text(year))) return false;
    low.set(Variable::issue, issue);
    issued_in(year);
    return true;
}

/// "in: Der Spiegel 12/1952", "Der Spiegel, 12/1952": behind the name of what it stands in.
bool Lowerer::number_behind_container(std::uint32_t chunk) {
    auto const span = at(chunk).inner;
    if (item().dates.find(Variable::issued) || !issue_of_year(span)) return false;
    low.settled.push_back(span);
    return true;
}

/// "Der Spiegel 41/1962", "H-Diplo Roundtable XXIII-45", "Slavic Review 27.1", "Neue Deutsche Biographie 23":
/// numbers that end the name.
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
    } else if (issue_of_year({begin, span.end})) {
    } else if ((is_all_digits(rest) || (last[cut] == '.' && counts_issues(rest))) &&  // "116.1–2"
               (head.find_first_not_of("IVXLC") == string_view::npos ||
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

}  // namespace fonds
