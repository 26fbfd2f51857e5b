// Styles: what compiles, what is complained about and where, and what hostile styles and items do not break.

#include <fonds/csl.hpp>

#include "base/text.hpp"
#include "support/catch.hpp"

using namespace fonds;
using namespace fonds::csl;

namespace {

constexpr std::string_view english =
    R"(<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="en-US">
<style-options punctuation-in-quote="true"/>
<terms><term name="and">and</term><term name="et-al">et al.</term><term name="open-quote">“</term>
<term name="close-quote">”</term><term name="open-inner-quote">‘</term><term name="close-inner-quote">’</term>
<term name="page" form="short"><single>p.</single><multiple>pp.</multiple></term></terms></locale>)";

std::string style_of(std::string_view macros, std::string_view layout) {
    return concat(
        R"(<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0"><info><title>t</title>)",
        R"(<id>t</id></info>)", macros, "<citation><layout>", layout,
        "</layout></citation><bibliography><layout>", layout, "</layout></bibliography></style>");
}

std::string entry_of(std::string const& xml, Item const& item, OutputFormat output = OutputFormat::text) {
    auto const style = Style::parse(xml);
    auto const locale = Locale::parse(english);
    REQUIRE(style);
    REQUIRE(locale);
    Options options;
    options.output = output;
    auto const out = format_bibliography(style->value, {locale->value}, {item}, options);
    return out.bibliography.empty() ? std::string() : out.bibliography[0].text;
}

Item book(std::string title) {
    Item item;
    item.id = "x";
    item.type = ItemType::book;
    item.texts.set(Variable::title, std::move(title));
    return item;
}

bool has_rule(std::vector<Diagnostic> const& found, std::string_view rule) {
    for (auto const& diagnostic : found)
        if (diagnostic.rule == rule) return true;
    return false;
}

}  // namespace

TEST_CASE("what a style gets wrong is said, with its place") {
    struct Case {
        std::string_view macros, layout, rule;
    };
    auto const cases = {
        Case{"", R"(<text macro="none"/>)", "undefined-macro"},
        Case{"", R"(<text variable="nonsense"/>)", "unknown-variable"},
        Case{"", R"(<frobnicate/>)", "unknown-element"},
        Case{"", R"(<text variable="title" colour="red"/>)", "unknown-attribute"},
        Case{"", R"(<text variable="title" plural="contextual"/>)", "unknown-value"},
        Case{"", R"(<names variable="author"><name et-al-min="few"/></names>)", "unknown-value"},
        Case{"", R"(<choose><if position="third"><text value="1"/></if></choose>)", "unknown-value"},
        Case{"", R"(<choose><if type="booklet"><text value="1"/></if></choose>)", "unknown-type"},
        Case{"", R"(<names variable="author"><institution/></names>)", "unknown-element"},
        Case{"", R"(<text/>)", "empty-element"},
        Case{"", R"(<text/>)", "missing-attribute"},
        Case{"", R"(<text variable="title" term="in"/>)", "contradicting-attributes"},
        Case{"", R"(<text variable="issued"/>)", "variable-kind"},
        Case{"", R"(<number variable="author"/>)", "variable-kind"},
        Case{"", R"(<date variable="title"><date-part name="year"/></date>)", "variable-kind"},
        Case{"", R"(<names variable="volume"/>)", "variable-kind"},
        Case{"", R"(<label variable="title"/>)", "variable-kind"},
        Case{"", R"(<choose><if is-uncertain-date="volume"><text value="1"/></if></choose>)",
             "variable-kind"},
        Case{"", R"(<names variable="author"><name/><name/></names>)", "duplicate-element"},
        Case{"", R"(<choose><else><text value="1"/></else></choose>)", "missing-element"},
        Case{R"(<citation><layout><text value="1"/></layout></citation>)", "", "duplicate-element"},
        Case{R"(<bibliography/>)", "", "duplicate-element"},
        Case{R"(<macro><text value="1"/></macro>)", "", "missing-attribute"},
        Case{R"(<macro name="a"><text macro="b"/></macro><macro name="b"><text macro="a"/></macro>)",
             R"(<text macro="a"/>)", "macro-ring"},
        Case{R"(<macro name="a"><text value="1"/></macro><macro name="a"><text value="2"/></macro>)",
             R"(<text macro="a"/>)", "duplicate-macro"},
    };
    for (auto const& one : cases) {
        CAPTURE(one.rule);
        auto const xml = style_of(one.macros, one.layout);
        auto const style = Style::parse(xml);
        REQUIRE(style);
        CHECK(has_rule(style->diagnostics, one.rule));
        for (auto const& diagnostic : style->diagnostics) CHECK(diagnostic.span.begin > 0);
        (void)entry_of(xml, book("T"));
    }
}

TEST_CASE("a style that is not as it should be still formats") {
    auto const layouts = {R"(<if type="book"><text variable="title"/></if>)",
                          R"(<choose><zero/><else><text variable="title"/></else></choose>)",
                          R"(<option name="x"/><text variable="title" colour="red" font-style="slanted"/>)"};
    for (auto const* const layout : layouts) {
        CAPTURE(layout);
        CHECK(entry_of(style_of("", layout), book("T")) == "T\n");
    }
    auto const old = replace_all(style_of("", R"(<text variable="title"/>)"), "1.0", "0.8.1");
    auto const style = Style::parse(old);
    REQUIRE(style);
    CHECK(has_rule(style->diagnostics, "other-version"));
    CHECK(entry_of(old, book("T")) == "T\n");
}

