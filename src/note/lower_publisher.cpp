// Places and houses of publication, told from each other and from series and institutions.

#include <algorithm>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "grammar/chunk_labels.hpp"
#include "grammar/word_parting.hpp"
#include "note/lowerer.hpp"

namespace fonds {

using std::string_view;

/// "(London: Hutchinson, n.d. [1948])": before the year that is known from elsewhere.
Span Lowerer::without_undated(Span span) const {
    auto const bracket = trimmed(span);
    if (!text(bracket).ends_with('[')) return span;
    auto const rest = trimmed({bracket.begin, bracket.end - 1});
    for (string_view const word : {"n.d.", "n. d.", "s.d.", "s.a."})
        if (text(rest).ends_with(word)) return {rest.begin, rest.end - word.size()};
    return span;
}

/// "(2 vols., Boppard, 1983)", "(2nd edn; Basingstoke: Palgrave, 2006)": how many volumes, or which edition,
/// before the place; what stands behind them.
Span Lowerer::behind_details(Span span) {
    constexpr std::size_t longest = 14;
    auto end = std::min(text(span).find_first_of(",;"), span.size());
    // "2d ed. Chicago: …"
    for (string_view const noun : {" ed. ", " edn. ", " Aufl. "})
        if (auto const at = text(span).find(noun); at < end) end = at + noun.size() - 1;
    auto const detail = trimmed({span.begin, span.begin + end});
    auto const written = text(detail);
    auto const space = written.find(' ');
    if (end > longest || space == string_view::npos) return span;
    auto const tokens = tokens_in(detail);
    bool const edition = std::any_of(tokens.begin(), tokens.end(), [&](Token const& token) {
        return token.is(WordClass::edition) || text(token.span) == "ed";
    });
    bool const count = is_all_digits(written.substr(0, space));
    if (edition) {
        low.set(Variable::edition, is_digit(written[0]) ? Span{detail.begin, detail.begin + space} : detail);
    } else if (count) {
        Span const number{detail.begin, detail.begin + space};
        low.set(Variable::number_of_volumes, number);
        low.settled.push_back(number);
    } else {
        return span;
    }
    return trimmed({span.begin + end, span.end});
}

/// "(Brigitte Goldstein tr, University of Nebraska Press 2000)": as lawyers write it, who translated or
/// edited before the house; what stands behind them.
Span Lowerer::behind_people(Span span) {
    auto const end = text(span).find(", ");
    if (end == string_view::npos) return span;
    auto const words = tokens_in({span.begin, span.begin + end});
    constexpr std::size_t shortest = 3;
    if (words.size() < shortest) return span;
    auto const& role = words.back();
    bool const translates = role.is(WordClass::translator), edits = role.is(WordClass::editor);
    if (!role.lower || !(translates || edits)) return span;
    auto const first = low.chunks.tokens.index_of(words.front());
    names(translates ? Variable::translator : Variable::editor, first,
          first + static_cast<std::uint32_t>(words.size()) - 1);
    low.settled.push_back({span.begin, span.begin + end});
    return behind_people(trimmed({span.begin + end + 1, span.end}));
}

/// Place or house: "o. O.", "s.n." tell none; square brackets tell that it is known from elsewhere.
void Lowerer::set_imprint(Variable variable, Span span) {
    span = without_brackets(trimmed(span));
    if (is_unstated(span)) return low.settled.push_back(span);
    low.set(variable, span);
}

/// "[Graz]": known from elsewhere.
Span Lowerer::without_brackets(Span span) const {
    auto const written = text(span);
    bool const whole = written.starts_with('[') && written.find(']') == written.size() - 1;
    return whole ? Span{span.begin + 1, span.end - 1} : span;
}

bool Lowerer::is_unstated(Span span) const { return is_phrase(without_brackets(span), WordClass::unstated); }

/// Whether a span is a phrase of that class and nothing more.
bool Lowerer::is_phrase(Span span, WordClass word_class) const {
    auto const items = tokens_in(span);
    if (items.empty()) return false;
    auto const& tokens = low.chunks.tokens;
    auto const at = tokens.index_of(items.front());
    auto const found = match_phrase(tokens, low.chunks.text, at, mask(word_class));
    return found.phrase && tokens[at + found.size - 1].span.end + 1 >= span.end;
}

/// "München; Berlin; New York"
bool Lowerer::are_towns(Span span) const {
    auto begin = span.begin;
    for (auto end = text(span).find(';'); end != string_view::npos; end = text(span).find(';', end + 1)) {
        if (!is_town(trimmed({begin, span.begin + end}))) return false;
        begin = span.begin + end + 1;
    }
    return begin > span.begin && is_town(trimmed({begin, span.end}));
}

/// "New York", and neither "New York University Press" nor "Berlin Verlag".
bool Lowerer::is_town(Span span) const { return is_phrase(span, WordClass::place) && !is_publisher(span); }

void Lowerer::place_and_publisher(Span span) {
    // "Tübingen ¹¹1967": the edition's number is the year's neighbour, not the place's.
    while (span.end > span.begin)
        if (auto const [c, size] = decode_before(low.chunks.text, span.end); raised_digit(c) != 0)
            span.end -= size;
        else break;
    span = without_brackets(behind_details(behind_people(trimmed(span))));
    if (span.begin >= span.end) return;
    span = without_series(span);
    constexpr string_view wide_colon = "：";
    for (string_view const wide_comma : {"，", "、"})
        if (text(span).ends_with(wide_comma)) span.end -= wide_comma.size();
    auto const written = text(span);
    if (auto const wide = written.find(wide_colon); wide != string_view::npos) {
        set_imprint(Variable::publisher_place, {span.begin, span.begin + wide});
        return set_imprint(Variable::publisher, {span.begin + wide + wide_colon.size(), span.end});
    }
    auto const colon = written.find(':');
    if (colon != string_view::npos) {
        if (auto const second = written.find("; ");
            second != string_view::npos && second > colon && written.find(':', second) != string_view::npos)
            return two_imprints(span, second);
        auto place = trimmed({span.begin, span.begin + colon});
        auto house = trimmed({span.begin + colon + 1, span.end});
        // "Routledge: London": the house before its town.
        if (names_town(house) && !is_publisher(house) && !names_town(place)) {
            std::swap(place, house);
            low.settled.push_back(span);
        }
        set_imprint(Variable::publisher_place, place);
        return set_imprint(Variable::publisher, house);
    }
    if (are_towns(span)) return set_imprint(Variable::publisher_place, span);
    if (is_command_paper(span)) return low.set(Variable::number, span);
    if (auto const comma = written.rfind(','); comma != string_view::npos)
        return parted_by_comma(span, span.begin + comma);
    bool const house =
        is_publisher(span) || is_partnership(span) || is_institution(span) ||
        !(names_town(span) || is_phrase(span, WordClass::namesake_town) || is_old() || is_named_before(span));
    set_imprint(house ? Variable::publisher : Variable::publisher_place, span);
}

/// "Paris, Gallimard": place and house; "New Brunswick, NJ": one place.
void Lowerer::parted_by_comma(Span span, std::size_t comma) {
    auto first = trimmed({span.begin, comma});
    auto second = trimmed({comma, span.end});
    if (is_unstated(first)) return set_imprint(Variable::publisher, second);
    if (is_unstated(second)) return set_imprint(Variable::publisher_place, first);
    // "Cambridge, MA, and London": two towns.
    if (text(second).starts_with("and ")) return set_imprint(Variable::publisher_place, span);
    // "Oxford University Press, USA": a house, and where it is.
    if (is_region(second))
        return set_imprint(
            is_publisher({span.begin, comma}) ? Variable::publisher : Variable::publisher_place, span);
    // "New York, London 2005": two towns.
    if (is_town(first) && is_town(second)) return set_imprint(Variable::publisher_place, span);
    // "Allen Lane, London": the house before its town.
    if (names_town(second) && (!names_town(first) || is_publisher(first))) std::swap(first, second);
    else if (!names_town(first) &&
             (is_house_of_two(first, second) || is_institution(second) || is_one_house(first, second)))
        return set_imprint(Variable::publisher, span);
    set_imprint(Variable::publisher_place, first);
    set_imprint(Variable::publisher, second);
}

/// Of books before 1900 the place alone is given, of later ones the house alone (The Chicago Manual of Style,
/// 18th ed., 14.30-14.31).
bool Lowerer::is_old() const {
    constexpr int first_of_houses = 1900;
    auto const* issued = item().dates.find(Variable::issued);
    return issued && issued->start.year != 0 && issued->start.year < first_of_houses;
}

/// "Milwaukee Sewerage Commission, Sixth Annual Report (Milwaukee, 1919)": the town that the book is about.
bool Lowerer::is_named_before(Span span) const {
    Span const before{at(candidate.first).span.begin, span.begin};
    return is_one_word(span) && text(before).find(text(span)) != string_view::npos;
}

/// "Ellis Horwood, Ltd.", "Oxford University Press, USA", "WBG, Wissenschaftliche Buchgesellschaft": a comma
/// within the name of a house. A town that no table knows is one word.
bool Lowerer::is_one_house(Span first, Span second) const {
    return !names_town(second) && (!is_one_word(first) || is_publisher(first));
}

/// "Longmans": no series has a name so short.
bool Lowerer::is_one_word(Span span) const {
    while (span.end > span.begin && text(span).ends_with(',')) --span.end;
    return text(span).find(' ') == string_view::npos && is_upper(decode(text(span), 0).value);
}

/// "Washington: Wilson Center Press; Stanford: Stanford University Press": two houses, each with its place.
void Lowerer::two_imprints(Span span, std::size_t second) {
    place_and_publisher({span.begin + second + 2, span.end});
    auto const place = std::string(item().text(Variable::publisher_place)),
               house = std::string(item().text(Variable::publisher));
    place_and_publisher({span.begin, span.begin + second});
    item().texts.set(Variable::publisher_place, concat(item().text(Variable::publisher_place), "; ", place));
    item().texts.set(Variable::publisher, concat(item().text(Variable::publisher), "; ", house));
    low.settled.push_back(span);
}

/// "Paris, Flammarion (Champs Histoire)": two words and more, as the letters of a house stand in brackets
/// too.
Span Lowerer::without_series_in_bracket(Span span) {
    auto const house = trimmed(span);
    auto const open = text(house).rfind(" (");
    if (open == string_view::npos || open == 0 || !text(house).ends_with(')')) return span;
    Span const series{house.begin + open + 2, house.end - 1};
    if (text(series).find(' ') == string_view::npos || !is_upper(decode(text(series), 0).value)) return span;
    series_in(series);
    low.settled.push_back(series);
    return {house.begin, house.begin + open};
}

/// "Paris, CNRS Éditions, coll. « Biblis »", "Madrid, Alianza, «El libro de bolsillo», 45": the series behind
/// the house, and the book's number in it.
Span Lowerer::without_series(Span span) {
    span = without_series_in_bracket(span);
    auto const items = tokens_in(span);
    auto const inside = [&](std::size_t i) { return i < items.size() && items[i].span.end <= span.end; };
    auto const is_label = [&](std::size_t i) {
        return inside(i) && items[i].phrase && items[i].is(WordClass::label);
    };
    for (std::size_t comma = 0; inside(comma + 1); ++comma) {
        if (!items[comma].is_mark(',')) continue;
        auto name = comma + 1;
        bool const labelled = is_label(name) && means(*items[name].phrase, "collection");
        if (labelled) name += inside(name + 1) && items[name + 1].is_mark('.') ? 2 : 1;
        bool const quoted =
            inside(name) && items[name].kind == TokenKind::quote_open && items[name].match != no_token;
        if (!inside(name) || !(labelled || quoted)) continue;
        auto end = name;
        while (inside(end) && !items[end].is_mark(',')) ++end;
        series_in(quoted ? Span{items[name].span.end, token(items[name].match).span.begin}
                         : Span{items[name].span.begin, items[end - 1].span.end});
        auto number = end + 1;
        if (is_label(number)) ++number;
        if (inside(number) && items[number].is_mark('.')) ++number;
        if (inside(number) && items[number].number) low.set(Variable::number, items[number].span);
        low.settled.push_back({items[comma].span.begin, items[end - 1].span.end});
        return {span.begin, items[comma].span.begin};
    }
    return span;
}

/// "Cmnd. 814": a paper laid before Parliament.
bool Lowerer::is_command_paper(Span span) const {
    auto const written = text(span);
    return (written.starts_with("Cmd") || written.starts_with("Cmnd") || written.starts_with("Cm.")) &&
           is_digit(written.back());
}

/// Whether the word at the beginning of a span is one of that class: a region, or a town (alone or the first
/// of several).
bool Lowerer::begins_with(Span span, WordClass word_class) const {
    for (auto const& item : tokens_in({span.begin, span.begin + 1}))
        if (item.span.begin == span.begin) return item.is(word_class);
    return false;
}

/// "NJ", "Mass.", "N. Y.": the state or country of a town.
bool Lowerer::is_region(Span span) const {
    constexpr std::size_t initials = 4, longest = 6;  // "N. Mex."
    std::string written;
    for (char const c : text(span))
        if (c != ' ') written.push_back(c);
    bool const spaced = written.size() >= initials && written.size() <= longest && written[1] == '.' &&
                        written.back() == '.' && written.size() < text(span).size();
    return spaced || (begins_with(span, WordClass::region) && !names_house(span));
}

/// "La Découverte", "La Nuova Italia", "De Gruyter": capitals go on behind letters that elsewhere are a
/// state's.
bool Lowerer::names_house(Span span) const {
    constexpr std::size_t longest = 2;
    auto const items = tokens_in(span);
    return items.size() >= 2 && items[0].span.size() <= longest && !items[0].all_upper &&
           items[1].kind == TokenKind::word && items[1].upper;
}

/// "New York", "Berlin": whether a span begins with a town.
bool Lowerer::names_town(Span span) const {
    auto const first = tokens_in({span.begin, span.begin + 1});
    if (first.empty()) return false;
    auto const& tokens = low.chunks.tokens;
    auto const at = tokens.index_of(first.front());
    return joined_town_end(text(first.front().span), low.lexicon) != string_view::npos ||
           match_phrase(tokens, low.chunks.text, at, mask(WordClass::place)).phrase != nullptr;
}

/// "Little, Brown": a house known by two names.
bool Lowerer::is_house_of_two(Span first, Span second) const {
    for (auto const& phrase : low.lexicon.starting_with(hash_folded(text(first))))
        if (phrase.is(WordClass::publisher) && phrase.words.size() == 2 &&
            phrase.words[1] == hash_folded(text(second)))
            return true;
    return false;
}

/// "National Academy of Sciences": a body that prints its own books.
bool Lowerer::is_institution(Span span) const {
    if (names_town(span)) return false;
    auto const tokens = tokens_in(span);
    return std::any_of(tokens.begin(), tokens.end(), [&](Token const& token) {
        return token.span.end <= span.end && token.upper && token.is(WordClass::institution);
    });
}

/// "Simon and Schuster", "Angus & Robertson": names joined, none of them a town's.
bool Lowerer::is_partnership(Span span) const {
    bool joined = false;
    for (auto const& item : tokens_in(span)) {
        if (item.span.end > span.end) continue;
        if (item.is(WordClass::place) || item.is(WordClass::region)) return false;
        joined = joined || (item.is(WordClass::conjunction) && item.span.begin > span.begin) ||
                 text(item.span) == "&";
    }
    return joined;
}

/// "Princeton University Press", "MGU", "RFE/RL": a house by its words, or an abbreviation that is no town's.
bool Lowerer::is_publisher(Span span) const {
    auto const is_house = [&](Token const& token) {
        if (token.kind != TokenKind::word || token.is(WordClass::place) || token.is(WordClass::region))
            return false;
        return token.is(WordClass::publisher) || token.all_upper || text(token.span).ends_with("-Verlag");
    };
    for (auto const& token : tokens_in(span))
        if (token.span.end <= span.end && is_house(token)) return true;
    return false;
}

}  // namespace fonds
