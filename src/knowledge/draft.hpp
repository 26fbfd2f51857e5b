// Archives and schemes while they are read, and the tables made of them.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/tables.hpp"

namespace fonds {

/// What is read grows here; `tables` looks at it, so it must live as long as they do.
class KnowledgeDraft {
  public:
    struct ArchiveDraft {
        Archive archive;  ///< without `names` and `urls`
        std::vector<ArchiveName> names;
        std::vector<UrlForm> urls;
    };
    struct SchemeDraft {
        LevelScheme scheme;  ///< without `levels`
        std::vector<SchemeLevel> levels;
    };

    KnowledgeDraft() = default;
    /// Begins with what is known.
    explicit KnowledgeDraft(KnowledgeTables const& known);
    KnowledgeDraft(KnowledgeDraft const&) = delete;
    KnowledgeDraft& operator=(KnowledgeDraft const&) = delete;

    std::vector<ArchiveDraft> archives;
    std::vector<SchemeDraft> schemes;

    /// A copy that lives as long as the draft.
    [[nodiscard]] std::string_view keep(std::string_view text);
    [[nodiscard]] std::span<std::string_view const> keep(std::vector<std::string_view> texts);

    /// The tables of all that was read; nothing is to be read afterwards.
    [[nodiscard]] KnowledgeTables tables();

  private:
    std::deque<std::string> texts_;
    std::deque<std::vector<std::string_view>> lists_;
    std::vector<Archive> archive_table_;
    std::vector<LevelScheme> scheme_table_;
    std::vector<std::uint32_t> archive_slots_, scheme_slots_;
    std::vector<KeyIndex::Entry> exact_, folded_, bags_, urls_;
};

}  // namespace fonds
