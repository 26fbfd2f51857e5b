// People of letters who are known by their office.

#include <algorithm>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "grammar/addressees.hpp"
#include "grammar/word_shape.hpp"
#include "note/german_cases.hpp"
#include "note/lowerer.hpp"
#include "note/slavic_cases.hpp"

namespace fonds {

using std::string_view;

/// "ACofS, G-3"; "Provincial Commissioner, Northern Province": an office, and where it is.
bool Lowerer::is_office_with_commas(TokenRange writer) const {
    auto comma = writer.last;
    for (auto i = writer.last; i-- > writer.first;)
        if (token(i).is_mark(',')) {
            if (is_section_of_office(writer.first, i, writer.last)) return true;
            comma = i;
        }
    return comma != writer.last && names_body(low.chunks, writer.first, comma) &&
           !reads_as_names(low.chunks, writer.first, comma);
}

/// "Swedish Embassy (Peking)": an office, and in a bracket where it is.
bool Lowerer::is_office_with_place(TokenRange writer) const {
    auto const close = writer.last - 1;
    if (writer.last <= writer.first || token(close).kind != TokenKind::close) return false;
    auto const open = token(close).match;
    return open != no_token && open > writer.first && token(open + 1).is(WordClass::place) &&
           names_body(low.chunks, writer.first, open) && !reads_as_names(low.chunks, writer.first, open);
}

/// "el virrey | Revillagigedo", "le général | Navarre", "(lettre du) général | Salan".
void Lowerer::leave_small_rank(TokenRange& writer) const {
    auto const is_small = [&](std::uint32_t at, WordClass word_class) {
        return at + 1 < writer.last && token(at).lower && token(at).is(word_class);
    };
    if (is_small(writer.first, WordClass::particle) && is_small(writer.first + 1, WordClass::rank))
        ++writer.first;
    if (is_small(writer.first, WordClass::rank) && reads_as_names(low.chunks, writer.first + 1, writer.last))
        ++writer.first;
}

/// "Robert W. Komer | of the National Security Council Staff": the body that a person is of.
void Lowerer::leave_body(TokenRange& person) {
    for (auto of = person.first + 2; of + 2 < person.last; ++of) {
        if (word(of) != "of" || word(of + 1) != "the" || !token(of + 2).upper) continue;
        if (!reads_as_names(low.chunks, person.first, of)) return;
        settle(of, person.last);
        person.last = of;
        return;
    }
}

/// "Memorandum From the President’s Special Assistant (Bundy) to …": who held the office.
void Lowerer::holder_of_office(TokenRange& writer) {
    if (writer.last <= writer.first + 3 || token(writer.last - 1).kind != TokenKind::close ||
        word(writer.last - 1) != ")")
        return;
    auto const open = token(writer.last - 1).match;
    if (open == no_token || open <= writer.first || !names_body(low.chunks, writer.first, open) ||
        !reads_as_names(low.chunks, open + 1, writer.last - 1))
        return;
    writer = {open + 1, writer.last - 1};
    settle(writer.first, writer.last);
}

/// An office, its commas included: "ACofS, G-3", "Division Directors, Office of Space Science".
void Lowerer::office(Variable variable, std::uint32_t first, std::uint32_t last) {
    auto const span = trimmed(span_of(first, last));
    Name name;
    name.literal = text(span);
    person(variable, std::move(name), span);
}

/// "préfet du Nord", "le procureur général": an office in small letters, and not the rank before a name ("le
/// général Navarre").
bool Lowerer::is_small_office(std::uint32_t first, std::uint32_t last) const {
    bool const is_sentence = word(first) == "The";  // "The ambassador returned"
    if (first + 1 < last && is_article(first) && !is_sentence) ++first;
    if (first >= last || !token(first).lower) return false;
    if (begins_with_lord(low.chunks, first, last)) return true;
    auto const found = match_phrase(low.chunks.tokens, low.chunks.text, first,
                                    mask(WordClass::institution) | mask(WordClass::lord));
    auto const behind = first + found.size;
    return (found.phrase && behind <= last && (behind == last || !token(behind).upper)) ||
           names_office_behind_article(word(first), low.lexicon);
}

/// Without the article before it.
void Lowerer::small_office(Variable variable, std::uint32_t first, std::uint32_t last) {
    if (is_article(first)) ++first;
    office(variable, first, last);
    settle(first, last);
    // "à l’ambassadeur"
    auto& name = item().names.find(variable)->front();
    for (string_view const article : {"l'", "l\u2019"})
        if (name.literal.starts_with(article)) {
            name.literal.erase(0, article.size());
            low.citation.fields.back().span.begin += article.size();
        }
}

/// "ACofS, G-3": letters for an office, and those of its section behind the comma at `comma`.
bool Lowerer::is_section_of_office(std::uint32_t first, std::uint32_t comma, std::uint32_t last) const {
    if (comma - first != 1 || comma + 2 != last || !token(first).upper) return false;
    auto const letters = word(first);
    auto const capitals =
        std::count_if(letters.begin(), letters.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    return capitals >= 2 && (token(last - 1).all_upper || token(last - 1).digits);
}

/// "CG ASF", "Dir WAC": an office and the letters of what it commands; "Smith JA" in a letter is nobody.
bool Lowerer::is_office_by_letters(std::uint32_t first, std::uint32_t last) const {
    constexpr std::uint32_t longest = 4;
    if (last - first < 2 || last - first > longest || !token(first).upper || token(first).is(WordClass::rank))
        return false;
    for (auto i = first; i < last; ++i)
        if (token(i).kind != TokenKind::word || token(i).is(WordClass::conjunction)) return false;
    constexpr std::size_t shortest = 3;  // "Luria SE" are initials
    auto const& letters = token(last - 1);
    return letters.all_upper && !letters.roman && !letters.digits && letters.span.size() >= shortest &&
           !letters.is(WordClass::suffix);
}

/// "den sowjetischen Ministerpräsidenten | Kossygin", "den Gesandten | Roth": the name behind what he is.
std::uint32_t Lowerer::behind_german_rank(std::uint32_t first, std::uint32_t last) const {
    auto at = first;
    if (at < last && (word(at) == "den" || word(at) == "dem" || word(at) == "die" || word(at) == "der")) ++at;
    // "den sowjetischen", "den Regierenden"
    while (at < last && word(at).ends_with("en") &&
           (token(at).lower || (at + 2 < last && token(at + 1).is(WordClass::rank))))
        ++at;
    auto const rank = at;
    while (at + 1 < last && token(at).upper &&
           (is_german_rank_in_genitive(word(at)) || (rank > first && token(at).is(WordClass::rank))))
        ++at;
    return at > rank && reads_as_names(low.chunks, at, last) ? at : first;
}

}  // namespace fonds
