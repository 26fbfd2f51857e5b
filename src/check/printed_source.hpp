// What reads as an archive and is what something is printed in.
#pragma once

#include <fonds/note.hpp>

namespace fonds::checking {

/// "in: BN, 25.6.1938": a newspaper by its letters, which an archive has as well.
[[nodiscard]] bool stands_in_print(ParsedNote const& note, Citation const& citation);

}  // namespace fonds::checking
