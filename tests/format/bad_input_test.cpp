// Damaged and hostile files: a finding with its place, and nothing lost beside what is damaged.
#include <fonds/formats.hpp>

#include "support/catch.hpp"

using namespace fonds;

namespace {

std::string times(std::size_t count, std::string_view piece) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += piece;
    return out;
}

struct Row {
    char const* what;
    char const* format;
    std::string text;
    std::size_t records;  ///< that are delivered all the same
    char const* finding;  ///< "line:column rule" of the first finding; empty: none
};

std::string first_finding(std::string_view text, std::string_view format, std::size_t& records) {
    auto const items = read_items(text, format);
    auto const write = [&](std::size_t offset, std::string_view rule) {
        auto const place = locate(text, offset);
        return std::to_string(place.line) + ":" + std::to_string(place.column) + " " + std::string(rule);
    };
    records = items ? items->value.size() : 0;
    if (!items) return write(items.error().offset, "error");
    if (items->diagnostics.empty()) return "";
    return write(items->diagnostics[0].span.begin, items->diagnostics[0].rule);
}

std::string billion_laughs() {
    std::string out = "<?xml version=\"1.0\"?><!DOCTYPE m [<!ENTITY e0 \"ha\">";
    for (int i = 1; i < 12; ++i)
        out +=
            "<!ENTITY e" + std::to_string(i) + " \"" + times(10, "&e" + std::to_string(i - 1) + ";") + "\">";
    return out + "]><mods><titleInfo><title>&e11;</title></titleInfo></mods>";
}

std::string repeated_aliases() {
    std::string out = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n";
    for (int i = 1; i < 9; ++i)
        out += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" +
               times(9, "*a" + std::to_string(i - 1) + ",") + "]\n";
    return out + "references: *a8\n";
}

std::string repeated_xdata() {
    std::string out = "@book{a, xdata={x0}}\n";
    for (int i = 0; i < 9; ++i) {
        auto const next = "x" + std::to_string(i + 1);
        out += "@xdata{x" + std::to_string(i) + ", xdata={" + times(11, next + ",") + next + "}}\n";
    }
    return out + "@xdata{x9, title={T}}\n";
}

}  // namespace

