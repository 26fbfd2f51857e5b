// Finds where a manuscript introduces abbreviations ("hereafter NARA").
#pragma once

#include <cstddef>
#include <fonds/note.hpp>
#include <string>
#include <vector>

#include "check/tokens.hpp"

namespace fonds::checking {

/// "(hereafter NARA)": the abbreviation and where it stands.
struct Introduction {
    std::string abbreviation;
    std::size_t note = 0;
    Span span;
};

/// The abbreviations that notes introduce, in their order; `tokens` are those of each note.
[[nodiscard]] std::vector<Introduction> introductions_in(std::vector<ParsedNote> const& notes,
                                                         std::vector<std::vector<Token>> const& tokens);

}  // namespace fonds::checking
