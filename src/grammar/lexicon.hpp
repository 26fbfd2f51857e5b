// The words a note's parser knows: signals, months, labels, roles, archives; phrases looked up token by
// token.
#pragma once

#include <array>
#include <cstdint>
#include <fonds/knowledge.hpp>
#include <memory>
#include <span>
#include <string_view>

#include "base/text.hpp"
#include "grammar/phrase_table.hpp"

namespace fonds {

/// What a label means in an archive's own scheme.
struct SchemeLabel {
    std::uint64_t label = 0;   ///< `hash_label` of it
    std::string_view written;  ///< as the scheme has it: "F." and "f." may differ
    std::string_view level;
    Hierarchy hierarchy = Hierarchy::intellectual;
    int order = 0;  ///< of the level in its scheme, outermost 0
};

/// How a word ends that is of that class.
struct WordEnding {
    std::string_view text;
    WordClass word_class = WordClass::genre;
    std::string_view language;
};

/// The scheme of archives whose word for "archive" is of that language.
struct SchemeOfTongue {
    std::string_view language, scheme;
};

/// Constant arrays, laid out when the library is built (built_in.hpp), or made for a user's archives
/// (lexicon_draft.hpp).
struct LexiconTables {
    PhraseTable phrases;
    std::span<std::span<SchemeLabel const> const> scheme_labels;  ///< of each scheme, in their order
    std::span<SchemeOfTongue const> tongues;
    std::span<std::uint64_t const> file_subjects;  ///< in order
    std::span<WordEnding const> endings;
    std::span<bool const> last_bytes;  ///< by byte: whether it ends words that may have one of the endings
};

class LexiconDraft;

class Lexicon {
  public:
    /// Of archives that are not the built-in ones.
    explicit Lexicon(Knowledge const& knowledge);
    ~Lexicon();

    /// The lexicon of the built-in tables.
    [[nodiscard]] static Lexicon const& builtin();

    /// The phrases that begin with a word, longest first.
    [[nodiscard]] std::span<Phrase const> starting_with(std::uint64_t word) const {
        auto const* found = start(word);
        return found ? found->phrases : std::span<Phrase const>();
    }
    [[nodiscard]] PhraseStart const* start(std::uint64_t word) const {
        return tables_.phrases.starting_with(word);
    }

    /// The phrase that a word is by itself; null where it is none.
    [[nodiscard]] Phrase const* alone(std::uint64_t word) const {
        auto const* found = start(word);
        return found ? found->alone() : nullptr;
    }
    /// Whether a word by itself is of one of `classes`.
    [[nodiscard]] bool is_any(std::uint64_t word, WordClasses classes) const {
        auto const* phrase = alone(word);
        return phrase && (phrase->classes & classes) != 0;
    }

    /// The level that `label` is in the scheme of that id; null where the scheme has no such label.
    /// A label of several levels ("dos. 23, f. 4": Romanian f. is fond and filă) means the first level behind
    /// the one of order `after`, which stands before it, or a container, which may stand anywhere ("d. 6, p.
    /// 68") but in `told` (a bit for each order); where there is none such, the outermost.
    [[nodiscard]] SchemeLabel const* scheme_label(std::string_view scheme, std::string_view label,
                                                  int after = -1, std::uint64_t told = 0) const;

    /// Whether a word is a primary subject of the State Department's subject-numeric files: "POL", "DEF".
    [[nodiscard]] bool is_file_subject(std::uint64_t word) const;

    /// What a compound, or a word written without spaces, is by its end: "Universitätsarchiv",
    /// "黑龙江省档案馆".
    [[nodiscard]] WordClasses classes_by_ending(std::string_view folded) const;
    /// Whether a word, which need not be folded, ends in the last letter of such an end.
    [[nodiscard]] bool may_be_known_by_ending(std::string_view word) const {
        return tables_.last_bytes[static_cast<unsigned char>(ascii_lower(word.back()))];
    }
    /// The language of the repository's word that `folded` ends in; empty where it ends in none.
    [[nodiscard]] std::string_view tongue_by_ending(std::string_view folded) const;

    /// The scheme of archives whose word for "archive" is of that language; empty where it tells none.
    [[nodiscard]] std::string_view scheme_of_tongue(std::string_view language) const;

    /// Where in the reference a level stands, whatever the scheme.
    [[nodiscard]] Hierarchy hierarchy_of(std::string_view level) const;

    [[nodiscard]] Knowledge const& knowledge() const { return knowledge_; }

  private:
    Lexicon(Knowledge const& knowledge, LexiconTables const& laid_out);

    Knowledge const& knowledge_;
    std::unique_ptr<LexiconDraft> own_;  ///< what the tables look at; null where they are laid out
    LexiconTables tables_;
};

}  // namespace fonds
