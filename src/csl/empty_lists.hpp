// What groups and macros come to for an item without any of their variables, so that none is written in vain.
#pragma once

#include "csl/style.hpp"

namespace fonds::csl {

/// Fills `CompiledStyle::empty_lists` and numbers groups and macros by it; after rings are cut.
void find_empty_lists(CompiledStyle& style);

}  // namespace fonds::csl
