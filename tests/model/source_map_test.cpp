#include <fonds/document.hpp>

#include "support/catch.hpp"

using namespace fonds;

TEST_CASE("spans of a note find their way back") {
    // source: "a &amp; b", text: "a & b"
    SourceMap map;
    map.add({{0, 2}, {10, 12}, 0});
    map.add({{2, 3}, {12, 17}, 0});
    map.add({{3, 5}, {17, 19}, 0});
    CHECK(map.to_source({0, 1})->span == Span{10, 11});
    CHECK(map.to_source({2, 3})->span == Span{12, 17});
    CHECK(map.to_source({1, 5})->span == Span{11, 19});
    CHECK(map.to_source({5, 5})->span == Span{19, 19});
    CHECK_FALSE(map.to_source({7, 9}));
}

TEST_CASE("adjoining pieces are joined") {
    SourceMap map;
    map.add({{0, 2}, {0, 2}, 0});
    map.add({{2, 4}, {2, 4}, 0});
    map.add({{4, 5}, {4, 5}, 1});
    CHECK(map.pieces().size() == 2);
}
