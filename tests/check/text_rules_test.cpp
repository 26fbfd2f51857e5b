// Rules that look at the text of a note: what they find in it and what they leave alone.

#include <fonds/rewrite.hpp>

#include "check/notes.hpp"
#include "support/catch.hpp"
#include "support/growth.hpp"

using namespace fonds;
using namespace fonds::test;

namespace {

struct Case {
    std::string rule;
    std::string note;
    std::string fault;  ///< empty: nothing to find
    std::string fixed;  ///< after the first repair; empty: none offered
};

std::vector<Case> const cases = {
    {"doubled-word", "translated by by Ivan", "by by", "translated by Ivan"},
    {"doubled-word", "Source: Source: Central Files", "Source: Source:", "Source: Central Files"},
    {"doubled-word", "in Pago Pago, and that that was had had", "", ""},
    {"doubled-word", "A. A. Gromyko, die die Partei", "", ""},
    {"mixed-script", "f. 5, оp. 28", "оp", "f. 5, op. 28"},
    {"mixed-script", "ЦДА, ф. 1Б, оп. 60, USSR-СССР", "", ""},
    {"lone-cyrillic", "Kim И Sung", "И", "Kim Il Sung"},
    {"lone-cyrillic", "мир И война", "", ""},
    {"mojibake", "LevÃ©ltÃ¡r", "Ã©", "LevéltÃ¡r"},
    {"mojibake", "it\xC3\xA2\xE2\x82\xAC\xE2\x84\xA2s", "\xC3\xA2\xE2\x82\xAC\xE2\x84\xA2", "it’s"},
    {"mojibake", "Ãrsrapport, Ñandú, «Été», ÃO", "", ""},
    {"mojibake", "a \xEF\xBF\xBD b", "\xEF\xBF\xBD", ""},
    {"mojibake", "„FPÖ“, „Fluß“, «\u00A0été\u00A0», “CAFÉ”, “É”, Š–Ž", "", ""},
    {"mojibake", "dâ€™Ã‰tat", "â€™Ã‰", "d’État"},
    {"soft-hyphen", "Memo\xC2\xADrandum", "Memo\xC2\xADrandum", "Memorandum"},
    {"broken-word", "the Memo- randum", "Memo- randum", "the Memorandum"},
    {"broken-word", "pre- and post-war", "", ""},
    {"letter-o-for-zero", "848a.OO/6-1648", "OO", "848a.00/6-1648"},
    {"letter-o-for-zero", "F.O. 371/5, O.F. 268, CO 1/46, H.O., 40/56", "", ""},
    {"scan-noise", "London, 1%5", "1%5", ""},
    {"scan-noise", "box_ 154a", "_", "box 154a"},
    {"scan-noise", "the corpus gaza_iliad in NetworkX", "", ""},
    {"scan-noise", "the GmbH and PhD of McDonald", "", ""},
    {"day-lookalike", "I3 April 1951", "I3", "13 April 1951"},
    {"day-lookalike", "I May, Henry I April", "", ""},
    {"space-before-punctuation", "f. 555 , op. 3", " ,", "f. 555, op. 3"},
    {"space-before-punctuation", "and . . . so, a .5 b", "", ""},
    {"space-before-punctuation", "Siehe ,,Akte'', d. 5", "", ""},
    {"missing-space", "Budylina,et al", "Budylina,et", "Budylina, et al"},
    {"missing-space", "df.groupby(a,b), x[i,j] and k=a,b", "", ""},
    {"missing-space", "RGAE, f. 4372,op. 11, d. 5", "4372,op", "RGAE, f. 4372, op. 11, d. 5"},
    {"missing-space", "1,5 m; 3,d is none", "", ""},
    {"missing-space", "the papers (Doe,Roe)", "Doe,Roe", "the papers (Doe, Roe)"},
    {"doubled-mark", "f. 555,, op. 3", ",,", "f. 555, op. 3"},
    {"doubled-mark", "Siehe ,,Akte'', d. 5", "", ""},
    {"doubled-mark", "See ibid..", "..", "See ibid."},
    {"doubled-mark", "and so on..., . . . or ../x, Jr., 5; etc.; a.. b", "..",
     "and so on..., . . . or ../x, Jr., 5; etc.; a. b"},
    {"unpaired-bracket", "War (Cambridge: CUP, 2005, 45", "(", ""},
    {"unpaired-bracket", "War, 2005), 45", ")", ""},
    {"unpaired-bracket", "1) first (a), [b]; 2) second; c) third", "", ""},
    {"label-space", "op. 3, d.45, l.9", "d.45", "op. 3, d. 45, l. 9"},
    {"double-space", "f.  5", "  ", "f. 5"},
    {"abbreviation-point", "no 2 (1971)", "no 2", "no. 2 (1971)"},
    {"abbreviation-point", "no. 2, or no two", "", ""},
    {"abbreviation-point", "lettre du 5 mai, no 12", "", ""},
    {"abbreviation-point", "vol 2; vol 3; vol 7", "", ""},
    {"abbreviation-point", "vol. 2; vol 3", "vol 3", "vol. 2; vol. 3"},
    {"label-form", "listi 34-59", "listi", "listy 34-59"},
    {"label-form", "Listi 34-59", "Listi", "Listy 34-59"},
    {"label-form", "the listi of names", "", ""},
    {"month-comma", "April, 1955", "April, 1955", "April 1955"},
    {"month-comma", "in May, 17 men; April 5, 1955", "", ""},
    {"impossible-date", "31 April 1956", "31 April 1956", ""},
    {"impossible-date", "30.II.1956", "30.II.1956", ""},
    {"impossible-date", "February 30, 1956", "February 30, 1956", ""},
    {"impossible-date", "Msg, 26 Oct 44, 1621 hours", "", ""},
    {"impossible-date", "29 February 1900 (old style), 31 May 1956, 1.2.3.4.1956", "", ""},
    {"ambiguous-date", "on 03/04/1956", "03/04/1956", ""},
    {"ambiguous-date", "on 23/04/1956, DY 30/04/1956", "", ""},
    {"http-url", "see http://a.org/b.", "http://a.org/b", "see https://a.org/b."},
    {"http-url", "see https://a.org/b", "", ""},
    {"tracking-parameter", "https://a.org/b?utm_source=x&id=4#top", "?utm_source=x&id=4",
     "https://a.org/b?id=4#top"},
    {"split-url", "https://a.org/ document/5", "https://a.org/ document/", "https://a.org/document/5"},
    {"dead-url", "https://digitalarchive.wilsoncenter.org/collection/116/x",
     "https://digitalarchive.wilsoncenter.org/collection/116/x", ""},
    {"dead-url", "https://digitalarchive.wilsoncenter.org/document/114590", "", ""},
    {"wilson-id", "https://digitalarchive.wilsoncenter.org/document/1145",
     "https://digitalarchive.wilsoncenter.org/document/1145", ""},
    {"wilson-id", "https://digitalarchive.wilsoncenter.org/114590",
     "https://digitalarchive.wilsoncenter.org/114590",
     "https://digitalarchive.wilsoncenter.org/document/114590"},
    {"malformed-slug",
     "North Korea, https://digitalarchive.wilsoncenter.org/collection/116/north-koreaaugust-1956",
     "north-koreaaugust-1956", ""},
    {"malformed-slug",
     "North Korea, https://digitalarchive.wilsoncenter.org/document/north-korea-august-1956", "", ""},
    {"identifier-build", "CIA-RDP96-0791R000200180005-5", "CIA-RDP96-0791R000200180005-5", ""},
    {"identifier-build", "CIA–RDP80B01676R000900080046–7, CIA-RDP96-00791R000200180005-5", "", ""},
    {"department-separator", "TNA, ADM/51/3949", "ADM/51/3949", "TNA, ADM 51/3949"},
    {"department-separator", "TNA, FO 371-8475", "FO 371-8475", "TNA, FO 371/8475"},
    {"department-separator", "TNA, FO 371/8475", "", ""},
    {"section-damage", "XIV-J-1-j Korea", "XIV-J-1-j", "XIX-J-1-j Korea"},
    {"section-damage", "XIX-J-1-j Korea", "", ""},
    {"decimal-suffix", "783A.00/13–758", "783A.00/13–758", ""},
    {"decimal-class", "795.00/3-448", "795.00/3-448", ""},
    {"editor-comma", "J.J. Suh ed. Origins", "Suh ed.", "J.J. Suh, ed., Origins"},
    {"editor-comma", "Origins, J.J. Suh ed., p. 3", "Suh ed.", "Origins, J.J. Suh, ed., p. 3"},
    {"editor-comma", "J.J. Suh ed. (London 2013)", "Suh ed.", "J.J. Suh, ed. (London 2013)"},
    {"editor-comma", "Revised ed., 2nd ed.", "", ""},
};

}  // namespace

