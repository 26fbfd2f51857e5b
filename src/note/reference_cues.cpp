// The words of a citation that point elsewhere, found with the vocabulary tables.
#include "note/reference_cues.hpp"

#include <algorithm>

#include "base/contains.hpp"
#include "base/number.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "grammar/tokens.hpp"

namespace fonds {
namespace {

// A number with more digits counts something else.
constexpr std::size_t longest_note_number = 4;
// The words that may stand between "note" and what makes it a reference: "cited above in note 7".
constexpr std::uint32_t cue_reach = 4;

bool is_note_label(Token const& token) {
    if (token.kind != TokenKind::word || !token.phrase) return false;
    return token.phrase->is(WordClass::label) && contains(token.phrase->meanings(), "note");
}

std::optional<long> number_of(std::string_view word) {
    if (!is_all_digits(word) || word.size() > longest_note_number) return std::nullopt;
    return leading_number(word);
}

// "n. 7" is a locator of the work cited; it points to a note of this manuscript where a bracket holds nothing
// else, or a word such as "above" or "cited" stands by it.
bool is_reference(Tokens const& tokens, std::string_view text, std::uint32_t label, std::uint32_t number) {
    auto const wanted = mask(WordClass::above) | mask(WordClass::signal) | mask(WordClass::verb);
    if (tokens[label - 1].kind == TokenKind::open && tokens[number + 1].kind == TokenKind::close) return true;
    std::uint32_t const first = label > cue_reach ? label - cue_reach : 0;
    std::uint32_t const last = std::min(number + 3, tokens.size());
    for (std::uint32_t at = first; at < last; ++at) {
        if (at >= label && at <= number) continue;
        if (match_phrase(tokens, text, at, wanted).phrase) return true;
    }
    return false;
}

std::optional<long> note_number(Tokens const& tokens, std::string_view text) {
    for (std::uint32_t at = 0; at + 1 < tokens.size(); ++at) {
        if (!is_note_label(tokens[at])) continue;
        auto number = at + 1;
        if (tokens[number].is_mark('.')) ++number;

        auto const value = number_of(slice(text, tokens[number].span));
        if (value && is_reference(tokens, text, at, number)) return value;
    }
    return std::nullopt;
}

// What a bracket that introduces a name holds at most, in bytes; bounds the work on brackets that do not
// close.
constexpr std::size_t longest_introduction = 200;

std::string_view first_word(std::string_view text) {
    std::size_t begin = 0;
    while (begin < text.size() && is_ascii_space(text[begin])) ++begin;
    auto end = begin;
    while (end < text.size() && !is_ascii_space(text[end]) && text[end] != ',' && text[end] != ':') ++end;
    return text.substr(begin, end - begin);
}

bool starts_phrase(std::string_view word, Lexicon const& lexicon, WordClass word_class) {
    auto const* start = word.empty() ? nullptr : lexicon.start(hash_folded(word));
    return start && (start->classes & mask(word_class)) != 0;
}

// "FRUS, with year and volume": behind a comma small words tell how it is cited.
std::string_view without_remark(std::string_view name) {
    for (auto comma = name.find(", "); comma != std::string_view::npos; comma = name.find(", ", comma + 1))
        if (comma + 2 < name.size() && is_lower(decode(name, comma + 2).value)) return name.substr(0, comma);
    return name;
}

// "NARA" of "hereafter cited as “NARA”".
std::string introduced_name(std::string_view inside, Lexicon const& lexicon) {
    auto const tokens = lex(inside, lexicon);
    auto const found = match_phrase(tokens, inside, 0, mask(WordClass::hereafter));
    if (!found.phrase) return {};
    std::size_t first = found.size, last = tokens.size();
    while (first < last && tokens[first].kind != TokenKind::word) ++first;
    while (last > first && tokens[last - 1].kind != TokenKind::word) --last;
    if (first == last) return {};
    return std::string(without_remark(slice(inside, {tokens[first].span.begin, tokens[last - 1].span.end})));
}

// "Mil- burn" as one word: the hyphen of a line's end, before a small letter.
std::string without_line_ends(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        bool const broken = text.substr(at, 2) == "- " && at > 0 && at + 2 < text.size() &&
                            is_lower(decode(text, at + 2).value);
        if (broken) ++at;
        else out += text[at];
    }
    return out;
}

}  // namespace

