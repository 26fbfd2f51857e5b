// Weighs a candidate: evidence that its chunks are what its family says, less what stays odd.
// Its functions stand in score.cpp and the files score_*.cpp.
#pragma once

#include "grammar/candidate.hpp"

namespace fonds {

struct Weigher {
    Chunks const& chunks;
    Candidate const& candidate;
    [[nodiscard]] Chunk const& at(std::uint32_t index) const { return chunks.list[index]; }
    [[nodiscard]] bool has(Role role) const { return candidate.find(role) != nullptr; }
    template <class Test>
    [[nodiscard]] int count(Role role, Test const& test) const {
        int found = 0;
        for (auto const& part : candidate.parts)
            if (part.role == role)
                for (auto i = part.first; i < part.last; ++i) found += test(at(i)) ? 1 : 0;
        return found;
    }
    [[nodiscard]] int count_kind(Role role, ChunkKind kind) const {
        return count(role, [kind](Chunk const& chunk) { return chunk.kind == kind; });
    }
    [[nodiscard]] int count_trait(Role role, Trait trait) const {
        return count(role, [trait](Chunk const& chunk) { return chunk.is(trait); });
    }
    [[nodiscard]] std::uint32_t words(Role role) const;
    [[nodiscard]] static bool locates(Chunk const& chunk);
    [[nodiscard]] static bool is_leaf(Chunk const& chunk);
    /// Six words and more, most of them small: prose before a reference, not a part of it.
    [[nodiscard]] bool is_sentence(Chunk const& chunk) const;
    /// "FO 371/84059": a place to look by itself.
    [[nodiscard]] bool places_by_itself(Chunk const& chunk) const;
    /// "Ibid., FO 371/122381": the keeper alone is the same.
    [[nodiscard]] bool keeps_class_behind() const;
    [[nodiscard]] bool follows_ibid() const;
    /// "AD Nord, 1 M 234", "StAM, 156e Nr. 1294": behind a keeper's name words that are numbers or capitals,
    /// a code.
    [[nodiscard]] bool is_code_of_keeper(std::uint32_t index) const;
    /// "H.O., 40/56": the series and piece of a department, parted from its letters by a comma.
    [[nodiscard]] bool is_piece(std::uint32_t index) const;
    /// "GARF 8131/37/4554; 9401/1a/191; and 9401/1/743": another file of the same archive.
    [[nodiscard]] bool goes_on_with_row() const;
    /// "In Kyiv: TsDAHO, f. 1 …", "His own minute survives: AQSH, F. 14 …": words before a colon and an
    /// archive.
    [[nodiscard]] bool leads_with_colon(std::uint32_t first) const;
    [[nodiscard]] bool begins_with_issuer(Part const& part) const;
    /// "APC, XIII, pp. 360, 382–3": the volume of a printed edition, whoever else is known by its letters.
    [[nodiscard]] bool is_volume_and_page(Part const& part) const;
    /// What the reference itself is worth; below 2 it is no reference.
    [[nodiscard]] double location() const;
    [[nodiscard]] double online() const { return has(Role::url) ? 1 : 0; }
    [[nodiscard]] double provenance() const;
    [[nodiscard]] double date() const;
    /// "Despatch 911": a paper known by its form and number.
    [[nodiscard]] bool is_numbered() const;
    /// A full stop or semicolon between the document and its reference parts them a little.
    [[nodiscard]] double parted() const;
    /// "…, 7 August 1949, in Pasternak and Freidenberg, Correspondence, 292": where it is printed follows.
    [[nodiscard]] bool printed_behind() const;
    [[nodiscard]] bool tells_more_behind() const;
    /// "to Webb, January 10": goes on with the letter before; "Memo, Handy, ACofS OPD, for CofS" has its
    /// writer.
    [[nodiscard]] bool begins_with_addressee() const;
    /// "Welch diary, Jan. 2, 1918, WP": the reference is a keeper's letters alone.
    [[nodiscard]] bool short_keeper() const;
    /// The families of archival documents; the functions below go on from the weight `sum` of their parts.
    [[nodiscard]] double archival() const;
    [[nodiscard]] double letter(double sum, double place) const;
    /// "Memorandum of conversation, 3 May 1956, RGANI …": a document by its form, its persons, its matter.
    [[nodiscard]] double described(double sum, bool is_located) const;
    /// "Author, Title (on file with …)": a paper without a word on what it is.
    [[nodiscard]] double deposited(double sum, bool is_located) const;
    [[nodiscard]] double quoted(double sum, bool is_located) const;
    /// What speaks for and against a reference by what stands before it, and its first element.
    [[nodiscard]] double led_in(double sum, Chunk const& first) const;
    /// A reference of one element.
    [[nodiscard]] double lone_element(double sum, std::uint32_t index) const;
    /// A reference of several elements.
    [[nodiscard]] double reference(double sum, Part const& part) const;
    /// The elements of a reference that read as what a keeper has; its codes count twice.
    [[nodiscard]] int count_readable(Part const& part) const;
    [[nodiscard]] double container() const;
    [[nodiscard]] double publication() const;
    /// A year alone in brackets behind a number is a journal's, not a volume's.
    [[nodiscard]] double bare_year() const;
    [[nodiscard]] double pages() const;
    [[nodiscard]] double title() const;
    [[nodiscard]] bool is_given_name_of_editor() const;
    [[nodiscard]] double people() const;
    /// Given and family name tell a writer; one word may be any noun.
    [[nodiscard]] double author() const;
    /// Behind a comma or colon a work of its own begins less often than behind a semicolon, a stop or a
    /// signal.
    [[nodiscard]] double behind_comma() const;
    /// "X, Title …" read without X: the name before belongs to the citation.
    [[nodiscard]] double orphaned() const;
    /// "the Todor Zhivkov Collection": an article, then a name.
    [[nodiscard]] bool begins_with_the() const;
    /// "Telegram 2124 from the Embassy in Vietnam …", "Cmd. 9475, Report of the Commission (1955)".
    [[nodiscard]] bool begins_with_number() const {
        auto const* number = candidate.find(Role::number);
        return number && number->first == candidate.first;
    }
    /// A cutting from a paper that is known for one, kept in an archive, is worth what its reference is.
    [[nodiscard]] double kept() const;
    /// The weight of the whole reading, by its family; below, that of each family which needs more than a
    /// line.
    [[nodiscard]] double total() const;
    [[nodiscard]] bool is_numbered_in_series() const;
    [[nodiscard]] double article() const;
    [[nodiscard]] double newspaper() const;
    [[nodiscard]] double book() const;
    [[nodiscard]] double chapter() const;
    [[nodiscard]] bool cuts_subtitle() const;
    /// "…; Works, iv. 584": the writings of one of the correspondents, which are no work without a name.
    [[nodiscard]] bool is_in_writings() const;
    [[nodiscard]] double letter_in_volume() const;
    [[nodiscard]] double document_volume() const;
    [[nodiscard]] double review() const;
    [[nodiscard]] double web() const;
    [[nodiscard]] double ibid() const;
    [[nodiscard]] double hearing() const;
    [[nodiscard]] double session_paper() const;
    /// A law is known by the word for it, its number, or where it is printed.
    [[nodiscard]] double act() const;
    [[nodiscard]] double treaty() const;
    /// Papers of the United Nations and its kin.
    [[nodiscard]] double resolution() const;
    [[nodiscard]] double parliament() const;
    /// Papers of a numbered congress or session of a parliament.
    [[nodiscard]] double sessions() const;
    /// "United States v. Curtiss-Wright Export Corp., 299 U.S. 304 (1936)", "Bleistein v. Donaldson (1903)".
    [[nodiscard]] bool is_case() const;
    [[nodiscard]] bool is_reported_case() const;
    /// "(Brisbane)", "(Saint Paul, Minn.)".
    [[nodiscard]] bool names_town(Chunk const& bracket) const;
    [[nodiscard]] bool names_law(Chunk const& chunk) const;
    [[nodiscard]] bool is_law_number(Chunk const& chunk) const;
    [[nodiscard]] bool parts_works(std::uint32_t index) const;
    /// "Chiang Kai-shek Diaries, 23 October 1950, Hoover Institution".
    [[nodiscard]] bool begins_with_dated_words(Part const& part) const;
    /// "SSRQ SG III/4": an edition of sources or a lexicon in German known by its letters.
    [[nodiscard]] bool is_siglum(Chunk const& chunk) const;
    /// "Vgl. insgesamt": small words behind a signal.
    [[nodiscard]] bool is_led(std::uint32_t index) const;
    /// "Rosenman 330 (“I’m going”).": a bracket, then the end.
    [[nodiscard]] bool remark_ends() const;
    /// "Mazower, 58.": all that stands between a stop, semicolon or signal and the next.
    [[nodiscard]] bool stands_alone() const;
    /// One of a row of works, or behind a signal: no sentence of prose.
    [[nodiscard]] bool stands_among_works() const;
    /// "Philipp Losch, Der letzte Kurfürst. Leben und Zeit": behind a full name the first sentence of a
    /// longer title.
    [[nodiscard]] bool begins_longer_title() const;
    /// "Tully 262", but also "Sputnik 12".
    [[nodiscard]] bool is_name_and_page() const;
    /// "Montefiore 46–9": no number of a thing.
    [[nodiscard]] bool has_range_of_pages() const;
    /// One word, or what reads as a name too: "Krause, Marx", "Gilroy, Black Atlantic".
    [[nodiscard]] bool has_title_like_name() const;
    /// "91-18-114" is neither volume nor page.
    [[nodiscard]] int codes() const;
    /// "MRK vol. 2, p. 291": capitals, a volume or number, a page.
    [[nodiscard]] bool is_abbreviated_volume() const;
    [[nodiscard]] double short_form() const;
    [[nodiscard]] bool points_back() const;
    [[nodiscard]] double words_of_short_form(bool quoted, bool again) const;
    [[nodiscard]] double codes_in_short_form() const;
    [[nodiscard]] double place_in_short_form(bool quoted, bool again) const;
};

}  // namespace fonds
