#include <fonds/note.hpp>
#include <string>
#include <string_view>

#include "support/catch.hpp"

namespace {

/// The repository and the levels of the note's one work: "RGANI|fond 5|opis 28".
std::string reference(std::string_view text) {
    auto const note = fonds::parse_note(text);
    if (note.citations.size() != 1) return "works: " + std::to_string(note.citations.size());
    auto const& found = note.citations[0].item.reference;
    auto out = found.repository;
    for (auto const& level : found.levels) out += "|" + level.level + " " + level.value;
    return out;
}

}  // namespace

// Invented references in the forms that the archives themselves or their users write.
TEST_CASE("References of every archival system") {
    struct Row {
        std::string_view text, expected;
    };
    for (auto const& row : {
             Row{"RGASPI, f. 17, op. 162, d. 12, ll. 45–47",
                 "RGASPI|fond 17|opis 162|delo 12|list 45–47"},
             Row{"АВП РФ. Ф. 0102. Оп. 12. П. 68. Д. 6. Л. 14.",
                 "АВП РФ|fond 0102|opis 12|papka 68|delo 6|list 14"},
             Row{"AVPRF, fond 0102, opis 7, papka 27, delo 47, listy 120-124",
                 "AVPRF|fond 0102|opis 7|papka 27|delo 47|list 120-124"},
             Row{"RGANI, 5/28/412/12",
                 "RGANI|fond 5|opis 28|delo 412|list 12"},
             Row{"ЦДАГО України. Ф. 1. Оп. 24. Спр. 4306. Арк. 11–15.",
                 "ЦДАГО України|fond 1|opis 24|delo 4306|list 11–15"},
             Row{"HDA SBU, f. 13, spr. 376, ark. 58",
                 "HDA SBU|fond 13|delo 376|list 58"},
             Row{"TsDA, f. 1B, op. 33, a.e. 1520, l. 7",
                 "TsDA|fond 1B|opis 33|delo 1520|list 7"},
             Row{"AMSZ, z. 9, w. 40, t. 535, k. 12",
                 "AMSZ|fond 9|fascicle 40|folder 535|leaf 12"},
             Row{"AAN, KC PZPR, sygn. XI A/103, k. 8–11",
                 "AAN|series KC PZPR|signature XI A/103|leaf 8–11"},
             Row{"MNL OL, XIX-J-1-j Kína, 5. doboz, 5/b, 001234/1959",
                 "MNL OL|fond XIX-J-1-j|series Kína|box 5|item 5/b|number 001234/1959"},
             Row{"NA, A ÚV KSČ, f. 02/1, sv. 40, a. j. 44, b. 3",
                 "NA|series A ÚV KSČ|fond 02/1|fascicle 40|delo 44|item 3"},
             Row{"PA AA, B 12, Bd. 455",
                 "PA AA|bestand B 12|volume 455"},
             Row{"BArch, DY 30/J IV 2/2/1234, Bl. 7",
                 "BArch|bestand DY 30|signature J IV 2/2/1234|leaf 7"},
             Row{"BArch, N 1221/23, Bl. 16",
                 "BArch|bestand N 1221|signature 23|leaf 16"},
             Row{"TNA, FO 371/110222, FC1022/3",
                 "TNA|series FO 371|piece 110222|item FC1022/3"},
             Row{"TNA, CAB 129/52, f. 14",
                 "TNA|series CAB 129|piece 52|folio 14"},
             Row{"AMAE, Asie-Océanie 1944-1955, Corée, vol. 12, fol. 34",
                 "AMAE|series Asie-Océanie 1944-1955|subseries Corée|volume 12|folio 34"},
             Row{"NARA, RG 59, Central Files 1960–63, 611.93/3-461, Box 1337",
                 "NARA|record-group 59|series Central Files 1960–63|decimal-file 611.93/3-461|box 1337"},
             Row{"Dulles Papers, Telephone Series, box 4, folder 3, Eisenhower Library",
                 "Eisenhower Library|collection Dulles Papers|series Telephone Series|box 4|folder 3"},
             Row{"PRC FMA 105-00123-04, 12-15",
                 "PRC FMA|signature 105-00123-04"},
             Row{"外交部档案馆, 204-00345-02",
                 "外交部档案馆|signature 204-00345-02"},
             Row{"JACAR, B02030938800",
                 "JACAR|signature B02030938800"},
             Row{"Mongolian Foreign Ministry Archive, fond 2, dans 1, kh/n 369, khuu 5-9",
                 "Mongolian Foreign Ministry Archive|fond 2|dans 1|kh/n 369|khuu 5-9"},
             Row{"UNARMS, S-0442-0112-05",
                 "UNARMS|signature S-0442-0112-05"},
             Row{"ANIC, fond CC al PCR – Secția Relații Externe, dosar 14/1970, f. 6",
                 "ANIC|series CC al PCR – Secția Relații Externe|folder 14/1970|folio 6"},
             Row{"LYA, f. K-1, ap. 10, b. 33, l. 4",
                 "LYA|fond K-1|opis 10|delo 33|list 4"},
             Row{"LVA, 101. f., 13. apr., 48. l., 12. lp.",
                 "LVA|fond 101|opis 13|delo 48|list 12"},
             Row{"AQSH, F. 14/AP-STR, V. 1961, D. 3, fl. 12",
                 "AQSH|fond 14/AP-STR|year 1961|delo 3|list 12"},
             Row{"AJ, 837, KPR, I-3-a/24",
                 "AJ|fond 837|series KPR|signature I-3-a/24"},
             Row{"NAA, A1838, 3123/5/4",
                 "NAA|series A1838|item 3123/5/4"},
             Row{"LAC, RG 25, vol. 4740, file 50056-40",
                 "LAC|record-group 25|volume 4740|file 50056-40"},
             Row{"HHStA, Politisches Archiv III, Kt. 166",
                 "HHStA|bestand Politisches Archiv III|box 166"},
         }) {
        CAPTURE(row.text);
        CHECK(reference(row.text) == row.expected);
    }
}

TEST_CASE("One label means another level in another archive") {
    CHECK(reference("RGASPI, f. 17, op. 3, d. 1, l. 2") == "RGASPI|fond 17|opis 3|delo 1|list 2");
    CHECK(reference("TNA, FO 371/110222, f. 8") == "TNA|series FO 371|piece 110222|folio 8");
    CHECK(reference("ANIC, fond CC al PCR, dosar 3/1964, f. 8") == "ANIC|series CC al PCR|folder 3/1964|folio 8");
}
