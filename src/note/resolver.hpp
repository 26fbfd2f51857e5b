// Resolution over a manuscript: what ibid., idem, op. cit., short titles and "note 7 above" stand for.
//
// A pass over notes that are parsed already, in order. It adds links and copies nothing: what a citation has
// from its antecedent stays where it is written. A link points backwards, to the citation that has the words
// in full: an ibid. after an ibid. means the work, not the ibid. before it.
#pragma once

#include <fonds/note.hpp>
#include <span>
#include <string>
#include <unordered_map>

#include "note/history.hpp"
#include "note/single_note.hpp"

namespace fonds {

class AntecedentSearch;
struct Introduction;
struct ReferenceCues;

/// Resolves the notes of one manuscript.
class Resolver {
  public:
    explicit Resolver(Lexicon const& lexicon) : lexicon_(lexicon) {}

    /// Links the citations of the next note to earlier ones and remembers them for later notes.
    /// Cost: linear in the note's length, whatever came before.
    void resolve(SingleNote& single);

  private:
    [[nodiscard]] KnownCitation read_again(SingleNote& single, std::size_t index,
                                           AntecedentSearch const& search, ReferenceCues& cues) const;
    void link(ParsedNote& note, std::size_t index, AntecedentSearch const& search, ReferenceCues const& cues,
              KnownCitation& self) const;
    void inherit_people(AntecedentSearch const& search, KnownCitation& self) const;
    void introduce(std::span<Introduction const>& introductions, std::size_t end);
    void introduce_archives(ParsedNote const& note);
    void use_introduced_archive(Citation& citation) const;

    Lexicon const& lexicon_;
    History history_;
    /// Ids of archives by the abbreviations that the manuscript introduces for them; empty for unknown ones.
    std::unordered_map<std::uint64_t, std::string> archives_;
    std::size_t note_ = 0;         ///< index of the note being resolved
    std::size_t note_serial_ = 0;  ///< serial of its first citation
};

}  // namespace fonds
