#include "wire/xml.hpp"

#include "support/catch.hpp"

using namespace fonds;

TEST_CASE("elements, attributes, text and places") {
    std::string const source =
        "<?xml version=\"1.0\"?>\n<w:note xml:id='7'>\n  <w:t>a &amp; b</w:t><x/><w:t>c</w:t></w:note>";
    auto const document = xml::Document::read(source);
    REQUIRE(document);
    auto const root = document->root();
    CHECK(root.local_name() == "note");
    CHECK(root["xml:id"] == "7");
    CHECK(root["id"] == "7");
    CHECK(root.child("t").text() == "a & b");
    CHECK(root.child("t").next("t").text() == "c");
    CHECK(source.substr(root.child("t").offset(), 3) == "w:t");
    CHECK_FALSE(root.child("nothing").child("nothing")["attribute"].size());
    int elements = 0;
    for (auto const element : root.elements()) elements += element.is_element();
    CHECK(elements == 3);
}

TEST_CASE("hostile and broken XML") {
    auto const broken = xml::Document::read("<a>\n<b>\n</a>").error();
    CHECK(broken.code == ErrorCode::malformed);
    CHECK(broken.message.find("in line 3") != std::string::npos);
    CHECK(xml::Document::read("").error().code == ErrorCode::malformed);
    std::string deep;
    for (int i = 0; i < 100000; ++i) deep += "<a>";
    for (int i = 0; i < 100000; ++i) deep += "</a>";
    CHECK(xml::Document::read(deep).error().code == ErrorCode::limit_exceeded);
    auto const bomb = xml::Document::read(
        "<!DOCTYPE a [<!ENTITY x \"xxxxxxxx\"><!ENTITY y SYSTEM \"file:///etc/passwd\">]><a>&x;&y;</a>");
    REQUIRE(bomb);
    CHECK(bomb->root().text() == "&x;&y;");
}

TEST_CASE("white space is kept where it matters") {
    CHECK(xml::Document::read("<a><b>x</b> <b>y</b></a>", xml::Space::keep)->root().text() == "x y");
    CHECK(xml::Document::read("<a><b>x</b> <b>y</b></a>")->root().text() == "xy");
    std::string out;
    xml::append_escaped(out, "a<b>&\"\x01");
    CHECK(out == "a&lt;b&gt;&amp;&quot;");
}

TEST_CASE("old encodings, by declaration") {
    struct Row {
        std::string_view source, wanted;
    };
    for (auto const& row : {
             Row{"<?xml version=\"1.0\" encoding=\"windows-1252\"?><a>\x93x\x94 \xE9</a>", "“x” é"},
             Row{"<?xml version='1.0' encoding='ISO-8859-1'?><a>\x93x\x94 \xE9</a>", "“x” é"},
             Row{"<?xml version=\"1.0\" encoding=\"UTF-8\"?><a>“x” é</a>", "“x” é"},
             Row{"<?xml version=\"1.0\" encoding=\"windows-1252\"?><a>“x” é</a>", "“x” é"},
         }) {
        CAPTURE(row.source);
        CHECK(xml::Document::read(row.source)->root().text() == row.wanted);
    }
}
