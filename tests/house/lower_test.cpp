// References written out in each tradition. All of them are invented.
#include <fonds/house.hpp>
#include <string>
#include <vector>

#include "house/references.hpp"
#include "support/catch.hpp"

using namespace fonds;
using namespace fonds::test;

namespace {

/// archive | archive_collection | archive_location, as far as they are there.
std::string written(Item const& item, std::string_view form) {
    auto const lowered = lower(item, HouseForm::find(form).value());
    std::string out;
    for (auto const variable :
         {Variable::archive, Variable::archive_collection, Variable::archive_location}) {
        if (lowered.text(variable).empty()) continue;
        if (!out.empty()) out += " | ";
        out += lowered.text(variable);
    }
    return out;
}

struct Case {
    Item item;
    char const* form;
    char const* text;
};

}  // namespace

TEST_CASE("references are written out in the form of a tradition") {
    auto const russian = item_in("RGANI", {level("fond", "Fond", "9"), level("opis", "Opis", "41"),
                                           level("delo", "Delo", "77"), leaf("list", "listi", "12-15")});
    auto const cyrillic = item_in("РГАСПИ", {level("fond", "Ф.", "3"), level("opis", "Оп.", "2а"),
                                             level("delo", "Д.", "5"), leaf("list", "Л.", "6об.")});
    auto const bare =
        item_in("AVP RF", {level("fond", "", "0777"), level("opis", "", "3"), box("papka", "", "9"),
                           level("delo", "", "2"), leaf("list", "", "4-5ob.")});
    auto const ukrainian = item_in("TsDAHO", {level("fond", "f.", "1"), level("opis", "op.", "24"),
                                              level("delo", "spr.", "88"), leaf("list", "ark.", "1-2zv.")});
    auto const bulgarian = item_in("TsDA", {level("fond", "f.", "1B"), level("opis", "op.", "6"),
                                            level("delo", "a.e.", "321"), leaf("list", "l.", "7")});
    auto const mongolian = item_in("Mongolian Foreign Ministry Archive",
                                   {level("fond", "fond", "8"), level("dans", "dans", "2"),
                                    level("kh/n", "kh/n", "44"), leaf("khuu", "khuu", "5-9")});
    auto const british = item_in(
        "TNA", {level("series", "", "FO 888"), level("piece", "", "1234"), leaf("folio", "ff.", "12-14")});
    auto const sides = item_in(
        "TNA", {level("series", "", "FO 888"), level("piece", "", "1234"), leaf("folio", "fols.", "3v-4r")});
    auto const german = item_in(
        "SAPMO-BArch",
        {level("bestand", "", "DY 99"), level("signature", "", "IV 7/7/7"), leaf("leaf", "Bl.", "45-49")});
    auto const foreign_office = item_in(
        "PA AA", {level("bestand", "", "B 99"), level("signature", "Bd.", "77"), leaf("leaf", "Bl.", "3")});
    auto const hungarian = item_in(
        "MNL OL", {level("fond", "", "XIX-Q-9-z"), level("series", "", "Belgium"), box("box", "doboz", "4"),
                   level("item", "", "99/c"), level("number", "", "00777/1959")});
    auto const library = item_in(
        "Hoover Institution Archives",
        {box("folder", "folder", "7"), box("box", "box", "4"), level("collection", "", "Lasker Papers")});
    auto const college_park =
        item_in("NARA", {level("record-group", "RG", "59"), level("series", "", "Central Files"),
                         level("decimal-file", "", "999.00/1-155"), box("box", "Box", "33")});
    auto const chinese =
        item_in("外交部档案馆", {level("signature", "", "999-00001-02"), leaf("page", "", "3-4")});
    auto const latvian = item_in("LVA", {level("fond", "f.", "99"), level("opis", "apr.", "1"),
                                         level("delo", "l.", "12"), leaf("list", "lp.", "4")});
    auto const estonian =
        item_in("ERA", {level("fond", "", "R-9"), level("opis", "", "3"), level("delo", "", "45")});
    auto const [item, form, text] = GENERATE_REF(values<Case>({
        {russian, "en", "RGANI | f. 9, op. 41, d. 77, ll. 12–15"},
        {russian, "chicago", "RGANI, fond 9, opis 41, delo 77, ll. 12–15"},
        {russian, "ru", "РГАНИ | ф. 9, оп. 41, д. 77, л. 12–15"},
        {russian, "gost", "РГАНИ. Ф. 9. Оп. 41. Д. 77. Л. 12–15"},
        {russian, "wilson-center", "RGANI, f. 9, op. 41, d. 77, ll. 12-15"},
        {cyrillic, "gost", "РГАСПИ. Ф. 3. Оп. 2а. Д. 5. Л. 6 об."},
        {cyrillic, "en", "RGASPI | f. 3, op. 2а, d. 5, l. 6ob."},
        {bare, "en", "AVP RF | f. 0777, op. 3, papka 9, d. 2, ll. 4–5ob."},
        {bare, "gost", "АВП РФ. Ф. 0777. Оп. 3. П. 9. Д. 2. Л. 4–5 об."},
        {ukrainian, "en", "TsDAHO | f. 1, op. 24, spr. 88, ark. 1–2zv."},
        {ukrainian, "gost", "ЦДАГО. Ф. 1. Оп. 24. Спр. 88. Арк. 1–2 зв."},
        {bulgarian, "en", "TsDA | f. 1B, op. 6, a.e. 321, l. 7"},
        {bulgarian, "gost", "ЦДА. Ф. 1B. Оп. 6. А.е. 321. Л. 7"},
        {mongolian, "chicago", "Mongolian Foreign Ministry Archive, fond 8, dans 2, kh/n 44, khuu 5–9"},
        {british, "en", "TNA | FO 888/1234, ff. 12–14"},
        {british, "chicago", "TNA, FO 888/1234, ff. 12–14"},
        {sides, "en", "TNA | FO 888/1234, ff. 3v–4r"},
        {german, "barch", "SAPMO-BArch, DY 99/IV 7/7/7, Bl. 45–49"},
        {foreign_office, "barch", "PA AA, B 99, Bd. 77, Bl. 3"},
        {hungarian, "en", "MNL OL | XIX-Q-9-z, Belgium, 4. doboz, 99/c, 00777/1959"},
        {library, "en", "Hoover Institution Archives | Lasker Papers | box 4, folder 7"},
        {library, "chicago", "Hoover Institution Archives | Lasker Papers | box 4, folder 7"},
        {library, "nara", "Hoover Institution Archives | Folder 7; Box 4; Lasker Papers"},
        {college_park, "chicago", "NARA | Central Files, RG 59 | 999.00/1-155, box 33"},
        {college_park, "nara", "NARA | Box 33; 999.00/1-155; Central Files; Record Group 59"},
        {chinese, "en",
         "Archives of the Ministry of Foreign Affairs of the People's Republic of China | 999-00001-02, pp. "
         "3–4"},
        {latvian, "en", "LVA | 99. f., 1. apr., 12. l., 4. lp."},
        {estonian, "en", "ERA | R-9.3.45"},
    }));
    INFO(form);
    CHECK(written(item, form) == text);
}

