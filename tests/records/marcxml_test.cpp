#include <filesystem>
#include <fonds/formats.hpp>

#include "base/file.hpp"
#include "records_and_rules.hpp"
#include "support/catch.hpp"

using namespace fonds;

namespace {

std::string read(std::string_view text) { return records_and_rules(text, "marcxml"); }

}  // namespace

TEST_CASE("MARCXML: a collection in an archive, a book, an authority record") {
    CHECK(
        read(
            R"(<collection xmlns="http://www.loc.gov/MARC21/slim"><record><leader>00000npcaa2200000 u 4500</leader>
        <controlfield tag="001">42</controlfield>
        <controlfield tag="008">880101i18161931nyu                 eng d</controlfield>
        <datafield tag="099" ind1=" " ind2="9"><subfield code="a">MC 76</subfield></datafield>
        <datafield tag="100" ind1="1" ind2=" "><subfield code="a">Ferris, Isaac,</subfield><subfield code="d">1798-1873.</subfield></datafield>
        <datafield tag="245" ind1="1" ind2="0"><subfield code="a">Papers,</subfield><subfield code="f">1816-1931.</subfield></datafield>
        <datafield tag="852" ind1=" " ind2=" "><subfield code="a">New York University Archives,</subfield>
        <subfield code="e">New York, NY.</subfield></datafield>
        <datafield tag="541" ind1=" " ind2=" "><subfield code="c">Gift of</subfield><subfield code="a">Mrs. Ferris</subfield></datafield>
        <datafield tag="583" ind1=" " ind2=" "><subfield code="a">microfilmed</subfield></datafield></record>
        <record><leader>00000nam a2200000 a 4500</leader><datafield tag="245" ind1="1" ind2="4">
        <subfield code="a">The book :</subfield><subfield code="b">a history /</subfield></datafield>
        <datafield tag="260" ind1=" " ind2=" "><subfield code="a">Kyiv :</subfield><subfield code="b">Nauka,</subfield>
        <subfield code="c">c1999.</subfield></datafield></record>
        <record><leader>00000nz  a2200000 n 4500</leader></record></collection>)") ==
        R"({"id":"42","type":"collection","title":"Papers","author":[{"family":"Ferris","given":"Isaac"}],)"
        R"("issued":{"date-parts":[[1816],[1931]]},"language":"eng","archive":"New York University Archives",)"
        R"("archive-place":"New York, NY.","archive_location":"MC 76","custom":{"fonds":{)"
        R"("repository":"New York University Archives","place":"New York, NY.","provenance_note":"Gift of Mrs. Ferris",)"
        R"("levels":[{"level":"collection","value":"MC 76"}],"derived":["archive","archive-place","archive_location"],)"
        R"("dates":{"issued":{"edtf":"1816/1931","raw":"1816-1931"}},)"
        R"("foreign":[{"format":"marcxml","name":"583","value":"$a microfilmed"}]}}})"
        "\n"
        R"({"type":"book","title":"The book: a history","issued":{"date-parts":[[1999]]},"publisher":"Nauka",)"
        R"("publisher-place":"Kyiv"})"
        "\nnot-a-record\n");
}

TEST_CASE("MARCXML: what no variable holds is kept, years of serials are a span, Arabic commas part names") {
    CHECK(
        read(
            R"(<record xmlns="http://www.loc.gov/MARC21/slim"><leader>00000nas a2200000 a 4500</leader>
        <controlfield tag="008">880101c19659999le                  ara d</controlfield>
        <datafield tag="100" ind1="1" ind2=" "><subfield code="a">حداد، نجيب،</subfield></datafield>
        <datafield tag="245" ind1="1" ind2="0"><subfield code="a">Yearbook /</subfield><subfield code="c">by N. H.</subfield></datafield>
        <datafield tag="300" ind1=" " ind2=" "><subfield code="a">v. ;</subfield><subfield code="c">25 cm.</subfield></datafield></record>)") ==
        R"({"type":"periodical","title":"Yearbook","author":[{"family":"حداد","given":"نجيب"}],)"
        R"("issued":{"date-parts":[[1965]]},"dimensions":"v.","language":"ara","custom":{"fonds":{)"
        R"("dates":{"issued":{"edtf":"1965/.."}},"foreign":[{"format":"marcxml","name":"245","value":"$c by N. H."},)"
        R"({"format":"marcxml","name":"300","value":"$c 25 cm."}]}}})"
        "\n");
}

