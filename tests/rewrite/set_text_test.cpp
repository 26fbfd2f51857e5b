#include "rewrite/set_text.hpp"

#include <fonds/rewrite.hpp>

#include "support/catch.hpp"

using namespace fonds;

namespace {

// The first place of `piece`, as it is to be set.
std::vector<SetSource> place(std::string const& part, std::string_view piece, Setting setting) {
    auto const at = part.find(piece);
    REQUIRE(at != std::string::npos);
    return {{{at, at + piece.size()}, setting}};
}

std::string set_docx(std::string const& part, std::string_view piece, Setting setting,
                     DocxStyles const& styles = {}) {
    return spliced(part, set_docx_runs(part, place(part, piece, setting), styles));
}

std::string set_odt(std::string const& part, std::string_view piece, Setting setting,
                    OdtStyles const& styles = {}) {
    return spliced(part, set_odt_spans(part, place(part, piece, setting), styles));
}

constexpr Setting upright{};
constexpr Setting italic{true, false, false, TextPosition::normal};
constexpr Setting small_caps{false, false, true, TextPosition::normal};
constexpr Setting raised{false, false, false, TextPosition::superscript};
constexpr Setting bold_italic{true, true, false, TextPosition::normal};

struct Row {
    char const* what;
    std::string before;
    char const* piece;
    Setting setting;
    std::string after;
};

}  // namespace

TEST_CASE("a run of Word is parted where its setting changes") {
    auto const run = [](std::string const& properties, std::string const& text) {
        return "<w:r>" + properties + "<w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
    };
    std::vector<Row> const rows = {
        {"italics within a run", "<w:p>" + run("", "Ivanov, The War, 12") + "</w:p>", "The War", italic,
         "<w:p>" + run("", "Ivanov, ") + run("<w:rPr><w:i/><w:iCs/></w:rPr>", "The War") + run("", ", 12") +
             "</w:p>"},
        {"italics taken out",
         "<w:p>" + run("<w:rPr><w:i/><w:sz w:val=\"20\"/></w:rPr>", "The War") + "</w:p>", "The War", upright,
         "<w:p>" + run("<w:rPr><w:sz w:val=\"20\"/></w:rPr>", "The War") + "</w:p>"},
        {"a style's italics are switched off",
         "<w:p>" + run("<w:rPr><w:rStyle w:val=\"Emphasis\"/></w:rPr>", "War, 12") + "</w:p>", ", 12",
         upright,
         "<w:p>" + run("<w:rPr><w:rStyle w:val=\"Emphasis\"/></w:rPr>", "War") +
             run("<w:rPr><w:rStyle w:val=\"Emphasis\"/><w:i w:val=\"0\"/><w:iCs w:val=\"0\"/></w:rPr>",
                 ", 12") +
             "</w:p>"},
        {"properties keep the schema's order",
         "<w:p>" + run("<w:rPr><w:rFonts w:ascii=\"A\"/><w:lang w:val=\"de\"/></w:rPr>", "x y") + "</w:p>",
         "y", bold_italic,
         "<w:p>" + run("<w:rPr><w:rFonts w:ascii=\"A\"/><w:lang w:val=\"de\"/></w:rPr>", "x ") +
             run("<w:rPr><w:rFonts w:ascii=\"A\"/><w:b/><w:bCs/><w:i/><w:iCs/><w:lang w:val=\"de\"/></w:rPr>",
                 "y") +
             "</w:p>"},
        {"small capitals", "<w:p>" + run("", "nara") + "</w:p>", "nara", small_caps,
         "<w:p>" + run("<w:rPr><w:smallCaps/></w:rPr>", "nara") + "</w:p>"},
        {"raised digits", "<w:p>" + run("", "2nd") + "</w:p>", "nd", raised,
         "<w:p>" + run("", "2") + run("<w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr>", "nd") +
             "</w:p>"},
        {"what is no text stays where it is",
         "<w:p><w:r w:rsidR=\"1\"><w:t>a</w:t><w:tab/><w:t>x</w:t></w:r></w:p>", "x", italic,
         "<w:p><w:r w:rsidR=\"1\"><w:t xml:space=\"preserve\">a</w:t><w:tab/></w:r><w:r "
         "w:rsidR=\"1\"><w:rPr><w:i/><w:iCs/></w:rPr>"
         "<w:t xml:space=\"preserve\">x</w:t></w:r></w:p>"},
        {"a run that is right is not touched", "<w:p><w:r><w:rPr><w:i/></w:rPr><w:t>War</w:t></w:r></w:p>",
         "War", italic, "<w:p><w:r><w:rPr><w:i/></w:rPr><w:t>War</w:t></w:r></w:p>"},
        {"a run with a drawing is not taken apart", "<w:p><w:r><w:t>War</w:t><w:drawing/></w:r></w:p>", "War",
         italic, "<w:p><w:r><w:t>War</w:t><w:drawing/></w:r></w:p>"},
    };
    for (auto const& row : rows) {
        INFO(row.what);
        CHECK(set_docx(row.before, row.piece, row.setting) == row.after);
    }
}

