// Rules on what an archive can hold.

#include "base/embedded.hpp"
#include "base/text.hpp"
#include "check/citation.hpp"
#include "check/rule.hpp"

namespace fonds::checking {
namespace {

/// A line of rules/holdings.tsv: years that an archive, or one fonds or series of it, has papers of.
struct Holdings {
    std::string_view archive;
    std::string_view fond;  ///< empty: all
    int from = 0;           ///< 0: no bound
    int to = 0;
    std::string_view what;
};

std::vector<Holdings> const& holdings() {
    static auto const table = [] {
        std::vector<Holdings> list;
        for (auto const line : split(find_embedded("rules/holdings.tsv").value_or(""), '\n')) {
            auto const cells = split(line, '\t');
            if (cells.size() != 5 || line.starts_with('#')) continue;
            auto const year = [](std::string_view text) {
                return text.empty() ? 0 : std::stoi(std::string(text));
            };
            list.push_back({cells[0], cells[1], year(cells[2]), year(cells[3]), cells[4]});
        }
        return list;
    }();
    return table;
}

// The unit that the years are known of: the fond, the Bestand, the British series.
std::string_view fonds_of(Citation const& citation) {
    for (auto const* level : {"fond", "bestand", "series"})
        if (auto const* found = find_level(citation, level)) return found->value;
    return {};
}

// A number below is none of a year: "dela 1024, 1025".
constexpr int earliest_year = 1500;

void date_outside_holdings(NoteView const& note, Citation const& citation, Findings& findings) {
    auto const& id = citation.item.reference.repository_id;
    auto const year = issued_day(citation).year;
    if (id.empty() || year < earliest_year) return;
    auto const fonds = fonds_of(citation);
    for (auto const& holding : holdings()) {
        if (holding.archive != id || (!holding.fond.empty() && holding.fond != fonds)) continue;
        if ((holding.from == 0 || year >= holding.from) && (holding.to == 0 || year <= holding.to)) continue;
        findings.add(note.index, place_or_all(citation, "issued"),
                     concat(holding.what, "; a document of ", std::to_string(year),
                            " is not to be expected there: check archive and date"));
        return;
    }
}

constexpr RuleEntry entries[] = {
    {{"date-outside-holdings", "time", Severity::warning,
      "a document of years that the archive has no papers of"},
     Reach::both,
     date_outside_holdings},
};

}  // namespace

std::span<RuleEntry const> holdings_rules() { return entries; }

}  // namespace fonds::checking
