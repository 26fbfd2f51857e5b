#include "check/introductions.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/unicode.hpp"

namespace fonds::checking {
namespace {

constexpr std::array<std::string_view, 14> introductions = {
    "hereafter", "hereinafter", "henceforth", "further only", "im folgenden", "nachfolgend", "weiter nur",
    "fortan",    "ci-après",    "dalej:",     "далее",        "dorénavant",   "en adelante", "d’ora in poi"};

/// How long a word is, at least, which begins with that byte in any case and with which one of them begins;
/// beyond ASCII any may be such. Few words are.
constexpr auto shortest_beginning = [] {
    std::array<std::size_t, 256> table{};
    std::fill(table.begin(), table.begin() + 0x80, std::string_view::npos);
    for (auto const phrase : introductions) {
        if (!is_ascii_letter(phrase.front())) continue;
        std::size_t letters = 0;
        while (letters < phrase.size() && is_ascii_letter(phrase[letters])) ++letters;
        for (auto const first : {phrase.front(), ascii_upper(phrase.front())}) {
            auto& shortest = table[static_cast<unsigned char>(first)];
            shortest = std::min(shortest, letters);
        }
    }
    return table;
}();

// The words after "hereafter" that are not the abbreviation itself.
std::string_view without_preamble(std::string_view text) {
    for (bool again = true; again;) {
        again = false;
        text = trim(text);
        for (std::string_view const words :
             {":", ",", "cited as", "referred to as", "abbreviated as", "as", "only", "zitiert als",
              "zit. als", "–", "—", "-", "“", "\"", "‘", "'", "«", "„"})
            if (text.starts_with(words) &&
                (!is_ascii_letter(words.back()) || text.substr(words.size()).starts_with(' '))) {
                text.remove_prefix(words.size());
                again = true;
            }
    }
    return text;
}

/// Whether `text` begins with `phrase`, which is in small letters, in any case.
bool begins_with(std::string_view text, std::string_view phrase) {
    if (text.size() < phrase.size()) return false;
    for (std::size_t at = 0; at < phrase.size();) {
        if (is_ascii_letter(phrase[at])) {
            if (ascii_lower(text[at]) != phrase[at]) return false;
            ++at;
            continue;
        }
        auto const wanted = decode(phrase, at);
        auto const written = decode(text, at);
        if (written.size != wanted.size || to_lower(written.value) != wanted.value) return false;
        at += wanted.size;
    }
    return true;
}

/// The phrase that introduces an abbreviation at the beginning of `text`, in any case; or nothing.
std::string_view introduction_at(std::string_view text) {
    for (auto const phrase : introductions) {
        bool const differs = is_ascii_letter(phrase.front()) && ascii_lower(text.front()) != phrase.front();
        if (!differs && begins_with(text, phrase)) return phrase;
    }
    return {};
}

/// The abbreviation that such a phrase introduces: the first words of `text`.
std::string_view abbreviation_in(std::string_view text) {
    constexpr std::size_t longest = 60;
    auto rest = text.substr(0, longest);
    rest = rest.substr(0, rest.find_first_of(")];\n"));
    rest = without_preamble(rest);
    while (!rest.empty()) {
        auto const last = decode_before(rest, rest.size());
        if (last.value == U'.' && rest.size() > 2 && is_upper(decode_before(rest, rest.size() - 1).value))
            break;
        if (is_letter(last.value) || is_number(last.value)) break;
        rest.remove_suffix(last.size);
    }
    return rest;
}

void collect_introductions(std::string_view text, std::vector<Token> const& tokens, std::size_t note,
                           std::vector<Introduction>& out) {
    for (auto const& token : tokens) {
        if (token.kind != Token::word) continue;
        auto const first = static_cast<unsigned char>(text[token.span.begin]);
        if (token.span.size() < shortest_beginning[first]) continue;
        auto const phrase = introduction_at(text.substr(token.span.begin));
        // "Hier und im Folgenden" names the source of more than one sentence.
        if (phrase.empty() || trim(text.substr(0, token.span.begin)).ends_with(" und")) continue;
        auto const abbreviation = abbreviation_in(text.substr(token.span.begin + phrase.size()));
        auto const begin = static_cast<std::size_t>(abbreviation.data() - text.data());
        bool const is_short = count_code_points(abbreviation) >= 2 &&
                              std::count(abbreviation.begin(), abbreviation.end(), ' ') <= 4;
        if (is_short) out.push_back({std::string(abbreviation), note, {begin, begin + abbreviation.size()}});
    }
}

}  // namespace

std::vector<Introduction> introductions_in(std::vector<ParsedNote> const& notes,
                                           std::vector<std::vector<Token>> const& tokens) {
    std::vector<Introduction> all;
    for (std::size_t index = 0; index < notes.size(); ++index)
        collect_introductions(notes[index].text, tokens[index], index, all);
    return all;
}

}  // namespace fonds::checking