TEST_CASE("bad input costs no more than what is damaged") {
    std::string const mods = "<mods><titleInfo><title>One</title></titleInfo></mods>\n";
    for (
        auto const& row : {
            // BibTeX and BibLaTeX
            Row{"a truncated file", "biblatex", "@book{z, title={Z}}\n@book{a, title={T}, ye", 2,
                "2:21 stray-text"},
            Row{"a value cut off", "biblatex", "@book{z, title={Z}}\n@book{a, title={T", 2,
                "2:16 unbalanced-braces"},
            Row{"an open brace", "biblatex", "@book{a, title={A {B}, year=1970\n}\n@book{z, title={Z}}", 2,
                "1:16 unbalanced-braces"},
            Row{"a brace too many", "biblatex", "@book{a, title={A}}, year=1970}\n@book{z, title={Z}}", 2,
                "1:19 unbalanced-braces"},
            Row{"a field of a megabyte", "biblatex", "@book{a, title={" + std::string(1 << 20, 'x') + "}}", 1,
                ""},
            Row{"100,000 braces", "biblatex",
                "@book{a, title=" + times(100000, "{") + times(100000, "}") + "}", 1, ""},
            Row{"100,000 open braces", "biblatex", "@book{a, title=" + times(100000, "{") + "\n@book{z}", 2,
                "1:16 unbalanced-braces"},
            Row{"a circle of crossrefs", "biblatex", "@book{a, crossref={b}}\n@book{b, crossref={a}}", 2,
                "1:1 circular-crossref"},
            Row{"an entry that refers to itself", "biblatex", "@book{a, crossref={a}}", 1,
                "1:1 circular-crossref"},
            Row{"a circle of xdata", "biblatex", "@book{a, xdata={b}}\n@xdata{b, xdata={b}}", 1,
                "2:1 circular-crossref"},
            Row{"xdata that explodes", "biblatex", repeated_xdata(), 1, "9:1 limit-exceeded"},
            Row{"a circle of macros", "biblatex", "@string{a = b}\n@string{b = a}\n@book{x, title = b}", 1,
                "1:13 undefined-macro"},
            Row{"a key twice", "biblatex", "@book{a, title={1}}\n@book{a, title={2}}", 2,
                "2:1 duplicate-key"},
            Row{"a field twice", "biblatex", "@book{a, title={1},\n title={2}}", 1, "2:2 duplicate-field"},
            Row{"bytes that are no UTF-8", "biblatex",
                "@book{a, title={Caf\xE9}}\n@book{b, title={M\xC3\xBCller}}", 2, "1:20 encoding-guessed"},
            Row{"no .bib file at all", "biblatex", times(1000, "\x89PNG\r\n\x1A\n{@\xFF"), 0,
                "1:1 encoding-guessed"},
            // XML
            Row{"a truncated file", "mods", "<modsCollection>" + mods + "<mods><titleInfo><tit", 1,
                "2:21 malformed-xml"},
            Row{"end tags that do not fit", "mods",
                "<modsCollection>" + mods + "<mods><titleInfo></wrong></mods>\n" + mods + "</modsCollection>",
                2, "2:20 malformed-xml"},
            Row{"entities that explode", "mods", billion_laughs(), 1, ""},
            Row{"an entity from outside", "mods",
                "<!DOCTYPE m [<!ENTITY e SYSTEM "
                "\"file:///etc/passwd\">]><mods><titleInfo><title>&e;</title></titleInfo></mods>",
                1, ""},
            Row{"100,000 elements in each other", "mods",
                "<mods>" + times(100000, "<a>") + times(100000, "</a>") + "</mods>", 0, "1:1 malformed-xml"},
            Row{"100,000 components in each other", "ead", "<ead><archdesc><dsc>" + times(100000, "<c>"), 0,
                "1:300020 error"},
            Row{"another vocabulary", "mods", "<html><body/></html>", 0, ""},
            // JSON and YAML
            Row{"an object for an array", "csl-json", R"({"id":"a","type":"book"})", 1, ""},
            Row{"members of the wrong shape", "csl-json",
                R"([{"id":["b"],"author":"Doe","issued":1961,"title":{"x":1}},{"id":"c","author":[5,{"family":7}]}])",
                2, "1:44 wrong-type"},
            Row{"elements that are no records", "csl-json", "[{\"id\":\"a\"},\n5,null,\"x\"]", 4,
                "2:1 not-a-record"},
            Row{"a truncated file", "csl-json", "[{\"id\":\"a\"},\n{\"id\":\"b", 1, "2:9 malformed-json"},
            Row{"a value that is missing", "csl-json",
                "[{\"id\":\"a\"},\n{\"id\":\"b\",\"title\":},\n{\"id\":\"c\"}]", 2, "2:19 malformed-json"},
            Row{"a quotation mark that is missing", "csl-json",
                "[{\"id\":\"a\",\"title\":\"T},\n{\"id\":\"b\"},\n{\"id\":\"c\"}]", 2, "1:24 malformed-json"},
            Row{"a brace that is missing, and names behind it", "csl-json",
                "[{\"id\":\"a\",\n{\"id\":\"b\",\"author\":[{\"family\":\"F\"},{\"family\":\"G\"}]}]", 1,
                "2:1 malformed-json"},
            Row{"a record that is damaged before its names", "csl-json",
                "[{\"id\":\"a\" "
                "\"author\":[{\"family\":\"F\"},{\"family\":\"G\"}],\"type\":\"book\"},{\"id\":\"b\"}]",
                1, "1:12 malformed-json"},
            Row{"a comma that is missing", "csl-json", "[{\"id\":\"a\"}\n{\"id\":\"b\"}\n{\"id\":\"c\"}]", 3,
                "2:1 malformed-json"},
            Row{"damage twice", "csl-json",
                "[{\"id\":\"a\"},\n{\"id\":x},\n{\"id\":\"b\"},\n{\"id\":,\n{\"id\":\"c\"}]", 3,
                "2:7 malformed-json"},
            Row{"damage in records that are wrapped", "csl-json",
                "{\"items\":[{\"id\":\"a\"},\n{\"id\":},\n{\"id\":\"b\"}]}", 2, "2:7 malformed-json"},
            Row{"a damaged item of Zotero", "zotero-json",
                "[{\"itemType\":\"book\"},\n{\"itemType\":},\n{\"itemType\":\"book\",\"tags\":[{\"tag\":"
                "\"t\",\"type\":1}]}]",
                2, "2:13 malformed-json"},
            Row{"1,000,000 braces that open records", "csl-json",
                "[{\"id\":\"a\"}," + times(1000000, "{\"a\""), 1, "1:17 malformed-json"},
            Row{"100,000 arrays in each other", "csl-json", times(100000, "["), 0, "1:257 error"},
            Row{"a line that is no record", "ndjson", "{\"id\":\"a\"}\nno\n{\"id\":\"b\"}\n", 2,
                "2:2 malformed-json"},
            Row{"100,000 variables in a note", "csl-json",
                "[{\"id\":\"a\",\"note\":\"n " + times(100000, "{:DOI: 1} ") + "\"}]", 1, ""},
            Row{"a damaged record", "csl-yaml", "references:\n- id: a\n- id: b\n  title: [1\n- id: c\n", 2,
                "5:1 malformed-yaml"},
            Row{"aliases that explode", "csl-yaml", repeated_aliases(), 0, "6:10 error"},
            // RIS
            Row{"a record without an end", "ris", "TY  - BOOK\nTI  - A\nTY  - JOUR\nTI  - B\nER  - \n", 2,
                "1:1 missing-end"},
            Row{"text between records", "ris", "TY  - BOOK\nTI  - A\nER  - \njunk\nTY  - JOUR\nER  - \n", 2,
                "4:1 text-outside-record"},
            Row{"100,000 authors", "nbib", "PMID- 1\nTI  - T\n" + times(100000, "AU  - Doe J\n"), 1, ""},
            Row{"100,000 fields of ProCite", "ris",
                "TY  - JOUR\nN1  - Record ID: 1\n" + times(100000, "VL  - 1\nC2  - x\n") + "ER  - \n", 1, ""},
            Row{"a tag no table has", "ris", "TY  - BOOK\nXX  - kept\nER  - \n", 1, ""},
        }) {
        CAPTURE(row.what, row.format, row.text.substr(0, 200));
        std::size_t records = 0;
        CHECK(first_finding(row.text, row.format, records) == row.finding);
        CHECK(records == row.records);
    }
}

TEST_CASE("what surrounds the damage keeps its letters") {
    auto const items =
        read_items("@book{a, title={Caf\xE9}}\n@book{b, title={M\xC3\xBCller}}", "biblatex")->value;
    CHECK(items[0].text(Variable::title) == "Café");
    CHECK(items[1].text(Variable::title) == "Müller");
    auto const records = read_items("TY  - BOOK\nTI  - Caf\xE9\nAU  - M\xC3\xBCller\nER  - \n", "ris")->value;
    CHECK(records[0].text(Variable::title) == "Café");
    CHECK(records[0].names.find(Variable::author)->front().literal == "Müller");
    auto const external =
        read_items(
            "<!DOCTYPE m [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><mods><titleInfo><title>A &e; "
            "B</title></titleInfo></mods>",
            "mods")
            ->value;
    CHECK(external[0].text(Variable::title) == "A &e; B");
}
