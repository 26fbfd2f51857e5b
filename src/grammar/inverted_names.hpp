// Names written with the family first.
#pragma once

#include "grammar/chunk.hpp"

namespace fonds {

/// "Müller, Jan-Dirk; Pfisterer, Ulrich: Die Welt": semicolons between names whose families stand first join
/// them as "and" does, and part no works; they become conjunctions.
void join_inverted_names(Chunks& chunks);

}  // namespace fonds
