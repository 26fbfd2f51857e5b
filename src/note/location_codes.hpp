// Codes that say themselves what they are: decimal files, registry numbers, subject-numeric files.
#pragma once

#include <string_view>

namespace fonds {

[[nodiscard]] int count_capitals(std::string_view word);
/// "783A.00/6-1558", "026 Foreign Relations (P.C. 1919)/13", "119.4 (Case 2000/24)".
[[nodiscard]] bool is_decimal_file(std::string_view text);
/// "749.00(W)/11-2152": a decimal file of the Department of State, with the day of its paper.
[[nodiscard]] bool is_dated_decimal_file(std::string_view text);
/// "OPD 320 War Department": letters of an office, and a number of its files.
[[nodiscard]] bool names_office_file(std::string_view written);
/// "24/b": an item of a Hungarian box.
[[nodiscard]] bool is_item_letter(std::string_view text);
/// "00254/1958", "08103/2/1954": a registry's number with its year.
[[nodiscard]] bool is_registry_number(std::string_view text);
/// "POL 27 VIET S", "DEF 15-4": the subject-numeric files of 1963–1973.
[[nodiscard]] bool subject_numeric(std::string_view text);
/// "XIX-J-1-j", "XIX-B-1-z": a section of the Hungarian national archives, Roman numeral, letter and number.
[[nodiscard]] bool is_hungarian_section(std::string_view written);
/// "SC 216", "MSS-2007-04-06", "M0437", "Coll. 45": what libraries number their collections by.
[[nodiscard]] bool is_collection_number(std::string_view text);
/// "WPD 3251-49", "OCS 20850-15", "AG 020.4 (8-13-42)", "CM-OUT 64349": an office of the army and its file or
/// message.
[[nodiscard]] bool is_office_file(std::string_view text);
/// "LIND D101/1", "WELLS c238.20": the capitals of private papers, a class's letter and numbers.
[[nodiscard]] bool is_shelfmark_of_papers(std::string_view text);
[[nodiscard]] bool is_year_start(std::string_view text);
[[nodiscard]] bool has_number_end(std::string_view text);
/// "1975LUSAKA01409": a State Department cable, by its year, post and number.
[[nodiscard]] bool is_cable_number(std::string_view text);
/// "CM(50)78th conclusions", "C(59)27", "COS (50) 512": the number of a cabinet or staff paper.
[[nodiscard]] bool is_cabinet_paper(std::string_view text);
/// "GD433/2/25", "5 AG 1/188", "BEVN II 6/10": words with digits or in capitals, and a digit among them.
[[nodiscard]] bool is_code(std::string_view text);
/// "Thüringisches Volksbildungsministerium B 5219", "Nl. H. v. Schirach 3": where the number begins that
/// stands behind a holding's name, or npos.
[[nodiscard]] std::size_t code_behind_name(std::string_view written);
/// "2008.M.56": the year of accession, the letter of a kind, a number.
[[nodiscard]] bool is_accession(std::string_view text);
/// "N6029/243/38", "C2317/19/18": the number that a registry of the Foreign Office gave to a paper.
[[nodiscard]] bool is_registry_paper(std::string_view text);
/// "E 422", "E427A": an entry of an American record group.
[[nodiscard]] bool is_entry_number(std::string_view text);
/// "2.10", "13:18": the number of a box and that of a folder in it.
[[nodiscard]] bool is_box_and_folder(std::string_view text);
/// "F7 9884", "BB18 7059", "LL. 215": a series of the French national archives, and its carton.
[[nodiscard]] bool is_french_series(std::string_view text);
/// "457 AP 21", "5 AG 1/182", "72AJ/2296": an entry of the French national archives, numbered within a
/// series of two letters.
[[nodiscard]] bool is_french_entry(std::string_view text);
/// "A1838", "CP78": a series of the National Archives of Australia.
[[nodiscard]] bool is_australian_series(std::string_view text);
/// A level that holds files: box, folder, reel.
[[nodiscard]] bool is_container(std::string_view level);

/// "117" of "117 – 263 – 487", "507" of "507/III-63": where a number ends behind which a dash or stroke parts
/// further ones; 0 where none does.
[[nodiscard]] std::size_t number_before_parts(std::string_view written);

/// Where the shelfmark begins in "KPR III – A – 1 – b", "CK KPJ 1943/25": behind capitals alone; 0 where no
/// code stands behind them.
[[nodiscard]] std::size_t code_behind_letters(std::string_view written);

/// "Lauri Ingmanin arkisto", "Per Albin Hanssons samling": a person's papers as the Nordic countries call
/// them, a genitive before the word for an archive.
[[nodiscard]] bool names_nordic_papers(std::string_view text);

}  // namespace fonds
