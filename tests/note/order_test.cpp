#include <fonds/note.hpp>
#include <string>
#include <string_view>

#include "support/catch.hpp"

namespace {

std::string people(fonds::Citation const& citation, fonds::Variable variable) {
    std::string out;
    if (auto const* names = citation.item.names.find(variable))
        for (auto const& name : *names)
            out += (out.empty() ? "" : " & ") + (name.literal.empty() ? name.family : name.literal);
    return out;
}

/// Each work of the note: writer > addressee, form, title, number, date @ keeper, levels.
std::string works(std::string_view text) {
    std::string out;
    for (auto const& citation : fonds::parse_note(text).citations) {
        if (!out.empty()) out += " || ";
        auto const add = [&](std::string_view mark, std::string_view value) {
            if (!value.empty()) (out += mark) += value;
        };
        add("", people(citation, fonds::Variable::author));
        add(" > ", people(citation, fonds::Variable::recipient));
        add(" form ", citation.item.text(fonds::Variable::genre));
        add(" title ", citation.item.text(fonds::Variable::title));
        add(" no. ", citation.item.text(fonds::Variable::number));
        if (auto const* date = citation.item.dates.find(fonds::Variable::issued))
            add(" date ", fonds::to_edtf(*date));
        add(" @ ", citation.item.reference.repository);
        for (auto const& level : citation.item.reference.levels) add("|", level.level + " " + level.value);
    }
    return out;
}

struct Row {
    std::string_view text, expected;
};

}  // namespace

// One letter, its parts in every order that historians write.
TEST_CASE("The parts of an archival citation in any order") {
    for (auto const& row : {
             Row{"Ramsay to Clyde, 4 June 1921, TNA, CO 733/204.",
                 "Ramsay > Clyde date 1921-06-04 @ TNA|series CO 733|piece 204"},
             Row{"TNA, CO 733/204, Ramsay to Clyde, 4 June 1921.",
                 "Ramsay > Clyde date 1921-06-04 @ TNA|series CO 733|piece 204"},
             Row{"TNA, CO 733/204: Ramsay to Clyde, 4 June 1921.",
                 "Ramsay > Clyde date 1921-06-04 @ TNA|series CO 733|piece 204"},
             Row{"TNA, CO 733/204; Ramsay to Clyde, 4 June 1921.",
                 "Ramsay > Clyde date 1921-06-04 @ TNA|series CO 733|piece 204"},
             Row{"Ramsay to Clyde, 4 June 1921 (TNA, CO 733/204).",
                 "Ramsay > Clyde date 1921-06-04 @ TNA|series CO 733|piece 204"},
             Row{"Ramsay to Clyde, 4 June 1921. TNA, CO 733/204.",
                 "Ramsay > Clyde date 1921-06-04 @ TNA|series CO 733|piece 204"},
             Row{"Ramsay to Clyde, 4 June 1921 — TNA, CO 733/204.",
                 "Ramsay > Clyde date 1921-06-04 @ TNA|series CO 733|piece 204"},
             Row{"4 June 1921. Ramsay to Clyde. TNA, CO 733/204.",
                 "Ramsay > Clyde date 1921-06-04 @ TNA|series CO 733|piece 204"},
             Row{"1921 June 4, Ramsay to Clyde, TNA, CO 733/204.",
                 "Ramsay > Clyde date 1921-06-04 @ TNA|series CO 733|piece 204"},
             Row{"Новак Б. — Зеллер П., 19 марта 1940 г. // РГАСПИ. Ф. 17. Оп. 3. Д. 5.",
                 "Новак > Зеллер date 1940-03-19 @ РГАСПИ|fond 17|opis 3|delo 5"},
             Row{"Lee to Roe, May 13/25, 1833, RGIA, f. 1343, op. 23, d. 112, fols. 39r and v.",
                 "Lee > Roe date 1833-05-13 @ RGIA|fond 1343|opis 23|delo 112|folio 39r and v"},
             Row{"FO371/94712, Lee to Roe, 3 May 1951.",
                 "Lee > Roe date 1951-05-03|series FO371|piece 94712"},
             Row{"Lee to Roe, 3 May 1942, YU, Box 2, Folder 25.",
                 "Lee > Roe date 1942-05-03 @ YU|box 2|folder 25"},
             Row{"Lee to Roe, n.d., Lee papers, National Records of Scotland, GD40/17/402.",
                 "Lee > Roe @ National Records of Scotland|collection Lee papers|signature GD40/17/402"},
             Row{"PREM 8/1405, Attlee to Clyde, 6 Dec. 1950, TNA.",
                 "Attlee > Clyde date 1950-12-06 @ TNA|series PREM 8|piece 1405"},
             Row{"Lee to Roe, 9 June 1891, p. 250. (Lee and Sons Papers, M.U. Archives).",
                 "Lee > Roe date 1891-06-09 @ M.U. Archives|collection Lee and Sons Papers"},
             Row{"Lee to Roe, 3 May 1950, Subject File, box 28, ibid.",
                 "Lee > Roe date 1950-05-03|series Subject File|box 28"},
             Row{"PRO CO 822/3001 Malcolm Fraser to Duncan Sand, 12 September 1963.",
                 "Fraser > Sand date 1963-09-12 @ PRO|series CO 822|piece 3001"},
             Row{"Wall to Bates, 28 December 1845 (WFA).", "Wall > Bates date 1845-12-28 @ WFA"},
             Row{"LOA, Curtin to Camp, June 9, 1902.", "Curtin > Camp date 1902-06-09 @ LOA"},
             Row{"Herbert Hoyle to Felix Morse, 18 Dec. 1952. Herbert Hoyle Folder, Box 1, Felix Morse "
                 "Papers.",
                 "Hoyle > Morse date 1952-12-18|folder Herbert Hoyle|box 1|collection Felix Morse Papers"},
             Row{"John Cave to David Tule, n.d. [Summer 1961], David Tule Papers, box 52.",
                 "Cave > Tule date 1961-22|collection David Tule Papers|box 52"},
             Row{"Brewer, Angelo D. Interview, July 7, 1981, Mesa Oral History Project.",
                 "Brewer form Interview date 1981-07-07|series Mesa Oral History Project"},
             Row{"Oral history interview, Jonathan Denver, Truman Library.",
                 "Denver form Oral history interview @ Truman Library"},
             Row{"AVPRF, f. 17, op. 3, p. 5, d. 21, Chicherin to Litvinov, 2 May 1925, l. 8.",
                 "Chicherin > Litvinov date 1925-05-02 @ AVPRF|fond 17|opis 3|papka 5|delo 21|list 8"},
         }) {
        CAPTURE(row.text);
        CHECK(works(row.text) == row.expected);
    }
}

