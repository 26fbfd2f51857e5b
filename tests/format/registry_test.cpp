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

TEST_CASE("the format of a file is told by its content, then by its name") {
    struct Row {
        std::string_view text, name, format;  // none: it is not told
    };
    for (auto const& row : {
             Row{"TY  - JOUR\r\n", "a.bib", "ris"},
             Row{"TY  - JOUR\r\n", "a", "ris"},
             Row{"nothing to tell it by", "old.d/a.bib", "biblatex"},
             Row{"nothing to tell it by", "a.b/bib", ""},
             Row{"nothing to tell it by", "a.docx", ""},
             Row{"nothing to tell it by", "", ""},
             Row{"{\"id\": \"a\"}\n", "a.ndjson", "ndjson"},
             Row{"[{\"id\": \"a\"}]\n", "a.jsonl", "ndjson"},
         }) {
        INFO(row.text << " in " << row.name);
        auto const* format = detect_format(row.text, row.name);
        CHECK((format ? format->name : "") == row.format);
    }
}

TEST_CASE("records are read in the format that they are in") {
    struct Row {
        char const* text;
        char const* source;
        char const* title;  // of the only record
    };
    for (auto const& row : {
             Row{"TY  - BOOK\r\nTI  - A\r\nER  - \r\n", "", "A"},
             Row{"@book{b, title={B}}", "refs.bib", "B"},
             Row{"{\"id\": \"c\", \"title\": \"C\"}\n", "refs.ndjson", "C"},
         }) {
        INFO(row.text);
        ReadOptions options;
        options.source = row.source;
        auto const read = read_items(row.text, "auto", options);
        REQUIRE(read);
        REQUIRE(read->value.size() == 1);
        CHECK(read->value.front().text(Variable::title) == row.title);
        std::size_t written = 0;
        auto writer = ItemWriter::create("ris");
        REQUIRE(convert_items(
            row.text, "auto", *writer, [&](std::optional<Error> const&) { ++written; }, options));
        CHECK(written == 1);
    }
    auto const unknown = read_items("plain words", "auto", ReadOptions{.source = "notes.docx"});
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().code == ErrorCode::unsupported);
    CHECK(to_string(unknown.error()) == "notes.docx: cannot tell the format of these records; name it");
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

TEST_CASE("records without id get one where the format or the style asks for it") {
    Item report;
    report.names.set(Variable::author, {Name{"Weathersby", "Kathryn", "", "", "", "", false, false, false}});
    report.dates.set(Variable::issued, parse_edtf("2002").value());
    report.texts.set(Variable::title, "Should We Fear This?");
    Item bare;
    struct Row {
        std::string_view format, first, second, third;
    };
    for (auto const& row : {
             Row{"csl-json", "\"id\":\"Weathersby2002Should\"", "\"id\":\"Weathersby2002Shoulda\"",
                 "\"id\":\"entry\""},
             Row{"ndjson", "\"id\":\"Weathersby2002Should\"", "\"id\":\"Weathersby2002Shoulda\"",
                 "\"id\":\"entry\""},
             Row{"csl-yaml", "id: Weathersby2002Should\n", "id: Weathersby2002Shoulda\n", "id: entry\n"},
             Row{"biblatex", "{Weathersby2002Should,", "{Weathersby2002Shoulda,", "{entry"},
         }) {
        CAPTURE(row.format);
        auto const written = write_items({report, report, bare}, row.format)->value;
        CAPTURE(written);
        for (auto const id : {row.first, row.second, row.third}) CHECK(written.find(id) != std::string::npos);
    }
}

TEST_CASE("ids tell records apart, and equal records are one") {
    auto const titled = [](std::string id, std::string title) {
        Item item;
        item.id = std::move(id);
        item.texts.set(Variable::title, std::move(title));
        return item;
    };
    Items items = {titled("a", "A"), titled("a", "B"), titled("", "Zoë"), titled("a", "A"), titled("A", "C")};
    give_ids(items);
    CHECK(items == Items{titled("a", "A"), titled("aa", "B"), titled("Zoe", "Zoë"), titled("A", "C")});
}
