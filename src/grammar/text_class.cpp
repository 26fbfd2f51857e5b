// What a run of words is like: a newspaper, a collection, a series, prose.

#include "grammar/text_class.hpp"

#include <algorithm>
#include <array>

#include "base/contains.hpp"
#include "base/number.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "grammar/date_reader.hpp"

namespace fonds {
namespace {

using std::string_view;

/// "783A.00/6-1558", "FO84/752", "P900159-0985", "CIA-RDP80B01676R000900080046-7", "109-00742-03".
bool is_reference_word(Token const& token, string_view word) {
    if (!token.digits || token.number) {
        auto const dashes =
            std::count(word.begin(), word.end(), '-') + std::count(word.begin(), word.end(), '/');
        return token.number && dashes >= 2 && word.size() >= 6;
    }
    if (word.starts_with("CIA")) return true;
    auto const digits = std::count_if(word.begin(), word.end(), is_digit);
    return digits >= 2 && (word.find('/') != string_view::npos || has_dash(word) || has_upper_after(word, 0));
}

struct WordTrait {
    WordClass word_class;
    Trait trait;
};
constexpr WordTrait word_traits[] = {
    {WordClass::genre, Trait::genre},
    {WordClass::verb, Trait::verb},
    {WordClass::collection, Trait::collection},
    {WordClass::repository, Trait::repository},
    {WordClass::institution, Trait::institution},
    {WordClass::journal, Trait::journal},
    {WordClass::newspaper, Trait::newspaper},
    {WordClass::magazine, Trait::magazine},
    {WordClass::series, Trait::series},
    {WordClass::publisher, Trait::publisher},
    {WordClass::docvolume, Trait::docvolume},
    {WordClass::legal, Trait::legal},
    {WordClass::web, Trait::web},
    {WordClass::digital, Trait::digital},
    {WordClass::interview, Trait::interview},
    {WordClass::congress, Trait::congress},
    {WordClass::thesis, Trait::thesis},
    {WordClass::conference, Trait::conference},
    {WordClass::encyclopedia, Trait::encyclopedia},
    {WordClass::unpublished, Trait::unpublished},
    {WordClass::enclosed, Trait::enclosed},
    {WordClass::broadcast, Trait::broadcast},
    {WordClass::resolution, Trait::resolution},
    {WordClass::debates, Trait::debates},
};

WordClasses interesting() {
    WordClasses all = 0;
    for (auto const& entry : word_traits) all |= mask(entry.word_class);
    return all;
}

bool is_upper_class(Trait trait) {
    return trait == Trait::newspaper || trait == Trait::journal || trait == Trait::magazine ||
           trait == Trait::collection || trait == Trait::repository || trait == Trait::publisher ||
           trait == Trait::institution || trait == Trait::docvolume;
}

bool head_is_upper(Chunk const& chunk, Chunks const& chunks) { return chunks.tokens[chunk.first].upper; }

/// A phrase of the tables among the words of a chunk.
struct FoundPhrase {
    Chunk const& chunk;
    Chunks const& chunks;
    std::uint32_t at, size;

