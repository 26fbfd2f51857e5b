#include <fonds/document.hpp>

#include "support/catch.hpp"
#include "support/manuscripts.hpp"

using namespace fonds;
using namespace fonds::test;

namespace {

struct Case {
    char const* kind;
    char const* text;
    std::vector<std::string> notes;  // "number: text"
    char const* call;                // of the first
};

void check_cases(std::vector<Case> const& cases, char const* format) {
    for (auto const& c : cases) {
        INFO(c.kind);
        auto const document = read_document_bytes(c.text, "-", format);
        REQUIRE(document);
        CHECK(numbered_notes(*document) == c.notes);
        if (!document->notes.empty()) {
            auto const& call = document->notes[0].call;
            CHECK((call ? std::string(slice(document->text, *call)) : std::string()) == c.call);
        }
        check_maps(*document);
    }
}

}  // namespace

TEST_CASE("notes of HTML pages by the programs that made them", "[packages]") {
    check_cases(
        {
            {"pandoc",
             "<p>War<a href='#fn1' class='footnote-ref' id='fnref1' role='doc-noteref'><sup>1</sup></a></p>"
             "<section class='footnotes' role='doc-endnotes'><ol><li id='fn1'><p>RGANI &amp; "
             "<em>GARF</em>,\n f. 5."
             "<a href='#fnref1' class='footnote-back'>↩︎</a></p><p>More.</p></li></ol></section>",
             {"1: RGANI & GARF, f. 5.\nMore."},
             "[1]"},
            {"WordPress",
             "<p>War<sup data-fn='3f' class='fn'><a href='#3f' id='3f-link'>1</a></sup></p>"
             "<ol class='wp-block-footnotes'><li id='3f'>RGANI <a href='#3f-link'>↩︎</a></li></ol>",
             {"1: RGANI"},
             "[1]"},
            {"kramdown",
             "<p>War<sup id='fnref:1'><a href='#fn:1' class='footnote' rel='footnote'>1</a></sup></p>"
             "<div class='footnotes'><ol><li id='fn:1'><p>RGANI <a href='#fnref:1' "
             "class='reversefootnote'>&#8617;"
             "</a></p></li></ol></div>",
             {"1: RGANI"},
             "[1]"},
            {"Word",
             "<p>War<a href='#_ftn1' name='_ftnref1'><span class=MsoFootnoteReference>[1]</span></a></p><div "
             "id=ftn1>"
             "<p class=MsoFootnoteText><a href='#_ftnref1' name='_ftn1'>[1]</a> RGANI, f. 5.</p></div>",
             {"1: RGANI, f. 5."},
             "[1]"},
            {"LibreOffice",
             "<p>War<a class='sdfootnoteanc' name='sdfootnote1anc' "
             "href='#sdfootnote1sym'><sup>1</sup></a></p>"
             "<div id='sdfootnote1'><p><a class='sdfootnotesym' name='sdfootnote1sym' "
             "href='#sdfootnote1anc'>1</a>"
             "RGANI.</p></div>",
             {"1: RGANI."},
             "[1]"},
            {"MediaWiki",
             "<p>War<sup id='cite_ref-1' class='reference'><a href='#cite_note-1'>[1]</a></sup></p><ol "
             "class='references'>"
             "<li id='cite_note-1'><span class='mw-cite-backlink'><a href='#cite_ref-1'>↑</a></span> "
             "<span class='reference-text'>RGANI</span></li></ol>",
             {"1: RGANI"},
             "[1]"},
            {"bare list",
             "<p>War[1]</p><ol><li>[1]<p>RGANI</p></li></ol><p>Stay informed</p>",
             {"1: RGANI"},
             "[1]"},
            {"HTML 3 anchors",
             "<p>War <a href='#n1'>1</a>.<p>Peace <a href='#n2'>2</a>.<hr><p><a name='n1'></a>1. RGANI.<p><a "
             "name=n2></a>2. "
             "GARF.",
             {"1: RGANI.", "2: GARF."},
             "[1]"},
            {"typed by hand",
             "<p>The war.<sup>1</sup> The &amp; peace.<sup>2</sup></p><h2>Notes</h2><p><sup>1</sup> RGANI "
             "&amp; "
             "<i>GARF</i>.</p><p><sup>2</sup> AVPRF.</p>",
             {"1: RGANI & GARF.", "2: AVPRF."},
             "¹"},
            {"no call",
             "<section class='footnotes'><ol><li id='fn1'>RGANI</li></ol></section>",
             {"1: RGANI"},
             ""},
            {"Google Docs",
             "<p>War<sup><a href='#ftnt1' id='ftnt_ref1'>[1]</a></sup> and peace<sup><a href='#ftnt2' "
             "id='ftnt_ref2'>[2]"
             "</a></sup></p><hr><div><p><a href='#ftnt_ref1' "
             "id='ftnt1'>[1]</a><span>&nbsp;RGANI.</span></p><p>More.</p>"
             "</div><div><p><a href='#ftnt_ref2' id='ftnt2'>[2]</a><span>&nbsp;Ibid.</span></p></div>",
             {"1: RGANI.\nMore.", "2: Ibid."},
             "[1]"},
            {"Substack",
             "<p>War<a class='footnote-anchor' id='footnote-anchor-1' href='#footnote-1'>1</a></p><div "
             "class='footnote'>"
             "<a id='footnote-1' href='#footnote-anchor-1' class='footnote-number'>1</a><div "
             "class='footnote-content'>"
             "<p>RGANI.</p><p>More.</p></div></div>",
             {"1: RGANI.\nMore."},
             "[1]"},
            {"Squarespace",
             "<p>War<a href='#1'><sup>1</sup></a></p><p><sup id='1'>1</sup> 1956 it began: RGANI.</p>",
             {"1: 1956 it began: RGANI."},
             "[1]"},
            {"Pressbooks",
             "<p>War<a class='footnote' id='return-footnote-25-1' "
             "href='#footnote-25-1'><sup>[1]</sup></a></p>"
             "<div class='footnotes'><ol><li id='footnote-25-1'>RGANI. <a href='#return-footnote-25-1' "
             "class='return-footnote'>&crarr;</a></li></ol></div>",
             {"1: RGANI."},
             "[1]"},
            {"Easy Footnotes, whose links are whole addresses",
             "<p>War<span id='easy-footnote-1-9'></span><a "
             "href='https://a.b/c/#easy-footnote-bottom-1-9'><sup>1</sup></a>"
             "</p><ol class='easy-footnotes-wrapper'><li><span id='easy-footnote-bottom-1-9'></span>RGANI.<a "
             "class="
             "'easy-footnote-to-top' href='https://a.b/c/#easy-footnote-1-9'></a></li></ol>",
             {"1: RGANI."},
             "[1]"},
            {"Modern Footnotes",
             "<p>War<sup class='modern-footnotes-footnote' data-mfn='1'><a "
             "href='javascript:void(0)'>1</a></sup><span "
             "class='modern-footnotes-footnote__note' data-mfn='1'>RGANI.</span> went on.</p>",
             {"1: RGANI."},
             "[1]"},
            {"TeX4ht, whose notes have their number in the anchor that the call leads to",
             "<p>War<span class='footnote-mark'><a href='#fn1x0'><sup>1</sup></a></span><a id='x1-2f1'></a> "
             "went "
             "on.</p><div class='footnotes'><p><span class='footnote-mark'><a id='fn1x0'> "
             "<sup>1</sup></a></span><span>RGANI, f. 5.</span></p></div>",
             {"1: RGANI, f. 5."},
             "[1]"},
            {"Tufte's margin",
             "<p>War<label for='sn-1' class='margin-toggle sidenote-number'></label><input type='checkbox' "
             "id='sn-1'/>"
             "<span class='sidenote'>RGANI.</span> went on.</p>",
             {"1: RGANI."},
             "[1]"},
            {"LibreOffice's XHTML",
             "<p>War<span><a href='#ftn1' id='body_ftn1'>1</a></span></p><p class='Footnote'><span><a "
             "id='ftn1' "
             "href='#body_ftn1'>1</a></span> RGANI.</p><p class='Footnote'>More.</p>",
             {"1: RGANI.\nMore."},
             "[1]"},
            {"docutils",
             "<p>War<a href='#n1' id='r1'>[1]</a></p><dl class='footnote'><dt id='n1'><a "
             "href='#r1'>1</a></dt><dd><p>RGANI."
             "</p></dd></dl>",
             {"1: RGANI."},
             "[1]"},
            {"EPUB",
             "<p>War<a epub:type='noteref' href='notes.xhtml#n1'>1</a></p><aside epub:type='footnote' "
             "id='n1'><p>1. RGANI."
             "</p></aside>",
             {"1: RGANI."},
             "[1]"},
            {"a list below its heading",
             "<p>War<sup>1</sup> and "
             "peace<sup>2</sup></p><h3>Notes</h3><ol><li>RGANI.</li><li>GARF.</li></ol>",
             {"1: RGANI.", "2: GARF."},
             "¹"},
            {"typed lines",
             "<p>War. [1] Peace. [2]</p><p>[1] RGANI.<br />[2] GARF.</p>",
             {"1: RGANI.", "2: GARF."},
             "[1]"},
            {"an escaped reference",
             "<p>War<a href='#a'>1</a></p><p id='a'>x &amp;amp; &lt;y&gt; &eacute;</p>",
             {"1: x &amp; <y> é"},
             "[1]"},
            {"Footnotes, whose calls and notes no link joins",
             "<p>War<span class='footnote_referrer'><a role='button'><sup>[1]</sup></a><span "
             "class='footnote_tooltip'>RGANI …</span></span></p><div class='footnotes_reference_container'>"
             "<table><tr><th id='r1'>↑1</th><td class='footnote_plugin_text'>RGANI, f. "
             "5.</td></tr></table></div>",
             {"1: RGANI, f. 5."},
             "[1]"},
            {"a note of MediaWiki in a group",
             "<p>War<sup class='reference'><a href='#cite_note-3'>[note 1]</a></sup></p><ol "
             "class='references'><li "
             "id='cite_note-3'><span class='mw-cite-backlink'>^</span> A word.</li></ol>",
             {"note 1: A word."},
             "[note 1]"},
            {"the stop of a mark that is a link",
             "<p>War<sup>[<a id='r1' href='#d1'>1</a>]</sup></p><div id='footnotes'><div id='d1'><a "
             "href='#r1'>1</a>. RGANI.</div></div>",
             {"1: RGANI."},
             "[1]"},
            {"brackets around what leads back",
             "<p>A<a href='#n1' id='i1'>1</a> b<a href='#n2' id='i2'>2</a> c<a href='#n3' "
             "id='i3'>3</a></p><ol "
             "class='footnotes'><li id='n1'>RGANI. [<a href='#i1'>↩</a>]</li><li id='n2'>GARF.<span>[<a "
             "href='#i2'>↩</a>]</span></li><li id='n3'><span><span>[</span><a "
             "href='#i3'>3</a><span>]</span></span> "
             "AVPRF.</li></ol>",
             {"1: RGANI.", "2: GARF.", "3: AVPRF."},
             "[1]"},
            {"LaTeXML",
             "<p>War<span class='ltx_note'><sup class='ltx_note_mark'>1</sup><span "
             "class='ltx_note_outer'><span "
             "class='ltx_note_content'><sup class='ltx_note_mark'>1</sup><span class='ltx_tag "
             "ltx_tag_note'>1</span>RGANI.</span></span></span> went on.</p>",
             {"1: RGANI."},
             "[1]"},
            {"a comment of Google Docs is no note",
             "<p>War<sup><a href='#ftnt1' id='ftnt_ref1'>[1]</a></sup><sup><a href='#cmnt1' "
             "id='cmnt_ref1'>[a]</a></sup></p><div><p><a href='#ftnt_ref1' id='ftnt1'>[1]</a> "
             "RGANI.</p></div>"
             "<div><p><a href='#cmnt_ref1' id='cmnt1'>[a]</a>Check this.</p></div>",
             {"1: RGANI."},
             "[1]"},
            {"a word that leads back to an anchor behind the call",
             "<p>War <a href='#f1'>1</a><a name='b1'></a>.<dl><dt><a name='f1'>(1)</a><dd>RGANI. <a "
             "href='#b1'>Back</a></dl>",
             {"1: RGANI."},
             "[1]"},
            {"a table of contents is no note",
             "<ul><li><a href='#one'>1</a></li></ul><h1 id='one'>One</h1><p>Text</p>",
             {},
             ""},
        },
        "html");
}

