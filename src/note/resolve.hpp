// Resolution over a manuscript: ibid., short titles, "note 7 above", a location that is only "ibid.".
#pragma once

#include <deque>
#include <fonds/note.hpp>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "note/single_note.hpp"

namespace fonds {

/// Of the notes before, at most so many full citations of a manuscript are kept for later ones to refer to.
inline constexpr std::size_t remembered_citations = 20000;

class Resolver {
  public:
    /// Links the citations of the next note of `manuscript` to earlier ones.
    void resolve(SingleNote& single, std::string_view manuscript);

  private:
    /// What is kept of a citation.
    struct Memory {
        std::size_t note = 0;
        std::string note_id;
        std::size_t citation = 0;
        std::string family;      ///< family name of the first author or editor, folded
        std::string title;       ///< title, folded
        std::string date;        ///< of the document, EDTF
        bool full = false;
    };
    struct Manuscript {
        std::size_t notes = 0;
        std::deque<Memory> memory;
        std::size_t dropped = 0;
        std::unordered_map<std::string, std::vector<std::size_t>> by_family;  ///< positions counted from the first ever
        std::vector<std::string> note_ids;
        std::size_t last_note_citations = 0;
        Memory last;
        bool has_last = false;
    };

    void link_ibid(Citation& citation, std::size_t index, SingleNote const& single, Manuscript& manuscript) const;
    void link_short(Citation& citation, Manuscript& manuscript) const;
    void link_note(Citation& citation, Manuscript& manuscript) const;
    static void remember(Citation const& citation, std::size_t index, ParsedNote const& note, Manuscript& manuscript);
    static CitationLink link_to(Memory const& memory, std::string relation, std::string reason, double confidence);

    std::unordered_map<std::string, Manuscript> manuscripts_;
};

}  // namespace fonds
