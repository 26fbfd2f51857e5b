// EndNote XML.

#include <fonds/formats.hpp>

#include "base/text.hpp"
#include "records_and_rules.hpp"
#include "support/catch.hpp"

using namespace fonds;

TEST_CASE("EndNote XML: faces, labels, numbers") {
    CHECK(
        records_and_rules(
            R"(<xml><records><record><rec-number>7</rec-number><ref-type name="Journal Article">17</ref-type>
        <contributors><authors><author><style face="normal">Doe, Jane</style></author></authors></contributors>
        <titles><title><style face="normal">On </style><style face="italic">Pravda</style><style face="normal"> </style><style
        face="bold italic">1961</style></title><secondary-title>Journal</secondary-title></titles><number>2</number>
        <dates><year>1961</year><pub-dates><date>Mar 14</date></pub-dates></dates><caption>Plate</caption>
        <abstract>One&#xD;Two</abstract></record></records></xml>)",
            "endnote-xml") ==
        R"({"id":"7","type":"article-journal","title":"On <i>Pravda</i> <b><i>1961</i></b>",)"
        R"("author":[{"family":"Doe","given":"Jane"}],"issued":{"date-parts":[[1961,3,14]]},"abstract":"One\nTwo","container-title":"Journal",)"
        R"("issue":"2","custom":{"fonds":{"foreign":[{"format":"endnote-xml","name":"caption","value":"Plate"}]}}})"
        "\n");
}

TEST_CASE("EndNote XML: a box of an archive, several ISSNs in one field, a series with its number") {
    CHECK(
        records_and_rules(
            R"(<xml><records><record><ref-type name="Manuscript">36</ref-type><titles><title>Letter</title></titles><volume>Box 3</volume>
        <num-vols>MS 44</num-vols><publisher>County Record Office</publisher><call-num>MS 44/3</call-num></record>
        <record><ref-type name="Journal Article">17</ref-type><titles><title>Wool</title></titles><isbn>1111-2222 (print)&#xD;3333-4444 (online)</isbn></record>
        <record><ref-type name="Book Section">5</ref-type><titles><title>Cloth</title><tertiary-title>Trades</tertiary-title></titles>
        <number>7</number><num-vols>3</num-vols></record></records></xml>)",
            "endnote-xml") ==
        R"({"type":"manuscript","title":"Letter","archive":"County Record Office","archive_location":"Box 3","call-number":"MS 44/3","number":"MS 44"})"
        "\n"
        R"({"type":"article-journal","title":"Wool","ISSN":"1111-2222, 3333-4444"})"
        "\n"
        R"({"type":"chapter","title":"Cloth","collection-title":"Trades","collection-number":"7","number-of-volumes":"3"})"
        "\n");
}