TEST_CASE("Entries of registers and lists: date, number, remarks, reference") {
    for (auto const& row : {
             Row{"3 March 1949. Despatch No. 88, Hector McNeil to the Foreign Office. Immediate; "
                 "Confidential. TNA, FO 371/76290.",
                 "McNeil > Foreign Office form Despatch no. 88 date 1949-03-03 @ TNA|series FO 371|piece "
                 "76290"},
             Row{"TNA, PREM 11/1138; ibid., FO 371/122381.",
                 " @ TNA|series PREM 11|piece 1138 ||  @ TNA|series FO 371|piece 122381"},
             Row{"Msg, USAREUR to CINCEUR, 141030Z Aug 61, RG 218, box 3.",
                 "USAREUR > CINCEUR form Msg date 1961-08-14|record-group 218|box 3"},
             Row{"Zapis’ besedy, 30 noiabria 1960 g., AVPRF, f. 0742, op. 6, papka 43.",
                 " title Zapis’ besedy date 1960-11-30 @ AVPRF|fond 0742|opis 6|papka 43"},
             Row{"Письмо В. С. Лунева к Н. Н. Берегову от 23 августа 1890 г. // ОР РНБ. Ф. 747. Ед. хр. 24. "
                 "Л. 12.",
                 "Лунев > Берегов form Письмо date 1890-08-23 @ ОР РНБ|fond 747|delo 24|list 12"},
             Row{"Докладная записка В. М. Молова И. В. Стану о положении. 5 мая 1950 г. АП РФ. Ф. 3. Оп. 65. "
                 "Д. 24.",
                 "Молов > Стан form Докладная записка date 1950-05-05 @ АП РФ|fond 3|opis 65|delo 24"},
             Row{"Записка Ю. В. Андропова в ЦК КПСС, 5 мая 1975 г. РГАНИ. Ф. 3. Оп. 80. Д. 24.",
                 "Андропов > ЦК КПСС form Записка date 1975-05-05 @ РГАНИ|fond 3|opis 80|delo 24"},
             Row{"Письмо Веры Лаврентьевны Пулковской, 24 сентября 1961 г. ГАКО. Ф. 3. Оп. 8. Д. 24.",
                 "Пулковская form Письмо date 1961-09-24 @ ГАКО|fond 3|opis 8|delo 24"},
             Row{"Н. А. Бердов — С. Н. Булгову. 12 мая 1903 г. // РГАЛИ. Ф. 1496. Оп. 1. Ед. хр. 132.",
                 "Бердов > Булгов date 1903-05-12 @ РГАЛИ|fond 1496|opis 1|delo 132"},
             Row{"НИОР РГБ. Ф. 218. Карт. 71. Ед. хр. 3. Л. 1–2; ИРЛИ РАН. Ф. 240. Оп. 2. Л. 8.",
                 " @ НИОР РГБ|fond 218|box 71|delo 3|list 1–2 ||  @ ИРЛИ РАН|fond 240|opis 2|list 8"},
             Row{"Report on the talks in Geneva. November 26, 1963. AVP RF. F. 59a. Op. 7. P. 15. "
                 "D. 4. Copy.",
                 " title Report on the talks in Geneva date 1963-11-26 @ AVP RF|fond 59a|opis "
                 "7|papka 15|delo 4"},
             Row{"Note by the KGB about a stay in Minsk. No later than November 23, 1963. APRF. F. 3. Op. "
                 "66. D. 312. Original.",
                 " title Note by the KGB about a stay in Minsk date 1963-11-23~ @ APRF|fond 3|opis 66|delo "
                 "312"},
             Row{"“Record of Conversation,” March 12, 1963, AMSZ, Warsaw; 6/77, w-102.",
                 " title Record of Conversation date 1963-03-12 @ AMSZ|signature 6/77|signature w-102"},
             Row{"Embtel 1190, Djakarta to Department, May 2, 1958, ibid., box 17.",
                 "Djakarta > Department form Embtel no. 1190 date 1958-05-02|box 17"},
             Row{"Cablegram 305, Spender to Casey, 9 July 1951, NAA, A1838, 250/7/10.",
                 "Spender > Casey form Cablegram no. 305 date 1951-07-09 @ NAA|series A1838|item 250/7/10"},
             Row{"Telegram 1187 from Ankara to State, 9 March 1958, 782.00/3-958, RG 59, NARA.",
                 "Ankara > State form Telegram no. 1187 date 1958-03-09 @ NARA|decimal-file "
                 "782.00/3-958|record-group 59"},
             Row{"Hoyos an Berchtold, Telegramm Nr. 12, 5. 7. 1914, PA AA, R 19865.",
                 "Hoyos > Berchtold form Telegramm no. 12 date 1914-07-05 @ PA AA|signature R 19865"},
             Row{"Stadtarchiv Kiel, 2/18/4; Bürgermeister an Stadtrat, 12.IX. 1878; ebd.",
                 " @ Stadtarchiv Kiel|bestand 2|signature 18/4 || Bürgermeister > Stadtrat date 1878-09-12"},
             Row{"TNA, PREM 8/1405, minute by Strang, 3 January 1951, copy.",
                 "Strang form minute date 1951-01-03 @ TNA|series PREM 8|piece 1405"},
         }) {
        CAPTURE(row.text);
        CHECK(works(row.text) == row.expected);
    }
}

