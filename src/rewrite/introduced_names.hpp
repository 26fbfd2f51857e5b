// Abbreviations that a citation introduces: "(hereafter TNA)", "(NARA)".
#pragma once

#include <fonds/note.hpp>
#include <string_view>

#include "rewrite/rich_text.hpp"

namespace fonds {

/// Puts the abbreviations that a citation introduces behind the same words of its new text: later notes use
/// them. Where those words do not stand there once, nothing is put in.
void keep_introduced_names(RichText& written, std::string_view note, Citation const& citation);

}  // namespace fonds
