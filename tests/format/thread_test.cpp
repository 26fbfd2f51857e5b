#include <fonds/formats.hpp>
#include <stdexcept>
#include <string>

#include "support/catch.hpp"

using namespace fonds;

namespace {

// Entries that inherit from others, repeat keys, and are damaged: what threads share, and what they report.
std::string library() {
    std::string out = "@string{cwh = {Cold War History}}\n";
    for (int i = 0; i < 2000; ++i) {
        auto const n = std::to_string(i);
        out += "@Collection{c" + n + ", title = {Papers " + n +
               "}, editor = {M{\\\"u}ller, A. and de Vries, B.}, date = {19" + std::to_string(10 + i % 80) +
               "-05}}\n\n";
        out += "@InCollection{k" + std::to_string(i % 1900) + ", crossref = {c" +
               std::to_string((i * 7) % 2100) + "}, title = {On the {USSR}, " + n +
               "}, journal = cwh, title = {Again}" + (i % 50 == 3 ? "\n" : "}\n");
    }
    return out;
}

}  // namespace

TEST_CASE("BibLaTeX read on several threads gives the same records and findings in the same order") {
    auto const text = library();
    for (bool const keep_source : {false, true}) {
        ReadOptions options;
        options.keep_source = keep_source;
        auto const alone = read_items(text, "biblatex", options);
        REQUIRE(alone);
        CHECK(alone->value.size() == 4000);
        CHECK(alone->diagnostics.size() > 1000);
        options.jobs = 4;
        auto const together = read_items(text, "biblatex", options);
        REQUIRE(together);
        CHECK(together->value == alone->value);
        CHECK(together->diagnostics == alone->diagnostics);
    }
}

namespace {

constexpr std::size_t record_count = 9000;  // of more than a megabyte: fewer are read by one thread

std::string records(std::string const& in_the_middle, std::string const& end) {
    std::string out = " [\n";
    for (std::size_t i = 0; i < record_count; ++i) {
        auto const n = std::to_string(i);
        if (i > 0) out += ",\n";
        out += R"({"id": "r)" + std::to_string(i % (record_count - 10)) +
               R"(", "type": "book", "title": "“[{)" + n +
               R"(\\\"}]”\\", "author": [{"family": "Doe", "given": "J."}], "issued": {"date-parts": [[)" +
               n + R"(]]}, "edition": {"x": [)" + n + "]}}";
        if (i == record_count / 2) out += in_the_middle;
    }
    return out + end;
}

}  // namespace

TEST_CASE("CSL-JSON read on several threads gives the same records and findings in the same order") {
    // A record of such is parted like the array itself.
    std::string like_records = R"({"id": 0})";
    for (int i = 0; i < 20000; ++i) like_records += ",\n{\"id\": 0}";
    struct {
        std::string in_the_middle, end;
        std::size_t more_records;
    } const rows[] = {
        {"", "]\n", 0},
        {R"(, {"id": "a", "title": "b")", "]", 0},
        {R"(, {"id": "a", "title": tru)", "]", 0},
        {R"( {"id": "a"})", "]", 1},
        {",", "]", 0},
        {R"(, ["no record"], 3, "x")", "]", 3},
        {R"(, {"items": [{"id": "a"}, {"id": "b"}]})", "]", 2},
        {"}", "]", 0},
        {"]", "]", 0},
        {"", ",]", 0},
        {"", "}", 0},
        {"", "] more", 0},
        {"", "] [{\"id\": \"a\"}]", 1},
        {"", "", 0},
        {R"(, {"a": [)" + like_records + "]}", "]", 1},
        {"] [0", "]", 1},
    };
    for (auto const& row : rows) {
        auto const text = records(row.in_the_middle, row.end);
        CAPTURE(row.in_the_middle, row.end);
        ReadOptions options;
        auto const alone = read_items(text, "csl-json", options);
        REQUIRE(alone);
        CHECK(alone->value.size() == record_count + row.more_records);
        CHECK(text.size() > 1 << 20U);
        CHECK(alone->diagnostics.size() >= 10);
        options.jobs = 4;
        auto const together = read_items(text, "csl-json", options);
        REQUIRE(together);
        CHECK(together->value == alone->value);
        CHECK(together->diagnostics == alone->diagnostics);
    }
}

namespace {

/// Everything that a conversion gives, as one text.
std::string converted(std::string const& text, std::string_view from, std::string_view to, unsigned jobs,
                      WriteOptions const& write_options) {
    ReadOptions options;
    options.jobs = jobs;
    options.keep_source = from == to;
    auto writer = ItemWriter::create(to, write_options);
    REQUIRE(writer);
    std::string out;
    auto const written = [&](std::optional<Error> const& error) {
        if (error) out += "\nerror: " + error->message + "\n";
        out += writer->take();
    };
    auto const found = convert_items(text, from, *writer, written, options);
    REQUIRE(found);
    writer->finish();
    out += writer->take();
    for (auto const& diagnostic : *found) out += diagnostic.message + "\n";
    for (auto const& diagnostic : writer->take_diagnostics()) out += diagnostic.message + "\n";
    return out;
}

}  // namespace

TEST_CASE("records converted on several threads give the same text, keys, losses and findings") {
    WriteOptions patterned, plain, lossless;
    patterned.key_pattern = "[auth][year]";
    plain.plain = true;
    lossless.plain = lossless.lossless = true;
    auto const bib = library();
    auto const json = records(R"(, {"id": "R5", "custom": {"x": "1"}}, {"title": "without an id"})", "]");
    auto const ris = converted(json, "csl-json", "ris", 1, {});
    auto const lines =
        "no record\n" + converted(json, "csl-json", "ndjson", 1, {}) + "{\"id\": \"R5\"}\n\n{\"id\"";
    struct {
        std::string const& text;
        std::string_view from;
    } const sources[] = {{bib, "biblatex"}, {json, "csl-json"}, {lines, "ndjson"}, {ris, "ris"}};
    for (auto const& source : sources)
        for (auto const* to : {"csl-json", "csl-yaml", "biblatex"})
            for (auto const& options : {WriteOptions(), patterned, plain, lossless}) {
                CAPTURE(source.from, to, options.key_pattern, options.plain, options.lossless);
                auto const alone = converted(source.text, source.from, to, 1, options);
                CHECK(alone.size() > 100000);
                CHECK((converted(source.text, source.from, to, 4, options) == alone));
            }
}

TEST_CASE("what is thrown while records are taken ends a conversion on several threads") {
    auto const json = records("", "]");
    auto writer = ItemWriter::create("csl-json", {});
    REQUIRE(writer);
    ReadOptions options;
    options.jobs = 4;
    auto const stop = [](std::optional<Error> const&) { throw std::runtime_error("enough"); };
    CHECK_THROWS_AS(convert_items(json, "csl-json", *writer, stop, options), std::runtime_error);
}