TEST_CASE("References over full stops and semicolons") {
    for (auto const& row : {
             Row{"Florence Sabin Papers; American Philosophical Society Library; Box 9, Folder 2. Sabin to "
                 "Flexner, 8 Mar 1921.",
                 "Sabin > Flexner date 1921-03-08 @ American Philosophical Society Library|collection "
                 "Florence Sabin Papers|box 9|folder 2"},
             Row{"Szilard to Bohr, 1 Feb 1939; same folder.", "Szilard > Bohr date 1939-02-01"},
             // Two references, not one: the second tells its file anew.
             Row{"RGASPI, f. 17, op. 3, d. 12, l. 4; GARF, f. 5446, op. 1, d. 9, l. 2.",
                 " @ RGASPI|fond 17|opis 3|delo 12|list 4 ||  @ GARF|fond 5446|opis 1|delo 9|list 2"},
         }) {
        CAPTURE(row.text);
        CHECK(works(row.text) == row.expected);
    }
}

TEST_CASE("Keepers known by their form and what stands behind them") {
    for (auto const& row : {
             Row{"Minot to Castle, 11 Feb 1928. Thorndike Memorial Unit (Boston, MA), box 3.",
                 "Minot > Castle date 1928-02-11 @ Thorndike Memorial Unit|box 3"},
             Row{"Peabody to Forbes, 3 May 1911, box 6, folder 2, Baker Library & Archives, Harvard "
                 "University.",
                 "Peabody > Forbes date 1911-05-03 @ Baker Library & Archives, Harvard University|box "
                 "6|folder 2"},
             Row{"Suffolk RO, HA 36/2774/93: Adair to Rous, 9 Aug. 1803.",
                 "Adair > Rous date 1803-08-09 @ Suffolk RO|signature HA 36/2774/93"},
         }) {
        CAPTURE(row.text);
        CHECK(works(row.text) == row.expected);
    }
}

