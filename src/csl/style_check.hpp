// What is found out about a whole style once it is compiled.
#pragma once

#include <fonds/diagnostic.hpp>
#include <vector>

#include "csl/style.hpp"

namespace fonds::csl {

/// An element that prints nothing: what stands for something unusable.
[[nodiscard]] Element nothing();

/// Finds macros that call themselves, directly or through others, and cuts the ring at the call; elements
/// that nest too deep are cut too.
[[nodiscard]] std::vector<Diagnostic> cut_rings(CompiledStyle& style);

/// Which macros print dates (they sort by the date, not by its text), which layouts citation numbers, and
/// what of a cite's place in the document the style looks at.
void mark_contents(CompiledStyle& style);

}  // namespace fonds::csl
