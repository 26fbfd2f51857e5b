// A token of a note: a word with what the tables know of it, a mark, a matched bracket or quotation mark.
#pragma once

#include <cstdint>
#include <fonds/span.hpp>
#include <string>
#include <string_view>

#include "grammar/lexicon.hpp"

namespace fonds {

enum class TokenKind : std::uint8_t {
    word,
    url,
    mark,
    open,
    close,
    quote_open,
    quote_close,
    // The learned weights know a kind by its number: a new one stands here.
    none,  ///< beyond the ends of the note
};

inline constexpr std::uint32_t no_token = 0xFFFFFFFF;

struct Token {
    TokenKind kind = TokenKind::word;
    char mark = 0;  ///< of a mark: , ; : . / - and so on; '/' with two bytes is "//"
    bool space_before = false;
    bool upper = false;              ///< begins with a capital
    bool lower = false;              ///< begins with a small letter
    bool all_upper = false;          ///< two letters or more, all capitals
    bool digits = false;             ///< has a digit
    bool number = false;             ///< digits only, or digits with a hyphen or dash between
    bool roman = false;              ///< a Roman numeral in capitals
    bool han = false;                ///< in a script without capitals
    std::uint32_t match = no_token;  ///< partner of a bracket or quotation mark
    Span span;
    std::uint64_t key = 0;               ///< hash of the folded word
    WordClasses classes = 0;             ///< of the word by itself
    Phrase const* phrase = nullptr;      ///< of the word by itself
    PhraseStart const* start = nullptr;  ///< the phrases that begin with it

    [[nodiscard]] bool exists() const { return kind != TokenKind::none; }
    [[nodiscard]] bool is(WordClass word_class) const { return (classes & mask(word_class)) != 0; }
    /// In small letters.
    [[nodiscard]] bool is_small(WordClass word_class) const { return lower && is(word_class); }
    /// A given name, or what is one behind a comma ("Roth, Ann").
    [[nodiscard]] bool is_given() const { return is(WordClass::given) || is(WordClass::given_after_comma); }
    [[nodiscard]] bool is_mark(char wanted) const { return kind == TokenKind::mark && mark == wanted; }
};

/// Quotation marks farther apart than this are not a pair (bytes): keeps the search for partners linear.
inline constexpr std::size_t quotation_reach = 1200;

/// "³1996", "¹¹1967": German notes set the number of the edition as raised digits before the year; where the
/// year begins, or `at`. They are no token.
[[nodiscard]] std::size_t behind_raised_digits(std::string_view text, std::size_t at);
/// The digit that a raised one stands for; none for anything else.
[[nodiscard]] char raised_digit(char32_t c);

/// "31957", "19902": the number of an edition, before its year or behind, that was raised before the markup
/// was lost; year 0 for anything else.
struct FlatEdition {
    int year = 0;
    char number = '\0';
};
[[nodiscard]] FlatEdition flat_edition(std::string_view word);

}  // namespace fonds
