// Manuscripts in encodings other than UTF-8.

#include <fonds/document.hpp>

#include "base/encodings.hpp"
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
