// What Word and LibreOffice put into a text beside its words: changes, fields, symbols, marks, records.

#include <fonds/document.hpp>

#include "manuscript/field_citations.hpp"
#include "support/catch.hpp"
#include "support/manuscripts.hpp"
#include "support/packages.hpp"

using namespace fonds;
using namespace fonds::test;

TEST_CASE("records in Mendeley's fields come out of TeX") {
    auto const citation = read_field_citation(
        R"(ADDIN CSL_CITATION {"citationItems": [{"id": "ITEM-1", "itemData": {"id": "ITEM-1", "type": "book",
           "title": "{\\\"{U}}ber die {DDR} \\& Korea", "author": [{"family": "M{\\\"{u}}ller", "given": "J."}],
           "URL": "https://x.org/a_{b}", "publisher": "\\nosuch{Press}"}}]})",
        {});
    REQUIRE(citation);
    REQUIRE(citation->items.size() == 1);
    auto const& item = citation->items[0];
    CHECK(item.text(Variable::title) == "Über die DDR & Korea");
    CHECK(item.names.find(Variable::author)->front().family == "Müller");
    CHECK(item.text(Variable::URL) == "https://x.org/a_{b}");
    CHECK(item.text(Variable::publisher) == "\\nosuch{Press}");
}

TEST_CASE("tracked changes, hidden text and fields of Word", "[packages]") {
    auto const bytes = package(
        {{"word/document.xml",
          body("<w:p><w:r><w:t>A</w:t></w:r><w:ins><w:r><w:footnoteReference w:id='1'/></w:r></w:ins>"
               "<w:del><w:r><w:footnoteReference w:id='2'/></w:r></w:del></w:p>")},
         {"word/footnotes.xml",
          notes(
              "<w:footnote w:id='1'><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space='preserve"
              "'> RGANI, </w:t></w:r><w:del><w:r><w:delText>op.</w:delText></w:r></w:del><w:ins><w:r><w:t>f. "
              "5</w:t></w:r></w:ins><w:r><w:tab/><w:t>A&amp;B</w:t><w:noBreakHyphen/><w:t>C</w:t><w:br/"
              "><w:t>D</w:t>"
              "</w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>no</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>It</"
              "w:t></w:r>"
              "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> HYPERLINK \"x\" "
              "</w:instrText></w:r>"
              "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>link</w:t></w:r><w:r><w:fldChar "
              "w:fldCharType"
              "='end'/></w:r></w:p><w:p><w:r><w:t>Two</w:t></w:r></w:p></w:footnote><w:footnote "
              "w:id='2'><w:p><w:r><w:t>"
              "gone</w:t></w:r></w:p></w:footnote>")}});
    auto const document = read_document_bytes(bytes, "x.docx");
    REQUIRE(document);
    REQUIRE(document->notes.size() == 1);
    auto const& note = document->notes[0];
    CHECK(note.text ==
          "RGANI, f. 5\tA&B\u2011"
          "C DItlink\nTwo");
    REQUIRE(note.italics.size() == 1);
    CHECK(slice(note.text, note.italics[0]) == "It");
    CHECK(document->text == "A[1]\n");
    CHECK(document->diagnostics.empty());
    check_maps(*document);
}

TEST_CASE("text that Word takes in from another file is told", "[packages]") {
    auto const document = read_document_bytes(
        package({{"word/document.xml",
                  body("<w:p><w:r><w:t>A</w:t></w:r></w:p><w:altChunk r:id='rId5'/><w:p/>")}}),
        "x.docx");
    REQUIRE(document);
    REQUIRE(document->diagnostics.size() == 2);  // the other: no notes
    CHECK(document->diagnostics[0].rule == "file-not-read");
    CHECK(slice(document->parts[0].bytes, document->diagnostics[0].span) == "<w:altChunk r:id='rId5'/>");
}

TEST_CASE("numbers of Word that begin anew in each section", "[packages]") {
    auto const call = [](std::string const& id) {
        return "<w:r><w:footnoteReference w:id='" + id + "'/></w:r>";
    };
    auto const text = [](std::string const& id) {
        return "<w:footnote w:id='" + id + "'><w:p><w:r><w:t>n" + id + "</w:t></w:r></w:p></w:footnote>";
    };
    auto const document = read_document_bytes(
        package({{"word/document.xml", body("<w:p>" + call("1") + call("2") +
                                            "<w:pPr><w:sectPr/></w:pPr></w:p><w:p>" + call("3") + "</w:p>")},
                 {"word/settings.xml",
                  "<w:settings><w:footnotePr><w:numRestart w:val='eachSect'/></w:footnotePr></w:settings>"},
                 {"word/footnotes.xml", notes(text("1") + text("2") + text("3"))}}),
        "x.docx");
    REQUIRE(document);
    CHECK(document->text == "[1][2]\n[1]\n");
    REQUIRE(document->notes.size() == 3);
    CHECK(document->notes[2].number == "1");
    CHECK(document->notes[2].text == "n3");
}

