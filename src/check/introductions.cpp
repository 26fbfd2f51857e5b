#include "check/introductions.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "check/words.hpp"

namespace fonds::checking {
namespace {

/// The words that introduce an abbreviation, in small letters.
class Phrases {
  public:
    Phrases() {
        for (auto const phrase : words_for("introduction")) add({phrase, false});
        for (auto const phrase : words_for("bracketed-introduction")) add({phrase, true});
    }

    struct Phrase {
        std::string_view text;
        bool needs_bracket = false;  ///< elsewhere it tells of time: "désormais"
    };
    /// Those that may stand where a byte does.
    [[nodiscard]] std::vector<Phrase> const& beginning_with(char byte) const {
        return by_first_byte_[static_cast<unsigned char>(byte)];
    }

  private:
    void add(Phrase phrase) {
        auto const first = decode(phrase.text, 0);
        auto const capital = to_upper(phrase.text.substr(0, first.size));
        by_first_byte_[static_cast<unsigned char>(phrase.text.front())].push_back(phrase);
        if (capital.front() != phrase.text.front())
            by_first_byte_[static_cast<unsigned char>(capital.front())].push_back(phrase);
    }

    std::array<std::vector<Phrase>, 256> by_first_byte_;
};

// How much of the text behind "hereafter" is not the abbreviation itself: "cited as", a mark; or 0.
std::size_t preamble_size(std::string_view text) {
    static auto const words = words_for("introduction-preamble");
    constexpr std::u32string_view marks = U":,–—-“\"‘'«„";
    if (text.empty()) return 0;
    auto const first = decode(text, 0);
    if (marks.find(first.value) != marks.npos) return first.size;
    for (auto const word : words)
        if (text.starts_with(word) && text.substr(word.size()).starts_with(' ')) return word.size();
    return 0;
}

std::string_view without_preamble(std::string_view text) {
    text = trim(text);
    for (auto size = preamble_size(text); size > 0; size = preamble_size(text))
        text = trim(text.substr(size));
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

bool ends_word(std::string_view text, std::size_t at) {
    return at >= text.size() || !is_letter(decode(text, at).value);
}

/// The phrase that introduces an abbreviation at the place of a word, in any case; or nothing.
std::string_view introduction_at(std::string_view text, std::size_t at) {
    static Phrases const phrases;
    bool const in_bracket = at > 0 && (text[at - 1] == '(' || text[at - 1] == '[');
    for (auto const& phrase : phrases.beginning_with(text[at]))
        if ((in_bracket || !phrase.needs_bracket) && begins_with(text.substr(at), phrase.text) &&
            ends_word(text, at + phrase.text.size()))
            return phrase.text;
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
        auto const phrase = introduction_at(text, token.span.begin);
        // "Hier und im Folgenden" names the source of more than one sentence.
        if (phrase.empty() || trim(text.substr(0, token.span.begin)).ends_with(" und")) continue;
        auto const abbreviation = abbreviation_in(text.substr(token.span.begin + phrase.size()));
        auto const begin = static_cast<std::size_t>(abbreviation.data() - text.data());
        bool const is_short = count_code_points(abbreviation) >= 2 &&
                              std::count(abbreviation.begin(), abbreviation.end(), ' ') <= 4;
        if (is_short) out.push_back({std::string(abbreviation), note, {begin, begin + abbreviation.size()}});
    }
}

/// Abbreviations by the words that they begin with.
class AbbreviationIndex {
  public:
    explicit AbbreviationIndex(std::vector<Introduction> const& introduced) {
        for (auto const& introduction : introduced) add(introduction.abbreviation);
        for (auto const letter : letters_before_addresses) may_begin(letter) = true;
    }

    /// The first place from `at` on where one may begin, or an address, whose words are none of the text.
    [[nodiscard]] std::size_t find_begin(std::string_view text, std::size_t at) const {
        while (at < text.size() && !(begins_[static_cast<unsigned char>(text[at])] && begins_token(text, at)))
            ++at;
        return at;
    }

    /// Those that may begin with that word.
    [[nodiscard]] std::span<std::string_view const> beginning_with(std::string_view word) const {
        auto const at = by_first_word_.find(word);
        if (at == by_first_word_.end()) return {};
        return at->second;
    }

  private:
    // That so many begin with one word is no habit of any writer; the search stays linear.
    static constexpr std::size_t most_of_a_word = 16;

    void add(std::string_view abbreviation) {
        auto const word = spelling(abbreviation, token_at(abbreviation, 0));
        may_begin(word.front()) = true;
        auto& list = by_first_word_[word];
        if (list.size() < most_of_a_word && !contains(list, abbreviation)) list.push_back(abbreviation);
    }

    bool& may_begin(char byte) { return begins_[static_cast<unsigned char>(byte)]; }

    std::array<bool, 256> begins_{};  // by bytes, most of which begin nothing
    std::unordered_map<std::string_view, std::vector<std::string_view>> by_first_word_;
};

/// Counts the abbreviations that stand in a text.
void collect_uses(std::string_view text, std::size_t note, AbbreviationIndex const& index,
                  AbbreviationUses& uses) {
    for (auto at = index.find_begin(text, 0); at < text.size();) {
        auto const token = token_at(text, at);
        for (auto const abbreviation : index.beginning_with(spelling(text, token))) {
            auto const end = at + abbreviation.size();
            if (!text.substr(at).starts_with(abbreviation) || !ends_word(text, end)) continue;
            auto& use = uses[abbreviation];
            if (use.times++ == 0) use = {1, note, {at, end}};
        }
        at = index.find_begin(text, token.span.end);
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

AbbreviationUses uses_of(std::vector<Introduction> const& introduced, std::vector<ParsedNote> const& notes,
                         std::string_view body) {
    AbbreviationUses uses;
    if (introduced.empty()) return uses;
    AbbreviationIndex const index(introduced);
    for (std::size_t note = 0; note < notes.size(); ++note) collect_uses(notes[note].text, note, index, uses);
    collect_uses(body, no_index, index, uses);
    return uses;
}

}  // namespace fonds::checking
