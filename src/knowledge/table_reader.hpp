// Reads archives, their names and level schemes from a table (format: bibliography/README.md).
#pragma once

#include <fonds/result.hpp>
#include <span>
#include <string_view>

#include "knowledge/draft.hpp"

namespace fonds {

/// A table and its name for messages.
struct NamedTable {
    std::string_view name;
    std::string_view text;
};

/// Adds the rows of all `sources` to `draft`, which may refer to one another, and gives their number; an
/// archive or scheme that is there gains what the rows give.
/// Errors: malformed, the line in the message.
[[nodiscard]] Result<std::size_t> read_archive_tables(std::span<NamedTable const> sources,
                                                      KnowledgeDraft& draft);

}  // namespace fonds
