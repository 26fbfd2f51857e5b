// Phrases while they are read, and the table made of them.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "grammar/phrase_table.hpp"

namespace fonds {

/// What is read grows here; the table looks at it, so it must live as long as that does.
class PhraseDraft {
  public:
    struct Entry {
        std::vector<std::uint64_t> words;
        WordClasses classes = 0;
        int number = 0;
        bool exact_case = false;
        std::string_view signal;
        std::vector<std::string_view> meanings, tongues, written;
        std::vector<Archive const*> archives;
    };

    /// The phrase of that text; a new one where it is not known. Good until another is asked for.
    [[nodiscard]] Entry& phrase(std::string_view text);

    /// The table of all that was read; nothing is to be read afterwards.
    [[nodiscard]] PhraseTable table();

  private:
    void make_details();

    std::vector<Entry> entries_;
    std::unordered_map<std::uint64_t, std::size_t> by_words_;
    std::vector<PhraseDetails> details_;
    std::vector<Phrase> phrases_;
    std::vector<PhraseStart> starts_;
    std::vector<std::uint32_t> start_slots_;
};

}  // namespace fonds
