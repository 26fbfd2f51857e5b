// fonds-csl-suite [DIR] [--update] [--only TEXT] [--quiet]: every fixture of a folder through the engine.
//
// The names of those that pass are kept in tests/csl/passing.txt; a fixture lost, or gained without the list
// saying so, is a failure.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>

#include "base/file.hpp"
#include "base/text.hpp"
#include "csl/fixture.hpp"

namespace {

namespace fs = std::filesystem;

constexpr char const* list_file = FONDS_SOURCE_DIR "/tests/csl/passing.txt";
constexpr char const* locales_folder = FONDS_SHARED_DIR "/csl/locales";
constexpr char const* overrides_folder = FONDS_SOURCE_DIR "/tests/csl/overrides";

struct Tally {
    int passed = 0, total = 0;
};

struct Arguments {
    std::string folder = FONDS_SHARED_DIR "/csl/test-suite";
    std::string only;
    bool update = false, quiet = false, given = false;
};

std::set<std::string> read_list(std::string const& path) {
    std::set<std::string> out;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);)
        if (!line.empty() && line[0] != '#') out.insert(line);
    return out;
}

void write_list(std::set<std::string> const& names) {
    std::ofstream file(list_file);
    file << "# Fixtures of the CSL test suite that pass; kept by fonds-csl-suite --update.\n";
    for (auto const& name : names) file << name << '\n';
}

/// The locale that a fixture needs beside today's files, or nothing (see overrides/list.tsv).
std::string override_for(std::string const& name) {
    std::ifstream file(fs::path(overrides_folder) / "list.tsv");
    for (std::string line; std::getline(file, line);) {
        auto const tab = line.find('\t');
        if (line.empty() || line[0] == '#' || tab == std::string::npos || line.substr(0, tab) != name)
            continue;
        auto const end = line.find('\t', tab + 1);
        auto bytes =
            fonds::read_file((fs::path(overrides_folder) / line.substr(tab + 1, end - tab - 1)).string());
        if (bytes) return std::move(*bytes);
    }
    return {};
}

Arguments read_arguments(int argc, char** argv) {
    Arguments out;
    for (int i = 1; i < argc; ++i) {
        std::string const argument = argv[i];
        if (argument == "--update") out.update = true;
        else if (argument == "--quiet") out.quiet = true;
        else if (argument == "--only" && i + 1 < argc) out.only = argv[++i];
        else {
            out.folder = argument;
            out.given = true;
        }
    }
    return out;
}

std::vector<fs::path> fixtures_of(Arguments const& arguments) {
    std::vector<fs::path> files;
    for (auto const& entry : fs::directory_iterator(arguments.folder))
        if (entry.path().extension() == ".txt" &&
            entry.path().stem().string().find(arguments.only) != std::string::npos)
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

bool compare_with_list(std::set<std::string> const& listed, std::set<std::string> const& seen,
                       std::set<std::string> const& passed) {
    auto same = true;
    for (auto const& name : seen) {
        if (listed.count(name) == passed.count(name)) continue;
        std::cout << (passed.count(name) ? "GAINED " : "LOST ") << name << '\n';
        same = false;
    }
    if (!same)
        std::cout << "the list tests/csl/passing.txt says otherwise; fonds-csl-suite --update writes it\n";
    return same;
}

}  // namespace

int main(int argc, char** argv) {
    auto const arguments = read_arguments(argc, argv);
    if (!fs::is_directory(arguments.folder)) {
        std::cout << "WARN: the CSL test suite is not at " << arguments.folder << "; nothing was checked\n";
        return 0;
    }
    fonds::csl::SearchPath path;
    path.folders = {locales_folder};
    if (!fs::is_directory(locales_folder))
        std::cout << "WARN: no locales at " << locales_folder << "; those of the library are used\n";
    std::map<std::string, Tally> tallies;
    std::set<std::string> passed, seen;
    for (auto const& file : fixtures_of(arguments)) {
        auto const name = file.stem().string();
        auto const bytes = fonds::read_file(file.string());
        if (!bytes) continue;
        auto const fixture = fonds::csl::suite::read_fixture(*bytes, name);
        auto const result = fonds::csl::suite::run_fixture(fixture, path, override_for(name));
        auto const& wanted = fixture.section("RESULT");
        auto& tally = tallies[name.substr(0, name.find('_'))];
        ++tally.total;
        seen.insert(name);
        if (result == wanted) {
            ++tally.passed;
            passed.insert(name);
        } else if (!arguments.quiet) {
            std::cout << "FAIL " << name << "\n  want: " << wanted << "\n  got:  " << result << "\n";
        }
    }
    Tally all;
    for (auto const& [category, tally] : tallies) {
        std::cout << category << ' ' << tally.passed << '/' << tally.total << "  ";
        all.passed += tally.passed;
        all.total += tally.total;
    }
    std::cout << "\n" << all.passed << " of " << all.total << " fixtures pass\n";
    auto listed = read_list(list_file);
    if (arguments.update) {
        for (auto const& name : seen) listed.erase(name);
        listed.insert(passed.begin(), passed.end());
        write_list(listed);
        return 0;
    }
    if (arguments.given || !arguments.only.empty()) return all.passed == all.total ? 0 : 1;
    return compare_with_list(listed, seen, passed) ? 0 : 1;
}