TEST_CASE("rules on text find their fault, mend it, and leave right text alone") {
    for (auto const& [rule, note, fault, fixed] : cases) {
        INFO(rule << ": " << note);
        auto const document = manuscript({note});
        auto const findings = check(document, unread(document));
        auto const found = faults(findings, document, rule);
        if (fault.empty()) {
            CHECK(found.empty());
            continue;
        }
        REQUIRE_FALSE(found.empty());
        CHECK(found.front() == fault);
        auto const first =
            std::find_if(findings.begin(), findings.end(),
                         [wanted = rule](Diagnostic const& finding) { return finding.rule == wanted; });
        CHECK(first->fixes.empty() == fixed.empty());
        if (!first->fixes.empty()) CHECK(edited_text(note, first->fixes.front().edits) == fixed);
    }
}

TEST_CASE("words that are abbreviated in two ways are found over all notes") {
    auto const document =
        manuscript({"A, pgs. 3-9.", "B, pp. 4-5.", "C, pp. 7-8.", "D, #3; No. 4.", "E, Nr. 5.", "F, № 6."});
    auto const findings = check(document, unread(document));
    CHECK(faults(findings, document, "mixed-abbreviation") == std::vector<std::string>{"pgs.", "No."});
}

TEST_CASE("abbreviations are introduced once, before their use, and used") {
    auto const document = manuscript({"HRC, Box 1.", "Harry Ransom Center (henceforth HRC), Box 2.",
                                      "Some Library (hereafter cited as “SL”), Box 3.",
                                      "Harry Ransom Center (henceforth HRC)."});
    auto const findings = check(document, unread(document));
    CHECK(faults(findings, document, "abbreviation-too-early") == std::vector<std::string>{"HRC"});
    CHECK(faults(findings, document, "abbreviation-introduced-twice") == std::vector<std::string>{"HRC"});
    CHECK(faults(findings, document, "abbreviation-unused") == std::vector<std::string>{"SL"});
}

