// Rules on letters of two alphabets that look alike.

#include <algorithm>
#include <optional>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "check/confusables.hpp"
#include "check/rule.hpp"

namespace fonds::checking {
namespace {

struct Scripts {
    std::size_t latin = 0;
    std::size_t cyrillic = 0;
    std::size_t greek = 0;
    [[nodiscard]] bool mixed() const { return (latin > 0) + (cyrillic > 0) + (greek > 0) > 1; }
};

Scripts scripts_of(std::string_view word) {
    Scripts scripts;
    for (std::size_t at = 0; at < word.size();) {
        auto const c = decode(word, at);
        at += c.size;
        switch (script_of(c.value)) {
            case Script::latin: ++scripts.latin; break;
            case Script::cyrillic: ++scripts.cyrillic; break;
            case Script::greek: ++scripts.greek; break;
            default: break;
        }
    }
    return scripts;
}

// The nearest word before a token that has letters of one alphabet and more than one of them, or a label's
// stop.
Script script_before(NoteView const& note, std::size_t at) {
    constexpr std::size_t farthest = 6;
    for (std::size_t back = 1; back <= std::min(at, farthest); ++back) {
        auto const& token = note.tokens[at - back];
        if (token.kind != Token::word) continue;
        auto const scripts = scripts_of(note.text(token));
        if (scripts.mixed()) return Script::other;
        return scripts.cyrillic > 0 ? Script::cyrillic : scripts.latin > 0 ? Script::latin : Script::other;
    }
    return Script::other;
}

// The word in one script, where every strange letter has a twin in it.
std::optional<std::string> in_one_script(std::string_view word, bool latin) {
    std::string out;
    for (std::size_t at = 0; at < word.size();) {
        auto const c = decode(word, at);
        at += c.size;
        auto const script = script_of(c.value);
        bool const strange = latin ? script == Script::cyrillic || script == Script::greek
                                   : script == Script::latin || script == Script::greek;
        auto const twin = strange ? (latin ? latin_twin(c.value) : cyrillic_twin(c.value)) : c.value;
        if (twin == 0) return std::nullopt;
        append_utf8(out, twin);
    }
    return out;
}

// "22/а", "ф. 1B": one letter of the other alphabet at a number.
void strange_letter(NoteView const& note, Findings& findings) {
    auto const& tokens = note.tokens;
    for (std::size_t at = 2; at < tokens.size(); ++at) {
        auto const letter = note.text(tokens[at]);
        if (tokens[at].kind != Token::word || decode(letter, 0).size != letter.size()) continue;
        bool const at_number = tokens[at - 1].kind == Token::number ||
                               (note.text(tokens[at - 1]) == "/" && tokens[at - 2].kind == Token::number);
        auto const point = decode(letter, 0).value;
        auto const script = script_of(point);
        auto const around = at_number ? script_before(note, at) : Script::other;
        bool const is_strange =
            (script == Script::cyrillic && around == Script::latin && latin_twin(point) != 0) ||
            (script == Script::latin && around == Script::cyrillic && cyrillic_twin(point) != 0);
        if (!is_strange) continue;
        auto& finding =
            findings.add(note.index, tokens[at].span,
                         concat("“", letter, "” is a ", script == Script::cyrillic ? "Cyrillic" : "Latin",
                                " letter in a reference of the other alphabet: no search will find it"));
        // A Latin B may stand for В, or for Б.
        if (letter == "B") continue;
        std::string twin;
        append_utf8(twin, script == Script::cyrillic ? latin_twin(point) : cyrillic_twin(point));
        offer(finding, false, twin);
    }
}

void mixed_script(NoteView const& note, Findings& findings) {
    strange_letter(note, findings);
    for (std::size_t at = 0; at < note.tokens.size(); ++at) {
        auto const& token = note.tokens[at];
        if (token.kind != Token::word || token.is_ascii) continue;
        auto const word = note.text(token);
        auto const scripts = scripts_of(word);
        if (!scripts.mixed()) continue;
        // Half and half does not tell which alphabet was meant; the word before it does.
        bool const half = scripts.latin == scripts.cyrillic + scripts.greek;
        auto const around = half ? script_before(note, at) : Script::other;
        bool const mostly_latin =
            half ? around != Script::cyrillic : scripts.latin > scripts.cyrillic + scripts.greek;
        auto repaired = in_one_script(word, mostly_latin);
        bool const sure = repaired.has_value();
        if (!sure) repaired = in_one_script(word, !mostly_latin);
        if (!repaired) continue;
        auto& finding = findings.add(
            note.index, token.span,
            concat("“", word,
                   "” mixes letters of two alphabets that look alike: no search will find it; write “",
                   *repaired, "” in one alphabet"));
        offer(finding, sure && (!half || around != Script::other), *repaired);
    }
}

// "Kim И Sung": a lone Cyrillic capital between Latin words is a misread pair of letters.
void lone_cyrillic(NoteView const& note, Findings& findings) {
    auto const& tokens = note.tokens;
    for (std::size_t at = 2; at + 2 < tokens.size(); ++at) {
        if (tokens[at].is_ascii || note.text(tokens[at]) != "И") continue;
        if (tokens[at - 1].kind != Token::space || tokens[at + 1].kind != Token::space) continue;
        if (scripts_of(note.text(tokens[at - 2])).latin == 0 ||
            scripts_of(note.text(tokens[at + 2])).latin == 0)
            continue;
        auto& finding = findings.add(note.index, tokens[at].span,
                                     "a Cyrillic “И” between Latin words: “Il” was misread; write “Il”");
        offer(finding, false, "Il");
    }
}

constexpr RuleEntry entries[] = {
    {{"mixed-script", "typing", Severity::error, "letters of two alphabets that look alike in one word"},
     Reach::both,
     mixed_script},
    {{"lone-cyrillic", "typing", Severity::warning, "a lone Cyrillic letter between Latin words"},
     Reach::both,
     lone_cyrillic},
};

}  // namespace

std::span<RuleEntry const> script_rules() { return entries; }

}  // namespace fonds::checking
