#include <fonds/document.hpp>

#include "support/catch.hpp"
#include "support/manuscripts.hpp"

using namespace fonds;
using namespace fonds::test;

TEST_CASE("notes of LaTeX") {
    struct Case {
        char const* text;
        std::vector<std::string> notes;
    };
    auto const cases = std::vector<Case>{
        {"War.\\footnote{RGANI, f.~5,\n  op. 2.}", {"1: RGANI, f.\u00A0""5, op. 2."}},
        {"A.\\footnote{See \\emph{The {War}}, 3--5.} B.\\endnote{Y---z.}", {"1: See The War, 3–5.", "1: Y—z."}},
        {"% \\footnote{hidden}\nA.\\footnote{Half % not this\n  seen 100\\%.}", {"1: Half seen 100%."}},
        {"\\begin{verbatim}\n\\footnote{no}{\n\\end{verbatim}\nA.\\footnote{Yes.}", {"1: Yes."}},
        {"\\verb|\\footnote{no}| A.\\footnote{Yes \\verb|x{y|.}", {"1: Yes x{y."}},
        {"A\\footnotemark{} b.\\footnotetext{Text.} C\\footnotemark[7].\\footnotetext[7]{Seven.}",
         {"1: Text.", "7: Seven."}},
        {"\\documentclass{article}\\title{T\\thanks{A grant.}}\\begin{document}A.\\footnote{B.}\\end{document}\\footnote{no}",
         {"1: A grant.", "2: B."}},
        {"A.\\footnote{``Quoted,'' he said; `so'. \\enquote{a \\enquote{b}}}", {"1: “Quoted,” he said; ‘so’. “a ‘b’”"}},
        {"A.\\footnote{\\'Etudes, Gy\\H{o}r, \\v{c}esk\\'{y}, \\ss{} \\o re, \\c{c}a, na\\\"{\\i}ve, \\S~3.}",
         {"1: Études, Győr, český, ß øre, ça, naïve, §\u00A0""3."}},
        {"A.\\footnote{\\url{http://a.b/c_d%20e#f} and \\href{http://x.y/%41}{the link} here.}",
         {"1: http://a.b/c_d%20e#f and the link here."}},
        {"\\newcommand{\\rgani}{RGANI, Moscow}\\newcommand{\\f}[1]{fond~#1}A.\\footnote{\\rgani, \\f{5}.}",
         {"1: RGANI, Moscow, fond\u00A0""5."}},
        {"A.\\footnote{{\\itshape Title}, \\textbf{bold} \\textsuperscript{2}x, $n^{2}$.}",
         {"1: Title, bold 2x, n2."}},
        {"A.\\footcite[See][34]{doe}. B.\\autocite{roe}. C.\\footcites{a}[12]{b}", {"1: See [doe], 34", "2: [roe]", "3: [a]; [b], 12"}},
        {"\\usepackage[style=authoryear]{biblatex}\\begin{document}B \\autocite{roe}.\\end{document}", {}},
        {"\\chapter{One}A.\\footnote{x}\\chapter{Two}B.\\footnote{y}", {"1: x", "1: y"}},
        {"A.\\footnote{See note\\ref{n}; \\label{x}p.\\,3; \\index{War}x \\& y\\_z \\{q\\}.}",
         {"1: See note; p.\u202F""3; x & y_z {q}."}},
        {"A.\\footnote{\\foreignlanguage{german}{\"`Akte\"'} \\og mot\\fg{} <<x>>}", {"1: „Akte“ «\u00A0mot\u00A0» «x»"}},
        {"A.\\footnote{First.\n\n  Second.}", {"1: First.\nSecond."}},
        {"A.\\footnote{Nested\\footnote{inner}.}", {"1: Nested[2].", "2: inner"}},
        {"\\newcommand{\\fn}[1]{\\footnote{#1}}\\let\\en\\endnote A.\\fn{RGANI, f.~5.} B.\\en{GARF.}",
         {"1: RGANI, f.\u00A0""5.", "1: GARF."}},
        {"\\newcommand{\\f}[2][RGANI]{\\footnote{#1, f.~#2}}A.\\f{5} B.\\f[GARF]{7}",
         {"1: RGANI, f.\u00A0""5", "2: GARF, f.\u00A0""7"}},
        {"\\NewDocumentCommand{\\f}{O{RGANI} m}{#1, fond #2}\\def\\g#1{(#1)}A.\\footnote{\\f{5}, \\f[GARF]{7} \\g{x}.}",
         {"1: RGANI, fond 5, GARF, fond 7 (x)."}},
        {"\\iffalse A.\\footnote{no}\\ifx x\\fi \\else B.\\footnote{Yes.}\\fi", {"1: Yes."}},
        {"A.\\footcite[see \\emph{Doe}][45--47]{smith} B.\\footcites(pre)(post)[1]{a}[2]{b}",
         {"1: see Doe [smith], 45–47", "2: pre [a], 1; [b], 2, post"}},
        {"A.\\footnote{\\label{n}One.} B.\\footnote{See note~\\ref{n}.} C.\\footref{n}", {"1: One.", "2: See note\u00A0""1."}},
        {"A\\endnotemark{} b.\\endnotetext{Text.} C.\\tablefootnote{T.}", {"1: Text.", "1: T."}},
        {"A.\\footnote{\\textcolor{red}{\\verb|}|} b}", {"1: } b"}},
    };
    for (auto const& c : cases) {
        INFO(c.text);
        auto const document = read_document_bytes(c.text, "-", "tex");
        REQUIRE(document);
        std::vector<std::string> notes;
        for (auto const& note : document->notes) notes.push_back(note.number + ": " + note.text);
        CHECK(notes == c.notes);
        check_maps(*document);
    }
}

TEST_CASE("a file that is brought in is named") {
    auto const document = read_document_bytes("A \\input{one}\\footnote{B.}\n% \\include{no}\n", "-", "tex");
    REQUIRE(document);
    REQUIRE(document->diagnostics.size() == 1);
    CHECK(document->diagnostics[0].rule == "file-not-read");
    CHECK(slice(document->parts[0].bytes, document->diagnostics[0].span) == "\\input{one}");
}

TEST_CASE("a note that never closes is named, and nothing is lost") {
    auto const document = read_document_bytes("A.\\footnote{Open. The rest.\n", "-", "tex");
    REQUIRE(document);
    REQUIRE(document->notes.size() == 1);
    CHECK(document->notes[0].text == "Open. The rest.");
    REQUIRE(document->diagnostics.size() == 1);
    CHECK(document->diagnostics[0].rule == "unclosed-note");
}

TEST_CASE("macros that grow without end are cut off") {
    std::string text = "\\newcommand{\\a}{xxxxxxxxxx}";
    for (char c = 'b'; c <= 'z'; ++c)
        if (c != 'b' && c != 'c' && c != 'd' && c != 'i' && c != 'j' && c != 'k' && c != 'l' && c != 'o' &&
            c != 'r' && c != 'u' && c != 'v')
            text += std::string("\\newcommand{\\") + c + "}{" + "\\a\\a\\e\\e\\f\\f\\g\\g\\h\\h\\m\\m\\n\\n}";
    text += "A.\\footnote{\\z}";
    auto const document = read_document_bytes(text, "-", "tex");
    REQUIRE(document);
    CHECK(document->notes.size() == 1);
}
