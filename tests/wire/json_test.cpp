#include "wire/json.hpp"

#include "support/catch.hpp"

using namespace fonds;

namespace {

// Read and written again in one line.
std::string again(std::string_view text) {
    auto const value = json::read(text);
    if (!value) return "error at " + std::to_string(value.error().offset);
    return std::string(json::Writer().value(*value).text());
}

}  // namespace

TEST_CASE("JSON read and written again") {
    struct Row {
        char const* text;
        char const* expected;
    };
    for (auto const& row : {
             Row{"[]", "[]"},
             Row{"{\"b\": 1, \"a\": [true, null, \"x\"]}", R"({"b":1,"a":[true,null,"x"]})"},
             Row{"{\"a\":1,\"a\":2}", R"({"a":1,"a":2})"},
             Row{"[1.50, -0, 12345678901234567890123]", "[1.50,-0,12345678901234567890123]"},
             Row{R"(["\u0424\n\"\\"])", R"(["Ф\n\"\\"])"},
             Row{"\xEF\xBB\xBF{}", "{}"},
             Row{"[\"\xFF\", {\"\xC3\": \"\\n\xE2\x82\"}]", "[\"\uFFFD\",{\"\uFFFD\":\"\\n\uFFFD\uFFFD\"}]"},
             Row{"[1", "error at 2"},
             Row{"[1,]", "error at 3"},
             Row{"{} x", "error at 3"},
             Row{"", "error at 0"},
         }) {
        CAPTURE(row.text);
        CHECK(again(row.text) == row.expected);
    }
}

TEST_CASE("values know their place") {
    auto const value = json::read(R"({"id": "a", "edition": 3})");
    REQUIRE(value);
    CHECK(value->find("edition")->integer() == 3);
    CHECK(value->find("edition")->offset() == 23);
    CHECK(value->find("id")->text() == "a");
    CHECK(value->find("nothing") == nullptr);
    CHECK((*value->object())[1].offset == 13);
}

TEST_CASE("elements are delivered as they come, also before an error") {
    auto const ids = [](std::string_view text) {
        std::string out;
        auto const error = json::read_each(
            text, [&](json::Value const& v) { out.append(json::Writer().value(v).text()).append(";"); });
        return out + (error ? "!" : "");
    };
    CHECK(ids("[1, {\"a\":[2]}, [3]]") == "1;{\"a\":[2]};[3];");
    CHECK(ids("{\"a\":1}\n{\"a\":2}\n") == "{\"a\":1};{\"a\":2};");
    CHECK(ids("[1, 2, x]") == "1;2;!");
    CHECK(ids("[[1]]") == "[1];");
}

TEST_CASE("an array of objects is parted where they join as the first two do") {
    auto const pieces = [](std::string_view text, std::size_t size) {
        auto const parted = json::part_array(text, size);
        std::string out;
        for (auto const piece : parted.whole) out.append(piece).append("|");
        return out.append(text.substr(parted.rest));
    };
    for (auto const& [text, expected] : {
             std::pair(R"([{"a":1}, {"a":2}, {"a":3}])", R"({"a":1}|{"a":2}|{"a":3}])"),
             std::pair(" [\n {\"a\":[{}]} ,\n{\"a\":2}]x", "{\"a\":[{}]} |{\"a\":2}]x"),
             std::pair(R"([{"a":"}, {\"a"}, {"a":2}])", R"({"a":"}, {\"a"}|{"a":2}])"),
             std::pair(R"([{"b":1}, {"a":2}, {"b":3}, {"a":4}])", R"({"b":1}|{"a":2}, {"b":3}|{"a":4}])"),
             std::pair(R"([{"a":1}, 2])", R"([{"a":1}, 2])"),
             std::pair(R"([{"a":1}])", R"([{"a":1}])"),
             std::pair(R"([1, {"a":1}, {"a":1}])", R"([1, {"a":1}, {"a":1}])"),
             std::pair(R"([{"a":1)", R"([{"a":1)"),
             std::pair(R"({"a":1})", R"({"a":1})"),
             std::pair("", ""),
         }) {
        CAPTURE(text);
        CHECK(pieces(text, 1) == expected);
    }
    CHECK(pieces(R"([{"a":1}, {"a":2}, {"a":3}])", 9) == R"({"a":1}, {"a":2}|{"a":3}])");
}

TEST_CASE("a piece is read alone where it is of whole elements, the text from there on otherwise") {
    std::string_view const text = R"([{"a":1}, {"a":2}] 3)";
    std::string out;
    auto const add = [&](json::Value const& v) { out.append(json::Writer().value(v).text()).append(";"); };
    CHECK_FALSE(json::read_piece(text, text.substr(1, 7), add));
    CHECK(out == R"({"a":1};)");
    CHECK(json::read_piece(text, text.substr(1, 5), add));
    CHECK(json::read_piece(text, text.substr(1, 18), add));
    out.clear();
    CHECK_FALSE(json::read_rest(text, 10, add));
    CHECK(out == R"({"a":2};3;)");
    CHECK(json::read_rest(text.substr(0, 15), 10, add)->offset == 15);
}

TEST_CASE("nesting is limited") {
    auto const deep = json::read(std::string(100000, '['));
    REQUIRE_FALSE(deep);
    CHECK(deep.error().code == ErrorCode::limit_exceeded);
}

TEST_CASE("indented output") {
    json::Writer writer(2);
    writer.begin_array().begin_object().member("a", 1).member("b", "x\xFF").end_object().end_array();
    CHECK(writer.text() == "[\n  {\n    \"a\": 1,\n    \"b\": \"x\uFFFD\"\n  }\n]");
}
