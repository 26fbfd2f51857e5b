#include <algorithm>
#include <cstdlib>
#include <fonds/rewrite.hpp>

#include "base/file.hpp"
#include "manuscript/reader.hpp"
#include "support/catch.hpp"
#include "support/manuscripts.hpp"
#include "support/packages.hpp"

using namespace fonds;
using namespace fonds::test;

namespace {

std::string const folder = FONDS_SHARED_DIR "/manuscripts/";

bool has_command(char const* name) {
    auto const probe = std::string("command -v ") + name + " >/dev/null 2>&1";
    return std::system(probe.c_str()) == 0;
}

Result<Patched> reformatted(std::string const& text, std::string const& format, std::string const& style,
                            double minimum_confidence) {
    auto const document = read_document_bytes(text, "-", format);
    if (!document) return document.error();
    ReformatOptions options;
    options.style = style;
    options.minimum_confidence = minimum_confidence;
    return reformat_citations(*document, options);
}

Result<Patched> with_live_citations(Document const& document) {
    ReformatOptions options;
    options.style = "chicago-archives";
    options.zotero = true;
    return reformat_citations(document, options);
}

}  // namespace

TEST_CASE("citations are rewritten in a style, what stands between them is not") {
    std::string const source =
        "War.[1] Peace.[2] End.[3]\n\n"
        "[1] See “Information on the Situation in the DPRK,” April, 1955, History and Public Policy Program "
        "Digital "
        "Archive, RGANI, Fond 5, Opis 28, Delo 314, listi 34-59. I thank the archivists for it.\n\n"
        "[2] Ibid.\n\n"
        "[3] Nobody knows where that lies, in some box.\n";
    auto const document = read_document_bytes(source, "-", "txt");
    REQUIRE(document);
    ReformatOptions options;
    options.style = "gost-archives";
    auto const patched = reformat_citations(*document, options);
    REQUIRE(patched);
    auto const again = read_document_bytes(patched->bytes, "-", "txt");
    REQUIRE(again);
    REQUIRE(again->notes.size() == 3);
    CHECK(again->notes[0].text.rfind("See ", 0) == 0);
    CHECK(again->notes[0].text.find("РГАНИ. Ф. 5. Оп. 28. Д. 314. Л. 34–59") != std::string::npos);
    CHECK(again->notes[0].text.find("I thank the archivists for it.") != std::string::npos);
    CHECK(again->notes[2].text == document->notes[2].text);
    CHECK(again->text == document->text);
}