    [[nodiscard]] Token const& token(std::uint32_t behind = 0) const { return chunks.tokens[at + behind]; }
    [[nodiscard]] string_view word() const { return chunks.word(at); }
    [[nodiscard]] bool heads() const { return at == chunk.first; }
    [[nodiscard]] bool ends() const { return at + size == chunk.last; }
    /// Whether the token that many behind its first is of the chunk, too.
    [[nodiscard]] bool holds(std::uint32_t behind) const { return at + behind < chunk.last; }
};

/// Names of newspapers, journals and archives are written with capitals; whether this one may be small.
bool may_be_small(FoundPhrase const& found, Trait trait) {
    bool const behind_capital = !found.heads() && head_is_upper(found.chunk, found.chunks);
    switch (trait) {
        // Names of archives keep their noun small in many tongues: "Tsentral'nyi arkhiv", "Magyar levéltár".
        case Trait::repository:
            return behind_capital && !(found.token().lower && found.token().is(WordClass::keeper_noun));
        case Trait::collection:
            // "Sproul papers": the noun behind whose they are.
            if (behind_capital && !found.holds(1) && found.token().is(WordClass::papers_noun)) return true;
            // "série B", "fonds Couve de Murville", "fonds de la présidence": before the collection's name.
            return found.heads() && found.holds(1) &&
                   (found.token(1).upper || (found.holds(2) && found.token(1).is(WordClass::particle)));
        // "il Mulino": its article is small.
        case Trait::publisher: return found.heads() && found.holds(1) && found.token(1).upper;
        default: return false;
    }
}

/// Whether the phrase means something else here than a word for such a thing does.
bool has_other_sense(FoundPhrase const& found, Trait trait) {
    switch (trait) {
        // "Norfolk RO", "DDE Lib": so short a word for a keeper stands behind a name, the shortest in
        // capitals.
        case Trait::repository: {
            constexpr std::size_t short_word = 3;
            auto const letters = found.token().span.size();
            return found.size == 1 && letters <= short_word &&
                   ((letters < short_word && !found.token().all_upper) || found.heads());
        }
        // "Report on Torture", "White Paper on Defence" are titles, no series.
        case Trait::series:
            return found.heads() && found.holds(found.size + 1) && found.token(found.size).lower &&
                   found.token(found.size).is(WordClass::topic);
        // Verbs of prose are small: "the Cold War", "What Agencies Do" are titles.
        case Trait::verb: return found.token().upper;
        // "The Congress of Vienna", "the Congress for Cultural Freedom", "Second Report to Congress" have no
        // sessions to cite.
        case Trait::congress: {
            if (!found.heads() && !found.holds(1) && found.chunks.word(found.at - 1) == "to") return true;
            auto const next = found.chunks.word(found.at + 1);
            return found.holds(2) && found.token(2).upper && (next == "of" || next == "for");
        }
        default: return false;
    }
}

/// "3rd ser.", "2nd Series", "2e série".
bool counts_series(Chunk const& chunk, Chunks const& chunks, std::uint32_t end) {
    constexpr std::size_t longest_ordinal = 5;
    auto const ordinal = chunks.word(chunk.first);
    if (end - chunk.first != 2 || !is_digit(ordinal.front()) || ordinal.size() > longest_ordinal ||
        is_all_digits(ordinal))
        return false;
    auto const& noun = chunks.tokens[chunk.first + 1];
    return noun.phrase && noun.is(WordClass::label) && contains(noun.phrase->meanings(), "series");
}

/// Where in a chunk the form of a paper stands.
void place_genre(Chunk& chunk, FoundPhrase const& found) {
    if (found.heads()) {
        chunk.set(Trait::genre_head);
        auto const& behind = found.token(found.size);
        if (found.holds(found.size + 1) && behind.lower && behind.is(WordClass::memo_from))
            chunk.set(Trait::by_writer);
    } else if (found.ends()) {
        chunk.set(Trait::form_behind);
    }
}

void add_word_traits(Chunk& chunk, Chunks const& chunks) {
    static WordClasses const wanted = interesting();
    for (auto at = chunk.first; at < chunk.last;) {
        // A remark in brackets says nothing of the words around it.
        auto const& token = chunks.tokens[at];
        if (token.kind == TokenKind::open && token.match < chunk.last && at > chunk.first) {
            at = token.match + 1;
            continue;
        }
        auto const match = match_phrase(chunks.tokens, chunks.text, at, wanted);
        if (!match.phrase || at + match.size > chunk.last) {
            // A compound is what it ends in: "Universitätsarchiv", "黑龙江省档案馆".
            if (token.is(WordClass::repository)) chunk.set(Trait::repository);
            ++at;
            continue;
        }
        FoundPhrase const found{chunk, chunks, at, match.size};
        for (auto const& entry : word_traits) {
            if (!match.phrase->is(entry.word_class)) continue;
            bool const small = !token.upper && !token.han;
            if (is_upper_class(entry.trait) && small && !may_be_small(found, entry.trait)) continue;
            if (has_other_sense(found, entry.trait)) continue;
            chunk.set(entry.trait);
            if (entry.trait == Trait::genre) place_genre(chunk, found);
        }
        at += match.size;
    }
}

/// "Drahtbericht Nr. 2874 | des Botschafters Sahm", "télégramme n° 12 | de l’ambassade à Moscou",
/// "telespresso n. 45 | della legazione a Belgrado": behind a paper's number whose it is.
bool tells_sender(Chunks const& chunks, std::uint32_t first, std::uint32_t last) {
    constexpr std::uint32_t longest = 9;
    auto const& tokens = chunks.tokens;
    if (last - first > longest || last - first < 2 || !tokens[first].lower ||
        !tokens[first].is(WordClass::of_whom))
        return false;
    auto const next = chunks.word(first + 1);
    auto const office = next == "la" ? first + 2 : first + 1;
    if (office >= last) return false;
    return chunks.word(first) == "des" ? tokens[office].upper
                                       : tokens[office].is(WordClass::institution) ||
                                             names_office_behind_article(next, Lexicon::builtin());
}

/// "2", "9:30", "14.30", "2:10–6:00": an hour, or from one to another.
bool reads_as_hour(string_view word) {
    return is_digit(word.front()) && word.size() <= 13 &&
           word.find_first_not_of("0123456789:.-\u2013") == string_view::npos;
}

/// "2 p.m.", "9:30 a.m.", "2315Z": the hour of a telegram or talk; where it ends, or `at`.
std::uint32_t time_of_day(Chunk const& chunk, Chunks const& chunks, std::uint32_t at) {
    auto const written = chunks.word(at);
    if (written.size() == 5 && written.back() == 'Z' && is_all_digits(written.substr(0, 4))) return at + 1;
    if (written.empty() || !reads_as_hour(written) || at + 1 >= chunk.last) return at;
    return chunks.tokens[at + 1].is(WordClass::hour) ? at + 2 : at;
}

/// Only words on secrecy, haste or the copy: "Top Secret", "Secret and Personal".
bool reads_as_marking(Chunk const& chunk, Chunks const& chunks) {
    for (auto at = chunk.first; at < chunk.last;) {
        auto const& token = chunks.tokens[at];
        bool const joins = at > chunk.first &&
                           (token.is_mark('.') || (token.is(WordClass::conjunction) && at + 1 < chunk.last));
        if (auto const hour = time_of_day(chunk, chunks, at); hour > at) {
            at = hour;
            continue;
        }
        auto const found = match_phrase(chunks.tokens, chunks.text, at, mask(WordClass::marking));
        if (!joins && (!found.phrase || at + found.size > chunk.last)) return false;
        at += joins ? 1U : found.size;
    }
    return true;
}

/// "StA Freiburg", "AD Nord", "Arch. dép. du Rhône", "GA Rostovskoi oblasti": a short word for an archive's
/// kind, and the town or region that it is of.
bool names_regional_keeper(Chunk const& chunk, Chunks const& chunks) {
    constexpr std::uint32_t longest = 8;
    auto const& tokens = chunks.tokens;
    if (chunk.size() > longest || !tokens[chunk.first].upper) return false;
    auto const head = match_phrase(tokens, chunks.text, chunk.first, mask(WordClass::keeper_head));
    auto at = chunk.first + head.size;
    while (at < chunk.last && tokens[at].is_mark('.')) ++at;
    if (!head.phrase || at >= chunk.last) return false;
    auto const& first = tokens[chunk.first];
    bool const shortened =
        head.size > 1 || has_upper_after(slice(chunks.text, first.span), 1) || first.all_upper;
    bool named = false;
    for (; at < chunk.last; ++at) {
        if (tokens[at].kind != TokenKind::word || tokens[at].digits || tokens[at].is(WordClass::verb))
            return false;
        // "AN ESSAY ON": capitals throughout are a title.
        named = named || (tokens[at].upper && !tokens[at].all_upper && tokens[at].span.size() > 2);
    }
    return shortened && named;
}

/// "San Miguel", "Santa Fe", "São Paulo": towns are called by saints, and persons not so alone.
bool names_saint(Chunk const& chunk, Chunks const& chunks, std::uint32_t end) {
    constexpr std::array saints = {string_view{"San"}, string_view{"Santa"}, string_view{"Santo"},
                                   string_view{"São"}, string_view{"Sankt"}, string_view{"Sainte"}};
    return end - chunk.first == 2 && chunks.tokens[end - 1].upper && !chunks.tokens[end - 1].digits &&
           contains(saints, chunks.word(chunk.first));
}

/// "DH 1015/179", "JE 14211/78": the Foreign Office's letters for a country, a class of four figures or five,
/// and the paper.
bool names_jacket(string_view letters, string_view number) {
    constexpr std::size_t least_figures = 4, most_figures = 5;
    auto const slash = number.find('/');
    return letters.size() == 2 && is_upper(static_cast<unsigned char>(letters[1])) &&
           slash >= least_figures && slash <= most_figures && is_all_digits(number.substr(0, slash)) &&
           is_all_digits(number.substr(slash + 1));
}

/// "2091/140/38G": without the letter for a secret paper behind a registry's number.
std::string_view without_secrecy(std::string_view number) {
    bool const secret = number.size() > 2 && is_digit(number[number.size() - 2]) && number.back() >= 'A' &&
                        number.back() <= 'Z';
    return secret ? number.substr(0, number.size() - 1) : number;
}

/// Letters and digits of each word: capitals, numbers, codes.
void add_letter_traits(Chunk& chunk, Chunks const& chunks) {
    auto const& tokens = chunks.tokens;
    auto const& head = tokens[chunk.first];
    if (head.upper || head.han) chunk.set(Trait::upper);
    if (head.han) chunk.set(Trait::eastern);
    bool any_upper = false;
    for (auto at = chunk.first; at < chunk.last; ++at) {
        auto const& token = tokens[at];
        any_upper = any_upper || token.upper || token.han;
        if (token.digits) chunk.set(Trait::digits);
        auto const written = slice(chunks.text, token.span);
        if (token.kind == TokenKind::word && is_reference_word(token, written)) chunk.set(Trait::reference);
        if (token.digits && std::count(written.begin(), written.end(), '/') >= 2) chunk.set(Trait::shelfmark);
    }
    if (chunk.size() == 2 && head.upper && tokens[chunk.last - 1].digits) {
        auto const number = without_secrecy(chunks.word(chunk.last - 1));
        bool const paper = chunk.is(Trait::shelfmark) && head.span.size() <= 2 &&
                           number.find_first_not_of("0123456789/") == std::string_view::npos;
        if (paper || names_jacket(slice(chunks.text, head.span), number)) chunk.set(Trait::registered);
    }
    if (!any_upper) chunk.set(Trait::all_small);
}

/// "with Ann M. Smith and Steven L. Rearden", "assisted by L. Arnold", "with the editorial assistance of
/// Robert H. Phelps": who helped a book's author.
bool names_helpers(Chunk const& chunk, Chunks const& chunks) {
    constexpr std::uint32_t shortest = 3;
    auto const word = [&](std::uint32_t at) { return chunks.word(at); };
    if (chunk.size() < shortest || !chunks.tokens[chunk.first].lower) return false;
    auto const first = word(chunk.first), second = word(chunk.first + 1);
    auto names = first == "with" ? chunk.first + 1 : chunk.first + 2;
    if (first == "with" && second == "the")
        while (names + 1 < chunk.last && word(names - 1) != "of") ++names;
    bool const helps = first == "with" || (first == "assisted" && second == "by");
    return helps && names < chunk.last && reads_as_names(chunks, names, chunk.last);
}

/// "CSLI Lecture Notes 14": behind words a number that is no year.
bool ends_in_number(Chunk const& chunk, Chunks const& chunks) {
    constexpr std::size_t most_figures = 3;
    auto const& last = chunks.tokens[chunk.last - 1];
    return chunk.size() > 2 && last.number && last.span.size() <= most_figures &&
           chunks.tokens[chunk.last - 2].kind == TokenKind::word && !chunks.tokens[chunk.last - 2].digits;
}

/// "by Jacques Lacan": whose book it is, behind its title.
bool names_people_behind(Chunk const& chunk, Chunks const& chunks) {
    return chunk.size() > 1 && chunks.word(chunk.first) == "by" &&
           reads_as_names(chunks, chunk.first + 1, chunk.last);
}

/// "Harvard Cold War Studies", "Oxford Historical Monographs", "Studies in International History": words of
/// which, in capitals, the names of series are made.
bool names_series(Chunk const& chunk, Chunks const& chunks) {
    auto const& tokens = chunks.tokens;
    if (chunk.size() < 2 || !tokens[chunk.first].upper) return false;
    // "Studies in International History", "CSS Studies in Security": the noun before what it is on.
    bool head = false;
    for (auto at = chunk.first; at + 2 < chunk.last; ++at)
        head = head || (tokens[at].upper && tokens[at].is(WordClass::series_noun) && tokens[at + 1].lower &&
                        tokens[at + 1].is(WordClass::topic));
    bool const end = tokens[chunk.last - 1].upper && tokens[chunk.last - 1].is(WordClass::series_noun);
    if (!head && !end) return false;
    return std::all_of(tokens.begin() + chunk.first, tokens.begin() + chunk.last, [](Token const& token) {
        return token.kind == TokenKind::word && !token.digits && (token.upper || token.span.size() <= 3);
    });
}

/// "Pepysian MSS.", "S.P. Dom. Eliz.": papers cited by their bound volumes. "HMC, Salisbury MSS" is in print.
bool names_bound_papers(Chunk const& chunk, Chunks const& chunks, std::uint32_t end) {
    auto const& tokens = chunks.tokens;
    auto const& list = chunks.list;
    bool const printed =
        chunk.is(Trait::docvolume) || (list.size() > 2 && list[list.size() - 2].kind == ChunkKind::comma &&
                                       list[list.size() - 3].is(Trait::docvolume));
    if (printed || chunk.is(Trait::digits)) return false;
    auto const group = match_phrase(tokens, chunks.text, chunk.first, mask(WordClass::file_group));
    return (group.phrase && group.size > 1) ||
           (end - chunk.first > 1 && tokens[end - 1].all_upper && chunks.word(end - 1) == "MSS");
}
}  // namespace

bool begins_sessional_papers(Chunks const& chunks, std::uint32_t at) {
    constexpr std::array letters = {string_view{"PP"}, string_view{"P.P"}, string_view{"BPP"},
                                    string_view{"B.P.P"}};
    constexpr std::size_t digits_of_year = 4;
    auto const& tokens = chunks.tokens;
    if (!contains(letters, chunks.word(at))) return false;
    do ++at;
    while (tokens[at].is_mark('.') || tokens[at].is_mark(','));
    return is_year(chunks.word(at).substr(0, digits_of_year));
}

void classify(Chunk& chunk, Chunks const& chunks, Lexicon const& lexicon) {
    auto const& tokens = chunks.tokens;
    auto const& head = tokens[chunk.first];
    auto end = chunk.last;
    while (end > chunk.first && tokens[end - 1].is_mark('.')) --end;
    chunk.traits = 0;
    add_letter_traits(chunk, chunks);
    add_word_traits(chunk, chunks);
    add_code_traits(chunk, chunks, lexicon, end);
    if (head.is(WordClass::memo_from) && head.lower && chunk.last > chunk.first + 1 &&
        (tokens[chunk.first + 1].upper || chunks.word(chunk.first + 1) == "the"))
        chunk.set(Trait::sender);
    // "télégramme n° 45 d’Ankara"
    auto const& list = chunks.list;
    bool const behind_paper = list.size() > 1 && list[list.size() - 2].kind == ChunkKind::level &&
                              list[list.size() - 2].means("telegram");
    if (behind_paper && elided_preposition(slice(chunks.text, head.span)) != 0) chunk.set(Trait::sender);
    if (behind_paper && tells_sender(chunks, chunk.first, chunk.last)) chunk.set(Trait::sender);
    if (names_regional_keeper(chunk, chunks)) chunk.set(Trait::repository);
    if (reads_as_marking(chunk, chunks)) chunk.set(Trait::marking);
    if (names_helpers(chunk, chunks)) chunk.set(Trait::helpers);
    if (names_people_behind(chunk, chunks)) chunk.set(Trait::by_people);
    if (ends_in_number(chunk, chunks)) chunk.set(Trait::numbered);
    if (names_series(chunk, chunks)) chunk.set(Trait::series_name);
    if (begins_sessional_papers(chunks, chunk.first)) chunk.set(Trait::docvolume);
    if (end - chunk.first == 1 &&
        (head.all_upper || (head.upper && head.digits) || is_abbreviation(slice(chunks.text, head.span))))
        chunk.set(Trait::capitals);
    auto const place = match_phrase(tokens, chunks.text, chunk.first, mask(WordClass::place));
    if (head.upper) {
        auto const country = match_phrase(tokens, chunks.text, chunk.first, mask(WordClass::country));
        if (country.phrase && chunk.first + country.size >= end) chunk.set(Trait::country);
    }
    if (end - chunk.first == 1 && head.is(WordClass::reprinted)) chunk.set(Trait::reprinted);
    if (counts_series(chunk, chunks, end)) chunk.set(Trait::nth_series);
    bool const town = place.phrase && head.upper && chunk.first + place.size >= end;
    if (town || names_saint(chunk, chunks, end)) chunk.set(Trait::place);
    if (names_bound_papers(chunk, chunks, end)) chunk.set(Trait::bound);
    if (!chunk.is(Trait::legal) && reads_as_names(chunks, chunk.first, chunk.last)) {
        chunk.set(Trait::name);
        describe_name(chunk, chunks);
    }
    find_letter(chunk, chunks, lexicon);
}

}  // namespace fonds
