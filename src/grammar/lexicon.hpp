// The words a note's parser knows: signals, months, labels, roles, archives; phrases looked up token by token.
#pragma once

#include <cstdint>
#include <fonds/knowledge.hpp>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace fonds {

/// What a word or phrase may be; several at once.
enum class WordClass : std::uint8_t {
    genre, collection, repository, institution, verb, lead, newspaper, journal, magazine, series, thesis,
    conference, unpublished, publisher, rank, suffix, particle, abbreviation, journal_word, digital, web,
    interview, encyclopedia, legal, docvolume, congress, conjunction, in, on_file, hereafter, accessed,
    obtained, contributed, provided, translated, edited, by_whom, for_whom, edition_word, edition, country, direction, memo_from, review, director, broadcast, law, resolution, enclosed, above, place, department, region, keeper_part, keeper_head,
    marking, undated, topic, writings,
    // classes with a meaning of their own
    signal, month, season, label, editor, translator, foreword, ibid, idem, op_cit, archive, surname,
};

/// A set of classes; there are more than a machine word has bits.
struct WordClasses {
    std::uint64_t low = 0, high = 0;

    constexpr WordClasses() = default;
    constexpr WordClasses(std::uint64_t low_, std::uint64_t high_ = 0) : low(low_), high(high_) {}
    constexpr WordClasses operator|(WordClasses other) const { return {low | other.low, high | other.high}; }
    constexpr WordClasses operator&(WordClasses other) const { return {low & other.low, high & other.high}; }
    constexpr WordClasses operator~() const { return {~low, ~high}; }
    constexpr WordClasses& operator|=(WordClasses other) { return *this = *this | other; }
    constexpr WordClasses& operator&=(WordClasses other) { return *this = *this & other; }
    constexpr bool operator==(WordClasses const&) const = default;
};
[[nodiscard]] constexpr WordClasses mask(WordClass word_class) {
    auto const bit = static_cast<unsigned>(word_class);
    return bit < 64 ? WordClasses{std::uint64_t{1} << bit} : WordClasses{0, std::uint64_t{1} << (bit - 64)};
}

/// A phrase of the tables.
struct Phrase {
    std::vector<std::uint64_t> words;  ///< hashes of its folded words
    WordClasses classes = 0;
    int number = 0;                     ///< of the month or season
    std::string signal;                 ///< "see", "quoted", "published", "copy"
    std::vector<std::string> meanings;  ///< of a label, the commonest first: "fond", "folder"
    std::vector<Archive const*> archives;
    std::vector<std::string> tongues;   ///< of a repository's word: the languages it is one in
    bool exact_case = false;            ///< an abbreviation: its letters' case counts
    std::vector<std::string> written;   ///< for `exact_case`: the ways it may stand

    /// Whether the phrase, where its case counts, may be written so.
    [[nodiscard]] bool may_stand(std::string_view text) const {
        if (!exact_case) return true;
        for (auto const& form : written)
            if (form == text) return true;
        return false;
    }

    [[nodiscard]] bool is(WordClass word_class) const { return (classes & mask(word_class)) != 0; }
};

/// What a label means in an archive's own scheme.
struct SchemeLabel {
    std::uint64_t label = 0;  ///< hash of the folded label, its words joined
    std::string written;      ///< as the scheme has it: "F." and "f." may differ
    std::string const* level = nullptr;
    Hierarchy hierarchy = Hierarchy::intellectual;
    int order = 0;  ///< of the level in its scheme, outermost 0
};

class Lexicon {
  public:
    explicit Lexicon(Knowledge const& knowledge);

    /// The lexicon of the built-in tables.
    [[nodiscard]] static Lexicon const& builtin();

    /// The phrases that begin with a word, longest first.
    [[nodiscard]] std::span<Phrase const> starting_with(std::uint64_t word) const;

    /// The level that `label` is in the scheme of that id; null where the scheme has no such label.
    /// A label of several levels ("dos. 23, f. 4": Romanian f. is fond and filă) means the first level behind
    /// the one of order `after`, which stands before it, or a container, which may stand anywhere ("d. 6, p. 68")
    /// but in `told` (a bit for each order); where there is none such, the outermost.
    [[nodiscard]] SchemeLabel const* scheme_label(std::string_view scheme, std::string_view label,
                                                  int after = -1, std::uint64_t told = 0) const;

    /// Whether a word is a primary subject of the State Department's subject-numeric files: "POL", "DEF".
    [[nodiscard]] bool is_file_subject(std::uint64_t word) const { return file_subjects_.contains(word); }

    /// What a compound, or a word written without spaces, is by its end: "Universitätsarchiv", "黑龙江省档案馆".
    [[nodiscard]] WordClasses classes_by_ending(std::string_view folded) const;
    /// The language of the repository's word that `folded` ends in; empty where it ends in none.
    [[nodiscard]] std::string_view tongue_by_ending(std::string_view folded) const;

    /// The scheme of archives whose word for "archive" is of that language; empty where it tells none.
    [[nodiscard]] std::string_view scheme_of_tongue(std::string_view language) const;

    /// Where in the reference a level stands, whatever the scheme.
    [[nodiscard]] Hierarchy hierarchy_of(std::string_view level) const;

    [[nodiscard]] Knowledge const& knowledge() const { return knowledge_; }

  private:
    void read_vocabulary();
    void read_archives();
    void read_schemes();
    Phrase& phrase(std::string_view text);

    Knowledge const& knowledge_;
    std::vector<Phrase> phrases_;
    std::unordered_map<std::string, std::size_t> by_text_;
    std::unordered_map<std::uint64_t, std::pair<std::size_t, std::size_t>> first_;
    std::unordered_map<std::string, std::vector<SchemeLabel>> schemes_;
    std::unordered_map<std::string, std::string> scheme_of_tongue_;
    std::unordered_set<std::uint64_t> file_subjects_;
    struct Ending {
        std::string text;
        WordClass word_class = WordClass::genre;
        std::string language;
    };
    std::vector<Ending> endings_;
};

/// A word as the tables have it: lower case, without stops and apostrophes, dashes as hyphens.
[[nodiscard]] std::string fold_word(std::string_view word);

/// A hash of a folded word (FNV-1a); equal words hash alike in every run.
[[nodiscard]] constexpr std::uint64_t hash_word(std::string_view folded) {
    std::uint64_t hash = 14695981039346656037ULL;
    for (char const c : folded) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 1099511628211ULL;
    }
    return hash;
}

}  // namespace fonds
