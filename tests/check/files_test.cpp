// Many files are checked side by side and come in order.

#include <algorithm>
#include <filesystem>
#include <fonds/check.hpp>
#include <fonds/rewrite.hpp>

#include "base/text.hpp"
#include "support/catch.hpp"
#include "support/packages.hpp"

using namespace fonds;
namespace fs = std::filesystem;

namespace {

CheckOptions only(std::vector<std::string> rules) {
    CheckOptions options;
    options.select = std::move(rules);
    return options;
}

}  // namespace

TEST_CASE("files come in the order of their paths, whatever the number of threads") {
    auto const folder = fs::temp_directory_path() / "fonds-files-test";
    fs::create_directories(folder);
    std::vector<std::string> paths;
    for (int i = 0; i < 20; ++i) {
        paths.push_back((folder / (std::to_string(i) + ".md")).string());
        auto const doubled = i % 3 == 0 ? "by by" : "by";
        if (i != 7)
            REQUIRE(
                write_document(paths.back(), std::string("A.[^1]\n\n[^1]: Translated ") + doubled + " X.\n"));
    }
    auto const run = [&](unsigned jobs) {
        CheckOptions options;
        options.jobs = jobs;
        std::vector<std::string> seen;
        auto const take = [&](Result<CheckedFile> const& file) {
            seen.push_back(file ? file->document.name + (file->findings.empty() ? "" : " found")
                                : file.error().source + " not read");
        };
        check_files(paths, take, "auto", Knowledge::builtin(), options);
        return seen;
    };
    auto const one = run(1);
    REQUIRE(one.size() == paths.size());
    CHECK(one[6] == paths[6] + " found");
    CHECK(one[7] == paths[7] + " not read");
    CHECK(one[8] == paths[8]);
    CHECK(run(4) == one);
    CHECK(run(64) == one);
    fs::remove_all(folder);
}

TEST_CASE("a finding on a record without id stands where the record does") {
    std::string const ris =
        "TY  - BOOK\nTI  - The Global Cold War\nAU  - Westad, Odd Arne\nPY  - 2005\nPB  - CUP\nER  - \n\n"
        "TY  - CHAP\nAU  - Noname, Nell\nPY  - 1990\nER  - \n";
    auto const file = check_bytes(ris, "a.ris");
    REQUIRE(file);
    auto const untitled = std::find_if(file->findings.begin(), file->findings.end(),
                                       [](auto const& f) { return f.rule == "missing-title"; });
    REQUIRE(untitled != file->findings.end());
    CHECK(slice(ris, untitled->span) == "Noname");
}

TEST_CASE("ranges behind keys are left to the program that writes them") {
    std::string const text =
        "A.[^1] B.[^2]\n\n[^1]: [@westad2005, 34-59].\n\n"
        "[^2]: RGANI, f. 5, op. 28, d. 314, ll. 34-59.\n";
    auto const file = check_bytes(text, "a.md", "md");
    REQUIRE(file);
    std::vector<std::size_t> notes;
    for (auto const& finding : file->findings)
        if (finding.rule == "range-dash") notes.push_back(finding.note);
    CHECK(notes == std::vector<std::size_t>{1});
}

TEST_CASE("keys, and places behind them in words that are not known, are no text to mend") {
    std::string const text =
        "A.\\footnote{RGANI, f. 5.} B.\\footcite[Rn.~78]{doe} C.\\footnote{See \\cite{doe,roe}.}";
    auto const file = check_bytes(text, "a.tex", "tex");
    REQUIRE(file);
    for (auto const& finding : file->findings) {
        INFO(finding.message);
        CHECK(finding.rule == "unknown-key");
    }
}

TEST_CASE("the underscores of keys are no noise") {
    auto const text = "A\\footnote{See \\cite[45]{gray_long_2002}.} b\\footnote{A stray_ mark.}";
    auto const file = check_bytes(text, "-", "tex", Knowledge::builtin(), only({"scan-noise"}));
    REQUIRE(file);
    REQUIRE(file->findings.size() == 1);
    CHECK(file->findings[0].note == 1);
}

