// The readings of notes: what each grammar makes of each place where a citation may begin.
//
// One grammar after the other reads at many places, of several notes where several are read side by side: a
// grammar is larger than a processor's nearest memory holds beside others, and stays there meanwhile.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "grammar/candidate.hpp"
#include "grammar/clues.hpp"

namespace fonds {

/// The readings of one note, made for some of its places at a time: they do not grow with the note.
class Readings {
  public:
    /// `starts`: the chunks where citations may begin, in order.
    Readings(Chunks const& chunks, std::vector<std::uint32_t> starts);

    /// Whether a citation may begin at a chunk; asked for one chunk after the other.
    [[nodiscard]] bool begin_at(std::uint32_t at) {
        return asked_ < starts_.size() && starts_[asked_] == at && ++asked_ != 0;
    }
    /// The readings that begin at the chunk that was asked for last, in the order of the grammars. Valid
    /// until those at the next place are taken.
    [[nodiscard]] std::span<Candidate> take();

  private:
    friend void read_some(std::span<Readings* const> notes);
    static constexpr std::size_t starts_at_once = 64;

    Chunks const* chunks_;
    CluesAhead clues_;
    std::vector<std::uint32_t> starts_;
    std::size_t asked_ = 0;        ///< how many of the starts were
    std::size_t read_ = 0;         ///< at how many of them the grammars were tried
    std::vector<Candidate> list_;  ///< by their first chunks
    std::size_t taken_ = 0;        ///< of the list
};

/// Lets all grammars read at the next places of each of the notes. Where it was not done ahead, each note
/// does it by itself.
void read_some(std::span<Readings* const> notes);

}  // namespace fonds
