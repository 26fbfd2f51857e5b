#include <fonds/document.hpp>
#include <fstream>

#include "manuscript/detect.hpp"
#include "support/catch.hpp"
#include "support/manuscripts.hpp"

using namespace fonds;
using namespace fonds::test;

TEST_CASE("the essay's notes and calls are found in its raw text") {
    auto const path = FONDS_SHARED_DIR "/essay.txt";
    if (is_absent(path)) return;
    auto const document = read_document(path);
    REQUIRE(document);
    CHECK(document->format == "txt");
    REQUIRE(document->notes.size() == 10);
    for (std::size_t i = 0; i < 10; ++i) {
        auto const& note = document->notes[i];
        CHECK(note.number == std::to_string(i + 1));
        REQUIRE(note.call);
        CHECK(slice(document->text, *note.call) == "[" + note.number + "]");
    }
    CHECK(document->notes[5].text ==
          "Record of Conversation between Mao Zedong and Soviet Ambassador to the PRC, Pavel Yudin, "
          "November, 1956.");
    CHECK(document->notes[9].text.find("Stay informed") == std::string::npos);
    CHECK(document->text.find("Stay informed") != std::string::npos);
    CHECK(document->diagnostics.empty());
    check_maps(*document);
}

TEST_CASE("common shapes of notes in plain text") {
    struct Case {
        char const* shape;
        char const* text;
        std::vector<std::string> notes;  // "number: text"
        std::vector<std::string> calls;  // of each note; "" for none
    };
    auto const cases = std::vector<Case>{
        {"list of a web page, not indented",
         "War.[1] Peace.[2]\n\n1. [1]\n\nRGANI, f. 5.\n\n2. [2]\n\nGARF, f. 1.\n\nSubscribe now\n",
         {"1: RGANI, f. 5.", "2: GARF, f. 1."},
         {"[1]", "[2]"}},
        {"list with the text behind the marker",
         "War.[1]\n\n  1. [1] RGANI, f. 5,\n     op. 2.\n",
         {"1: RGANI, f. 5, op. 2."},
         {"[1]"}},
        {"brackets",
         "War.[1] Peace.[2]\n\n[1] RGANI, f. 5,\nop. 2.\n\n[2] GARF.\n",
         {"1: RGANI, f. 5, op. 2.", "2: GARF."},
         {"[1]", "[2]"}},
        {"brackets without empty lines",
         "War.[1] Peace.[2]\n\n[1] RGANI.\n[2] GARF.\n",
         {"1: RGANI.", "2: GARF."},
         {"[1]", "[2]"}},
        {"small Roman numerals",
         "War.[i] Peace.[ii]\n\n[i] RGANI.\n\n[ii] GARF.\n",
         {"i: RGANI.", "ii: GARF."},
         {"[i]", "[ii]"}},
        {"points under a heading, calls behind the words",
         "The war.1 The peace.2\n\nNotes\n\n1. RGANI.\n2. GARF.\n",
         {"1: RGANI.", "2: GARF."},
         {"1", "2"}},
        {"brackets that hold the note, below its paragraph",
         "The war.[1] And more.\n\n[Footnote 1: RGANI [sic], f. 5,\nop. 28.\n\nMore on it.]\n\nThe "
         "peace.[14]\n\n[Footnote 14: GARF.]\n",
         {"1: RGANI [sic], f. 5, op. 28.\nMore on it.", "14: GARF."},
         {"[1]", "[14]"}},
        {"brackets that hold the note, letters that begin anew, a symbol",
         "The [A]bbot's war.[A] The peace.[B] An end.*\n\n[Footnote A: RGANI.]\n\n[Footnote B: GARF.]\n\n"
         "[Footnote *: An end.]\n\nTWO\n\nA war.[A]\n\n[Footnote A: AVPRF.]\n",
         {"A: RGANI.", "B: GARF.", "*: An end.", "A: AVPRF."},
         {"[A]", "[B]", "*", "[A]"}},
        {"bare numbers under a heading in Russian",
         "Война.1 Мир.2\n\nПРИМЕЧАНИЯ\n\n1 РГАНИ. Ф. 5.\n2 ГАРФ. Ф. 1.\n",
         {"1: РГАНИ. Ф. 5.", "2: ГАРФ. Ф. 1."},
         {"1", "2"}},
        {"superscripts", "War.¹ Peace.²\n\n¹ RGANI.\n² GARF.\n", {"1: RGANI.", "2: GARF."}, {"¹", "²"}},
        {"superscripts that touch the text",
         "War.¹ Peace.²\n\n¹RGANI.\n²GARF.\n",
         {"1: RGANI.", "2: GARF."},
         {"¹", "²"}},
        {"symbols",
         "The author thanks all.* War.†\n\n* A grant.\n\n† RGANI.\n",
         {"*: A grant.", "†: RGANI."},
         {"*", "†"}},
        {"asterisks of emphasis",
         "**Letters**\n\nA war.** B.*\n\n**Papers**\n\n*Die Zeit*, 1967\n\n*See *Die Zeit*, p. 3.\n",
         {"*: See *Die Zeit*, p. 3."},
         {"*"}},
        {"parentheses",
         "The war.1 The peace.2\n\nAnmerkungen:\n\n1) BArch, R 43.\n2) PA AA.\n",
         {"1: BArch, R 43.", "2: PA AA."},
         {"1", "2"}},
        {"numbers that begin anew on each page, and a single one on the last",
         "The war.1 The peace.2\n\n_____\n1 RGANI.\n2 GARF,\n  f. 1.\n\f\nThe end.1\n\n_____\n1 AVPRF.\n",
         {"1: RGANI.", "2: GARF, f. 1.", "1: AVPRF."},
         {"1", "2", "1"}},
        {"numbers that begin anew by chapter, notes at the end",
         "The war.1 The peace.2\n\nTWO\n\nThe end.1\n\nNOTES\n\nChapter One\n1. A.\n2. B.\n\nChapter Two\n1. "
         "C.\n",
         {"1: A.", "2: B.", "1: C."},
         {"1", "2", "1"}},
        {"calls in round brackets",
         "The war (1) and peace (2).\n\nNotes:\n\n(1) RGANI.\n(2) GARF.\n",
         {"1: RGANI.", "2: GARF."},
         {"(1)", "(2)"}},
        {"carets", "War.^1 Peace.^2^\n\n^1 RGANI.\n^2^ GARF.\n", {"1: RGANI.", "2: GARF."}, {"^1", "^2^"}},
        {"an underlined heading, numbers of a later part",
         "War.[12] Peace.[13]\n\n1. A list\n2. of the text\n\nFootnotes\n---------\n[12]  RGANI.\n[13]  "
         "GARF.\n",
         {"12: RGANI.", "13: GARF."},
         {"[12]", "[13]"}},
        {"one note with a second paragraph that is not indented",
         "A[1] b[2] c[3] d[4]\n\n[1] One.\n\nMore.\n\n[2] Two.\n\n[3] Three.\n\n[4] Four.\n",
         {"1: One.\nMore.", "2: Two.", "3: Three.", "4: Four."},
         {"[1]", "[2]", "[3]", "[4]"}},
        {"a file of notes alone",
         "1. RGANI.\n2. GARF.\n3. AVPRF.\n",
         {"1: RGANI.", "2: GARF.", "3: AVPRF."},
         {"", "", ""}},
        {"a paragraph of its own below a note",
         "War.[1] Peace.[2]\n\n[1] RGANI.\n\n    More on it.\n\n[2] GARF.\n",
         {"1: RGANI.\nMore on it.", "2: GARF."},
         {"[1]", "[2]"}},
        {"chapters that number anew",
         "War.[1] Peace.[2]\n\n[1] A.\n\n[2] B.\n\nChapter two.[1]\n\n[1] C.\n",
         {"1: A.", "2: B.", "1: C."},
         {"[1]", "[2]", "[1]"}},
        {"a note that goes on at the foot of the next page",
         "The war.1 The peace.2\n\n_____\n1 RGANI.\n2 A long note, f. 5,\n\f\nThe end.3\n\n_____\nop. 28, d. "
         "314.\n3 GARF.\n",
         {"1: RGANI.", "2: A long note, f. 5, op. 28, d. 314.", "3: GARF."},
         {"1", "2", "3"}},
        {"a note that takes up the whole foot of the next page, and more",
         "War.[1]\n\n_____\n[1] A long note, f. 5,\n\f\nPeace.\n\n_____\nop. 28, ll. "
         "3\n\f\nEnd.[2]\n\n_____\nand 4.\n[2] GARF.\n",
         {"1: A long note, f. 5, op. 28, ll. 3 and 4.", "2: GARF."},
         {"[1]", "[2]"}},
        {"no rule, but text that touches the notes of its page",
         "War.[1]\n\n[1] A long note, f. 5,\n\f\nPeace.\n\nEnd.[2]\n\nop. 28, d. 314.\n[2] GARF.\n",
         {"1: A long note, f. 5, op. 28, d. 314.", "2: GARF."},
         {"[1]", "[2]"}},
        {"rules without pages, numbers anew on each",
         "The war.1\n\n-----\n1 A note that goes on in f. 5,\n\nThe end.1\n\n-----\nop. 28.\n1 GARF.\n",
         {"1: A note that goes on in f. 5, op. 28.", "1: GARF."},
         {"1", "1"}},
        {"a whole sentence below a rule is no rest of a note",
         "War.[1]\n\n_____\n[1] RGANI.\n\f\nPeace.\n\n_____\nAn essay of 1956.\n\f\nEnd.[2]\n\n_____\n[2] "
         "GARF.\n",
         {"1: RGANI.", "2: GARF."},
         {"[1]", "[2]"}},
        {"a new section is no foot of a page",
         "War.[1]\n\n[1] RGANI, f. 5,\n\n* * *\n\nthe end.[2]\n\n[2] GARF.\n",
         {"1: RGANI, f. 5,", "2: GARF."},
         {"[1]", "[2]"}},
        {"braces",
         "The war.{1} The peace.{2}\n\nEndnotes\n\n{1} RGANI.\n{2} GARF.\n",
         {"1: RGANI.", "2: GARF."},
         {"{1}", "{2}"}},
        {"angle brackets",
         "War.<1> Peace.<2>\n\n<1> RGANI.\n<2> GARF.\n",
         {"1: RGANI.", "2: GARF."},
         {"<1>", "<2>"}},
        {"brackets that touch the text, and colons behind them",
         "War.[1] Peace.[2]\n\n[1]RGANI.\n[2]: GARF.\n",
         {"1: RGANI.", "2: GARF."},
         {"[1]", "[2]"}},
        {"labels in brackets",
         "War.[FN1] Peace.[FN2]\n\n[FN1]. RGANI.\n\n[FN2]. GARF.\n",
         {"1: RGANI.", "2: GARF."},
         {"[FN1]", "[FN2]"}},
        {"labels",
         "The war [note 1] and peace [note 2].\n\nNote 1: RGANI.\nNote 2: GARF.\n",
         {"1: RGANI.", "2: GARF."},
         {"[note 1]", "[note 2]"}},
        {"reStructuredText", "War. [1]_\n\n.. [1]\n   RGANI, f. 5.\n", {"1: RGANI, f. 5."}, {"[1]"}},
        {"Org", "War.[fn:1]\n\n[fn:1] RGANI, f. 5.\n", {"1: RGANI, f. 5."}, {"[fn:1]"}},
        {"strokes, and a date",
         "On 3/1/1956 it began./1/ Peace came./2/\n\n/1/ RGANI, f. 5.\n/2/ GARF.\n",
         {"1: RGANI, f. 5.", "2: GARF."},
         {"/1/", "/2/"}},
        {"an address is no call",
         "See www.a.b/2/c.[1] War.[2]\n\n[1] RGANI.\n[2] GARF.\n",
         {"1: RGANI.", "2: GARF."},
         {"[1]", "[2]"}},
        {"dashes behind the numbers",
         "War.[1] Peace.[2]\n\nNOTES\n-----\n1 -- RGANI.\n2 – GARF.\n",
         {"1: RGANI.", "2: GARF."},
         {"[1]", "[2]"}},
        {"numbers that go on over pages with heads",
         "The war began.1 Then more.2\n\n1 RGANI.\n2 GARF.\n\n14 THE COLD WAR\n\nIt went on.3 Nobody "
         "knew.4\n\n"
         "3 Ibid.\n4 AVPRF.\n\n15 THE COLD WAR\n\nSo it ended.5\n\n5 TNA.\n",
         {"1: RGANI.", "2: GARF.", "3: Ibid.", "4: AVPRF.", "5: TNA."},
         {"1", "2", "3", "4", "5"}},
        {"a heading that says of what",
         "See the text.\n\nNOTES TO CHAPTER ONE\n\n  1.  RGANI, f. 5,\nop. 28.\n\n  2.  Ibid.\n",
         {"1: RGANI, f. 5, op. 28.", "2: Ibid."},
         {"", ""}},
        {"symbols that begin anew on the next page",
         "War began.* Peace.†\n\n* RGANI.\n† GARF.\n\nIt ended.*\n\n* AVPRF.\n",
         {"*: RGANI.", "†: GARF.", "*: AVPRF."},
         {"*", "†", "*"}},
        {"wikitext",
         "War.<ref>RGANI, ''War'', [[Moscow|M.]] &amp; [http://a.b GARF].</ref> Peace.<ref name=\"r\" /> "
         "End.<ref "
         "group=note>A <small>word</small>.</ref>\n<references>\n<ref "
         "name=\"r\">AVPRF.</ref>\n</references>\n",
         {"1: RGANI, War, M. & GARF.", "2: AVPRF.", "note 1: A word."},
         {"[1]", "[2]", "[note 1]"}},
        {"calls in round brackets, points under a heading",
         "The war (1) and peace.(2)\n\nNOTES\n\n1. RGANI.\n2. GARF.\n",
         {"1: RGANI.", "2: GARF."},
         {"(1)", "(2)"}},
        {"templates of wikitext",
         "War.{{sfn|Gray|Doe|2002|pp=5–7}} Peace.{{Efn|See {{harvnb|Gray|2003|p=9}}, ''Past''.}} "
         "End.<ref>{{cite journal |last1=Gray |first1=Ann |title=A [[War]] |journal=Past "
         "|volume=3 |issue=2 |date=May 1999 |pages=5–7 |url=http://a.b/c?d=e}} {{lang|fr|Aussi}} "
         "{{abbr|FO|Foreign Office}} 371.{{dead link|date=May 2009}}</ref> More.{{sfn|Gray|Doe|2002|pp=5–7}} "
         "{{Infobox|a=b}}<ref>{{cite "
         "book|author=Roe|title=Town|location=Bonn|publisher=Verlag|year=1950}}</ref>"
         "<ref>{{open</ref>\n{{notelist}}\n",
         {"1: Gray and Doe 2002, pp. 5–7.", "2: See Gray 2003, p. 9, Past.",
          "3: Ann Gray, “A War,” Past 3, no. 2, May 1999, 5–7, http://a.b/c?d=e Aussi FO 371.",
          "4: Roe, Town (Bonn: Verlag, 1950)", "5: {{open"},
         {"[1]", "[2]", "[3]", "[4]", "[5]"}},
        {"labels of a file of notes",
         "Anm. 1: BArch.\nAnm. 2: PA AA.\n",
         {"1: BArch.", "2: PA AA."},
         {"", ""}},
        {"letters in brackets",
         "War.[a] Peace.[b]\n\n[a] RGANI.\n[b] GARF.\n",
         {"a: RGANI.", "b: GARF."},
         {"[a]", "[b]"}},
        {"letters beside numbers",
         "War.[1] Peace.[a] End.[b]\n\n[1] RGANI.\n\n[a] A word.\n[b] Another.\n",
         {"1: RGANI.", "a: A word.", "b: Another."},
         {"[1]", "[a]", "[b]"}},
        {"calls of several notes",
         "War[1], peace[2-3] and end[4, 5].\n\n[1] A.\n[2] B.\n[3] C.\n[4] D.\n[5] E.\n",
         {"1: A.", "2: B.", "3: C.", "4: D.", "5: E."},
         {"[1]", "[2-3]", "[2-3]", "[4, 5]", "[4, 5]"}},
        {"raised numbers that lost their formatting",
         "War.1 Peace.2\n\n1RGANI, f. 5.\n2“A Report,” GARF.\n",
         {"1: RGANI, f. 5.", "2: “A Report,” GARF."},
         {"1", "2"}},
        {"raised brackets",
         "War.⁽¹⁾ Peace.⁽²⁾\n\n⁽¹⁾ RGANI.\n⁽²⁾ GARF.\n",
         {"1: RGANI.", "2: GARF."},
         {"⁽¹⁾", "⁽²⁾"}},
        {"numbers in circles", "War①. Peace②.\n\n① RGANI.\n② GARF.\n", {"1: RGANI.", "2: GARF."}, {"①", "②"}},
        {"full width",
         "戦争（１）。平和（２）。\n\n注\n（１）外交史料館。\n（２）同上。\n",
         {"1: 外交史料館。", "2: 同上。"},
         {"（１）", "（２）"}},
        {"small Roman numerals that lost their formatting",
         "The war began.i Peace came.ii And then.iii More.\n\ni RGANI, f. 5.\nii GARF.\niii Ibid.\n",
         {"i: RGANI, f. 5.", "ii: GARF.", "iii: Ibid."},
         {"i", "ii", "iii"}},
        {"decimals are no calls",
         "He died in 1956.1 Some left.2 It was 5.3 percent.3\n\nNotes\n1. A.\n2. B.\n3. C.\n",
         {"1: A.", "2: B.", "3: C."},
         {"1", "2", "3"}},
        {"a page's text is no part of the note above it",
         "War.1 Peace.2\n\n1 RGANI, f. 5,\nd. 314.\n2 GARF.\n\f\nIt went on.3 More.4\n\n3 AVPRF.\n4 Ibid.\n",
         {"1: RGANI, f. 5, d. 314.", "2: GARF.", "3: AVPRF.", "4: Ibid."},
         {"1", "2", "3", "4"}},
        {"the number of a page and the head of the next",
         "War.1 Peace.2\n\n  1. RGANI,\nf. 5.\n  2. GARF.\n\n       12\n\f        THE WAR\n\nThe end.3\n\n  "
         "3. AVPRF.\n",
         {"1: RGANI, f. 5.", "2: GARF.", "3: AVPRF."},
         {"1", "2", "3"}},
        {"lists of letters and of points in the text are no notes",
         "A report.\n\n[a] first\n[b] second\n\ni. One.\nii. Two.\n\n1Apples\n2Pears\n\nThe end.\n",
         {},
         {}},
        {"a list in the text is no note", "Three points:\n\n1. First.\n2. Second.\n\nThe end.\n", {}, {}},
        {"bullets are no notes", "Points:\n\n* First.\n* Second.\n", {}, {}},
        {"a year in brackets is no call", "War [1956] began.[1]\n\n[1] RGANI.\n", {"1: RGANI."}, {"[1]"}},
        {"line ends of Windows", "War.[1]\r\n\r\n[1] RGANI,\r\nf. 5.\r\n", {"1: RGANI, f. 5."}, {"[1]"}},
    };
    for (auto const& c : cases) {
        INFO(c.shape);
        auto const document = read_document_bytes(c.text, "-", "txt");
        REQUIRE(document);
        std::vector<std::string> notes;
        std::vector<std::string> calls;
        for (auto const& note : document->notes) {
            notes.push_back(note.number + ": " + note.text);
            calls.emplace_back(note.call ? slice(document->text, *note.call) : "");
        }
        CHECK(notes == c.notes);
        CHECK(calls == c.calls);
        check_maps(*document);
    }
}

