// The dates of a .bib entry.

#include <array>

#include "base/text.hpp"
#include "format/bibtex_fields.hpp"

namespace fonds::bibtex {
namespace {

using std::string_view;
using V = Variable;

std::string year_of(DatePoint point) { return to_edtf({{point.year, 0, 0, 0}, {}, false, false, {}, {}}); }

// Classic styles print the year as it stands: words that a reader understands.
void write_classic_words(FieldWriter& fields, Date const& issued) {
    bool const range = issued.end && issued.start.year > 0 && issued.end->year > 0;
    if (!issued.raw.empty()) return fields.field("year", issued.raw);
    bool const is_sure = !issued.circa && !issued.uncertain;
    if (range && is_sure && issued.start.year == issued.end->year)
        return fields.verbatim("year", year_of(issued.start));
    if (range && is_sure)
        return fields.verbatim("year", concat(year_of(issued.start), "--", year_of(*issued.end)));
    if (!issued.end && issued.start.year > 0 && issued.uncertain != issued.circa)
        return fields.verbatim("year", issued.circa ? concat("c. ", year_of(issued.start))
                                                    : concat("[", year_of(issued.start), "?]"));
    fields.verbatim("year", to_edtf(issued));
}

void write_classic_date(FieldWriter& fields, Date const& issued) {
    static constexpr std::array<string_view, 12> months = {"jan", "feb", "mar", "apr", "may", "jun",
                                                           "jul", "aug", "sep", "oct", "nov", "dec"};
    static constexpr std::array<string_view, 5> seasons = {"", "Spring", "Summer", "Autumn", "Winter"};
    auto const& start = issued.start;
    bool const simple = !issued.end && !issued.circa && !issued.uncertain && start.year > 0;
    if (!simple) return write_classic_words(fields, issued);
    fields.verbatim("year", year_of(start));
    if (start.season != 0) return fields.field("month", seasons[static_cast<std::size_t>(start.season)]);
    if (start.month < 1) return;
    auto const day = start.day != 0 ? concat(" # \"~", std::to_string(start.day), "\"") : std::string();
    fields.macro("month", concat(months[static_cast<std::size_t>(start.month - 1)], day));
}

}  // namespace

void write_dates(FieldWriter& fields, Item const& item, bool classic) {
    auto const date = [&](string_view name, V variable) {
        if (auto const* value = item.dates.find(variable)) fields.verbatim(name, to_edtf(*value));
    };
    if (auto const* issued = item.dates.find(V::issued)) {
        if (!issued->literal.empty()) fields.field("year", issued->literal);
        else if (classic) write_classic_date(fields, *issued);
        else date("date", V::issued);
    }
    date("origdate", V::original_date);
    date("eventdate", V::event_date);
    date("urldate", V::accessed);
}

}  // namespace fonds::bibtex
