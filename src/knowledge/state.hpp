// What a `Knowledge` is made of.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "knowledge/draft.hpp"

namespace fonds {

/// What a search is compared with, by archive.
struct SearchKeys {
    struct Keys {
        std::vector<std::string> names;  ///< in their order
        std::string city, id;
    };

    explicit SearchKeys(std::span<Archive const> archives);
    std::vector<Keys> archives;
};

struct Knowledge::State {
    explicit State(KnowledgeTables const& laid_out) : tables(laid_out) {}
    explicit State(std::unique_ptr<KnowledgeDraft> draft) : own(std::move(draft)), tables(own->tables()) {}

    std::unique_ptr<KnowledgeDraft> own;  ///< what the tables look at; null where they are laid out
    KnowledgeTables tables;

    /// Made when somebody first searches.
    [[nodiscard]] SearchKeys const& search_keys();

  private:
    std::once_flag search_keys_once_;
    std::optional<SearchKeys> search_keys_;
};

}  // namespace fonds
