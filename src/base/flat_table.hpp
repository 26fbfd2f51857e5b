// Hash tables whose entries lie side by side, for those that grow with a file (Boost.Unordered, headers
// alone).
//
// A look-up in a standard table follows pointers to entries all over the memory, each of which is waited for.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <boost/unordered/unordered_flat_set.hpp>

namespace fonds {

/// Entries move when others come.
template <class Key, class Value>
using FlatMap = boost::unordered_flat_map<Key, Value>;
template <class Key>
using FlatSet = boost::unordered_flat_set<Key>;

}  // namespace fonds
