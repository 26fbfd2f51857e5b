// "to" before a country, which says where somebody serves or goes.

#include "grammar/direction.hpp"

#include "base/text.hpp"

namespace fonds {
namespace {

/// "to the DPRK", "to Beijing Pavel Yudin": whether the words from `at` name a country, or a town behind
/// which a name goes on; "Ambassador to Washington, 3 May" may be a telegram.
bool names_destination(Tokens const& tokens, std::string_view text, std::uint32_t at) {
    if (slice(text, tokens[at].span) == "the") ++at;
    if (!tokens[at].upper) return false;
    if (match_phrase(tokens, text, at, mask(WordClass::country) | mask(WordClass::region)).phrase)
        return true;
    auto const town = match_phrase(tokens, text, at, mask(WordClass::place));
    auto const behind = at + town.size;
    return town.phrase && tokens[behind].kind == TokenKind::word && tokens[behind].upper;
}

}  // namespace

void drop_destinations(Tokens& tokens, std::string_view text) {
    for (std::uint32_t at = 1; at + 1 < tokens.size(); ++at)
        if (tokens[at].is(WordClass::direction) && tokens[at].lower &&
            tokens[at - 1].is(WordClass::whither) && names_destination(tokens, text, at + 1))
            tokens.drop(at, WordClass::direction);
}

}  // namespace fonds
