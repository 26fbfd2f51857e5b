// The table of record formats.

#include <fonds/formats.hpp>

#include "support/catch.hpp"

using namespace fonds;

TEST_CASE("formats are found by name and by extension") {
    REQUIRE(find_format("csl-json"));
    CHECK(find_format("json")->name == "csl-json");
    CHECK(find_format("JSONL")->name == "ndjson");
    CHECK(find_format("nothing") == nullptr);
}

TEST_CASE("formats are told by their contents") {
    struct Row {
        char const* text;
        char const* format;
    };
    for (auto const& row : {
             Row{"\xEF\xBB\xBF [{\"id\": 1}]", "csl-json"},
             Row{"\xEF\xBB\xBF\r\nTY  - JOUR\r\n", "ris"},
             Row{"<?xml version='1.0'?><!-- <mods> --><ead:ead xmlns:ead='x'>", "ead"},
             Row{"<mods:modsCollection xmlns:mods='x'>", "mods"},
             Row{"<xml><records><record><ref-type name='Book'>6</ref-type>", "endnote-xml"},
             Row{"<!DOCTYPE TEI><TEI xmlns='http://www.tei-c.org/ns/1.0'>", "tei"},
             Row{"---\nreferences:\n- id: a\n  type: book\n", "csl-yaml"},
             Row{"[{\"key\": \"A\", \"data\": {\"itemType\": \"book\"}}]", "zotero-json"},
         }) {
        INFO(row.text);
        REQUIRE(sniff_format(row.text) != nullptr);
        CHECK(sniff_format(row.text)->name == row.format);
    }
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