TEST_CASE("pages, leaves and locations that single notes name are written with each") {
    struct Case {
        char const* what;
        std::string style, before, after;
    };
    std::vector<Case> const cases = {
        {"pages of a short form and of ibid.", "chicago-archives",
         "Odd Arne Westad, The Global Cold War (Cambridge: Cambridge University Press, 2005), 45.\n"
         "Ibid., 50.\nIbid.\nWestad, The Global Cold War, 51.\n",
         "Odd Arne Westad, The Global Cold War (Cambridge University Press, 2005), 45.\n"
         "Westad, The Global Cold War, 50.\nWestad, The Global Cold War, 50.\n"
         "Westad, The Global Cold War, 51.\n"},
        {"leaves of one file", "gost-archives",
         "RGANI, f. 5, op. 28, d. 314, l. 3.\nIbid., ll. 60-61.\nIbid.\nIbid., 8.\n",
         "РГАНИ. Ф. 5. Оп. 28. Д. 314. Л. 3.\nТам же. Л. 60–61.\nТам же.\nТам же. Л. 8.\n"},
        {"the file cited again elsewhere", "chicago-archives",
         "RGANI, f. 5, op. 28, d. 314, l. 3.\nGARF, f. 9401, op. 2, d. 7, l. 3.\n"
         "RGANI, f. 5, op. 28, d. 314, l. 99.\n",
         "RGANI, fond 5, opis 28, delo 314, l. 3.\nGARF, fond 9401, opis 2, delo 7, l. 3.\n"
         "RGANI, fond 5, opis 28, delo 314, l. 99.\n"},
        {"ibid. with another file", "chicago-archives",
         "“Talks with Kim,” 3 May 1956, RGANI, f. 5, op. 28, d. 314, l. 3.\nIbid., d. 315, l. 7.\n",
         "“Talks with Kim,” May 3, 1956, RGANI, fond 5, opis 28, delo 314, l. 3.\n"
         "RGANI, fond 5, opis 28, delo 315, l. 7.\n"},
        {"ibid. as the location of another document", "chicago-archives",
         "“Talks with Kim,” 3 May 1956, RGANI, f. 5, op. 28, d. 200, ll. 3–9.\n"
         "“Talks with Mao,” 5 May 1956, ibid.\n",
         "“Talks with Kim,” May 3, 1956, RGANI, fond 5, opis 28, delo 200, ll. 3–9.\n"
         "“Talks with Mao,” May 5, 1956, RGANI, fond 5, opis 28, delo 200.\n"},
        {"another folder of a reference that goes from the folder up", "chicago-archives",
         "Memorandum, 3 May 1965, Folder 3, Box 5, RG 59, National Archives, College Park.\n"
         "Ibid., folder 4.\n",
         "Memorandum, May 3, 1965, box 5, folder 3, RG 59, National Archives, College Park.\n"
         "Box 5, folder 4, RG 59, National Archives, College Park.\n"},
        {"ibid. before another source", "gost-archives",
         "RGANI, f. 5, op. 28, d. 314, l. 3.\nIbid.; GARF, f. 9401, op. 2, d. 7, l. 3.\n",
         "РГАНИ. Ф. 5. Оп. 28. Д. 314. Л. 3.\nТам же; ГАРФ. Ф. 9401. Оп. 2. Д. 7. Л. 3.\n"},
        {"the page of a working paper", "chicago-archives",
         "Vladislav M. Zubok, “Khrushchev and the Berlin Crisis,” CWIHP Working Paper 6 (Washington, DC, "
         "1993), "
         "25–26.\n",
         "Vladislav M. Zubok, “Khrushchev and the Berlin Crisis,” CWIHP Working Paper 6, Washington, DC, "
         "1993, "
         "25–26.\n"},
        {"titles that are not English keep their capitals", "chicago-archives",
         "M. Perrot, Les ouvriers en grève (Paris: Mouton, 1974), 5.\n"
         "K. Schmidt, Die deutsche Frage in der Politik (Berlin: Siedler, 1990), 5.\n"
         "A. Skrzypek, Mechanizmy autonomii (Warsaw: PWN, 1990), 5.\n"
         "A. Smith, A history of the war (London: Macmillan, 1990), 5.\n",
         "M. Perrot, Les ouvriers en grève (Mouton, 1974), 5.\n"
         "K. Schmidt, Die deutsche Frage in der Politik (Siedler, 1990), 5.\n"
         "A. Skrzypek, Mechanizmy autonomii (PWN, 1990), 5.\n"
         "A. Smith, A History of the War (Macmillan, 1990), 5.\n"},
        {"abbreviations that are introduced", "chicago-archives",
         "Memorandum by Dening, 5 July 1950, The National Archives, Kew (hereafter TNA), FO 371/84082.\n"
         "Record Group 59, box 4262, National Archives and Records Administration, College Park, MD (NARA).\n"
         "Minute by Shattock, 7 July 1950, TNA, FO 371/84083.\n",
         "Dening, Memorandum, July 5, 1950, The National Archives, Kew (hereafter TNA), FO 371/84082.\n"
         "Box 4262, RG 59, National Archives and Records Administration, College Park, MD (NARA).\n"
         "Shattock, Minute, July 7, 1950, TNA, FO 371/84083.\n"},
        {"the author's own short title", "chicago-archives",
         "Odd Arne Westad, The Global Cold War: A World History (Cambridge: CUP, 2005), 45.\n"
         "Westad, Global Cold War, 50.\nIbid.\n",
         "Odd Arne Westad, The Global Cold War: A World History (CUP, 2005), 45.\n"
         "Westad, Global Cold War, 50.\nWestad, Global Cold War, 50.\n"},
        {"the volume of a short form stays, which the style does not print there", "chicago-archives",
         "Bruce Cumings, The Origins of the Korean War, vol. 2, The Roaring of the Cataract (Princeton: "
         "Princeton University Press, 1990), 615.\nCumings, Origins of the Korean War, 2:617.\n",
         "Bruce Cumings, The Origins of the Korean War, vol. 2, The Roaring of the Cataract (Princeton "
         "University Press, 1990), 615.\nCumings, Origins of the Korean War, 2:617.\n"},
        {"a pointer to another note", "gost-archives",
         "“Talks with Kim,” 1 September 1956, RGANI, f. 5, op. 28, d. 410, ll. 3-5.\nConversation with Kim, "
         "September "
         "1, 1956, as cited in note 1 above.\n",
         "Talks with Kim, 1 сент. 1956 г. // РГАНИ. Ф. 5. Оп. 28. Д. 410. Л. 3–5.\nConversation with Kim, "
         "September "
         "1, 1956, as cited in note 1 above.\n"},
        {"leaves that go on", "chicago-archives", "TsDA, f. 1B, op. 6, a.e. 3027, ll. 2 ff.\n",
         "TsDA, fond 1B, opis 6, a.e. 3027, ll. 2 ff.\n"},
        {"a page behind a signature", "chicago-archives", "PRC FMA 106-01403-02, 35.\n",
         "PRC FMA, 106-01403-02, p. 35.\n"},
    };
    for (auto const& c : cases) {
        INFO(c.what);
        auto const patched = reformatted(c.before, "lines", c.style, 0);
        REQUIRE(patched);
        CHECK(patched->bytes == c.after);
    }
}

