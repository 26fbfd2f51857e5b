#include <fonds/formats.hpp>

#include "support/catch.hpp"

using namespace fonds;

TEST_CASE("formats are found by name, by extension and by content") {
    REQUIRE(find_format("csl-json"));
    CHECK(find_format("json")->name == "csl-json");
    CHECK(find_format("JSONL")->name == "ndjson");
    CHECK(find_format("nothing") == nullptr);
    CHECK(sniff_format("\xEF\xBB\xBF [{\"id\": 1}]")->name == "csl-json");
    CHECK(sniff_format("plain words") == nullptr);
}

TEST_CASE("an unknown format is named, and the known ones with it") {
    auto const read = read_items("", "nothing");
    REQUIRE_FALSE(read);
    CHECK(read.error().code == ErrorCode::not_found);
    CHECK(read.error().message.find("csl-json") != std::string::npos);
    CHECK_FALSE(write_items({}, "nothing"));
}

TEST_CASE("no records make an empty file") {
    CHECK(write_items({}, "csl-json")->value == "[\n]\n");
    CHECK(write_items({}, "ndjson")->value.empty());
}
