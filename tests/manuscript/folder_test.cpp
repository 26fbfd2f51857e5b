// The manuscripts in a folder.

#include <filesystem>
#include <fonds/document.hpp>
#include <fstream>

#include "support/catch.hpp"

using namespace fonds;

TEST_CASE("a folder stands for its manuscripts, and for its record files where they are wanted") {
    namespace fs = std::filesystem;
    auto const folder = fs::temp_directory_path() / ("fonds-folders-test-" + std::to_string(std::rand()));
    fs::create_directories(folder / "below" / ".hidden");
    for (auto const& [name, text] : std::vector<std::pair<std::string, std::string>>{
             {"a.md", "A.[^1]"},
             {"b.bib", "@book{a, title={T}}"},
             {"below/c.json", R"([{"id":"a","type":"book","title":"T"}])"},
             {"below/d.json", R"({"name":"settings","version":1})"},
             {"below/e.xml", "<?xml version='1.0'?><settings/>"},
             {"below/f.xml", "<?xml version='1.0'?><TEI><text/></TEI>"},
             {"below/.hidden/g.md", "x"},
             {"~$a.docx", "x"},
             {"h.png", "x"},
         })
        std::ofstream(folder / name) << text;
    auto const names = [&](FolderScope scope) {
        std::vector<std::string> out;
        auto const found = find_documents(folder.string(), scope);
        REQUIRE(found);
        for (auto const& path : *found) out.push_back(fs::path(path).filename().string());
        return out;
    };
    using FileNames = std::vector<std::string>;
    CHECK(names(FolderScope::manuscripts) == FileNames{"a.md", "f.xml"});
    CHECK(names(FolderScope::manuscripts_and_records) == FileNames{"a.md", "b.bib", "c.json", "f.xml"});
    fs::remove_all(folder);
}