TEST_CASE("new text has the quotation marks that the manuscript types") {
    struct Case {
        std::string format, before, after;
    };
    std::vector<Case> const cases = {
        {"md", "A.[^1]\n\n[^1]: \"Talks with Kim\", 3 May 1956, RGANI, f. 5, op. 28, d. 314.\n",
         "A.[^1]\n\n[^1]: \"Talks with Kim,\" May 3, 1956, RGANI, fond 5, opis 28, delo 314.\n"},
        {"md", "A.[^1]\n\n[^1]: “Talks with Kim”, 3 May 1956, RGANI, f. 5, op. 28, d. 314.\n",
         "A.[^1]\n\n[^1]: “Talks with Kim,” May 3, 1956, RGANI, fond 5, opis 28, delo 314.\n"},
        {"tex", "A.\\footnote{``Talks with Kim'', 3 May 1956, RGANI, f.~5, op.~28, d.~314.}\n",
         "A.\\footnote{``Talks with Kim,'' May 3, 1956, RGANI, fond 5, opis 28, delo 314.}\n"},
    };
    for (auto const& c : cases) {
        INFO(c.before);
        auto const patched = reformatted(c.before, c.format, "chicago-archives", 0);
        REQUIRE(patched);
        CHECK(patched->bytes == c.after);
    }
}

TEST_CASE("new text has the quotation marks of the file that it stands in") {
    struct Case {
        std::string main, chapter, after;  // the marks of the chapter's note before, and behind
    };
    std::vector<Case> const cases = {
        {"``Main.''", "“Talks with Kim”", "“Talks with Kim,”"},
        {"“Main.”", "``Talks with Kim''", "``Talks with Kim,''"},
    };
    for (auto const& c : cases) {
        INFO(c.main);
        auto const note = [](std::string const& title, std::string const& rest) {
            return "B.\\footnote{" + title + rest + "}\n";
        };
        std::vector<SourcePart> const others = {
            {"chapter.tex", note(c.chapter, ", 3 May 1956, RGANI, f.~5, op.~28, d.~314.")}};
        auto const document = read_document_among(c.main + "\\input{chapter}\n", "main.tex", "tex",
                                                  Surroundings::in_memory, others);
        REQUIRE(document);
        ReformatOptions options;
        options.style = "chicago-archives";
        options.minimum_confidence = 0;
        auto const patched = reformat_citations(*document, options);
        REQUIRE(patched);
        REQUIRE(patched->files.size() == 1);
        CHECK(patched->files[0].bytes == note(c.after, " May 3, 1956, RGANI, fond 5, opis 28, delo 314."));
    }
}

