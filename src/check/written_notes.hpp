// Notes with what is written in them alone.
#pragma once

#include <fonds/note.hpp>
#include <optional>
#include <vector>

namespace fonds::checking {

/// The notes with keys in place of their records, whose faults are those of another file; nothing where no
/// note cites by key.
[[nodiscard]] std::optional<std::vector<ParsedNote>> without_records(std::vector<ParsedNote> const& notes);

}  // namespace fonds::checking