TEST_CASE("MARCXML: the answer of a catalogue, whose own records wrap those that were asked for") {
    std::string_view const answer =
        R"(<s:searchRetrieveResponse xmlns:s="http://www.loc.gov/zing/srw/"><s:records>
        <s:record><s:recordSchema>marcxml</s:recordSchema><s:recordData><record><leader>00000nam a2200000 a 4500</leader>
        <datafield tag="245"><subfield code="a">One</subfield></datafield></record></s:recordData></s:record>
        <s:record><s:recordData><record><leader>00000nam a2200000 a 4500</leader>
        <datafield tag="245"><subfield code="a">Two</subfield></datafield></record></s:recordData></s:record>
        </s:records></s:searchRetrieveResponse>)";
    REQUIRE(sniff_format(answer));
    CHECK(sniff_format(answer)->name == "marcxml");
    CHECK(read(answer) == "{\"type\":\"book\",\"title\":\"One\"}\n{\"type\":\"book\",\"title\":\"Two\"}\n");
}

TEST_CASE("MARCXML: UNIMARC") {
    CHECK(
        read(
            R"(<collection><record format="UNIMARC"><leader>     cam0 22        450 </leader><controlfield tag="001">12</controlfield>
        <datafield tag="010"><subfield code="a">2-02-012345-6</subfield><subfield code="b">br.</subfield></datafield>
        <datafield tag="100"><subfield code="a">20100101d1989    m  y0frey50      ba</subfield></datafield>
        <datafield tag="101"><subfield code="a">fre</subfield></datafield>
        <datafield tag="200" ind1="1"><subfield code="a">Le sens du dossier</subfield><subfield code="e">essai</subfield><subfield code="f">Anne Roux</subfield></datafield>
        <datafield tag="210"><subfield code="a">Lyon</subfield><subfield code="c">Presses</subfield><subfield code="d">DL 1989</subfield></datafield>
        <datafield tag="215"><subfield code="a">152 p.</subfield></datafield>
        <datafield tag="606"><subfield code="a">Archives</subfield><subfield code="y">France</subfield></datafield>
        <datafield tag="700" ind2="1"><subfield code="a">Roux</subfield><subfield code="b">Anne</subfield><subfield code="4">070</subfield></datafield>
        <datafield tag="702" ind2="1"><subfield code="a">Petit</subfield><subfield code="b">Luc</subfield><subfield code="4">730</subfield></datafield>
        <datafield tag="712"><subfield code="a">Ministère</subfield><subfield code="b">Service des archives</subfield></datafield>
        </record><record><leader>     naa0 22        450 </leader>
        <datafield tag="200"><subfield code="a">Lettres</subfield></datafield>
        <datafield tag="463"><subfield code="t">Revue</subfield><subfield code="v">12 (1998), p. 12-20</subfield><subfield code="x">0003-9497</subfield></datafield>
        </record><record><leader>     cx  a22        45  </leader></record></collection>)") ==
        R"({"id":"12","type":"book","title":"Le sens du dossier: essai","author":[{"family":"Roux","given":"Anne"}],)"
        R"("contributor":[{"literal":"Ministère. Service des archives"}],"translator":[{"family":"Petit","given":"Luc"}],)"
        R"("issued":{"date-parts":[[1989]]},"ISBN":"2-02-012345-6","keyword":"Archives--France","language":"fre","publisher":"Presses",)"
        R"("publisher-place":"Lyon","number-of-pages":"152","custom":{"fonds":{"foreign":[{"format":"marcxml","name":"010","value":"$b br."},)"
        R"({"format":"marcxml","name":"200","value":"$f Anne Roux"}]}}})"
        "\n"
        R"({"type":"article-journal","title":"Lettres","container-title":"Revue","ISSN":"0003-9497","page":"12-20","volume":"12",)"
        R"("custom":{"fonds":{"foreign":[{"format":"marcxml","name":"463","value":"$v 12 (1998), p. 12-20"}]}}})"
        "\nnot-a-record\n");
}

