// Scans over the chunks of an archival reference and of the document before it. Each gives back where what it
// reads ends, and its begin where it reads nothing.
#pragma once

#include "grammar/chunk.hpp"
#include "grammar/terminals.hpp"

namespace fonds::grammar {

/// What parts sentences and works.
constexpr bool is_strong(Chunk const& chunk) {
    return chunk.kind == ChunkKind::stop || chunk.kind == ChunkKind::semicolon;
}

/// "Gansu, 91-18-114", "Sichuan, JC1-2418": a short name, and a number that only an archive gives.
[[nodiscard]] bool is_keeper_of_code(Iterator at, Iterator last);

/// A reference that begins with what can be nothing else.
[[nodiscard]] Iterator whole_reference(Iterator first, Iterator last);

/// A reference that ends where a document begins; names alone are no place to look a document up in.
[[nodiscard]] Iterator reference_before_document(Iterator first, Iterator last);

/// Behind a comma the document's place may begin with any name: "…, 3 May 1950, Subject File, box 28, ibid.".
[[nodiscard]] Iterator reference_behind_document(Iterator first, Iterator last);

/// The words that describe a document: over commas as far as no reference begins.
[[nodiscard]] Iterator description_end(Iterator first, Iterator last);

}  // namespace fonds::grammar