TEST_CASE("words of many languages introduce abbreviations, some of them in brackets alone") {
    for (std::string const note :
         {"Archives nationales (désormais AN), F7.", "Národní archiv (dále jen AN), f. 1.",
          "ЦДАГО (далі – AN), ф. 1.", "Arhiv (u daljem tekstu: AN), f. 1.",
          "Arhivele (în continuare AN), d. 1."}) {
        INFO(note);
        auto const document = manuscript({"AN, 1.", note});
        CHECK(faults(check(document, unread(document)), document, "abbreviation-too-early") ==
              std::vector<std::string>{"AN"});
    }
    for (std::string const note : {"On vivait désormais AN par AN.", "Siehe nachfolgende AN."}) {
        INFO(note);
        auto const document = manuscript({"AN, 1.", note});
        CHECK(faults(check(document, unread(document)), document, "abbreviation-too-early").empty());
    }
}

TEST_CASE("hostile text is checked in linear time, and findings lie in it") {
    struct Case {
        std::string piece;
        std::size_t times;
    };
    for (auto const& c : {
             Case{"(", 200'000},
             Case{"O", 200'000},
             Case{"-", 100'000},
             Case{"\xFF\xFE\xC3", 1},
             Case{std::string("\0\0", 2), 1},
             Case{"by by ", 50'000},
             Case{"http://a.org/?utm_x=1 ", 30'000},
             Case{"hereafter A", 30'000},
             Case{"1.", 60'000},
             Case{"Ã", 60'000},
         }) {
        INFO(c.piece);
        auto const make = [&](std::size_t times) { return manuscript({repeated(c.piece, times)}); };
        auto const document = make(c.times);
        for (auto const& finding : check(document, unread(document))) {
            REQUIRE(finding.note < document.notes.size());
            REQUIRE(finding.span.begin <= finding.span.end);
            REQUIRE(finding.span.end <= document.notes[finding.note].text.size());
        }
        check_growth(c.times, make, [](Document const& text) { (void)check(text, unread(text)); });
    }
}
