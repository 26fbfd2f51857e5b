// Where rules on citations begin to find something, and what they still leave alone.
#include <string>
#include <vector>

#include "check/notes.hpp"
#include "support/catch.hpp"

using namespace fonds;

namespace {

struct Case {
    std::string rule;
    std::string notes;  ///< one a line
    std::vector<std::string> faults;
};

std::vector<Case> const cases = {
    {"absurd-number", "Report, 3 May 1956, RGANI, f. 5, op. 28, d. 314, ll. 34–1034.", {}},
    {"absurd-number", "Report, 3 May 1956, RGANI, f. 5, op. 28, d. 314, ll. 34–1035.", {"34–1035"}},
    {"absurd-number", "Report, 3 May 1956, RGANI, f. 5, op. 28, d. 100000, l. 5.", {}},
    {"absurd-number", "Report, 3 May 1956, RGANI, f. 5, op. 28, d. 100001, l. 5.", {"d. 100001"}},
    // Pages of a printed work are no leaves of a file.
    {"absurd-number",
     "Odd Arne Westad, The Global Cold War (Cambridge: Cambridge University Press, 2005), 5–1900.",
     {}},
    {"reversed-range",
     "Odd Arne Westad, The Global Cold War (Cambridge: Cambridge University Press, 2005), 319–22.",
     {}},
    {"reversed-range",
     "Odd Arne Westad, The Global Cold War (Cambridge: Cambridge University Press, 2005), 322–319.",
     {"322–319"}},
    // A shortened end, whose missing figures are not known.
    {"reversed-range",
     "Odd Arne Westad, The Global Cold War (Cambridge: Cambridge University Press, 2005), 319–12.",
     {}},
    {"one-value-range", "Report, 3 May 1956, RGANI, f. 5, op. 28, d. 314, ll. 34–35.", {}},
    // Only the Foreign and the War Office number series and pieces so that a dash may stand between them.
    {"department-separator", "Report, 3 May 1936, TNA, FO 371-123.", {"FO 371-123"}},
    {"department-separator", "Report, 3 May 1936, TNA, FO 371-12.", {}},
    {"department-separator", "Report, 3 May 1936, TNA, HO 371-123.", {}},
    // One semicolon in four.
    {"space-before-semicolon",
     "GARF, f. 555, op. 3, d. 8 ; f. 9401, op. 2, d. 9; f. 9401, op. 2, d. 11; f. 9401, op. 2, d. 12; "
     "f. 9401, op. 2, d. 13.",
     {" ;"}},
    {"space-before-semicolon",
     "GARF, f. 555, op. 3, d. 8 ; f. 9401, op. 2, d. 9; f. 9401, op. 2, d. 11; f. 9401, op. 2, d. 12.",
     {}},
    // Those who write "l." before several leaves as a habit have their reasons.
    {"range-dash",
     "Voir Maurice Vaïsse, La Grandeur. Politique étrangère du général de Gaulle, Paris, Fayard, 1998, p. "
     "45-47.\n"
     "Archives nationales, 5 AG 1/243, note de Burin des Roziers sur les négociations, 3 février 1964, p. "
     "2-4.",
     {}},
    {"range-dash",
     "Voir Maurice Vaïsse, La Grandeur. Politique étrangère du général de Gaulle, Paris, Fayard, 1998, p. "
     "45-47.\n"
     "Vaïsse, La Grandeur, op. cit., p. 50–53, et les notes du général.",
     {"45-47"}},
    {"label-number",
     "British Library, Add MS 43173, fols. 3–5.\nArchives du ministère des Affaires étrangères (AMAE), La "
     "Courneuve, "
     "Chine, vol. 212, fol. 34–41.",
     {}},
    {"label-number",
     "British Library, Add MS 43173, fols. 3–5.\nBritish Library, Add MS 43174, fol. 34–41.",
     {"fol. 34–41"}},
    {"label-number",
     "RGANI, f. 5, op. 28, d. 314, ll. 2–4.\nRGANI, f. 5, op. 28, d. 315, l. 34–59.",
     {"l. 34–59"}},
    {"label-number",
     "RGANI, f. 5, op. 28, d. 314, ll. 2–4.\nRGANI, f. 5, op. 28, d. 315, l. 34–59.\n"
     "RGANI, f. 5, op. 28, d. 316, l. 3–5.",
     {}},
    {"label-number",
     "RGANI, f. 5, op. 28, d. 314, ll. 2–4.\nRGANI, f. 5, op. 28, d. 315, ll. 34 passim.",
     {}},
    {"abbreviation-point", "vol 2; vol 3", {"vol 2", "vol 3"}},
    {"abbreviation-point", "A. Martin, « La France », Politique, no 123, 2005.", {}},
    // Levels say nothing where no archive was named before.
    {"unlocatable-source",
     "Memorandum of conversation, 12 May 1955, fond 5, opis 28, delo 314, list 34.",
     {"Memorandum of conversation, 12 May 1955, fond 5, opis 28, delo 314, list 34"}},
    {"unlocatable-source",
     "Report, 3 May 1956, RGANI, f. 5, op. 28, d. 314, l. 3.\nLetter, 5 May 1956, f. 5, op. 28, d. 315, l. "
     "4.",
     {}},
    {"missing-reference", "Letter from Ivanov to Petrov, 3 June 1956, RGANI, Moscow.", {"RGANI"}},
    {"verso-mark", "RGANI, f. 5, op. 28, d. 314, ll. 5–7 o6.", {"o6"}},
    {"level-order", "RGASPI, f. 17, op. 162, d. 18, l. 3, and op. 163, d. 20, ll. 4–5.", {}},
    {"id-with-two-descriptions",
     "Report, 5 May 1956, RGANI, f. 5, op. 28, d. 314, l. 34, "
     "https://digitalarchive.wilsoncenter.org/document/114591.\n"
     "Letter, 6 May 1956, RGANI, f. 5, op. 28, d. 317, l. 3, "
     "https://digitalarchive.wilsoncenter.org/document/114591.",
     {"114591"}},
    {"cited-twice",
     "Report, 5 May 1956, RGANI, f. 5, op. 28, d. 314, l. 34, "
     "https://digitalarchive.wilsoncenter.org/document/114591.\n"
     "Letter, 6 May 1956, RGANI, f. 5, op. 28, d. 317, l. 3, "
     "https://digitalarchive.wilsoncenter.org/document/114591.",
     {}},
    {"label-sense", "RGASPI, f. 17, op. 162, d. 18, l. 3, and op. 163, d. 20, ll. 4–5.", {}},
    {"date-outside-holdings", "RGASPI, fond 17, opis 3, dela 1024, 1025 and 1030.", {}},
    {"level-order", "РГИА. Ф. 1289. Оп. 1. Ч. 2. Д. 30. Л. 17.", {}},
    {"identifier-build", "外交部档案馆，105-00572-01，第 3 页。", {}},
    {"unknown-archive", "Arquivo Histórico Diplomático, Lisboa, maço 345.", {}},
    // What an archive of an English-speaking country keeps needs no translator.
    {"missing-translator",
     "“Report on the Harvest,” May 3, 1956, Wilson Center Digital Archive, RGANI, f. 5, op. 28, d. 314, "
     "l. 34. https://digitalarchive.wilsoncenter.org/document/114590",
     {"“Report on the Harvest,” May 3, 1956, Wilson Center Digital Archive, RGANI, f. 5, op. 28, d. 314, "
      "l. 34. https://digitalarchive.wilsoncenter.org/document/114590"}},
    {"missing-translator",
     "“Report on the Harvest,” May 3, 1956, Wilson Center Digital Archive, TNA, FO 371/12345. "
     "https://digitalarchive.wilsoncenter.org/document/114590",
     {}},
    // Nor does what an organisation of no country keeps.
    {"missing-translator",
     "“Report on the Harvest,” May 3, 1956, Wilson Center Digital Archive, United Nations Archives, S-0123, "
     "box 4, folder 5. https://digitalarchive.wilsoncenter.org/document/114590",
     {}},
};

}  // namespace

TEST_CASE("rules on citations begin where they say, and leave the rest alone") {
    for (auto const& [rule, notes, expected] : cases) {
        INFO(rule << ": " << notes);
        auto const file = check_bytes(notes + "\n", "notes", "lines");
        REQUIRE(file);
        CHECK(faults(file->findings, file->document, rule) == expected);
    }
}
