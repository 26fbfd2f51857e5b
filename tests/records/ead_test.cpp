#include <filesystem>
#include <fonds/formats.hpp>

#include "base/file.hpp"
#include "support/catch.hpp"

using namespace fonds;

namespace {

std::string references(std::string_view text) {
    auto const items = read_items(text, "ead");
    if (!items) return "error: " + items.error().message + "\n";
    std::string out;
    for (auto const& item : items->value) {
        out += item.id + " " + std::string(to_string(item.type)) + " “" +
               std::string(item.text(Variable::title)) + "” ";
        if (auto const* date = item.dates.find(Variable::issued)) out += to_edtf(*date) + " ";
        out += item.reference.repository;
        for (auto const& level : item.reference.levels)
            out += " / " + level.level + (level.hierarchy == Hierarchy::physical ? "! " : " ") + level.value;
        out += "\n";
    }
    for (auto const& diagnostic : items->diagnostics) out += diagnostic.rule + "\n";
    return out;
}

constexpr char const* ead2002 =
    R"(<?xml version="1.0"?><ead><eadheader><eadid mainagencycode="US-NjP">C15</eadid></eadheader>
<archdesc level="recordgrp"><did><unitid>RG 59</unitid><unittitle>Department of State, <unitdate normal="1940/1963">1940-63</unitdate></unittitle>
 <unitdate type="bulk" normal="1950/1960">1950s</unitdate><unitdate type="inclusive" normal="1940/1963">1940-1963</unitdate>
 <repository><corpname>National Archives</corpname><address><addressline>8601 Adelphi Road</addressline>
 <addressline>College Park, MD 20740</addressline></address></repository></did>
 <acqinfo><head>Acquisition</head><p>Transferred.</p></acqinfo>
<dsc><c01 level="series"><did><unittitle>Lot Files</unittitle></did>
  <c02 level="file" id="x7"><did><unitid>63 D 135</unitid><unittitle>Korea,</unittitle><unitdate normal="19550401">April 1955</unitdate>
    <container type="Box">12</container><container type="Folder">3</container></did>
    <c03 level="item"><did><unittitle>Telegram 5</unittitle><unitdate certainty="circa" normal="1955">ca. 1955</unitdate>
      <origination><persname>Lightner, E. Allan, 1907-</persname></origination></did></c03></c02></c01></dsc></archdesc></ead>)";

}  // namespace

TEST_CASE("EAD 2002: units, their levels, containers and dates") {
    CHECK(references(ead2002) ==
          "C15 collection “Department of State” 1940/1963 National Archives / record-group RG 59\n"
          "C15-2 collection “Lot Files” National Archives / record-group RG 59 / series Lot Files\n"
          "x7 manuscript “Korea” 1955-04-01 National Archives / record-group RG 59 / series Lot Files / file "
          "63 D 135 / "
          "box! 12 / folder! 3\n"
          "C15-4 manuscript “Telegram 5” 1955~ National Archives / record-group RG 59 / series Lot Files / "
          "file 63 D 135 / "
          "box! 12 / folder! 3\n");
    auto const items = read_items(ead2002, "ead")->value;
    CHECK(items[0].reference.place == "College Park, MD 20740");
    CHECK(items[0].reference.provenance_note == "Transferred.");
    CHECK(items[2].text(Variable::archive_collection) == "Department of State");
    CHECK(items[3].names.find(Variable::author)->front().family == "Lightner");
    CHECK(items[3].names.find(Variable::author)->front().suffix.empty());
}

TEST_CASE("EAD: marked line breaks part words, and life dates are no part of names") {
    auto const items = read_items(
        R"(<ead><archdesc level="fonds"><did><repository><corpname>Bundesarchiv<lb/>Berlin</corpname></repository>
           <unittitle>Büro<lb/>Ulbricht</unittitle><unitid>DY 30</unitid><origination><persname>Ulbricht, Walter (1893-1973)</persname>
           </origination></did></archdesc></ead>)",
        "ead");
    REQUIRE(items);
    auto const& item = items->value.at(0);
    CHECK(item.text(Variable::title) == "Büro Ulbricht");
    CHECK(item.reference.repository == "Bundesarchiv Berlin");
    CHECK(item.names.find(Variable::author)->front().given == "Walter");
}