TEST_CASE("text in which each line is a paragraph, and a numbered bibliography below the notes") {
    std::string sentence;
    for (int i = 0; i < 10; ++i) sentence += "The delegates had gathered early. ";
    auto const document = read_document_bytes(
        "The Pact\n" + sentence + "War.[1]\n" + sentence + "Peace.[2]\n[1] RGANI, f. 5.\n[2] GARF.\n",
        "x.txt");
    REQUIRE(document);
    REQUIRE(document->notes.size() == 2);
    CHECK(document->notes[0].text == "RGANI, f. 5.");
    CHECK(document->notes[1].call);
    CHECK(document->diagnostics.empty());

    auto const with_list = read_document_bytes(
        "War.1 Peace.2 On.3\n\nNotes\n\n1. RGANI.\n2. GARF.\n3. "
        "Ibid.\n\nBibliography:\n\n1. Westad, War.\n2. Zubok, Empire.\n",
        "x.txt");
    REQUIRE(with_list);
    REQUIRE(with_list->notes.size() == 5);
    CHECK(with_list->notes[4].kind == NoteKind::reference);
    CHECK(with_list->diagnostics.empty());
}

TEST_CASE("calls and notes that find no partner are named") {
    struct Case {
        char const* text;
        std::vector<std::string> rules;
    };
    auto const cases = std::vector<Case>{
        {"War.[1] Peace.[2]\n\n[1] A.\n\n[2] B.\n", {}},
        {"War.[1]\n\n[1] A.\n\n[2] B.\n", {"note-without-call"}},
        {"War.[1] Peace.[2] End.[3]\n\n[1] A.\n\n[2] B.\n", {"call-without-note"}},
        {"War.[1] Peace.[2] End.[3]\n\n[1] A.\n\n[3] C.\n", {"call-without-note"}},
        {"War.[1] Peace.[2]\n\n[1] A.\n\n[1] B.\n\n[2] C.\n", {"duplicate-note"}},
        {"No notes here.\n", {"no-notes"}},
        {"", {"no-notes"}},
    };
    for (auto const& c : cases) {
        INFO(c.text);
        auto const document = read_document_bytes(c.text, "-", "txt");
        REQUIRE(document);
        std::vector<std::string> rules;
        for (auto const& diagnostic : document->diagnostics) rules.push_back(diagnostic.rule);
        CHECK(rules == c.rules);
    }
}

TEST_CASE("each line a note") {
    auto const document = read_document_bytes("RGANI, f. 5.\n\n  GARF.  \n", "-", "lines");
    REQUIRE(document);
    REQUIRE(document->notes.size() == 2);
    CHECK(document->notes[0].text == "RGANI, f. 5.");
    CHECK(document->notes[1].text == "GARF.");
    CHECK(document->notes[1].id == "3");
    CHECK(document->diagnostics.empty());
    check_maps(*document);
}

TEST_CASE("wikitext that begins with a tag is no web page") {
    CHECK(detect_document_format("<span id=\"a\"></span>\n== A ==\nWar.<ref>RGANI.</ref>\n", "a.wiki") ==
          "txt");
    CHECK(detect_document_format("<p>War.<ref>RGANI.</ref></p>\n", "a") == "html");
}
