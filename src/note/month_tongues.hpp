// The tongues of months: they tell in which one a note is written.
#pragma once

#include <algorithm>

#include "grammar/chunk.hpp"

namespace fonds {

/// Whether a month of a date is a word of a tongue that `test` accepts; `test` takes its code ("hu").
template <class Test>
bool has_month_in(Chunks const& chunks, Chunk const& date, Test const& test) {
    if (date.kind != ChunkKind::date) return false;
    return std::any_of(
        chunks.tokens.begin() + date.first, chunks.tokens.begin() + date.last, [&](Token const& token) {
            return token.is(WordClass::month) && token.phrase &&
                   std::any_of(token.phrase->tongues().begin(), token.phrase->tongues().end(), test);
        });
}

}  // namespace fonds
