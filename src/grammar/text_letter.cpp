// Who writes to whom in the words of a text chunk: "Kim to Stalin", "Ulbricht an Chruschtschow".

#include <algorithm>
#include <array>

#include "base/contains.hpp"
#include "base/number.hpp"
#include "base/text.hpp"
#include "grammar/date_reader.hpp"
#include "grammar/text_class.hpp"

namespace fonds {

using std::string_view;

namespace {

bool is_elided_name(string_view word) { return elided_preposition(word) != 0; }

/// "préfet du Nord", "le procureur général", "el virrey Revillagigedo": an office or rank in small letters,
/// as the Romance tongues write it.
bool names_small_office(Chunks const& chunks, std::uint32_t first, std::uint32_t last) {
    constexpr std::uint32_t longest = 9;
    auto const& tokens = chunks.tokens;
    auto const head = chunks.word(first);
    if (first + 1 < last && (tokens[first].is(WordClass::particle) || head == "il" || head == "o")) ++first;
    if (first >= last || last - first > longest || !tokens[first].lower) return false;
    auto const office =
        match_phrase(tokens, chunks.text, first,
                     mask(WordClass::rank) | mask(WordClass::institution) | mask(WordClass::lord));
    bool const named = office.phrase && first + office.size <= last;
    // "l’ambassadeur de France à Rome au ministre"
    if (!named && !names_office_behind_article(chunks.word(first), Lexicon::builtin())) return false;
    return std::none_of(tokens.begin() + first, tokens.begin() + last, [](Token const& token) {
        return token.kind != TokenKind::word || token.digits || token.is(WordClass::verb);
    });
}

/// Behind "Lettre de", "Telegramm von", before "d’Argenlieu" of "Lettre d’Argenlieu" and the office of
/// "lettre du préfet".
std::uint32_t behind_form(Chunks const& chunks, std::uint32_t first, std::uint32_t last) {
    constexpr std::uint32_t longest_writer = 3;
    // "la lettre de …", "den Brief von …"
    if (first + 1 < last && chunks.tokens[first].lower && chunks.tokens[first + 1].is(WordClass::genre) &&
        !chunks.tokens[first].is(WordClass::genre))
        ++first;
    auto const form = match_phrase(chunks.tokens, chunks.text, first, mask(WordClass::genre));
    auto const next = first + form.size;
    if (!form.phrase || next >= last) return first;
    if (is_elided_name(chunks.word(next))) return next;
    // "Brief Bauers an Hertling"
    if (last - next <= longest_writer && chunks.tokens[next].upper && reads_as_names(chunks, next, last))
        return next;
    if (!chunks.tokens[next].lower) return first;
    bool const leads =
        chunks.tokens[next].is(WordClass::particle) || chunks.word(next) == "do";  // "ofício do governador"
    bool const office = leads && names_small_office(chunks, next + 1, last);
    return chunks.tokens[next].is(WordClass::memo_from) || office ? next + 1 : first;
}

bool reads_as_writer(Chunks const& chunks, std::uint32_t first, std::uint32_t at) {
    if (first == at) return false;
    // "Renner (Djakarta) à Paris": where the writer is.
    if (auto const& close = chunks.tokens[at - 1];
        close.kind == TokenKind::close && close.match != no_token && close.match > first)
        at = close.match;
    first = behind_form(chunks, first, at);
    if (first == at) return false;
    if (at - first == 1 && is_elided_name(chunks.word(first))) return true;
    if (names_small_office(chunks, first, at)) return true;
    // "des Ministerialdirektors van Well"
    bool const genitive = first + 1 < at && chunks.word(first) == "des";
    if (reads_as_names(chunks, genitive ? first + 1 : first, at)) return true;
    for (auto word = first; word < at; ++word)
        if (chunks.tokens[word].is(WordClass::institution) && chunks.tokens[word].upper)
            return at - first <= 8;
    return false;
}

/// "his wife", "adjutant general", "chief of staff", "second Earl Spencer": an addressee in small letters.
bool names_addressee(Chunks const& chunks, std::uint32_t first, std::uint32_t last) {
    constexpr std::uint32_t longest = 5, reach = 3;
    constexpr auto kin = mask(WordClass::kin) | mask(WordClass::possessive);
    if (last - first > longest || last == first) return false;
    for (auto at = first; at < last; ++at)
        if (chunks.tokens[at].kind != TokenKind::word || chunks.tokens[at].digits ||
            chunks.tokens[at].is(WordClass::verb))
            return false;
    if (chunks.tokens[first].lower && (chunks.tokens[first].classes & kin) != 0) return true;
    for (auto at = first; at < std::min(last, first + reach); ++at)
        if (chunks.tokens[at].is(WordClass::institution) || chunks.tokens[at].is(WordClass::rank))
            return true;
    return false;
}

/// "Raport al Marelui Stat Major": whose the paper is, by the Romanian article at the end of a word.
bool is_romanian_genitive(Chunks const& chunks, std::uint32_t at) {
    return chunks.word(at) == "al" && chunks.word(at + 1).ends_with("lui");
}

/// "Ofício da Embaixada do Brasil em Washington": among Portuguese words "do" says whose, and to nobody.
bool is_portuguese_genitive(Chunk const& chunk, Chunks const& chunks, std::uint32_t at) {
    constexpr std::array portuguese = {string_view{"da"}, string_view{"das"}, string_view{"dos"},
                                       string_view{"em"}, string_view{"ao"},  string_view{"à"},
                                       string_view{"no"}};
    return chunks.word(at) == "do" &&
           (chunk.is(Trait::newspaper) ||
            std::any_of(
                chunks.tokens.begin() + chunk.first, chunks.tokens.begin() + chunk.last,
                [&](Token const& token) { return contains(portuguese, slice(chunks.text, token.span)); }));
}

/// "Ambassade de France | à Hong Kong au Département": the town of a mission, and to whom it wrote.
bool stands_before_addressee(Chunks const& chunks, std::uint32_t preposition, std::uint32_t last) {
    constexpr std::uint32_t longest_town = 3;
    auto const& tokens = chunks.tokens;
    if (chunks.word(preposition) == "to") return false;
    auto end = preposition + 1;
    while (end < last && end <= preposition + longest_town && tokens[end].upper &&
           !tokens[end].is(WordClass::institution))
        ++end;
    return end > preposition + 1 && end + 1 < last && tokens[end].lower &&
           tokens[end].is(WordClass::direction);
}

/// "an das Auswärtige Amt", "an den Bundeskanzler", "au général de Gaulle": an article or a rank in small
/// letters before the addressee.
bool names_office_addressed(Chunks const& chunks, std::uint32_t at, std::uint32_t last,
                            Lexicon const& lexicon) {
    auto const& tokens = chunks.tokens;
    if (at >= last || !tokens[at].lower) return false;
    if (names_office_behind_article(chunks.word(at), lexicon)) return true;
    // "Lettre de Louis Joxe au ministre"
    if (at + 1 == last)
        return (tokens[at].is(WordClass::institution) || tokens[at].is(WordClass::lord)) &&
               chunks.word(at - 1) != "to";
    auto const behind = tokens[at + 1].is_mark('.') && at + 2 < last ? at + 2 : at + 1;  // "min. Radkiewicza"
    if (tokens[at].is(WordClass::rank) && (tokens[behind].upper || tokens[behind].is(WordClass::particle)))
        return true;
    bool const is_english = chunks.word(at - 1) == "to";  // "remarks to the Press"
    // "au gouverneur général", "al ministro de Estado"
    if (match_phrase(tokens, chunks.text, at,
                     mask(WordClass::institution) | mask(WordClass::rank) | mask(WordClass::lord))
            .phrase)
        return !is_english;
    if (!tokens[at].is(WordClass::article) || !tokens[at + 1].upper || is_english) return false;
    constexpr std::uint32_t reach = 3;
    for (auto i = at + 1; i < std::min(last, at + 1 + reach); ++i)
        if (tokens[i].is(WordClass::institution) || tokens[i].is(WordClass::rank)) return true;
    return false;
}

/// Whether the preposition at `at` leads to a hearer, to where somebody serves or to a genitive, and to no
/// addressee.
bool leads_elsewhere(Chunk const& chunk, Chunks const& chunks, std::uint32_t at) {
    auto const& tokens = chunks.tokens;
    auto const& next = tokens[at + 1];
    bool const heads = at == chunk.first;
    // "Speech to the Organization of American States": who heard it.
    if (!heads && tokens[at - 1].is(WordClass::spoken) && chunks.word(at) == "to") return true;
    // "Statement Relating to Defence"
    if (!heads && tokens[at - 1].is(WordClass::participle)) return true;
    if (is_romanian_genitive(chunks, at) || is_portuguese_genitive(chunk, chunks, at)) return true;
    // "Le chargé d’affaires à Prague au ministre": where the writer serves.
    if (next.is(WordClass::place) && names_small_office(chunks, chunk.first, at) &&
        std::any_of(tokens.begin() + at + 2, tokens.begin() + chunk.last,
                    [](Token const& later) { return later.lower && later.is(WordClass::direction); }))
        return true;
    if (!heads && stands_before_addressee(chunks, at, chunk.last) && names_body(chunks, chunk.first, at))
        return true;
    // "rapport du colonel Simon, attaché militaire à Moscou", "rapport du résident supérieur au Tonkin":
    // where an office is, and nothing behind it
    bool const land = next.is(WordClass::place) || next.is(WordClass::country);
    return land && at + 2 >= chunk.last && !heads &&
           names_small_office(chunks, behind_form(chunks, chunk.first, at), at);
}

}  // namespace

/// Who writes to whom: "Kim to Stalin", "Ulbricht an Chruschtschow"; or only to whom.
void find_letter(Chunk& chunk, Chunks const& chunks, Lexicon const& lexicon) {
    constexpr std::uint32_t longest_writer = 24;
    auto const& tokens = chunks.tokens;
    for (auto at = chunk.first; at + 1 < chunk.last; ++at) {
        auto const& token = tokens[at];
        if (token.kind != TokenKind::word || !token.is(WordClass::direction) || !token.lower) continue;
        if (leads_elsewhere(chunk, chunks, at)) continue;
        auto const& next = tokens[at + 1];
        bool const heads = at == chunk.first, english = chunks.word(at) == "to";
        bool const office = names_office_addressed(chunks, at + 1, chunk.last, lexicon);
        bool const named =
            next.upper || is_elided_name(chunks.word(at + 1)) || office ||
            (next.is(WordClass::particle) && at + 2 < chunk.last && tokens[at + 2].upper);  // "an de Gaulle"
        auto const has_writer = [&] { return reads_as_writer(chunks, chunk.first, at); };
        // "Botschafter Kroll, Moskau, | an das Auswärtige Amt"
        bool const to_office = heads && office && chunks.word(at) == "an";
        bool const to_small =
            english && !named && names_addressee(chunks, at + 1, chunk.last) && has_writer();
        auto const leads_to_addressee = [&] {
            // "an" and "à" say so only behind a writer, or are other words.
            if (!english) return !heads && named && has_writer();
            auto const word = chunks.word(at + 1);
            return named || word == "all" || word == "the" || next.is(WordClass::rank) ||
                   next.kind == TokenKind::open;
        };
        if (!to_office && !to_small && !leads_to_addressee()) continue;
        chunk.to = at;
        if (heads && !to_small) chunk.set(Trait::to_head);
        else if (to_small || at - chunk.first <= longest_writer) chunk.set(Trait::letter);
        return;
    }
}

}  // namespace fonds
