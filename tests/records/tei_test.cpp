#include <fonds/formats.hpp>

#include "base/text.hpp"
#include "records_and_rules.hpp"
#include "support/catch.hpp"

using namespace fonds;

namespace {

void set_texts(Item& item, std::initializer_list<std::pair<Variable, char const*>> texts) {
    for (auto const& [variable, text] : texts) item.texts.set(variable, text);
}

}  // namespace

TEST_CASE("TEI: a manuscript description in a header, an article, a loose bibl") {
    CHECK(
        records_and_rules(R"(<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><sourceDesc>
        <msDesc xml:id="m1"><msIdentifier><country>Russia</country><settlement>Moscow</settlement><repository>RGANI</repository>
        <collection>Fond 5</collection><idno>op. 28, d. 314</idno></msIdentifier>
        <msContents><msItem><author><persName><forename>I.</forename><surname>Kurdyukov</surname></persName></author>
        <title>Report</title></msItem></msContents>
        <history><origin><origDate notBefore="1955-04" notAfter="1955-06" cert="low">spring of 1955</origDate></origin></history>
        </msDesc></sourceDesc></fileDesc></teiHeader></TEI>)",
                          "tei") ==
        R"({"id":"m1","type":"manuscript","title":"Report","author":[{"family":"Kurdyukov","given":"I."}],)"
        R"("issued":{"date-parts":[[1955,4],[1955,6]],"circa":true},"archive":"RGANI","archive_collection":"Fond 5",)"
        R"("archive_location":"op. 28, d. 314","archive-place":"Moscow","custom":{"fonds":{"dates":{"issued":)"
        R"({"edtf":"1955-04?/1955-06?","raw":"spring of 1955"}},"foreign":[{"format":"tei","name":"country","value":"Russia"}]}}})"
        "\n");
    CHECK(
        records_and_rules(
            R"(<listBibl xmlns="http://www.tei-c.org/ns/1.0"><biblStruct><analytic><author>Doe, Jane</author>
        <title level="a">An Article</title></analytic><monogr><title level="j">Journal</title><imprint><date when="1961-03"/>
        <biblScope unit="volume">3</biblScope><biblScope unit="page" from="9" to="24"/></imprint></monogr></biblStruct>
        <bibl><author>Roe, R.</author>, <title level="m">A Book</title>. <pubPlace>Kyiv</pubPlace> <date>1999</date></bibl>
        </listBibl>)",
            "tei") ==
        R"({"type":"article-journal","title":"An Article","author":[{"family":"Doe","given":"Jane"}],)"
        R"("issued":{"date-parts":[[1961,3]]},"container-title":"Journal","page":"9-24","volume":"3"})"
        "\n"
        R"({"type":"book","title":"A Book","author":[{"family":"Roe","given":"R."}],"issued":{"date-parts":[[1999]]},)"
        R"("publisher-place":"Kyiv"})"
        "\n");
}

TEST_CASE("TEI: titles keep their mark-up both ways, and mark-up that does not nest is text") {
    struct Case {
        std::string_view title, element;
    };
    auto const one = GENERATE(values<Case>(
        {{"On <i>Hamlet <b>and</b></i> H<sub>2</sub>O",
          R"(On <hi rend="italic">Hamlet <hi rend="bold">and</hi></hi> H<hi rend="subscript">2</hi>O)"},
         {"<i>One</i> <i>two</i>", R"(<hi rend="italic">One</hi> <hi rend="italic">two</hi>)"},
         {"a < b & <i>open", "a &lt; b &amp; &lt;i&gt;open"},
         {"<i>not</b></i>", "&lt;i&gt;not&lt;/b&gt;&lt;/i&gt;"}}));
    Item item;
    item.type = ItemType::book;
    item.texts.set(Variable::title, std::string(one.title));
    auto const written = write_items({item}, "tei");
    REQUIRE(written);
    CHECK(written->value.find(concat(">", one.element, "</title>")) != std::string::npos);
    CHECK(written->value.find("fonds1;") == std::string::npos);  // the title needs no lossless field
    auto const back = read_items(written->value, "tei");
    REQUIRE(back);
    CHECK(back->value[0].text(Variable::title) == one.title);
}

