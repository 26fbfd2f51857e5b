// The phrases of the tables, found by their first words. They are constant arrays, laid out when the library
// is built, or made for a user's archives (phrase_draft.hpp).
#pragma once

#include <algorithm>
#include <cstdint>
#include <fonds/knowledge.hpp>
#include <span>
#include <string_view>

#include "base/slots.hpp"
#include "grammar/fold_word.hpp"
#include "grammar/word_class.hpp"

namespace fonds {

/// What few phrases have; many share it.
struct PhraseDetails {
    std::string_view signal;                     ///< "see", "quoted", "published", "copy"
    std::span<std::string_view const> meanings;  ///< of a label, the commonest first: "fond", "folder"
    std::span<Archive const* const> archives;
    std::span<std::string_view const>
        tongues;  ///< of a word for a keeper or a month: the languages it is one in
    std::span<std::string_view const> written;  ///< for `exact_case`: the ways it may stand
};
inline constexpr PhraseDetails no_details;

/// A phrase of the tables, to which its texts belong.
struct Phrase {
    std::span<std::uint64_t const> words;  ///< hashes of its folded words
    WordClasses classes = 0;
    PhraseDetails const* details = &no_details;
    int number = 0;           ///< of the month or season
    bool exact_case = false;  ///< an abbreviation: its letters' case counts

    [[nodiscard]] bool is(WordClass word_class) const { return (classes & mask(word_class)) != 0; }
    [[nodiscard]] std::string_view signal() const { return details->signal; }
    [[nodiscard]] std::span<std::string_view const> meanings() const { return details->meanings; }
    [[nodiscard]] std::span<Archive const* const> archives() const { return details->archives; }
    [[nodiscard]] std::span<std::string_view const> tongues() const { return details->tongues; }

    /// Whether the phrase, where its case counts, may be written so.
    [[nodiscard]] bool may_stand(std::string_view text) const {
        return !exact_case ||
               std::find(details->written.begin(), details->written.end(), text) != details->written.end();
    }
};

/// The phrases that begin with one word.
struct PhraseStart {
    std::uint64_t word = 0;           ///< hash of the folded word
    std::span<Phrase const> phrases;  ///< longest first
    WordClasses classes = 0;          ///< of any of them

    /// The phrase that the word is by itself; null where it is none.
    [[nodiscard]] Phrase const* alone() const {
        return phrases.back().words.size() == 1 ? &phrases.back() : nullptr;
    }
};

struct PhraseTable {
    std::span<Phrase const> phrases;      ///< by their first words, longest first
    std::span<PhraseStart const> starts;  ///< in the same order
    Slots start_slots;                    ///< by words

    /// Null where no phrase begins with that word.
    [[nodiscard]] PhraseStart const* starting_with(std::uint64_t word) const {
        return start_slots.find(starts, word, [&](PhraseStart const& start) { return start.word == word; });
    }
};

}  // namespace fonds
