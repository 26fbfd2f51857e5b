#include <fonds/document.hpp>

#include "support/catch.hpp"
#include "support/manuscripts.hpp"

using namespace fonds;
using namespace fonds::test;

namespace {

std::string const folder = FONDS_SHARED_DIR "/manuscripts/";

}  // namespace

TEST_CASE("notes of real packages", "[packages]") {
    struct Case {
        char const* file;
        std::vector<std::string> notes;
    };
    auto const cases = std::vector<Case>{
        {"docx/poi_footnotes.docx", {"1: snoska"}},
        {"docx/poi_endnotes.docx", {"i: XXX"}},
        {"docx/poi_table_footnotes.docx", {"1: snoska"}},
        {"docx/poi_form_footnotes.docx", {"1: testdoc       test phrase"}},
        {"docx/pandoc_notes.docx", {"1: My note.", "i: This is an endnote at the end of the document."}},
        {"docx/pandoc_link_in_notes.docx", {"1: http://wikipedia.org/"}},
        {"docx/pandoc_sdt_in_footnote.docx",
         {"1: Vgl. Bitzios u. a.: Dissonance in the food traceability regulatory environment and food fraud, "
          "in: "
          "Dries u. a. (Hrsg.): It’s a jungle out there - the strange animals of economic organization in "
          "agri-food value chains, Wageningen im Druck, hier S.\u00A0"
          "100-105."}},
        {"docx/bbt_f24831.docx", {}},
        {"docx/pandoc_zotero_citations.docx", {}},
        {"docx/pandoc_mendeley_citations.docx", {}},
        {"odt/pandoc_footnote.odt", {"1: Footnote text"}},
        {"odt/pandoc_endnote.odt", {"i: Endnote text"}},
        {"odt/pandoc_citation.odt", {}},
        {"odt/bbt_874143.odt", {}},
    };
    for (auto const& c : cases) {
        INFO(c.file);
        if (is_absent(folder + c.file)) continue;
        auto const document = read_document(folder + c.file);
        REQUIRE(document);
        CHECK(numbered_notes(*document) == c.notes);
        for (auto const& note : document->notes) CHECK(note.call);
        CHECK(document->diagnostics.empty());
        check_maps(*document);
    }
}

TEST_CASE("citations that programs left are read as records", "[packages]") {
    struct Case {
        char const* file;
        char const* producer;
        std::size_t citations;
        std::size_t items;
        char const* title;  // of the first
    };
    auto const cases = std::vector<Case>{
        {"docx/pandoc_zotero_citations.docx", "zotero", 3, 4,
         "A comparison of full-field and anomaly initialization for seasonal to decadal climate prediction"},
        {"docx/pandoc_mendeley_citations.docx", "mendeley", 3, 4,
         "Making Programming Accessible to Learners with Visual Impairments: A Literature Review"},
        {"docx/bbt_f24831.docx", "zotero", 22, 22, "On rhetoric: a theory of civic discourse"},
        {"docx/pandoc_sdt_in_footnote.docx", "citavi", 1, 1,
         "Dissonance in the food traceability regulatory environment and food fraud"},
        {"odt/bbt_874143.odt", "zotero", 22, 22, "On rhetoric: a theory of civic discourse"},
        {"odt/pandoc_citation.odt", "libreoffice", 1, 1, ""},
    };
    for (auto const& c : cases) {
        INFO(c.file);
        if (is_absent(folder + c.file)) continue;
        auto const document = read_document(folder + c.file);
        REQUIRE(document);
        auto citations = document->embedded;
        for (auto const& note : document->notes)
            citations.insert(citations.end(), note.embedded.begin(), note.embedded.end());
        std::size_t items = 0;
        for (auto const& citation : citations) {
            CHECK(citation.producer == c.producer);
            items += citation.items.size();
        }
        CHECK(citations.size() == c.citations);
        CHECK(items == c.items);
        REQUIRE(!citations.empty());
        REQUIRE(!citations.front().items.empty());
        CHECK(citations.front().items.front().text(Variable::title) == c.title);
    }
}
