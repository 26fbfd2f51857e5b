// Every manuscript of the shared folder: how many notes it has, and that each finds its way back.

#include <fonds/document.hpp>
#include <fstream>

#include "support/catch.hpp"
#include "support/manuscripts.hpp"

using namespace fonds;
using namespace fonds::test;

namespace {

std::string const folder = FONDS_SHARED_DIR "/manuscripts/";

// pandoc sets no-break spaces after abbreviations; the raw text has plain ones.
std::string plain(std::string text) {
    for (auto at = text.find("\u00A0"); at != std::string::npos; at = text.find("\u00A0", at))
        text.replace(at, 2, " ");
    return text;
}

}  // namespace

TEST_CASE("the essay reads alike in every format", "[packages]") {
    auto const path = folder + "txt/essay.txt";
    if (is_absent(path)) return;
    auto const text = read_document(path);
    REQUIRE(text);
    REQUIRE(text->notes.size() == 10);
    for (auto const* name : {"docx", "odt", "md", "tex", "html"}) {
        INFO(name);
        auto const document = read_document(folder + name + "/essay." + name);
        REQUIRE(document);
        CHECK(document->format == name);
        CHECK(document->diagnostics.empty());
        REQUIRE(document->notes.size() == 10);
        for (std::size_t i = 0; i < 10; ++i) {
            auto const& note = document->notes[i];
            CHECK(note.number == text->notes[i].number);
            CHECK(plain(note.text) == plain(text->notes[i].text));
            REQUIRE(note.call);
            CHECK(slice(document->text, *note.call) == "[" + note.number + "]");
            // The same words stand before every call.
            auto const before = [](Document const& d, Span call) {
                return plain(std::string(slice(d.text, {call.begin - 18, call.begin})));
            };
            CHECK(before(*document, *note.call) == before(*text, *text->notes[i].call));
        }
        check_maps(*document);
    }
}

TEST_CASE("every shared manuscript has the notes it should", "[packages]") {
    struct Case {
        char const* file;
        std::size_t notes;
        char const* last;  // how the last one begins
    };
    auto const cases = std::vector<Case>{
        {"docx/essay.docx", 10, "See, for instance, the series"},
        {"docx/bbt_f24831.docx", 0, ""},
        {"docx/pandoc_link_in_notes.docx", 1, "http://wikipedia.org/"},
        {"docx/pandoc_mendeley_citations.docx", 0, ""},
        {"docx/pandoc_notes.docx", 2, "This is an endnote at the end"},
        {"docx/pandoc_sdt_in_footnote.docx", 1, "Vgl. Bitzios"},
        {"docx/pandoc_zotero_citations.docx", 0, ""},
        {"docx/poi_endnotes.docx", 1, "XXX"},
        {"docx/poi_footnotes.docx", 1, "snoska"},
        {"docx/poi_form_footnotes.docx", 1, "testdoc"},
        {"docx/poi_table_footnotes.docx", 1, "snoska"},
        {"html/essay.html", 10, "See, for instance, the series"},
        {"html/markups_synthetic.html", 6, "RGANI …"},
        {"md/essay.md", 10, "See, for instance, the series"},
        {"md/jwr12_001_introduction.md", 2, "RGIA f. 1289 op. 1 d. 30, p. 17a."},
        {"md/jwr12_003_about_the_source.md", 9, "Tatarinov, \"Arkhitekturnye raboty,\" 372-393;"},
        {"md/jwr12_006_bibliography.md", 0, ""},
        {"md/pandoc_author-in-text-move-note.md", 0, ""},  // its notes stand in fenced code
        {"md/pandoc_cite-in-inline-note.md", 0, ""},       // the same
        {"odt/essay.odt", 10, "See, for instance, the series"},
        {"odt/bbt_874143.odt", 0, ""},
        {"odt/pandoc_citation.odt", 0, ""},
        {"odt/pandoc_endnote.odt", 1, "Endnote text"},
        {"odt/pandoc_footnote.odt", 1, "Footnote text"},
        {"tex/essay.tex", 10, "See, for instance, the series"},
        {"txt/essay.txt", 10, "See, for instance, the series"},
    };
    if (is_absent(folder)) return;
    for (auto const& c : cases) {
        INFO(c.file);
        auto const document = read_document(folder + c.file);
        REQUIRE(document);
        CHECK(document->notes.size() == c.notes);
        if (!document->notes.empty()) CHECK(document->notes.back().text.rfind(c.last, 0) == 0);
        for (auto const& note : document->notes) CHECK(note.call);
        check_maps(*document);
    }
    auto const found = find_documents(folder);
    REQUIRE(found);
    CHECK(found->size() == cases.size() + 1);  // and the README
}

TEST_CASE("a span of a note leads to its words in the source", "[packages]") {
    struct Case {
        char const* file;
        char const* part;
    };
    for (auto const& c : {Case{"txt/essay.txt", ""}, Case{"md/essay.md", ""}, Case{"tex/essay.tex", ""},
                          Case{"html/essay.html", ""}, Case{"docx/essay.docx", "word/footnotes.xml"},
                          Case{"odt/essay.odt", "content.xml"}}) {
        INFO(c.file);
        if (is_absent(folder + c.file)) continue;
        auto const document = read_document(folder + c.file);
        REQUIRE(document);
        REQUIRE(document->notes.size() == 10);
        auto const& note = document->notes[2];
        auto const at = note.text.find("RGANI, Fond 5");
        REQUIRE(at != std::string::npos);
        auto const place = note.map.to_source({at, at + 13});
        REQUIRE(place);
        CHECK(document->parts[place->part].name == c.part);
        CHECK(slice(document->parts[place->part].bytes, place->span) == "RGANI, Fond 5");
    }
}