TEST_CASE("the styles of a Word document set text, too") {
    DocxStyles const styles(
        "<w:styles><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Standard\"/>"
        "<w:style w:type=\"paragraph\" w:styleId=\"Kursiv\"><w:rPr><w:i/></w:rPr></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"Note\"><w:basedOn w:val=\"Kursiv\"/></w:style>"
        "<w:style w:type=\"character\" w:styleId=\"Titel\"><w:rPr><w:i/></w:rPr></w:style>"
        "<w:style w:type=\"character\" w:styleId=\"Buch\"><w:basedOn w:val=\"Titel\"/><w:rPr><w:b/></w:rPr>"
        "</w:style></w:styles>");
    auto const paragraph = [](std::string const& style, std::string const& properties) {
        return "<w:body><w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr><w:r>" +
               (properties.empty() ? "" : "<w:rPr>" + properties + "</w:rPr>") +
               "<w:t xml:space=\"preserve\">War</w:t></w:r></w:p></w:body>";
    };
    std::string const off = "<w:i w:val=\"0\"/><w:iCs w:val=\"0\"/>";
    std::string const on = "<w:i/><w:iCs/>";
    std::string const titel = "<w:rStyle w:val=\"Titel\"/>";
    std::string const buch = "<w:rStyle w:val=\"Buch\"/>";
    std::vector<Row> const rows = {
        {"a title in a paragraph of italics stands upright", paragraph("Note", ""), "War", italic,
         paragraph("Note", off)},
        {"other words in it stay", paragraph("Note", ""), "War", upright, paragraph("Note", "")},
        {"a title is set already by the style of its run", paragraph("Standard", titel), "War", italic,
         paragraph("Standard", titel)},
        {"italics that a run's style has", paragraph("Standard", titel), "War", upright,
         paragraph("Standard", titel + off)},
        {"and by the style that that is based on", paragraph("Standard", buch), "War", italic,
         paragraph("Standard", buch + "<w:b w:val=\"0\"/><w:bCs w:val=\"0\"/>")},
        {"italics within italics are none", paragraph("Note", titel), "War", upright,
         paragraph("Note", titel + on)},
        {"a property that the style makes needless goes", paragraph("Note", off), "War", upright,
         paragraph("Note", "")},
    };
    for (auto const& row : rows) {
        INFO(row.what);
        CHECK(set_docx(row.before, row.piece, row.setting, styles) == row.after);
    }
}

TEST_CASE("the styles of an OpenDocument text set text, too") {
    OdtStyles styles;
    std::string const common =
        "<office:document-styles><office:styles>"
        "<style:style style:name=\"Note\" style:family=\"paragraph\"><style:text-properties "
        "fo:font-style=\"italic\"/></style:style>"
        "<style:style style:name=\"Titel\" style:family=\"text\"><style:text-properties "
        "fo:font-style=\"italic\"/></style:style></office:styles></office:document-styles>";
    auto const tree = xml::Document::read(common);
    REQUIRE(tree);
    styles.add(tree->root());
    auto const part = [](std::string const& added, std::string const& style, std::string const& text) {
        return "<o:document><office:automatic-styles>"
               "<style:style style:name=\"P1\" style:family=\"paragraph\" style:parent-style-name=\"Note\"/>"
               "<style:style style:name=\"T1\" style:family=\"text\" style:parent-style-name=\"Titel\"/>" +
               added + "</office:automatic-styles><o:body><o:text><text:p text:style-name=\"" + style +
               "\">" + text + "</text:p></o:text></o:body></o:document>";
    };
    auto const span = [](std::string const& style, std::string const& text) {
        return "<text:span text:style-name=\"" + style + "\">" + text + "</text:span>";
    };
    std::string const turned_upright =
        "<style:style style:name=\"Fonds-upright\" style:family=\"text\"><style:text-properties "
        "fo:font-style=\"normal\" style:font-style-asian=\"normal\" "
        "style:font-style-complex=\"normal\"/></style:style>";
    std::vector<Row> const rows = {
        {"a title in a paragraph of italics stands upright", part("", "P1", "War, 12"), "War", italic,
         part(turned_upright, "P1", span("Fonds-upright", "War") + ", 12")},
        {"other words in it stay", part("", "P1", "War, 12"), "12", upright, part("", "P1", "War, 12")},
        {"a title is set already by the style of its span", part("", "Standard", span("T1", "War")), "War",
         italic, part("", "Standard", span("T1", "War"))},
        {"italics that a span's style has", part("", "Standard", span("T1", "War")), "War", upright,
         part(turned_upright, "Standard", span("T1", span("Fonds-upright", "War")))},
    };
    for (auto const& row : rows) {
        INFO(row.what);
        CHECK(set_odt(row.before, row.piece, row.setting, styles) == row.after);
    }
}