TEST_CASE("TEI: words of rend as its users write them") {
    CHECK(
        records_and_rules(
            R"(<biblStruct xmlns="http://www.tei-c.org/ns/1.0"><monogr><title>A <hi rend="bold italics">b</hi> <hi rend="red">c</hi></title></monogr></biblStruct>)",
            "tei") == R"({"type":"book","title":"A <b><i>b</i></b> c"})"
                      "\n");
}

TEST_CASE("TEI: the header of an edition says what the manuscript that it describes is") {
    CHECK(
        records_and_rules(R"(<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>
        <title level="s">Letters of the Institute</title><title level="a">Roe to Doe, 5 May 1956</title></titleStmt>
        <sourceDesc><msDesc><msIdentifier><settlement>Kyiv</settlement><repository>TsDAVO</repository><idno>F. 1, no. 7</idno>
        </msIdentifier></msDesc></sourceDesc></fileDesc><profileDesc><langUsage><language ident="uk"/></langUsage><correspDesc>
        <correspAction type="sent"><persName>Roe, R.</persName><date when="1956-05-05"/><placeName>Lviv</placeName></correspAction>
        <correspAction type="received"><persName>Doe, Jane</persName><date when="1956-05-09"/></correspAction>
        </correspDesc></profileDesc><encodingDesc><bibl>A taxonomy</bibl></encodingDesc></teiHeader></TEI>)",
                          "tei") ==
        R"({"type":"personal_communication","title":"Roe to Doe, 5 May 1956","author":[{"family":"Roe","given":"R."}],)"
        R"("recipient":[{"family":"Doe","given":"Jane"}],"issued":{"date-parts":[[1956,5,5]]},"archive":"TsDAVO",)"
        R"("archive_location":"F. 1, no. 7","archive-place":"Kyiv","language":"uk","publisher-place":"Lviv"})"
        "\n");
}

TEST_CASE("TEI: Zotero's notes of the address and the day, and a full description") {
    CHECK(
        records_and_rules(R"(<listBibl xmlns="http://www.tei-c.org/ns/1.0">
        <biblStruct><monogr><title level="m">A</title><imprint><note type="accessed">2019-05-01T10:00:00Z</note>
        <note type="url">https://example.org/a</note></imprint></monogr></biblStruct>
        <biblFull><titleStmt><title>B</title><author>Roe, Ann</author></titleStmt><editionStmt><edition>2nd</edition></editionStmt>
        <publicationStmt><publisher>Press</publisher><pubPlace>Oslo</pubPlace><date>1900</date></publicationStmt>
        <seriesStmt><title>Series</title></seriesStmt></biblFull>
        </listBibl>)",
                          "tei") ==
        R"({"type":"book","title":"A","accessed":{"date-parts":[[2019,5,1]]},"URL":"https://example.org/a"})"
        "\n"
        R"({"type":"book","title":"B","author":[{"family":"Roe","given":"Ann"}],"issued":{"date-parts":[[1900]]},)"
        R"("collection-title":"Series","publisher":"Press","publisher-place":"Oslo","edition":"2nd"})"
        "\n");
}

TEST_CASE("TEI: names in several languages, ranges of one, keys, words that are only set in another way") {
    CHECK(
        records_and_rules(R"(<listBibl xmlns="http://www.tei-c.org/ns/1.0">
        <biblStruct><monogr><title level="m">A</title><idno type="BibTeX">roe1906</idno><imprint>
        <publisher><orgName xml:lang="ar">دار</orgName><orgName xml:lang="en">House</orgName></publisher>
        <pubPlace><placeName>Cairo</placeName></pubPlace></imprint><biblScope from="1" to="1" unit="volume"/>
        <biblScope from="1" to="2" unit="page"/></monogr></biblStruct>
        <bibl><hi rend="bold">Roe, Ann</hi> (1999): <hi rend="italic">On Files</hi>. Oslo.</bibl><bibl/>
        </listBibl>)",
                          "tei") ==
        R"({"id":"roe1906","type":"book","title":"A","publisher":"دار","publisher-place":"Cairo","page":"1-2","volume":"1",)"
        R"("custom":{"fonds":{"foreign":[{"format":"tei","name":"orgName","value":"House"}]}}})"
        "\n"
        R"({"type":"document","note":"Roe, Ann (1999): On Files. Oslo."})"
        "\n");
}