TEST_CASE("a citation of which the style does not print a part is left alone") {
    struct Case {
        std::string note, style, after;
        std::string lost;  // not printed: the note stays as it was
    };
    std::string const letter = "Rusk to Kennedy, 3 May 1962, RG 59, Box 12, NARA.\n";
    std::string const copy =
        "“Talks with Kim,” 3 May 1956, RGANI, f. 5, op. 28, d. 314. Obtained for NKIDP by James Person.\n";
    std::string const hosted =
        "“Talks with Kim,” May 3, 1956, Wilson Center Digital Archive, RGANI, f. 5, op. 28, d. 314, "
        "https://digitalarchive.wilsoncenter.org/document/114590.\n";
    std::string const debates = "Verhandlungen des Reichstags, Bd. 412, S. 987 f.\n";
    std::string const history =
        "Hans Huber, Der Staat im Krieg, München 1969, S. 166 ff., hier S. 170 Anm. 45.\n";
    std::string const chicago = FONDS_SHARED_DIR "/csl/styles/chicago-notes-bibliography.csl";
    std::string const mhra = "modern-humanities-research-association";
    std::string const turabian = "turabian-fullnote-bibliography";
    std::string const author_date = "iso690-author-date-en";
    std::vector<Case> const cases = {
        {letter, "chicago-archives", "Rusk to Kennedy, May 3, 1962, box 12, RG 59, NARA.\n", ""},
        {letter, chicago, letter, "addressee (Kennedy)"},
        {copy, "chicago-archives",
         "“Talks with Kim,” May 3, 1956, RGANI, fond 5, opis 28, delo 314. Obtained for NKIDP by James "
         "Person.\n",
         ""},
        {copy, chicago, copy, "copy comes from (NKIDP)"},
        {hosted, "chicago-archives",
         "“Talks with Kim,” May 3, 1956, Wilson Center Digital Archive, RGANI, fond 5, opis 28, delo 314, "
         "https://digitalarchive.wilsoncenter.org/document/114590.\n",
         ""},
        {hosted, chicago, hosted, "copy comes from (Wilson Center Digital Archive)"},
        {"“Talks with Kim,” 3 May 1956, RGANI, f. 5, op. 28, d. 314.\n", mhra,
         "“Talks with Kim,” 3 May 1956, RGANI, f. 5, op. 28, d. 314.\n", "date (3 May 1956)"},
        {"RGANI, Fond 5, Opis 28, Delo 314, ll. 3-5.\n", mhra, "RGANI, f. 5, op. 28, d. 314, ll. 3–5.\n", ""},
        {"GARF, f. 9401, op. 2, d. 7.\nIbid., l. 5.\n", mhra, "GARF, f. 9401, op. 2, d. 7.\nIbid., l. 5.\n",
         "which work it is"},
        {"Odd Arne Westad, The Global Cold War (Cambridge: CUP, 2005), 45-50.\n", mhra,
         "Odd Arne Westad, The Global Cold War (Cambridge: CUP, 2005), pp. 45–50.\n", ""},
        {"RGANI, f. 5, op. 28, d. 314, l. 3 об.; GARF, f. 9401, op. 2, d. 7.\n", turabian,
         "F. 5, op. 28, d. 314, l. 3ob., RGANI; f. 9401, op. 2, d. 7, GARF.\n", ""},
        {"RGANI, f. 5, op. 28, d. 314, l. 3.\n", author_date, "RGANI, f. 5, op. 28, d. 314, l. 3.\n",
         "which work it is"},
        {"Northern Star, 18 May, 25 May 1839.\n", "chicago-archives", "Northern Star, 18 May, 25 May 1839.\n",
         "date (18 May, 25 May 1839)"},
        {"“Situation in Laos,” January 19, 1961, Clark M. Clifford Papers, box 29, LBJL.\n", turabian,
         "“Situation in Laos,” January 19, 1961, Clark M. Clifford Papers, box 29, LBJL.\n",
         "place in its archive (Clark M. Clifford Papers)"},
        {"“The Sourcebook,” National Security Archive Electronic Briefing Book No. 427, ed. Nate Jones, May "
         "20, "
         "2013.\n",
         "chicago-archives",
         "“The Sourcebook,” National Security Archive Electronic Briefing Book No. 427, ed. Nate Jones, May "
         "20, "
         "2013.\n",
         "a name (Nate Jones)"},
        {"Arhivele Naționale Istorice Centrale, Bucharest (hereafter ANIC), fond CC al PCR, dosar 23/1964.\n",
         mhra,
         "Bucharest, Arhivele Naționale Istorice Centrale (hereafter ANIC), fond CC al PCR, dosar 23/1964.\n",
         ""},
        {debates, "chicago-archives", debates, "volume (412)"},
        {history, "chicago-archives", history, "page (166)"},
    };
    for (auto const& c : cases) {
        INFO(c.note << c.style);
        auto const patched = reformatted(c.note, "lines", c.style, 0);
        if (!patched) continue;  // the styles that others have made are not here
        CHECK(patched->bytes == c.after);
        CHECK(patched->diagnostics.empty() == c.lost.empty());
        if (!c.lost.empty() && !patched->diagnostics.empty())
            CHECK(patched->diagnostics[0].message.find(c.lost) != std::string::npos);
    }
}

