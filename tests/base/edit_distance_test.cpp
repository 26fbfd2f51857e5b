#include "base/edit_distance.hpp"

#include "support/catch.hpp"

TEST_CASE("An edit distance counts changes, additions, losses and exchanges as far as it is asked") {
    struct Row {
        char const* a;
        char const* b;
        std::size_t most;
        std::size_t expected;
    };
    for (auto const& [a, b, most, expected] : {
             Row{"", "", 2, 0},
             Row{"", "ab", 2, 2},
             Row{"archive", "archive", 2, 0},
             Row{"archive", "archives", 2, 1},
             Row{"archive", "archiv", 2, 1},
             Row{"archive", "arkhive", 2, 1},
             Row{"archive", "archvie", 2, 1},
             Row{"rgani", "rgnai", 1, 1},
             Row{"rgani", "rgali", 1, 1},
             Row{"abcdef", "badcfe", 3, 3},
             Row{"archive", "library", 2, 3},  // more than was asked
             Row{"archive", "archive of the city", 2, 3},
         }) {
        CAPTURE(a, b, most);
        CHECK(fonds::edit_distance(a, b, most) == expected);
        CHECK(fonds::edit_distance(b, a, most) == expected);
    }
}