TEST_CASE("an archive that is not known is written by the scheme that its levels fit") {
    auto const item =
        item_in("Archive of the Chess Club", {level("fond", "f.", "1"), level("opis", "op.", "2"),
                                              level("delo", "d.", "3"), leaf("list", "l.", "4-6")});
    CHECK(written(item, "en") == "Archive of the Chess Club | f. 1, op. 2, d. 3, ll. 4–6");
    auto const odd = item_in("", {level("shelf", "Shelf", "A 5"), level("tray", "", "9")});
    CHECK(written(odd, "en") == "Shelf A 5, 9");
    CHECK(written(odd, "gost") == "Shelf A 5. 9");
}

TEST_CASE("values that are no ranges of leaves keep their hyphens and words") {
    auto const item = item_in("PRC FMA", {level("signature", "", "999-00001-02(1)")});
    CHECK(written(item, "gost") == "PRC FMA, 999-00001-02(1)");
    auto const fund = item_in("GARF", {level("fond", "f.", "R-9999"), level("opis", "op.", "1"),
                                       level("delo", "d.", "5-6"), leaf("list", "l.", "1-4, 7, 9ob.")});
    CHECK(written(fund, "en") == "GARF | f. R-9999, op. 1, d. 5-6, ll. 1–4, 7, 9ob.");
}