TEST_CASE("notes of TEI") {
    check_cases(
        {
            {"inline",
             "<TEI "
             "xmlns='http://www.tei-c.org/ns/1.0'><teiHeader><note>no</note></"
             "teiHeader><text><body><p>War<note "
             "n='7' place='foot'>RGANI, <title level='m'>War</title>,\n   f. 5.</note> went "
             "on.</p></body></text></TEI>",
             {"7: RGANI, War, f. 5."},
             "[7]"},
            {"a title's note",
             "<TEI><teiHeader><fileDesc><titleStmt><title>The War<note>Read.</note></title></titleStmt>"
             "<notesStmt><note>no</note></notesStmt></fileDesc></teiHeader><text><p>x<note>A.</note></p></"
             "text>"
             "</TEI>",
             {"1: Read.", "2: A."},
             "[1]"},
            {"a note over two pages, words over two lines",
             "<TEI><text><p>x<note xml:id='a' next='#b' n='*)'>Ge-<lb/>\nschichte, Nord-<lb/>und Südsee, "
             "Fort⸗<lb/>\nBildung "
             "A&#xAC;<lb/>\nkte,</note> y<pb/><note xml:id='b' prev='#a' n='*)'>S. 5.</note> z<note "
             "n='a)'>B.</note>"
             "</p></text></TEI>",
             {"*): Geschichte, Nord- und Südsee, FortBildung Akte, S. 5.", "a): B."},
             "[*)]"},
            {"a note that the text mentions besides",
             "<TEI><text><p>See <ref target='#n2'>note 2</ref>. x<note xml:id='n1' n='1'>A, n. <ref "
             "target='#n2'>2</ref>.</note></p><p>y<note xml:id='n2' n='2'>B.</note> z<ref "
             "target='#n1'>1</ref></p>"
             "</text></TEI>",
             {"1: A, n. 2.", "2: B."},
             "[1]"},
            {"gathered",
             "<TEI><text><body><p>War<ref target='#n1'>1</ref>.</p></body><back><note xml:id='n1' n='1'><p>A "
             "&amp; "
             "B.</p><p>C.</p></note></back></text></TEI>",
             {"1: A & B.\nC."},
             "[1]"},
            {"choice",
             "<TEI><text><p>x<note>The <choice><sic>teh</sic><corr>the</corr></choice> l<lb "
             "break='no'/>ine</note></p>"
             "</text></TEI>",
             {"1: The the line"},
             "[1]"},
            {"a quotation within",
             "<TEI><text><p>x<note n='1'>The <quote>end</quote>.</note></p></text></TEI>",
             {"1: The “end”."},
             "[1]"},
            {"quotations whose marks are written, nested, and of paragraphs",
             "<TEI><text><p>x<note n='1'>“<quote>a</quote>” <q>b <q>c</q> d</q> "
             "<quote><p>e</p></quote></note></p></text></TEI>",
             {"1: “a” “b ‘c’ d”\ne"},
             "[1]"},
            {"numbers only where some are given",
             "<TEI><text><head><note type='source'>RG 59.</note></head><p>x<note "
             "n='1'>One.</note></p></text></TEI>",
             {": RG 59.", "1: One."},
             "[]"},
            {"pointers to the bibliography of the text",
             "<TEI><text><p>x<note n='1'>See <ptr target='#roe #doe' loc='33'/> and <ref "
             "target='#doe'>Doe 1962</ref>.</note></p><back><listBibl><bibl xml:id='roe'>Roe</bibl><bibl "
             "label='Doe 1962' "
             "xml:id='doe'>Doe</bibl></listBibl></back></text></TEI>",
             {"1: See roe; Doe 1962, 33 and Doe 1962."},
             "[1]"},
            {"notes beside the text",
             "<TEI><text><p>x<ref target='#n1' "
             "n='1'/></p></text><standOff><listPerson><person><note>no</note>"
             "</person></listPerson><listAnnotation><note "
             "xml:id='n1'>RGANI.</note></listAnnotation></standOff></TEI>",
             {"1: RGANI."},
             "[1]"},
            {"abbreviations that are no alternatives",
             "<TEI><text><p>x<note n='1'><abbr>RGANI</abbr>, "
             "<choice><abbr>f.</abbr><expan>fond</expan></choice> "
             "5.</note></p></text></TEI>",
             {"1: RGANI, fond 5."},
             "[1]"},
            {"P4",
             "<TEI.2><text><body><p>x<ref target='N1'>1</ref></p></body><back><note id='N1' "
             "n='1'>RGANI.</note></back></text></TEI.2>",
             {"1: RGANI."},
             "[1]"},
            {"JATS",
             "<article><body><p>x<xref ref-type='fn' rid='fn1'>1</xref> y<fn "
             "id='fn2'><label>2</label><p>Two.</p></fn>"
             "</p></body><back><fn-group><fn id='fn1'><label>1</label><p>RGANI, "
             "<italic>War</italic>.</p></fn>"
             "</fn-group></back></article>",
             {"1: RGANI, War.", "2: Two."},
             "[1]"},
            {"a note that points at its place",
             "<TEI><text><p>x<anchor xml:id='a'/> y</p><back><note n='1' "
             "target='#a'>One.</note></back></text></TEI>",
             {"1: One."},
             "[1]"},
        },
        "tei");
}
