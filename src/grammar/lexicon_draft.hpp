// The words of the tables while they are read, and the tables made of them.
#pragma once

#include <array>
#include <deque>
#include <span>
#include <string_view>
#include <vector>

#include "grammar/lexicon.hpp"
#include "grammar/phrase_draft.hpp"
#include "knowledge/tables.hpp"

namespace fonds {

/// The tables look at what grows here, so it must live as long as they do.
class LexiconDraft {
  public:
    explicit LexiconDraft(KnowledgeTables const& knowledge);
    LexiconDraft(LexiconDraft const&) = delete;
    LexiconDraft& operator=(LexiconDraft const&) = delete;

    /// The tables of all that was read; to be asked for once.
    [[nodiscard]] LexiconTables tables();

  private:
    void read_vocabulary();
    void read_words();
    void read_numbered(std::string_view table, WordClass word_class);
    void read_labels();
    void read_archives(KnowledgeTables const& knowledge);
    void read_schemes(KnowledgeTables const& knowledge);

    PhraseDraft phrases_;
    std::deque<std::vector<SchemeLabel>> labels_;  ///< of each scheme
    std::vector<std::span<SchemeLabel const>> scheme_labels_;
    std::vector<SchemeOfTongue> tongues_;
    std::vector<std::uint64_t> file_subjects_;
    std::vector<WordEnding> endings_;
    std::array<bool, 256> last_bytes_{};
};

}  // namespace fonds
