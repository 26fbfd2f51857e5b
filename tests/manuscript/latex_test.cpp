#include <filesystem>
#include <fonds/document.hpp>
#include <fonds/rewrite.hpp>
#include <fstream>

#include "base/text.hpp"
#include "manuscript/reader.hpp"
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
        {"War.\\footnote{RGANI, f.~5,\n  op. 2.}",
         {"1: RGANI, f.\u00A0"
          "5, op. 2."}},
        {"A.\\footnote{See \\emph{The {War}}, 3--5.} B.\\endnote{Y---z.}",
         {"1: See The War, 3–5.", "1: Y—z."}},
        {"% \\footnote{hidden}\nA.\\footnote{Half % not this\n  seen 100\\%.}", {"1: Half seen 100%."}},
        {"\\begin{verbatim}\n\\footnote{no}{\n\\end{verbatim}\nA.\\footnote{Yes.}", {"1: Yes."}},
        {"\\verb|\\footnote{no}| A.\\footnote{Yes \\verb|x{y|.}", {"1: Yes x{y."}},
        {"A\\footnotemark{} b.\\footnotetext{Text.} C\\footnotemark[7].\\footnotetext[7]{Seven.}",
         {"1: Text.", "7: Seven."}},
        {"\\documentclass{article}\\title{T\\thanks{A "
         "grant.}}\\begin{document}A.\\footnote{B.}\\end{document}\\footnote{no}",
         {"1: A grant.", "2: B."}},
        {"A.\\footnote{``Quoted,'' he said; `so'. \\enquote{a \\enquote{b}}}",
         {"1: “Quoted,” he said; ‘so’. “a ‘b’”"}},
        {"A.\\footnote{\\'Etudes, Gy\\H{o}r, \\v{c}esk\\'{y}, \\ss{} \\o re, \\c{c}a, na\\\"{\\i}ve, \\S~3.}",
         {"1: Études, Győr, český, ß øre, ça, naïve, §\u00A0"
          "3."}},
        {"A.\\footnote{\\url{http://a.b/c_d%20e#f} and \\href{http://x.y/%41}{the link} here.}",
         {"1: http://a.b/c_d%20e#f and the link here."}},
        {"\\newcommand{\\rgani}{RGANI, Moscow}\\newcommand{\\f}[1]{fond~#1}A.\\footnote{\\rgani, \\f{5}.}",
         {"1: RGANI, Moscow, fond\u00A0"
          "5."}},
        {"A.\\footnote{{\\itshape Title}, \\textbf{bold} \\textsuperscript{2}x, $n^{2}$.}",
         {"1: Title, bold 2x, n2."}},
        {"A.\\footcite[See][34]{doe}. B.\\autocite{roe}. C.\\footcites{a}[12]{b}",
         {"1: See [doe], 34", "2: [roe]", "3: [a]; [b], 12"}},
        {"\\usepackage[style=authoryear]{biblatex}\\begin{document}B \\autocite{roe}.\\end{document}", {}},
        {"\\chapter{One}A.\\footnote{x}\\chapter{Two}B.\\footnote{y}", {"1: x", "1: y"}},
        {"A.\\footnote{See note\\ref{n}; \\label{x}p.\\,3; \\index{War}x \\& y\\_z \\{q\\}.}",
         {"1: See note; p.\u202F"
          "3; x & y_z {q}."}},
        {"A.\\footnote{\\foreignlanguage{german}{\"`Akte\"'} \\og mot\\fg{} <<x>>}",
         {"1: „Akte“ «\u00A0mot\u00A0» «x»"}},
        {"A.\\footnote{Akte ,,Alte Sachen'', BArch,, R 2.}", {"1: Akte „Alte Sachen”, BArch,, R 2."}},
        {"A.\\footnote{XIX\\ieme{} siècle, \\no 5, 1\\ier~mai 1848, 2\\up{e} éd.}",
         {"1: XIXe siècle, n°5, 1er\u00A0"
          "mai 1848, 2e éd."}},
        {"A.\\footnote[][-2cm]{One.} B.\\sidenote[3][1cm]{Two.} C.\\marginnote{Three.} "
         "D.\\let\\thefootnote\\relax\\footnotetext{Four.}",
         {"1: One.", "3: Two.", ": Three.", ": Four."}},
        {"A.\\footnote{First.\n\n  Second.}", {"1: First.\nSecond."}},
        {"A.\\footnote{Nested\\footnote{inner}.}", {"1: Nested[2].", "2: inner"}},
        {"\\newcommand{\\fn}[1]{\\footnote{#1}}\\let\\en\\endnote A.\\fn{RGANI, f.~5.} B.\\en{GARF.}",
         {"1: RGANI, f.\u00A0"
          "5.",
          "1: GARF."}},
        {"\\newcommand{\\f}[2][RGANI]{\\footnote{#1, f.~#2}}A.\\f{5} B.\\f[GARF]{7}",
         {"1: RGANI, f.\u00A0"
          "5",
          "2: GARF, f.\u00A0"
          "7"}},
        {"\\NewDocumentCommand{\\f}{O{RGANI} m}{#1, fond #2}\\def\\g#1{(#1)}A.\\footnote{\\f{5}, "
         "\\f[GARF]{7} \\g{x}.}",
         {"1: RGANI, fond 5, GARF, fond 7 (x)."}},
        {"A.\\footnote{\\x[a [b] c]{RGANI} \\y[see][[2]]{GARF}, \\z[[] d.}", {"1: RGANI GARF, d."}},
        {"Au XIX\\ieme{} si\\`ecle.\\footnote{\\og Rapport\\fg{}, \\no~5, \\primo~f\\'evrier.}",
         {"1: «\u00A0"
          "Rapport\u00A0», n°\u00A0"
          "5, 1°\u00A0"
          "février."}},
        {"\\newcommand{\\U}[1]{u.~#1}A.\\footnote{\\U{5}, \\hspace{1em}\\alpha, Ph\\h{o}.}",
         {"1: u.\u00A0"
          "5, α, Phỏ."}},
        {"\\iffalse A.\\footnote{no}\\ifx x\\fi \\else B.\\footnote{Yes.}\\fi", {"1: Yes."}},
        {"A.\\footcite[see \\emph{Doe}][45--47]{smith} B.\\footcites(pre)(post)[1]{a}[2]{b}",
         {"1: see Doe [smith], 45–47", "2: pre [a], 1; [b], 2, post"}},
        {"A.\\footnote{\\label{n}One.} B.\\footnote{See note~\\ref{n}.} C.\\footref{n}",
         {"1: One.",
          "2: See note\u00A0"
          "1."}},
        {"A\\endnotemark{} b.\\endnotetext{Text.} C.\\tablefootnote{T.}", {"1: Text.", "1: T."}},
        {"A\\footnote{Three:\\begin{itemize}\\item a\\item b\\end{itemize}\\marginpar{no}c, "
         "\\begin{otherlanguage}{french}sur\\end{otherlanguage} d, \\begin{CJK}{UTF8}{min}書\\end{CJK}.}",
         {"1: Three:\na\nb\nc, sur d, 書."}},
        {"A\\footnote{See \\volcite{2}[45]{gray}, \\citefield{roe}{note}, \\Parencites{a}[5]{b}.} "
         "B.\\fvolcite[cf.]{3}{doe} C.\\Autocite{x}",
         {"1: See [gray], 2:45, [roe], [a]; [b], 5.", "2: cf. [doe], 3", "3: [x]"}},
        {"A\\footnote%\n  {% first\nOne.} "
         "\\DeclareDocumentCommand\\nota{O{x}+m}{\\footnote{#2}}B\\nota{Two.}",
         {"1: One.", "2: Two."}},
        {"A\\sidefootnote{One.} b.\\footnoteD{Two.}", {"1: One.", "2: Two."}},
        {"A.\\footnote{\\textcolor{red}{\\verb|}|} b}", {"1: } b"}},
        {"\\newrobustcmd{\\r}{RGANI}A.\\footnote{\\r, \\deleted{f.} \\replaced{op.}{d.} 5.}",
         {"1: RGANI, op. 5."}},
        {"A.\\footnote{\\begin{otherlanguage}{german}Akte\\end{otherlanguage}}", {"1: Akte"}},
        {"A.\\footnote{\\textcquote[5]{roe}{A \\emph{war}}.}", {"1: “A war” [roe], 5."}},
        {"A\\footnotemark{} B\\footnotemark{}\\addtocounter{footnote}{-1}\\footnotetext{One.}"
         "\\stepcounter{footnote}\\footnotetext{Two.}\\newpage "
         "C.\\footnote{Three.}\\setcounter{footnote}{9}D.\\footnote{Ten.}",
         {"1: One.", "2: Two.", "3: Three.", "10: Ten."}},
        {"A.\\footnote{\\foreignquote{german}{Akte}}", {"1: “Akte”"}},
        {"A\\footnoteA{One.} \\edtext{b}{\\Bfootnote{Two.}}\\Aendnote{Three.}",
         {"1: One.", "2: Two.", "1: Three."}},
    };
    for (auto const& c : cases) {
        INFO(c.text);
        auto const document = read_document_bytes(c.text, "-", "tex");
        REQUIRE(document);
        CHECK(numbered_notes(*document) == c.notes);
        check_maps(*document);
    }
}

