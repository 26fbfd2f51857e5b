// Written names of archives and the archives they mean.
#include <algorithm>
#include <fonds/knowledge.hpp>
#include <string>
#include <vector>

#include "support/catch.hpp"

using namespace fonds;

namespace {

std::vector<std::string> ids(std::vector<ArchiveMatch> const& matches) {
    std::vector<std::string> out;
    for (auto const& match : matches) out.emplace_back(match.archive->id);
    return out;
}

std::string_view first_id(std::string_view text) {
    auto const found = Knowledge::builtin().identify(text);
    return found.empty() ? std::string_view() : found.front().archive->id;
}

}  // namespace

TEST_CASE("an archive is found by every form of its name") {
    struct Case {
        char const* text;
        char const* id;
    };
    auto const [text, id] = GENERATE(values<Case>({
        {"RGANI", "ru-rgani"},
        {"РГАНИ", "ru-rgani"},
        {"Russian State Archive of Contemporary History", "ru-rgani"},
        {"russian state archives of contemporary history", "ru-rgani"},
        {"TsKhSD", "ru-rgani"},
        {"RTsKhIDNI", "ru-rgaspi"},
        {"AVP RF", "ru-avprf"},
        {"AVPRF", "ru-avprf"},
        {"A.V.P. R.F.", "ru-avprf"},
        {"the Archive of Foreign Policy of the Russian Federation, Moscow", "ru-avprf"},
        {"Foreign Policy Archive, Russian Federation", "ru-avprf"},
        {"ГА РФ", "ru-garf"},
        {"Polish Foreign Ministry Archive", "pl-amsz"},
        {"Mongolian Foreign Ministry Archive", "mn-gxya"},
        {"PA AA", "de-paaa"},
        {"PAAA", "de-paaa"},
        {"Politisches Archiv des Auswärtigen Amts", "de-paaa"},
        {"Politisches Archiv des Auswartigen Amts", "de-paaa"},
        {"SAPMO-BArch", "de-sapmo"},
        {"Hhsta.", "at-hhsta"},
        {"MNL OL", "hu-mnlol"},
        {"NA ČR", "cz-na"},
        {"外交部档案馆", "cn-fma"},
        {"PRC FMA", "cn-fma"},
        {"Archives du ministère des Affaires étrangères", "fr-cadlc"},
        {"TNA", "gb-tna"},
        {"The National Archives, Kew", "gb-tna"},
        {"Public Record Office", "gb-tna"},
        {"Central State Archives of Bulgaria (TsDA)", "bg-tsda"},
        {"National Archives, College Park", "us-nara2"},
        {"Hoover Institution Library & Archives", "us-hoover"},
        {"Library of Congress Manuscript Division", "us-loc"},
        {"JACAR", "jp-jacar"},
        {"History and Public Policy Program Digital Archive", "wc-da"},
        {"CWIHP Virtual Archive", "wc-da"},
    }));
    INFO(text);
    CHECK(first_id(text) == id);
}

TEST_CASE("an ambiguous abbreviation gives every archive it may mean") {
    struct Case {
        char const* text;
        std::vector<std::string> wanted;
    };
    auto const [text, wanted] = GENERATE(values<Case>({
        {"AMAE", {"es-maec", "fr-cadlc", "ro-amae"}},
        {"ASV", {"it-asve", "va-aav"}},
        {"AN", {"br-an", "fr-an", "ro-anic"}},
        {"NA", {"cz-na", "gb-tna", "nl-hana", "us-nara"}},
    }));
    INFO(text);
    auto found = ids(Knowledge::builtin().identify(text));
    std::sort(found.begin(), found.end());
    CHECK(found == wanted);
}

TEST_CASE("a city beside an ambiguous name decides") {
    CHECK(ids(Knowledge::builtin().identify("AMAE, Bucharest")) == std::vector<std::string>{"ro-amae"});
    CHECK(first_id("ASV, Venice") == "it-asve");
    CHECK(first_id("Archives nationales, Paris") == "fr-an");
}

TEST_CASE("what names no archive finds none") {
    for (auto const* text : {"", " ", "na", "an", "the", "See", "archive", "f. 5", ",,,", "(", ")("})
        CHECK(Knowledge::builtin().identify(text).empty());
    CHECK(Knowledge::builtin().identify(std::string(1'000'000, ',')).empty());
}

TEST_CASE("the match tells the name and when it was right") {
    auto const found = Knowledge::builtin().identify("TsKhSD");
    REQUIRE(found.size() == 1);
    CHECK(found.front().name->to == 1999);
    CHECK(found.front().name->abbreviation);
    CHECK(found.front().score < 1);
    CHECK(Knowledge::builtin().identify("RGANI").front().score == 1);
}
