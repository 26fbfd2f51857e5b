// Archives that show copies of what others keep.
#pragma once

#include "grammar/chunk.hpp"

namespace fonds {

/// The Wilson Center's digital archive, and projects that obtain or publish documents: "HPPPDA", "NKIDP".
[[nodiscard]] inline bool hosts_copies(Chunk const& archive) {
    auto const& scheme = archive.phrase->archives().front()->scheme;
    return scheme == "WC-ID" || scheme == "CITE-ONLY";
}

}  // namespace fonds
