// Records of any kind come back equal through every profile of BibTeX and through CSL-JSON.
#include <rapidcheck.h>

#include <fonds/formats.hpp>
#include <utility>

#include "support/catch.hpp"
#include "support/generate_item.hpp"

using namespace fonds;

namespace {

Items through(Items const& items, std::string_view format) {
    auto const text = write_items(items, format);
    auto const back = read_items(text->value, format);
    if (back->value != items && back->value.size() == items.size()) {
        RC_LOG() << text->value << to_csl_json(items[0]) << '\n' << to_csl_json(back->value[0]) << '\n';
        for (auto const& diagnostic : back->diagnostics) RC_LOG() << diagnostic.message << '\n';
    }
    return back->value;
}

}  // namespace

TEST_CASE("records come back equal") {
    for (auto const* format : {"csl-json", "ndjson", "biblatex", "bibtex", "biblatex-chicago"}) {
        CAPTURE(format);
        CHECK(rc::check(std::string("through ") + format, [&] {
            Items const items{*generate::item()};
            RC_ASSERT(through(items, format) == items);
        }));
        CHECK(rc::check(std::string("usual ones, through ") + format, [&] {
            Items const items{*generate::usual_item()};
            RC_ASSERT(through(items, format) == items);
        }));
    }
}

TEST_CASE("of two records of one key both come back, under different keys") {
    for (auto const* format : {"biblatex", "bibtex", "biblatex-chicago"}) {
        CAPTURE(format);
        CHECK(rc::check(std::string("through ") + format, [&] {
            Items items{*generate::usual_item(), *generate::usual_item()};
            auto const key = items[0].id;
            items[1].id = key;
            auto back = through(items, format);
            RC_ASSERT(back.size() == 2U);
            RC_ASSERT(std::exchange(back[1].id, key) == key + "a");
            RC_ASSERT(back == items);
        }));
    }
}

TEST_CASE("CSL-JSON through BibLaTeX is the same CSL-JSON") {
    CHECK(rc::check("csl-json, biblatex, csl-json", [] {
        Items const items{*generate::item()};
        auto const json = write_items(items, "csl-json")->value;
        auto const bib = write_items(read_items(json, "csl-json")->value, "biblatex")->value;
        RC_ASSERT(write_items(read_items(bib, "biblatex")->value, "csl-json")->value == json);
    }));
}
