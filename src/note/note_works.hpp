// The works of one note beside the readings that they come from, and what stands between them.
#pragma once

#include <cstdint>
#include <fonds/note.hpp>
#include <string_view>
#include <utility>
#include <vector>

#include "grammar/candidate.hpp"

namespace fonds {

/// How a work follows the one before it.
enum class Joint : std::uint8_t {
    listed,     ///< "and", ",", "; and", or nothing
    semicolon,  ///< ";"
    stop,       ///< only a full stop
    apart,      ///< other words stand between
};

/// Whether a work is of no row with the one before it.
[[nodiscard]] constexpr bool is_apart(Joint joint) { return joint == Joint::stop || joint == Joint::apart; }

struct NoteWorks {
    ParsedNote& note;
    std::vector<Candidate> const& candidates;
    Chunks const& chunks;
    std::vector<bool> const& location_ibid;

    [[nodiscard]] std::size_t size() const { return note.citations.size(); }
    [[nodiscard]] Citation& work(std::size_t i) const { return note.citations[i]; }

    /// How work `i` follows the one before it.
    [[nodiscard]] Joint joint(std::size_t i) const;
    /// The words between work `i` and the one before it.
    [[nodiscard]] std::string_view between(std::size_t i) const;
    void link(std::size_t to, std::size_t from, std::string_view relation, std::string_view reason) const;
};

[[nodiscard]] inline bool has_location(Citation const& citation) {
    auto const& reference = citation.item.reference;
    return !reference.repository.empty() || !reference.levels.empty();
}

/// Whether an archival work tells more of itself than where it lies.
[[nodiscard]] bool is_told(Citation const& citation);
[[nodiscard]] bool is_dated_document(Citation const& citation);

/// A citation that begins with its date: of a letter, a paper or a newspaper only the day is told again.
[[nodiscard]] bool begins_with_date(Candidate const& candidate);

// shared_people.cpp: who wrote, to whom, in what form and in which year.
void share_people(NoteWorks const& works);
// shared_location.cpp: where papers lie; the volume or newspaper that pieces are printed in.
void share_location(NoteWorks const& works);
void share_container(NoteWorks const& works);

}  // namespace fonds