TEST_CASE("A reference that begins within the one before it shares what stands before") {
    for (auto const& row : {
             Row{"RGANI, f. 3, op. 12, d. 996, l. 4; d. 1008, l. 7.",
                 " @ RGANI|fond 3|opis 12|delo 996|list 4 ||  @ RGANI|fond 3|opis 12|delo 1008|list 7"},
             Row{"РГАЭ. Ф. 1562. Оп. 20. Д. 249; Ф. А-327. Оп. 2. Д. 13.",
                 " @ РГАЭ|fond 1562|opis 20|delo 249 ||  @ РГАЭ|fond А-327|opis 2|delo 13"},
             Row{"NA, FO 405/256, FO 371/12500.",
                 " @ NA|series FO 405|piece 256 ||  @ NA|series FO 371|piece 12500"},
             Row{"NARA, RG 218, entry 2, box 4, folder 1; box 5, folder 9.",
                 " @ NARA|record-group 218|entry 2|box 4|folder 1 ||  @ NARA|record-group 218|entry 2|box "
                 "5|folder 9"},
             Row{"Lee to Roe, 24 Aug 1943; Roe to Lee, 15 Sep 1943; both in Lee Papers, LC.",
                 "Lee > Roe date 1943-08-24 @ LC|collection Lee Papers || Roe > Lee date 1943-09-15 @ "
                 "LC|collection Lee Papers"},
             Row{"Lee to Roe, Mar. 5, 1961, and “Outline for an Address,” box 33, Roe Papers.",
                 "Lee > Roe date 1961-03-05|box 33|collection Roe Papers ||  title Outline for an "
                 "Address|box 33|collection Roe Papers"},
             // Two letters of the same correspondents, each by its date.
             Row{"Lee to Roe, New Orleans, 3 Jan. 1863, 6 Sept. 1864, Lee Papers, LC.",
                 "Lee > Roe date 1863-01-03 @ LC|collection Lee Papers || Lee > Roe date 1864-09-06 @ "
                 "LC|collection Lee Papers"},
             Row{"Lee to Roe, 1 and 3 May 1961, box 3, RG 59, NARA.",
                 "Lee > Roe date 1961-05-01 @ NARA|box 3|record-group 59 || Lee > Roe date 1961-05-03 @ "
                 "NARA|box 3|record-group 59"},
             Row{"Lee to Roe, May 1 and June 3, 1961, NARA, RG 59.",
                 "Lee > Roe date 1961-05-01 @ NARA|record-group 59 || Lee > Roe date 1961-06-03 @ "
                 "NARA|record-group 59"},
             // The place behind is the document's own, "ibid." a work by itself.
             Row{"Lee to Roe, 3 May 1945, Lee Papers, LC; ibid., transcript of conversation, Nov. 12, 1945, "
                 "folder 16, carton 1, LBNL.",
                 "Lee > Roe date 1945-05-03 @ LC|collection Lee Papers ||  ||  form transcript of "
                 "conversation date 1945-11-12 @ LBNL|folder 16|carton 1"},
         }) {
        CAPTURE(row.text);
        CHECK(works(row.text) == row.expected);
    }
}