TEST_CASE("a citation with words that nobody read is left alone") {
    struct Case {
        std::string note, words;  // none: it is rewritten
    };
    std::vector<Case> const cases = {
        {"Letter from Brown. Dayton (Ohio, USA). November 25, 1963 // GARF. F. 9401. Op. 2. D. 7. L. 78.",
         "“Ohio, USA”"},
        {"RGANI, Fond 5, Opis 28, Delo 314, listy 3–5.", ""},
        {"Unsigned memorandum, 6 January 1940, both in RGANI, f. 5, op. 28, d. 314.", "“both”"},
        {"Jones to Lord Palmerston, 3 May 1840, GARF, f. 9401, op. 2, d. 7.", "Lord"},
        {"“Talks with Kim,” 3 May 1956, RGANI, f. 5, op. 28, d. 314, l. 5. Obtained for NKIDP by James "
         "Person.",
         ""},
    };
    for (auto const& c : cases) {
        INFO(c.note);
        auto const patched = reformatted(c.note + "\n", "lines", "gost-archives", 0);
        REQUIRE(patched);
        if (c.words.empty()) {
            CHECK(patched->diagnostics.empty());
            continue;
        }
        REQUIRE(patched->diagnostics.size() == 1);
        CHECK(patched->diagnostics[0].rule == "citation-left-alone");
        CHECK(patched->diagnostics[0].message.find(c.words) != std::string::npos);
        CHECK(patched->bytes == c.note + "\n");
    }
}

TEST_CASE("citations that a program writes are left to it, and counted") {
    struct Case {
        std::string format, before, after, finding;
    };
    std::vector<Case> const cases = {
        {"md",
         "---\nreferences:\n- {id: w, type: book, title: The Global Cold War, issued: 2005, author: "
         "[{family: "
         "Westad, given: Odd Arne}]}\n---\nA.[^1] B.[^2] C.[^3]\n\n[^1]: See [@w, 15].\n\n[^2]: Westad, "
         "Global "
         "Cold War, p. 17.\n\n[^3]: @w.\n",
         "[^1]: See [@w, 15].\n\n[^2]: Westad, *Global Cold War*, 17.\n\n[^3]: @w.\n",
         "pandoc writes this citation and 1 more"},
        {"tex",
         "A\\footcite[15]{w} B\\footnote{Odd Arne Westad, The Global Cold War (Cambridge: Cambridge "
         "University "
         "Press, 2005), 45.}",
         "A\\footcite[15]{w} B\\footnote{Odd Arne Westad, \\emph{The Global Cold War} (Cambridge University "
         "Press, 2005), 45.}",
         "LaTeX writes this citation:"},
    };
    for (auto const& c : cases) {
        INFO(c.before);
        auto const patched = reformatted(c.before, c.format, "chicago-archives", 0.3);
        REQUIRE(patched);
        CHECK(patched->bytes.substr(patched->bytes.size() - c.after.size()) == c.after);
        REQUIRE(patched->diagnostics.size() == 1);
        auto const& finding = patched->diagnostics.front();
        CHECK(finding.rule == "citation-managed");
        CHECK(finding.severity == Severity::note);
        CHECK(finding.note == 0);
        CHECK(finding.message.starts_with(c.finding));
    }
}