TEST_CASE("EAD3: parts of names, structured dates, digital copies") {
    auto const items = read_items(
                           R"(<ead xmlns="http://ead3.archivists.org/schema/"><control><recordid>K1</recordid>
        <maintenanceagency><agencycode>DE-1958</agencycode></maintenanceagency></control>
        <archdesc level="fonds"><did><unitid>N 1</unitid><unittitle>Papers</unittitle>
        <repository><corpname><part>Library</part><part>Manuscripts</part></corpname></repository></did><dsc>
        <c level="otherlevel" otherlevel="Sub Unit"><did><unittitle>Diary</unittitle>
        <unitdatestructured><daterange><fromdate standarddate="1907">c. 1907</fromdate><todate>2005</todate></daterange>
        </unitdatestructured><container localtype="reel">4</container>
        <origination><persname><part>Brown</part><part>Clarence</part><part localtype="dates">1929-2015</part></persname></origination>
        <daoset><dao href="https://example.org/1"/></daoset></did></c></dsc></archdesc></ead>)",
                           "ead")
                           ->value;
    REQUIRE(items.size() == 2);
    CHECK(items[1].reference.repository == "Library. Manuscripts");
    CHECK(items[1].reference.levels[1] == ArchiveLevel{"reel", "Reel", "4", Hierarchy::physical});
    CHECK(to_edtf(*items[1].dates.find(Variable::issued)) == "1907/2005");
    CHECK(items[1].names.find(Variable::author)->front().given == "Clarence");
    CHECK(items[1].text(Variable::URL) == "https://example.org/1");
    CHECK(items[1].foreign[0].value == "DE-1958");
}

TEST_CASE(
    "EAD 2002 as libraries write it: dates in titles, several extents, numbers and creators, notes of any "
    "kind") {
    auto const items = read_items(
                           R"(<ead><eadheader><eadid>m1</eadid></eadheader><archdesc level="collection"><did>
        <unittitle>Harriman Papers, <unitdate normal="1869/2001">1869-2001</unitdate> <unitdate type="bulk">(bulk 1895-1986)</unitdate></unittitle>
        <unitid>MSS61911</unitid><unitid type="lccn">mm 86</unitid>
        <origination><persname>Harriman, W. Averell, 1891-1986</persname><corpname>Embassy</corpname></origination>
        <physdesc><extent>344,250 items</extent> <extent>1,041 containers</extent></physdesc>
        <langmaterial><language langcode="eng">English</language><language langcode="rus">Russian</language></langmaterial>
        <repository><corpname>Library of Congress<subarea>Manuscript Division</subarea></corpname></repository></did>
        <descgrp><acqinfo><p>Gift.</p></acqinfo><processinfo><p>Processed.</p></processinfo></descgrp>
        <controlaccess><controlaccess><persname>Stalin, Joseph</persname></controlaccess><subject>Cold War</subject></controlaccess>
        <dsc><c01 level="series"><did><unittitle>Special Files, <unitdate>1918-1986</unitdate></unittitle></did>
        <c02><did><unittitle>Feb. 1-9, <unitdate>1945</unitdate></unittitle><container type="box">BOX 177</container></did><odd><p>Carbon.</p></odd></c02>
        <c02><did><unittitle>March 1945</unittitle><dao href="http://x.org/1"/><dao href="http://x.org/2"/></did></c02>
        </c01></dsc></archdesc></ead>)",
                           "ead")
                           ->value;
    REQUIRE(items.size() == 4);
    CHECK(items[0].text(Variable::title) == "Harriman Papers");
    CHECK(to_edtf(*items[0].dates.find(Variable::issued)) == "1869/2001");
    CHECK(items[0].names.find(Variable::author)->size() == 2);
    CHECK(items[0].text(Variable::dimensions) == "344,250 items; 1,041 containers");
    CHECK(items[0].text(Variable::keyword) == "Stalin, Joseph; Cold War");
    CHECK(items[0].reference.repository == "Library of Congress, Manuscript Division");
    CHECK(items[0].reference.provenance_note == "Gift.");
    CHECK(items[0].foreign == std::vector<ForeignField>{{"ead", "unitdate", "(bulk 1895-1986)"},
                                                        {"ead", "unitid", "mm 86"},
                                                        {"ead", "language", "rus"},
                                                        {"ead", "processinfo", "Processed."}});
    CHECK(items[1].reference.levels[1].value == "Special Files");
    CHECK(items[2].text(Variable::title) == "Feb. 1-9, 1945");
    CHECK(to_edtf(*items[2].dates.find(Variable::issued)) == "1945");
    CHECK(items[2].reference.levels[2] == ArchiveLevel{"box", "BOX", "177", Hierarchy::physical});
    CHECK(items[2].foreign[0] == ForeignField{"ead", "odd", "Carbon."});
    CHECK(to_edtf(*items[3].dates.find(Variable::issued)) == "1945-03");
    CHECK(items[3].foreign[0] == ForeignField{"ead", "dao", "http://x.org/2"});
}

