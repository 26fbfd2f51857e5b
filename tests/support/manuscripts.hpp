// Checks that every manuscript must pass, and loud skipping where its file is absent.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fonds/document.hpp>
#include <string>
#include <vector>

#include "support/catch.hpp"

namespace fonds::test {

inline bool is_absent(std::string const& path) {
    if (std::filesystem::exists(path)) return false;
    WARN("skipped: " << path << " is not here");
    return true;
}

inline std::string with_plain_spaces(std::string_view text) {
    std::string out(text);
    std::replace_if(
        out.begin(), out.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return out;
}

/// Every piece lies in its part, in order; exact pieces hold the same bytes on both sides but for white
/// space.
inline void check_map(Document const& document, std::string const& text, SourceMap const& map) {
    std::size_t end = 0;
    for (auto const& piece : map.pieces()) {
        REQUIRE(piece.part < document.parts.size());
        auto const& bytes = document.parts[piece.part].bytes;
        REQUIRE(piece.text.begin >= end);
        REQUIRE(piece.text.end <= text.size());
        REQUIRE(piece.source.begin <= piece.source.end);
        REQUIRE(piece.source.end <= bytes.size());
        end = piece.text.end;
        if (piece.is_exact())
            CHECK(with_plain_spaces(slice(text, piece.text)) ==
                  with_plain_spaces(slice(bytes, piece.source)));
    }
}

/// "1: RGANI, f. 5.": the notes as tables of tests have them.
[[nodiscard]] inline std::vector<std::string> numbered_notes(Document const& document) {
    std::vector<std::string> out;
    for (auto const& note : document.notes) out.push_back(note.number + ": " + note.text);
    return out;
}

inline void check_maps(Document const& document) {
    check_map(document, document.text, document.map);
    for (auto const& note : document.notes) {
        check_map(document, note.text, note.map);
        for (auto const italic : note.italics) CHECK(italic.end <= note.text.size());
        if (note.call) CHECK(note.call->end <= document.text.size());
        for (auto const& citation : note.embedded) CHECK(citation.span.end <= note.text.size());
    }
}

}  // namespace fonds::test
