#include "base/file.hpp"

#include <filesystem>

#include "support/catch.hpp"

using namespace fonds;

TEST_CASE("files are read whole and written whole") {
    auto const folder = std::filesystem::temp_directory_path() / "fonds-file-test";
    std::filesystem::create_directories(folder);
    auto const path = (folder / "a.txt").string();
    REQUIRE(write_file(path, "Fond\n5"));
    CHECK(read_file(path).value() == "Fond\n5");
    CHECK(std::distance(std::filesystem::directory_iterator(folder), {}) == 1);

    CHECK(read_file((folder / "none").string()).error().code == ErrorCode::not_found);
    CHECK(read_file(folder.string()).error().code == ErrorCode::unreadable);
    CHECK(write_file((folder / "no" / "where").string(), "x").error().code == ErrorCode::unwritable);
    std::filesystem::remove_all(folder);
}