TEST_CASE("Commentary before a citation is no part of it") {
    for (auto const& row : {
             Row{"On the Kabul talks: Bulganin to Daoud, 3 June 1956, RGANI, f. 5, op. 30, d. 161, l. 9.",
                 "Bulganin > Daoud date 1956-06-03 @ RGANI|fond 5|opis 30|delo 161|list 9"},
             Row{"The fullest version survives in the Gosudarstvennyi arkhiv Rossiiskoi Federatsii, f. 9401, "
                 "op. 2, d. 64, l. 11.",
                 " @ Gosudarstvennyi arkhiv Rossiiskoi Federatsii|fond 9401|opis 2|delo 64|list 11"},
             Row{"So Grotewohl an Semjonow, 2. 6. 1953, SAPMO-BArch, NY 4090/699, Bl. 14.",
                 "Grotewohl > Semjonow date 1953-06-02 @ SAPMO-BArch|bestand NY 4090|signature 699|leaf 14"},
             Row{"Zur Vorgeschichte vgl. Bray an Hohenlohe v. 5. 3. 1867, HHStA, Karton 37.",
                 "Bray > Hohenlohe date 1867-03-05 @ HHStA|box 37"},
         }) {
        CAPTURE(row.text);
        CHECK(works(row.text) == row.expected);
    }
}

TEST_CASE("Notes that repeat the words they belong to, before their citation") {
    for (auto const& row : {
             Row{"“never again so close”: Lee to Roe, May 3, 1918, entry 710, RG 112, NA.",
                 "Lee > Roe date 1918-05-03 @ NA|entry 710|record-group 112"},
             Row{"vaccine for a million men: Lee to Roe, May 3, 1917, General File, NAS.",
                 "Lee > Roe date 1917-05-03 @ NAS|series General File"},
             Row{"Longleat 112: Lee to Roe, June 5, 1785.",
                 "Lee > Roe date 1785-06-05 @ Longleat|signature 112"},
         }) {
        CAPTURE(row.text);
        CHECK(works(row.text) == row.expected);
    }
}

