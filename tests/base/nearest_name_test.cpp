#include "base/nearest_name.hpp"

#include <string>
#include <vector>

#include "support/catch.hpp"

TEST_CASE("a misspelt name has a nearest one, by its letters or as its beginning") {
    std::vector<std::string> const names = {"chicago-archives", "gost-archives", "gost-notes", "apa"};
    struct Row {
        char const* wanted;
        char const* by_letters;
        char const* with_beginning;
    };
    for (auto const& [wanted, by_letters, with_beginning] : {
             Row{"chicago-archive", "chicago-archives", "chicago-archives"},
             Row{"Chicago-Archives", "chicago-archives", "chicago-archives"},
             Row{"gost-archvies", "gost-archives", "gost-archives"},
             Row{"gost-nots", "gost-notes", "gost-notes"},
             Row{"gost", "", "gost-archives"},  // of several the first
             Row{"go", "", ""},                 // two letters tell nothing
             Row{"apx", "", ""},
             Row{"harvard", "", ""},
             Row{"", "", ""},
         }) {
        CAPTURE(wanted);
        fonds::NearestName letters(wanted);
        fonds::NearestName beginning(wanted);
        for (auto const& name : names) {
            letters.offer(name);
            beginning.offer_with_beginning(name);
        }
        CHECK(letters.best() == by_letters);
        CHECK(beginning.best() == with_beginning);
    }
    CHECK(fonds::did_you_mean("apa") == "did you mean “apa”? ");
    CHECK(fonds::did_you_mean("").empty());
}
