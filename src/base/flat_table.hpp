// Hash tables whose entries lie side by side, for those that grow with a file (Boost.Unordered, headers
// alone).
//
// A look-up in a standard table follows pointers to entries all over the memory, each of which is waited for.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <boost/unordered/unordered_flat_set.hpp>
#include <cstdint>
#include <string_view>

#include "base/hash.hpp"

namespace fonds {

/// Entries move when others come.
template <class Key, class Value>
using FlatMap = boost::unordered_flat_map<Key, Value>;

/// Which texts were seen, by their hashes alone: of a million texts there are two with one hash in one case
/// of 37 millions. A table of the texts themselves would not stay in the processor's caches.
class SeenTexts {
  public:
    /// False where the text was seen before.
    bool insert(std::string_view text) { return hashes_.insert(fnv1a(text)).second; }

  private:
    boost::unordered_flat_set<std::uint64_t> hashes_;
};

}  // namespace fonds
