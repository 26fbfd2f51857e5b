// A citation by what later ones may call it.
#pragma once

#include <cstdint>
#include <fonds/note.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fonds {

class Lexicon;

/// A citation as later ones may mean it.
struct KnownCitation {
    std::size_t note = 0;      ///< index of its note in the manuscript
    std::size_t citation = 0;  ///< index in the note
    std::string note_id;
    CitationKind kind = CitationKind::unparsed;
    ItemType type = ItemType::document;
    bool located_by_ibid = false;
    std::vector<std::uint64_t> people;  ///< last words of the family names of authors and editors, hashed
    std::vector<std::uint64_t> people_words;  ///< their other words: "Alexander" of "Alexander of Tunis"
    std::vector<std::uint64_t> recipients;
    std::vector<std::uint64_t> title;                      ///< words; the container's where it has no own
    std::vector<std::vector<std::uint64_t>> other_titles;  ///< of the container, the volume, the series
    std::vector<std::uint64_t> initials;                   ///< of titles: "FRUS"; hashed as names are
    std::vector<std::uint64_t> numbers;                    ///< what later notes cite it by: "Cmnd. 814"
    DatePoint issued;
    bool has_location = false;
    bool in_volume = false;                 ///< it tells a volume: "ibid., 1:201"
    std::vector<std::string> levels;        ///< names of its archive levels
    std::optional<std::size_t> stands_for;  ///< serial of the citation that an ibid. or short form means
    double certainty = 1;                   ///< that it means that one
};

/// Without its place in the manuscript.
[[nodiscard]] KnownCitation known_citation(Citation const& citation, Lexicon const& lexicon);

/// The words of a name, hashed as one.
[[nodiscard]] std::uint64_t name_key(std::string_view text, Lexicon const& lexicon);

/// Whether a number says what it is a number of: "Cmnd. 814".
[[nodiscard]] bool is_telling(std::string_view number);

}  // namespace fonds
