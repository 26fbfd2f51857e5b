// The words of a citation that point elsewhere: ibid., idem, op. cit., "note 7 above", "hereafter NARA".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/lexicon.hpp"

namespace fonds {

/// What a text says of other citations.
struct ReferenceCues {
    bool ibid = false;
    bool idem = false;  ///< at its beginning: "Ders.", "Idem"
    bool op_cit = false;
    std::optional<long> note;  ///< "note 7 above", "(Anm. 7)", "as cited in n. 7"
};

/// Reads the cues of a citation's text. Cost: linear in its length.
[[nodiscard]] ReferenceCues read_cues(std::string_view text, Lexicon const& lexicon);

/// Whether a text begins with "idem", "ders." …: the one cue of a citation that is complete in itself.
[[nodiscard]] bool begins_with_idem(std::string_view text, Lexicon const& lexicon);

/// A name that the note gives for later use, and the byte behind which it is given.
struct Introduction {
    std::string name;  ///< "NARA" of "(hereafter cited as NARA)"
    std::size_t at = 0;
};

/// The names introduced in a note. Cost: linear in its length.
[[nodiscard]] std::vector<Introduction> read_introductions(std::string_view text, Lexicon const& lexicon);

/// Whether a text between two citations has a signal of a kind: "quoted" (the second quotes the first:
/// "quoted in", "zit. nach"), "published" (it prints the first: "reprinted in").
[[nodiscard]] bool has_signal(std::string_view text, std::string_view signal, Lexicon const& lexicon);

/// Whether a name is an abbreviation in Latin capitals, of three letters at least: "SIRIO".
[[nodiscard]] bool is_acronym(std::string_view name);

/// The hashes of the words of a title or name, folded, without the article it begins with.
[[nodiscard]] std::vector<std::uint64_t> title_words(std::string_view text, Lexicon const& lexicon);

}  // namespace fonds
