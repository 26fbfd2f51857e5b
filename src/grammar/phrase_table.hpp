// The phrases of the tables: found by their text while the tables are read, by their first word afterwards.
#pragma once

#include <algorithm>
#include <cstdint>
#include <fonds/knowledge.hpp>
#include <memory>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "grammar/word_class.hpp"

namespace fonds {

/// A list of pointers or texts that is empty or short, as nearly all of a phrase are: it takes no more room
/// than a pointer.
template <class T>
class ShortList {
  public:
    [[nodiscard]] T const* begin() const { return elements_.get(); }
    [[nodiscard]] T const* end() const {
        auto const* at = begin();
        if (at)
            while (*at != T{}) ++at;
        return at;
    }
    [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(end() - begin()); }
    [[nodiscard]] bool empty() const { return elements_ == nullptr; }
    [[nodiscard]] T const& front() const { return *begin(); }
    [[nodiscard]] T const& operator[](std::size_t i) const { return begin()[i]; }

    /// Adds an element that is not empty or null.
    void push_back(T element) {
        auto const count = size();
        auto more = std::make_unique<T[]>(count + 2);
        std::copy(begin(), end(), more.get());
        more[count] = element;
        elements_ = std::move(more);
    }

  private:
    std::unique_ptr<T[]> elements_;  ///< an empty one stands behind the last
};

/// A phrase of the tables. Its texts belong to them.
struct Phrase {
    std::span<std::uint64_t const> words;  ///< hashes of its folded words
    WordClasses classes = 0;
    int number = 0;                        ///< of the month or season
    bool exact_case = false;               ///< an abbreviation: its letters' case counts
    std::string_view signal;               ///< "see", "quoted", "published", "copy"
    ShortList<std::string_view> meanings;  ///< of a label, the commonest first: "fond", "folder"
    ShortList<Archive const*> archives;
    ShortList<std::string_view> tongues;  ///< of a repository's word: the languages it is one in
    ShortList<std::string_view> written;  ///< for `exact_case`: the ways it may stand

    /// Whether the phrase, where its case counts, may be written so.
    [[nodiscard]] bool may_stand(std::string_view text) const {
        if (!exact_case) return true;
        for (auto const& form : written)
            if (form == text) return true;
        return false;
    }

    [[nodiscard]] bool is(WordClass word_class) const { return (classes & mask(word_class)) != 0; }
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

class PhraseTable {
  public:
    PhraseTable();
    PhraseTable(PhraseTable const&) = delete;
    PhraseTable& operator=(PhraseTable const&) = delete;

    /// The phrase of that text; a new one where it is not known.
    Phrase& phrase(std::string_view text);

    /// Makes the phrases ready to be found by their first words; none is added afterwards.
    void arrange();

    /// Null where no phrase begins with that word.
    [[nodiscard]] PhraseStart const* starting_with(std::uint64_t word) const;

  private:
    /// Where a phrase's words stand in `words_`, which moves while it grows.
    struct Words {
        std::uint64_t key = 0;  ///< of all of them
        std::uint32_t first = 0, count = 0;
    };

    void grow();

    std::vector<Phrase> phrases_;
    std::vector<Words> words_of_;  ///< of each phrase
    std::vector<std::uint64_t> words_;
    std::vector<PhraseStart> starts_;
    /// Open addressing, a power of two: the number of a phrase, later of a start, plus one; 0 where there is
    /// none.
    std::vector<std::uint32_t> slots_;
};

/// A word as the tables have it: lower case, without stops and apostrophes, dashes as hyphens.
[[nodiscard]] std::string fold_word(std::string_view word);

/// A hash of a folded word (FNV-1a); equal words hash alike in every run. `hash` is that of the words before
/// it, where several are hashed as if written together.
inline constexpr std::uint64_t hash_of_nothing = 14695981039346656037ULL;
[[nodiscard]] constexpr std::uint64_t hash_word(std::string_view folded,
                                                std::uint64_t hash = hash_of_nothing) {
    for (char const c : folded) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 1099511628211ULL;
    }
    return hash;
}
/// `hash_word(fold_word(word), hash)`.
[[nodiscard]] std::uint64_t hash_folded(std::string_view word, std::uint64_t hash = hash_of_nothing);

}  // namespace fonds
