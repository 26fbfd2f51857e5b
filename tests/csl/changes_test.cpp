// What an edit of a session says of the bibliography, and the headings over its parts.
#include <fonds/csl.hpp>
#include <fonds/formats.hpp>
#include <string>

#include "support/catch.hpp"

using namespace fonds;
using namespace fonds::csl;

TEST_CASE("an edit says whether the bibliography has another order") {
    auto const style = Style::find("chicago-archives");
    auto const locales = find_locales("en-US");
    REQUIRE(style);
    REQUIRE(locales);
    Session session(style->value, *locales);
    auto const set = [&](std::string const& first, std::string const& second) {
        auto const record = [](std::string const& id, std::string const& family) {
            return R"({"id":")" + id + R"(","type":"book","title":"T","author":[{"family":")" + family +
                   R"("}]})";
        };
        auto const items = read_items("[" + record("a", first) + "," + record("b", second) + "]", "csl-json");
        REQUIRE(items);
        return session.set_items(items->value);
    };
    struct Row {
        char const* first;
        char const* second;
        std::size_t entries;  // new or changed
        bool reordered;
    };
    for (auto const& [first, second, entries, reordered] : {
             Row{"Adams", "Brown", 2, false},
             Row{"Adams", "Brown", 0, false},
             Row{"Zorn", "Brown", 1, true},
             Row{"Zorn", "Carr", 1, false},
         }) {
        CAPTURE(first, second);
        auto const changes = set(first, second);
        CHECK(changes.entries.size() == entries);
        CHECK(changes.removed_entries.empty());
        CHECK(changes.reordered == reordered);
    }
}

TEST_CASE("headings in each format") {
    struct Row {
        OutputFormat format;
        int level;
        char const* text;
        char const* heading;
    };
    for (auto const& [format, level, text, heading] : {
             Row{OutputFormat::text, 1, "A", "A\n\n"},
             Row{OutputFormat::html, 1, "A", "<h2>A</h2>\n"},
             Row{OutputFormat::html, 3, "A", "<h4>A</h4>\n"},
             Row{OutputFormat::markdown, 1, "A", "## A\n\n"},
             Row{OutputFormat::markdown, 2, "#1", "### \\#1\n\n"},
             Row{OutputFormat::latex, 1, "A", "\\section*{A}\n"},
             Row{OutputFormat::latex, 3, "A", "\\subsubsection*{A}\n"},
             Row{OutputFormat::latex, 9, "A", "\\subsubsection*{A}\n"},  // the innermost there is
             Row{OutputFormat::latex, 0, "A", "\\section*{A}\n"},
             Row{OutputFormat::rtf, 1, "A", "{\\pard\\b A\\par}\n"},
             Row{OutputFormat::typst, 2, "A", "== A\n\n"},
         }) {
        CAPTURE(level);
        CHECK(write_heading(text, level, format) == heading);
    }
}
