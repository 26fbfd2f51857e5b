// Finds the phrases of the tables in the tokens of a note.

#include "base/text.hpp"
#include "grammar/chunk.hpp"
#include "grammar/tokens.hpp"

namespace fonds {

using std::string_view;

namespace {
/// "sous la direction d’Alain", "a cura d’Antonio": the last word of a role is drawn to the name.
bool is_drawn_to_name(Phrase const& phrase, std::size_t word, Token const& token, string_view written) {
    constexpr auto roles = mask(WordClass::editor) | mask(WordClass::translator) | mask(WordClass::foreword);
    constexpr auto de = hash_word("de"), di = hash_word("di");
    return word > 0 && word + 1 == phrase.words.size() && (phrase.classes & roles) != 0 &&
           (phrase.words[word] == de || phrase.words[word] == di) && token.kind == TokenKind::word &&
           elided_preposition(written) != 0;
}
}  // namespace

PhraseMatch match_phrase(Tokens const& tokens, string_view text, std::uint32_t at, WordClasses classes) {
    auto const* start = tokens[at].start;
    if (!start || (start->classes & classes) == 0) return {};
    for (auto const& phrase : start->phrases) {
        if ((phrase.classes & classes) == 0) continue;
        std::uint32_t next = at + 1;
        bool fits = true;
        for (std::size_t i = 1; i < phrase.words.size() && fits; ++i) {
            // A stop inside an abbreviation ("ed. khr.", "d. h.") is no word of the phrase, nor is the comma
            // of "Haus-, Hof- und Staatsarchiv".
            while (!tokens[next].space_before &&
                   (tokens[next].is_mark('.') ||
                    (tokens[next].is_mark(',') && text[tokens[next].span.begin - 1] == '-')))
                ++next;
            fits = tokens[next].kind == TokenKind::word && tokens[next].key == phrase.words[i];
            if (!fits && is_drawn_to_name(phrase, i, tokens[next], slice(text, tokens[next].span))) {
                fits = true;
                break;
            }
            ++next;
        }
        if (!fits) continue;
        if (phrase.exact_case && (phrase.classes & classes) == mask(WordClass::archive)) {
            auto const written = slice(text, {tokens[at].span.begin, tokens[next - 1].span.end});
            auto const plain = replace_all(written, ".", "");
            if (!phrase.may_stand(written) && !phrase.may_stand(plain)) continue;
        }
        return {&phrase, next - at};
    }
    return {};
}

}  // namespace fonds
