// What later notes of a manuscript may refer to: its citations so far, found by author, title or name.
#pragma once

#include <cstdint>
#include <deque>
#include <fonds/note.hpp>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace fonds {

/// Citations remembered; older ones are forgotten, so that memory does not grow with the manuscript.
inline constexpr std::size_t history_limit = 8192;

/// The latest citations kept for one author, title word or name: an author cited oftener in full than this
/// has his oldest works forgotten first. Bounds the cost of a lookup.
inline constexpr std::size_t posting_limit = 24;

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

class History {
  public:
    /// Remembers a citation and gives its serial number.
    std::size_t add(KnownCitation known);
    /// Remembers a name that stands for a citation: "hereafter NARA".
    void introduce(std::uint64_t name, std::size_t serial);
    /// Ends a note: its citations become "the note before".
    void end_note(std::size_t note, std::string const& id, std::size_t first_serial);

    /// By serial number; null once forgotten.
    [[nodiscard]] KnownCitation const* find(std::size_t serial) const;
    [[nodiscard]] std::size_t next_serial() const { return first_ + known_.size(); }

    /// Serials of full citations by a word of a person's name, or by the first word of a title; the latest
    /// last.
    [[nodiscard]] std::vector<std::size_t> by_person(std::uint64_t family) const;
    [[nodiscard]] std::vector<std::size_t> by_title(std::uint64_t word) const;
    /// The latest full citation by a name introduced for it or by its number; by the initials of its titles.
    [[nodiscard]] std::optional<std::size_t> by_name(std::uint64_t name) const;
    [[nodiscard]] std::optional<std::size_t> by_initials(std::uint64_t name) const;
    /// Serials of the citations of a note, by the number in its id or by its place; first the likelier.
    [[nodiscard]] std::vector<std::vector<std::size_t>> by_note_number(long number) const;

    /// The citations of the last note that had any.
    struct LastNote {
        std::size_t note = no_index;
        std::size_t first = 0, last = 0;  ///< serials, half-open
    };
    [[nodiscard]] LastNote last_note() const { return last_; }

  private:
    using Postings = std::unordered_map<std::uint64_t, std::vector<std::size_t>>;
    void post(Postings& postings, std::uint64_t key, std::size_t serial);
    template <class Visit>
    void for_each_key(KnownCitation const& known, Visit const& visit);
    void forget_oldest();
    [[nodiscard]] std::vector<std::size_t> alive(Postings const& postings, std::uint64_t key) const;
    [[nodiscard]] std::optional<std::size_t> latest(Postings const& postings, std::uint64_t key) const;

    std::deque<KnownCitation> known_;
    std::size_t first_ = 0;  ///< serial of the oldest remembered
    Postings people_, titles_, names_, initials_;
    std::unordered_map<std::size_t, LastNote> notes_;  ///< by index
    std::unordered_map<long, std::size_t> numbers_;    ///< number in the id -> index of the note
    LastNote last_;
};

}  // namespace fonds
