// Finds where a manuscript introduces abbreviations ("hereafter NARA").
#pragma once

#include <cstddef>
#include <fonds/note.hpp>
#include <string>
#include <string_view>
#include <unordered_map>
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

/// How often an abbreviation stands in a manuscript, and where first: in a note, or in the body (`no_index`).
struct AbbreviationUse {
    std::size_t times = 0;
    std::size_t first_note = 0;
    Span first_span;
};

using AbbreviationUses = std::unordered_map<std::string_view, AbbreviationUse>;

/// Where the abbreviations that were introduced are used, there included; keys are those of `introduced`.
[[nodiscard]] AbbreviationUses uses_of(std::vector<Introduction> const& introduced,
                                       std::vector<ParsedNote> const& notes, std::string_view body);

}  // namespace fonds::checking
