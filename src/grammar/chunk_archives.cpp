// The names of archives.

#include <algorithm>
#include <array>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "grammar/chunk_labels.hpp"
#include "grammar/chunker.hpp"
#include "grammar/date_reader.hpp"
#include "grammar/fold_word.hpp"

namespace fonds {

using std::string_view;

/// Whether the words at `at` name a series or a periodical.
bool Chunker::publishes(std::uint32_t at) const {
    auto const& next = token(at);
    if (next.kind != TokenKind::word) return false;
    // "Cold War International History Project Series (Washington: …)"
    if (word(at) == "Series" && token(at + 1).kind == TokenKind::open) return true;
    for (auto i = at; i < at + 3 && token(i).kind == TokenKind::word; ++i)
        if (find(i, mask(WordClass::series)).phrase) return true;
    return next.upper && next.is(WordClass::journal_word);
}

/// "Carlisle, PA": the letters of a state behind a town, no archive's.
bool Chunker::is_region_of_town() const {
    constexpr std::uint32_t longest_town = 3;
    if (!token(at_).is(WordClass::region) || !token(at_).all_upper || word(at_).size() != 2 ||
        !at_boundary(at_ + 1))
        return false;
    auto const town = before_comma();
    return town && town->kind == ChunkKind::text && town->is(Trait::upper) && !town->is(Trait::digits) &&
           !town->is(Trait::collection) && town->size() <= longest_town;
}

bool Chunker::archive() {
    auto const found = find(at_, mask(WordClass::archive));
    auto const& first = token(at_);
    if (!found.phrase || !(first.upper || first.han)) return false;
    auto end = at_ + found.size;
    if (is_region_of_town() || is_part_of_other_name(found) || begins_longer_name(end) ||
        !ends_as_archive(found))
        return false;
    // "ERA.R-3.3.45": the stop parts the archive from the fond.
    bool const number_behind =
        token(end + 1).exists() && !token(end + 1).space_before && token(end + 1).digits;
    if (mark(end, '.') && !token(end).space_before && !is_stop(end) && !number_behind) ++end;
    end = rest_of_name(end);
    add(ChunkKind::archive, at_, end).phrase = found.phrase;
    at_ = end;
    return true;
}

/// Whether the words name no archive but a label, an edition, a periodical, or what an archive publishes.
bool Chunker::is_part_of_other_name(PhraseMatch const& found) const {
    auto const& first = token(at_);
    auto const end = at_ + found.size;
    // "Department of State Decimal File 693.94/10-2251": the first words of a longer label.
    if (first.is(WordClass::label) && find(at_, mask(WordClass::label)).size > found.size) return true;
    // "APW III A 4": an edition whose letters are an archive's too, before its series and volume.
    if (first.is(WordClass::docvolume) && token(end).roman) return true;
    // "AAS 29 (1937), 145–167": a periodical by its letters, with volume, year and pages.
    auto const& year = token(end + 1);
    if (found.phrase->exact_case && token(end).number && year.kind == TokenKind::open &&
        year.match == end + 3 && is_year(word(end + 2)) && (mark(end + 4, ',') || mark(end + 4, ':')))
        return true;
    // "CWIHP Working Paper No. 42", "NKIDP e-Dossier", "National Security Archive Electronic Briefing Book"
    return publishes(end) || begins_report_number(end) || begins_name_of_papers(end) ||
           begins_short_title(end);
}

/// "A.D. Sakharov, “Progress,”", "T.H. Baker with Edward C. Welsh": letters with stops, behind which a name
/// goes on at `end`.
bool Chunker::begins_longer_name(std::uint32_t end) const {
    bool const initials =
        mark(end, '.') && !token(end).space_before && word(at_).size() == 3 && word(at_)[1] == '.';
    auto const& name = token(end + 1);
    if (!initials || !name.upper) return false;
    if (mark(end + 2, ',') && token(end + 3).kind == TokenKind::quote_open) return true;
    // "A.D. Loire-Atlantique": the short word for the archive of a department, of whose name it is a part.
    if (token(at_).is(WordClass::keeper_head) && !name.all_upper && !name.digits) return true;
    return !name.is(WordClass::label) && token(end + 2).lower;
}

/// Whether an archive's name may end where the words do: at a mark, or before a label or what it keeps.
bool Chunker::ends_as_archive(PhraseMatch const& found) const {
    auto const end = at_ + found.size;
    auto const& next = token(end);
    if (next.kind != TokenKind::word) return true;
    bool const label = next.is(WordClass::kept_sign) || next.is(WordClass::label) ||
                       find(end, mask(WordClass::label)).phrase || next.digits || next.roman ||
                       next.all_upper || next.is(WordClass::conjunction);
    bool const abbreviation =
        token(at_).all_upper || found.phrase->exact_case || has_upper_after(word(at_), 1);
    if (!label &&
        !(abbreviation && next.upper && (word(at_).size() > 2 || found.size > 1 || holds_code(end))))
        return false;
    // "State Department to Moscow": here it writes.
    if (next.is(WordClass::direction) && next.lower && token(end + 1).upper) return false;
    return !next.all_upper || next.is(WordClass::label) || abbreviation || next.digits;
}

/// "NASA SP-4203", "NASA TM X-1234": behind an office's letters the number of a report that it printed.
bool Chunker::begins_report_number(std::uint32_t at) const {
    constexpr std::array series = {string_view{"SP"},  string_view{"TM"}, string_view{"TN"},
                                   string_view{"TR"},  string_view{"CR"}, string_view{"RP"},
                                   string_view{"HHN"}, string_view{"EP"}, string_view{"RM"}};
    auto const letters = word(at);
    if (!token(at).all_upper || !token(at - 1).all_upper) return false;
    auto const hyphen = letters.find('-');
    bool const numbered = hyphen != string_view::npos ? is_digit(letters.back()) : token(at + 1).digits;
    return numbered && contains(series, letters.substr(0, hyphen));
}

/// "HMA Papers, box 3": letters before such a word name no keeper, but whose papers they are.
bool Chunker::begins_name_of_papers(std::uint32_t at) const {
    return (word(at) == "Papers" || word(at) == "Diary" || word(at) == "Diaries") && at_boundary(at + 1) &&
           at == at_ + 1;
}

/// "Van Nimmen, NASA Resources, pp. 386–87": behind an author's comma a title that a page follows.
bool Chunker::begins_short_title(std::uint32_t at) const {
    auto const author = before_comma();
    if (!author || !(author->is(Trait::name) || author->is(Trait::others)) || !token(at).upper ||
        token(at).all_upper || token(at).digits || token(at).is(WordClass::label))
        return false;
    auto const page = element_end(at) + 1;
    auto const label = mark(page - 1, ',') ? find(page, mask(WordClass::label)) : PhraseMatch{};
    return label.phrase && token(page).lower && is_page_like(*label.phrase);
}

/// "BL Add. MSS 45548", "BL Althorp F123": a shelfmark goes on behind the keeper's letters.
bool Chunker::holds_code(std::uint32_t at) const {
    constexpr std::uint32_t longest = 6;
    for (auto const end = std::min(element_end(at), at + longest); at < end && !mark(at, ':'); ++at)
        if (token(at).digits) return true;
    return false;
}

/// "Hoover Institution Library & Archives", "UN Archives and Records Management Section": a name that goes on
/// behind "and" as far as another word for a keeper.
std::uint32_t Chunker::rest_of_name(std::uint32_t end) const {
    constexpr std::uint32_t reach = 6;
    auto const& joint = token(end);
    if (joint.kind != TokenKind::word || !joint.is(WordClass::conjunction) || !token(end + 1).upper)
        return end;
    for (auto at = end + 1; at <= end + reach; ++at) {
        auto const& next = token(at);
        if (next.kind != TokenKind::word || !next.upper || next.digits || next.is(WordClass::archive))
            return end;
        if (at_boundary(at + 1))
            return next.is(WordClass::repository) || next.is(WordClass::keeper_part) ? at + 1 : end;
    }
    return end;
}

}  // namespace fonds
