#include "base/file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <filesystem>

#include "support/catch.hpp"

using namespace fonds;
namespace fs = std::filesystem;

TEST_CASE("an extension is of the file, not of its folder") {
    CHECK(extension_of("a/b.tar.gz") == "gz");
    CHECK(extension_of("a.d/b").empty());
    CHECK(extension_of("").empty());
}

TEST_CASE("files are read whole and written whole") {
    auto const folder = std::filesystem::temp_directory_path() / "fonds-file-test";
    std::filesystem::create_directories(folder);
    auto const path = (folder / "a.txt").string();
    REQUIRE(write_file(path, "Fond\n5"));
    CHECK(read_file(path).value() == "Fond\n5");
    CHECK(std::distance(std::filesystem::directory_iterator(folder), {}) == 1);

    // A file of the user's by the name that is taken meanwhile stays.
    REQUIRE(write_file(path + ".fonds-new", "mine"));
    REQUIRE(write_file(path, "Opis\n28"));
    CHECK(read_file(path + ".fonds-new").value() == "mine");
    CHECK(read_file(path).value() == "Opis\n28");

    CHECK(read_file((folder / "none").string()).error().code == ErrorCode::not_found);
    CHECK(read_file(folder.string()).error().code == ErrorCode::unreadable);
    CHECK(write_file((folder / "no" / "where").string(), "x").error().code == ErrorCode::unwritable);
    std::filesystem::remove_all(folder);
}

TEST_CASE("a link stays a link, a pipe a pipe, when a file is written") {
    auto const folder = fs::temp_directory_path() / ("fonds-file-test-" + std::to_string(getpid()));
    fs::create_directory(folder);
    auto const file = folder / "file.txt";
    auto const link = folder / "link.txt";
    REQUIRE(write_file(file.string(), "old"));
    fs::create_symlink("file.txt", link);
    REQUIRE(write_file(link.string(), "new"));
    CHECK(fs::is_symlink(link));
    CHECK(read_file(file.string()).value() == "new");

    auto const pipe = (folder / "pipe").string();
    REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
    auto const reader = open(pipe.c_str(), O_RDONLY | O_NONBLOCK);
    REQUIRE(write_file(pipe, "abc"));
    std::array<char, 4> bytes{};
    CHECK(read(reader, bytes.data(), bytes.size()) == 3);
    CHECK(fs::is_fifo(pipe));
    close(reader);
    CHECK(write_file(folder.string(), "x").error().code == ErrorCode::unwritable);
    fs::remove_all(folder);
}