TEST_CASE("MARCXML: the place in a journal, in words and in parts; more places and series than one") {
    CHECK(
        read(R"(<collection><record><leader>00000naa a2200000 a 4500</leader>
        <datafield tag="773"><subfield code="t">Zeitschrift</subfield><subfield code="d">Bonn</subfield><subfield code="g">81(1998), 2, Seite 12-20</subfield><subfield code="x">0003-9497</subfield></datafield>
        <datafield tag="773"><subfield code="g">volume:81</subfield><subfield code="g">pages:12-20</subfield></datafield></record>
        <record><leader>00000naa a2200000 a 4500</leader>
        <datafield tag="773"><subfield code="t">Review</subfield><subfield code="g">Vol. 24, no. 9 (Sept. 1993), p. 235-48</subfield></datafield></record>
        <record><leader>00000nam a2200000 a 4500</leader>
        <datafield tag="260"><subfield code="a">Paris ;</subfield><subfield code="a">Lyon :</subfield><subfield code="b">Presses,</subfield></datafield>
        <datafield tag="490"><subfield code="a">One ;</subfield><subfield code="v">12</subfield></datafield>
        <datafield tag="490"><subfield code="a">Two</subfield><subfield code="v">3</subfield></datafield>
        <datafield tag="502"><subfield code="b">Diss.</subfield><subfield code="c">Jena</subfield><subfield code="d">1984</subfield></datafield></record></collection>)") ==
        R"({"type":"article-journal","container-title":"Zeitschrift","ISSN":"0003-9497","issue":"2","page":"12-20","volume":"81",)"
        R"("custom":{"fonds":{"foreign":[{"format":"marcxml","name":"773","value":"$t Zeitschrift $d Bonn $g 81(1998), 2, Seite 12-20 $x 0003-9497"}]}}})"
        "\n"
        R"({"type":"chapter","container-title":"Review","issue":"9","page":"235-48","volume":"24",)"
        R"("custom":{"fonds":{"foreign":[{"format":"marcxml","name":"773","value":"$t Review $g Vol. 24, no. 9 (Sept. 1993), p. 235-48"}]}}})"
        "\n"
        R"({"type":"book","collection-title":"One","genre":"Diss. Jena 1984","publisher":"Presses","publisher-place":"Paris ; Lyon",)"
        R"("collection-number":"12","custom":{"fonds":{"foreign":[{"format":"marcxml","name":"490","value":"$a Two $v 3"}]}}})"
        "\n");
}