TEST_CASE("titles are set in italics in formats that are text, where they are not yet") {
    struct Case {
        std::string format, before, after;
    };
    std::string const plain =
        "Odd Arne Westad, The Global Cold War (Cambridge: Cambridge University Press, 2005), 45.";
    auto const set = [](std::string const& open, std::string const& close) {
        return "Odd Arne Westad, " + open + "The Global Cold War" + close +
               " (Cambridge University Press, 2005), 45.";
    };
    std::vector<Case> const cases = {
        {"md", "A.[^1]\n\n[^1]: " + plain + "\n", "A.[^1]\n\n[^1]: " + set("*", "*") + "\n"},
        {"md",
         "A.[^1]\n\n[^1]: See Odd Arne Westad, *The Global Cold War* (Cambridge: Cambridge University Press, "
         "2005), 45.\n",
         "A.[^1]\n\n[^1]: See " + set("*", "*") + "\n"},
        {"tex", "A.\\footnote{" + plain + "}", "A.\\footnote{" + set("\\emph{", "}") + "}"},
        {"html",
         "<p>A.<sup><a href=\"#_ftn1\">[1]</a></sup></p><p><a name=\"_ftn1\">[1]</a> " + plain + "</p>",
         "<p>A.<sup><a href=\"#_ftn1\">[1]</a></sup></p><p><a name=\"_ftn1\">[1]</a> " +
             set("<em>", "</em>") + "</p>"},
        {"tei", "<TEI><text><p>A.<note>" + plain + "</note></p></text></TEI>",
         "<TEI><text><p>A.<note>" + set("<hi rend=\"italic\">", "</hi>") + "</note></p></text></TEI>"},
    };
    for (auto const& c : cases) {
        INFO(c.before);
        auto const document = read_document_bytes(c.before, "-", c.format);
        REQUIRE(document);
        REQUIRE(document->notes.size() == 1);
        ReformatOptions options;
        options.style = "chicago-archives";
        options.minimum_confidence = 0;
        auto const patched = reformat_citations(*document, options);
        REQUIRE(patched);
        CHECK(patched->bytes == c.after);
    }
}

TEST_CASE("marks of italics that stand around other words move to the title, or go") {
    struct Case {
        std::string format, first, before, after;
    };
    std::vector<Case> const cases = {
        {"md", "Odd Arne Westad, The Global Cold War (Cambridge: CUP, 2005), 45.",
         "Westad, The _Global_ Cold War, 50.", "Westad, *The Global Cold War*, 50."},
        {"md", "“Talks with Kim,” 3 May 1956, RGANI, f. 5, op. 28, d. 314, l. 3.", "*Ibid.*, l. 7.",
         "“Talks with Kim,” l. 7."},
        {"md", "“Talks with Kim,” 3 May 1956, RGANI, f. 5, op. 28, d. 314, l. 3.", "***Ibid.***, l. 7.",
         "***“Talks with Kim***,” l. 7."},
        {"tex", "“Talks with Kim,” 3 May 1956, RGANI, f. 5, op. 28, d. 314, l. 3.", "\\textit{Ibid.}, l. 7.",
         "“Talks with Kim,” l. 7."},
    };
    for (auto const& c : cases) {
        INFO(c.before);
        auto const in_notes = [&](std::string const& first, std::string const& second) {
            return c.format == "md" ? "A.[^1] B.[^2]\n\n[^1]: " + first + "\n[^2]: " + second + "\n"
                                    : "A.\\footnote{" + first + "} B.\\footnote{" + second + "}";
        };
        auto const document = read_document_bytes(in_notes(c.first, c.before), "-", c.format);
        REQUIRE(document);
        ReformatOptions options;
        options.style = "chicago-archives";
        options.minimum_confidence = 0;
        auto const patched = reformat_citations(*document, options);
        REQUIRE(patched);
        CHECK(patched->bytes.find(c.after) != std::string::npos);
    }
}

TEST_CASE("an unknown style is an error, and so are live citations where none can stand") {
    auto const document = read_document_bytes("War.[1]\n\n[1] RGANI, f. 5.\n", "-", "txt");
    REQUIRE(document);
    ReformatOptions options;
    options.style = "no-such-style";
    auto const missing = reformat_citations(*document, options);
    REQUIRE_FALSE(missing);
    CHECK(missing.error().code == ErrorCode::not_found);
    options.style = "chicago-archives";
    options.zotero = true;
    auto const refused = reformat_citations(*document, options);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::unsupported);
}