TEST_CASE("a root that is not as it should be is said") {
    constexpr std::string_view body =
        R"(<info><title>t</title></info><citation><layout><text variable="title"/></layout></citation>)";
    struct Case {
        std::string_view attributes, rule;
    };
    auto const one = GENERATE(values<Case>({
        {R"(xmlns="http://purl.org/net/xbiblio/csl" version="1.0")", "missing-attribute"},
        {R"(class="note" version="1.0")", "other-namespace"},
        {R"(xmlns="http://www.w3.org/1999/xhtml" class="note" version="1.0")", "other-namespace"},
        {R"(xmlns="http://purl.org/net/xbiblio/csl" class="note")", "other-version"},
    }));
    auto const style = Style::parse(concat("<style ", one.attributes, ">", body, "</style>"));
    REQUIRE(style);
    CHECK(has_rule(style->diagnostics, one.rule));
    auto const prefixed = Style::parse(
        R"(<x:style xmlns:x="http://purl.org/net/xbiblio/csl" class="note" version="1.0"><x:info/><x:citation><x:layout><x:text variable="title"/></x:layout></x:citation></x:style>)");
    REQUIRE(prefixed);
    CHECK(prefixed->diagnostics.empty());
}

TEST_CASE("what is no style is an error with a place") {
    CHECK_FALSE(Style::parse("<style><unclosed></style>"));
    CHECK_FALSE(Style::parse("<locale/>"));
    CHECK_FALSE(Style::parse(""));
    CHECK_FALSE(Locale::parse("<style/>"));
    CHECK_FALSE(Style::find("there-is-no-such-style"));
    CHECK(Style::parse("<style>\n <a></b></style>").error().message.find("line 2, column 7") !=
          std::string::npos);
}

TEST_CASE("macros that ask for exponential work are cut off") {
    std::string macros;
    for (int i = 0; i < 60; ++i)
        macros += concat("<macro name=\"m", std::to_string(i), "\"><text macro=\"m", std::to_string(i + 1),
                         "\"/><text macro=\"m", std::to_string(i + 1), "\"/></macro>");
    macros += R"(<macro name="m60"><text variable="title"/></macro>)";
    (void)entry_of(style_of(macros, R"(<text macro="m0"/>)"), book("T"));
}

TEST_CASE("deep nesting of a style is an error or is cut, never a crash") {
    std::string layout;
    for (int i = 0; i < 10000; ++i) layout += "<group>";
    layout += R"(<text variable="title"/>)";
    for (int i = 0; i < 10000; ++i) layout += "</group>";
    CHECK_FALSE(Style::parse(style_of("", layout)));
    std::string macros;
    for (int i = 0; i < 10000; ++i)
        macros += concat("<macro name=\"m", std::to_string(i), "\"><text macro=\"m", std::to_string(i + 1),
                         "\"/></macro>");
    auto const chain = Style::parse(style_of(macros, R"(<text macro="m0"/>)"));
    CHECK(chain);
}

TEST_CASE("odd items come out") {
    auto const xml =
        style_of("", R"(<group delimiter=", "><names variable="author"/><text variable="title" quotes="true"/>
<number variable="edition" form="ordinal"/><date variable="issued" form="text"/></group>)");
    CHECK(entry_of(xml, book("<i>unclosed")).find("<i>unclosed") != std::string::npos);
    CHECK(entry_of(xml, book("a </i> b \" c ' d")) != "");
    auto nameless = book("T");
    nameless.names.set(Variable::author, Names(3));
    CHECK(entry_of(xml, nameless).find("T") != std::string::npos);
    auto impossible = book("T");
    Date date;
    date.start = {2001, 13, 45, 9};
    impossible.dates.set(Variable::issued, date);
    CHECK(entry_of(xml, impossible).find("T") != std::string::npos);
    auto large = book(std::string(1 << 20, 'x') + " “" + std::string(1 << 10, '\''));
    CHECK(entry_of(xml, large).size() > (1 << 20));
}

TEST_CASE("rich text flips and nests right in each format") {
    auto const xml = style_of("", R"(<text variable="title" font-style="italic"/>)");
    auto const item = book(
        "One <i>two <b>three</b></i> & <sup>4</sup> \"five\" <span "
        "style=\"font-variant:small-caps;\">six</span>");
    struct Case {
        OutputFormat format;
        std::string_view wanted;
    };
    auto const cases = {
        Case{OutputFormat::text, "One two three & 4 “five” six\n"},
        Case{OutputFormat::html,
             "  <div class=\"csl-entry\"><i>One <span style=\"font-style:normal;\">two <b>three</b></span> "
             "&#38; "
             "<sup>4</sup> “five” <span style=\"font-variant:small-caps;\">six</span></i></div>\n"},
        Case{OutputFormat::markdown, "*One *two **three*** & ^4^ “five” [six]{.smallcaps}*\n\n"},
        Case{OutputFormat::latex,
             "\\textit{One \\textup{two \\textbf{three}} \\& \\textsuperscript{4} “five” \\textsc{six}}\n\n"},
        Case{OutputFormat::rtf,
             "{\\i One {\\i0 two {\\b three}} & {\\super 4} \\uc1\\u8220?five\\uc1\\u8221? {\\scaps "
             "six}}\\par\n"},
        Case{OutputFormat::typst,
             "#emph[One #text(style: \"normal\")[two #strong[three]] & #super[4] “five” "
             "#smallcaps[six]]\n\n"},
    };
    for (auto const& one : cases) CHECK(entry_of(xml, item, one.format) == one.wanted);
}