TEST_CASE("symbols, own marks and typed notes of Word", "[packages]") {
    auto const marked = read_document_bytes(
        package({{"word/document.xml", body("<w:p><w:r><w:t>A</w:t></w:r><w:r><w:footnoteReference "
                                            "w:customMarkFollows='1' w:id='1'/><w:t>*</w:t>"
                                            "</w:r></w:p>")},
                 {"word/footnotes.xml",
                  notes("<w:footnote w:id='1'><w:p><w:r><w:t>*</w:t></w:r><w:r><w:t xml:space='preserve'> A "
                        "&amp;amp; B</w:t><w:sym w:font='Symbol' w:char='F061'/><w:sym w:font='Symbol' "
                        "w:char='F0B3'/><w:sym "
                        "w:font='Wingdings' w:char='F0E0'/></w:r></w:p></w:footnote>")}}),
        "x.docx");
    REQUIRE(marked);
    REQUIRE(marked->notes.size() == 1);
    CHECK(marked->notes[0].number == "*");
    CHECK(marked->notes[0].text == "A &amp; Bα≥→");
    CHECK(marked->text == "A*\n");
    check_maps(*marked);
    std::string const raised = "<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>1</w:t></w:r>";
    auto const typed = read_document_bytes(
        package({{"word/document.xml", body("<w:p><w:r><w:t>Text.</w:t></w:r>" + raised +
                                            "</w:p><w:p><w:r><w:t>Notes</w:t>"
                                            "</w:r></w:p><w:p>" +
                                            raised + "<w:r><w:t> RGANI</w:t></w:r></w:p>")}}),
        "x.docx");
    REQUIRE(typed);
    REQUIRE(typed->notes.size() == 1);
    CHECK(typed->notes[0].text == "RGANI");
    REQUIRE(typed->notes[0].call);
    CHECK(slice(typed->text, *typed->notes[0].call) == "¹");
    check_maps(*typed);
}

TEST_CASE("paragraphs that a change joins, marks that follow, styles of characters in Word", "[packages]") {
    auto const call = [](std::string const& id, std::string const& mark) {
        return "<w:r><w:footnoteReference w:customMarkFollows='1' w:id='" + id + "'/>" + mark + "</w:r>";
    };
    auto const document = read_document_bytes(
        package(
            {{"word/document.xml",
              body("<w:p><w:r><w:t>A</w:t></w:r>" + call("1", "<w:sym w:font='Symbol' w:char='F02A'/>") +
                   "<w:r><w:t>b</w:t></w:r>" + call("2", "") + "<w:r><w:t>†</w:t></w:r></w:p>")},
             {"word/styles.xml",
              "<w:styles><w:style w:styleId='Base'><w:rPr><w:i/></w:rPr></w:style><w:style w:styleId='Titel'>"
              "<w:basedOn w:val='Base'/></w:style><w:style "
              "w:styleId='Weg'><w:rPr><w:vanish/></w:rPr></w:style>"
              "</w:styles>"},
             {"word/footnotes.xml",
              notes(
                  "<w:footnote w:id='1'><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:sym "
                  "w:font='Symbol' w:char='F02A'/></w:r><w:r><w:t> GARF, f. "
                  "1</w:t></w:r></w:p><w:p><w:r><w:t>, "
                  "op. 2.</w:t></w:r></w:p></w:footnote><w:footnote w:id='2'><w:p><w:r><w:t>† See "
                  "</w:t></w:r><w:r><w:rPr><w:rStyle w:val='Titel'/></w:rPr><w:t>War</w:t></w:r><w:r><w:rPr>"
                  "<w:rStyle w:val='Titel'/><w:i w:val='0'/></w:rPr><w:t> "
                  "and</w:t></w:r><w:r><w:rPr><w:rStyle "
                  "w:val='Weg'/></w:rPr><w:t>no</w:t></w:r></w:p></w:footnote>")}}),
        "x.docx");
    REQUIRE(document);
    CHECK(document->text == "A∗b†\n");
    REQUIRE(document->notes.size() == 2);
    CHECK(document->notes[0].number == "∗");
    CHECK(document->notes[0].text == "GARF, f. 1, op. 2.");
    CHECK(document->notes[1].number == "†");
    CHECK(document->notes[1].text == "See War and");
    REQUIRE(document->notes[1].italics.size() == 1);
    CHECK(slice(document->notes[1].text, document->notes[1].italics[0]) == "War");
    check_maps(*document);
}

