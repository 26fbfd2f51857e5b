// Gold notes as the parser would ideally give them, for testing what comes after parsing.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "note/single_note.hpp"

namespace fonds::test {

/// A gold note: as parsed without links, and the link each citation ought to have ("moscow-3#1", or empty).
struct GoldNote {
    SingleNote single;
    std::vector<std::string> refers_to;
};

/// The notes of a gold text, one a line.
[[nodiscard]] std::vector<GoldNote> parse_gold(std::string_view text);

/// The notes of a gold file in order; empty where the file cannot be read.
[[nodiscard]] std::vector<GoldNote> read_gold(std::string const& path);

/// The gold files of a folder, sorted.
[[nodiscard]] std::vector<std::string> gold_files(std::string const& folder);

/// A link as gold files write it.
[[nodiscard]] std::string written(CitationLink const& link);

}  // namespace fonds::test
