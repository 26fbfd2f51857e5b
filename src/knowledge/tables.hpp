// The tables behind `Knowledge`: constant arrays, laid out when the library is built (built_in.hpp) or read
// from a user's file (draft.hpp).
#pragma once

#include <cstdint>
#include <fonds/knowledge.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.hpp"
#include "base/slots.hpp"

namespace fonds {

/// A name (or form of address) of an archive, by position.
struct NameId {
    std::uint32_t archive = 0;
    std::uint32_t name = 0;
};

/// Names by hashes of keys that several may share.
struct KeyIndex {
    struct Entry {
        std::uint64_t key = 0;
        NameId id;
    };
    std::span<Entry const> entries;  ///< by key; those of a key in the order of the tables

    [[nodiscard]] std::span<Entry const> find(std::uint64_t key) const;
};

struct KnowledgeTables {
    std::span<Archive const> archives;
    std::span<LevelScheme const> schemes;
    Slots archive_slots, scheme_slots;  ///< by ids

    // By which names a text finds its archives; of those of one archive under a key the first:
    KeyIndex exact;   ///< by the name as it is, spaces and dots of abbreviations out
    KeyIndex folded;  ///< by its words, folded
    KeyIndex bags;    ///< by its words that tell: order does not count

    KeyIndex urls;  ///< forms of addresses, by host
};

/// The key of an abbreviation: no spaces, no dots ("GA RF", "G.A.R.F." and "GARF" are one); case kept.
[[nodiscard]] std::string abbreviation_key(std::string_view text);
/// The key of a name: words folded, punctuation out, one space between.
[[nodiscard]] std::string name_key(std::string_view text);
/// A hash of the words of `name_key` that tell one archive from another, in any order; no articles, plural as
/// singular. 0 where there is none.
[[nodiscard]] std::uint64_t bag_hash(std::string_view name_key);

}  // namespace fonds
