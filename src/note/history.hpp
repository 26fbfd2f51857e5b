// What later notes of a manuscript may refer to: its citations so far, found by author, title or name.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "note/known_citation.hpp"

namespace fonds {

/// Citations remembered; older ones are forgotten, so that memory does not grow with the manuscript.
inline constexpr std::size_t history_limit = 8192;

/// The latest citations kept for one author, title word or name: an author cited oftener in full than this
/// has his oldest works forgotten first. Bounds the cost of a lookup.
inline constexpr std::size_t posting_limit = 24;

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
