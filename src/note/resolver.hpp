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

struct ReferenceCues;
struct Introduction;

/// Resolves the notes of one manuscript.
class Resolver {
  public:
    explicit Resolver(Lexicon const& lexicon) : lexicon_(lexicon) {}

    /// Links the citations of the next note to earlier ones and remembers them for later notes.
    /// Cost: linear in the note's length, whatever came before.
    void resolve(SingleNote& single);

  private:
    struct Found {
        std::size_t serial = 0;
        double confidence = 0;
        char const* relation = "";
        std::string reason;
    };

    [[nodiscard]] std::optional<Found> link(ParsedNote const& note, std::size_t index,
                                            ReferenceCues const& cues, KnownCitation const& self) const;
    [[nodiscard]] std::optional<Found> ibid(KnownCitation const& self) const;
    [[nodiscard]] std::optional<Found> same_location(KnownCitation const& self) const;
    [[nodiscard]] std::optional<Found> same_volume() const;
    [[nodiscard]] std::optional<Found> same_author() const;
    [[nodiscard]] std::optional<Found> cited_above(long number, KnownCitation const& self) const;
    [[nodiscard]] std::optional<Found> op_cit(KnownCitation const& self) const;
    [[nodiscard]] std::optional<Found> short_form(KnownCitation const& self) const;
    [[nodiscard]] std::optional<Found> abbreviation(ParsedNote const& note, std::size_t index) const;
    [[nodiscard]] std::optional<Found> quoting(ParsedNote const& note, std::size_t index) const;
    [[nodiscard]] std::optional<Found> printing(ParsedNote const& note, std::size_t index) const;
    [[nodiscard]] bool is_new_piece(Citation const& citation, ReferenceCues const& cues,
                                    KnownCitation const& self) const;
    void print_with_source(Citation& citation, ReferenceCues const& cues, KnownCitation& self) const;
    void rename(Citation& citation, ReferenceCues const& cues, KnownCitation& self) const;

    void inherit_people(KnownCitation& self) const;

    /// The citations an ibid. may mean: the one before in its note, else those of the note before.
    struct Antecedents {
        std::vector<std::size_t> serials;
        bool same_note = false;
        bool distant = false;  ///< notes without citations lie between
    };
    [[nodiscard]] Antecedents antecedents() const;
    [[nodiscard]] std::size_t full(std::size_t serial) const;
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
