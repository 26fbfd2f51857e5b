// Many files are checked side by side and come in order.

#include <algorithm>
#include <filesystem>
#include <fonds/check.hpp>
#include <fonds/rewrite.hpp>

#include "support/catch.hpp"

using namespace fonds;
namespace fs = std::filesystem;

TEST_CASE("files come in the order of their paths, whatever the number of threads") {
    auto const folder = fs::temp_directory_path() / "fonds-files-test";
    fs::create_directories(folder);
    std::vector<std::string> paths;
    for (int i = 0; i < 20; ++i) {
        paths.push_back((folder / (std::to_string(i) + ".md")).string());
        auto const doubled = i % 3 == 0 ? "by by" : "by";
        if (i != 7)
            REQUIRE(
                write_document(paths.back(), std::string("A.[^1]\n\n[^1]: Translated ") + doubled + " X.\n"));
    }
    auto const run = [&](unsigned jobs) {
        CheckOptions options;
        options.jobs = jobs;
        std::vector<std::string> seen;
        auto const take = [&](Result<CheckedFile> const& file) {
            seen.push_back(file ? file->document.name + (file->findings.empty() ? "" : " found")
                                : file.error().source + " not read");
        };
        check_files(paths, take, "auto", Knowledge::builtin(), options);
        return seen;
    };
    auto const one = run(1);
    REQUIRE(one.size() == paths.size());
    CHECK(one[6] == paths[6] + " found");
    CHECK(one[7] == paths[7] + " not read");
    CHECK(one[8] == paths[8]);
    CHECK(run(4) == one);
    CHECK(run(64) == one);
    fs::remove_all(folder);
}

TEST_CASE("a finding on a record without id stands where the record does") {
    std::string const ris =
        "TY  - BOOK\nTI  - The Global Cold War\nAU  - Westad, Odd Arne\nPY  - 2005\nPB  - CUP\nER  - \n\n"
        "TY  - CHAP\nAU  - Noname, Nell\nPY  - 1990\nER  - \n";
    auto const file = check_bytes(ris, "a.ris");
    REQUIRE(file);
    auto const untitled = std::find_if(file->findings.begin(), file->findings.end(),
                                       [](auto const& f) { return f.rule == "missing-title"; });
    REQUIRE(untitled != file->findings.end());
    CHECK(slice(ris, untitled->span) == "Noname");
}

TEST_CASE("ranges behind keys are left to the program that writes them") {
    std::string const text = "A.[^1] B.[^2]\n\n[^1]: [@westad2005, 34-59].\n\n"
                             "[^2]: RGANI, f. 5, op. 28, d. 314, ll. 34-59.\n";
    auto const file = check_bytes(text, "a.md", "md");
    REQUIRE(file);
    std::vector<std::size_t> notes;
    for (auto const& finding : file->findings)
        if (finding.rule == "range-dash") notes.push_back(finding.note);
    CHECK(notes == std::vector<std::size_t>{1});
}
