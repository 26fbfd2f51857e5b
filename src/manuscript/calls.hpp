// Calls and notes brought together; what is left over on either side is named.
#pragma once

#include <fonds/document.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace fonds {

/// A place in the body that calls a note.
struct Call {
    std::string note;  ///< the note's id
    Span span;         ///< of the call in `Document::text`
};

/// Sets each note's call (the first of several) and reports, with the rules `note-without-call`,
/// `call-without-note` and `duplicate-note`, what finds no partner. Repeated ids are made unique.
/// Notes of kind `reference` need no call.
void link_calls(Document& document, std::vector<Call> const& calls);

/// Sorts the notes by their calls; a note without call stays behind the one it follows.
void order_by_calls(Document& document);

/// Takes `size` bytes and the white space behind them from the front of a note: a mark that the author typed.
void cut_front(SourceNote& note, std::size_t size);
/// Takes `size` bytes and the white space before them from the end of a note.
void cut_end(SourceNote& note, std::size_t size);

}  // namespace fonds
