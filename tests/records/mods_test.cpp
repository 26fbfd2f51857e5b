#include <fonds/formats.hpp>

#include "records_and_rules.hpp"
#include "support/catch.hpp"

using namespace fonds;

namespace {

std::string read(std::string_view text) { return records_and_rules(text, "mods"); }

}  // namespace

TEST_CASE("A letter in an archive as MODS") {
    CHECK(
        read(
            R"(<mods xmlns="http://www.loc.gov/mods/v3"><titleInfo><nonSort>The</nonSort><title>Letter</title></titleInfo>
        <name type="personal"><namePart>Blaas, Josef [1851-1936]</namePart></name>
        <name type="personal"><namePart>Penck, Albrecht</namePart><role><roleTerm type="code">rcp</roleTerm></role></name>
        <typeOfResource>text</typeOfResource>
        <originInfo><dateCreated encoding="w3cdtf" qualifier="approximate">1930-01</dateCreated></originInfo>
        <relatedItem type="host"><titleInfo><title>Korrespondenzen</title></titleInfo>
          <relatedItem type="host"><titleInfo><title>Nachlass Blaas</title></titleInfo></relatedItem></relatedItem>
        <location><physicalLocation>Stadtarchiv</physicalLocation><shelfLocator>K 12</shelfLocator></location>
        <targetAudience>scholars</targetAudience></mods>)") ==
        R"({"type":"personal_communication","title":"The Letter","author":[{"family":"Blaas","given":"Josef"}],)"
        R"("recipient":[{"family":"Penck","given":"Albrecht"}],"issued":{"date-parts":[[1930,1]],"circa":true},)"
        R"("archive":"Stadtarchiv","archive_collection":"Korrespondenzen, Nachlass Blaas","archive_location":"K 12",)"
        R"("custom":{"fonds":{"foreign":[{"format":"mods","name":"targetAudience","value":"scholars"}]}}})"
        "\n");
}

TEST_CASE("MODS: dates beside the date of issue are kept, unless they say the same") {
    auto const items = read_items(
        R"(<mods xmlns="http://www.loc.gov/mods/v3"><titleInfo><title>T</title></titleInfo><originInfo><dateIssued>1922</dateIssued>
           <copyrightDate>1922</copyrightDate><dateCreated point="start">1921-03</dateCreated><dateCreated point="end">1921-05</dateCreated>
           </originInfo></mods>)",
        "mods");
    REQUIRE(items);
    auto const& item = items->value.at(0);
    CHECK(item.dates.find(Variable::issued)->start.year == 1922);
    REQUIRE(item.foreign.size() == 2);
    CHECK(item.foreign[0].name == "dateCreated");
    CHECK(item.foreign[0].value == "1921-03");
    CHECK(item.foreign[1].value == "1921-05");
}