ReferenceCues read_cues(std::string_view text, Lexicon const& lexicon) {
    auto const tokens = lex(text, lexicon);
    ReferenceCues cues;
    for (std::uint32_t at = 0; at < tokens.size(); ++at) {
        if (tokens[at].kind != TokenKind::word) continue;
        if (match_phrase(tokens, text, at, mask(WordClass::op_cit)).phrase) cues.op_cit = true;
        if (match_phrase(tokens, text, at, mask(WordClass::ibid)).phrase) cues.ibid = true;
        if (at == 0 && match_phrase(tokens, text, at, mask(WordClass::idem)).phrase) cues.idem = true;
    }
    cues.idem = begins_with_idem(text, lexicon);
    cues.note = note_number(tokens, text);
    return cues;
}

bool begins_with_idem(std::string_view text, Lexicon const& lexicon) {
    return starts_phrase(first_word(text), lexicon, WordClass::idem);
}

std::vector<Introduction> read_introductions(std::string_view text, Lexicon const& lexicon) {
    std::vector<Introduction> out;
    bool in_bracket = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        bool const opens = text[at] == '(' || text[at] == '[';
        if (opens || text[at] == ')' || text[at] == ']') in_bracket = opens;
        // "(Russian State Archive of Contemporary History, Moscow; hereafter RGANI)"
        bool const goes_on = in_bracket && (text[at] == ';' || text[at] == ',');
        if (!opens && !goes_on) continue;
        auto const inside = text.substr(at + 1, longest_introduction);
        if (!starts_phrase(first_word(inside), lexicon, WordClass::hereafter)) continue;
        auto const close = inside.find_first_of(")]");
        if (close == std::string_view::npos) continue;
        auto name = introduced_name(inside.substr(0, close), lexicon);
        if (!name.empty()) out.push_back({std::move(name), at});
    }
    return out;
}

bool has_signal(std::string_view text, std::string_view signal, Lexicon const& lexicon) {
    auto const tokens = lex(text, lexicon);
    for (std::uint32_t at = 0; at < tokens.size(); ++at) {
        auto const found = match_phrase(tokens, text, at, mask(WordClass::signal));
        if (found.phrase && found.phrase->signal() == signal) return true;
    }
    return false;
}

bool is_acronym(std::string_view name) {
    return name.size() > 2 &&
           std::all_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::vector<std::uint64_t> title_words(std::string_view text, Lexicon const& lexicon) {
    if (text.empty()) return {};
    auto const folded =
        text.find("- ") == std::string_view::npos ? fold(text) : fold(without_line_ends(text));
    std::vector<std::uint64_t> words;
    constexpr std::size_t usual_words = 8;
    words.reserve(usual_words);
    std::size_t begin = 0;  // of the word
    bool articled = false;
    auto const end_word = [&](std::size_t end, std::size_t next) {
        auto const word = slice(folded, {begin, end});
        begin = next;
        if (word.empty()) return;
        auto const key = hash_word(word);
        if (words.empty()) articled = lexicon.is_any(key, mask(WordClass::article));
        words.push_back(key);
    };
    for (std::size_t at = 0; at < folded.size();) {
        auto const [c, size] = decode(folded, at);
        bool const in_word = c < 0x80 ? is_ascii_letter(static_cast<char>(c)) || is_digit(folded[at])
                                      : is_letter(c) || is_number(c);
        if (!in_word) end_word(at, at + size);
        at += size;
    }
    end_word(folded.size(), folded.size());
    if (articled && words.size() > 1) words.erase(words.begin());  // "AN" is a name
    return words;
}

}  // namespace fonds
