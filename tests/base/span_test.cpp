#include <fonds/span.hpp>

#include "support/catch.hpp"

TEST_CASE("a position counts code points, from 1") {
    struct Row {
        char const* text;
        std::size_t offset;
        std::size_t line;
        std::size_t column;
    };
    for (auto const& row : {Row{"", 0, 1, 1}, Row{"ab", 1, 1, 2}, Row{"a\nb", 2, 2, 1}, Row{"ф. 5", 2, 1, 2},
                            Row{"ab", 99, 1, 3}}) {
        CHECK(fonds::locate(row.text, row.offset) == fonds::Position{row.line, row.column});
    }
}

TEST_CASE("a slice never leaves its text") {
    CHECK(fonds::slice("Fond 5", {5, 6}) == "5");
    CHECK(fonds::slice("Fond 5", {5, 60}) == "5");
    CHECK(fonds::slice("Fond 5", {50, 60}).empty());
}
