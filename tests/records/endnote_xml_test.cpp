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