TEST_CASE("EAD: numbers for programs, sizes with their units, dates with a full stop, answers of a server") {
    std::string_view const answer =
        R"(<OAI-PMH><GetRecord><record><metadata><x:ead xmlns:x="urn:isbn:1-931666-22-9"><x:archdesc level="fonds"><x:did>
        <x:unitid label="our_internal_id">0</x:unitid><x:unitid type="aspace_uri">/resources/1</x:unitid><x:unitid>R 2</x:unitid>
        <x:unittitle>Police</x:unittitle></x:did><x:dsc><x:c01 level="series"><x:did><x:unitid type="ark">ark:/1/2</x:unitid>
        <x:unittitle>Files</x:unittitle></x:did><x:c02 level="file"><x:did><x:unittitle>Letters</x:unittitle>
        <x:unitdate>1968-1969.</x:unitdate><x:physdesc><x:extent type="pages">416</x:extent></x:physdesc></x:did></x:c02></x:c01></x:dsc>
        </x:archdesc></x:ead></metadata></record></GetRecord></OAI-PMH>)";
    REQUIRE(sniff_format(answer));
    CHECK(sniff_format(answer)->name == "ead");
    auto const items = read_items(answer, "ead")->value;
    REQUIRE(items.size() == 3);
    CHECK(items[0].reference.levels.at(0) == ArchiveLevel{"fonds", "", "R 2"});
    CHECK(items[0].foreign ==
          std::vector<ForeignField>{{"ead", "unitid", "0"}, {"ead", "unitid", "/resources/1"}});
    CHECK(items[1].reference.levels.at(1) == ArchiveLevel{"series", "", "Files"});
    CHECK(items[2].text(Variable::dimensions) == "416 pages");
    CHECK(to_edtf(*items[2].dates.find(Variable::issued)) == "1968/1969");
}

TEST_CASE("EAD: access points in paragraphs, one twice, a second genre; numbers that a database gave") {
    auto const items =
        read_items(
            R"(<ead><archdesc level="fonds"><did><unitid type="museum_unique_identifier">ARCHIVE/130</unitid>
        <unitid type="No_of_the_evidence_ID_NAD">130</unitid><unittitle>Community</unittitle></did>
        <controlaccess><p><persname>Mark, Bernard</persname></p><p>Mark, Bernard.</p><geogname role="describes">Slan</geogname>
        <geogname role="creation">Slan</geogname><genreform>Photographs</genreform><genreform>Scrapbooks</genreform></controlaccess>
        </archdesc></ead>)",
            "ead")
            ->value;
    REQUIRE(items.size() == 1);
    CHECK(items[0].reference.levels.at(0).value == "130");
    CHECK(items[0].text(Variable::keyword) == "Mark, Bernard; Slan");
    CHECK(items[0].text(Variable::genre) == "Photographs");
    CHECK(items[0].foreign == std::vector<ForeignField>{{"ead", "unitid", "ARCHIVE/130"},
                                                        {"ead", "p", "Mark, Bernard."},
                                                        {"ead", "genreform", "Scrapbooks"}});
}

TEST_CASE("EAD: several dates, an address among the words of the repository, a whole of a level of its own") {
    auto const items =
        read_items(
            R"(<ead><archdesc level="otherlevel"><did><unitid>NS 1</unitid><unittitle>Treasurer</unittitle>
        <unitdate encodinganalog="a">1906/19, 1922/45</unitdate><unitdate encodinganalog="b">1935/45</unitdate>
        <repository><addressline>Square 29 - 1070 Town</addressline>Centre of Studies</repository></did></archdesc></ead>)",
            "ead")
            ->value;
    REQUIRE(items.size() == 1);
    CHECK(items[0].type == ItemType::collection);
    CHECK(to_edtf(*items[0].dates.find(Variable::issued)) == "1906/1945");
    CHECK(items[0].dates.find(Variable::issued)->raw == "1906/19, 1922/45");
    CHECK(items[0].reference.repository == "Centre of Studies");
    CHECK(items[0].foreign == std::vector<ForeignField>{{"ead", "unitdate", "1935/45"}});
}

