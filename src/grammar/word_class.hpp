// What a word or phrase may be, and sets of that.
#pragma once

#include <cstdint>

namespace fonds {

/// What a word or phrase may be; several at once.
// clang-format off
enum class WordClass : std::uint8_t {
    genre, collection, repository, institution, verb, lead, newspaper, journal, magazine, series, thesis,
    conference, unpublished, publisher, rank, suffix, particle, abbreviation, journal_word, digital, web,
    interview, encyclopedia, legal, docvolume, congress, conjunction, in, on_file, hereafter, accessed,
    obtained, contributed, provided, translated, edited, by_whom, for_whom, edition_word, edition, country, direction, memo_from, review, director, broadcast, law, resolution, enclosed, above, place, department, region, keeper_part, keeper_head, file_group,
    marking, undated, topic, writings, holding,
    // classes with a meaning of their own
    signal, month, season, label, editor, translator, foreword, ibid, idem, op_cit, archive, surname, given, given_behind,
    given_after_comma, particled, kept_sign,
    // later ones stand behind: the learned weights know a class by its number
    whither, double_family, surname_only, counts_issues, pinpoint, participle, keeper_noun,
    writer_form, article, paternal, session, lord, series_noun, date_lead, work_noun,
    unstated, volumes, spoken, reprinted,
    with_whom, this_author, interview_noun, talk, talk_of_author, way_of_asking, press_release, entry_noun, day_lead,
    university, library_noun, branch, division, others, others_cut_short, jointly, helped, possessive, kin, of_whom,
    verso, following, following_behind_and, day_bound, hour, at_author,
    after_open_hyphen, not_printed, namesake_town, debates, papers_noun, parties,
    count,  ///< how many there are
};
// clang-format on

/// A set of classes; there are more than two machine words have bits.
struct WordClasses {
    std::uint64_t low = 0, middle = 0, high = 0;

    constexpr WordClasses() = default;
    constexpr WordClasses(std::uint64_t low_, std::uint64_t middle_ = 0, std::uint64_t high_ = 0)
        : low(low_), middle(middle_), high(high_) {}
    constexpr WordClasses operator|(WordClasses other) const {
        return {low | other.low, middle | other.middle, high | other.high};
    }
    constexpr WordClasses operator&(WordClasses other) const {
        return {low & other.low, middle & other.middle, high & other.high};
    }
    constexpr WordClasses operator~() const { return {~low, ~middle, ~high}; }
    constexpr WordClasses& operator|=(WordClasses other) { return *this = *this | other; }
    constexpr WordClasses& operator&=(WordClasses other) { return *this = *this & other; }
    constexpr bool operator==(WordClasses const&) const = default;
};
static_assert(static_cast<unsigned>(WordClass::count) <= 192);
[[nodiscard]] constexpr WordClasses mask(WordClass word_class) {
    auto const number = static_cast<unsigned>(word_class);
    auto const bit = std::uint64_t{1} << (number % 64);
    return number < 64 ? WordClasses{bit} : number < 128 ? WordClasses{0, bit} : WordClasses{0, 0, bit};
}

}  // namespace fonds
