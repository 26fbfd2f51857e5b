// The earlier citation that one stands for: what "ibid.", "op. cit.", a short title or "note 7 above" mean.
#pragma once

#include <fonds/note.hpp>
#include <optional>
#include <string>
#include <vector>

#include "note/history.hpp"

namespace fonds {

struct ReferenceCues;

/// A citation found, and why.
struct Antecedent {
    std::size_t serial = 0;
    double confidence = 0;
    char const* relation = "";
    std::string reason;
};

/// Whether citations of that kind tell a work in full.
[[nodiscard]] bool is_full(CitationKind kind);

/// Looks for the antecedents of one note's citations among those before. `history` has what stands before the
/// citation in question, those of its own note included, and outlives the search.
class AntecedentSearch {
  public:
    /// `note`: the index of the note; `note_serial`: the serial of its first citation.
    AntecedentSearch(History const& history, Lexicon const& lexicon, std::size_t note,
                     std::size_t note_serial)
        : history_(history), lexicon_(lexicon), note_(note), note_serial_(note_serial) {}

    /// What citation `index` of a note stands for; `self`: the same by what it may be called.
    [[nodiscard]] std::optional<Antecedent> find(ParsedNote const& note, std::size_t index,
                                                 ReferenceCues const& cues, KnownCitation const& self) const;
    /// The citation that words before this one say it quotes: "quoted in".
    [[nodiscard]] std::optional<Antecedent> quoting(ParsedNote const& note, std::size_t index) const;

    [[nodiscard]] std::optional<Antecedent> same_location(KnownCitation const& self) const;
    [[nodiscard]] std::optional<Antecedent> same_author() const;
    [[nodiscard]] std::optional<Antecedent> cited_above(long number, KnownCitation const& self) const;
    [[nodiscard]] std::optional<Antecedent> short_form(KnownCitation const& self) const;

    /// The source just before, in full: the last of several; null where there is none.
    [[nodiscard]] KnownCitation const* last_source() const;
    /// The serial of the citation that has in full what one stands for.
    [[nodiscard]] std::size_t full(std::size_t serial) const;

  private:
    /// The citations an ibid. may mean: the one before in its note, else those of the note before.
    struct Candidates {
        std::vector<std::size_t> serials;
        bool same_note = false;
        bool distant = false;  ///< notes without citations lie between
    };
    [[nodiscard]] Candidates candidates() const;

    [[nodiscard]] std::optional<Antecedent> ibid(KnownCitation const& self) const;
    [[nodiscard]] std::optional<Antecedent> same_volume() const;
    [[nodiscard]] std::optional<Antecedent> op_cit(KnownCitation const& self) const;
    [[nodiscard]] std::optional<Antecedent> abbreviation(ParsedNote const& note, std::size_t index) const;
    [[nodiscard]] std::optional<Antecedent> printing(ParsedNote const& note, std::size_t index) const;

    History const& history_;
    Lexicon const& lexicon_;
    std::size_t note_, note_serial_;
};

}  // namespace fonds