TEST_CASE("TEI: who did what in words, labels before pages, tags, days of access, a codex dated in prose") {
    CHECK(
        records_and_rules(
            R"(<listBibl xmlns="http://www.tei-c.org/ns/1.0"><biblStruct><analytic><title level="a">Wool</title></analytic><monogr>
        <title level="j">Wool Review</title><title level="j" type="abbreviated">Wool Rev.</title>
        <respStmt><resp>Translated by</resp><name>Mary Poe</name><name>John Doe</name></respStmt><imprint><date when="1999"/><date type="access" when="2020-01-02"/></imprint>
        <biblScope unit="page">pp. 33-44</biblScope></monogr><note type="tags"><note type="tag">grain</note><note type="tag">trade</note></note></biblStruct>
        <biblStruct><monogr><title level="m">Cloth</title><extent>xii, 400 S.</extent></monogr></biblStruct>
        <msDesc><msIdentifier><settlement>Oxford</settlement><idno>MS. 7</idno></msIdentifier>
        <physDesc><supportDesc><support>parchment</support><extent>ii + 122 leaves</extent></supportDesc></physDesc>
        <history><origin>At <origPlace>Ely</origPlace>, <p>in the <origDate notBefore="1200" notAfter="1225">early 13th century</origDate></p></origin>
        <provenance>William Wright</provenance><provenance>Tradescant</provenance></history></msDesc></listBibl>)",
            "tei") ==
        R"({"type":"article-journal","title":"Wool","translator":[{"literal":"Mary Poe"},{"literal":"John Doe"}],"accessed":{"date-parts":[[2020,1,2]]},"issued":{"date-parts":[[1999]]},"container-title":"Wool Review","container-title-short":"Wool Rev.","keyword":"grain, trade","page":"33-44"})"
        "\n"
        R"({"type":"book","title":"Cloth","number-of-pages":"400"})"
        "\n"
        R"({"type":"manuscript","issued":{"date-parts":[[1200],[1225]]},"archive_location":"MS. 7","archive-place":"Oxford","dimensions":"ii + 122 leaves","publisher-place":"Ely","custom":{"fonds":{"provenance_note":"William Wright Tradescant","dates":{"issued":{"edtf":"1200/1225","raw":"early 13th century"}},"foreign":[{"format":"tei","name":"physDesc","value":"parchment, ii + 122 leaves"}]}}})"
        "\n");
}

TEST_CASE("TEI and MODS hold extents, short titles, numbers and days of access in fields of their own") {
    Item book;
    book.id = "b";
    book.type = ItemType::book;
    set_texts(book, {{Variable::title, "Wool"},
                     {Variable::title_short, "W."},
                     {Variable::number_of_pages, "345"},
                     {Variable::number_of_volumes, "2"},
                     {Variable::keyword, "wool, trade"},
                     {Variable::URL, "https://x.example"}});
    book.dates.set(Variable::accessed, *parse_edtf("2020-01-02"));
    Item letter;
    letter.id = "l";
    letter.type = ItemType::personal_communication;
    set_texts(letter, {{Variable::title, "Letter"},
                       {Variable::archive, "TNA"},
                       {Variable::archive_location, "FO 371/1"},
                       {Variable::number, "12"},
                       {Variable::number_of_pages, "4"},
                       {Variable::dimensions, "24 cm"}});
    WriteOptions options;
    options.plain = true;
    for (auto const* format : {"tei", "mods"}) {
        CAPTURE(format);
        auto const written = write_items({book, letter}, format, options);
        REQUIRE(written);
        CHECK(written->diagnostics.empty());
        CHECK(read_items(written->value, format)->value == Items{book, letter});
    }
}

TEST_CASE("TEI: a bibl without levels, and words in it that have no tags") {
    CHECK(
        records_and_rules(R"(<listBibl xmlns="http://www.tei-c.org/ns/1.0">
        <bibl>Roe, R. <title rend="quotes">On Files.</title> <title rend="italic">Archivum</title> 3 (1961): 9-24.</bibl>
        <bibl><author>Doe, J.</author>, <title rend="quotes">On Boxes</title>, in <title>Essays</title>, <date>1962</date></bibl>
        </listBibl>)",
                          "tei") ==
        R"({"type":"article-journal","title":"On Files","container-title":"Archivum",)"
        R"("note":"Roe, R. On Files. Archivum 3 (1961): 9-24."})"
        "\n"
        R"({"type":"chapter","title":"On Boxes","author":[{"family":"Doe","given":"J."}],"issued":{"date-parts":[[1962]]},)"
        R"("container-title":"Essays"})"
        "\n");
}
