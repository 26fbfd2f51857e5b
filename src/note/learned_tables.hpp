// The tables of bibliography/weights as they were when the library was built.
#pragma once

#include "note/learned_weights.hpp"

namespace fonds::learned {

extern LearnedWeights const fields;   ///< of the words of a citation
extern LearnedWeights const outline;  ///< of the chunks of a note
extern LearnedWeights const parts;    ///< of the chunks of a citation that no grammar reads

}  // namespace fonds::learned
