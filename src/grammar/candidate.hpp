// Candidates: readings of a stretch of chunks as one citation, with the parts that the grammar told apart.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "grammar/chunk.hpp"

namespace fonds {

enum class Family : std::uint8_t {
    quoted_document,  ///< “Title,” date, archive
    described_document,
    letter,    ///< X to Y, date
    location,  ///< an archival reference alone
    record,    ///< description // reference (Russian)
    article,
    newspaper,  ///< Name, date, page
    book,
    chapter,
    letter_in_volume,  ///< X to Y, date, in Volume, pages
    document_volume,   ///< FRUS, 1961–1963, vol. 14
    review,
    film,
    entry,  ///< Encyclopaedia, s.v. “Word”
    web,
    short_form,
    ibid,
    back_reference,  ///< "…, as cited in note 2 above"
    hearing,
    session_paper,
    act,
    treaty,
    resolution,
    parliament,  ///< debates and proceedings
};
[[nodiscard]] std::string_view to_string(Family family);

enum class Role : std::uint8_t {
    author,
    editor,
    translator,
    interviewer,
    title,
    container,
    volume,
    volume_title,
    issue,
    edition,
    series,
    date,
    publication,
    place,
    publisher,
    pages,
    number,
    head,      ///< of a letter or a described document
    location,  ///< the elements of an archival reference
    tail,      ///< what follows a title in a periodical
    url,
    accessed,
    provenance,
    thesis,
    ibid,
    back,
    digital,
    aside,
    note,
    genre,
    listed,  ///< authors as in a list of literature: "Smith, John, and Mary Jones"
};

struct Part {
    Role role = Role::title;
    std::uint32_t first = 0, last = 0;  ///< chunks, half-open
};

struct Candidate {
    Family family = Family::location;
    std::uint32_t first = 0, last = 0;  ///< chunks, half-open
    std::vector<Part> parts;
    double score = 0;
    double margin = 0;      ///< how far it leads the best other reading that begins where it does
    bool unread = false;    ///< no grammar reads it: its parts were told by learned weights
    bool outlined = false;  ///< learned weights alone see a citation just here

    [[nodiscard]] Part const* find(Role role) const {
        for (auto const& part : parts)
            if (part.role == role) return &part;
        return nullptr;
    }
};

/// No citation goes on for more chunks than this: keeps the work of a candidate start constant.
inline constexpr std::uint32_t candidate_reach = 96;

/// All readings that begin at chunk `at`, by what stands within reach of it (`CluesAhead`).
struct Clues;
void read_candidates(Chunks const& chunks, std::uint32_t at, Clues const& clues, std::vector<Candidate>& out);

/// How much a reading explains: evidence less what stays odd in it.
[[nodiscard]] double score(Candidate const& candidate, Chunks const& chunks);

}  // namespace fonds