TEST_CASE("spans are put around text of OpenDocument that is to be set otherwise") {
    auto const part = [](std::string const& styles, std::string const& text) {
        return "<o:document>" + styles + "<o:body><o:text><text:p>" + text +
               "</text:p></o:text></o:body></o:document>";
    };
    auto const style = [](std::string const& name, std::string const& properties) {
        return "<style:style style:name=\"" + name + "\" style:family=\"text\"><style:text-properties" +
               properties + "/></style:style>";
    };
    auto const slope = [](std::string const& value) {
        return " fo:font-style=\"" + value + "\" style:font-style-asian=\"" + value +
               "\" style:font-style-complex=\"" + value + "\"";
    };
    auto const group = [](std::string const& styles) {
        return "<office:automatic-styles>" + styles + "</office:automatic-styles>";
    };
    std::string const own = style("T1", " fo:font-style=\"italic\"");
    std::string const red = style("T2", " fo:font-style=\"italic\" fo:color=\"#ff0000\"");
    std::vector<Row> const rows = {
        {"italics", part(group(""), "Ivanov, The War, 12"), "The War", italic,
         part(group(style("Fonds-italic", slope("italic"))),
              "Ivanov, <text:span text:style-name=\"Fonds-italic\">The War</text:span>, 12")},
        {"styles that are not there yet", part("<office:automatic-styles/>", "War"), "War", italic,
         part(group(style("Fonds-italic", slope("italic"))),
              "<text:span text:style-name=\"Fonds-italic\">War</text:span>")},
        {"a span of italics is parted",
         part(group(own), "<text:span text:style-name=\"T1\">A, 12, B</text:span>"), ", 12, ", upright,
         part(group(own),
              "<text:span text:style-name=\"T1\">A</text:span>, 12, <text:span "
              "text:style-name=\"T1\">B</text:span>")},
        {"a span that says more is kept, its italics switched off within",
         part(group(red), "<text:span text:style-name=\"T2\">War, 12</text:span>"), ", 12", upright,
         part(group(red + style("Fonds-upright", slope("normal"))),
              "<text:span text:style-name=\"T2\">War<text:span text:style-name=\"Fonds-upright\">, "
              "12</text:span></text:span>")},
        {"a span that is right is not touched",
         part(group(own), "<text:span text:style-name=\"T1\">War</text:span>"), "War", italic,
         part(group(own), "<text:span text:style-name=\"T1\">War</text:span>")},
        {"raised digits", part(group(""), "2nd"), "nd", raised,
         part(group(style("Fonds-superscript", " style:text-position=\"super 58%\"")),
              "2<text:span text:style-name=\"Fonds-superscript\">nd</text:span>")},
    };
    for (auto const& row : rows) {
        INFO(row.what);
        CHECK(set_odt(row.before, row.piece, row.setting) == row.after);
    }
}

TEST_CASE("a rewritten citation of an OpenDocument text has the style's italics, and no others") {
    std::string const source =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
        "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
        "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "
        "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" "
        "office:mimetype=\"application/vnd.oasis.opendocument.text\">"
        "<office:automatic-styles/><office:body><office:text><text:p>War."
        "<text:note text:id=\"ftn1\" text:note-class=\"footnote\"><text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>See Odd Arne Westad, “The Global Cold War” (Cambridge: Cambridge University "
        "Press, 2005), "
        "45.</text:p></text:note-body></text:note></text:p></office:text></office:body></office:document>";
    auto const document = read_document_bytes(source, "war.fodt", "odt");
    REQUIRE(document);
    REQUIRE(document->notes.size() == 1);
    ReformatOptions options;
    options.style = "chicago-archives";
    options.minimum_confidence = 0;
    auto const patched = reformat_citations(*document, options);
    REQUIRE(patched);
    auto const again = read_document_bytes(patched->bytes, "war.fodt", "odt");
    REQUIRE(again);
    auto const& note = again->notes[0];
    CHECK(note.text == "See Odd Arne Westad, The Global Cold War (Cambridge University Press, 2005), 45.");
    REQUIRE(note.italics.size() == 1);
    CHECK(slice(note.text, note.italics[0]) == "The Global Cold War");
}