TEST_CASE("Memoranda of armies, and interviews") {
    for (auto const& row : {
             Row{"Memo, Lee for Roe, 8 Mar 43, sub: Bombers for Russia, RG 165, NA.",
                 "Lee > Roe form Memo title Bombers for Russia date 1943-03-08 @ NA|record-group 165"},
             Row{"Memo, Lee for Roe, 8 Mar 43, sub: Bombers for Russia, ASW 291.2 NT.",
                 "Lee > Roe form Memo title Bombers for Russia date 1943-03-08|file ASW 291.2 NT"},
             Row{"Conversation with Ann Lee, Potsdam, October 16, 2006.",
                 "Lee form Conversation date 2006-10-16"},
             Row{"Interview with the author, Oslo, 3 March 1992.", " form Interview date 1992-03-03"},
             Row{"Entretien avec l’auteur, Paris, 3 mars 1992.", " form Entretien date 1992-03-03"},
             Row{"Ann Lee, entretien avec l’auteure, Paris, 3 mars 1992.",
                 "Lee form entretien date 1992-03-03"},
             Row{"Interview, John Roe with Ann Lee, July 18, 1969, Oral History Collection, LBJ Library.",
                 "Lee form Interview date 1969-07-18 @ LBJ Library|collection Oral History Collection"},
             // Addressees in small letters, offices with their sections, writers with what they are.
             Row{"Lee to chief of staff, Sept. 25, 1918, entry 31, RG 112, NA.",
                 "Lee > chief of staff date 1918-09-25 @ NA|entry 31|record-group 112"},
             Row{"Brigadier General Roe to his wife, 3 May 1862, Roe Papers, box 2.",
                 "Roe > his wife date 1862-05-03|collection Roe Papers|box 2"},
             Row{"Memorandum from Director of Lunar Programs to Division Directors, Office of Manned Flight, "
                 "November 1, 1963.",
                 "Director of Lunar Programs > Division Directors, Office of Manned Flight form Memorandum "
                 "date "
                 "1963-11-01"},
             Row{"Memo, ACofS, G-4, for CofS, 23 Oct 41, sub: Motor Parks, G-4/33276.",
                 "ACofS, G-4 > CofS form Memo title Motor Parks date 1941-10-23|file G-4/33276"},
             Row{"Mary T. Lee, Memorandum to General Roe, Subject: Mess Halls, 1 April 1942, box 3, RG 330, "
                 "NARA.",
                 "Lee > Roe form Memorandum title Mess Halls date 1942-04-01 @ NARA|box 3|record-group 330"},
             Row{"Report of Mary T. Lee, 9 February 1918, NARA, RG 59, roll 46.",
                 "Lee form Report date 1918-02-09 @ NARA|record-group 59|roll 46"},
             Row{"Lee to President Monroe, 3 May 1821, Monroe Papers, box 2.",
                 "Lee > Monroe date 1821-05-03|collection Monroe Papers|box 2"},
             Row{"AVP RF, f. 757, op. 13, 84, d. 13, p. 47, transcript of a conversation between the "
                 "ambassador "
                 "to Rome, T. Lee, and his colleague, the consul in Bari, G. Roe, on 31 August 1968.",
                 " title transcript of a conversation between the ambassador to Rome, T. Lee, and his "
                 "colleague, "
                 "the consul in Bari, G. Roe date 1968-08-31 @ AVP RF|fond 757|opis 13|papka 84|delo 13"},
             Row{"Memo, G-1 for TAG, 4 Apr 42, RG 165, NA.",
                 "G-1 > TAG form Memo date 1942-04-04 @ NA|record-group 165"},
             Row{"Lee, Diary, March 21, 1918; Lee Papers, box 2.",
                 "Lee title Diary date 1918-03-21|collection Lee Papers|box 2"},
             Row{"Fontana (Beirut) to Lee, 15 October 1920, TNA, FO 371/5040.",
                 "Fontana > Lee date 1920-10-15 @ TNA|series FO 371|piece 5040"},
             Row{"Ebenda, Blatt 87. Bericht Dr. Hartmanns vom 14.März 1927.",
                 "Hartmann form Bericht date 1927-03-14|leaf 87"},
             Row{"Hall MSS J18/20: Lee to Roe, circa Feb. 1792.",
                 "Lee > Roe date 1792-02~|signature Hall MSS J18/20"},
             Row{"Roe diary, Jan. 2, 1918, ZQP.", " title Roe diary date 1918-01-02 @ ZQP"},
             Row{"Letter from Dr. Ann Lee, Director, Lunar Projects Agency, Washington, D.C., to Dr. Tom "
                 "Roe, NASA Historian, November 18, 1969.",
                 "Lee > Roe form Letter date 1969-11-18"},
             Row{"Memorandum from Ann B. Lee, Deputy Administrator for Industry Affairs, to Tom C. Roe, "
                 "Deputy Administrator for Science, March 29, 1964.",
                 "Lee > Roe form Memorandum date 1964-03-29"},
             Row{"Lee, report on the present position in India, 24 August 1947. TNA: DO 121/70.",
                 "Lee title report on the present position in India date 1947-08-24 @ TNA|series DO "
                 "121|piece 70"},
         }) {
        CAPTURE(row.text);
        CHECK(works(row.text) == row.expected);
    }
}

TEST_CASE("The noise of scans and printed registers") {
    for (auto const& row : {
             Row{"Guggisberg to Slater , I7 May 1921 , TNA , CO 96/ 624 .",
                 "Guggisberg > Slater date 1921-05-17 @ TNA|series CO 96|piece 624"},
             Row{"Wiley to Department, Embtel 77, July 2, 1947, 4 p.m. Secret. NARA, RG 59, Box 6201.",
                 "Wiley > Department form Embtel no. 77 date 1947-07-02 @ NARA|record-group 59|box 6201"},
             Row{"Аденауэр А. Г. Указ. соч. С. 8; ЦГА СПб. Ф.Р-47. Оп.2. Ед.хр.15. Л.3.",
                 "Аденауэр ||  @ ЦГА СПб.|fond Р-47|opis 2|delo 15|list 3"},
             Row{"Gruber an Bischoff, o. D., PA AA, B 11, Bd. 90.",
                 "Gruber > Bischoff @ PA AA|bestand B 11|volume 90"},
         }) {
        CAPTURE(row.text);
        CHECK(works(row.text) == row.expected);
    }
}