TEST_CASE("the text of files that are taken in stands where their commands do") {
    struct Case {
        char const* what;
        std::string text;
        std::vector<SourcePart> files;
        std::vector<std::string> notes;     // number, part, text
        std::vector<std::string> findings;  // rules
        std::string body;
    };
    std::vector<Case> const cases = {
        {"notes are counted through",
         "A.\\footnote{One.} \\input{two} C.\\footnote{Three.}",
         {{"book/two.tex", "B.\\footnote{Two.}"}},
         {"1 0 One.", "2 1 Two.", "3 0 Three."},
         {},
         "A.[1] B.[2] C.[3]"},
        {"TeX's own way to write it, and a name with its extension",
         "\\input two \\input{two.tex}",
         {{"book/two.tex", "B.\\footnote{Two.}"}},
         {"1 1 Two.", "2 1 Two."},
         {},
         "B.[1] B.[2]"},
        {"a chapter in a folder takes in its own",
         "\\include{chapters/one}\nEnd.",
         {{"book/chapters/one.tex", "One.\\footnote{N.}\n\\input{notes}"},
          {"book/chapters/notes.tex", "Two.\\footnote{M.}"}},
         {"1 1 N.", "2 2 M."},
         {},
         "One.[1] Two.[2] End."},
        {"of a subfile only the document is taken",
         "\\begin{document}A. \\subfile{s}\\end{document}",
         {{"book/s.tex",
           "\\documentclass[main]{subfiles}\n\\begin{document}S.\\footnote{N.}\\end{document}\nnot this"}},
         {"1 1 N."},
         {},
         "A.\nS.[1]"},
        {"an imported file takes in its own from the folder it is imported from",
         "\\import{parts/}{one} \\import*{parts/two}{deep.tex}",
         {{"book/parts/one.tex", "A.\\footnote{N.} \\input{sub/a} \\subimport{sub}{b}"},
          {"book/parts/sub/a.tex", "B."},
          {"book/parts/sub/b.tex", "C.\\footnote{M.} \\input{a}"},
          {"book/a.tex", "no"},
          {"book/parts/two/deep.tex", "D.\\footnote{L.}"}},
         {"1 1 N.", "2 3 M.", "3 4 L."},
         {},
         "A.[1] B. C.[2] B. D.[3]"},
        {"what is not in the folder of an import is looked for beside the main file",
         "\\import{parts}{one} \\includefrom{/etc}{one} \\import{\\parts}{one}",
         {{"book/one.tex", "A.\\footnote{N.}"}},
         {"1 1 N."},
         {"file-not-read", "file-not-read"},
         "A.[1]"},
        {"macros of an imported file in the preamble",
         "\\subimport{set/}{macros}\\begin{document}A.\\fn{N.}\\end{document}",
         {{"book/set/macros.tex", "\\newcommand{\\fn}[1]{\\footnote{#1}}"}},
         {"1 0 N."},
         {},
         "A.[1]"},
        {"macros of a file in the preamble",
         "\\input{macros}\\begin{document}A.\\fn{N.}\\end{document}",
         {{"book/macros.tex", "\\newcommand{\\fn}[1]{\\footnote{#1}}"}},
         {"1 0 N."},
         {},
         "A.[1]"},
        {"a ring is named once and read once",
         "A. \\input{a}",
         {{"book/a.tex", "B.\\footnote{N.} \\input{b}"}, {"book/b.tex", "C. \\input{a}"}},
         {"1 1 N."},
         {"file-not-read in book/b.tex"},
         "A. B.[1] C."},
        {"a note that a file leaves open ends with it",
         "\\input{a} B.\\footnote{Two.}",
         {{"book/a.tex", "A.\\footnote{One."}},
         {"1 1 One.", "2 0 Two."},
         {"unclosed-note in book/a.tex"},
         "A.[1] B.[2]"},
        {"a brace too many does not close a group around the file",
         "{\\emph{A \\input{a} B}}",
         {{"book/a.tex", "}}"}},
         {},
         {"no-notes"},
         "A B"},
        {"no names that reach beyond",
         "\\input{/etc/one} \\input{\\jobname-x}",
         {},
         {},
         {"file-not-read", "file-not-read", "no-notes"},
         ""},
    };
    for (auto const& c : cases) {
        INFO(c.what);
        auto const document =
            read_document_among(c.text, "book/main.tex", "tex", Surroundings::in_memory, c.files);
        REQUIRE(document);
        std::vector<std::string> notes;
        for (auto const& note : document->notes) {
            auto const place = note.map.to_source({0, note.text.size()});
            REQUIRE(place);
            CHECK(slice(document->parts[place->part].bytes, place->span) == note.text);
            notes.push_back(note.number + " " + std::to_string(place->part) + " " + note.text);
        }
        CHECK(notes == c.notes);
        std::vector<std::string> findings;
        for (auto const& finding : document->diagnostics)
            findings.push_back(finding.part == 0
                                   ? finding.rule
                                   : finding.rule + " in " + document->parts[finding.part].name);
        CHECK(findings == c.findings);
        CHECK(trim(document->text) == c.body);
        check_maps(*document);
    }
}

