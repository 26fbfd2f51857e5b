// Rows of names written with the family first, as German and numbered lists have them.

#include "grammar/inverted_names.hpp"

namespace fonds {
namespace {

bool is_family(Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::name) && !chunk.initials && !chunk.several &&
           chunk.size() <= 3;
}

bool is_given(Chunk const& chunk) {
    constexpr std::uint32_t longest = 5;
    return chunk.kind == ChunkKind::text && (chunk.is(Trait::name) || chunk.initials) && !chunk.several &&
           chunk.size() <= longest;
}

bool is_known_given(Chunk const& chunk) {
    return chunk.given_first || chunk.given_alone || chunk.initials || chunk.begins_with_initials;
}

/// A row of pairs, each a family, a comma and a given name, parted by semicolons.
struct Row {
    std::size_t end = 0;  ///< the chunk behind it
    std::size_t pairs = 0, known = 0;
};

Row row_at(std::vector<Chunk> const& list, std::size_t at) {
    constexpr std::size_t pair = 3;          // with its comma
    constexpr std::size_t most_pairs = 100;  // no work has more authors in its title
    Row row{at};
    for (auto next = at; next + pair <= list.size() && row.pairs < most_pairs; next = row.end + 1) {
        if (!is_family(list[next]) || list[next + 1].kind != ChunkKind::comma || !is_given(list[next + 2]))
            break;
        row.end = next + pair;
        ++row.pairs;
        if (is_known_given(list[next + 2])) ++row.known;
        if (row.end >= list.size() || list[row.end].kind != ChunkKind::semicolon) break;
    }
    if (row.end < list.size() && list[row.end].is(Trait::others)) ++row.end;  // "u. a."
    return row;
}

/// Whether a title follows: behind a colon at once, behind a comma where all given names are known for such.
bool leads_to_title(std::vector<Chunk> const& list, Row const& row) {
    if (row.end >= list.size()) return false;
    auto const kind = list[row.end].kind;
    return kind == ChunkKind::colon ? row.known > 0 : kind == ChunkKind::comma && row.known == row.pairs;
}

}  // namespace

void join_inverted_names(Chunks& chunks) {
    auto& list = chunks.list;
    for (std::size_t at = 0; at < list.size(); ++at) {
        auto const row = row_at(list, at);
        if (row.pairs < 2 || !leads_to_title(list, row)) continue;
        for (; at < row.end; ++at)
            if (list[at].kind == ChunkKind::semicolon) list[at].kind = ChunkKind::conjunction;
    }
}

}  // namespace fonds
