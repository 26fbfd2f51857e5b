// The parts of a package (DOCX, ODT) beside what was read from them.
#pragma once

#include <fonds/document.hpp>

namespace fonds {

/// Gives up the bytes of a package's parts, which are as large as all that is read from them; nothing is
/// done to a document that is no package.
void give_up_parts(Document& document);

/// Unpacks them once more.
void unpack_parts(Document& document);

}  // namespace fonds
