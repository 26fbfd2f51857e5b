// Manuscripts for tests, made of notes alone.
#pragma once

#include <algorithm>
#include <fonds/check.hpp>
#include <string>
#include <vector>

/// A manuscript whose source is its notes, one a line.
inline fonds::Document manuscript(std::vector<std::string> const& notes) {
    fonds::Document document;
    document.name = "test";
    document.format = "notes";
    document.parts.emplace_back();
    for (auto const& text : notes) {
        fonds::SourceNote note;
        note.number = note.id = std::to_string(document.notes.size() + 1);
        note.text = text;
        auto& bytes = document.parts.front().bytes;
        if (!text.empty()) note.map.add({{0, text.size()}, {bytes.size(), bytes.size() + text.size()}, 0});
        bytes += text + "\n";
        document.notes.push_back(std::move(note));
    }
    return document;
}

/// Notes that nothing was read of: for rules that look at text.
inline std::vector<fonds::ParsedNote> unread(fonds::Document const& document) {
    std::vector<fonds::ParsedNote> notes;
    for (auto const& source : document.notes) notes.push_back({source.id, source.text, {}, {}, {}});
    return notes;
}

/// The words at fault of the findings of one rule.
inline std::vector<std::string> faults(std::vector<fonds::Diagnostic> const& findings,
                                       fonds::Document const& document, std::string_view rule) {
    std::vector<std::string> words;
    for (auto const& finding : findings)
        if (finding.rule == rule) words.emplace_back(slice(document.notes[finding.note].text, finding.span));
    return words;
}
