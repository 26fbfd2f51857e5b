// One name: rank and office left out, given name, particle and family told apart; an institution stays one
// string.

#include <algorithm>
#include <array>

#include "base/contains.hpp"
#include "base/unicode.hpp"
#include "grammar/word_shape.hpp"
#include "note/name_reader.hpp"

namespace fonds {

using std::string_view;

namespace {

/// "Petersen" of "Petersen's", "Jones" of "Jones'": a name is told in the nominative.
void drop_possessive(std::string& name) {
    constexpr std::size_t shortest = 4;
    if (name.size() <= shortest) return;
    if (auto const sign = possessive_size(name); sign != 0) return name.resize(name.size() - sign);
    for (string_view const sign : {"s'", "s\u2019"})
        if (name.ends_with(sign)) name.erase(name.size() - sign.size() + 1);
}

/// "et al.", "u. a.": more people, who are not named.
bool stands_for_others(Chunks const& chunks, std::uint32_t first, std::uint32_t last) {
    while (last > first && chunks.tokens[last - 1].is_mark('.')) --last;
    if (last == first) return true;
    constexpr auto others = mask(WordClass::others) | mask(WordClass::others_cut_short);
    auto const is_phrase = [&](std::uint32_t begin) {
        return begin + match_phrase(chunks.tokens, chunks.text, begin, others).size == last;
    };
    // The word that joins them to the names is none of a name: "et | al."
    return is_phrase(first) || (first > 0 && is_phrase(first - 1));
}

}  // namespace

Name NameReader::body(Range range) const {
    Name out;
    out.literal = text(range);
    return out;
}

Name NameReader::one(Range range) const {
    auto out = as_written(range);
    drop_possessive(out.static_ordering ? out.given : out.family);  // "Kim Il Sung's"
    drop_possessive(out.literal);
    return out;
}

Name NameReader::as_written(Range range) const {
    while (range.last > range.first && token(range.last - 1).is_mark('.') && range.size() > 1 &&
           count_code_points(word(range.last - 2)) > 3)
        --range.last;
    if (range.first < range.last && token(range.first).lower &&
        ((word(range.first) == "the" && word(range.first + 1) != "author") || word(range.first) == "a"))
        ++range.first;
    Name out;
    if (auto const comma = behind_family(range); comma != range.last) {
        out.family = text({range.first, comma});
        out.given = text({comma + 1, range.last});
        return out;
    }
    if (auto const open = given_in_bracket(range); open != range.last) {
        out.family = text({range.first, open});
        out.given = text({open + 1, token(open).match});
        return out;
    }
    range.last = without_bracket(range);
    if (stands_for_others(chunks_, range.first, range.last)) return out;
    if (is_literal(range)) {
        out.literal = text(range);
        return out;
    }
    range = without_rank(range, out);
    if (!out.literal.empty()) return out;
    if (begins_with_lord(chunks_, range.first, range.last)) {
        out.literal = text(range);
        return out;
    }
    auto words = words_of(range);
    // "Johann II", "Francis I"
    bool const first_of_name = words.size() == 2 && words[1].size() == 1 && word(words[1].first) == "I" &&
                               token(words[0].first).is_given();
    if (words.size() == 2 && (first_of_name || is_regnal(words[1]))) {
        out.literal = text({words[0].first, words[1].first + 1});
        return out;
    }
    take_suffix(words, out);
    if (words.size() == 1) out.family = text(words[0]);
    else if (!words.empty()) split_given(words, out);
    return out;
}

/// "William Rathbone | VI", "Ernest May | Jr."
void NameReader::take_suffix(std::vector<Range>& words, Name& out) const {
    if (words.size() > 1 && is_regnal(words.back())) {
        out.suffix = text({words.back().first, words.back().first + 1});
        words.pop_back();
    }
    // "Niu Jun": only a stop makes a suffix of it.
    bool const jun = words.size() == 2 && word(words.back().first) == "Jun" && words.back().size() == 1;
    if (words.size() > 1 && token(words.back().first).is(WordClass::suffix) && !jun) {
        out.suffix = text(words.back());
        words.pop_back();
    }
}

/// The comma of "Ebert, Frederick J."; that of "Smith, Jr." parts no names.
std::uint32_t NameReader::behind_family(Range range) const {
    for (auto at = range.first; at + 1 < range.last; ++at)
        if (token(at).is_mark(',')) return token(at + 1).is(WordClass::suffix) ? range.last : at;
    return range.last;
}

/// "Fontana (Beirut)", "Fyn Si [Stalin]", "Altanuniyan (?) (Aleppo)": what is remarked on a person behind
/// the name; where the name ends. A body's brackets are part of it, and whom a cover name hides:
/// "Filippov (Stalin)".
std::uint32_t NameReader::without_bracket(Range range) const {
    auto open = range.first;
    while (open < range.last && token(open).kind != TokenKind::open) ++open;
    if (open == range.first || open == range.last || is_literal({range.first, open})) return range.last;
    auto at = open;
    while (at < range.last && token(at).kind == TokenKind::open && token(at).match != no_token &&
           (word(at) == "[" || token(at + 1).kind != TokenKind::word || token(at + 1).is(WordClass::place)))
        at = token(at).match + 1;
    return at == range.last ? open : range.last;
}

/// "New Delhi", "Buenos Aires": a post as the writer of its telegrams.
bool NameReader::is_town(Range range) const {
    return range.size() > 1 &&
           match_phrase(chunks_.tokens, chunks_.text, range.first, mask(WordClass::place)).size ==
               range.size();
}

bool NameReader::is_literal(Range range) const {
    if (is_town(range)) return true;
    if (range.size() > 1 && word(range.first) == "The") return true;  // "The Adjutant"
    // "Surgeon General"
    if (range.size() > 1 &&
        match_phrase(chunks_.tokens, chunks_.text, range.first, mask(WordClass::institution)).size ==
            range.size())
        return true;
    std::uint32_t words = 0;
    // "Secretary of Defense McNamara": the small words of an office before a name are not the name's.
    constexpr std::uint32_t shortest_office = 3;
    auto const office = rank_size(range);
    for (auto at = office >= shortest_office ? range.first + office : range.first; at < range.last; ++at) {
        auto const& item = token(at);
        if (item.kind == TokenKind::open) return true;
        if (item.kind != TokenKind::word) continue;
        ++words;
        if (item.digits && (at != range.first || rank_size(range) == 0)) return true;  // "1st Lt Roe"
        if (item.upper && words > 0 && item.is(WordClass::institution) && range.size() > 1 &&
            !is_title_of_person(range, at))
            return true;
        if (item.lower && !item.is(WordClass::particle) && !item.is(WordClass::suffix)) {
            bool inner = false;
            auto const written = word(at);
            for (std::size_t i = 0; i < written.size();) {
                auto const [c, size] = decode(written, i);
                inner = inner || is_upper(c);
                i += size;
            }
            if (!inner) return true;
        }
    }
    return words > 6;
}

/// "President Roosevelt", "Ambassador de Beys": an office as the rank before a name.
bool NameReader::is_title_of_person(Range range, std::uint32_t at) const {
    constexpr std::uint32_t longest = 4;
    if (at != range.first || !token(at).is(WordClass::rank) || range.last - at > longest) return false;
    for (auto next = at + 1; next < range.last; ++next)
        if (token(next).is(WordClass::institution) || token(next).is(WordClass::rank) ||
            token(next).is(WordClass::conjunction) || token(next).is(WordClass::country))
            return false;
    return true;
}

/// How many words of a rank stand before a name: "Gunnery Sergeant John Brock".
std::uint32_t NameReader::rank_size(Range range) const {
    // "Т. Ф. Пирожкова": a capital letter is an initial, "т. Сталин" a comrade.
    if (token(range.first).upper && word(range.first) == "Т") return 0;
    auto const rank = match_phrase(chunks_.tokens, chunks_.text, range.first, mask(WordClass::rank)).size;
    return rank < range.size() ? rank : 0;
}

NameReader::Range NameReader::without_rank(Range range, Name& name) const {
    while (!begins_with_lord(chunks_, range.first, range.last)) {
        auto const rank = rank_size(range);
        auto const first = word(range.first);
        if (rank == 0 || first == "M") return range;  // "M." may be an initial
        auto next = range.first + rank;
        if (token(next).is_mark('.') && next + 1 < range.last) ++next;
        // "Miss Thompson": without it nobody would know the person; "Mr." tells nothing.
        bool const told_by_title = first == "Miss" || first == "Mrs" || first == "Ms" || first == "Mme";
        if (told_by_title && range.last - next == 1) {
            name.literal = text(range);
            return range;
        }
        range.first = next;
    }
    return range;
}

/// Words with the stops of their initials.
std::vector<NameReader::Range> NameReader::words_of(Range range) const {
    std::vector<Range> out;
    for (auto at = range.first; at < range.last; ++at) {
        if (token(at).kind == TokenKind::word) out.push_back({at, at + 1});
        else if (token(at).is_mark('.') && !out.empty()) out.back().last = at + 1;
    }
    if (!out.empty() && count_code_points(word(out.back().first)) > 2 &&
        !token(out.back().first).is(WordClass::suffix) &&
        skip_initials(chunks_, out.back().first, out.back().last) != out.back().last)
        out.back().last = out.back().first + 1;
    return out;
}

/// The number of a monarch, or of an heir of the name; "V" may be an initial.
bool NameReader::is_regnal(Range word_range) const {
    auto const& number = token(word_range.first);
    return number.roman && number.span.size() > 1 &&
           word(word_range.first).find_first_not_of("IVX") == string_view::npos;
}

/// "De Armond", "Van Wyk", "Mac Low": a particle with a capital is part of the family's name.
bool NameReader::is_capital_particle(Range range) const {
    constexpr std::array particles = {
        string_view{"De"},    string_view{"Van"}, string_view{"Von"}, string_view{"Mac"}, string_view{"Du"},
        string_view{"Della"}, string_view{"Den"}, string_view{"Dos"}, string_view{"Ten"}, string_view{"Ter"},
        string_view{"La"},    string_view{"Di"},  string_view{"Del"}, string_view{"Le"},  string_view{"Dal"}};
    return range.size() == 1 && contains(particles, word(range.first));
}

/// "Gutiérrez Viñuales", "García Incháustegui": a Spanish family name before another is the father's.
bool NameReader::is_paternal(Range range) const {
    auto const written = word(range.first);
    constexpr std::size_t shortest = 5;
    bool const of_father = written.size() >= shortest && (written.ends_with("ez") || written.ends_with("EZ"));
    return range.size() == 1 && (of_father || token(range.first).is(WordClass::paternal));
}

/// "Suárez Fernández", "Núñez de Castro", "J. I. Fortea Pérez": both families where no given name, or
/// only initials, stand before them.
bool NameReader::is_double_surname(std::vector<Range> const& words) const {
    constexpr std::size_t longest = 3;   // behind the initials: "Núñez de Castro"
    constexpr std::size_t shortest = 5;  // "Gil Loescher"
    auto const families = words.size() - std::min(words.size(), initials_before(words));
    if (families < 2 || families > longest) return false;
    auto const first = words.size() - families;
    if (first == 0 && word(words[0].first).size() < shortest) return false;
    bool const joined = families == 2 || (token(words[first + 1].first).lower &&
                                          token(words[first + 1].first).is(WordClass::particle));
    return joined && (is_paternal(words[first]) ||
                      (first > 0 && families == 2 && is_paternal(words.back()) && words[first].size() == 1));
}

/// "Pierre Mendès France", "Couve de Murville": the word that begins a family of several words which the
/// tables know, or the number of words.
std::size_t NameReader::double_family(std::vector<Range> const& words) const {
    constexpr std::size_t longest = 4;
    for (auto first = words.size() - std::min(words.size(), longest); first + 1 < words.size(); ++first) {
        auto const at = words[first].first;
        if (at + match_phrase(chunks_.tokens, chunks_.text, at, mask(WordClass::double_family)).size ==
            words.back().last)
            return first;
    }
    return words.size();
}

std::size_t NameReader::initials_before(std::vector<Range> const& words) const {
    std::size_t at = 0;
    while (at < words.size() && skip_initials(chunks_, words[at].first, words[at].last) == words[at].last &&
           count_code_points(word(words[at].first)) <= 2)
        ++at;
    return at;
}

/// "Nagy Imre", "Rainer M. János": in Hungarian the family stands before the given name.
bool NameReader::is_hungarian(std::vector<Range> const& words) const {
    constexpr std::size_t longest = 3;
    return words.size() <= longest && token(words.back().first).is(WordClass::given_behind) &&
           words.back().size() == 1 && !token(words.front().first).is(WordClass::given_behind) &&
           words.front().size() == 1 && token(words.front().first).upper;
}

/// "Смирнов Иван", "Смирнов Иван Петрович": so lists in Cyrillic have it, where a known given name tells.
bool NameReader::is_family_and_given(std::vector<Range> const& words) const {
    if (words.size() < 2) return false;
    auto const first = word(words[0].first), second = word(words[1].first);
    if (script_of(decode(first, 0).value) != Script::cyrillic || names_given(first) || !names_given(second))
        return false;
    auto const is_patronymic = [](string_view name) {
        return std::ranges::any_of(std::array{"ич", "вна", "чна"},
                                   [&](string_view ending) { return name.ends_with(ending); });
    };
    return words.size() == 2 || (words.size() == 3 && is_patronymic(word(words[2].first)));
}

/// "Perrin (Éric)", "Berlière (Jean-Marc)": French notes put the given name behind, in a bracket, whose
/// end may stand outside the range.
std::uint32_t NameReader::given_in_bracket(Range range) const {
    constexpr std::uint32_t longest = 3;
    auto open = range.first;
    while (open < range.last && token(open).kind == TokenKind::word &&
           (token(open).upper || token(open).is(WordClass::particle)))
        ++open;
    bool const bracket = open > range.first && open + 1 < range.last && open + longest + 1 >= range.last &&
                         token(open).kind == TokenKind::open && word(open) == "(" &&
                         (token(open).match + 1 == range.last || token(open).match == range.last);
    if (!bracket) return range.last;
    auto const close = token(open).match;
    bool const initials = skip_initials(chunks_, open + 1, close) == close;  // "Girault (R.)"
    return initials || names_given(word(open + 1)) ? open : range.last;
}

/// "Éric", "Jean-Marc".
bool NameReader::names_given(string_view name) const {
    return Lexicon::builtin().is_any(
        hash_folded(name.substr(0, name.find('-'))),
        mask(WordClass::given) | mask(WordClass::given_behind) | mask(WordClass::given_after_comma));
}

bool NameReader::is_surname(Range range) const {
    return range.size() == 1 && token(range.first).is(WordClass::surname);
}

/// "Зубкова Е. Ю.", "Egorova N. I.", "Лосев А.Ф.", "Smith JA": the family name, then initials alone.
bool NameReader::is_inverted(std::vector<Range> const& words) const {
    if (words.size() > 4 || count_code_points(word(words.front().first)) < 2) return false;
    auto const first = words.front().first;
    if (skip_initials(chunks_, first, first + 1) != first &&
        !(words.size() == 2 && count_code_points(word(first)) > 3))
        return false;
    // "Бурдс Дж.", "Fitzpatrick Sh.": the stop of the last initial is none of its word.
    auto const last = words.back().last;
    bool const cyrillic = script_of(decode(word(words.back().first), 0).value) == Script::cyrillic;
    auto const end =
        (cyrillic || count_code_points(word(words.back().first)) == 2) && token(last).is_mark('.') ? last + 1
                                                                                                   : last;
    return skip_initials(chunks_, words[1].first, end, Initials::bare) >= last;
}

std::size_t NameReader::capital_family(std::vector<Range> const& words) const {
    constexpr std::size_t shortest = 4;  // "AJP Taylor" are initials
    auto const in_capitals = [&](Range range) {
        return token(range.first).all_upper && text(range).find('.') == string_view::npos;  // "J.C.A. Stagg"
    };
    auto end = std::find_if_not(words.begin(), words.end(), in_capitals);
    bool const long_enough = std::any_of(
        words.begin(), end, [&](Range range) { return count_code_points(word(range.first)) >= shortest; });
    bool const given = end != words.end() && std::none_of(end, words.end(), in_capitals) &&
                       token(end->first).upper && !token(end->first).is(WordClass::particle);
    return long_enough && given ? static_cast<std::size_t>(end - words.begin()) : 0;
}

void NameReader::split_given(std::vector<Range> const& words, Name& out) const {
    auto const joined = [&](std::size_t first, std::size_t last) {
        return text({words[first].first, words[last - 1].last});
    };
    if (auto const given = capital_family(words); given > 0) {
        out.family = joined(0, given);
        out.given = joined(given, words.size());
    } else if (is_inverted(words)) {
        out.family = joined(0, 1);
        out.given = joined(1, words.size());
    } else if (auto const first = first_of_families(words); first < words.size()) {
        out.family = joined(first, words.size());
        if (first > 0) out.given = joined(0, first);
    } else if (is_hungarian(words)) {
        out.family = joined(0, words.size() - 1);
        out.given = joined(words.size() - 1, words.size());
        out.static_ordering = true;
    } else if (is_family_and_given(words)) {
        out.family = joined(0, 1);
        out.given = joined(1, words.size());
    } else if (is_eastern(words)) {
        out.family = joined(0, 1);
        out.given = joined(1, words.size());
        out.static_ordering = true;
    } else if (is_all_family(words)) {
        out.family = joined(0, words.size());
    } else {
        split_western(words, out);
    }
}

/// Which word begins a family's name that two words make, behind given names; none where none does.
std::size_t NameReader::first_of_families(std::vector<Range> const& words) const {
    if (auto const first = double_family(words); first < words.size()) return first;
    return is_double_surname(words) ? initials_before(words) : words.size();
}

/// "Mao Zedong", "Kim Il Sung": a family known for one in East Asia stands first.
bool NameReader::is_eastern(std::vector<Range> const& words) const {
    constexpr std::size_t longest = 3;
    auto const &first = words.front(), &last = words.back();
    if (!is_surname(first) || words.size() > longest) return false;
    if (words.size() > 2) return !is_surname(last);
    // "Lee White" is no Korean: with two names "Lee" is given, unless a hyphen parts the other.
    if (word(first.first) == "Lee" && word(last.first).find('-') == string_view::npos) return false;
    // "Dong Wang": nobody is given the second as a name.
    if (token(last.first).is(WordClass::surname_only)) return false;
    // "Chen Yi": where each of two words may be the family's the order cannot be known, and stays.
    return !token(first.first).is(WordClass::particle) || !is_surname(last);
}

/// "van Heuven Goedhart", "De Gaulle": nobody's given name begins with a particle.
bool NameReader::is_all_family(std::vector<Range> const& words) const {
    auto const& first = token(words[0].first);
    if (!first.is(WordClass::particle)) return false;
    if (words.size() == 3 && first.lower && token(words[1].first).upper && token(words[2].first).upper)
        return true;
    return first_particle(words, family_word(words)) == 1 && count_code_points(word(words[0].first)) > 1 &&
           words[0].size() == 1;
}

/// "José | Ortega y Gasset", "Gabriel | García Márquez": the word that begins the family's name behind given
/// names.
std::size_t NameReader::family_word(std::vector<Range> const& words) const {
    auto family = words.size() - 1;
    for (std::size_t i = 2; i + 1 < words.size(); ++i)
        if (word(words[i].first) == "y" || word(words[i].first) == "i") {
            family = i - 1;
            break;
        }
    // "Dong Gil Kim" is no Spaniard.
    bool const paternal = family > 1 && is_paternal(words[family - 1]) && !is_surname(words[family]);
    return family > 1 && (is_capital_particle(words[family - 1]) || paternal) ? family - 1 : family;
}

/// The first of the small particles before the word `family`.
std::size_t NameReader::first_particle(std::vector<Range> const& words, std::size_t family) const {
    auto particle = family;
    while (particle > 1 && token(words[particle - 1].first).lower &&
           token(words[particle - 1].first).is(WordClass::particle))
        --particle;
    return particle;
}

/// Given names, particles, the family.
void NameReader::split_western(std::vector<Range> const& words, Name& out) const {
    auto const family = family_word(words);
    auto const particle = first_particle(words, family);
    out.family = text({words[family].first, words.back().last});
    if (particle < family) out.non_dropping_particle = text({words[particle].first, words[family - 1].last});
    out.given = text({words[0].first, words[particle].first});  // "Eugene “Bull”"
}

}  // namespace fonds
