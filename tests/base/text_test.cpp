#include "base/text.hpp"

#include "support/catch.hpp"

TEST_CASE("text operations") {
    CHECK(fonds::trim(" \t a b\n") == "a b");
    CHECK(fonds::trim("  ").empty());
    CHECK(fonds::split("a,,b", ',') == std::vector<std::string_view>{"a", "", "b"});
    CHECK(fonds::split("", ',') == std::vector<std::string_view>{""});
    CHECK(fonds::join({"a", "b"}, ", ") == "a, b");
    CHECK(fonds::replace_all("aXbX", "X", "--") == "a--b--");
    CHECK(fonds::ascii_lower("FOND ф") == "fond ф");
    CHECK(fonds::is_all_digits("0102"));
    CHECK_FALSE(fonds::is_all_digits(""));
    CHECK(fonds::concat("a", std::string("b"), std::string_view("c")) == "abc");
}
