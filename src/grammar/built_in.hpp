// The words of bibliography/vocabulary and of the built-in archives as they were when the library was built
// (tables_tool.cpp).
#pragma once

#include "grammar/lexicon.hpp"

namespace fonds::built_in {

extern LexiconTables const lexicon;

}  // namespace fonds::built_in