TEST_CASE("an abbreviation that a manuscript introduces means the archive that it stands behind") {
    // Others call archives in Riga and in Rio de Janeiro so.
    auto const text =
        "Petition, 3 May 1866, Legislative Petitions, box 11, Library of Virginia, Richmond (LVA).\n"
        "Pierpont Papers, box 1, folder 7, LVA.\n"
        "Arch. nat., F7 12773, rapport du préfet du Nord, 3 mai 1906.\n"
        "AN, F7 13567, dossier « Grèves », note du commissaire de Lens, 1er mai 1906.\n"
        "Riksarkivet, Stockholm, Utrikesdepartementet, 1920 års dossiersystem, HP 1, vol. 456.\n"
        "RA, UD 1920, HP 1, vol. 457, Gunnarsson till Berg, 12 mars 1941.\n";
    auto const file =
        check_bytes(text, "-", "lines", Knowledge::builtin(), only({"foreign-level", "ambiguous-archive"}));
    REQUIRE(file);
    CHECK(file->findings.empty());
    CHECK(file->notes[1].citations.at(0).item.reference.repository_id == "us-lova");
}

TEST_CASE("short forms are explained by a list of titles, however its heading is marked") {
    for (auto const* heading : {"== Bibliography ==", "Works consulted:", "__Список литературы__"}) {
        CAPTURE(heading);
        auto const text =
            concat("A.[1] b.[2]\n\n", heading,
                   "\nGray, Ann. War. London: Verso, 2002.\n\n[1] RGANI, f. 5.\n[2] Gray, War, 9.\n");
        auto const file =
            check_bytes(text, "-", "txt", Knowledge::builtin(), only({"short-form-unresolved"}));
        REQUIRE(file);
        CHECK(file->notes.size() == 2);
        CHECK(file->findings.empty());
    }
}

TEST_CASE("shelf marks of one archive are not measured by the habits of another") {
    auto const text =
        "Public Record Office of Northern Ireland, CAB/4/123/7.\n"
        "Report, no. 5, TNA, CAB 4/123; report, no. 7, TNA, CAB 4/124.\n"
        "Schweizerisches Bundesarchiv, Bern, E4320B#1991/243#12*.\n"
        "National Archives of India, New Delhi, Home (Political), File No. 5/7/1931.\n"
        "中国第二历史档案馆，全宗号18，案卷号1234，第12页。\n";
    auto const file =
        check_bytes(text, "-", "lines", Knowledge::builtin(),
                    only({"department-separator", "mixed-abbreviation", "ambiguous-date", "page-for-leaf"}));
    REQUIRE(file);
    CHECK(file->findings.empty());
}

TEST_CASE("words that are no document are not told to name their archive") {
    auto const file = check_bytes("A.[^1]\n\n[^1]: If A=B and B=C, the A must equal C.\n", "a.md", "md");
    REQUIRE(file);
    CHECK(file->findings.empty());
}

TEST_CASE("a work that cites by author and year, and newspapers by their letters, is left alone") {
    auto const file = check_bytes(
        "Adler 2006; Brandt; Cohn 2012, S. 24.\nDahl 1935; Ernst 1950.\nFranz; Gross 2001.\n"
        "«Ein Kran», in: BN, 25./26.06.1938; «Zwei Krane», in: BN, 27.06.1938.\n"
        "Hier und im Folgenden Hahn; Huber 2006, S. 5.\n",
        "a.txt", "lines");
    REQUIRE(file);
    for (auto const& finding : file->findings) {
        INFO(finding.message);
        CHECK(finding.severity == Severity::note);
        CHECK(finding.rule != "abbreviation-unused");
    }
}

TEST_CASE(
    "the parts of a package come with what is found in it where they are wanted, or where it lies in them") {
    auto const call = [](std::string const& id) {
        return "<w:p><w:r><w:t>Text</w:t></w:r><w:r><w:footnoteReference w:id='" + id + "'/></w:r></w:p>";
    };
    struct Row {
        std::string calls;
        bool keep_parts;
        bool has_parts;
    };
    for (auto const& [calls, keep_parts, has_parts] :
         {Row{call("1"), true, true}, Row{call("1"), false, false},
          Row{call("1") + call("9"), false, true}}) {
        CAPTURE(calls, keep_parts);
        auto const bytes =
            test::package({{"word/document.xml", test::body(calls)},
                           {"word/footnotes.xml",
                            test::notes("<w:footnote w:id='1'><w:p><w:r><w:t>Translated by by X.</w:t></w:r>"
                                        "</w:p></w:footnote>")}});
        auto const whole = check_bytes(bytes, "a.docx");
        CheckOptions options;
        options.keep_parts = keep_parts;
        auto const file = check_bytes(bytes, "a.docx", "auto", Knowledge::builtin(), options);
        REQUIRE(whole);
        REQUIRE(file);
        REQUIRE(!whole->findings.empty());
        CHECK(file->findings == whole->findings);
        REQUIRE(file->document.parts.size() == 2);
        for (std::size_t i = 0; i < 2; ++i)
            CHECK(file->document.parts[i].bytes == (has_parts ? whole->document.parts[i].bytes : ""));
    }
}
