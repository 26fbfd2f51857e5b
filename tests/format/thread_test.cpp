#include <fonds/formats.hpp>
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