TEST_CASE("a level that stands twice keeps its place beside its neighbour") {
    auto const item =
        item_in("Hoover Institution Archives", {box("box", "box", "13"), box("folder", "folder", "6"),
                                                box("box", "box", "14"), box("folder", "folders", "14-15")});
    CHECK(written(item, "en") == "Hoover Institution Archives | box 13, folder 6, box 14, folders 14–15");
}

TEST_CASE("what a title begins with is not said a second time as its kind") {
    Item item;
    item.texts.set(Variable::title, "Note from the Deputy Chairman");
    item.texts.set(Variable::genre, "Note");
    item.reference.repository = "RGANI";
    CHECK_FALSE(lower(item, HouseForm::find("chicago").value()).texts.find(Variable::genre));
    item.texts.set(Variable::title, "Notes from the Deputy Chairman");
    CHECK(lower(item, HouseForm::find("chicago").value()).texts.find(Variable::genre));
}

TEST_CASE("Russian footnotes make no initials of names that begin with the family") {
    Item item;
    Name zhou, muster;
    zhou.family = "Zhou";
    zhou.given = "Enlai";
    zhou.static_ordering = true;
    muster.family = "Muster";
    muster.given = "Beta";
    item.names.set(Variable::author, {zhou, muster});
    auto const lowered = lower(item, HouseForm::find("gost").value());
    CHECK(lowered.names.find(Variable::author)->at(0).family == "Zhou Enlai");
    CHECK(lowered.names.find(Variable::author)->at(0).given.empty());
    CHECK(lowered.names.find(Variable::author)->at(1).given == "Beta");
    CHECK(lower(item, HouseForm::find("chicago").value()) == item);
}

TEST_CASE("an item without a reference and the variables of its own stay as they are") {
    Item item;
    item.id = "book";
    item.texts.set(Variable::archive, "Some Library");
    item.texts.set(Variable::archive_location, "Shelf 5");
    CHECK(lower(item, HouseForm::find("chicago").value()) == item);
}

TEST_CASE("a former name is written by its counterpart of the same time") {
    auto const item = item_in("TsKhSD", {level("fond", "f.", "89")});
    CHECK(written(item, "gost") == "ЦХСД. Ф. 89");
}

TEST_CASE("archives are named in full first and by their abbreviation from then on") {
    Items const items = {
        item_in("RGANI", {level("fond", "f.", "5")}), item_in("TNA", {level("series", "", "FO 9")}),
        item_in("RGANI", {level("fond", "f.", "6")}),
        item_in("Russian State Archive of Contemporary History", {level("fond", "f.", "7")})};
    auto const lowered =
        lower(items, HouseForm::find("en").value(), Knowledge::builtin(), {.hereafter = true});
    REQUIRE(lowered.size() == 4);
    CHECK(lowered[0].text(Variable::archive) ==
          "Russian State Archive of Contemporary History (hereafter RGANI)");
    CHECK(lowered[1].text(Variable::archive) == "TNA");
    CHECK(lowered[2].text(Variable::archive) == "RGANI");
    CHECK(lowered[3].text(Variable::archive) == "RGANI");
    auto const russian =
        lower(items, HouseForm::find("gost").value(), Knowledge::builtin(), {.hereafter = true});
    CHECK(russian[0].text(Variable::archive_location) ==
          "Российский государственный архив новейшей истории (далее — РГАНИ). Ф. 5");
    CHECK(russian[2].text(Variable::archive_location) == "РГАНИ. Ф. 6");
}

TEST_CASE("a finding aid's collection is named beside its number, and a series not twice") {
    auto item = item_in("Lasker University Archives",
                        {level("collection", "", "RG.7.0"), level("series", "", "Reports"),
                         box("box", "Box", "3"), box("folder", "Folder", "9")});
    item.texts.set(Variable::archive_collection, "Records of the Provost");
    CHECK(written(item, "chicago") ==
          "Lasker University Archives | Reports, RG.7.0, Records of the Provost | box 3, folder 9");
    item.texts.set(Variable::title, "Reports");
    CHECK(written(item, "chicago") ==
          "Lasker University Archives | RG.7.0, Records of the Provost | box 3, folder 9");
}

TEST_CASE("a number that goes on in the one below is written once") {
    auto const item = item_in(
        "Lasker University Archives",
        {level("fonds", "", "MS 123"), level("series", "", "MS 123/4"), level("file", "", "MS 123/4/5")});
    CHECK(written(item, "chicago") == "Lasker University Archives, MS 123/4/5");
}
