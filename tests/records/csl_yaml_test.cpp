#include <fonds/formats.hpp>

#include "format/markdown_text.hpp"
#include "support/catch.hpp"
//
#include "support/generate_item.hpp"

using namespace fonds;

namespace {

std::string read(std::string_view text) {
    auto const items = read_items(text, "csl-yaml");
    if (!items) return "error: " + items.error().message + "\n";
    std::string out;
    for (auto const& item : items->value) out += to_csl_json(item) + '\n';
    for (auto const& diagnostic : items->diagnostics)
        out += diagnostic.rule + " " + std::to_string(diagnostic.span.begin) + "\n";
    return out;
}

}  // namespace

TEST_CASE("CSL-YAML in its forms") {
    char const* const expected =
        "{\"id\":\"a\",\"type\":\"book\",\"title\":\"The <i>Big</i> <span class=\\\"nocase\\\">iPod</span>\","
        "\"author\":[{\"family\":\"Doe\",\"given\":\"J.\"}],\"issued\":{\"date-parts\":[[2003,4]]},"
        "\"volume\":\"07\"}\n";
    for (std::string_view const text : {
             "---\nreferences:\n- id: a\n  type: book\n  title: The *Big* [iPod]{.nocase}\n  author:\n  - "
             "family: Doe\n"
             "    given: J.\n  issued: 2003-04\n  volume: 07\n...\n",
             "- {id: a, type: book, title: 'The *Big* [iPod]{.nocase}', author: {family: Doe, given: J.}, "
             "volume: 07,\n"
             "   issued: {date-parts: [[2003, 4]]}}\n",
             "id: a\ntype: book\ntitle: The *Big* [iPod]{.nocase}\nauthor: [{family: Doe, given: "
             "J.}]\nvolume: '07'\n"
             "issued:\n- year: 2003\n  month: 4\n",
         })
        CHECK(read(text) == expected);
}

TEST_CASE("Damaged YAML costs the damaged record") {
    CHECK(read("references:\n- id: a\n  title: One\n- id: b\n  title: \"Two\n- id: c\n  title: Three\n") ==
          "{\"id\":\"a\",\"type\":\"document\",\"title\":\"One\"}\n{\"id\":\"c\",\"type\":\"document\","
          "\"title\":\"Three\"}\n"
          "malformed-yaml 55\n");
    CHECK(read("{a: b: c").starts_with("error: "));
    CHECK(read("---\nreferences:\n- id: a\n  type: book\n---\n# Text [@a]: *no* {yaml\n\tx\n") ==
          "{\"id\":\"a\",\"type\":\"book\"}\n");
}

TEST_CASE("Hostile YAML harms nobody") {
    std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < 12; ++i) {
        auto const before = "*a" + std::to_string(i - 1);
        bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [";
        for (int k = 0; k < 10; ++k) bomb += (k ? ", " : "") + before;
        bomb += "]\n";
    }
    CHECK(read(bomb).find("aliases repeat more than") != std::string::npos);
    CHECK(read(std::string(100000, '[')).starts_with("error: "));
    CHECK(read("- title: *nothing\n").starts_with("error: "));
    CHECK(read("&a [*a]").starts_with("error: "));
}

TEST_CASE("Markdown of rich text") {
    struct Row {
        char const* rich;
        char const* markdown;
    };
    for (auto const& row : {
             Row{"<i>Pravda</i> of <b>1961</b>", "*Pravda* of **1961**"},
             Row{"x<sup>2</sup> <span class=\"nocase\">iPod</span>", "x^2^ [iPod]{.nocase}"},
             Row{"<span style=\"font-variant:small-caps;\">a</span>", "[a]{.smallcaps}"},
             Row{"5 * 6 [sic] a_b @x 3 < 4", "5 \\* 6 \\[sic\\] a_b \\@x 3 \\< 4"},
             Row{"1. Party Congress", "1\\. Party Congress"},
             Row{"<i>a <b>c</b></i>", "*a **c***"},
             Row{"<i> a</i>", "\\<i> a\\</i>"},
         }) {
        CHECK(to_markdown(row.rich) == row.markdown);
        CHECK(from_markdown(row.markdown) == row.rich);
    }
    CHECK(from_markdown("_x_ __y__ snake_case 2 * 3 * 4 *open") ==
          "<i>x</i> <b>y</b> snake_case 2 * 3 * 4 *open");
    CHECK(from_markdown("<i>kept</i>") == "<i>kept</i>");
}

TEST_CASE("Markdown gives rich text back whatever it holds") {
    CHECK(rc::check([] {
        static std::vector<std::string> const tags = {
            "<i>",     "</i>", "<b>",  "</b>", "<sup>", "</sup>", "<span class=\"nocase\">",
            "</span>", "<sc>", "</sc>"};
        std::string rich;
        auto const count = *rc::gen::inRange(0, 8);
        for (int i = 0; i < count; ++i)
            rich +=
                *rc::gen::oneOf(generate::text(), rc::gen::elementOf(tags), rc::gen::just(std::string(" ")));
        RC_ASSERT(from_markdown(to_markdown(rich)) == rich);
    }));
    for (std::string_view const piece : {"*a ", "[", "[a ", "~a ", "_a ", "**a*", "\\", "^a b^ "}) {
        std::string many;
        while (many.size() < 1000000) many += piece;
        CHECK(from_markdown(many).size() > 1000);
    }
}
