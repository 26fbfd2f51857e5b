// The essay in its six formats: the same findings in all, and those that a reader of it expects.

#include <filesystem>
#include <fonds/check.hpp>
#include <set>

#include "support/catch.hpp"

using namespace fonds;

namespace {

using Found = std::multiset<std::pair<std::size_t, std::string>>;  // note from 1, rule

Found found_in(CheckedFile const& file) {
    Found found;
    for (auto const& finding : file.findings)
        found.emplace(finding.note == no_index ? 0 : finding.note + 1, finding.rule);
    return found;
}

Found checked(std::string const& path) {
    CheckOptions options;
    options.year = 2026;
    auto const file = check_file(path, "auto", Knowledge::builtin(), options);
    REQUIRE(file);
    return found_in(*file);
}

}  // namespace

TEST_CASE("what is wrong in the essay is found") {
    std::string const path = FONDS_SHARED_DIR "/essay.txt";
    if (!std::filesystem::exists(path)) {
        WARN("SKIPPED: no " << path);
        return;
    }
    auto const found = checked(path);
    for (auto const& [note, rule] :
         std::vector<std::pair<std::size_t, std::string>>{{1, "missing-author"},
                                                          {1, "mixed-abbreviation"},
                                                          {3, "label-form"},
                                                          {3, "month-comma"},
                                                          {3, "http-url"},
                                                          {4, "malformed-slug"},
                                                          {5, "missing-reference"},
                                                          {5, "title-date"},
                                                          {6, "unlocatable-source"},
                                                          {7, "doubled-word"},
                                                          {8, "cited-twice"},
                                                          {9, "abbreviation-point"}}) {
        INFO(note << " " << rule);
        CHECK(found.count({note, rule}) >= 1);
    }
    CHECK(found.count({10, "http-url"}) == 0);
}

TEST_CASE("the essay's findings are the same in all formats", "[packages]") {
    std::string const folder = FONDS_SHARED_DIR "/manuscripts/";
    if (!std::filesystem::exists(folder)) {
        WARN("SKIPPED: no " << folder);
        return;
    }
    auto const expected = checked(folder + "txt/essay.txt");
    for (std::string const format : {"md", "tex", "html", "docx", "odt"}) {
        INFO(format);
        CHECK(checked(folder + format + "/essay." + format) == expected);
    }
}