TEST_CASE("MODS: what a location says goes before a box of the part and an identifier, wherever it stands") {
    CHECK(
        read(
            R"(<mods xmlns="http://www.loc.gov/mods/v3"><titleInfo><title>T</title></titleInfo><typeOfResource manuscript="yes">text</typeOfResource>
        <relatedItem type="host"><titleInfo><title>Papers</title></titleInfo><part><detail type="box"><number>6462</number></detail></part></relatedItem>
        <identifier type="uri">http://id.example.org/1</identifier>
        <location><physicalLocation>NARA</physicalLocation><shelfLocator>RG 59</shelfLocator><url usage="primary display">http://example.org/view/1</url></location></mods>)") ==
        R"({"type":"manuscript","title":"T","archive":"NARA","archive_collection":"Papers","archive_location":"RG 59, Box 6462",)"
        R"("URL":"http://example.org/view/1","custom":{"fonds":{"foreign":[{"format":"mods","name":"identifier",)"
        R"("value":"http://id.example.org/1"}]}}})"
        "\n");
}

TEST_CASE("MODS: the work's own place before its collection's; who is no author; journals as wholes") {
    CHECK(
        read(
            R"(<mods xmlns="http://www.loc.gov/mods/v3"><titleInfo><title>T</title></titleInfo>
        <name type="personal"><namePart>Roe, Ann</namePart><role><roleTerm>Herausgeberin</roleTerm></role></name>
        <name type="personal"><namePart>Doe, Jane</namePart><namePart type="date">1900-1980</namePart><role><roleTerm>former owner</roleTerm></role></name>
        <name type="corporate"><namePart>Town Museum</namePart><role><roleTerm>repository</roleTerm></role></name>
        <typeOfResource manuscript="yes">text</typeOfResource>
        <relatedItem type="host"><titleInfo><title>Papers</title></titleInfo><location><physicalLocation>Box 2, Folder 7</physicalLocation></location></relatedItem>
        <location><physicalLocation>Town Archives</physicalLocation><shelfLocator>Dep. 168</shelfLocator></location></mods>)") ==
        R"({"type":"manuscript","title":"T","contributor":[{"family":"Doe","given":"Jane"}],"editor":[{"family":"Roe","given":"Ann"}],)"
        R"("archive":"Town Archives","archive_collection":"Papers","archive_location":"Dep. 168, Box 2, Folder 7",)"
        R"("custom":{"fonds":{"foreign":[{"format":"mods","name":"role","value":"Doe, Jane, 1900-1980, former owner"},)"
        R"({"format":"mods","name":"name","value":"Town Museum, repository"}]}}})"
        "\n");
    CHECK(read(R"(<mods><titleInfo><title>P</title></titleInfo><typeOfResource>still image</typeOfResource>
        <physicalDescription><extent>1229-2308 p.</extent></physicalDescription><relatedItem type="host"><titleInfo><title>Album</title></titleInfo>
        <relatedItem type="host"><titleInfo><title>Papers</title></titleInfo></relatedItem></relatedItem></mods>)") ==
          R"({"type":"graphic","title":"P","container-title":"Album","number-of-pages":"1229-2308",)"
          R"("custom":{"fonds":{"foreign":[{"format":"mods","name":"relatedItem","value":"Papers"}]}}})"
          "\n");
    CHECK(read(R"(<mods><titleInfo><title>J</title></titleInfo><typeOfResource>text</typeOfResource>
        <originInfo><issuance>serial</issuance></originInfo><originInfo><dateIssued>1858</dateIssued></originInfo>
        <genre authority="rdacontent">text</genre></mods>)") ==
          R"({"type":"periodical","title":"J","issued":{"date-parts":[[1858]]},)"
          R"("custom":{"fonds":{"foreign":[{"format":"mods","name":"genre","value":"text"}]}}})"
          "\n");
}

TEST_CASE(
    "MODS: numbers behind series, the address of the work among others, bodies of bodies, roles in words") {
    CHECK(
        records_and_rules(
            R"(<modsCollection xmlns="http://www.loc.gov/mods/v3"><mods><titleInfo><title>Trouble</title></titleInfo>
        <name type="corporate"><namePart>United States.</namePart><namePart>Army</namePart></name>
        <name type="corporate"><namePart>Town Hall</namePart><namePart>Library</namePart></name>
        <name type="personal"><namePart>Roe, Ann</namePart><role><roleTerm type="text">hrsg. von</roleTerm></role></name>
        <originInfo><publisher>Hill</publisher><publisher>Dale</publisher><issuance>monographic</issuance></originInfo>
        <physicalDescription><extent>2 volumes (xvi, 845, [3] p.) : ill. ; 22 cm.</extent></physicalDescription>
        <relatedItem type="series"><titleInfo><title>Studies in wool ; no. 14</title></titleInfo><identifier type="issn">0000-1111</identifier></relatedItem>
        <location><url displayLabel="Table of contents">http://toc.example</url></location><location><url usage="primary display">http://work.example</url></location></mods>
        <mods><titleInfo><title>Kapitel</title></titleInfo><relatedItem type="host"><titleInfo><title>Buch</title></titleInfo>
        <part><extent unit="pages"><list>S. 33-44, 50</list></extent><text>Anhang</text></part></relatedItem><identifier type="citekey">zorn</identifier></mods></modsCollection>)",
            "mods") ==
        R"({"type":"book","title":"Trouble","author":[{"literal":"United States. Army"},{"literal":"Town Hall. Library"}],"editor":[{"family":"Roe","given":"Ann"}],"collection-title":"Studies in wool","publisher":"Hill","URL":"http://work.example","collection-number":"no. 14","number-of-pages":"845","number-of-volumes":"2","custom":{"fonds":{"foreign":[{"format":"mods","name":"url","value":"http://toc.example"},{"format":"mods","name":"publisher","value":"Dale"},{"format":"mods","name":"identifier","value":"0000-1111"}]}}})"
        "\n"
        R"({"id":"zorn","type":"chapter","title":"Kapitel","container-title":"Buch","page":"33-44, 50","custom":{"fonds":{"foreign":[{"format":"mods","name":"text","value":"Anhang"}]}}})"
        "\n");
}