TEST_CASE("MARCXML: volumes, parts of names, subjects, addresses of other things, reprints") {
    CHECK(
        records_and_rules(
            R"(<collection><record><leader>00000cam a2200000 a 4500</leader><controlfield tag="008">860214r19871962nyuabf   b    001 0 eng  </controlfield>
        <datafield tag="020"><subfield code="a">0394751051 (pbk.)</subfield><subfield code="c">$12.95</subfield></datafield>
        <datafield tag="041"><subfield code="a">eng</subfield><subfield code="h">rus</subfield></datafield>
        <datafield tag="100" ind1="1"><subfield code="a">Karsten, Peter A.,</subfield><subfield code="c">Jr.,</subfield><subfield code="e">author.</subfield></datafield>
        <datafield tag="245"><subfield code="a">The years of trouble /</subfield></datafield>
        <datafield tag="260"><subfield code="a">New York :</subfield><subfield code="b">Vintage,</subfield><subfield code="c">1987.</subfield></datafield>
        <datafield tag="300"><subfield code="a">2 v. (xvi, 845, [3] p., [16] p. of plates) ;</subfield></datafield>
        <datafield tag="600" ind1="1"><subfield code="a">Lowe, John,</subfield><subfield code="c">Sir,</subfield><subfield code="d">1840-1911</subfield><subfield code="x">Letters.</subfield></datafield>
        <datafield tag="610"><subfield code="a">United States.</subfield><subfield code="b">Army</subfield><subfield code="v">Biography.</subfield></datafield>
        <datafield tag="700" ind1="1"><subfield code="a">Tann, Karl von der,</subfield><subfield code="c">Freiherr,</subfield><subfield code="e">ed.</subfield></datafield>
        <datafield tag="856" ind1="4" ind2="1"><subfield code="3">Table of contents</subfield><subfield code="u">http://toc.example/1</subfield></datafield></record></collection>)",
            "marcxml") ==
        R"({"type":"book","title":"The years of trouble","author":[{"family":"Karsten","given":"Peter A.","suffix":"Jr."}],"editor":[{"family":"Tann","given":"Karl von der"}],"issued":{"date-parts":[[1987]]},"original-date":{"date-parts":[[1962]]},"ISBN":"0394751051","keyword":"Lowe, John, Sir, 1840-1911--Letters; United States. Army--Biography","language":"eng","publisher":"Vintage","publisher-place":"New York","number-of-pages":"845","number-of-volumes":"2","custom":{"fonds":{"foreign":[{"format":"marcxml","name":"020","value":"$c $12.95"},{"format":"marcxml","name":"041","value":"$h rus"},{"format":"marcxml","name":"700$c","value":"Freiherr"},{"format":"marcxml","name":"856","value":"$3 Table of contents $u http://toc.example/1"}]}}})"
        "\n");
}

TEST_CASE("MARCXML: a library that writes no punctuation, theses, a chapter in its book") {
    CHECK(
        records_and_rules(R"(<collection><record><leader>00000nam a2200000 c 4500</leader>
        <datafield tag="250"><subfield code="a">2., durchges. Aufl.</subfield></datafield>
        <datafield tag="264" ind2="1"><subfield code="a">München</subfield><subfield code="a">Wien</subfield><subfield code="b">Beck</subfield><subfield code="c">1999</subfield></datafield>
        <datafield tag="300"><subfield code="a">XIV, 612 S.</subfield></datafield>
        <datafield tag="502"><subfield code="a">Zugl.: Bonn, Univ., Diss., 1997</subfield></datafield>
        <datafield tag="710"><subfield code="a">Deutsches Archiv</subfield><subfield code="b">Abteilung Potsdam</subfield></datafield></record>
        <record><leader>00000ntm a2200000 a 4500</leader><datafield tag="245"><subfield code="a">Ports /</subfield></datafield>
        <datafield tag="502"><subfield code="a">Thesis (Ph. D.)--University of Leeds, Dept. of History, 1994.</subfield></datafield></record>
        <record><leader>00000nam a2200000 i 4500</leader><datafield tag="245"><subfield code="a">Harbours /</subfield></datafield>
        <datafield tag="502"><subfield code="b">M.A.</subfield><subfield code="c">University of Hull</subfield><subfield code="d">1990.</subfield></datafield></record>
        <record><leader>00000naa a2200000 a 4500</leader><datafield tag="245"><subfield code="a">Wool /</subfield></datafield>
        <datafield tag="773"><subfield code="a">Lee, Ann.</subfield><subfield code="t">Cloth.</subfield><subfield code="d">Leeds : Hill, 1961</subfield><subfield code="g">p. 12-30</subfield><subfield code="z">0394751051</subfield></datafield></record></collection>)",
                          "marcxml") ==
        R"({"type":"book","author":[{"literal":"Deutsches Archiv. Abteilung Potsdam"}],"issued":{"date-parts":[[1999]]},"genre":"Zugl.: Bonn, Univ., Diss., 1997","publisher":"Beck","publisher-place":"München ; Wien","edition":"2., durchges. Aufl.","number-of-pages":"612"})"
        "\n"
        R"r({"type":"thesis","title":"Ports","genre":"Thesis (Ph. D.)","publisher":"University of Leeds, Dept. of History"})r"
        "\n"
        R"({"type":"thesis","title":"Harbours","genre":"M.A.","publisher":"University of Hull"})"
        "\n"
        R"({"type":"chapter","title":"Wool","container-author":[{"family":"Lee","given":"Ann"}],"issued":{"date-parts":[[1961]]},"container-title":"Cloth","ISBN":"0394751051","publisher":"Hill","publisher-place":"Leeds","page":"12-30","custom":{"fonds":{"foreign":[{"format":"marcxml","name":"773","value":"$a Lee, Ann. $t Cloth. $d Leeds : Hill, 1961 $g p. 12-30 $z 0394751051"}]}}})"
        "\n");
}

