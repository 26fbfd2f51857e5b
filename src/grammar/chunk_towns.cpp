// The towns of an imprint: by the tables, by their region, by a letter, or by the house and the year behind
// them.

#include <algorithm>
#include <array>

#include "base/contains.hpp"
#include "base/unicode.hpp"
#include "grammar/chunker.hpp"
#include "grammar/word_parting.hpp"

namespace fonds {

using std::string_view;

/// The token behind "North Ryde, NSW" where a colon and the house follow: a town known by its region; `at`
/// where none stands there.
std::uint32_t Chunker::place_in_region(std::uint32_t at) const {
    constexpr std::uint32_t longest_name = 3;
    auto end = at;
    while (end < at + longest_name && token(end).kind == TokenKind::word && token(end).upper &&
           !token(end).digits)
        ++end;
    if (end == at || !mark(end, ',')) return at;
    auto const region = find(end + 1, mask(WordClass::region));
    if (!region.phrase || !token(end + 1).upper) return at;
    auto behind = end + 1 + region.size;
    if (mark(behind, '.') && !token(behind).space_before) ++behind;
    return mark(behind, ':') ? behind : at;
}

/// "Izbrannye sočinenija. M. 1999", "…, P. : Robert Laffont, 1997": Moscow, Leningrad, Paris by their
/// letters.
bool Chunker::is_town_by_letter(std::uint32_t at) const {
    constexpr std::array letters = {string_view{"M"}, string_view{"L"}, string_view{"P"}};
    if (run_ != no_token || out_.list.empty() || !contains(letters, word(at)) || !mark(at + 1, '.'))
        return false;
    auto const before = out_.list.back().kind;
    if (mark(at + 2, ':') && token(at + 2).space_before)
        return before == ChunkKind::stop || before == ChunkKind::comma;
    // Behind a comma only where a title stands before: "…: Materialy, M. 1916, S. 5".
    constexpr std::size_t least = 4;
    bool const behind_title =
        before == ChunkKind::stop || (before == ChunkKind::comma && out_.list.size() >= least);
    if (behind_title && is_year(word(at + 2)) && mark(at + 3, ',')) return true;
    // "…, t. 3 : Konec, M., Rosspen, 2001": the house behind it.
    return behind_title && mark(at + 2, ',') && house_end(at + 3, false) != at + 3;
}

/// "…, Zaprešić: Fraktura, 2011": behind the title a town that no table knows, known by the house and the
/// year behind its colon; the end of its name, or `at`.
std::uint32_t Chunker::unknown_town_end(std::uint32_t at) const {
    constexpr std::size_t least = 4;  // author, comma, title, comma
    constexpr std::uint32_t longest_house = 4;
    auto const& list = out_.list;
    auto const& town = token(at);
    auto const before = before_comma();
    if (list.size() < least || !before || before->is(Trait::name) || town.kind != TokenKind::word ||
        !town.upper || town.digits || town.all_upper || town.is(WordClass::genre) || !mark(at + 1, ':') ||
        !token(at + 2).upper)
        return at;
    bool const of_work = before->kind == ChunkKind::text || before->kind == ChunkKind::quote ||
                         before->kind == ChunkKind::edition || before->kind == ChunkKind::role;
    auto const year = house_end(at + 2, false);
    bool const house = year != at + 2 && year - at <= longest_house + 2 && mark(year - 1, ',');
    return of_work && house && imprint_may_end(imprint_year(year)) ? at + 1 : at;
}

/// "o. O.", "s. l.", "[s.n.]": that place or house are not told; the token behind it, or `at`.
std::uint32_t Chunker::unstated_end(std::uint32_t at) const {
    bool const bracket = token(at).kind == TokenKind::open;
    auto const first = bracket ? at + 1 : at;
    auto const found = find(first, mask(WordClass::unstated));
    if (!found.phrase) return at;
    auto const stop = mark(first + found.size, '.') ? first + found.size + 1 : first + found.size;
    return !bracket ? stop : token(at).match == stop ? stop + 1 : at;
}

/// The token behind a place: "Wien", "Frankfurt a. M.", "М.", "München-Berlin", "[Graz]", "o. O."; `at` where
/// none stands there.
std::uint32_t Chunker::place_end(std::uint32_t at) const {
    if (auto const behind = unstated_end(at); behind != at) return behind;
    auto const& head = token(at);
    if (head.kind == TokenKind::open && head.match != no_token && word(at) == "[" &&
        token(at + 1).kind == TokenKind::word && places_end(at + 1) == head.match)
        return head.match + 1;
    if (head.kind != TokenKind::word || !(head.upper || head.han)) return at;
    auto end = at;
    if (is_town_by_letter(at)) return at + 2;
    if (auto const found = find(at, mask(WordClass::place)); found.phrase) {
        end = at + found.size;
    } else {
        auto const cut = joined_town_end(word(at), lexicon_);
        if (cut == string_view::npos) return place_in_region(at);
        end = at + 1;
        if (mark(end, '.') && !token(end).space_before && word(at).size() <= cut + 3) ++end;
    }
    bool const shortened = count_code_points(word(end - 1)) <= 3 ||
                           word(end - 1).find('/') != string_view::npos;  // "Frankfurt/M."
    if (mark(end, '.') && !token(end).space_before && shortened) ++end;
    // "Frankfurt/M.", "Freiburg/Br."
    constexpr std::size_t longest_letters = 3;
    if (mark(end, '|') && !token(end).space_before && token(end + 1).upper &&
        count_code_points(word(end + 1)) <= longest_letters && mark(end + 2, '.'))
        end += 3;
    // "Halle (Saale) 1923", "Frankfurt (Oder) 1994": the river or land that tells it from others.
    if (auto const& bracket = token(end); bracket.kind == TokenKind::open && bracket.match == end + 2 &&
                                          token(end + 1).upper && token(end + 3).exists() &&
                                          is_year(word(end + 3)))
        end += 3;
    // "Cambridge (Mass.)", "Princeton (NJ)"
    if (auto const& open = token(end); open.kind == TokenKind::open && open.match != no_token &&
                                       open.match <= end + 3 &&
                                       find(end + 1, mask(WordClass::region)).phrase && token(end + 1).upper)
        return open.match + 1;
    // "Cambridge, Mass.", "Princeton, N.J.", "Washington, D. C."
    if (mark(end, ',') && find(end + 1, mask(WordClass::region)).phrase && token(end + 1).upper) {
        auto const region = end + 1 + find(end + 1, mask(WordClass::region)).size;
        auto const behind = mark(region, '.') && !token(region).space_before ? region + 1 : region;
        // "Paris, La Découverte" is in no Louisiana.
        auto const& next = token(behind);
        if (next.kind != TokenKind::word || !next.upper || next.digits) end = behind;
    }
    return end;
}

/// The token behind one place or several: "Wien/Köln/Graz", "Berlin – New York", "Chapel Hill and London".
std::uint32_t Chunker::places_end(std::uint32_t at) const {
    constexpr int most_joints = 5;
    constexpr std::uint32_t longest_bracket = 5;
    auto end = place_end(at);
    if (end == at) return unknown_town_end(at);
    for (int count = 0; count < most_joints; ++count) {
        auto const& joiner = token(end);
        if (!joiner.exists()) break;
        // "Frankfurt/M. [u.a.]"
        if (joiner.kind == TokenKind::open && joiner.match != no_token &&
            joiner.match <= end + longest_bracket && (word(end + 1) == "u" || word(end + 1) == "u.a"))
            return joiner.match + 1;
        bool const joins = joiner.is_mark('|') || joiner.is_mark('-') || joiner.is_mark(',') ||
                           joiner.is_mark(';') ||
                           (joiner.kind == TokenKind::word && joiner.is(WordClass::conjunction));
        if (!joins) break;
        auto next = end + 1;
        // "u. a.": more places, unnamed.
        if (word(end) == "u" && mark(end + 1, '.') && word(end + 2) == "a" && mark(end + 3, '.')) {
            end += 4;
            continue;
        }
        if (mark(next, '.') && word(end) == "u") ++next;
        auto const further = place_end(next);
        if (further == next) break;
        // "Oxford, Oxford University Press, 2010": the second begins the name of a house.
        auto const& behind = token(further);
        if (joiner.is_mark(',') && behind.upper && behind.is(WordClass::publisher)) break;
        end = further;
    }
    return end;
}

}  // namespace fonds
