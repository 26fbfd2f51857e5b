// Whether a run of words is a personal name or several, and how it is written.

#include <algorithm>
#include <array>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "grammar/characters.hpp"
#include "grammar/text_class.hpp"
#include "grammar/word_shape.hpp"

namespace fonds {

using std::string_view;

namespace {

/// "Das Deutsche Reich", "The Congress of Vienna": titles, not names.
bool begins_with_article(Chunks const& chunks, std::uint32_t first, std::uint32_t last) {
    constexpr std::array articles = {string_view{"The"}, string_view{"Das"}, string_view{"Der"},
                                     string_view{"Die"}};
    return last - first >= 2 && contains(articles, chunks.word(first));
}

/// "“Title,” Diplomacy & Statecraft": a periodical.
bool behind_title(Chunks const& chunks, std::uint32_t first) {
    if (first == 0) return false;
    auto const& before = chunks.tokens[first - 1];
    return before.is_mark(',') || before.kind == TokenKind::quote_close || before.is(WordClass::in);
}

/// "Ulf Bjereld, Alf W. Johansson & Karl Molin": two words and more on each side of "&", behind a comma.
bool joins_full_names(Chunks const& chunks, std::uint32_t first, std::uint32_t joint, std::uint32_t last) {
    auto const words = [&](std::uint32_t begin, std::uint32_t end) {
        return std::count_if(chunks.tokens.begin() + begin, chunks.tokens.begin() + end,
                             [](Token const& token) { return token.kind == TokenKind::word; });
    };
    return chunks.tokens[first - 1].is_mark(',') && words(first, joint) >= 2 && words(joint + 1, last) >= 2;
}

/// "Elizabeth I and Her Parliaments": no name.
bool says_whose(string_view word) {
    constexpr std::array pronouns = {string_view{"His"},   string_view{"Her"}, string_view{"Its"},
                                     string_view{"Their"}, string_view{"Our"}, string_view{"My"}};
    return contains(pronouns, word);
}

}  // namespace

std::size_t elided_preposition(string_view word) {
    if (!word.starts_with('d') || word.size() < 2) return 0;
    auto const mark = decode(word, 1);
    auto const letter = 1 + mark.size;
    bool const elided = mark.value == '\'' || mark.value == 0x2019;
    return elided && letter < word.size() && is_upper(decode(word, letter).value) ? letter : 0;
}

bool names_office_behind_article(string_view word, Lexicon const& lexicon) {
    for (string_view const article : {"l'", "l\u2019"})
        if (word.starts_with(article))
            return lexicon.is_any(hash_folded(word.substr(article.size())),
                                  mask(WordClass::institution) | mask(WordClass::rank));
    return false;
}

bool begins_with_lord(Chunks const& chunks, std::uint32_t first, std::uint32_t last) {
    constexpr std::uint32_t shortest = 3;
    if (last - first < shortest || last - first > shortest * 2 || !chunks.tokens[first].is(WordClass::lord))
        return false;
    auto const& of = chunks.tokens[first + 1];
    return of.lower && of.is(WordClass::particle) && chunks.tokens[last - 1].upper;
}

bool names_body(Chunks const& chunks, std::uint32_t first, std::uint32_t last) {
    return std::any_of(chunks.tokens.begin() + first, chunks.tokens.begin() + last, [](Token const& token) {
        return token.upper && token.is(WordClass::institution) && !token.is(WordClass::rank);
    });
}

namespace {

/// "Wilhelm von", "Guy de": behind a family name and its comma a known given name and the family's particle.
bool ends_in_particle(Chunks const& chunks, std::uint32_t first, std::uint32_t last) {
    auto const& tokens = chunks.tokens;
    return first > 0 && tokens[first - 1].is_mark(',') && last - first >= 2 && tokens[first].is_given() &&
           tokens[last - 1].lower && tokens[last - 1].is(WordClass::particle) &&
           (tokens[last].is_mark(':') || tokens[last].is_mark(',') || tokens[last].is_mark(';'));
}

}  // namespace

bool reads_as_names(Chunks const& chunks, std::uint32_t first, std::uint32_t last) {
    if (begins_with_article(chunks, first, last)) return false;
    int words = 0, capitals = 0;
    bool final_upper = false;
    for (auto at = first; at < last; ++at) {
        auto const& token = chunks.tokens[at];
        if (token.is_mark('.')) continue;
        if (token.is_mark('|') && words > 0) continue;
        if (token.is_mark(',') && at + 1 < last && chunks.tokens[at + 1].is(WordClass::suffix)) continue;
        if (token.kind != TokenKind::word || token.digits) return false;
        if (++words > 9) return false;
        bool const joins =
            token.is(WordClass::conjunction) && words > 1 && at + 1 < last &&
            (token.lower || (slice(chunks.text, token.span) == "&" &&
                             (!behind_title(chunks, first) || joins_full_names(chunks, first, at, last))));
        bool const particle = token.is(WordClass::particle);
        auto const written = slice(chunks.text, token.span);
        bool const elided = token.lower && written.size() > 2 && has_upper_after(written, 1);
        if (!token.upper && !token.han && !joins && !particle && !elided) return false;
        if (token.han && token.is(WordClass::repository)) return false;  // "近代史研究所档案馆"
        // "Joseph de Maistre's Life": a title, not a name.
        if (at + 1 < last && (is_possessive(written) ||
                              (words == 1 && (written.ends_with("s'") || written.ends_with("s\u2019")))))
            return false;  // "Lords' Journals"
        constexpr auto not_name =
            mask(WordClass::institution) | mask(WordClass::collection) | mask(WordClass::repository) |
            mask(WordClass::genre) | mask(WordClass::journal_word) | mask(WordClass::month) |
            mask(WordClass::country) | mask(WordClass::series) | mask(WordClass::writings);
        // "Ernest R. May", "Anatole France", "Heinrich August Winkler": a name where given names stand before
        // it.
        bool const family =
            words > 1 && (at + 1 == last || token.is(WordClass::month)) &&
            (token.is(WordClass::month) || token.is(WordClass::country)) &&
            (token.classes & not_name & ~(mask(WordClass::month) | mask(WordClass::country))) == 0;
        // "Jan Gross", "August Bebel", "Israel Getzler": before a family name a month or a country is a given
        // name.
        bool const given = words == 1 && token.is(WordClass::given) && at + 1 < last &&
                           chunks.tokens[at + 1].upper && !chunks.tokens[at + 1].digits;
        if (token.upper && !family && !given && (token.classes & not_name) != 0 &&
            (words > 1 || last - first > 1 || token.is(WordClass::writings)))
            return false;
        if (token.upper || token.han) ++capitals;
        final_upper = token.upper || token.han || elided || (token.is(WordClass::suffix) && words > 1);
    }
    return words > 0 && capitals > 0 && (final_upper || ends_in_particle(chunks, first, last));
}

std::uint32_t skip_initials(Chunks const& chunks, std::uint32_t at, std::uint32_t last, Initials form) {
    while (at < last) {
        auto const& token = chunks.tokens[at];
        if (token.kind != TokenKind::word || !token.upper || token.digits) return at;
        auto const written = slice(chunks.text, token.span);
        auto const letters = count_code_points(written);
        bool const dotted = at + 1 < last && chunks.tokens[at + 1].is_mark('.');
        if (letters > 1 && (token.is(WordClass::suffix) || token.is(WordClass::rank))) return at;
        bool const joined = written.find('.') != string_view::npos && letters <= 7;  // "А.Ф", "J.-P"
        bool const bare = form == Initials::bare && token.all_upper && letters <= 3 && !token.roman;
        bool const single = letters == 1 && (dotted || at + 1 == last || form == Initials::bare);
        bool const elided = letters == 3 && is_apostrophe(decode(written, 1).value);  // "O’G."
        if (!joined && !bare && !single && !(dotted && (letters == 2 || elided))) return at;
        at += dotted ? 2U : 1U;
    }
    return at;
}

void describe_name(Chunk& chunk, Chunks const& chunks) {
    auto const& tokens = chunks.tokens;
    auto const head_word = chunks.word(chunk.first);
    auto const given = skip_initials(chunks, chunk.first, chunk.last);
    chunk.initials = given == chunk.last;
    chunk.in_capitals = std::all_of(tokens.begin() + chunk.first, tokens.begin() + chunk.last,
                                    [](Token const& token) { return token.all_upper; });
    chunk.given_first = chunk.size() >= 2 && tokens[chunk.first].is_given();
    chunk.given_alone = chunk.size() == 1 && tokens[chunk.first].is_given();
    bool const initial = count_code_points(head_word) == 1 || head_word.find('.') != string_view::npos;
    chunk.begins_with_initials = given > chunk.first && !chunk.initials && initial;
    auto const latin = script_of(decode(head_word, 0).value) == Script::latin;
    auto const behind =
        skip_initials(chunks, chunk.first + 1, chunk.last, latin ? Initials::bare : Initials::dotted);
    chunk.inverted = !chunk.initials && behind == chunk.last && behind > chunk.first + 1 &&
                     count_code_points(head_word) >= 2;
    for (auto at = chunk.first + 2; at + 2 < chunk.last; ++at)
        if (tokens[at].is(WordClass::conjunction) && (tokens[at].lower || chunks.word(at) == "&"))
            chunk.several = true;
    // "Kimmerly and Ewing-Nelson"; "Elizabeth I and Her Parliaments" is a title.
    if (chunk.size() == 3 && tokens[chunk.first + 1].lower &&
        tokens[chunk.first + 1].is(WordClass::conjunction))
        chunk.families = true;
    for (auto at = chunk.first + 1; chunk.several && at + 1 < chunk.last; ++at)
        if (tokens[at].lower && tokens[at].is(WordClass::conjunction) &&
            (tokens[at - 1].roman || says_whose(chunks.word(at + 1))))
            chunk.several = false;
}

}  // namespace fonds