TEST_CASE("a chain of files ends at its limit") {
    std::vector<SourcePart> files;
    for (int i = 1; i <= 40; ++i)
        files.push_back({std::to_string(i) + ".tex",
                         "x\\footnote{" + std::to_string(i) + "} \\input{" + std::to_string(i + 1) + "}"});
    auto const document =
        read_document_among("\\input{1}", "main.tex", "tex", Surroundings::in_memory, files);
    REQUIRE(document);
    CHECK(document->notes.size() == 15);
    REQUIRE(document->diagnostics.size() == 1);
    auto const& finding = document->diagnostics[0];
    CHECK(document->parts[finding.part].name == "15.tex");
    CHECK(slice(document->text_of(finding), finding.span) == "\\input{16}");
}

TEST_CASE("a file that cannot be taken in is named") {
    auto const document = read_document_bytes("A \\input{one}\\footnote{B.}\n% \\include{no}\n", "-", "tex");
    REQUIRE(document);
    REQUIRE(document->diagnostics.size() == 1);
    CHECK(document->diagnostics[0].rule == "file-not-read");
    CHECK(slice(document->parts[0].bytes, document->diagnostics[0].span) == "\\input{one}");
}

TEST_CASE("a file in the text's old encoding is read, one in another is named, also when read again") {
    auto const folder = std::filesystem::temp_directory_path() / "fonds-latex-encodings";
    std::filesystem::create_directories(folder);
    auto const main = (folder / "main.tex").string();
    auto const write = [](std::string const& path, std::string_view bytes) {
        std::ofstream(path, std::ios::binary) << bytes;
    };
    write((folder / "one.tex").string(), "B\\footnote{M\xFCller.}");
    for (bool const is_declared : {true, false}) {
        CAPTURE(is_declared);
        write(main, is_declared ? "\\usepackage[latin1]{inputenc}\n\\input{one}" : "\\input{one}");
        auto const document = read_document(main, "tex");
        REQUIRE(document);
        std::vector<SourcePart> others(document->parts.begin() + 1, document->parts.end());
        auto const again =
            read_document_among(document->parts.front().bytes, main, "tex", Surroundings::in_memory, others);
        REQUIRE(again);
        for (auto const* one : {&*document, &*again}) {
            REQUIRE(one->notes.size() == (is_declared ? 1u : 0u));
            if (is_declared) CHECK(one->notes[0].text == "Müller.");
            else CHECK(one->diagnostics[0].message.find("it is not UTF-8") != std::string::npos);
        }
        if (!is_declared) continue;
        auto const patched = apply_edits(*document, {{0, {0, 1}, "m"}});
        REQUIRE(patched);
        CHECK(patched->applied == 0);
        CHECK(patched->diagnostics[0].message.find("is not UTF-8 and is not written back") !=
              std::string::npos);
    }
    std::filesystem::remove_all(folder);
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
