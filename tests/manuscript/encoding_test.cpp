// Manuscripts in encodings other than UTF-8.

#include <fonds/document.hpp>

#include "base/encodings.hpp"
#include "base/text.hpp"
#include "support/catch.hpp"
#include "support/manuscripts.hpp"

using namespace fonds;
using namespace fonds::test;

TEST_CASE("a text that names its encoding is read in it") {
    struct Case {
        char const* format;
        std::string bytes;
    };
    for (auto const& c : std::vector<Case>{
             {"html", "<meta charset=windows-1251><p>A<a href='#n'>1</a><p id=n>\xD0\xC3\xC0\xCD\xC8"},
             {"tei",
              "<?xml version='1.0' "
              "encoding='windows-1251'?><TEI><p>A<note>\xD0\xC3\xC0\xCD\xC8</note></p></TEI>"},
             {"txt", "Character set encoding: windows-1251\r\n\r\nA.[1]\r\n\r\n[1] \xD0\xC3\xC0\xCD\xC8\r\n"},
             {"tex",
              "\\usepackage[cp1251]{inputenc}\\begin{document}A\\footnote{\xD0\xC3\xC0\xCD\xC8}\\end{"
              "document}"},
         }) {
        INFO(c.format);
        if (!decode_charset("x", "windows-1251")) {
            WARN("skipped: built without ICU");
            return;
        }
        auto const document = read_document_bytes(c.bytes, "x", c.format);
        REQUIRE(document);
        REQUIRE(document->notes.size() == 1);
        CHECK(document->notes[0].text == "РГАНИ");
        CHECK(document->original == c.bytes);
        check_maps(*document);
    }
}

TEST_CASE("a page that names no encoding is read as browsers read it") {
    std::string const bytes = "<p>Caf\xE9 \x96 war<a href='#n'>1</a><p id=n>\x93\xC9mile\x94, f. 5";
    auto const document = read_document_bytes(bytes, "x.html");
    REQUIRE(document);
    REQUIRE(document->notes.size() == 1);
    CHECK(document->notes[0].text == "“Émile”, f. 5");
    CHECK(trim(document->text) == "Café – war[1]");
    REQUIRE(document->diagnostics.size() == 1);
    CHECK(document->diagnostics[0].rule == "encoding-guessed");
    CHECK(document->original == bytes);
    check_maps(*document);

    auto const declared =
        read_document_bytes("<?xml version='1.0' encoding='iso-8859-1'?><html><p>Caf\xE9", "x.xhtml");
    REQUIRE(declared);
    CHECK(trim(declared->text) == "Café");
    CHECK(declared->diagnostics.size() == 1);  // no notes
}
