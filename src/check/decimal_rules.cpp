// Rules on the State Department's central files: numbers that carry their date.

#include <optional>

#include "base/number.hpp"
#include "base/text.hpp"
#include "check/citation.hpp"
#include "check/marks.hpp"
#include "check/rule.hpp"
#include "check/words.hpp"

namespace fonds::checking {
namespace {

std::string two(int number) { return concat(number < 10 ? "0" : "", std::to_string(number)); }

/// A State Department decimal number with its date: "848a.00/6-1648".
struct Decimal {
    std::string_view file;  ///< "848a.00"
    int month = 0;
    int day = 0;
    int year = 0;  ///< two figures
};

std::optional<Decimal> decimal_of(std::string_view mark) {
    auto const slash = mark.rfind('/');
    auto const dash = mark.rfind('-');
    if (slash == std::string_view::npos || dash == std::string_view::npos || dash < slash)
        return std::nullopt;
    auto const month = mark.substr(slash + 1, dash - slash - 1);
    auto const rest = mark.substr(dash + 1);
    auto const file = mark.substr(0, slash);
    if (!is_all_digits(month) || month.size() > 2 || !is_all_digits(rest) || rest.size() < 3 ||
        rest.size() > 4)
        return std::nullopt;
    if (file.size() < 5 || !is_digit(file[0]) || !is_digit(file[1]) || !is_digit(file[2]))
        return std::nullopt;
    if (file.find('.') == std::string_view::npos || file.find('.') > 5) return std::nullopt;
    Decimal decimal{file, 0, 0, 0};
    decimal.month = leading_number(month);
    decimal.day = leading_number(rest.substr(0, rest.size() - 2));
    decimal.year = leading_number(rest.substr(rest.size() - 2));
    return decimal;
}

template <class Visit>
void for_each_decimal(NoteView const& note, Visit visit) {
    for (auto const& mark : note.marks()) {
        if (!is_digit(mark.text.front()) || mark.text.find('/') == std::string_view::npos) continue;
        auto const plain = with_plain_dashes(mark.text);
        if (auto const decimal = decimal_of(plain)) visit(mark, *decimal);
    }
}

void decimal_suffix(NoteView const& note, Findings& findings) {
    for_each_decimal(note, [&](Mark const& mark, Decimal const& decimal) {
        auto const* citation = citation_at(note.note, mark.span);
        auto const issued = citation ? issued_day(*citation) : DatePoint{};
        bool const possible =
            decimal.month >= 1 && decimal.month <= 12 && decimal.day >= 1 && decimal.day <= 31;
        auto const said = concat("19", two(decimal.year), "-", two(decimal.month), "-", two(decimal.day));
        if (!possible) {
            findings.add(note.index, mark.span,
                         concat("the end of the file number is its date, and ", said, " is none"));
        } else if (issued.day != 0 && (issued.day != decimal.day || issued.month != decimal.month ||
                                       issued.year % 100 != decimal.year)) {
            auto const right =
                concat(std::to_string(issued.month), "-", std::to_string(issued.day), two(issued.year % 100));
            auto& finding =
                findings.add(note.index, mark.span,
                             concat("the end of the file number says ", said,
                                    ", the document another day: it would be “", right, "”; check both"));
            if (auto const place = place_of(*citation, "issued"))
                finding.related.push_back({note.index, *place, "the date of the document"});
        }
    });
}

void decimal_class(NoteView const& note, Findings& findings) {
    for_each_decimal(note, [&](Mark const& mark, Decimal const& decimal) {
        auto const year = 1900 + decimal.year;
        bool const is_late =
            (decimal.year == 63 && decimal.month > 1) || (decimal.year > 63 && decimal.year < 80);
        if (is_late && decimal.month <= 12)
            findings.add(
                note.index, mark.span,
                "the decimal files end in January 1963; later papers are in the subject-numeric files "
                "(“POL 27 VIET S”): one of number and date is wrong");
        if (year < 1944 || year > 1963 || decimal.file.find(".00") == std::string_view::npos) return;
        // One country's internal affairs were class 8 to 1949, its politics class 7 from 1950.
        if (year < 1950 && decimal.file.front() == '7')
            findings.add(note.index, mark.span,
                         concat("before 1950 a country's internal affairs were class 8: “8",
                                decimal.file.substr(1), "”"));
    });
}

// "Central Files 1960-63" beside a document of another year.
void central_files_years(NoteView const& note, Citation const& citation, Findings& findings) {
    auto const issued = issued_day(citation);
    auto const text = note.text(citation.span);
    if (issued.year == 0) return;
    static auto const names = words_for("central-files");
    for (auto const name : names) {
        auto const at = text.find(name);
        if (at == std::string_view::npos) continue;
        auto const after = trim(text.substr(at + name.size(), 24));
        auto const plain = with_plain_dashes(after.starts_with(',') ? trim(after.substr(1)) : after);
        auto const range = leading_range(plain);
        if (!range || range->first.size() != 4) continue;
        if (range->last.size() != 2 && range->last.size() != 4) continue;
        auto const first = leading_number(range->first);
        auto const end = leading_number(range->last);
        auto const last = range->last.size() == 4 ? end : first / 100 * 100 + end;
        if (issued.year >= first && issued.year <= last) continue;
        findings.add(
            note.index, {citation.span.begin + at, citation.span.begin + at + name.size()},
            concat("these files go from ", std::to_string(first), " to ", std::to_string(last),
                   ", the document is of ", std::to_string(issued.year), "; one of the years is wrong"));
        return;
    }
}

constexpr RuleEntry entries[] = {
    {{"decimal-suffix", "identifiers", Severity::warning,
      "the date in a State Department file number differs from the document's"},
     Reach::both,
     decimal_suffix},
    {{"decimal-class", "identifiers", Severity::warning,
      "a State Department file class that was not yet in use"},
     Reach::both,
     decimal_class},
    {{"central-files-years", "identifiers", Severity::warning,
      "a document outside the years of the files it is in"},
     Reach::both,
     central_files_years},
};

}  // namespace

std::span<RuleEntry const> decimal_rules() { return entries; }

}  // namespace fonds::checking
