// Lists of names: where one ends and the next begins, and which stand with the family first.

#include "note/names.hpp"

#include "base/text.hpp"
#include "note/name_reader.hpp"

namespace fonds {

using std::string_view;

Names NameReader::read(std::uint32_t first, std::uint32_t last) const {
    auto const ranges = with_given(split(first, last));
    if (is_one_body(ranges)) return {body({first, ranges.back().last})};
    Names out;
    for (auto const& range : ranges)
        if (auto name = one(range); !name.empty()) out.push_back(std::move(name));
    // "Bertha und Bruno Strauß": two of one family.
    if (out.size() == 2 && ranges.size() == 2 && out[0].given.empty() && !out[0].family.empty() &&
        !out[1].given.empty() && is_joined(ranges[0].last, ranges[1].first) && is_given_alone(ranges[0])) {
        out[0].given = out[0].family;
        out[0].family = out[1].family;
    }
    return out;
}

/// "Smith, John, and Mary Jones": the first name has its family's before the comma.
Names NameReader::read_listed(std::uint32_t first, std::uint32_t last) const {
    auto ranges = split(first, last);
    if (ranges.size() < 2) return read(first, last);
    Names out;
    Name name;
    name.family = text(ranges[0]);
    name.given = text(ranges[1]);
    out.push_back(std::move(name));
    for (auto const& range : ranges)
        if (range.first > ranges[1].first)
            if (auto further = one(range); !further.empty()) out.push_back(std::move(further));
    return out;
}

Names NameReader::read_paired(std::uint32_t first, std::uint32_t last) const {
    Names out;
    auto const ranges = split(first, last);
    if (ranges.size() < 2 || ranges.size() % 2 != 0) return out;
    for (std::size_t at = 0; at < ranges.size(); at += 2) {
        if (is_joined(ranges[at].last, ranges[at + 1].first)) return {};
        Name name;
        name.family = text(ranges[at]);
        name.given = text(ranges[at + 1]);
        out.push_back(std::move(name));
    }
    return out;
}

std::vector<NameReader::Range> NameReader::split(std::uint32_t first, std::uint32_t last) const {
    std::vector<Range> out;
    auto begin = first;
    for (auto at = first; at < last; ++at) {
        bool const comma = token(at).is_mark(',') || token(at).is_mark(';') || token(at).is_mark('|') ||
                           (token(at).is_mark('-') && token(at).space_before);
        bool const joined = token(at).is(WordClass::conjunction) && (token(at).lower || word(at) == "&") &&
                            at + 1 < last && !is_double_family(at, begin, last) &&
                            !is_double_body(at, begin, last);
        // "Weinberger, with Gretchen Roberts", "Gowing, assisted by L. Arnold"
        bool const behind = at == begin && at > first && at + 1 < last;
        if (behind && word(at) == "with" && word(at + 1) == "the") {
            // "Bohlen, with the editorial assistance of Robert H. Phelps": no author.
            while (at + 1 < last && !token(at + 1).is_mark(',')) ++at;
            begin = at + 1;
            continue;
        }
        if (behind && (word(at) == "with" || (word(at) == "assisted" && word(at + 1) == "by"))) {
            begin = word(at) == "with" ? at + 1 : at + 2;
            continue;
        }
        // "Karl Roth in Verbindung mit Else Roth"; "… unter Mitarbeit von Kurt Vogt": a helper is no
        // editor.
        if (auto const assistance = assistance_at(chunks_, at, last); at > begin && assistance.behind != at) {
            out.push_back({begin, at});
            if (!assistance.jointly) return out;
            begin = assistance.behind;
            at = begin - 1;
            continue;
        }
        if (!comma && !joined && !is_accompanied(at, begin, last) && !is_dutch_joint(at, begin, last))
            continue;
        if (comma && at + 1 < last && token(at + 1).is(WordClass::suffix)) continue;
        if (at > begin) out.push_back({begin, at});
        begin = at + 1;
    }
    if (begin < last) out.push_back({begin, last});
    return out;
}

/// "Grotefend, O.", "Ebert, Frederick J.", "Cutter, Don. Correspondence", "Cassirer, Ernst": initials
/// behind a comma are those of the name before; so is, behind the first, a given name that ends with
/// initials or an entry's stop, and one of two pieces that can be nothing else.
std::vector<NameReader::Range> NameReader::with_given(std::vector<Range> const& ranges) const {
    std::vector<Range> out;
    for (auto const& range : ranges) {
        bool const family = !out.empty() && out.back().size() <= 2 && out.back().last < range.first;
        bool const initials = skip_initials(chunks_, range.first, range.last) == range.last;
        bool const given =
            ends_in_initials(range) || (ranges.size() == 2 && (ends_entry(range) || is_given_alone(range)));
        bool const alone = family && out.size() == 1 && out.back().size() == 1;
        if (family && (initials || (alone && given)) && !is_joined(out.back().last, range.first))
            out.back().last = range.last;
        else out.push_back(range);
    }
    return out;
}

/// "Frederick J."
bool NameReader::ends_in_initials(Range range) const {
    constexpr std::uint32_t longest = 5;
    return range.size() >= 2 && range.size() <= longest && token(range.first).upper &&
           !token(range.first).is(WordClass::rank) &&
           skip_initials(chunks_, range.first + 1, range.last) == range.last;
}

/// "Ernst", "Jan-Dirk", "Anna Kathrin".
bool NameReader::is_given_alone(Range range) const {
    constexpr std::uint32_t longest = 2;
    if (range.size() > longest) return false;
    for (auto at = range.first; at < range.last; ++at)
        if (token(at).kind != TokenKind::word || !token(at).upper || !names_given(word(at))) return false;
    return true;
}

/// "Don", "Esma Rickner" before a stop that is no initial's.
bool NameReader::ends_entry(Range range) const {
    auto last = range.last;
    while (last > range.first && token(last - 1).is_mark('.')) --last;
    return last > range.first && last - range.first <= 2 && token(last).is_mark('.') &&
           token(range.first).upper && token(last - 1).upper && !token(range.first).is(WordClass::rank);
}

/// "Smith and J.": what stands between two pieces joins them.
bool NameReader::is_joined(std::uint32_t first, std::uint32_t last) const {
    for (auto at = first; at < last; ++at)
        if (!token(at).is_mark(',')) return true;
    return false;
}

/// "José Ortega y Gasset": one family name, not two persons; "Javier Tusell y Juan Avilés" are two.
bool NameReader::is_double_family(std::uint32_t at, std::uint32_t begin, std::uint32_t last) const {
    bool const one_word = at + 2 == last || (at + 2 < last && token(at + 2).is_mark(','));
    return (word(at) == "y" || word(at) == "i") && at - begin >= 2 && one_word;
}

/// "L. Bruno with R. Rosholt": those who helped are named behind.
bool NameReader::is_accompanied(std::uint32_t at, std::uint32_t begin, std::uint32_t last) const {
    return word(at) == "with" && at > begin && at + 1 < last && token(at + 1).upper;
}

/// "C. Wiebes en B. Zeeman": Dutch for "and", which is Spanish for "in".
bool NameReader::is_dutch_joint(std::uint32_t at, std::uint32_t begin, std::uint32_t last) const {
    return word(at) == "en" && at - begin >= 2 && at + 2 < last && !names_body(chunks_, begin, at) &&
           reads_as_names(chunks_, begin, at) && reads_as_names(chunks_, at + 1, last);
}

/// "U.S. Fish and Wildlife Service": what stands before the conjunction is no body by itself.
bool NameReader::is_double_body(std::uint32_t at, std::uint32_t begin, std::uint32_t last) const {
    // "Mao Zedong and the CCP Central Committee"
    if (token(at + 1).lower && token(at + 1).is(WordClass::article)) return false;
    constexpr std::uint32_t longest_body = 32;
    auto end = at + 1;
    while (end < std::min(last, at + longest_body) && !token(end).is_mark(',')) ++end;
    bool const behind = end - at > 2 && token(end - 1).upper && token(end - 1).is(WordClass::institution) &&
                        !token(end - 1).is(WordClass::rank);
    if (at > begin && goes_on_with_subject(begin, at, end)) return true;
    return behind && at > begin && !names_body(chunks_, begin, at) &&
           skip_initials(chunks_, begin, at) == begin;
}

/// "House Committee on Banking and Currency", "Ministry of Labour and National Service": what a body is
/// for.
bool NameReader::goes_on_with_subject(std::uint32_t begin, std::uint32_t at, std::uint32_t end) const {
    auto const& next = token(at + 1);
    if (!next.upper || next.is(WordClass::given) || names_body(chunks_, at + 1, end)) return false;
    for (auto i = begin + 1; i + 1 < at; ++i)
        if (token(i).lower && names_body(chunks_, i - 1, i) &&
            (word(i) == "on" || word(i) == "of" || word(i) == "for" || word(i) == "für"))
            return skip_initials(chunks_, at + 1, end) == at + 1;
    return false;
}

/// "U.S. Senate, Committee on Governmental Affairs", "Ministry for Foreign Affairs, Far Eastern
/// Department": a body within a body.
bool NameReader::is_one_body(std::vector<Range> const& ranges) const {
    if (ranges.size() != 2 || is_joined(ranges[0].last, ranges[1].first)) return false;
    // "CIA, Directorate of Intelligence"
    bool const letters = ranges[0].size() == 1 && token(ranges[0].first).all_upper;
    return (letters || names_body(chunks_, ranges[0].first, ranges[0].last)) &&
           (names_body(chunks_, ranges[1].first, ranges[1].first + 1) ||
            token(ranges[1].last - 1).is(WordClass::institution)) &&
           !token(ranges[1].first).is(WordClass::country);
}

Assistance assistance_at(Chunks const& chunks, std::uint32_t at, std::uint32_t last) {
    auto const& tokens = chunks.tokens;
    if (!tokens[at].lower) return {at};
    auto const found =
        match_phrase(tokens, chunks.text, at, mask(WordClass::jointly) | mask(WordClass::helped));
    auto const end = at + found.size;
    if (!found.phrase || end >= last) return {at};
    return {tokens[end].is_mark('.') ? end + 1 : end, found.phrase->is(WordClass::jointly)};
}

Names read_listed_names(Chunks const& chunks, std::uint32_t first, std::uint32_t last) {
    return NameReader(chunks).read_listed(first, last);
}

Names read_paired_names(Chunks const& chunks, std::uint32_t first, std::uint32_t last) {
    return NameReader(chunks).read_paired(first, last);
}

Names read_names(Chunks const& chunks, std::uint32_t first, std::uint32_t last) {
    return NameReader(chunks).read(first, last);
}

}  // namespace fonds
