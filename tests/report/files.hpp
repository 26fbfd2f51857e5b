// Checked files for tests of reports.
#pragma once

#include <fonds/report.hpp>
#include <string>

/// A plain-text manuscript with one finding behind wide characters, one with a repair, one related place.
inline fonds::CheckedFile text_file() {
    fonds::CheckedFile file;
    auto& document = file.document;
    document.name = "notes/é ssay.txt";
    document.format = "txt";
    document.parts.push_back({"", "Title\n1. 外交部 by by X\n2. second\n"});
    auto const& bytes = document.parts.front().bytes;
    for (std::string const text : {"外交部 by by X", "second"}) {
        fonds::SourceNote note;
        note.number = note.id = std::to_string(document.notes.size() + 1);
        note.text = text;
        auto const at = bytes.find(text);
        note.map.add({{0, text.size()}, {at, at + text.size()}, 0});
        document.notes.push_back(note);
        file.notes.push_back({note.id, text, {}, {}, {}});
    }
    file.findings.push_back({"doubled-word",
                             fonds::Severity::warning,
                             "“by” stands twice",
                             0,
                             {10, 15},
                             {{"write “by”", true, {{{10, 15}, "by"}}}},
                             {{1, {0, 6}, "and here"}}});
    file.findings.push_back(
        {"no-such-rule", fonds::Severity::error, "100% wrong, \"really\"\nso", 1, {0, 0}, {}, {}});
    return file;
}

/// The same as a package: places in the file cannot be named.
inline fonds::CheckedFile package_file() {
    auto file = text_file();
    file.document.name = "essay.docx";
    file.document.format = "docx";
    file.document.parts.front().name = "word/footnotes.xml";
    return file;
}

inline std::string report(std::string_view format, std::vector<fonds::CheckedFile> const& files,
                          fonds::ReportOptions const& options = {}) {
    auto reporter = fonds::make_reporter(format, options);
    auto text = reporter.value()->begin();
    for (auto const& file : files) text += reporter.value()->add(file);
    return text + reporter.value()->end({});
}
