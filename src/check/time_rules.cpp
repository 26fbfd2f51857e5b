// Rules on dates: what no calendar has, and what two places say of one day.

#include <algorithm>
#include <cstdlib>

#include "base/contains.hpp"
#include "base/number.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "check/citation.hpp"
#include "check/dates.hpp"
#include "check/printed_source.hpp"
#include "check/rule.hpp"
#include "check/words.hpp"
#include "model/month_names.hpp"

namespace fonds::checking {
namespace {

std::string iso(DatePoint point) {
    Date date;
    date.start = point;
    return to_edtf(date);
}

// 29 February 1900 was a day of the Julian calendar.
bool is_possible_in_any_calendar(DatePoint point) {
    bool const julian_leap_day =
        point.month == 2 && point.day == 29 && point.year % 4 == 0 && point.year < 1924;
    return is_possible(point) || julian_leap_day;
}

void impossible_date(NoteView const& note, Findings& findings) {
    for (auto const& date : find_dates(note.note.text, note.tokens)) {
        if (is_possible_in_any_calendar(date.point)) continue;
        bool const swapped = date.point.month > 12 && date.point.day <= 12;
        findings.add(note.index, date.span,
                     concat("there is no such day as ", note.text(date.span),
                            swapped ? "; month and day are in the wrong order"
                                    : "; look the date up in the document"));
    }
}

// "1956-4-31": readers keep the words of a date that they cannot take.
std::optional<DatePoint> numbered_date(std::string_view words) {
    auto const parts = split(words, words.find('/') == std::string_view::npos ? '-' : '/');
    if (parts.size() < 3 || parts[0].size() != 4) return std::nullopt;
    DatePoint point;
    for (auto const& [part, value] : {std::pair(parts[0], &point.year), std::pair(parts[1], &point.month),
                                      std::pair(parts[2], &point.day)}) {
        if (!is_all_digits(part) || part.size() > 4) return std::nullopt;
        *value = leading_number(part);
    }
    return point;
}

void record_date(NoteView const& note, Citation const& citation, Findings& findings) {
    if (note.manuscript.document) return;  // in a manuscript the text itself is read
    for (auto const& [variable, date] : citation.item.dates) {
        auto const written = numbered_date(date.raw);
        bool const possible = is_possible_in_any_calendar(date.start) &&
                              (!written || is_possible_in_any_calendar(*written)) &&
                              (!date.end || is_possible_in_any_calendar(*date.end));
        if (!possible)
            findings.add(note.index, place_or_all(citation, to_string(variable)),
                         concat("“", to_string(variable),
                                "” is a day that no calendar has; look it up in the source"));
    }
}

void month_comma(NoteView const& note, Findings& findings) {
    auto const& tokens = note.tokens;
    for (std::size_t at = 0; at + 3 < tokens.size(); ++at) {
        if (tokens[at].kind != Token::word || note.text(tokens[at + 1]) != ",") continue;
        if (tokens[at + 2].kind != Token::space || tokens[at + 3].kind != Token::number) continue;
        auto const month = note.text(tokens[at]);
        auto const year = note.text(tokens[at + 3]);
        // "May," and "Mar," are too often something else; a year has four figures.
        if (find_month(month) == 0 || month.size() < 4 || year.size() != 4 ||
            !is_upper(decode(month, 0).value))
            continue;
        if (year < "1000" || year > "2100") continue;
        auto& finding =
            findings.add(note.index, {tokens[at].span.begin, tokens[at + 3].span.end},
                         concat("no comma between month and year: write “", month, " ", year, "”"));
        offer(finding, true, tokens[at + 1].span, "", "delete the comma");
    }
}

// "File No. 5/7/1931": what stands behind such a word is no date.
bool is_numbered(NoteView const& note, std::size_t at) {
    static auto const labels = words_for("label-of-number");
    auto const& tokens = note.tokens;
    while (at > 0 && (tokens[at - 1].kind == Token::space || note.text(tokens[at - 1]) == ".")) --at;
    return at > 0 && contains(labels, ascii_lower(note.text(tokens[at - 1])));
}

// "03/04/1956": April in Europe, March in America.
void ambiguous_date(NoteView const& note, Findings& findings) {
    auto const& tokens = note.tokens;
    for (std::size_t at = 0; at + 4 < tokens.size(); ++at) {
        auto const is_number = [&](std::size_t index, std::size_t longest) {
            auto const& token = tokens[index];
            return token.kind == Token::number && token.span.size() <= longest;
        };
        if (!is_number(at, 2) || !is_number(at + 2, 2) || tokens[at + 4].kind != Token::number) continue;
        if (note.text(tokens[at + 1]) != "/" || note.text(tokens[at + 3]) != "/") continue;
        if (at > 0 && (note.text(tokens[at - 1]) == "/" || tokens[at - 1].kind == Token::word)) continue;
        if (is_numbered(note, at)) continue;
        auto const first = std::stoi(std::string(note.text(tokens[at])));
        auto const second = std::stoi(std::string(note.text(tokens[at + 2])));
        auto const year = note.text(tokens[at + 4]);
        if (first == 0 || second == 0 || first > 12 || second > 12 || first == second) continue;
        if (year.size() != 4 || year < "1700" || year > "2100") continue;
        findings.add(note.index, {tokens[at].span.begin, tokens[at + 4].span.end},
                     "day and month cannot be told apart here; write the month as a word");
    }
}

// A day within a fortnight of the document's own is another day of the same affair: worth a look. One far
// away is what the document is about.
bool is_near(DatePoint a, DatePoint b) {
    auto const days = [](DatePoint point) { return point.year * 372 + point.month * 31 + point.day; };
    return std::abs(days(a) - days(b)) <= 31;
}

void title_date(NoteView const& note, Citation const& citation, Findings& findings) {
    auto const* issued = citation.item.dates.find(Variable::issued);
    auto const title = place_of(citation, "title");
    if (!issued || issued->start.day == 0 || issued->end || !title) return;
    auto const text = slice(note.note.text, *title);
    for (auto const& date : find_dates(text, tokenize(text))) {
        if (date.point == issued->start || !is_near(date.point, issued->start)) continue;
        Span const span{title->begin + date.span.begin, title->begin + date.span.end};
        auto& finding = findings.add(
            note.index, span,
            concat("the title says ", iso(date.point), ", the date of the document ", iso(issued->start),
                   "; one may be the day of the event and one that of writing: check, and say which"));
        if (auto const place = place_of(citation, "issued"))
            finding.related.push_back({note.index, *place, "the date of the document"});
    }
}

void access_before_writing(NoteView const& note, Citation const& citation, Findings& findings) {
    auto const* issued = citation.item.dates.find(Variable::issued);
    auto const* accessed = citation.item.dates.find(Variable::accessed);
    if (!issued || !accessed || issued->start.year == 0 || accessed->start.year == 0 || issued->circa) return;
    auto const before = [](DatePoint a, DatePoint b) {
        if (a.year != b.year) return a.year < b.year;
        if (a.month != b.month) return a.month != 0 && b.month != 0 && a.month < b.month;
        return a.day != 0 && b.day != 0 && a.day < b.day;
    };
    if (before(accessed->start, issued->start))
        findings.add(note.index, place_or_all(citation, "accessed"),
                     concat("read on ", to_edtf(*accessed), ", before it was written on ", to_edtf(*issued),
                            "; one of the dates is wrong"));
}

// The name an archive is cited by, where the table knows it.
ArchiveName const* cited_name(Citation const& citation, Knowledge const& knowledge) {
    auto const& reference = citation.item.reference;
    if (reference.repository_id.empty() || reference.repository.empty()) return nullptr;
    auto const* archive = knowledge.archive(reference.repository_id);
    if (!archive) return nullptr;
    for (auto const& name : archive->names)
        if (name.text == reference.repository) return &name;
    auto const folded = fold(reference.repository);
    for (auto const& name : archive->names)
        if (fold(name.text) == folded) return &name;
    return nullptr;
}

// When the citation was written: when the copy was read, else when the work appears.
int year_of_writing(NoteView const& note, Citation const& citation) {
    auto const* accessed = citation.item.dates.find(Variable::accessed);
    return accessed && accessed->start.year != 0 ? accessed->start.year : note.manuscript.options.year;
}

std::string present_names(Archive const& archive) {
    std::string full;
    std::string abbreviation;
    for (auto const& name : archive.names) {
        if (name.to != 0) continue;
        auto& place = name.abbreviation ? abbreviation : full;
        if (place.empty()) place = name.text;
    }
    if (full.empty()) full = archive.name;
    return abbreviation.empty() || abbreviation == full ? concat("“", full, "”")
                                                        : concat("“", full, "” (", abbreviation, ")");
}

void former_archive_name(NoteView const& note, Citation const& citation, Findings& findings) {
    auto const* name = cited_name(citation, note.manuscript.knowledge);
    auto const year = year_of_writing(note, citation);
    if (!name || name->to == 0 || year == 0 || year <= name->to) return;
    if (stands_in_print(note.note, citation)) return;
    // The same text may be a present name too: an abbreviation that went on.
    auto const& archive = *note.manuscript.knowledge.archive(citation.item.reference.repository_id);
    for (auto const& other : archive.names)
        if (other.text == name->text && other.to == 0) return;
    findings.add(note.index, place_or_all(citation, "archive"),
                 concat("“", name->text, "” has not been this archive's name since ",
                        std::to_string(name->to), "; it is now ", present_names(archive)));
}

void archive_before_its_time(NoteView const& note, Citation const& citation, Findings& findings) {
    auto const* name = cited_name(citation, note.manuscript.knowledge);
    auto const year = year_of_writing(note, citation);
    if (!name || name->from == 0 || year == 0 || year >= name->from) return;
    if (stands_in_print(note.note, citation)) return;
    findings.add(note.index, place_or_all(citation, "archive"),
                 concat("“", name->text, "” is the archive's name only since ", std::to_string(name->from),
                        ", and this was written in ", std::to_string(year), "; give the name it had then"));
}

constexpr RuleEntry entries[] = {
    {{"impossible-date", "time", Severity::error, "a day that no calendar has"},
     Reach::manuscripts,
     impossible_date},
    {{"impossible-record-date", "time", Severity::error, "a record with a day that no calendar has"},
     Reach::records,
     record_date},
    {{"month-comma", "time", Severity::note, "a comma between month and year"},
     Reach::manuscripts,
     month_comma},
    {{"ambiguous-date", "time", Severity::note, "a date of figures that may be read two ways"},
     Reach::manuscripts,
     ambiguous_date},
    {{"title-date", "time", Severity::warning, "the date in a title differs from the document's"},
     Reach::both,
     title_date},
    {{"access-before-writing", "time", Severity::error, "read before it was written"},
     Reach::both,
     access_before_writing},
    {{"former-archive-name", "time", Severity::warning, "an archive under a name that it no longer has"},
     Reach::both,
     former_archive_name},
    {{"archive-before-its-time", "time", Severity::error, "an archive under a name that it did not have yet"},
     Reach::both,
     archive_before_its_time},
};

}  // namespace

std::span<RuleEntry const> time_rules() { return entries; }

}  // namespace fonds::checking