TEST_CASE("notes typed as a list that the program numbers", "[packages]") {
    auto const raised = [](std::string const& number) {
        return "<w:r><w:t>War.</w:t></w:r><w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>" +
               number + "</w:t></w:r>";
    };
    auto const entry = [](std::string const& text) {
        return "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>" +
               text + "</w:t></w:r></w:p>";
    };
    auto const word = read_document_bytes(
        package({{"word/document.xml", body("<w:p>" + raised("1") + raised("2") +
                                            "</w:p><w:p><w:r><w:t>Notes</w:t>"
                                            "</w:r></w:p>" +
                                            entry("RGANI.") + entry("GARF."))},
                 {"word/numbering.xml",
                  "<w:numbering><w:abstractNum w:abstractNumId='3'><w:lvl w:ilvl='0'><w:numFmt "
                  "w:val='decimal'/></w:lvl>"
                  "</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='3'/></w:num></w:numbering>"}}),
        "x.docx");
    auto const office = read_document_bytes(
        "<office:document-content><office:automatic-styles><text:list-style "
        "style:name='L'><text:list-level-style-number "
        "text:level='1' style:num-format='1'/></text:list-style><style:style style:family='text' "
        "style:name='S'>"
        "<style:text-properties style:text-position='super "
        "58%'/></style:style></office:automatic-styles><office:body>"
        "<office:text><text:p>War.<text:span text:style-name='S'>1</text:span> Peace.<text:span "
        "text:style-name='S'>2</text:span></text:p><text:p>Notes</text:p><text:list "
        "text:style-name='L'><text:list-item>"
        "<text:p>RGANI.</text:p></text:list-item><text:list-item><text:p>GARF.</text:p></text:list-item></"
        "text:list>"
        "</office:text></office:body></office:document-content>",
        "x", "odt");
    for (auto const* document : {&word, &office}) {
        REQUIRE(*document);
        auto const& notes = (*document)->notes;
        REQUIRE(notes.size() == 2);
        CHECK(notes[0].text == "RGANI.");
        CHECK(notes[1].text == "GARF.");
        CHECK(notes[1].number == "2");
        REQUIRE(notes[1].call);
        CHECK(slice((*document)->text, *notes[1].call) == "²");
        check_maps(**document);
    }
}

TEST_CASE("hidden text and own marks of LibreOffice") {
    auto const document = read_document_bytes(
        "<office:document-content><office:automatic-styles><style:style "
        "style:family='text' style:name='H'><style:text-properties "
        "text:display='none'/></style:style></"
        "office:automatic-styles><office:body><office:text><text:p>A<text:note><"
        "text:note-citation text:label='*'>*</text:note-citation><text:note-body><text:p>* B<text:span "
        "text:style-name='H'"
        ">no</text:span>C</text:p></text:note-body></text:note></text:p></office:text></office:body>"
        "</office:document-content>",
        "x", "odt");
    REQUIRE(document);
    REQUIRE(document->notes.size() == 1);
    CHECK(document->notes[0].text == "BC");
    CHECK(document->text == "A*\n");
}

TEST_CASE("an EndNote citation is read from its field", "[packages]") {
    auto const bytes = package(
        {{"word/document.xml",
          body("<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> ADDIN EN.CITE "
               "&lt;EndNote&gt;&lt;Cite"
               "&gt;&lt;Author&gt;Person&lt;/Author&gt;&lt;Year&gt;2006&lt;/Year&gt;&lt;RecNum&gt;4&lt;/"
               "RecNum&gt;&lt;record&gt;"
               "&lt;ref-type "
               "name=\"Book\"&gt;6&lt;/ref-type&gt;&lt;contributors&gt;&lt;authors&gt;&lt;author&gt;Person, "
               "James&lt;/author&gt;&lt;/authors&gt;&lt;/contributors&gt;&lt;titles&gt;&lt;title&gt;We Need "
               "Help&lt;/title&gt;"
               "&lt;/titles&gt;&lt;dates&gt;&lt;year&gt;2006&lt;/year&gt;&lt;/dates&gt;&lt;/record&gt;&lt;/"
               "Cite&gt;&lt;/EndNote"
               "&gt;</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>(Person "
               "2006)</w:t></w:r>"
               "<w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>")}});
    auto const document = read_document_bytes(bytes, "x.docx");
    REQUIRE(document);
    REQUIRE(document->embedded.size() == 1);
    auto const& citation = document->embedded[0];
    CHECK(citation.producer == "endnote");
    CHECK(slice(document->text, citation.span) == "(Person 2006)");
    REQUIRE(citation.items.size() == 1);
    CHECK(citation.items[0].type == ItemType::book);
    CHECK(citation.items[0].text(Variable::title) == "We Need Help");
    REQUIRE(citation.items[0].names.find(Variable::author));
    CHECK(citation.items[0].names.find(Variable::author)->front().family == "Person");
}
