// From changes of a text to changes of the bytes it was read from.
#pragma once

#include <fonds/document.hpp>
#include <fonds/rewrite.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rewrite/quotation_habit.hpp"

namespace fonds {

/// A replacement of bytes of a part.
struct Splice {
    std::size_t part = 0;
    Span source;
    std::string bytes;
};

/// The splices that make one edit, or nothing where the source has no place for it. What the edit leaves
/// as it is at its ends is not touched.
[[nodiscard]] std::optional<std::vector<Splice>> splices_of(Document const& document, TexQuotes const& quotes,
                                                            std::string_view text, SourceMap const& map,
                                                            Span span, std::string_view replacement);

/// The bytes of a part with splices applied; they are in order and do not overlap.
[[nodiscard]] std::string spliced(std::string_view bytes, std::vector<Splice> splices);

/// Mark-up put around a piece of a note's text, or taken away from there; it changes nothing that is read as
/// text.
struct Wrap {
    std::size_t note = 0;
    Splice open;
    Splice close;
};

/// `apply_edits` with mark-up besides; a wrap is left out where the edits of its note are.
[[nodiscard]] Result<Patched> apply_edits_and_wraps(Document const& document,
                                                    std::vector<NoteEdit> const& edits,
                                                    std::vector<Wrap> const& wraps);

/// The document read again with its changes, from memory.
[[nodiscard]] Result<Document> read_changed(Document const& document, Patched const& patched);

/// Plain text as the format writes it.
[[nodiscard]] std::string escaped_for(std::string_view format, std::string_view text);

}  // namespace fonds