TEST_CASE("live Zotero citations carry their records, and read back", "[packages]") {
    for (auto const* name : {"docx", "odt"}) {
        INFO(name);
        auto const path = folder + name + "/essay." + name;
        if (is_absent(path)) continue;
        auto const document = read_document(path);
        REQUIRE(document);
        ReformatOptions options;
        options.style = "chicago-archives";
        options.zotero = true;
        options.minimum_confidence = 0.3;
        auto const patched = reformat_citations(*document, options);
        REQUIRE(patched);
        auto const again = read_document_bytes(patched->bytes, "essay", name);
        REQUIRE(again);
        REQUIRE(again->notes.size() == 10);
        CHECK(again->text == document->text);
        check_maps(*again);
        REQUIRE(again->notes[2].embedded.size() == 1);
        auto const& citation = again->notes[2].embedded[0];
        CHECK(citation.producer == "zotero");
        CHECK(slice(again->notes[2].text, citation.span).substr(0, 16) == "“Information o");
        REQUIRE(citation.items.size() == 1);
        CHECK(citation.items[0].reference.levels.size() == 4);
        CHECK(again->notes[6].embedded.size() == 2);

        // What a program manages already is left to it.
        auto const twice = reformat_citations(*again, options);
        REQUIRE(twice);
        CHECK(twice->bytes == patched->bytes);
        for (auto const& finding : twice->diagnostics) {
            auto const& fields = again->notes[finding.note].embedded;
            bool const is_live = std::any_of(fields.begin(), fields.end(), [&](auto const& field) {
                return field.span.overlaps(finding.span);
            });
            CHECK((finding.rule == "citation-managed") == is_live);
        }
    }
}

TEST_CASE("a live citation runs over smart tags, and not over tracked changes, which is told", "[packages]") {
    auto const run = [](std::string const& text) {
        return "<w:r><w:t xml:space='preserve'>" + text + "</w:t></w:r>";
    };
    struct Case {
        std::string note;
        std::string expected;
        bool is_live;
    };
    for (auto const& [note, expected, is_live] :
         {Case{"<w:smartTag w:element='place'>" + run("TNA") + "</w:smartTag>" + run(", FO 371/1234, f. 5."),
               "TNA, FO 371/1234, f. 5.", true},
          Case{run("GARF, f. 9401, op. 2, d. 65, l. 13") + "<w:ins>" + run("ob") + "</w:ins>" + run("."),
               "GARF, fond 9401, opis 2, delo 65, l. 13ob.", false}}) {
        auto const bytes = package(
            {{"word/document.xml", body("<w:p><w:r><w:footnoteReference w:id='1'/></w:r></w:p>")},
             {"word/footnotes.xml", notes("<w:footnote w:id='1'><w:p>" + note + "</w:p></w:footnote>")}});
        auto const document = read_document_bytes(bytes, "x.docx");
        REQUIRE(document);
        auto const patched = with_live_citations(*document);
        REQUIRE(patched);
        auto const again = read_document_bytes(patched->bytes, "x.docx");
        REQUIRE(again);
        REQUIRE(again->notes.size() == 1);
        CHECK(again->notes[0].text == expected);
        CHECK(again->notes[0].embedded.size() == (is_live ? 1 : 0));
        REQUIRE(patched->diagnostics.size() == (is_live ? 0 : 1));
        if (!is_live) CHECK(patched->diagnostics[0].message.find("rewritten as text") != std::string::npos);
    }
}

TEST_CASE("other programs still open a rewritten manuscript", "[packages]") {
    for (auto const* name : {"docx", "odt"}) {
        auto const path = folder + name + "/essay." + name;
        if (is_absent(path)) continue;
        auto const document = read_document(path);
        REQUIRE(document);
        auto const patched = with_live_citations(*document);
        REQUIRE(patched);
        auto const scratch =
            std::filesystem::temp_directory_path() / ("fonds-reformat-test-" + std::to_string(std::rand()));
        std::filesystem::create_directories(scratch);
        auto const file = (scratch / ("essay." + std::string(name))).string();
        REQUIRE(write_document(file, patched->bytes));
        if (has_command("unzip")) CHECK(std::system(("unzip -tqq '" + file + "'").c_str()) == 0);
        else WARN("skipped: unzip is not installed");
        if (has_command("pandoc")) {
            auto const out = (scratch / "pandoc.txt").string();
            CHECK(std::system(("pandoc '" + file + "' -t plain --wrap=none -o '" + out + "'").c_str()) == 0);
            auto const text = read_file(out);
            REQUIRE(text);
            CHECK(text->find("RGANI, fond 5, opis 28, delo 314") != std::string::npos);
        } else {
            WARN("skipped: pandoc is not installed");
        }
        if (has_command("libreoffice")) {
            auto const command = "libreoffice --headless --convert-to txt:Text --outdir '" +
                                 scratch.string() + "' '" + file + "' >/dev/null 2>&1";
            CHECK(std::system(command.c_str()) == 0);
            CHECK(std::filesystem::exists(scratch / "essay.txt"));
        } else {
            WARN("skipped: libreoffice is not installed");
        }
        std::filesystem::remove_all(scratch);
    }
}