TEST_CASE("EAD: prose without paragraphs, and paragraphs without a name") {
    auto const items =
        read_items(
            R"(<ead><archdesc level="fonds"><did><unitid>1</unitid></did><scopecontent>Letters.</scopecontent>
        <descgrp><p>Came in <date>1962</date>.</p></descgrp></archdesc></ead>)",
            "ead")
            ->value;
    REQUIRE(items.size() == 1);
    CHECK(items[0].text(Variable::abstract) == "Letters.");
    CHECK(items[0].foreign == std::vector<ForeignField>{{"ead", "p", "Came in 1962."}});
}

TEST_CASE("A damaged finding aid gives what stands before the damage") {
    std::string const text = ead2002;
    CHECK(references(text.substr(0, text.find("<c03"))).find("63 D 135") != std::string::npos);
    CHECK(references(text.substr(0, text.find("<c03"))).find("malformed-xml") != std::string::npos);
    CHECK(references("<ead><archdesc><did></wrong>").find("malformed-xml") != std::string::npos);
    CHECK(references("").starts_with("error"));
    std::string deep = "<ead><archdesc><dsc>";
    for (int i = 0; i < 100000; ++i) deep += "<c>";
    CHECK(references(deep).size() < 1000);
}

TEST_CASE("Every finding aid of the corpus is read, with a title or a place for each unit") {
    std::string const folder = FONDS_SHARED_DIR "/corpora/ead";
    if (!std::filesystem::exists(folder)) {
        WARN("absent, not tested: " + folder);
        return;
    }
    std::size_t files = 0, units = 0, located = 0;
    for (auto const& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.path().extension() != ".xml") continue;
        auto const bytes = read_file(entry.path().string());
        if (!bytes || sniff_format(*bytes) == nullptr || sniff_format(*bytes)->name != "ead") continue;
        ++files;
        auto const items = read_items(*bytes, "ead");
        INFO(entry.path().string());
        REQUIRE(items);
        CHECK_FALSE(items->value.empty());
        for (auto const& item : items->value) {
            ++units;
            if (!item.reference.levels.empty() && !item.reference.repository.empty()) ++located;
        }
    }
    CHECK(files > 40);
    CHECK(located * 100 >= units * 95);
    CAPTURE(files, units, located);
}

TEST_CASE("EAD: the items of a list are parted") {
    auto const items = read_items(
        "<ead><eadheader><eadid>a</eadid></eadheader><archdesc "
        "level='file'><did><unittitle>T</unittitle></did>"
        "<scopecontent><p>Enthält u. a.:<list><item>Briefe</item><item>Notizen, "
        "1961</item></list></p></scopecontent>"
        "</archdesc></ead>",
        "ead");
    REQUIRE(items);
    CHECK(items->value.at(0).text(Variable::abstract) == "Enthält u. a.: Briefe; Notizen, 1961");
}

TEST_CASE("EAD: a class without a number is no level of a reference") {
    CHECK(references(
              R"(<ead><archdesc level="fonds"><did><unittitle>Chancery</unittitle><unitid>R 43</unitid></did>
        <dsc><c level="class"><did><unittitle>Cabinet</unittitle></did>
        <c level="file"><did><unitid>R 43/1307</unitid><unittitle>Minutes</unittitle></did></c></c></dsc></archdesc></ead>)") ==
          "unit collection “Chancery”  / fonds R 43\n"
          "unit-2 collection “Cabinet”  / fonds R 43\n"
          "unit-3 manuscript “Minutes”  / fonds R 43 / file R 43/1307\n");
    CHECK(
        references(R"(<ead><archdesc level="otherlevel" otherlevel="department"><did><unitid>FO</unitid></did>
        <dsc><c level="otherlevel" otherlevel="division"><did><unittitle>Political</unittitle></did>
        <c level="series"><did><unitid>FO 371</unitid></did></c></c></dsc></archdesc></ead>)") ==
        "unit collection “”  / department FO\n"
        "unit-2 collection “Political”  / department FO\n"
        "unit-3 collection “”  / department FO / series FO 371\n");
}
