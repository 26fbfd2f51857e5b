#include <fonds/formats.hpp>

#include "records_and_rules.hpp"
#include "support/catch.hpp"

using namespace fonds;

TEST_CASE("Zotero JSON in its three forms, with variables in Extra") {
    std::string const item =
        R"({"key":"AB12","itemType":"letter","title":"To Penck","creators":[{"creatorType":"author","firstName":"Josef",)"
        R"("lastName":"Blaas"},{"creatorType":"recipient","name":"Penck"}],"date":"1930-01-14 14 January 1930",)"
        R"("archive":"Stadtarchiv","archiveLocation":"K 12","accessDate":"2012-09-05 00:02:59","tags":[{"tag":"a"},{"tag":"b"}],)"
        R"("extra":"Archive Place: Innsbruck\narchive_collection: Nachlass\nfree text","relations":{},"collections":["X"]})";
    std::string const expected =
        R"({"id":"AB12","type":"personal_communication","title":"To Penck","author":[{"family":"Blaas","given":"Josef"}],)"
        R"("recipient":[{"literal":"Penck"}],"accessed":{"date-parts":[[2012,9,5]]},"issued":{"date-parts":[[1930,1,14]]},)"
        R"("archive":"Stadtarchiv","archive_collection":"Nachlass","archive_location":"K 12","archive-place":"Innsbruck",)"
        R"("keyword":"a, b","note":"free text","custom":{"fonds":{"dates":{"issued":{"edtf":"1930-01-14",)"
        R"("raw":"14 January 1930"}},"foreign":[{"format":"zotero","name":"collections","value":"[\"X\"]"}]}}})"
        "\n";
    CHECK(records_and_rules("[" + item + "]", "zotero-json") == expected);
    CHECK(records_and_rules("[{\"key\":\"AB12\",\"version\":1,\"data\":" + item + "}]", "zotero-json") ==
          expected);
    CHECK(records_and_rules("{\"config\":{},\"items\":[" + item + ",{\"itemType\":\"note\"}]}",
                            "zotero-json") == expected);
    CHECK(records_and_rules("[" + item + ",{\"itemType\":", "zotero-json") == expected + "malformed-json\n");
    CHECK(records_and_rules("[{\"itemType\":\"nosuch\"},7]", "zotero-json")
              .ends_with("unknown-type\nnot-a-record\n"));
}

TEST_CASE("Zotero RDF: containers inside and elsewhere, creators, publishers") {
    CHECK(
        records_and_rules(
            R"(<rdf:RDF xmlns:rdf="r" xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:bib="b" xmlns:dc="d"
        xmlns:dcterms="t" xmlns:foaf="f" xmlns:vcard="v" xmlns:prism="p">
        <bib:Article rdf:about="#item_1"><z:itemType>journalArticle</z:itemType><dcterms:isPartOf rdf:resource="urn:issn:0028"/>
        <bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Doe</foaf:surname><foaf:givenName>Jane</foaf:givenName>
        </foaf:Person></rdf:li></rdf:Seq></bib:authors><dc:title>An Article</dc:title><dc:date>1961</dc:date><bib:pages>9-24</bib:pages>
        <dc:identifier><dcterms:URI><rdf:value>http://x</rdf:value></dcterms:URI></dc:identifier></bib:Article>
        <bib:Journal rdf:about="urn:issn:0028"><dc:title>Journal</dc:title><prism:volume>3</prism:volume><prism:number>2</prism:number>
        <dc:identifier>ISSN 0028-0836</dc:identifier></bib:Journal>
        <bib:Manuscript rdf:about="#item_2"><z:itemType>manuscript</z:itemType><dc:title>Report</dc:title><dc:coverage>f. 5</dc:coverage>
        <z:archive>RGANI</z:archive><dc:publisher><foaf:Organization><vcard:adr><vcard:Address><vcard:locality>Moscow</vcard:locality>
        </vcard:Address></vcard:adr><foaf:name>CC CPSU</foaf:name></foaf:Organization></dc:publisher><dc:subject>DPRK</dc:subject>
        <dc:description>Archive-Place: Moscow</dc:description></bib:Manuscript>
        <z:Attachment rdf:about="#item_3"><z:itemType>attachment</z:itemType></z:Attachment></rdf:RDF>)",
            "zotero-rdf") ==
        R"({"id":"item_1","type":"article-journal","title":"An Article","author":[{"family":"Doe","given":"Jane"}],)"
        R"("issued":{"date-parts":[[1961]]},"container-title":"Journal","ISSN":"0028-0836","URL":"http://x",)"
        R"("issue":"2","page":"9-24","volume":"3"})"
        "\n"
        R"({"id":"item_2","type":"manuscript","title":"Report","archive":"RGANI","archive_location":"f. 5",)"
        R"("archive-place":"Moscow","keyword":"DPRK","publisher":"CC CPSU","publisher-place":"Moscow"})"
        "\n");
}

TEST_CASE("Zotero RDF: notes and files of an item, the number of a series") {
    CHECK(
        records_and_rules(
            R"(<rdf:RDF xmlns:rdf="r" xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:bib="b" xmlns:dc="d" xmlns:dcterms="t" xmlns:link="l">
        <bib:BookSection rdf:about="#item_7"><z:itemType>bookSection</z:itemType><dcterms:isReferencedBy rdf:resource="#item_9"/><link:link rdf:resource="#item_10"/>
        <dc:title>Wool</dc:title><dcterms:isPartOf><bib:Book><dc:title>Cloth</dc:title><dcterms:isPartOf><bib:Series><dc:title>Trades</dc:title>
        <dc:identifier>7</dc:identifier></bib:Series></dcterms:isPartOf></bib:Book></dcterms:isPartOf></bib:BookSection>
        <bib:Memo rdf:about="#item_9"><rdf:value>seen in 2019</rdf:value></bib:Memo>
        <z:Attachment rdf:about="#item_10"><z:itemType>attachment</z:itemType><rdf:resource rdf:resource="files/10/scan.pdf"/></z:Attachment></rdf:RDF>)",
            "zotero-rdf") ==
        R"({"id":"item_7","type":"chapter","title":"Wool","collection-title":"Trades","container-title":"Cloth","collection-number":"7","custom":{"fonds":{"foreign":[{"format":"zotero","name":"notes","value":"seen in 2019"},{"format":"zotero","name":"attachments","value":"files/10/scan.pdf"}]}}})"
        "\n");
}