TEST_CASE("Damaged MODS costs the damaged record") {
    CHECK(read("<modsCollection><mods><titleInfo><title>A</title></titleInfo></mods>"
               "<mods><titleInfo><title>B</titleInfo></mods>"
               "<m:mods "
               "xmlns:m='x'><m:titleInfo><m:title>C</m:title></m:titleInfo></m:mods><mods><titleInfo>") ==
          "{\"type\":\"document\",\"title\":\"A\"}\n{\"type\":\"document\",\"title\":\"C\"}\n"
          "malformed-xml\nmalformed-xml\n");
    CHECK(read("<mods><titleInfo><title>A").find("malformed-xml") != std::string::npos);
    CHECK(read("no xml at all").starts_with("error: "));
}

TEST_CASE("Hostile XML harms nobody") {
    // Entities of a document type are not expanded, outer ones not fetched.
    auto const bomb =
        read(R"(<!DOCTYPE m [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>
        <mods><titleInfo><title>&b;&x;</title></titleInfo></mods>)");
    CHECK(bomb.find("haha") == std::string::npos);
    CHECK(bomb.find("root:") == std::string::npos);
    std::string deep = "<mods>";
    for (int i = 0; i < 100000; ++i) deep += "<relatedItem>";
    CHECK(read(deep).size() < 1000);
    for (int i = 0; i < 100000; ++i) deep += "</relatedItem>";
    CHECK(read(deep + "</mods>").size() < 1000);
    std::string many;
    for (int i = 0; i < 20000; ++i) many += "<mods><titleInfo>";
    CHECK(read(many).find("malformed-xml") != std::string::npos);
}

TEST_CASE("MODS as the Library of Congress writes it for papers and what lies in them") {
    auto const items =
        read_items(
            R"(<modsCollection xmlns="http://www.loc.gov/mods/v3"><mods><titleInfo><title>Barton papers /</title></titleInfo>
        <typeOfResource manuscript="yes" collection="yes">mixed material</typeOfResource>
        <originInfo><place><placeTerm type="text">Moskva :</placeTerm></place><publisher>Nauka,</publisher>
          <copyrightDate>c1999</copyrightDate></originInfo>
        <note type="acquisition">Gift, 1940</note><identifier type="doi">https://doi.org/10.1/x</identifier>
        <location><physicalLocation authority="marcorg">DLC</physicalLocation>
          <physicalLocation>Library of Congress</physicalLocation></location></mods>
      <mods><titleInfo><title>Letter</title></titleInfo><genre>correspondence</genre>
        <relatedItem type="host"><titleInfo><title>Hamilton Papers</title></titleInfo>
          <part><detail type="box"><number>12</number></detail><detail type="folder"><number>3</number><caption>Folder</caption></detail></part></relatedItem></mods>
      <mods><titleInfo><title>Essay</title></titleInfo><relatedItem type="host"><titleInfo><title>Journal</title></titleInfo>
        <originInfo><dateIssued encoding="marc">198u</dateIssued></originInfo><part><date>1983-07</date></part></relatedItem></mods>
      <mods><titleInfo><title>AFGHANISTAN</title></titleInfo><genre authority="marcgt">government publication</genre>
        <extension><collectionCode>CHRG</collectionCode></extension></mods></modsCollection>)",
            "mods")
            ->value;
    REQUIRE(items.size() == 4);
    CHECK(items[0].type == ItemType::collection);
    CHECK(items[0].text(Variable::title) == "Barton papers");
    CHECK(items[0].text(Variable::publisher) == "Nauka");
    CHECK(items[0].text(Variable::publisher_place) == "Moskva");
    CHECK(items[0].text(Variable::DOI) == "10.1/x");
    CHECK(items[0].text(Variable::archive) == "Library of Congress");
    CHECK(items[0].foreign == std::vector<ForeignField>{{"mods", "physicalLocation", "DLC"}});
    CHECK(items[0].reference.provenance_note == "Gift, 1940");
    CHECK(to_edtf(*items[0].dates.find(Variable::issued)) == "1999");
    CHECK(items[1].text(Variable::archive_collection) == "Hamilton Papers");
    CHECK(items[1].text(Variable::archive_location) == "Box 12, Folder 3");
    CHECK(to_edtf(*items[2].dates.find(Variable::issued)) == "1983-07");
    CHECK(items[3].type == ItemType::hearing);
}
