// The catalogue of what can be wrong in an archive reference, check by check: which rule finds it, shown on
// an example. A check of several sides has several lines. `fonds_check_tests "the catalogue*" -s` prints the
// table.

#include <algorithm>
#include <fonds/check.hpp>
#include <set>

#include "support/catch.hpp"

using namespace fonds;

namespace {

struct Check {
    char const*
        code;  // S structure, R ranges, O scanning and typing, T labels, D time, U identifiers, N notes
    char const* rule;
    std::string text;  // a note a line
    char const* format = "lines";
};

std::vector<Check> const& catalogue() {
    static auto const table = std::vector<Check>{
        {"S1", "unlocatable-source",
         "Record of Conversation between Mao Zedong and Pavel Yudin, November 1956."},
        {"S2", "missing-reference",
         "Memorandum, 3 May 1956, Russian State Archive of Contemporary History, Moscow."},
        {"S3", "level-order", "Report to Suslov, 3 May 1956, RGANI, op. 28, f. 5, d. 314, l. 3."},
        {"S4", "level-skipped", "Report to Suslov, 3 May 1956, RGANI, f. 5, d. 314, l. 3."},
        {"S5", "duplicate-level", "Report to Suslov, 3 May 1956, RGANI, op. 5, op. 28, d. 314, l. 3."},
        {"S6", "foreign-level", "Report to Suslov, 3 May 1956, RGANI, box 5, folder 28."},
        {"S7", "unknown-archive", "Letter to Stalin, 3 May 1936, RTsKhDNI, f. 17, op. 3, d. 7, l. 5."},
        {"S7", "unknown-archive", "Letter to Stalin, 3 May 1936, RGAPSI, f. 17, op. 3, d. 7, l. 5."},
        {"S8", "ambiguous-archive", "Telegram, 3 May 1956, AMAE, Corée, vol. 12, fol. 34."},
        {"S9", "bare-numbers", "Report, 3 May 1956, RGANI 5/28/314/34."},
        {"S10", "surrogate-as-archive",
         "Report, 3 May 1956, Wilson Center Digital Archive, f. 5, op. 28, d. 314."},
        {"S11", "prose-in-location",
         R"([{"id":"a","type":"manuscript","title":"T","archive":"RGANI","archive_location":"f. 5, op. 28, d. 314. Translated by Svetlana Savranskaya for the archive."}])",
         "csl-json"},
        {"S12", "ibid-after-many",
         "RGANI, f. 5, op. 28, d. 314, l. 5; GARF, f. 9401, op. 2, d. 7, l. 3.\nIbid."},
        {"R1", "reversed-range", "Report, 3 May 1956, RGANI, f. 5, op. 28, d. 314, ll. 59-34."},
        {"R2", "one-value-range", "Report, 3 May 1956, RGANI, f. 5, op. 28, d. 314, ll. 34-34."},
        {"R3", "abbreviated-leaves", "Report, 3 May 1956, RGANI, f. 5, op. 28, d. 314, ll. 193-4."},
        {"R4", "label-number", "Report, 3 May 1956, RGANI, f. 5, op. 28, d. 314, ll. 34."},
        {"R5", "absurd-number", "Report, 3 May 1956, RGANI, f. 5, op. 28, d. 314, ll. 34-5900."},
        {"R5", "absurd-number", "Report, 3 May 1956, RGANI, f. 5, op. 28, d. 1314000, l. 5."},
        {"R6", "range-dash", "Report, 3 May 1956, RGANI, f. 5, op. 28, d. 314, ll. 34−59."},
        {"R7", "leading-zero", "Report, 3 May 1956, AVPRF, f. 102, op. 12, p. 5, d. 7, l. 3."},
        {"R8", "verso-mark", "Report, 3 May 1956, RGANI, f. 5, op. 28, d. 314, l. 7o6."},
        {"R8", "verso-mark", "Отчет, 3 мая 1956 г., РГАНИ. Ф. 5. Оп. 28. Д. 314. Л. 7 o6."},
        {"R9", "roman-volume",
         "A. Smith, A History of War, vol. XXIX (London: Macmillan, 1990), 5.\n"
         "A. Smith, A History of War, vol. 29 (London: Macmillan, 1990), 7."},
        {"O1", "digit-lookalike", "Memorandum, 1 December 1965, box I, folder 3, Johnson Library, Austin."},
        {"O1", "day-lookalike", "Memorandum, I December 1965, box 1, folder 3, Johnson Library, Austin."},
        {"O2", "letter-o-for-zero", "Telegram, 4 March 1948, 848a.OO/3-448, RG 59, National Archives."},
        {"O2", "letter-o-for-zero", "Telegram, 4 March 1948, 848a.oo/3-448, RG 59, National Archives."},
        {"O3", "scan-noise", "Memorandum, 3 May 196S, NSF, Country File, box 11, Johnson Library."},
        {"O3", "scan-noise", "Memorandum, 3 May 1%5, NSF, Country File, box 11, folder 2, Johnson Library."},
        {"O3", "scan-noise", "Memorandum, 3 May 1965, NSF, Country File, OX 11, folder 2, Johnson Library."},
        {"O3", "scan-noise", "Memorandum, 3 May 1965, NSF, Country File, box n, folder 2, Johnson Library."},
        {"O4", "section-damage", "Report, 3 May 1956, MNL OL, XIV-J-1-j, 5. doboz."},
        {"O4", "section-damage", "Report, 3 May 1956, MNL OL, XXXV. La. 1. 5. doboz."},
        {"O5", "mixed-script", "Report, 3 May 1956, RGANI, f. 5, оp. 28, d. 314, l. 5."},
        {"O5", "mixed-script", "Report, 3 May 1956, RGANI, f. 5, op. 28, d. 22/а, l. 5."},
        {"O5", "mixed-script", "Доклад, ЦДА, ф. 1B, оп. 60, а.е. 123, л. 1."},
        {"O5", "lone-cyrillic", "Report on Kim И Sung, 3 May 1956, RGANI, f. 5, op. 28, d. 314, l. 5."},
        {"O6", "space-before-punctuation", "Memorandum , 3 May 1965, NSF, box 3, Johnson Library."},
        {"O6", "missing-space",
         "Memorandum by Petrov,Moscow, 3 May 1956, RGANI, f. 5, op. 28, d. 314, l. 5."},
        {"O6", "label-space", "Report, 3 May 1956, RGANI, f. 5, op. 28, d.314, l. 5."},
        {"O7", "mojibake", "Journal, Ã©tat de la France, AN, F7 3906."},
        {"O8", "broken-word", "Memo- randum of Conversation, 3 May 1965, RG 59, box 5, National Archives."},
        {"O8", "soft-hyphen",
         "Memo\xC2\xAD"
         "randum of Conversation, 3 May 1965, RG 59, box 5, National Archives."},
        {"O9", "doubled-word",
         "Translated by by Sergey Radchenko, 3 May 1956, RGANI, f. 5, op. 28, d. 314, l. 5."},
        {"O10", "code-case", "NL-ZICO, 0123.1 Burgerlijke stand in Overijssel, inv.nr. 3."},
        {"T1", "mixed-transliteration",
         "Report, TsKhSD, f. 5, op. 1, d. 2, l. 3.\nLetter, CKhSD, f. 5, op. 1, d. 3, l. 3."},
        {"T1", "mixed-transliteration",
         "Report, RGASPI, f. 17, opis' 1, d. 2, l. 3.\nLetter, RGASPI, f. 17, opis 2, d. 3, l. 3."},
        {"T2", "label-language", "Report, 3 May 1956, RGANI, Fund 5, op. 28, case 3, l. 4."},
        {"T2", "label-language", "Report, 3 May 1956, RGANI, f. 5, оп. 28, d. 3, l. 4."},
        {"T3", "label-case", "Report, 3 May 1956, RGANI, Fond 5, Opis 28, Delo 314, listi 34."},
        {"T4", "label-form", "Report, 3 May 1956, RGANI, Fond 5, Opis 28, Delo 314, listi 34."},
        {"T5", "page-for-leaf", "Report, 3 May 1956, RGANI, f. 5, op. 28, d. 314, pp. 9-24."},
        {"T6", "label-sense", "ANIC, f. 3, dosar 12/1968, f. 34."},
        {"D1", "former-archive-name", "Report, 3 May 1956, TsKhSD, f. 5, op. 28, d. 314, l. 5."},
        {"D2", "archive-before-its-time",
         "year 1995: Report, 3 May 1956, RGANI, f. 5, op. 28, d. 314, l. 5."},
        {"D3", "date-outside-holdings", "Report, 3 May 1973, PRC FMA 102-00037-01."},
        {"D3", "date-outside-holdings", "Bericht, 3. Mai 1995, BArch, MfS, ZAIG 1234, Bl. 5."},
        {"D3", "date-outside-holdings", "Minutes, 3 May 1956, TNA, CAB 65/7."},
        {"D4", "decimal-suffix", "Telegram, 4 March 1948, 848a.00/3-148, RG 59, National Archives."},
        {"D5", "decimal-class", "Telegram, 4 March 1948, 795.00/3-448, RG 59, National Archives."},
        {"D5", "decimal-class", "Telegram, 4 March 1965, 795.00/3-465, RG 59, National Archives."},
        {"D6", "central-files-years",
         "Telegram, 4 March 1965, Central Files 1960-63, POL 1 JAPAN-KOR S, RG 59, National Archives."},
        {"D7", "title-date",
         "“Record of Conversation, 5 March 1956,” 8 March 1956, RGANI, f. 5, op. 28, d. 314, l. 5."},
        {"D8", "impossible-date", "Report, 31 April 1956, RGANI, f. 5, op. 28, d. 314, l. 5."},
        {"D8", "month-comma", "Report, April, 1955, RGANI, f. 5, op. 28, d. 314, l. 5."},
        {"D8", "ambiguous-date", "Report, 3/5/1956, RGANI, f. 5, op. 28, d. 314, l. 5."},
        {"D9", "access-before-writing",
         "“Talks with Kim,” 3 May 2016, https://digitalarchive.wilsoncenter.org/document/114590 (accessed 5 "
         "June 2015)."},
        {"U1", "wilson-id",
         "“Talks with Kim,” 3 May 1956, https://digitalarchive.wilsoncenter.org/document/1145."},
        {"U1", "wilson-id", "“Talks with Kim,” 3 May 1956, https://digitalarchive.wilsoncenter.org/114590."},
        {"U1", "wilson-id",
         "“Talks with Kim,” 3 May 1956, https://digitalarchive.wilsoncenter.org/document/11459O."},
        {"U2", "slug-title",
         "“Telegram from Hanoi to Moscow,” 3 May 1956, "
         "https://digitalarchive.wilsoncenter.org/document/report-hungary."},
        {"U3", "malformed-slug",
         "“Talks with Kim in North Korea, August 1956,” "
         "https://digitalarchive.wilsoncenter.org/document/talks-kim-north-koreaaugust-1956."},
        {"U4", "dead-url",
         "“Talks with Kim,” 3 May 1956, https://digitalarchive.wilsoncenter.org/search-results/1/x."},
        {"U4", "dead-url",
         "“Talks with Kim,” 3 May 1956, https://digitalarchive.wilsoncenter.org/collection/5/x."},
        {"U4", "dead-url", "“Talks with Kim,” 3 May 1956, https://www.wilsoncenter.org/node/123."},
        {"U4", "dead-url", "“Talks with Kim,” 3 May 1956, https://www.cwihp.org/doc/5."},
        {"U4", "dead-url",
         "“Talks with Kim,” 3 May 1956, https://www.wilsoncenter.org/index.cfm?topic_id=1409."},
        {"U5", "http-url",
         "“Talks with Kim,” 3 May 1956, http://digitalarchive.wilsoncenter.org/document/114590."},
        {"U5", "tracking-parameter", "A. Smith, “War,” https://example.org/war?utm_source=x."},
        {"U5", "address-ending",
         R"([{"id":"a","type":"webpage","title":"T","issued":{"date-parts":[[1990]]},"URL":"https://example.org/war."}])",
         "csl-json"},
        {"U6", "id-with-two-descriptions",
         "“Talks with Kim,” 3 May 1956, https://digitalarchive.wilsoncenter.org/document/114590.\n"
         "“Report on the Hungarian Crisis,” 9 June 1957, "
         "https://digitalarchive.wilsoncenter.org/document/114590."},
        {"U6", "description-with-two-ids",
         "“Talks with Kim Il Sung,” 3 May 1956, https://digitalarchive.wilsoncenter.org/document/114590.\n"
         "“Talks with Kim Il Sung,” 3 May 1956, https://digitalarchive.wilsoncenter.org/document/114777."},
        {"U7", "reference-with-two-ids",
         "“Talks with Kim,” 3 May 1956, RGANI, f. 5, op. 28, d. 314, l. 5, "
         "https://digitalarchive.wilsoncenter.org/document/114590.\n"
         "“Report to Mao,” 9 June 1957, RGANI, f. 5, op. 28, d. 314, l. 5, "
         "https://digitalarchive.wilsoncenter.org/document/114777."},
        {"U8", "document-in-two-files",
         "Record of a conversation with Kim Il Sung, 3 May 1956, AVPRF, f. 0541, op. 10, p. 5, d. 9, l. 5.\n"
         "Record of a conversation with Kim Il Sung, 3 May 1956, AVPRF, f. 0541, op. 15, p. 5, d. 9, l. 5."},
        {"U9", "identifier-build", "Report, 3 May 1956, PRC FMA 102-0037-01."},
        {"U9", "identifier-build", "“File title,” JACAR Ref. B0203093880."},
        {"U9", "identifier-build", "Memorandum, 3 May 1956, CIA-RDP7900927A0012."},
        {"U9", "identifier-build", "Letter, UNARMS, S-0442-001-01."},
        {"U9", "series-without-piece", "Report, 3 May 1936, TNA, FO 371."},
        {"U10", "department-separator", "Report, 3 May 1936, TNA, FO 371-123."},
        {"U10", "department-separator", "Report, 3 May 1936, TNA, ADM/51/3949."},
        {"U10", "department-separator", "Minutes, 3 May 1956, TNA, CAB-129/54."},
        {"N1", "ibid-after-many",
         "RGANI, f. 5, op. 28, d. 314, l. 5; GARF, f. 9401, op. 2, d. 7, l. 3.\nIbid., d. 315, l. 7."},
        {"N2", "abbreviation-too-early",
         "HRC, box 5, folder 2.\nLetter, 3 May 1956, Harry Ransom Center (hereafter HRC), box 5, folder 3."},
        {"N2", "abbreviation-introduced-twice",
         "Letter, 3 May 1956, Harry Ransom Center (hereafter HRC), box 5, folder 3.\n"
         "Letter, 4 May 1956, Harry Ransom Center (hereafter HRC), box 5, folder 3."},
        {"N2", "abbreviation-unused",
         "Letter, 3 May 1956, Harry Ransom Center (hereafter HRC), box 5, folder 3.\nA. Smith, War, 5."},
        {"N3", "short-form-unresolved", "RGANI, f. 5, op. 28, d. 314, l. 5.\nSmith, War and Peace, 7."},
        {"N4", "archive-not-listed",
         "A.[^1] B.[^2]\n\n[^1]: RGANI, f. 5, op. 28, d. 314, l. 34.\n[^2]: GARF, f. 9401, op. 2, d. 7, l. "
         "9.\n\n"
         "# Archives\n\nRGANI, Moscow\n",
         "md"},
        {"N4", "listed-archive-not-cited",
         "A.[^1]\n\n[^1]: RGANI, f. 5, op. 28, d. 314, l. 34.\n\n# Archives\n\nRGANI, Moscow\n\nGARF, "
         "Moscow\n",
         "md"},
        {"N5", "mixed-abbreviation",
         "A. Smith, War (London: Macmillan, 1990), pgs. 5–7.\nB. Jones, Peace (London: Macmillan, 1991), pp. "
         "7–9."},
        {"N6", "missing-translator",
         "“Talks with Kim,” 3 May 1956, RGANI, f. 5, op. 28, d. 314, l. 5, Wilson Center Digital Archive, "
         "https://digitalarchive.wilsoncenter.org/document/114590."},
        {"N7", "quoted-generic-title", "“Letter,” 3 May 1956, Johnson Library, NSF, Country File, box 3."},
        {"N8", "missing-volume", "Foreign Relations of the United States, 1955–1957, doc. 17."},
    };
    return table;
}

// "year 1995: " before a note: when its work appeared.
std::string take_year(Check const& check, CheckOptions& options) {
    options.year = 2026;
    if (!check.text.starts_with("year ")) return check.text;
    options.year = std::stoi(check.text.substr(5, 4));
    return check.text.substr(11);
}

}  // namespace

TEST_CASE("the catalogue of checks is implemented, check by check") {
    std::set<std::string> codes;
    for (auto const& check : catalogue()) {
        INFO(check.code << "  " << check.rule << "\n" << check.text);
        codes.insert(check.code);
        CheckOptions options;
        auto const text = take_year(check, options);
        auto const file = check_bytes(text, "example", check.format, Knowledge::builtin(), options);
        REQUIRE(file);
        auto const& findings = file.value().findings;
        CHECK(std::any_of(findings.begin(), findings.end(),
                          [&](Diagnostic const& finding) { return finding.rule == check.rule; }));
    }
    CHECK(codes.size() == 64);
}
