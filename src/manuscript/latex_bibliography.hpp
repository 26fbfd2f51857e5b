// The bibliography of a LaTeX text.
#pragma once

#include <fonds/document.hpp>

namespace fonds {

/// Takes the files that a text and those that it takes in name (`\addbibresource`, `\bibliography`), and the
/// entries that stand in it (`\bibitem`, and a file in `filecontents`). Nothing where nothing is cited by
/// key.
void find_latex_bibliography(Document& document);

}  // namespace fonds
