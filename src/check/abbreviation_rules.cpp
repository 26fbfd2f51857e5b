// Rules on abbreviations that a manuscript introduces ("hereafter NARA").

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "check/rule.hpp"

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

/// "(hereafter NARA)": the abbreviation and where it stands.
struct Introduction {
    std::string abbreviation;
    std::size_t note = 0;
    Span span;
};

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

std::vector<Introduction> introductions_in(Manuscript const& manuscript) {
    std::vector<Introduction> all;
    for (std::size_t index = 0; index < manuscript.notes.size(); ++index)
        collect_introductions(manuscript.notes[index].text, manuscript.tokens[index], index, all);
    return all;
}

/// Where each abbreviation is used: notes in order, with the place, then the body (`no_index`).
using Uses = std::unordered_map<std::string, std::vector<std::pair<std::size_t, Span>>>;

// One pass over all notes: abbreviations are looked up by the words that they begin with.
Uses uses_of(Manuscript const& manuscript, std::vector<Introduction> const& introduced) {
    std::unordered_map<std::string, std::vector<std::string>> by_first_word;
    for (auto const& introduction : introduced) {
        auto const tokens = tokenize(introduction.abbreviation);
        auto& list = by_first_word[std::string(spelling(introduction.abbreviation, tokens.front()))];
        if (list.size() < 16 && !contains(list, introduction.abbreviation))
            list.push_back(introduction.abbreviation);
    }
    Uses uses;
    auto const look = [&](std::size_t index, std::string_view text, std::vector<Token> const& tokens) {
        for (auto const& token : tokens) {
            auto const at = by_first_word.find(std::string(spelling(text, token)));
            if (at == by_first_word.end()) continue;
            for (auto const& abbreviation : at->second) {
                auto const end = token.span.begin + abbreviation.size();
                if (text.substr(token.span.begin, abbreviation.size()) != abbreviation) continue;
                if (end < text.size() && is_letter(decode(text, end).value)) continue;
                uses[abbreviation].push_back({index, {token.span.begin, end}});
            }
        }
    };
    for (std::size_t index = 0; index < manuscript.notes.size(); ++index)
        look(index, manuscript.notes[index].text, manuscript.tokens[index]);
    if (manuscript.document) look(no_index, manuscript.document->text, tokenize(manuscript.document->text));
    return uses;
}

void abbreviation_too_early(Manuscript const& manuscript, Findings& findings) {
    auto const introduced = introductions_in(manuscript);
    if (introduced.empty()) return;
    auto const uses = uses_of(manuscript, introduced);
    std::unordered_map<std::string, bool> seen;
    for (auto const& introduction : introduced) {
        if (!seen.try_emplace(introduction.abbreviation, true).second) continue;
        auto const at = uses.find(introduction.abbreviation);
        if (at == uses.end() || at->second.empty() || at->second.front().first >= introduction.note) continue;
        auto const& [note, span] = at->second.front();
        auto& finding = findings.add(note, span,
                                     concat("“", introduction.abbreviation,
                                            "” is used here and introduced only later; introduce it here"));
        finding.related.push_back({introduction.note, introduction.span, "introduced here"});
    }
}

void abbreviation_introduced_twice(Manuscript const& manuscript, Findings& findings) {
    std::unordered_map<std::string, Introduction> firsts;
    for (auto const& introduction : introductions_in(manuscript)) {
        auto const [first, is_new] = firsts.try_emplace(introduction.abbreviation, introduction);
        if (is_new) continue;
        auto& finding = findings.add(
            introduction.note, introduction.span,
            concat("“", introduction.abbreviation, "” is introduced a second time; the reader knows it"));
        finding.related.push_back({first->second.note, first->second.span, "first introduced here"});
    }
}

void abbreviation_unused(Manuscript const& manuscript, Findings& findings) {
    auto const introduced = introductions_in(manuscript);
    if (introduced.empty() || manuscript.notes.size() < 2) return;
    auto const uses = uses_of(manuscript, introduced);
    std::unordered_map<std::string, std::size_t> times;
    for (auto const& introduction : introduced) ++times[introduction.abbreviation];
    for (auto const& introduction : introduced) {
        auto const at = uses.find(introduction.abbreviation);
        auto const count = at == uses.end() ? 0 : at->second.size();
        if (count > times[introduction.abbreviation]) continue;
        findings.add(introduction.note, introduction.span,
                     concat("“", introduction.abbreviation, "” is introduced and never used; drop it"));
    }
}

constexpr RuleEntry entries[] = {
    {{"abbreviation-too-early", "notes", Severity::warning, "an abbreviation used before it is introduced"},
     Reach::manuscripts,
     abbreviation_too_early},
    {{"abbreviation-introduced-twice", "notes", Severity::note, "an abbreviation introduced twice"},
     Reach::manuscripts,
     abbreviation_introduced_twice},
    {{"abbreviation-unused", "notes", Severity::note, "an abbreviation introduced and never used"},
     Reach::manuscripts,
     abbreviation_unused},
};

}  // namespace

std::span<RuleEntry const> abbreviation_rules() { return entries; }

}  // namespace fonds::checking
