// Counts findings on notes that careful people wrote: see FALSE_ALARMS.md.

#include <filesystem>
#include <fonds/check.hpp>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>

#include "support/catch.hpp"
#include "wire/json.hpp"

using namespace fonds;

namespace {

// Errors that are right: notes that name a conversation and no place where its record lies.
bool is_right(std::string const& id, std::string const& rule) {
    return (id == "seed-6" || id == "wilson-16") && rule == "unlocatable-source";
}

/// What was counted.
struct Count {
    std::size_t notes = 0;
    std::size_t errors = 0;
    std::size_t wrong = 0;
    std::size_t warnings = 0;
};

// Lines without a document are of many: the id up to its last hyphen tells them apart.
std::string manuscript_of(json::Value const& line) {
    auto const* document = line.find("document");
    if (document && document->text()) return std::string(*document->text());
    auto const id = std::string(*line.find("id")->text());
    return id.substr(0, id.rfind('-'));
}

Count count_in(std::filesystem::path const& path) {
    std::ifstream in(path);
    std::string text;
    for (std::string line; std::getline(in, line);) {
        auto const tree = json::read(line);
        if (!tree || !tree.value().find("note")) continue;
        json::Writer out;
        out.begin_object().member("id", *tree.value().find("id")->text());
        out.member("document", manuscript_of(*tree))
            .member("note", *tree.value().find("note")->text())
            .end_object();
        text.append(out.text()).append("\n");
    }
    CheckOptions options;
    options.year = 2026;
    auto const file = check_bytes(text, path.string(), "notes", Knowledge::builtin(), options);
    REQUIRE(file);
    Count count;
    count.notes = file.value().notes.size();
    for (auto const& finding : file.value().findings) {
        if (finding.severity == Severity::warning) ++count.warnings;
        if (finding.severity != Severity::error) continue;
        auto const id = finding.note == no_index ? std::string() : file.value().notes[finding.note].id;
        ++count.errors;
        if (is_right(id, finding.rule)) continue;
        ++count.wrong;
        UNSCOPED_INFO(id << ": " << finding.rule << ": " << finding.message);
    }
    return count;
}

void check_all(std::vector<std::filesystem::path> const& paths) {
    Count all;
    for (auto const& path : paths) {
        auto const count = count_in(path);
        all.notes += count.notes;
        all.errors += count.errors;
        all.wrong += count.wrong;
        all.warnings += count.warnings;
    }
    WARN("false alarms: " << all.notes << " notes, " << all.errors << " errors, " << all.wrong
                          << " of them wrong, " << all.warnings << " warnings");
    CHECK(all.wrong * 50 <= all.notes);
}

std::vector<std::filesystem::path> notes_in(std::filesystem::path const& folder) {
    std::vector<std::filesystem::path> paths;
    std::error_code code;
    for (auto const& entry : std::filesystem::directory_iterator(folder, code))
        if (entry.path().extension() == ".jsonl") paths.push_back(entry.path());
    return paths;
}

}  // namespace

TEST_CASE("on the notes of others at most one error in fifty notes is wrong") {
    auto const paths = notes_in(FONDS_SHARED_DIR "/notes");
    if (paths.empty()) {
        WARN("SKIPPED: no notes in " FONDS_SHARED_DIR "/notes");
        return;
    }
    check_all(paths);
}

TEST_CASE("on our own gold notes at most one error in fifty notes is wrong") {
    auto const paths = notes_in(FONDS_SOURCE_DIR "/tests/note/gold");
    REQUIRE_FALSE(paths.empty());
    check_all(paths);
}
