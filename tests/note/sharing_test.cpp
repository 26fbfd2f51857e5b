// What works of a note share: told once, taken by its neighbours, and named by a link.
#include <fonds/note.hpp>
#include <string>

#include "support/catch.hpp"

using namespace fonds;

namespace {

struct Row {
    char const* note;
    std::size_t work;      // counted from 0
    char const* relation;  // of its link; empty: none
    char const* told;  // what it has then: "keeper | level value; … | writer > addressee | date | container"
};

constexpr Row rows[] = {
    // A location behind the last of a row of letters is that of all.
    {"Smith to Jones, 3 March 1961; Brown to Jones, 5 March 1961, Box 33, Jones Papers, Harry S. Truman "
     "Library.",
     0, "same-location",
     "Harry S. Truman Library | box 33; collection Jones Papers | Smith > Jones | 1961-03-03 |"},
    {"Interview with John Smith, 3 March 1991; Brown to Jones, 5 March 1961, Box 33, Jones Papers.", 0, "",
     nullptr},
    // One before the first as well.
    {"TNA, FO 371/8475, Smith to Jones, 3 March 1961; Brown to Jones, 5 March 1961.", 1, "same-location",
     "TNA | series FO 371; piece 8475 | Brown > Jones | 1961-03-05 |"},
    {"Holm to Brandt, 3 March 1961, Box 3; Brandt to Holm, 5 March 1961, Box 4, both at Harry S. Truman "
     "Library.",
     0, "same-location", "Harry S. Truman Library | box 3 | Holm > Brandt | 1961-03-03 |"},
    // A second day of the same correspondents.
    {"John Smith to Peter Jones, 3 March and 5 April 1861, Jones Papers, Harry S. Truman Library.", 1,
     nullptr, "Harry S. Truman Library | collection Jones Papers | Smith > Jones | 1861-04-05 |"},
    {"Anna Holm to State, Mar. 1, 1854, and Apr. 1, 1854, NARA, M455, Roll 1.", 0, "same-location",
     "NARA | microfilm M455; roll 1 | Holm > State | 1854-03-01 |"},
    {"Anna Holm to State, Mar. 1, 1854, and Apr. 1, 1854, NARA, M455, Roll 1.", 1, nullptr,
     "NARA | microfilm M455; roll 1 | Holm > State | 1854-04-01 |"},
    {"Anna Holm to Peter Brandt, 10 December 1938, and 6 February 1939, Brandt Papers.", 0, "same-location",
     "| collection Brandt Papers | Holm > Brandt | 1938-12-10 |"},
    {"Anna Holm to Peter Brandt, 10 December 1938, and 6 February 1939, Brandt Papers.", 1, nullptr,
     "| collection Brandt Papers | Holm > Brandt | 1939-02-06 |"},
    {"Anna Holm to Peter Brandt, 10 December 1938; RGASPI, f. 558, op. 1, d. 5.", 0, "",
     "RGASPI | fond 558; opis 1; delo 5 | Holm > Brandt | 1938-12-10 |"},
    {"KLB, letter by Anna Holm, December 2, 1937; letter by Peter Brandt to Anna Holm, December 8, 1937.", 1,
     "same-location", "KLB | | Brandt > Holm | 1937-12-08 |"},
    // Outer levels, and numbers of the same form.
    {"RGASPI, f. 558, op. 1, d. 4137, l. 1; d. 1943, l. 2.", 1, "same-location",
     "RGASPI | fond 558; opis 1; delo 1943; list 2 | > | |"},
    {"РГИА. Ф. 796. Оп. 6. Д. 10. Л. 8. Там же. Оп. 7. Д. 65. Л. 1, д. 149, л. 20.", 2, "same-location",
     "РГИА | fond 796; opis 7; delo 149; list 20 | > | |"},
    {"РГИА. Ф. 796. Оп. 6. Д. 10. Л. 8–10. Д. 11. Л. 14.", 1, "same-location",
     "РГИА | fond 796; opis 6; delo 11; list 14 | > | |"},
    {"РГАНИ. Ф. 5. Оп. 28. Д. 411. Л. 143. См. также: Ф. 2. Оп. 1. Д. 187. Л. 5.", 1, "same-location",
     "РГАНИ | fond 2; opis 1; delo 187; list 5 | > | |"},
    {"RGANI, f. 5, op. 30, d. 365, ll. 3–11 (May 1961), and f. 5, op. 31, d. 12, l. 7.", 1, "same-location",
     "RGANI | fond 5; opis 31; delo 12; list 7 | > | |"},
    {"GARF, f. R-9401, op. 2, d. 99, l. 4; see also op. 2, d. 103, l. 9.", 1, "same-location",
     "GARF | fond R-9401; opis 2; delo 103; list 9 | > | |"},
    {"Smith to Jones, 3 March 1961 and attached draft letter, NARA, RG 59, Box 3.", 0, "same-location",
     "NARA | record-group 59; box 3 | Smith > Jones | 1961-03-03 |"},
    {"GARF 8131/37/4554; 9401/1/743.", 1, "same-location", "GARF | fond 9401; opis 1; delo 743 | > | |"},
    // Another day of a newspaper.
    {"New York Times, March 12, 1921, p. 5, and Jan. 19, 1924, p. 7.", 1, "same-location",
     "| | > | 1924-01-19 | New York Times"},
    // The same author's chapter in a book that others edited.
    {"Hans Müller, Der Weg nach Osten, Berlin 1990, S. 5; ders., Die Rückkehr, in: Karl Braun (Hg.), Das "
     "Ende, Köln "
     "1995, S. 7–9.",
     1, "same-author", "| | Müller > | 1995 | Das Ende"},
};

std::string family(Item const& item, Variable variable) {
    auto const* names = item.names.find(variable);
    if (!names || names->empty()) return {};
    return names->front().family.empty() ? names->front().literal : names->front().family;
}

std::string told(Citation const& citation) {
    auto const& item = citation.item;
    std::string levels;
    for (auto const& level : item.reference.levels)
        levels += (levels.empty() ? "" : "; ") + level.level + " " + level.value;
    auto const* date = item.dates.find(Variable::issued);
    std::string out;
    auto const add = [&](std::string const& piece) {
        if (!out.empty() && !piece.empty()) out += ' ';
        out += piece;
    };
    add(item.reference.repository);
    add("|");
    add(levels);
    add("|");
    add(family(item, Variable::author));
    add(">");
    add(family(item, Variable::recipient));
    add("|");
    add(date ? to_edtf(*date) : "");
    add("|");
    add(std::string(item.text(Variable::container_title)));
    return out;
}

}  // namespace

TEST_CASE("works of a note share what is told once", "[note][sharing]") {
    for (auto const& row : rows) {
        CAPTURE(row.note);
        auto const note = parse_note(row.note);
        REQUIRE(note.citations.size() > row.work);
        auto const& citation = note.citations[row.work];
        if (row.relation) CHECK((citation.refers_to ? citation.refers_to->relation : "") == row.relation);
        if (row.told) CHECK(told(citation) == row.told);
    }
}
