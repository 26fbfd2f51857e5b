// Styles with their locales and house forms.
#include <fonds/house_style.hpp>
#include <string>

#include "support/catch.hpp"

using namespace fonds;

TEST_CASE("a style is found with its language, its locales and its house form") {
    struct Row {
        char const* style;
        char const* locale;
        char const* language;  // of the options
        char const* first_locale;
        char const* form;
    };
    for (auto const& [style, locale, language, first_locale, form] : {
             Row{"chicago-archives", "", "en-US", "en-US", "chicago"},
             Row{"chicago-archives", "de-LU", "de-LU", "de-DE", "chicago"},
             Row{"gost-archives", "", "ru-RU", "ru-RU", "gost"},
             Row{"tests/house/styles/plain.csl", "", "en-US", "en-US", "en"},
             Row{"tests/house/styles/plain.csl", "de", "de", "de-DE", "de"},
             Row{"tests/house/styles/plain.csl", "eo", "eo", "en-US", "en"},
         }) {
        CAPTURE(style, locale);
        auto const found = HouseStyle::find(style, locale, {.folders = {"tests/house"}});
        REQUIRE(found);
        auto const& house = found->value;
        CHECK(house.language == language);
        CHECK(house.locales.front().language() == first_locale);
        CHECK(house.form().name() == form);
        auto const options = house.options(csl::OutputFormat::latex);
        CHECK(options.language == language);
        CHECK(options.output == csl::OutputFormat::latex);
        CHECK(options.name_unprinted);
    }
}

TEST_CASE("a style that cannot be had is an error that says why") {
    struct Row {
        char const* style;
        ErrorCode code;
        char const* words;
    };
    for (auto const& [style, code, words] : {
             Row{"chicago-archive", ErrorCode::not_found, "did you mean “chicago-archives”?"},
             Row{"tests/house/styles/none.csl", ErrorCode::not_found, "none.csl: no such file"},
             Row{"README.md.csl", ErrorCode::not_found, "no such file"},
             Row{"./README.md", ErrorCode::malformed, "no valid XML"},
         }) {
        CAPTURE(style);
        auto const found = HouseStyle::find(style);
        REQUIRE_FALSE(found);
        CHECK(found.error().code == code);
        CHECK_THAT(to_string(found.error()), Catch::Contains(words));
    }
}
