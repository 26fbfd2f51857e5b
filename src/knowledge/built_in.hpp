// The tables of bibliography/archives as they were when the library was built (embed/tables_tool.cpp).
#pragma once

#include "knowledge/tables.hpp"

namespace fonds::built_in {

extern KnowledgeTables const knowledge;

}  // namespace fonds::built_in
