// The further addressees of a letter: persons parted by commas, "and" before the last.

#include "grammar/addressees.hpp"

namespace fonds {
namespace {

bool is_kind(Chunk const* at, Chunk const* last, ChunkKind kind) { return at < last && at->kind == kind; }

bool is_person(Chunk const* at, Chunk const* last) {
    constexpr std::uint32_t longest = 3;
    return is_kind(at, last, ChunkKind::text) && at->is(Trait::upper) && !at->is(Trait::digits) &&
           !at->is(Trait::collection) && !at->is(Trait::genre) && at->to == no_token && at->size() <= longest;
}

}  // namespace

std::size_t further_addressees(Chunk const* first, Chunk const* last) {
    auto end = first;
    while (is_kind(end, last, ChunkKind::comma) && is_person(end + 1, last)) end += 2;
    auto const joint = is_kind(end, last, ChunkKind::comma) ? end + 1 : end;
    bool const is_list = is_kind(joint, last, ChunkKind::conjunction) && is_person(joint + 1, last);
    return is_list ? static_cast<std::size_t>(joint + 2 - first) : 0;
}

}  // namespace fonds