TEST_CASE("MARCXML: UNIMARC of volumes, languages, keywords, theses and numbered names") {
    CHECK(
        records_and_rules(R"(<collection><record format="Unimarc"><leader>     cam0 22        450 </leader>
        <datafield tag="101"><subfield code="a">fre</subfield><subfield code="a">ita</subfield></datafield>
        <datafield tag="200"><subfield code="a">Les marchands</subfield></datafield>
        <datafield tag="215"><subfield code="a">2 vol. (715 p.)</subfield></datafield>
        <datafield tag="328"><subfield code="b">Thèse de doctorat</subfield><subfield code="c">Histoire</subfield><subfield code="e">Paris 1</subfield><subfield code="d">2005</subfield></datafield>
        <datafield tag="454"><subfield code="t">I mercanti</subfield></datafield>
        <datafield tag="600"><subfield code="a">Roux</subfield><subfield code="b">Luc</subfield><subfield code="x">Lettres</subfield></datafield>
        <datafield tag="610"><subfield code="a">laine</subfield></datafield>
        <datafield tag="700" ind2="0"><subfield code="a">Benoît</subfield><subfield code="d">XIV</subfield><subfield code="4">070</subfield></datafield>
        <datafield tag="711"><subfield code="a">Université Panthéon-Sorbonne</subfield><subfield code="4">295</subfield></datafield></record>
        <record format="Unimarc"><leader>     cam0 22        450 </leader><datafield tag="200"><subfield code="a">Le blé</subfield></datafield>
        <datafield tag="210"><subfield code="c">Seuil</subfield></datafield>
        <datafield tag="328"><subfield code="z">Texte remanié de</subfield><subfield code="b">Thèse</subfield></datafield>
        <datafield tag="461"><subfield code="t">Cultures</subfield><subfield code="v">2</subfield></datafield></record></collection>)",
                          "marcxml") ==
        R"({"type":"thesis","title":"Les marchands","author":[{"literal":"Benoît XIV"}],"genre":"Thèse de doctorat, Histoire","keyword":"Roux, Luc--Lettres; laine","language":"fre","original-title":"I mercanti","publisher":"Université Panthéon-Sorbonne","number-of-pages":"715","number-of-volumes":"2","custom":{"fonds":{"foreign":[{"format":"marcxml","name":"101","value":"$a fre $a ita"}]}}})"
        "\n"
        R"({"type":"book","title":"Le blé","container-title":"Cultures","genre":"Thèse","publisher":"Seuil","volume":"2","custom":{"fonds":{"foreign":[{"format":"marcxml","name":"328","value":"$z Texte remanié de"},{"format":"marcxml","name":"461","value":"$v 2"}]}}})"
        "\n");
}

TEST_CASE("Every catalogue record of the corpus is read") {
    std::string const folder = FONDS_SHARED_DIR "/corpora/ead/archivesspace/marc";
    if (!std::filesystem::exists(folder)) {
        WARN("absent, not tested: " + folder);
        return;
    }
    for (auto const& entry : std::filesystem::directory_iterator(folder)) {
        auto const bytes = read_file(entry.path().string());
        auto const items = read_items(*bytes, "marcxml");
        INFO(entry.path().string());
        REQUIRE(items);
        CHECK(items->value.size() + items->diagnostics.size() > 0);
    }
}
