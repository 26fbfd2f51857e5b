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
